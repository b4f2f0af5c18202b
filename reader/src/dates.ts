// Days and months as people write them, and the parts of which every period is read.
import { type Doc, isMark, isNumber, isWord, meaning, phraseEnd, textOf, words } from './doc.ts'
import type { Grain } from './findings.ts'
import { LINE_END } from './tokens.ts'

export const and = words('và đến tới với')

export const dash = (doc: Doc, at: number): boolean => isMark(doc, at, '-')

export const dayWord = words('ngày mùng mồng hôm sáng chiều tối')
const timesOfDay = words('hôm sáng chiều tối')

export const monthWord = words('tháng')

export const NOON = words('năm')

/** A period found at tokens `from`..`to`, before its year is known. Months count from 1. */
export interface Raw {
  from: number
  to: number
  grain: Grain
  rule: string
  year: number | null
  /** First and last month, or the day; for terms the two years. */
  firstMonth: number
  lastMonth: number
  day: number | null
  lastDay: number | null
  lastYear: number | null
  cumulative: boolean
  open: 'from' | 'to' | null
  /** A number of months that is a duration unless the document speaks of them as its period. */
  needsYear: boolean
}

export function raw(from: number, to: number, grain: Grain, rule: string, rest: Partial<Raw>): Raw {
  return {
    from,
    to,
    grain,
    rule: `period.${rule}`,
    year: null,
    firstMonth: 1,
    lastMonth: 12,
    day: null,
    lastDay: null,
    lastYear: null,
    cumulative: false,
    open: null,
    needsYear: false,
    ...rest,
  }
}

/** The value of a plain number token, or null. */
export function numberAt(doc: Doc, at: number): number | null {
  if (!isNumber(doc, at)) return null
  const from = doc.tokens.start[at] ?? 0
  const to = doc.tokens.end[at] ?? 0
  if (to - from > 4) return null
  let value = 0
  for (let place = from; place < to; place++) {
    const digit = doc.text.charCodeAt(place) - 0x30
    if (digit < 0) return null
    value = value * 10 + digit
  }
  return value
}

/** A small number in digits or one word ("sáu tháng"). */
export function smallNumber(doc: Doc, at: number): number | null {
  const number = numberAt(doc, at)
  if (number !== null) return number
  const digit = meaning(doc, at, 'digit') ?? meaning(doc, at, 'ten')
  return digit === undefined ? null : Number(digit)
}

export function yearAt(doc: Doc, at: number): number | null {
  const value = numberAt(doc, at)
  return value !== null && value >= 1800 && value <= 2200 ? value : null
}

/** A line end inside a phrase is stepped over. */
export function skip(doc: Doc, at: number): number {
  return doc.tokens.kind[at] === LINE_END && doc.tokens.hash[at] === 1 ? at + 1 : at
}

/** "năm 2022", "/2022", "-2022", "2022" behind a smaller unit: the year and the token behind it. */
export function readYearTail(doc: Doc, at: number): { year: number; to: number } | null {
  let next = skip(doc, at)
  if (isMark(doc, next, ',')) next = skip(doc, next + 1)
  if (isMark(doc, next, '/') || dash(doc, next) || isMark(doc, next, '.')) {
    const year = yearAt(doc, next + 1)
    return year === null ? null : { year, to: next + 2 }
  }
  if (isWord(doc, next, NOON)) {
    const year = yearAt(doc, skip(doc, next + 1))
    return year === null ? null : { year, to: skip(doc, next + 1) + 1 }
  }
  const year = next === at ? yearAt(doc, next) : null
  return year === null ? null : { year, to: next + 1 }
}

/** "ngày 13/7", "25/10/2021", "ngày 05 tháng 01 năm 2026", "15-16/7/2024", "Thứ hai, 25/10/2021". */
export function readDate(doc: Doc, at: number): Raw | null {
  let begin = at
  let from = at
  let named = false
  if (meaning(doc, at, 'weekday') !== undefined) {
    begin = phraseEnd(doc, at)
    if (isMark(doc, begin, ',') || isMark(doc, begin, '(')) begin++
    if (isWord(doc, begin, dayWord)) begin++
  } else if (isWord(doc, at, dayWord)) {
    begin = at + 1
    named = true
    // "Sáng 13/7": the time of day is no part of the date.
    if (isWord(doc, at, timesOfDay)) from = begin
    if (isMark(doc, begin, '(')) begin++
    if (isWord(doc, begin, dayWord)) begin++
  }
  const written = isNumber(doc, begin) ? textOf(doc, begin, begin + 1) : ''
  const dotted =
    /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(written) ??
    (named ? /^(\d{1,2})\.(\d{1,2})$/.exec(written) : null)
  if (dotted)
    return dateRaw(
      from,
      begin + 1,
      Number(dotted[1]),
      Number(dotted[2]),
      dotted[3] ? Number(dotted[3]) : null,
    )
  const day = numberAt(doc, begin)
  if (day === null || day < 1 || day > 31) return null
  let separator = begin + 1
  // "ngày 15 và 16/7", "15-16/7": the last day carries month and year.
  let lastDay: number | null = null
  if ((dash(doc, separator) || isWord(doc, separator, and)) && (named || dash(doc, separator))) {
    const second = numberAt(doc, separator + 1)
    if (
      second !== null &&
      second <= 31 &&
      second > day &&
      (isMark(doc, separator + 2, '/') || isWord(doc, separator + 2, monthWord))
    ) {
      lastDay = second
      separator += 2
    }
  }
  if (isWord(doc, skip(doc, separator), monthWord)) {
    const monthAt = skip(doc, separator) + 1
    const month = smallNumber(doc, monthAt)
    if (month === null || month > 12) return null
    const tail = readYearTail(doc, monthAt + 1)
    return dateRaw(from, tail?.to ?? monthAt + 1, day, month, tail?.year ?? null, lastDay)
  }
  const slash = isMark(doc, separator, '/')
  if (
    !slash &&
    !(named && dash(doc, separator)) &&
    !(dash(doc, separator) && threeParts(doc, begin))
  )
    return null
  const month = numberAt(doc, separator + 1)
  if (month === null || month < 1 || month > 12) return null
  const mark = separator + 2
  const year =
    isMark(doc, mark, '/') || isMark(doc, mark, '-') || isMark(doc, mark, '.')
      ? yearAt(doc, mark + 1)
      : null
  if (year === null && !named && !lastDay && begin === at && !datedContext(doc, at)) return null
  if (year === null && isMark(doc, mark, '/')) return null
  const tail = year === null ? readYearTail(doc, mark) : null
  const end = year !== null ? mark + 2 : tail && isWord(doc, mark, NOON) ? tail.to : mark
  return dateRaw(from, end, day, month, year ?? (end > mark ? (tail?.year ?? null) : null), lastDay)
}

function threeParts(doc: Doc, at: number): boolean {
  return (
    dash(doc, at + 1) && isNumber(doc, at + 2) && dash(doc, at + 3) && yearAt(doc, at + 4) !== null
  )
}

const dateCues = words('ngày sáng chiều tối hôm từ đến trước hết tới nay kể vào')

function datedContext(doc: Doc, at: number): boolean {
  if (at === 0) return false
  if (isWord(doc, at - 1, dateCues)) return meaning(doc, at + 3, 'unit') === undefined
  return isMark(doc, at - 1, '(') && isMark(doc, at + 3, ')')
}

function dateRaw(
  from: number,
  to: number,
  day: number,
  month: number,
  year: number | null,
  lastDay: number | null = null,
): Raw | null {
  if (month < 1 || month > 12 || day < 1) return null
  // A year that is not said may be a leap year.
  if (Math.max(day, lastDay ?? 0) > lastDayOf(year ?? 2000, month)) return null
  return raw(from, to, lastDay ? 'range' : 'day', lastDay ? 'days' : 'date', {
    year,
    firstMonth: month,
    lastMonth: month,
    day,
    lastDay,
  })
}

/** "tháng 7", "tháng 7/2024", "tháng 7 năm 2024", "7/2024". */
export function readMonth(doc: Doc, at: number): Raw | null {
  const named = isWord(doc, at, monthWord)
  const place = named ? skip(doc, at + 1) : at
  const month = named
    ? (smallNumber(doc, place) ??
      (isWord(doc, place, words('giêng')) ? 1 : isWord(doc, place, words('chạp')) ? 12 : null))
    : numberAt(doc, place)
  if (month === null || month < 1 || month > 12) return null
  if (!named) {
    const year = isMark(doc, place + 1, '/') ? yearAt(doc, place + 2) : null
    if (
      year === null ||
      year < 1900 ||
      isMark(doc, place - 1, '/') ||
      meaning(doc, at - 1, 'docNumber') !== undefined
    )
      return null
    if (isMark(doc, place + 3, '/') || isMark(doc, place + 3, '-')) return null
    return raw(at, place + 3, 'month', 'month', { year, firstMonth: month, lastMonth: month })
  }
  const tail = readYearTail(doc, place + 1)
  return raw(at, tail?.to ?? place + 1, 'month', 'month', {
    year: tail?.year ?? null,
    firstMonth: month,
    lastMonth: month,
  })
}

/** Last day of a month, leap years included. */
export function lastDayOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}
