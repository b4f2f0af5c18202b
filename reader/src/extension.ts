// A lexicon of one's own beside the built-in one: a province's indicators, bodies, projects, words. The
// same three columns as the built-in files, in fewer classes, and checked line by line so that somebody
// who writes it in a spreadsheet learns what is wrong and where.
import { foldPhrase } from './fold.ts'
import { indicatorCatalogue } from './indicators.ts'
import { sources } from './lexicon/compiled.ts'
import { buildLexicon } from './lexicon/lexicon.ts'
import type { Lexicon } from './lexicon/tables.ts'
import { tokenise, WORD } from './tokens.ts'
import { topicCatalogue } from './topics.ts'

/** What the second column of a class may hold; an empty list means that it stays empty. */
const payloads = {
  /** Name of an indicator. A code of the catalogue, or `code;Vietnamese;English;unit;direction;kind`. */
  indicator: 'indicator',
  /** Words that speak of a topic of shortcomings. A code of the topic catalogue. */
  topic: 'topic',
  /** A body that meets and decides. */
  body: [
    'executiveCommittee',
    'standingCommittee',
    'standing',
    'peoplesCouncil',
    'peoplesCommittee',
    'government',
  ],
  /** A body that is told to act: department, board, committee office. */
  actor: [],
  /** Several bodies under one name. */
  group: ['plural', 'any'],
  place: ['province', 'district', 'commune'],
  /** A project by its whole name. */
  project: [],
  /** A counted noun: a unit of the contract, or `item`. */
  unit: 'unit',
  /** Title of a person. */
  title: [],
  surname: [],
  /** The predicate of a shortcoming. */
  negative: [],
  /** Stands for nothing: it hides what the reader would find in it. */
  neutral: [],
} as const satisfies Record<string, readonly string[] | 'indicator' | 'topic' | 'unit'>

export type ExtensionClass = keyof typeof payloads

/** The classes that an extension may use, in the order of the manual. */
export const extensionClasses = Object.keys(payloads) as ExtensionClass[]

/** A line that was understood. */
export interface ExtensionLine {
  line: number
  class: ExtensionClass
  /** As the built-in files write it: a bare code is completed from the catalogue. */
  payload: string
  phrases: string[]
}

/**
 * What is wrong, where. `columns`: not three columns with tabs; `unknownClass`, `badPayload`: `allowed`
 * says what may stand there; `noPhrase`; `broken`: letters lost by a wrong encoding; `noWord`: begins
 * with a number or a mark; `tooLong`: more than twelve words; `conflict`: the same phrase with another
 * payload further up; and the warnings `twice`, `known` (the built-in lexicon says so already),
 * `changes` (it says otherwise: this line wins), `oneSyllable` (fires nearly everywhere).
 */
export interface ExtensionProblem {
  line: number
  /** Column 1 to 3. */
  column: number
  level: 'error' | 'warning'
  code:
    | 'columns'
    | 'unknownClass'
    | 'badPayload'
    | 'noPhrase'
    | 'broken'
    | 'noWord'
    | 'tooLong'
    | 'conflict'
    | 'twice'
    | 'known'
    | 'changes'
    | 'oneSyllable'
  /** What stands there. */
  given: string
  allowed: readonly string[]
}

const longest = 12

/** Checks an extension line by line. Never throws; lines with an error are not among `lines`. */
export function checkLexicon(text: string): {
  lines: ExtensionLine[]
  problems: ExtensionProblem[]
} {
  const lines: ExtensionLine[] = []
  const problems: ExtensionProblem[] = []
  const seen = new Map<string, string>()
  const rows = text
    .normalize('NFC')
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
  for (const [index, row] of rows.entries()) {
    if (row.trim() === '' || row.startsWith('#')) continue
    const found = checkLine(row, index + 1, seen)
    problems.push(...found.problems)
    if (found.line) lines.push(found.line)
  }
  return { lines, problems }
}

function checkLine(
  row: string,
  line: number,
  seen: Map<string, string>,
): { line: ExtensionLine | null; problems: ExtensionProblem[] } {
  const problems: ExtensionProblem[] = []
  const report = (
    column: number,
    level: ExtensionProblem['level'],
    code: ExtensionProblem['code'],
    given: string,
    allowed: readonly string[] = [],
  ): void => void problems.push({ line, column, level, code, given, allowed })
  // A spreadsheet puts a cell between quotation marks when a mark of its own stands in it.
  const cells = row.split('\t').map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
  while (cells.length > 3 && cells.at(-1) === '') cells.pop()
  const [name = '', given = '', phrases = ''] = cells
  if (cells.length !== 3) {
    report(1, 'error', 'columns', row)
    return { line: null, problems }
  }
  if (!isClass(name)) {
    report(1, 'error', 'unknownClass', name, extensionClasses)
    return { line: null, problems }
  }
  const payload = payloadOf(name, given)
  if (payload === null) report(2, 'error', 'badPayload', given, allowedPayloads(name))
  const kept: string[] = []
  for (const phrase of phrases.split('|').map((one) => one.trim())) {
    if (phrase === '') continue
    const code = problemOf(phrase)
    if (code) report(3, 'error', code, phrase)
    else kept.push(phrase)
  }
  if (kept.length === 0 && problems.length === 0) report(3, 'error', 'noPhrase', phrases)
  if (payload === null || problems.length > 0) return { line: null, problems }
  const own = kept.filter((phrase) => {
    const key = `${name}\t${foldPhrase(phrase)}`
    const before = seen.get(key)
    if (before === undefined) seen.set(key, payload)
    else if (before === payload) report(3, 'warning', 'twice', phrase)
    else report(3, 'error', 'conflict', phrase, [before])
    if (before !== undefined) return false
    const known = builtInMeaning(name, phrase)
    if (known === payload) report(3, 'warning', 'known', phrase)
    else if (known !== undefined) report(3, 'warning', 'changes', phrase, [known])
    else if (tokenise(foldPhrase(phrase)).count === 1 && !shortClasses.has(name))
      report(3, 'warning', 'oneSyllable', phrase)
    return true
  })
  return { line: own.length > 0 ? { line, class: name, payload, phrases: own } : null, problems }
}

const isClass = (name: string): name is ExtensionClass => Object.hasOwn(payloads, name)

/** One syllable is usual for these. */
const shortClasses = new Set<ExtensionClass>(['unit', 'surname', 'place', 'title'])

function problemOf(phrase: string): ExtensionProblem['code'] | null {
  if (phrase.includes('\ufffd')) return 'broken'
  const tokens = tokenise(foldPhrase(phrase))
  if (tokens.kind[0] !== WORD) return 'noWord'
  return tokens.count > longest ? 'tooLong' : null
}

/** Codes of units that a counted noun may be given. */
const unitCodes: readonly string[] = [
  'item',
  ...new Set(
    (sources.units ?? '')
      .split('\n')
      .filter((line) => line.startsWith('unit\t'))
      .map((line) => line.split('\t')[1] ?? '')
      .filter((code) => code !== 'item'),
  ),
]

/** What the second column may hold; `['']` where it stays empty. For indicators the form comes first. */
export function allowedPayloads(name: ExtensionClass): readonly string[] {
  const rule = payloads[name]
  if (rule === 'unit') return unitCodes
  if (rule === 'topic') return topicCatalogue.map(({ code }) => code)
  if (rule === 'indicator')
    return [
      'code;Tên;Name;unit;up|down|band|none;C|P|R',
      ...indicatorCatalogue.map(({ code }) => code),
    ]
  return rule.length === 0 ? [''] : rule
}

/** The payload as the built-in files write it, null where it is none. */
function payloadOf(name: ExtensionClass, given: string): string | null {
  const rule = payloads[name]
  if (rule === 'topic') {
    const topic = topicCatalogue.find(({ code }) => code === given)
    return topic ? [topic.code, topic.vi, topic.en].join(';') : null
  }
  if (rule === 'indicator') return indicatorPayload(given)
  return allowedPayloads(name).includes(given) ? given : null
}

/** A code of the catalogue, or a new indicator; frequency and price basis may be left out. */
function indicatorPayload(given: string): string | null {
  const known = indicatorCatalogue.find(({ code }) => code === given)
  if (known) {
    const { code, vi, en, unit, direction, kind, frequency, priceBasis } = known
    return [code, vi, en, unit, direction, kind, frequency, priceBasis].join(';')
  }
  const [code = '', vi = '', en = '', , direction = '', kind = '', ...rest] = given
    .split(';')
    .map((part) => part.trim())
  const right =
    /^[a-z][a-z0-9_]*$/.test(code) &&
    vi !== '' &&
    en !== '' &&
    ['up', 'down', 'band', 'none'].includes(direction) &&
    ['C', 'P', 'R'].includes(kind) &&
    rest.length <= 2
  return right ? given : null
}

/** In the built-in files a whole project name is a project head. */
const builtInName = (name: ExtensionClass): string => (name === 'project' ? 'projectHead' : name)
const builtInPayload = (name: ExtensionClass, payload: string): string =>
  name === 'project' ? 'whole' : payload

let meanings: Map<string, string> | null = null

/** What the built-in lexicon has for the phrase in this class. */
function builtInMeaning(name: ExtensionClass, phrase: string): string | undefined {
  if (!meanings) {
    meanings = new Map()
    for (const line of Object.values(sources).flatMap((source) => source.split('\n'))) {
      const [own = '', payload = '', phrases = ''] = line.split('\t')
      for (const one of phrases.split('|')) meanings.set(`${own}\t${foldPhrase(one)}`, payload)
    }
  }
  const found = meanings.get(`${builtInName(name)}\t${foldPhrase(phrase)}`)
  return found === 'whole' && name === 'project' ? '' : found
}

/**
 * The built-in lexicon with the lines of an extension; where both know a phrase in a class, the
 * extension wins. Give it to `read` as `lexicon`; building takes some 50 ms, so keep it. Lines with an
 * error are left out: ask `checkLexicon` first.
 */
export function extendLexicon(text: string): Lexicon {
  const own = checkLexicon(text).lines.map(
    (line) =>
      `${builtInName(line.class)}\t${builtInPayload(line.class, line.payload)}\t${line.phrases.join(' | ')}`,
  )
  return buildLexicon([...Object.values(sources), own.join('\n')])
}
