// Numbers as people write them: digits with Vietnamese or English separators, words of every region,
// and the chain of multipliers behind ("390 nghìn tỷ").
import { type Doc, Gate, hasSpace, isNumber, isWord, meaning, phraseEnd, words } from './doc.ts'
import { numberOf } from './remembered.ts'
import { readSpoken } from './spoken.ts'
import { LINE_END, WORD } from './tokens.ts'

/** A number in the text, before its unit is known. Token range, value, and what is doubtful about it. */
export interface ReadNumber {
  from: number
  to: number
  value: number
  /** `3`: one separator and exactly three digits behind it, which both systems read differently. */
  doubt: 'dot3' | 'comma3' | null
  /** The value under the other reading, where `doubt` is set. */
  other: number
  /** Product of the multipliers behind the digits. */
  scale: number
  /** Written in digits (false: in words). */
  digits: boolean
  /** A single bare digit word such as "hai", which needs a counted noun behind it. */
  bare: boolean
}

/** A value, what is doubtful about it, and the value under the other reading. */
interface Digits {
  value: number
  doubt: 'dot3' | 'comma3' | null
  other: number
}

const plain = (value: number): Digits => ({ value, doubt: null, other: value })

/** What digits and separators of a text can mean, or null for "15.7.2021" and the like. */
export function digitsValue(text: string, from = 0, to = text.length): Digits | null {
  const whole = wholeValue(text, from, to)
  if (whole >= 0) return plain(whole)
  const simple = oneSeparator(text, from, to)
  if (simple) return simple
  const written = text.slice(from, to)
  if (!written.includes('.') && !written.includes(',')) return null
  if (/^\d{1,3}(\.\d{3})+(,\d+)?$/.test(written)) {
    return plain(Number(written.replaceAll('.', '').replace(',', '.')))
  }
  if (/^\d+,\d+$/.test(written)) return plain(Number(written.replace(',', '.')))
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(written)) return plain(Number(written.replaceAll(',', '')))
  if (/^\d+\.\d+$/.test(written)) return plain(Number(written))
  return null
}

/**
 * The same for at most 15 digits with one separator between them, as most figures have: integers and
 * powers of ten this small are exact, so the quotient is the double that the digits would be read as.
 * Null for every other string.
 */
function oneSeparator(text: string, from: number, to: number): Digits | null {
  if (to - from > 16) return null
  let separator = 0
  let place = 0
  let digits = 0
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at)
    if (unit >= 0x30 && unit <= 0x39) digits = digits * 10 + unit - 0x30
    else if ((unit === DOT || unit === COMMA) && separator === 0 && at > from) {
      separator = unit
      place = at - from
    } else return null
  }
  const behind = to - from - place - 1
  if (separator === 0 || behind === 0) return null
  const fraction = digits / (powers[behind] ?? 1)
  if (behind !== 3 || place > 3) return { value: fraction, doubt: null, other: fraction }
  // Three digits behind the separator are read in two ways, but not behind a zero.
  const leading = text.charCodeAt(from) !== 0x30
  if (separator === DOT)
    return leading
      ? { value: digits, doubt: 'dot3', other: fraction }
      : { value: digits, doubt: null, other: digits }
  return leading
    ? { value: fraction, doubt: 'comma3', other: digits }
    : { value: fraction, doubt: null, other: fraction }
}

/** The powers of ten that a double holds exactly and a figure needs. */
const powers = Array.from({ length: 17 }, (_, power) => 10 ** power)

const DOT = 0x2e
const COMMA = 0x2c

/** The value of at most 15 digits without a separator, which a double holds exactly; else -1. */
function wholeValue(text: string, from: number, to: number): number {
  if (to - from > 15 || from === to) return -1
  let value = 0
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 0x30
    if (digit < 0 || digit > 9) return -1
    value = value * 10 + digit
  }
  return value
}

/** Reads the number that starts at token `at`, with its multipliers; null where none does. */
export function readNumber(doc: Doc, at: number): ReadNumber | null {
  return isNumber(doc, at) ? readDigits(doc, at) : readWords(doc, at)
}

function readDigits(doc: Doc, at: number): ReadNumber | null {
  let to = at + 1
  const start = doc.tokens.start[at] ?? 0
  const behind = doc.tokens.end[at] ?? start
  let read = digitsValue(doc.text, start, behind)
  // "1 234 567": groups of three behind a narrow or ordinary space; one group only behind a no-break space.
  if (
    isNumber(doc, to) &&
    hasSpace(doc, to) &&
    behind - start <= 3 &&
    wholeValue(doc.text, start, behind) >= 0
  ) {
    let end = to
    let groups = ''
    while (isNumber(doc, end) && hasSpace(doc, end) && isGroup(doc, end)) {
      groups += doc.text.slice(doc.tokens.start[end], doc.tokens.end[end])
      end++
    }
    const narrow =
      groups !== '' && /[\u00a0\u202f\u2009]/.test(doc.text.charAt((doc.tokens.start[to] ?? 1) - 1))
    if ((end - to >= 2 || narrow) && (read?.value ?? 0) > 0) {
      read = digitsValue(doc.text.slice(start, behind) + groups)
      to = end
    }
  }
  if (!read) return null
  const { scale, to: end } = readScale(doc, to)
  const rest = read.doubt === null ? readRest(doc, end, scale) : null
  return {
    from: at,
    to: rest?.to ?? end,
    value: read.value + (rest?.value ?? 0) / scale,
    doubt: read.doubt,
    other: read.other,
    scale,
    digits: true,
    bare: false,
  }
}

/** The smaller part of "4 triệu 500 nghìn": its value, where it has a multiplier of its own. */
function readRest(doc: Doc, at: number, above: number): { value: number; to: number } | null {
  if (above < 1e6 || !isNumber(doc, at)) return null
  const read = digitsValue(doc.text, doc.tokens.start[at], doc.tokens.end[at])
  const { scale, to } = readScale(doc, at + 1)
  if (!read || scale < 1000 || read.value * scale >= above) return null
  return { value: read.value * scale, to }
}

function isGroup(doc: Doc, at: number): boolean {
  return /^\d{3}$/.test(doc.text.slice(doc.tokens.start[at], doc.tokens.end[at]))
}

const multipliers = new Gate('scale hundred')

/** The chain of multipliers from token `at` on: "nghìn tỷ" is 1e12. A line may end inside it. */
export function readScale(doc: Doc, at: number): { scale: number; to: number } {
  let scale = 1
  let to = at
  const gate = multipliers.of(doc)
  for (;;) {
    const next = doc.tokens.kind[to] === LINE_END && doc.tokens.hash[to] === 1 ? to + 1 : to
    if (gate[doc.family[next] ?? 0] !== 1) return { scale, to }
    const factor = meaning(doc, next, 'scale') ?? meaning(doc, next, 'hundred')
    if (factor === undefined || scale > 1e14) return { scale, to }
    // "triệu" before "tấn" is a multiplier; "vạn" only behind a number.
    scale *= numberOf(factor)
    to = phraseEnd(doc, next)
  }
}

const yearCue = words(
  'đầu cuối cả trong hằng hàng mỗi nhiều các những từng qua mấy của một hai ba sau trước',
)

const beginnings = new Gate('digit ten')

/**
 * Reads a number in words. Spoken short forms ("hai mốt") only where asked for: running text does not
 * use them.
 */
function readWords(doc: Doc, at: number): ReadNumber | null {
  if (!beginnings.opens(doc, at)) return null
  const first = meaning(doc, at, 'digit') ?? meaning(doc, at, 'ten')
  if (first === undefined) return null
  const plain = readPlainWords(doc, at)
  if (!doc.options.spoken) return plain
  const spoken = readSpoken(doc, at)
  if (!spoken || spoken.value === 0 || spoken.to < (plain?.to ?? 0)) return plain
  return numberInWords(at, spoken.to, spoken.value, phraseEnd(doc, at) === spoken.to)
}

function readPlainWords(doc: Doc, at: number): ReadNumber | null {
  let result = 0
  let group = 0
  let pending = -1
  let scale = 1
  let lastScale = 1
  let afterTens = false
  let places = 0
  let to = at
  for (let next = at; doc.tokens.kind[next] === WORD; next = to) {
    const digit = meaning(doc, next, 'digit')
    if (digit !== undefined) {
      const spelled = doc.text.slice(doc.tokens.start[next], doc.tokens.end[next]).toLowerCase()
      if (pending >= 0) break
      if (/^(mốt|tư|lăm|nhăm)$/.test(spelled) && !afterTens) break
      if (
        spelled === 'năm' &&
        (afterTens ? group % 100 !== 0 && group % 10 === 0 && places > 0 : !isFive(doc, next))
      )
        break
      pending = numberOf(digit)
      if (afterTens) {
        group += pending
        pending = -1
        afterTens = false
        places++
      }
    } else if (meaning(doc, next, 'ten') !== undefined) {
      if (pending >= 0) break
      group += 10
      afterTens = true
      places++
    } else if (
      meaning(doc, next, 'tens') !== undefined ||
      meaning(doc, next, 'dozen') !== undefined
    ) {
      if (pending <= 0) break
      group += pending * 10
      pending = -1
      afterTens = meaning(doc, next, 'tens') !== undefined
      places++
    } else if (meaning(doc, next, 'hundred') !== undefined) {
      if (pending < 0) break
      group += pending * 100
      pending = -1
      lastScale = 100
      places++
    } else if (meaning(doc, next, 'zero') !== undefined) {
      const unitAt = phraseEnd(doc, next)
      const unit = meaning(doc, unitAt, 'digit')
      if (pending >= 0 || unit === undefined || places === 0) break
      group += Number(unit)
      to = phraseEnd(doc, unitAt)
      continue
    } else if (meaning(doc, next, 'scale') !== undefined) {
      const factor = numberOf(meaning(doc, next, 'scale') ?? '')
      if (pending >= 0) group += pending
      pending = -1
      if (group === 0 && result === 0) break
      // "hai mươi nghìn tỷ": a scale right behind a scale multiplies the whole.
      if (group === 0) result *= factor
      else if (factor >= 1e6 && result > 0 && scale < factor) result = (result + group) * factor
      else result += group * factor
      group = 0
      lastScale = factor
      scale = factor
      afterTens = false
      places++
    } else if (meaning(doc, next, 'half') !== undefined) {
      if (lastScale === 1 || pending >= 0) break
      group += lastScale / 2
      to = phraseEnd(doc, next)
      break
    } else if (meaning(doc, next, 'comma') !== undefined) {
      const decimal = meaning(doc, phraseEnd(doc, next), 'digit')
      if (decimal === undefined || (pending < 0 && group === 0)) break
      const whole = result + group + Math.max(0, pending)
      let digits = ''
      let place = phraseEnd(doc, next)
      while (meaning(doc, place, 'digit') !== undefined) {
        digits += meaning(doc, place, 'digit')
        place = phraseEnd(doc, place)
      }
      const behind = readScale(doc, place)
      return numberInWords(at, behind.to, Number(`${whole}.${digits}`) * behind.scale, false)
    } else break
    to = phraseEnd(doc, next)
  }
  if (to === at) return null
  if (pending >= 0) group += pending
  const value = result + group
  if (value === 0) return null
  return numberInWords(at, to, value, places === 0 && scale === 1)
}

function numberInWords(from: number, to: number, value: number, bare: boolean): ReadNumber {
  return { from, to, value, doubt: null, other: value, scale: 1, digits: false, bare }
}

/** "năm" is five only before a multiplier or a counted noun, and never behind a word of time. */
function isFive(doc: Doc, at: number): boolean {
  if (at > 0 && isWord(doc, at - 1, yearCue)) return false
  if (isNumber(doc, at + 1) || isNumber(doc, at - 1)) return false
  const next = at + 1
  return (
    ['tens', 'hundred', 'scale'].some((name) => meaning(doc, next, name) !== undefined) ||
    meaning(doc, next, 'unit') !== undefined
  )
}
