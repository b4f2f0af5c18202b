// How well the reader does on documents that people have decided about: what they confirmed should be
// found again with the fields they left it with, what they rejected should not. Pure: a set and a
// reading in, counts out.
import type { Finding, Reading } from '@giaoban/reader'
import { type EntryKind, entryKinds } from './contract.ts'

/** First line of a set's file. */
export interface SetHead {
  format: 'giaoban-evaluation'
  version: 1
  /** The lexicon of the province, as its file; empty where it has none. */
  lexicon: string
}

export type FieldValues = Record<string, string | number | null>

/** What a person decided about a stretch of the text; `fields` are those of the decision, edits included. */
export interface Judgement {
  kind: EntryKind
  start: number
  end: number
  state: 'confirmed' | 'rejected'
  fields: FieldValues
}

/** One document of a set; `complete`: nothing is left undecided, so what else the reader finds is wrong. */
export interface JudgedDocument {
  name: string
  date: string | null
  text: string
  complete: boolean
  judgements: Judgement[]
}

/** Counts of one kind. */
export interface Score {
  confirmed: number
  found: number
  /** Of those found, with exactly the confirmed edges. */
  exact: number
  /** Findings on something rejected, or on nothing in a document that is decided completely. */
  wrong: number
  /** Fields that a finding has as the person left them, of all compared. */
  fieldsRight: number
  fields: number
}

export type Scores = Partial<Record<EntryKind, Score>>

const isEntry = new Set<string>(entryKinds)

/** Adds one document to the scores. */
export function scoreDocument(scores: Scores, document: JudgedDocument, reading: Reading): void {
  const quantities = new Map(
    reading.findings.flatMap((one) => (one.kind === 'quantity' ? [[one.id, one] as const] : [])),
  )
  const found = reading.findings.filter(({ kind }) => isEntry.has(kind))
  const used = new Set<Finding>()
  for (const judgement of document.judgements) {
    const score = scoreOf(scores, judgement.kind)
    const met = bestOf(
      found.filter((one) => one.kind === judgement.kind && !used.has(one)),
      judgement,
    )
    if (judgement.state === 'confirmed') score.confirmed++
    if (!met) continue
    used.add(met)
    if (judgement.state === 'rejected') {
      score.wrong++
      continue
    }
    score.found++
    if (met.start === judgement.start && met.end === judgement.end) score.exact++
    const fields = fieldsOf(met, (id) => quantities.get(id) ?? null)
    for (const [name, value] of Object.entries(judgement.fields)) {
      score.fields++
      if (same(value, fields[name] ?? null)) score.fieldsRight++
    }
  }
  if (!document.complete) return
  for (const one of found) if (!used.has(one)) scoreOf(scores, one.kind as EntryKind).wrong++
}

function scoreOf(scores: Scores, kind: EntryKind): Score {
  const score = scores[kind] ?? {
    confirmed: 0,
    found: 0,
    exact: 0,
    wrong: 0,
    fieldsRight: 0,
    fields: 0,
  }
  scores[kind] = score
  return score
}

/** The finding that shares most with the judged stretch. */
function bestOf(found: readonly Finding[], judged: Judgement): Finding | null {
  let best: Finding | null = null
  let most = 0
  for (const one of found) {
    const shared = Math.min(one.end, judged.end) - Math.max(one.start, judged.start)
    if (shared <= most) continue
    most = shared
    best = one
  }
  return best
}

const same = (a: string | number | null, b: string | number | null): boolean =>
  typeof a === 'string' && typeof b === 'string'
    ? a.normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase()
    : a === b

type Quantities = (id: string) => { value: number; unit: string } | null

/** The fields of a finding that a person can confirm or correct. */
export function fieldsOf(finding: Finding, quantity: Quantities): FieldValues {
  switch (finding.kind) {
    case 'statement': {
      const figure = finding.quantity === null ? null : quantity(finding.quantity)
      return {
        indicator: finding.indicator.code,
        value: figure?.value ?? null,
        unit: figure?.unit ?? null,
        from: finding.period?.from ?? null,
        to: finding.period?.to ?? null,
        modality: finding.modality,
      }
    }
    case 'assignment':
      return { lead: finding.lead?.text ?? null, deadline: finding.deadline?.iso ?? null }
    case 'shortcoming':
      return { topic: finding.topic }
    case 'decision':
      return { outcome: finding.outcome, by: finding.by?.quote ?? null }
    case 'meeting':
      return {
        body: finding.body?.quote ?? null,
        date: finding.date?.iso ?? null,
        place: finding.place?.quote ?? null,
      }
    case 'citation':
      return { symbol: finding.symbol, issuer: finding.issuer }
    case 'agendaItem':
    case 'opinion':
      return { count: finding.count }
    default:
      return {}
  }
}

/** Of what people confirmed, the share found: 0 to 1; 1 where they confirmed nothing. */
export const recall = ({ confirmed, found }: Score): number =>
  confirmed === 0 ? 1 : found / confirmed

/** Of what was found and is decided, the share that people confirmed. */
export const precision = ({ found, wrong }: Score): number =>
  found + wrong === 0 ? 1 : found / (found + wrong)

/** Harmonic mean of the two. */
export function f1(score: Score): number {
  const sum = precision(score) + recall(score)
  return sum === 0 ? 0 : (2 * precision(score) * recall(score)) / sum
}

const fieldShare = ({ fieldsRight, fields }: Score): number =>
  fields === 0 ? 1 : fieldsRight / fields

/** Kinds that are worse than before by any of F1, exact edges or fields; ties are not. */
export function worseKinds(before: Scores, now: Scores): EntryKind[] {
  return entryKinds.filter((kind) => {
    const old = before[kind]
    if (!old) return false
    const score = now[kind] ?? scoreOf({}, kind)
    const lower = (a: number, b: number) => a < b - 1e-9
    return (
      lower(f1(score), f1(old)) ||
      lower(fieldShare(score), fieldShare(old)) ||
      lower(exactShare(score), exactShare(old))
    )
  })
}

const exactShare = ({ exact, found }: Score): number => (found === 0 ? 1 : exact / found)
