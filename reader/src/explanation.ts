// Why each finding stands: completes the traces when they are asked for. Rules note what only they know
// (steps, doubts); what can be seen afterwards is added here for all alike: the words that fired, the
// fields that came from outside the finding, the readings of a word that something longer or nearer beat.
import { type Doc, tokenAt } from './doc.ts'
import type { Finding, FindingKind, Period, Span, Trace } from './findings.ts'

/** Classes of the lexicon that speak for a kind of finding. */
const speaking: Record<FindingKind, string> = {
  quantity: 'digit ten tens hundred zero scale half dozen bound after unit perUnit point modality',
  statement: 'indicator level up down ratio compare base bound modality times zip partOf',
  period:
    'year month quarter day first last whole term sameSpan weekday until untilNow ytd fromNow thisYear vision vague cumulative half relative schoolYear',
  meeting: 'meetingWord body chairVerb concludeVerb',
  agendaItem: 'dealWith docType reports',
  opinion: 'opinionOf opinionVerb',
  decision: 'decide body actor',
  assignment: 'order assign must task leadRole coopRole actor group body until',
  shortcoming: 'topic negative weak opener heading scopeWords since',
  citation: 'docType docNumber issuer',
  organisation: 'body actor orgHead field group',
  person: 'comrade title surname',
  project: 'projectHead projectPart',
  check: 'unit indicator slip weekday',
}

const speakingOf = new Map(
  Object.entries(speaking).map(([kind, classes]) => [kind, new Set(classes.split(' '))] as const),
)

/** Tokens before a finding that may have spoken for it: a bound, an opener, a verb of order. */
const before = 6

/** Gives every finding its trace; call it when all passes are done. */
export function explainAll(doc: Doc): void {
  for (const finding of doc.findings) {
    const trace: Trace = finding.trace ?? { anchors: [], steps: [], inherited: [], refused: [] }
    addAnchors(doc, finding, trace)
    addInherited(doc, finding, trace)
    finding.trace = trace
  }
}

/** The lexicon phrases inside the finding, and just before it in its sentence, that speak for its kind. */
function addAnchors(doc: Doc, finding: Finding, trace: Trace): void {
  const classes = speakingOf.get(finding.kind)
  const from = tokenAt(doc, finding.start)
  const to = tokenAt(doc, finding.end)
  const sentence = doc.sentences[doc.sentenceOf[from] ?? -1]
  for (let at = Math.max(sentence?.from ?? 0, from - before); at < to; at++) {
    const phrase = doc.anchors.phrase[at] ?? 0
    if (phrase === 0) continue
    const end = doc.tokens.end[(doc.anchors.end[at] ?? at + 1) - 1] ?? 0
    const span = { start: doc.tokens.start[at] ?? 0, end }
    const own = doc.lexicon.ownClasses(phrase).filter((name) => classes?.has(name))
    for (const name of own)
      if (!trace.anchors.some((one) => one.start === span.start && one.class === name))
        trace.anchors.push({ ...span, class: name })
    if (at >= from) addRefused(doc, trace, at, own)
  }
  trace.anchors.sort((a, b) => a.start - b.start || a.end - b.end)
}

/** Readings of a word that matter enough to say why they were not taken. */
const rivals = new Set(['digit', 'scale', 'unit', 'year', 'month', 'day', 'weekday', 'indicator'])

/** The same word read otherwise, or a shorter word inside a longer phrase. */
function addRefused(doc: Doc, trace: Trace, at: number, own: readonly string[]): void {
  const { prefixOf } = doc.lexicon.tables
  const phrase = doc.anchors.phrase[at] ?? 0
  const whole = doc.lexicon.phrase(phrase)
  const refuse = (written: string, name: string, why: string): void => {
    const reading = `${written}: ${name}`
    if (!rivals.has(name) || own.includes(name)) return
    if (!trace.refused.some((one) => one.reading === reading)) trace.refused.push({ reading, why })
  }
  if (own.length > 0)
    for (const name of doc.lexicon.ownClasses(phrase)) refuse(whole, name, own[0] ?? '')
  for (let shorter = prefixOf[phrase] ?? 0; shorter > 0; shorter = prefixOf[shorter] ?? 0)
    for (const name of doc.lexicon.ownClasses(shorter))
      refuse(doc.lexicon.phrase(shorter), name, `“${whole}”`)
}

/** Fields whose words stand outside of the finding, each with the place it was taken from. */
function addInherited(doc: Doc, finding: Finding, trace: Trace): void {
  const add = (field: string, from: Span | null): void => {
    if (!from || (from.start >= finding.start && from.end <= finding.end)) return
    if (trace.inherited.some((one) => one.field === field)) return
    trace.inherited.push({ field, from, rule: nearness(doc, finding, from) })
  }
  const spanOf = (ref: { start: number; end: number } | null): Span | null =>
    ref && { start: ref.start, end: ref.end, quote: doc.text.slice(ref.start, ref.end) }
  switch (finding.kind) {
    case 'statement': {
      add('indicator', finding.indicator)
      add('period', spanOf(finding.period))
      add('place', finding.place)
      return
    }
    case 'assignment': {
      add('lead', finding.lead?.span ?? null)
      add('deadline', finding.deadline?.span ?? null)
      add('by', finding.by)
      return
    }
    case 'decision': {
      add('by', finding.by)
      return
    }
    case 'shortcoming': {
      add('scope', finding.scope)
      add('since', finding.since)
      return
    }
    case 'period': {
      if (!finding.yearStated) add('year', yearBefore(doc, finding))
      return
    }
    case 'meeting': {
      add('body', finding.body)
      add('date', spanOf(finding.date))
      add('place', finding.place)
      add('chair', finding.chair[0]?.name ?? null)
      add('concludedBy', finding.concludedBy)
      add('reviews', spanOf(finding.reviews))
      add('plans', spanOf(finding.plans))
    }
  }
}

/** The nearest period before that states the year which this one was given. */
function yearBefore(doc: Doc, finding: Period): Span | null {
  const year = (finding.from ?? finding.to ?? '').slice(0, 4)
  let best: Span | null = null
  for (const other of doc.periods.values()) {
    if (other.start >= finding.start) continue
    const fits = other.yearStated && [other.from, other.to].some((day) => day?.startsWith(year))
    if (fits && (!best || other.start > best.start))
      best = { start: other.start, end: other.end, quote: other.quote }
  }
  return best
}

/** How far away: `sentence`, `paragraph`, `above` (a section or the head) or `below`. */
function nearness(doc: Doc, finding: Finding, from: Span): string {
  const place = (offset: number) => doc.sentenceOf[tokenAt(doc, offset)] ?? -1
  const [own, other] = [place(finding.start), place(from.start)]
  if (own === other) return 'sentence'
  if (doc.sentences[own]?.paragraph === doc.sentences[other]?.paragraph) return 'paragraph'
  return from.start < finding.start ? 'above' : 'below'
}
