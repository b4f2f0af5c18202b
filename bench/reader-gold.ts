// Precision, recall and F1 of the reader against gold, for each kind, with exact and overlapping spans,
// and the misses: `node bench/reader-gold.ts [--misses] [--dated] [--view=seeds|samples|evaluation|all]
// [folder]`; --dated tells the reader the document's date, as the product does.
// Reports with their gold lie in ../shared (or GIAOBAN_REPORTS); samples/*.gold.json and
// samples/evaluation/*.gold.json in the project itself. A folder given is read in their place: texts
// with *.gold.json beside them, or reports with ../gold. Prints to standard output.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { argv, env, stdout } from 'node:process'
import { type Finding, read, type Shortcoming } from '../reader/src/index.ts'
import { FieldScores } from './gold-fields.ts'

interface Expected {
  kind: string
  start: number
  end: number
  quote: string
  /** Topics that count as right for a shortcoming; absent where the gold does not say. */
  topics?: readonly string[]
}

interface Document {
  name: string
  /** The document's date where the gold gives it; told to the reader with --dated. */
  date?: string
  text: string
  expected: Expected[]
  /** Spans that gold and contract treat differently: found or not, they do not count. */
  tolerated: Expected[]
  /** Kinds of which the gold has all there is, so that finding one where it has none is an error. */
  complete?: readonly string[]
}

const root = join(import.meta.dirname, '..')
const showMisses = argv.includes('--misses')
const dated = argv.includes('--dated')
const given = argv.slice(2).find((argument) => !argument.startsWith('--'))
const view = argv.find((argument) => argument.startsWith('--view='))?.slice(7) ?? 'all'

/** Gold types and the contract's kinds. What is not named here has no counterpart in the contract. */
const kinds: Record<string, string> = {
  shortcoming: 'shortcoming',
  direction: 'assignment',
  assignment: 'assignment',
  decision: 'decision',
  opinion: 'opinion',
  agendaItem: 'agendaItem',
  organisation: 'organisation',
  person: 'person',
  project: 'project',
  meeting: 'meeting',
  indicator: 'statement',
  documentRef: 'citation',
  anomaly: 'check',
}

/** Categories of the gold and the topics of the catalogue that say the same. */
const categories: Record<string, readonly string[]> = {
  land_mineral_environment_violations: ['land_management', 'minerals', 'environment'],
  land_construction_environment_violations: ['land_management', 'construction_order'],
  investor_selection_procedures: ['investor_selection'],
  key_targets_below_last_year: ['key_targets', 'economic_growth'],
}

/** Anomalies that are no problem of the contract: notes of the annotator on wording and layout. */
const checkable = new Set([
  'wrong-unit',
  'duplicated-word',
  'missing-letter',
  'mismatched-quotes',
  'wrong-diacritic',
])

const documents = [
  ...(asked('seeds') ? reports() : []),
  ...(given && existsSync(given) ? annotated(given) : []),
  ...(asked('samples') && !given ? annotated(join(root, 'samples')) : []),
  ...(asked('evaluation') && !given ? annotated(join(root, 'samples', 'evaluation')) : []),
]
if (documents.length === 0) stdout.write('no gold found\n')
else run(documents)

function asked(name: string): boolean {
  return view === 'all' || view === name
}

/** The reports with gold files, when they are there. */
function reports(): Document[] {
  const folder = given ?? env.GIAOBAN_REPORTS ?? join(root, '..', 'shared', 'seeds')
  const gold = join(folder, '..', 'gold')
  if (!existsSync(folder) || !existsSync(gold)) return []
  const values = readJson(join(gold, 'values-and-traps.json')) as {
    entries: { doc: string; start: number; end: number; text: string; kind: string }[]
  }
  return readdirSync(folder)
    .filter(
      (name) => name.endsWith('.txt') && existsSync(join(gold, name.replace('.txt', '.json'))),
    )
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8').normalize('NFC')
      const { facts } = readJson(join(gold, name.replace('.txt', '.json'))) as {
        facts: (Omit<Expected, 'kind'> & {
          type: string
          kind?: string
          category?: string
          numbered?: boolean
          draft?: boolean
          note?: string
        })[]
      }
      const expected: Expected[] = []
      const tolerated: Expected[] = []
      for (const fact of facts) {
        const kind = kinds[fact.type]
        if (!kind) continue
        const topics = fact.category ? (categories[fact.category] ?? [fact.category]) : undefined
        const item = { kind, start: fact.start, end: fact.end, quote: fact.quote, topics }
        const differs =
          (fact.type === 'documentRef' && (fact.numbered === false || fact.draft === true)) ||
          (fact.type === 'anomaly' && !checkable.has(fact.kind ?? '')) ||
          (fact.type === 'direction' && /weak/.test(fact.note ?? ''))
        if (differs) tolerated.push(item)
        else expected.push(item)
      }
      for (const entry of values.entries) {
        if (entry.doc !== name) continue
        if (entry.kind === 'period' || entry.kind === 'date')
          expected.push({ kind: 'period', start: entry.start, end: entry.end, quote: entry.text })
        if (entry.kind === 'quantity' || entry.kind === 'ratio')
          expected.push({ kind: 'quantity', start: entry.start, end: entry.end, quote: entry.text })
        if (entry.kind !== 'comparison') continue
        const amount = /\d[\d.,]*\s*%/.exec(entry.text)
        if (!amount) continue
        const start = entry.start + amount.index
        expected.push({ kind: 'quantity', start, end: start + amount[0].length, quote: amount[0] })
      }
      return { name, text, expected, tolerated }
    })
}

/** The texts of a folder with gold in the contract's shape beside them. */
function annotated(folder: string): Document[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.gold.json'))
    .sort()
    .map((name) => {
      const { doc, date, complete, findings } = readJson(join(folder, name)) as {
        doc: string
        date?: string
        complete: string[]
        findings: (Expected & { topic?: string })[]
      }
      const text = readFileSync(join(folder, doc), 'utf8').normalize('NFC')
      const expected = findings.map((finding) => ({
        ...finding,
        topics: finding.topic ? [finding.topic] : undefined,
      }))
      return { name: doc, date, text, expected, tolerated: [], complete }
    })
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'))
}

interface Tally {
  expected: number
  found: number
  exact: number
  overlapping: number
  half: number
}

function run(all: Document[]): void {
  const tallies = new Map<string, Tally>()
  const misses: string[] = []
  const fields = new FieldScores()
  let topicsRight = 0
  let topicsAsked = 0
  for (const document of all) {
    const { findings } = read(document.text, dated ? { date: document.date } : {})
    const used = new Set<string>([...document.expected.map((item) => item.kind)])
    const known = new Set([...used, ...findings.map((finding) => finding.kind)])
    for (const kind of known) {
      const wanted = document.expected.filter((item) => item.kind === kind)
      const found = findings.filter((finding) => finding.kind === kind)
      // Gold may leave a kind out; then it says nothing about it.
      const silent = document.complete
        ? !document.complete.includes(kind)
        : document.tolerated.length === 0
      if (wanted.length === 0 && silent) continue
      const pairs = match(wanted, found)
      const matched = new Set(pairs.map((pair) => pair.found))
      const extra = found.filter(
        (finding) => !matched.has(finding) && !isTolerated(document, finding),
      )
      const tally = tallies.get(kind) ?? {
        expected: 0,
        found: 0,
        exact: 0,
        overlapping: 0,
        half: 0,
      }
      tally.expected += wanted.length
      tally.found += pairs.length + extra.length
      tally.overlapping += pairs.length
      for (const { wanted: item, found: finding } of pairs) {
        if (item.start === finding.start && item.end === finding.end) tally.exact++
        else misses.push(`${document.name} ${kind} edges [${finding.quote}] for [${item.quote}]`)
        if (document.complete) fields.add(item, finding, findings)
        if (shared(item, finding) * 2 >= union(item, finding)) tally.half++
        if (finding.kind === 'shortcoming' && item.topics) {
          topicsAsked++
          if (item.topics.includes((finding as Shortcoming).topic)) topicsRight++
          else
            misses.push(`${document.name} topic ${finding.topic} for ${item.topics}: ${item.quote}`)
        }
      }
      tallies.set(kind, tally)
      const paired = new Set(pairs.map((pair) => pair.wanted))
      for (const item of wanted)
        if (!paired.has(item))
          misses.push(`${document.name} ${kind} missed ${item.start}: ${item.quote.slice(0, 110)}`)
      for (const finding of extra)
        misses.push(
          `${document.name} ${kind} extra ${finding.start}: ${finding.quote.slice(0, 110)}`,
        )
    }
  }
  stdout.write(`${all.length} documents with gold\n`)
  stdout.write(
    'kind           gold found | exact  P     R     F1 | overlap P     R     F1 | half of union F1\n',
  )
  for (const [kind, tally] of [...tallies].sort()) stdout.write(`${line(kind, tally)}\n`)
  stdout.write(`topics right: ${topicsRight} of ${topicsAsked}\n`)
  const lines = fields.lines()
  if (lines.length > 0) stdout.write(`fields right of those matched\n${lines.join('\n')}\n`)
  if (showMisses) stdout.write(`${[...misses, ...fields.differences].join('\n')}\n`)
  stdout.write(
    [
      'where gold and contract differ (neither counted for nor against):',
      '- mentions of instruments without a number ("các nghị quyết, chỉ thị") and drafts are no citations;',
      '- notes on wording, tone placement and layout are no checks;',
      '- gold names few organisations and each person once: further mentions are not counted;',
      '- a weak direction in a lead-in is no assignment.',
      '',
    ].join('\n'),
  )
}

function line(kind: string, tally: Tally): string {
  const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole)
  const scores = (hits: number) => {
    const precision = share(hits, tally.found)
    const recall = share(hits, tally.expected)
    const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
    return [precision, recall, f1].map((value) => value.toFixed(3)).join(' ')
  }
  const counts = `${String(tally.expected).padStart(4)} ${String(tally.found).padStart(5)}`
  return `${kind.padEnd(14)} ${counts} |     ${scores(tally.exact)} |      ${scores(tally.overlapping)} | ${scores(tally.half).split(' ')[2]}`
}

/** Pairs each expected span with one finding, the largest overlaps first, equal topics before others. */
function match(wanted: Expected[], found: Finding[]): { wanted: Expected; found: Finding }[] {
  const candidates = wanted.flatMap((item) =>
    found
      .map((finding) => ({ wanted: item, found: finding, score: shared(item, finding) }))
      .filter((pair) => pair.score > 0)
      .map((pair) => ({
        ...pair,
        score:
          pair.score / union(pair.wanted, pair.found) +
          (pair.found.kind === 'shortcoming' && pair.wanted.topics?.includes(pair.found.topic)
            ? 1
            : 0),
      })),
  )
  candidates.sort((a, b) => b.score - a.score)
  const taken = new Set<object>()
  return candidates.filter((pair) => {
    if (taken.has(pair.wanted) || taken.has(pair.found)) return false
    taken.add(pair.wanted)
    taken.add(pair.found)
    return true
  })
}

function shared(a: { start: number; end: number }, b: { start: number; end: number }): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
}

function union(a: { start: number; end: number }, b: { start: number; end: number }): number {
  return Math.max(a.end, b.end) - Math.min(a.start, b.start)
}

/** Gold differs, names only a few (organisations), or counts a person once. */
function isTolerated(document: Document, finding: Finding): boolean {
  if (finding.kind === 'organisation') return true
  if (finding.kind === 'person' && finding.sameAs !== null) return true
  return document.tolerated.some((item) => item.kind === finding.kind && shared(item, finding) > 0)
}
