// One document while it is being read: text, tokens, lexicon anchors, sentences, and what the passes
// have found so far. Passes talk in token indexes and turn them into offsets when they emit. A pass does
// not try its rules at every token: it jumps with `seek` to the tokens where a phrase of one of its
// classes can start, and there asks `find` (this phrase or a shorter one) or `meaning` (the longest). Where
// it reads whole sentences, a `SentenceGate` says first whether there is such a token.
import type {
  AgendaItem,
  Assignment,
  Certainty,
  Decision,
  Finding,
  FindingKind,
  Opinion,
  Period,
  Quantity,
  ReadOptions,
  Span,
  Statement,
  Trace,
} from './findings.ts'
import { type Anchors, type Lexicon, MARGIN } from './lexicon/tables.ts'
import type { Room } from './room.ts'
import { LINE_END, NUMBER, SPACED, type Tokens } from './tokens.ts'
import { type WordSet, words } from './words.ts'

/** A sentence (or a title, a list item): tokens `from` (inclusive) to `to` (exclusive), marks included. */
export interface Sentence {
  from: number
  to: number
  paragraph: number
  /** A line of its own without a full stop: headline, section head, caption, byline. */
  title: boolean
  /** Starts with a bullet or a list number; `from` is the first token behind it. */
  listed: boolean
}

/** Token range of something found, kept so that later passes need not search again. */
export interface Claim {
  from: number
  to: number
}

export interface Doc {
  text: string
  tokens: Tokens
  anchors: Anchors
  /** Of the anchors what is asked most, one step nearer. */
  family: Int32Array
  word: Int32Array
  mark: Int32Array
  lexicon: Lexicon
  sentences: Sentence[]
  /** For each token the index of its sentence. */
  sentenceOf: Int32Array
  /** For each sentence the bits of the gates that open somewhere in it. */
  opened: Int32Array
  /** For each sentence where its first colon stands, once it was asked for: see `colonIn`. */
  colons: Int32Array
  /** For each token the claim that covers it: 0 none, 1 period or date, 2 citation, 3 quantity. */
  claimed: Uint8Array
  findings: Finding[]
  /** Those of the findings that passes look for, by their kind, in the same order. */
  quantities: Quantity[]
  statements: Statement[]
  agendaItems: AgendaItem[]
  assignments: Assignment[]
  decisions: Decision[]
  opinions: Opinion[]
  /** For each sentence the one that heads its goals, once it was asked for. */
  goals: Int32Array | null
  /** The periods by the offset where they start. */
  periods: Map<number, Period>
  options: ReadOptions
  /** Where the passes get their arrays by token; the slots are numbered below. */
  room: Room
}

/** The slots of integer arrays in a room. */
export const PHRASE = 0
export const END = 1
export const SENTENCE_OF = 2
export const MENTIONED = 3
export const FAMILY = 4
export const WORDS = 5
export const MARKS = 6
export const GOALS = 7
export const STARTS = 8
export const CHAIN = 9
export const OPENED = 10
export const COLONS = 11

export const FREE = 0
export const PERIOD = 1
export const CITATION = 2
export const QUANTITY = 3

export { type WordSet, word, words } from './words.ts'

/** True when token `at` is one of the words. */
export function isWord(doc: Doc, at: number, set: WordSet): boolean {
  return set.has(doc.word[at + MARGIN] ?? 0)
}

/** The first token from `from` on, before `to`, that is one of the words; `to` where none is. */
export function seekWord(doc: Doc, set: WordSet, from: number, to: number): number {
  const { word } = doc
  let at = from
  while (at < to && !set.has(word[at + MARGIN] ?? 0)) at++
  return at
}

/** The first token from `from` on, before `to`, where a gate opens or one of the words stands; `to` where none does. */
export function seekEither(
  doc: Doc,
  gate: Uint8Array,
  set: WordSet,
  from: number,
  to: number,
): number {
  const { word, family } = doc
  let at = from
  while (at < to && gate[family[at] ?? 0] !== 1 && !set.has(word[at + MARGIN] ?? 0)) at++
  return at
}

/** Words of two syllables, which are looked for by the second one: fewer words have it. */
export interface Pairs {
  seconds: WordSet
  pairs: readonly [WordSet, WordSet][]
}

/** Words of two syllables from a list "phấn đấu | mục tiêu". */
export function pairs(list: string): Pairs {
  const split = list.split(' | ').map((pair) => pair.split(' ') as [string, string])
  return {
    seconds: words(split.map(([, second]) => second).join(' ')),
    pairs: split.map(([first, second]) => [words(first), words(second)]),
  }
}

/** True when token `at` is the second syllable of one of the words, behind its first one. */
export function endsPair(doc: Doc, at: number, words: Pairs): boolean {
  if (!isWord(doc, at, words.seconds)) return false
  for (const [first, second] of words.pairs)
    if (isWord(doc, at, second) && isWord(doc, at - 1, first)) return true
  return false
}

/** The first token from `from` on, before `to`, that is the second syllable of one of the words; `to` where none is. */
export function seekPair(doc: Doc, words: Pairs, from: number, to: number): number {
  let at = seekWord(doc, words.seconds, from, to)
  while (at < to && !endsPair(doc, at, words)) at = seekWord(doc, words.seconds, at + 1, to)
  return at
}

/** True when token `at` is this punctuation mark (`-` stands for every dash, `"` for every quotation mark). */
export function isMark(doc: Doc, at: number, mark: string): boolean {
  return doc.mark[at + MARGIN] === mark.charCodeAt(0)
}

export const isNumber = (doc: Doc, at: number): boolean => doc.tokens.kind[at] === NUMBER
export const isLineEnd = (doc: Doc, at: number): boolean => doc.tokens.kind[at] === LINE_END
export const hasSpace = (doc: Doc, at: number): boolean =>
  ((doc.tokens.flags[at] ?? 0) & SPACED) !== 0

/** Payload of the class when the longest phrase at token `at` has it, else undefined. */
export function meaning(doc: Doc, at: number, name: string): string | undefined {
  const place = placeAt(doc, at, name)
  const { payloads } = doc.lexicon
  const { payloadOf, shorterBy } = doc.lexicon.tables
  return place >= 0 && shorterBy[place] === 0 ? payloads[payloadOf[place] ?? 0] : undefined
}

/** Place in the tables of what the phrase at token `at` or a shorter one means in the class, or -1. */
function placeAt(doc: Doc, at: number, name: string): number {
  const phrase = at < 0 ? 0 : (doc.anchors.phrase[at] ?? 0)
  return phrase === 0 ? -1 : doc.lexicon.placeOf(phrase, name)
}

/**
 * The first token from `from` on, before `to`, where one of the gate's classes can be found (`to` where
 * none can). A gate is made once by `doc.lexicon.gate('order concludeVerb')`.
 */
export function seek(doc: Doc, gate: Uint8Array, from: number, to: number): number {
  const { family } = doc
  let at = from
  while (at < to && gate[family[at] ?? 0] !== 1) at++
  return at
}

/** The gate of some classes for a module that asks often: looked up once for each lexicon. */
export class Gate {
  private readonly classes: string
  private lexicon: Lexicon | null = null
  private flags: Uint8Array = new Uint8Array(1)

  constructor(classes: string) {
    this.classes = classes
  }

  /** For each family of phrases 1 where one of the classes is found in it. */
  of(doc: Doc): Uint8Array {
    return this.lexicon === doc.lexicon ? this.flags : this.turnTo(doc.lexicon)
  }

  private turnTo(lexicon: Lexicon): Uint8Array {
    this.lexicon = lexicon
    this.flags = lexicon.gate(this.classes)
    return this.flags
  }

  /** True where one of the classes may be found at token `at`; false for sure where none is. */
  opens(doc: Doc, at: number): boolean {
    return at >= 0 && this.of(doc)[doc.family[at] ?? 0] === 1
  }
}

const sentenceGates: SentenceGate[] = []

/** A gate that sentences are asked for as a whole: in most of them it opens nowhere, which one bit says. There may be 32. */
export class SentenceGate extends Gate {
  private readonly bit: number

  constructor(classes: string) {
    super(classes)
    this.bit = 1 << (sentenceGates.push(this) - 1)
  }

  /** True where it opens at the token or elsewhere in its sentence. */
  near(doc: Doc, at: number): boolean {
    return ((doc.opened[doc.sentenceOf[at] ?? 0] ?? 0) & this.bit) !== 0
  }

  /** What `seek` finds in a range that lies in one sentence. */
  first(doc: Doc, from: number, to: number): number {
    return this.near(doc, from) ? seek(doc, this.of(doc), from, to) : to
  }
}

const bitsOf = new WeakMap<Lexicon, Int32Array>()

/** For each family of phrases the bits of the gates that it opens. */
function openedBy(doc: Doc): Int32Array {
  let bits = bitsOf.get(doc.lexicon)
  if (!bits) {
    bits = new Int32Array(doc.lexicon.tables.familyHeads.length)
    for (const [place, gate] of sentenceGates.entries()) {
      const flags = gate.of(doc)
      for (let family = 0; family < bits.length; family++)
        if (flags[family] === 1) bits[family] = (bits[family] ?? 0) | (1 << place)
    }
    bitsOf.set(doc.lexicon, bits)
  }
  return bits
}

/** Fills in which gates open in which sentence. */
export function openSentences(doc: Doc): void {
  const { family, sentenceOf, opened, tokens } = doc
  const bits = openedBy(doc)
  for (let at = 0; at < tokens.count; at++) {
    const own = bits[family[at] ?? 0] ?? 0
    const sentence = sentenceOf[at] ?? 0
    if (own !== 0) opened[sentence] = (opened[sentence] ?? 0) | own
  }
}

/** Token behind the phrase that starts at `at` (or behind the token itself where none does). */
export function phraseEnd(doc: Doc, at: number): number {
  return doc.anchors.phrase[at] ? (doc.anchors.end[at] ?? at + 1) : at + 1
}

/**
 * The meaning of the longest phrase at token `at` that has the class; shorter phrases are tried unless
 * the longest is a neutral one ("tỷ lệ" is no billion). Returns payload and the token behind.
 */
export function find(doc: Doc, at: number, name: string): { payload: string; to: number } | null {
  const place = placeAt(doc, at, name)
  if (place < 0) return null
  const { payloads } = doc.lexicon
  const { payloadOf, shorterBy } = doc.lexicon.tables
  const to = (doc.anchors.end[at] ?? at + 1) - (shorterBy[place] ?? 0)
  return { payload: payloads[payloadOf[place] ?? 0] ?? '', to }
}

/** True where `find` would find something: for those who want to know no more. */
export function has(doc: Doc, at: number, name: string): boolean {
  return placeAt(doc, at, name) >= 0
}

/** The text of tokens `from` to `to` (exclusive). */
export function textOf(doc: Doc, from: number, to: number): string {
  return doc.text.slice(doc.tokens.start[from], doc.tokens.end[to - 1])
}

/** Tokens `from` to `to` (exclusive) as a span of the contract. */
export function spanOf(doc: Doc, from: number, to: number): Span {
  const start = doc.tokens.start[from] ?? 0
  const end = doc.tokens.end[to - 1] ?? start
  return { start, end, quote: doc.text.slice(start, end) }
}

/** Offsets as ids have them, each behind its colon: most come several times, and a number is dear to write. */
const written: string[] = []

function placed(offset: number): string {
  if (offset >= 1 << 16) return `:${offset}`
  while (written.length <= offset) written.push(`:${written.length}`)
  return written[offset] ?? ''
}

/** The id of a finding: its kind and its offsets. */
export const idOf = (kind: FindingKind, start: number, end: number): string =>
  kind + placed(start) + placed(end)

/** Id and span of a finding. The kinds that come often are written out from it: to spread a head costs more. */
export function identify(doc: Doc, kind: FindingKind, from: number, to: number) {
  const start = doc.tokens.start[from] ?? 0
  const end = doc.tokens.end[to - 1] ?? start
  return { id: idOf(kind, start, end), start, end, quote: doc.text.slice(start, end) }
}

/** The fields every finding shares. */
export function head<K extends FindingKind>(
  doc: Doc,
  kind: K,
  from: number,
  to: number,
  rule: string,
  certainty: Certainty,
) {
  const start = doc.tokens.start[from] ?? 0
  const end = doc.tokens.end[to - 1] ?? start
  const quote = doc.text.slice(start, end)
  return { id: idOf(kind, start, end), kind, start, end, quote, rule, certainty }
}

/** Adds a trace when one was asked for; the maker is not called otherwise. */
export function explain(doc: Doc, finding: Finding, make: () => Partial<Trace>): void {
  if (doc.options.trace)
    finding.trace = { anchors: [], steps: [], inherited: [], refused: [], ...make() }
}

/** Marks tokens as belonging to something. */
export function claim(doc: Doc, from: number, to: number, by: number): void {
  const { claimed } = doc
  for (let at = from; at < to; at++) claimed[at] = by
}

/** The token that starts at or after a text offset. */
export function tokenAt(doc: Doc, offset: number): number {
  let low = 0
  let high = doc.tokens.count
  while (low < high) {
    const middle = (low + high) >> 1
    if ((doc.tokens.end[middle] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** True where the line around a stretch of the text has at most `longest` letters; no further is looked, however long it is. */
export function inShortLine(
  { text }: Doc,
  { start, end }: { start: number; end: number },
  longest: number,
): boolean {
  let from = start
  let to = end
  while (from > 0 && to - from <= longest && text.charCodeAt(from - 1) !== 0x0a) from--
  while (to < text.length && to - from <= longest && text.charCodeAt(to) !== 0x0a) to++
  return to - from <= longest
}
