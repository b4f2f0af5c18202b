// One pass over the code units: words (syllables), numbers, punctuation and line ends, in typed
// arrays. Nothing is copied out of the text here.
import { lowerCase } from './fold.ts'
import { suspects } from './text.ts'

export const WORD = 1
export const NUMBER = 2
export const PUNCTUATION = 3
export const LINE_END = 4

/** Flag: the first letter is a capital. */
export const CAPITAL = 1
/** Flag: all letters are capitals (and there are at least two). */
export const ALL_CAPITALS = 2
/** Flag: white space stands before. */
export const SPACED = 4

/**
 * The tokens of a text. Offsets count UTF-16 code units; arrays are longer than `count`, what lies
 * behind it is zero. A `LINE_END` token covers one or more line breaks with the space between them;
 * `hash` holds their number there, the value of the first code unit for punctuation, and the hash of
 * the folded letters for a word.
 */
export interface Tokens {
  count: number
  /** Where lines and sentences may end: the tokens of line ends and of . … ! ? in their order. */
  stops: Int32Array
  stopCount: number
  /** A tab, a bar, two spaces, or a line of figures was seen: there may be a table. */
  columns: boolean
  /** The text may have to be normalised first. */
  suspect: boolean
  start: Int32Array
  end: Int32Array
  kind: Uint8Array
  flags: Uint8Array
  hash: Int32Array
}

const LETTER = 1
const DIGIT = 2
const SPACE = 3
const BREAK = 4
const IGNORED = 5

/** Not looked at yet: what a text hardly ever has is classed when it comes. */
const UNKNOWN = 6

/** Stretches of letters and combining marks that need no look-up: Latin, and what is put on it. */
const latinBlocks = [
  [0x41, 0x5a],
  [0x61, 0x7a],
  [0xaa, 0xaa],
  [0xb5, 0xb5],
  [0xba, 0xba],
  [0xc0, 0xd6],
  [0xd8, 0xf6],
  [0xf8, 0x2af],
  [0x300, 0x36f],
  [0x1e00, 0x1eff],
] as const
/** Spaces, marks and dashes behind them, and the surrogates, which are passed over as no letters. */
const otherBlocks = [
  [0, 0xff],
  [0x2000, 0x206f],
  [0xd800, 0xdfff],
] as const

/** Class of every code unit: letters of any script, digits, spaces; the rest is punctuation (0). */
function buildClasses(): Uint8Array {
  const table = new Uint8Array(65536).fill(UNKNOWN)
  for (const [from, to] of otherBlocks) table.fill(0, from, to + 1)
  for (const [from, to] of latinBlocks) table.fill(LETTER, from, to + 1)
  for (let digit = 0x30; digit <= 0x39; digit++) table[digit] = DIGIT
  for (const space of [0x20, 0x09, 0xa0, 0x202f, 0x2009, 0x2007, 0x3000, 0x2002, 0x2003, 0x0b])
    table[space] = SPACE
  for (const end of [0x0a, 0x0d, 0x0c, 0x2028, 0x2029, 0x85]) table[end] = BREAK
  for (const mark of [0x200b, 0x200c, 0x200d, 0x2060, 0xfeff, 0xad]) table[mark] = IGNORED
  return table
}

const classes = buildClasses()

/** Set for code units that call for `normalise`: signs of an old encoding, combining marks. */
const SUSPECT = 1 << 20

/** By code unit: the class in the lowest three bits, the lower case in the next sixteen, `SUSPECT`. */
const units = Int32Array.from(
  classes,
  (type, unit) => ((lowerCase[unit] || unit) << 3) | type | (suspects[unit] === 0 ? 0 : SUSPECT),
)

const lowerOf = (entry: number): number => (entry >>> 3) & 0xffff

/** The same with what is classed when it comes; 0 for NaN, behind the end of a text. */
function lookUp(unit: number): number {
  const known = units[unit] ?? 0
  if ((known & 7) !== UNKNOWN) return known
  const found = (known & ~7) | (/[\p{L}\p{M}]/u.test(String.fromCharCode(unit)) ? LETTER : 0)
  units[unit] = found
  return found
}

const classOf = (unit: number): number => lookUp(unit) & 7

/** Hash of a folded word, the same that the tokens carry. */
export function hashOf(folded: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < folded.length; at++)
    hash = Math.imul(hash ^ folded.charCodeAt(at), 0x01000193)
  return hash | 0
}

/** A number is never taken for a word: its hash starts elsewhere. */
const numberSeed = 0x2545f491

/** Room for the tokens of a text of this many code units: a word and its space are four to five of them. */
const roomFor = (length: number): number => 16 + Math.ceil(length / 3)

/** Empty arrays for a text of this many code units; one of shorter words grows them. */
export function newTokens(length: number): Tokens {
  const size = roomFor(length)
  return {
    count: 0,
    stops: new Int32Array(size),
    stopCount: 0,
    columns: false,
    suspect: false,
    start: new Int32Array(size),
    end: new Int32Array(size),
    kind: new Uint8Array(size),
    flags: new Uint8Array(size),
    hash: new Int32Array(size),
  }
}

/** Cuts the text into tokens, in one pass; into the arrays of an earlier text where some are given. */
export function tokenise(text: string, used?: Tokens): Tokens {
  let tokens = used && used.start.length >= roomFor(text.length) ? used : newTokens(text.length)
  const before = tokens.count
  let { start, end, kind, flags, hash: hashes, stops } = tokens
  let count = 0
  let stopCount = 0
  let columns = false
  let seen = 0
  let at = 0
  let spaced = 0
  const length = text.length
  while (at < length) {
    if (count + 1 >= start.length) {
      tokens = grow(tokens)
      ;({ start, end, kind, flags, hash: hashes, stops } = tokens)
    }
    const code = text.charCodeAt(at)
    const looked = lookUp(code)
    const type = looked & 7
    const begin = at
    seen |= looked
    if (type === SPACE || type === IGNORED) {
      at++
      if (type === SPACE) {
        columns ||= spaced !== 0 || code === TAB
        spaced = SPACED
      }
      continue
    }
    start[count] = begin
    if (type === LETTER) {
      let hash = 0x811c9dc5
      let capitals = 0
      let ignored = 0
      let unit = code
      let entry = looked
      // "tăng1,36%": a figure glued to a word of the language; "m2" and "CO2" stay one word.
      let highest = 0
      for (;;) {
        if (unit > highest) highest = unit
        seen |= entry
        if ((entry & 7) === IGNORED) ignored++
        else {
          const lower = lowerOf(entry)
          if (lower !== unit) capitals++
          hash = Math.imul(hash ^ lower, 0x01000193)
        }
        if (++at >= length) break
        unit = text.charCodeAt(at)
        entry = lookUp(unit)
        const unitType = entry & 7
        if (unitType === LETTER) continue
        if (unitType === SPACE) break
        if (unitType === DIGIT ? highest <= 0x7f : unit === 0xb2 || unit === 0xb3) continue
        if (unitType !== IGNORED || classOf(text.charCodeAt(at + 1)) !== LETTER) break
      }
      const letters = at - begin - ignored
      kind[count] = WORD
      hashes[count] = hash
      flags[count] =
        spaced |
        (lowerOf(looked) === code ? 0 : CAPITAL) |
        (capitals > 1 && capitals === letters ? ALL_CAPITALS : 0)
    } else if (type === DIGIT) {
      let hash = Math.imul(numberSeed ^ code, 0x01000193)
      at++
      while (at < length) {
        const unit = text.charCodeAt(at)
        if (classes[unit] === DIGIT) at++
        else if (
          (unit === 0x2e || unit === 0x2c) &&
          at + 1 < length &&
          classes[text.charCodeAt(at + 1)] === DIGIT
        )
          at += 2
        else break
        hash = Math.imul(hash ^ text.charCodeAt(at - 1), 0x01000193)
      }
      kind[count] = NUMBER
      flags[count] = spaced
      hashes[count] = hash
    } else if (type === BREAK) {
      let lines = 0
      while (at < length) {
        const unit = text.charCodeAt(at)
        const entry = lookUp(unit)
        const other = entry & 7
        seen |= entry
        if (other === BREAK) {
          if (!(unit === 0x0a && at > begin && text.charCodeAt(at - 1) === 0x0d)) lines++
        } else if (other === SPACE) columns ||= unit === TAB
        else if (other !== IGNORED) {
          columns ||= other === DIGIT || unit === 0x2e || unit === 0x2c
          break
        }
        at++
      }
      kind[count] = LINE_END
      flags[count] = 0
      hashes[count] = lines
      stops[stopCount++] = count
    } else {
      at++
      if (code === 0x2e) while (at < length && text.charCodeAt(at) === 0x2e) at++
      columns ||= code === BAR
      if (code === 0x2e || code === 0x2026 || code === 0x21 || code === 0x3f)
        stops[stopCount++] = count
      kind[count] = PUNCTUATION
      flags[count] = spaced
      hashes[count] = at - begin > 1 ? 0x2026 : code
    }
    end[count] = at
    count++
    spaced = 0
  }
  tokens.count = count
  tokens.stopCount = stopCount
  tokens.columns = columns
  tokens.suspect = (seen & SUSPECT) !== 0
  if (before > count) clear(tokens, count, before)
  return tokens
}

const TAB = 0x09
const BAR = 0x7c

/** What an earlier text left behind the tokens of this one. */
function clear(tokens: Tokens, from: number, to: number): void {
  tokens.start.fill(0, from, to)
  tokens.end.fill(0, from, to)
  tokens.kind.fill(0, from, to)
  tokens.flags.fill(0, from, to)
  tokens.hash.fill(0, from, to)
}

function grow(tokens: Tokens): Tokens {
  const size = tokens.start.length * 2
  const longer = <T extends Int32Array | Uint8Array>(from: T, to: T): T => {
    to.set(from as never)
    return to
  }
  return {
    count: tokens.count,
    stops: longer(tokens.stops, new Int32Array(size)),
    stopCount: tokens.stopCount,
    columns: tokens.columns,
    suspect: tokens.suspect,
    start: longer(tokens.start, new Int32Array(size)),
    end: longer(tokens.end, new Int32Array(size)),
    kind: longer(tokens.kind, new Uint8Array(size)),
    flags: longer(tokens.flags, new Uint8Array(size)),
    hash: longer(tokens.hash, new Int32Array(size)),
  }
}
