// Quarters, counts of months and halves of a year: "quý II/2022", "6 tháng đầu năm 2022", "nửa cuối năm".
import {
  monthWord,
  NOON,
  numberAt,
  type Raw,
  raw,
  readYearTail,
  skip,
  smallNumber,
  yearAt,
} from './dates.ts'
import { type Doc, isWord, meaning, phraseEnd, textOf, words } from './doc.ts'
import type { Grain } from './findings.ts'

const quarterWord = words('quý quí')

/** "Q1/2024" */
const shortQuarters = ['q1', 'q2', 'q3', 'q4'].map((word) => words(word))
const anyShortQuarter = words('q1 q2 q3 q4')

const firstWord = words('đầu')

const lastWord = words('cuối')

const ofWord = words('của')

const roman = ['I', 'II', 'III', 'IV']

export function quarterAt(doc: Doc, at: number): number | null {
  const value = numberAt(doc, at)
  if (value !== null) return value >= 1 && value <= 4 ? value : null
  const written = textOf(doc, at, at + 1)
  const index = roman.indexOf(written.toUpperCase())
  if (index >= 0) return index + 1
  const word = ['một', 'hai', 'ba', 'tư', 'bốn'].indexOf(written.toLowerCase())
  return word < 0 ? null : Math.min(4, word + 1)
}

/** "quý II/2022", "quý I năm 2023", "quý I", "quý III, IV". */
export function readQuarter(doc: Doc, at: number): Raw | null {
  if (isWord(doc, at, anyShortQuarter)) {
    const short = shortQuarters.findIndex((word) => isWord(doc, at, word))
    const tail = readYearTail(doc, at + 1)
    const months = { firstMonth: short * 3 + 1, lastMonth: short * 3 + 3 }
    return tail && raw(at, tail.to, 'quarter', 'quarter', { year: tail.year, ...months })
  }
  if (!isWord(doc, at, quarterWord)) return null
  // "quý đầu năm", "quý cuối năm 2024"
  const edge = isWord(doc, at + 1, firstWord) ? 1 : isWord(doc, at + 1, lastWord) ? 4 : 0
  if (edge > 0 && isWord(doc, at + 2, NOON)) {
    const year = yearAt(doc, at + 3)
    const months = { firstMonth: edge * 3 - 2, lastMonth: edge * 3 }
    return raw(at, year === null ? at + 3 : at + 4, 'quarter', 'quarter', { year, ...months })
  }
  const quarter = quarterAt(doc, at + 1)
  if (quarter === null) return null
  const tail = readYearTail(doc, at + 2)
  const months = { firstMonth: quarter * 3 - 2, lastMonth: quarter * 3 }
  return raw(at, tail?.to ?? at + 2, 'quarter', 'quarter', { year: tail?.year ?? null, ...months })
}

/** "6 tháng đầu năm 2022", "9 tháng", "3 tháng cuối năm", "06 tháng đầu năm". */
export function readMonths(doc: Doc, at: number): Raw | null {
  const count = smallNumber(doc, at)
  if (count === null || count < 1 || count > 12 || !isWord(doc, skip(doc, at + 1), monthWord))
    return null
  // "7 tháng 5 năm 1954" is a day.
  const month = numberAt(doc, at + 2)
  if (month !== null && month <= 12 && isWord(doc, at + 3, NOON) && yearAt(doc, at + 4)) return null
  let to = skip(doc, at + 1) + 1
  const place = skip(doc, to)
  const early = isWord(doc, place, firstWord)
  const late = isWord(doc, place, lastWord)
  const named = early || late
  if (named) to = place + 1
  if (named && isWord(doc, skip(doc, to), NOON)) to = skip(doc, to) + 1
  let year: number | null = null
  const tail = readYearTail(doc, isWord(doc, skip(doc, to), ofWord) ? skip(doc, to) + 1 : to)
  const direct = named ? yearAt(doc, skip(doc, to)) : null
  if (direct !== null) {
    year = direct
    to = skip(doc, to) + 1
  } else if (tail) {
    year = tail.year
    to = tail.to
  }
  if (
    !named &&
    year === null &&
    (count < 3 || count === 12 || isWord(doc, at - 1, words('sau')) || isSpan(doc, to))
  )
    return null
  const months = late
    ? { firstMonth: 13 - count, lastMonth: 12 }
    : { firstMonth: 1, lastMonth: count }
  const grain: Grain =
    count === 6 ? 'half' : count === 12 ? 'year' : count === 3 ? 'quarter' : 'months'
  return raw(at, to, grain, 'months', {
    year,
    ...months,
    cumulative: !late,
    needsYear: !named && year === null,
  })
}

/** "9 tháng triển khai", "3 tháng tới": how long something takes, or took. */
function isSpan(doc: Doc, at: number): boolean {
  const behind = textOf(doc, at, Math.min(doc.tokens.count, at + 2)).toLowerCase()
  return /^(vận hành|hoạt động|triển khai|qua|nay|tới|sau|trước|liên|kể|tuổi|một|\/)/.test(behind)
}

/** "nửa đầu năm 2024", "nửa cuối năm". */
export function readHalfYear(doc: Doc, at: number): Raw | null {
  const half = meaning(doc, at, 'half')
  if (half !== '1' && half !== '2') return null
  const to = phraseEnd(doc, at)
  const year = yearAt(doc, to)
  const months = half === '1' ? { firstMonth: 1, lastMonth: 6 } : { firstMonth: 7, lastMonth: 12 }
  return raw(at, year === null ? to : to + 1, 'half', 'half', {
    year,
    ...months,
    cumulative: half === '1',
  })
}
