// Numbers as people say them, with what is left out in speech: "hai mốt" (21), "năm trăm tư" (540),
// "một triệu hai" (1.2 million), and years said digit by digit ("hai không hai ba"). Running text does
// not write figures so: they are read only where the caller asks (`spoken`), and in years and days.
import { type Doc, Gate, isWord, meaning, phraseEnd, words } from './doc.ts'
import { WORD } from './tokens.ts'

/** One word of a number: what it is, its value, the token behind it. */
interface Part {
  is: 'digit' | 'ten' | 'tens' | 'hundred' | 'scale' | 'zero' | 'half'
  value: number
  to: number
}

const yearWord = words('năm')

const kinds = ['digit', 'ten', 'tens', 'hundred', 'scale', 'zero', 'half'] as const

export const numberWords = new Gate(kinds.join(' '))

const noParts: readonly Part[] = []

/** The number words from token `at` on, in one line. */
function partsFrom(doc: Doc, at: number): readonly Part[] {
  const gate = numberWords.of(doc)
  if (gate[doc.family[at] ?? 0] !== 1) return noParts
  const parts: Part[] = []
  for (let next = at; doc.tokens.kind[next] === WORD && parts.length < 40; ) {
    if (gate[doc.family[next] ?? 0] !== 1) break
    const is = kinds.find((kind) => meaning(doc, next, kind) !== undefined)
    if (!is) break
    // Behind a digit or a ten, "năm" is the year (five is "lăm" there).
    const before = parts.at(-1)?.is
    const counts = before !== 'digit' && before !== 'ten' && before !== 'tens'
    if (is === 'digit' && !counts && isWord(doc, next, yearWord)) break
    const to = phraseEnd(doc, next)
    parts.push({ is, value: Number(meaning(doc, next, is)) || 0, to })
    next = to
  }
  return parts
}

/** What stands below a hundred: value and how many parts it took; 0 parts for none. */
function belowHundred(parts: readonly Part[], at: number): { value: number; taken: number } {
  const [first, second, third] = [parts[at], parts[at + 1], parts[at + 2]]
  const digit = (part: Part | undefined) => part?.is === 'digit'
  if (first?.is === 'zero' && digit(second)) return { value: second?.value ?? 0, taken: 2 }
  if (first?.is === 'ten') {
    return digit(second) ? { value: 10 + (second?.value ?? 0), taken: 2 } : { value: 10, taken: 1 }
  }
  if (first?.is !== 'digit') return { value: 0, taken: 0 }
  if (second?.is === 'tens') {
    return digit(third)
      ? { value: first.value * 10 + (third?.value ?? 0), taken: 3 }
      : { value: first.value * 10, taken: 2 }
  }
  // "hai mốt", "bốn ba": the word for ten is left out.
  if (digit(second) && first.value > 0) {
    return { value: first.value * 10 + (second?.value ?? 0), taken: 2 }
  }
  return { value: first.value, taken: 1 }
}

/** What stands below a thousand. "năm trăm tư" is 540, "một trăm linh tư" 104. */
function belowThousand(parts: readonly Part[], at: number): { value: number; taken: number } {
  if (parts[at]?.is !== 'digit' || parts[at + 1]?.is !== 'hundred') return belowHundred(parts, at)
  const hundreds = (parts[at]?.value ?? 0) * 100
  const behind = parts[at + 2]
  if (behind?.is === 'half') return { value: hundreds + 50, taken: 3 }
  const rest = belowHundred(parts, at + 2)
  const short = rest.taken === 1 && behind?.is === 'digit'
  return { value: hundreds + (short ? rest.value * 10 : rest.value), taken: 2 + rest.taken }
}

/** The value of number words as spoken, or null where they make none; `to` is the token behind. */
export function readSpoken(doc: Doc, at: number): { value: number; to: number } | null {
  const parts = partsFrom(doc, at)
  let value = 0
  let open = 0
  let taken = 0
  let last = Number.POSITIVE_INFINITY
  while (taken < parts.length) {
    const group = belowThousand(parts, taken)
    if (group.taken === 0) break
    let next = taken + group.taken
    let scale = 1
    while (parts[next]?.is === 'scale') {
      scale *= parts[next]?.value ?? 1
      next++
    }
    if (scale === 1 && last < Number.POSITIVE_INFINITY && group.taken === 1) {
      // "một triệu hai": tenths of the scale before; "một nghìn mười" is plain.
      const tenths = parts[taken]?.is === 'digit'
      open += tenths ? (group.value * last) / 10 : group.value
      taken = next
      break
    }
    if (scale >= last) {
      value = (value + open + group.value) * scale
      open = 0
    } else if (scale === 1) open += group.value
    else value += group.value * scale
    taken = next
    last = scale
    if (parts[taken]?.is === 'half' && scale > 1) {
      open += scale / 2
      taken++
      break
    }
    if (scale === 1) break
  }
  const end = parts[taken - 1]
  return end ? { value: value + open, to: end.to } : null
}

/** A day or month in words, 1 to 31: "mười hai", "hai mươi tư", "hai tư", "ba mốt". */
export function smallWords(doc: Doc, at: number): { value: number; to: number } | null {
  const parts = partsFrom(doc, at)
  if (parts.length === 0) return null
  const { value, taken } = belowHundred(parts, 0)
  const end = parts[taken - 1]
  return end && parts[0]?.is !== 'zero' && value >= 1 && value <= 31 ? { value, to: end.to } : null
}

/**
 * A year in words, behind "năm": "hai nghìn không trăm hai mươi lăm", "hai nghìn mười ba", "hai không
 * hai ba", "một chín tám tư", "hai không mười chín". Null for what is no year from 1000 to 2199.
 */
export function yearWords(doc: Doc, at: number): { value: number; to: number } | null {
  const parts = partsFrom(doc, at)
  if (parts.length < 2) return null
  const [first, second, third] = parts
  if (first?.is !== 'digit' || (first.value !== 1 && first.value !== 2)) return null
  if (second?.is === 'scale' && second.value === 1000) {
    const rest = belowThousand(parts, 2)
    return rest.taken === 0 ? null : yearOf(parts, first.value * 1000 + rest.value, 2 + rest.taken)
  }
  if (second?.is !== 'digit' || !third) return null
  // Digit by digit: the century first, then the two others, or the same as a number.
  const century = first.value * 10 + second.value
  if (third.is === 'digit' && parts[3]?.is === 'digit') {
    return yearOf(parts, century * 100 + third.value * 10 + (parts[3]?.value ?? 0), 4)
  }
  const rest = belowHundred(parts, 2)
  return rest.taken < 2 && parts[2]?.is !== 'ten'
    ? null
    : yearOf(parts, century * 100 + rest.value, 2 + rest.taken)
}

function yearOf(parts: readonly Part[], value: number, taken: number) {
  const end = parts[taken - 1]
  return end && value >= 1000 && value < 2200 ? { value, to: end.to } : null
}
