// Lines, paragraphs and sentences over the tokens: where a thought begins and ends.
import type { Sentence } from './doc.ts'
import {
  ALL_CAPITALS,
  CAPITAL,
  hashOf,
  LINE_END,
  NUMBER,
  PUNCTUATION,
  SPACED,
  type Tokens,
  WORD,
} from './tokens.ts'

const STOP = 0x2e
const ELLIPSIS = 0x2026
const SEMICOLON = 0x3b
const COLON = 0x3a

/** Abbreviations behind which a full stop ends nothing. */
const abbreviations = new Set(
  [
    'tp',
    'tx',
    'tt',
    'q',
    'p',
    'h',
    'x',
    'tr',
    'gs',
    'pgs',
    'ts',
    'ths',
    'bs',
    'bscki',
    'bsckii',
    'ks',
    'cn',
    'nxb',
    'v',
    'ông',
    'đ',
    'đc',
    'st',
    'stt',
    'nđ',
    'ub',
    'hđ',
    'no',
    'vd',
    'kts',
    'ncs',
  ].map(hashOf),
)

/**
 * Cuts the tokens into sentences. A single line end inside a hard-wrapped paragraph is a space; a
 * line without a full stop that stands by itself is a title. Linear in the number of tokens.
 */
export function cutSentences(text: string, tokens: Tokens): Sentence[] {
  const width = wrapWidth(tokens)
  const sentences: Sentence[] = []
  let paragraph = 0
  let from = 0
  let ended = false
  const close = (to: number, full: boolean): void => {
    let begin = from
    let listed = false
    const behind = listMark(text, tokens, begin, to)
    if (behind > begin) {
      begin = behind
      listed = true
    }
    if (to > begin) sentences.push({ from: begin, to, paragraph, title: !full && !ended, listed })
    from = to
    ended = full
  }
  let line = 0
  for (let stop = 0; stop < tokens.stopCount; stop++) {
    const at = tokens.stops[stop] ?? 0
    if (tokens.kind[at] === LINE_END) {
      const lineFrom = line
      line = at + 1
      if (at === from) {
        from = at + 1
        if ((tokens.hash[at] ?? 0) > 0) paragraph++
        ended = false
        continue
      }
      if (joins(text, tokens, at, lineFrom, width)) continue
      const last = tokens.hash[at - 1] ?? 0
      const full =
        tokens.kind[at - 1] === PUNCTUATION &&
        (last === STOP ||
          last === ELLIPSIS ||
          last === SEMICOLON ||
          last === COLON ||
          last === 0x21 ||
          last === 0x3f ||
          last === 0x2c)
      close(at, full)
      from = at + 1
      paragraph++
      ended = false
    } else if (at >= from && endsSentence(text, tokens, at)) {
      // The full stop of "1." or "II." at the start of a line numbers the sentence behind it.
      const lineStart = from === 0 || tokens.kind[from - 1] === LINE_END
      if (lineStart && at <= from + 2 && listMark(text, tokens, from, tokens.count) > at) continue
      let to = at + 1
      // Closing quotation marks and the "./." of the last line belong to the sentence.
      while (
        to < tokens.count &&
        tokens.kind[to] === PUNCTUATION &&
        ((tokens.flags[to] ?? 0) & SPACED) === 0 &&
        closers.has(tokens.hash[to] ?? 0)
      )
        to++
      close(to, true)
    }
  }
  if (from < tokens.count) close(tokens.count, false)
  return sentences
}

/** True where a sentence runs over the end of a line. */
function runsOn({ stops, stopCount, kind }: Tokens, sentences: readonly Sentence[]): boolean {
  let next = 0
  for (let stop = 0; stop < stopCount; stop++) {
    const at = stops[stop] ?? 0
    if (kind[at] !== LINE_END) continue
    while (next < sentences.length && (sentences[next]?.to ?? 0) <= at) next++
    if ((sentences[next]?.from ?? at) < at) return true
  }
  return false
}

/**
 * Takes the line ends inside sentences out of the tokens, so that "Yêu cầu\ncác sở" reads as in one line.
 * Moves the sentences' tokens with them; the offsets of the tokens stay. Linear.
 */
export function joinLines(tokens: Tokens, sentences: readonly Sentence[]): void {
  if (!runsOn(tokens, sentences)) return
  const { start, end, kind, flags, hash, count } = tokens
  let to = 0
  let at = 0
  const keep = (): void => {
    start[to] = start[at] ?? 0
    end[to] = end[at] ?? 0
    kind[to] = kind[at] ?? 0
    flags[to] = flags[at] ?? 0
    hash[to] = hash[at] ?? 0
    to++
  }
  for (const sentence of sentences) {
    for (; at < sentence.from; at++) keep()
    const last = sentence.to
    sentence.from = to
    for (; at < last; at++) {
      const inside = kind[at] === LINE_END && at + 1 < last && to > sentence.from
      if (inside) flags[at + 1] = (flags[at + 1] ?? 0) | SPACED
      else keep()
    }
    sentence.to = to
  }
  for (; at < count; at++) keep()
  for (const array of [start, end, kind, flags, hash]) array.fill(0, to, count)
  tokens.count = to
}

const closers = new Set([0x22, 0x201d, 0x2019, 0xbb, 0x29, 0x2f, STOP])

function endsSentence(text: string, tokens: Tokens, at: number): boolean {
  const code = tokens.hash[at] ?? 0
  if (code === 0x21 || code === 0x3f) return true
  if (code !== STOP && code !== ELLIPSIS) return false
  const next = at + 1
  if (next >= tokens.count || tokens.kind[next] === LINE_END) return true
  const nextKind = tokens.kind[next]
  const capital = nextKind === WORD && ((tokens.flags[next] ?? 0) & CAPITAL) !== 0
  if (code === ELLIPSIS) return capital
  const spaced = ((tokens.flags[next] ?? 0) & SPACED) !== 0
  if (nextKind === PUNCTUATION) {
    const mark = tokens.hash[next] ?? 0
    if (mark === 0x2f) return true
    return spaced || mark === 0x22 || mark === 0x201d || mark === 0x29
  }
  if (
    tokens.kind[at - 1] === WORD &&
    abbreviations.has(tokens.hash[at - 1] ?? 0) &&
    nextKind === WORD
  ) {
    const before = (tokens.end[at - 1] ?? 0) - (tokens.start[at - 1] ?? 0)
    const upper =
      text.charAt(tokens.start[at - 1] ?? 0) !==
      text.charAt(tokens.start[at - 1] ?? 0).toLowerCase()
    if (upper || before <= 1) return false
  }
  // Initials: "Đ.T.T.H."
  if (
    tokens.kind[at - 1] === WORD &&
    (tokens.end[at - 1] ?? 0) - (tokens.start[at - 1] ?? 0) === 1 &&
    capital &&
    !spaced
  )
    return false
  if (nextKind === NUMBER) return spaced
  return capital || (spaced && ((tokens.flags[next] ?? 0) & ALL_CAPITALS) !== 0)
}

/** True when the line end is only a place where the line was full. */
function joins(text: string, tokens: Tokens, at: number, lineFrom: number, width: number): boolean {
  if ((tokens.hash[at] ?? 0) > 1) return false
  const before = tokens.kind[at - 1]
  const mark = tokens.hash[at - 1] ?? 0
  const next = at + 1
  if (next >= tokens.count) return false
  const small = tokens.kind[next] === WORD && ((tokens.flags[next] ?? 0) & CAPITAL) === 0
  // In a text wrapped by hand "…;" goes on in small letters, unless a bullet or a number starts an item.
  const items = width > 0 && mark === SEMICOLON && small
  if (before === PUNCTUATION && !carriesOn.has(mark) && !items) return false
  if (listMark(text, tokens, next, tokens.count) > next) return false
  if (small) return true
  if (before === PUNCTUATION && mark === 0x2c) return true
  if (tokens.kind[next] === NUMBER && before === WORD && lineLength(tokens, lineFrom, at) > 50)
    return true
  if (width === 0) return false
  // Lines in capitals are set apart; others run on when there was no room for the next word.
  const shouted = ((tokens.flags[next] ?? 0) & ALL_CAPITALS) !== 0
  const last = ((tokens.flags[at - 1] ?? 0) & ALL_CAPITALS) !== 0
  if (shouted && last) return false
  const room = (tokens.end[next] ?? 0) - (tokens.start[next] ?? 0) + 1
  return lineLength(tokens, lineFrom, at) + room > width * 0.86
}

/** Marks at a line's end that do not end the sentence: , - – ) % ” */
const carriesOn = new Set([0x2c, 0x2d, 0x2013, 0x29, 0x25, 0x201d])

const longest = 160

/** Length in code units of the line from its first token to its end. */
const lineLength = ({ start, end }: Tokens, from: number, lineEnd: number): number =>
  (end[lineEnd - 1] ?? 0) - (start[from] ?? 0)

/**
 * Width of the lines of a text that is wrapped by hand, or 0: many lines of about one length end in
 * mid-sentence, and hardly any is longer.
 */
function wrapWidth(tokens: Tokens): number {
  let cut = 0
  let long = 0
  let width = 0
  let from = 0
  for (let stop = 0; stop < tokens.stopCount; stop++) {
    const at = tokens.stops[stop] ?? 0
    if (tokens.kind[at] !== LINE_END) continue
    const length = lineLength(tokens, from, at)
    from = at + 1
    if (at === 0) continue
    if (length > longest) {
      long++
      continue
    }
    const kind = tokens.kind[at - 1]
    const open = kind === WORD || kind === NUMBER || tokens.hash[at - 1] === 0x2c
    if (length < 45 || !open || tokens.hash[at] !== 1) continue
    cut++
    width = Math.max(width, length)
  }
  return cut >= 4 && cut > long * 2 ? width : 0
}

/** Token behind a bullet or list number at the start of a line, or `from` where there is none. */
function listMark(text: string, tokens: Tokens, from: number, to: number): number {
  const kind = tokens.kind[from]
  const next = from + 1
  if (next >= to) return from
  if (kind === PUNCTUATION) {
    const code = tokens.hash[from] ?? 0
    if (
      bullets.has(code) &&
      ((tokens.flags[next] ?? 0) & SPACED) !== 0 &&
      tokens.kind[next] !== NUMBER
    )
      return next
    if (bullets.has(code) && tokens.kind[next] === WORD) return next
    return from
  }
  // "Điều 3. …" of a resolution
  if (kind === WORD && tokens.hash[from] === article && tokens.kind[next] === NUMBER) {
    const stop = tokens.kind[next + 1] === PUNCTUATION && tokens.hash[next + 1] === STOP
    return stop && next + 2 < to ? next + 2 : from
  }
  const closing = tokens.kind[next] === PUNCTUATION ? (tokens.hash[next] ?? 0) : 0
  if (closing !== STOP && closing !== 0x29 && closing !== 0x2f && closing !== 0x2d) return from
  if (((tokens.flags[next] ?? 0) & SPACED) !== 0 || next + 1 >= to) return from
  const length = (tokens.end[from] ?? 0) - (tokens.start[from] ?? 0)
  const roman = kind === WORD && /^[IVXLC]+$/.test(text.slice(tokens.start[from], tokens.end[from]))
  if (closing === 0x2f || closing === 0x2d) {
    // "1- Về …", "2.1- Đồng ý …", "a/ Giao …": a capital behind it, so that "5- 7 ha" is none.
    const flags = tokens.flags[next + 1] ?? 0
    const apart = (flags & SPACED) !== 0
    const counted = kind === NUMBER ? isListNumber(text, tokens, from) : length === 1
    const opens = tokens.kind[next + 1] === WORD && (flags & CAPITAL) !== 0
    return apart && (roman || (counted && opens)) ? next + 1 : from
  }
  if (kind === NUMBER && isListNumber(text, tokens, from)) return next + 1
  if (kind === WORD && (roman || length === 1)) return next + 1
  return from
}

/** "2", "2.1", "1.2.3" */
const isListNumber = (text: string, { start, end }: Tokens, at: number): boolean =>
  /^\d{1,2}(\.\d{1,2}){0,3}$/.test(text.slice(start[at], end[at]))

const article = hashOf('điều')

const bullets = new Set([
  0x2d, 0x2013, 0x2014, 0x2022, 0x2b, 0x2a, 0xb7, 0x25cf, 0x25aa, 0x2212, 0x25cb, 0x25a0, 0x27a2,
  0x2713, 0xf0b7, 0xf02d, 0xf0a7,
])
