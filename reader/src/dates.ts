// Days and months as people write them, and the parts of which every period is read.
import { type Doc, isMark, isNumber, isWord, meaning, phraseEnd, textOf, words } from './doc.ts'
import type { Grain } from './findings.ts'
import { numberOf } from './remembered.ts'
import { smallWords, yearWords } from './spoken.ts'
import { LINE_END } from './tokens.ts'

const copula = words('là')

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
  /** Stands in a base of comparison; null before it was looked at. */
  base: boolean | null
  /** The year was not said here. */
  inherited: boolean
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
  /** The day of the week that is said, 0 for Sunday; null for none. */
  weekday: number | null
  /** "quý I năm tới", "tháng 12 năm trước": years from the document's own; null where not said so. */
  yearShift: number | null
}

export function raw(from: number, to: number, grain: Grain, rule: string, rest: Partial<Raw>): Raw {
  return {
    from,
    to,
    grain,
    rule: ruleOf(rule),
    base: null,
    inherited: false,
    year: rest.year ?? null,
    firstMonth: rest.firstMonth ?? 1,
    lastMonth: rest.lastMonth ?? 12,
    day: rest.day ?? null,
    lastDay: rest.lastDay ?? null,
    lastYear: rest.lastYear ?? null,
    cumulative: rest.cumulative ?? false,
    open: rest.open ?? null,
    needsYear: rest.needsYear ?? false,
    weekday: null,
    yearShift: null,
  }
}

const rules = new Map<string, string>()

/** The name of a rule in full, put together once. */
function ruleOf(rule: string): string {
  let full = rules.get(rule)
  if (full === undefined) {
    full = `period.${rule}`
    rules.set(rule, full)
  }
  return full
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
  return digit === undefined ? null : numberOf(digit)
}

/** A day or a month at this token, in digits or words, and the token behind it. */
function dayOrMonth(doc: Doc, at: number): { value: number; to: number } | null {
  const number = numberAt(doc, at)
  return number === null ? smallWords(doc, at) : { value: number, to: at + 1 }
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
    const place = skip(doc, next + 1)
    const year = yearAt(doc, place)
    if (year !== null) return { year, to: place + 1 }
    const said = yearWords(doc, place)
    return said && { year: said.value, to: said.to }
  }
  const year = next === at ? yearAt(doc, next) : null
  return year === null ? null : { year, to: next + 1 }
}

/** The day of the week in front of a date narrows down its year. */
export function readDate(doc: Doc, at: number): Raw | null {
  const found = readDayOf(doc, at)
  if (!found) return null
  const weekday = meaning(doc, at, 'weekday')
  return weekday !== undefined ? { ...found, weekday: Number(weekday) } : found
}

/** True for a number with a dot in it. */
function isDotted({ text, tokens }: Doc, at: number): boolean {
  for (let place = tokens.start[at] ?? 0; place < (tokens.end[at] ?? 0); place++)
    if (text.charCodeAt(place) === 0x2e) return true
  return false
}

/** "ngày 13/7", "25/10/2021", "ngày 05 tháng 01 năm 2026", "15-16/7/2024", "Thứ hai, 25/10/2021". */
function readDayOf(doc: Doc, at: number): Raw | null {
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
  const written = isNumber(doc, begin) && isDotted(doc, begin) ? textOf(doc, begin, begin + 1) : ''
  const dotted =
    written !== ''
      ? (/^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(written) ??
        (named ? /^(\d{1,2})\.(\d{1,2})$/.exec(written) : null))
      : null
  if (dotted)
    return dateRaw(
      from,
      begin + 1,
      Number(dotted[1]),
      Number(dotted[2]),
      dotted[3] ? Number(dotted[3]) : null,
    )
  const iso = readIsoDate(doc, from, begin)
  if (iso) return iso
  // In words ("ngày hai mươi tư tháng bảy"): a month in words behind it, or a word for day before.
  const spelled = named || begin > at ? smallWords(doc, begin) : daysInWords(doc, begin)
  const day = numberAt(doc, begin) ?? spelled?.value ?? null
  if (day === null || day < 1 || day > 31) return null
  let separator = isNumber(doc, begin) ? begin + 1 : (spelled?.to ?? begin + 1)
  // "ngày 15 và 16/7", "15-16/7": the last day carries month and year.
  let lastDay: number | null = null
  if ((dash(doc, separator) || isWord(doc, separator, and)) && (named || dash(doc, separator))) {
    const second = numberAt(doc, separator + 1)
    if (
      second !== null &&
      second <= 31 &&
      second > day &&
      (isMark(doc, separator + 2, '/') ||
        isWord(doc, separator + 2, monthWord) ||
        (named && dash(doc, separator + 2)))
    ) {
      lastDay = second
      separator += 2
    }
  }
  if (isWord(doc, skip(doc, separator), monthWord)) {
    const monthAt = skip(doc, separator) + 1
    const today = doc.options.date
    if (today && isWord(doc, monthAt, words('này')))
      return dateRaw(from, monthAt + 1, day, Number(today.slice(5, 7)), Number(today.slice(0, 4)))
    const month = dayOrMonth(doc, monthAt)
    if (month === null || month.value > 12) return null
    const tail = readYearTail(doc, month.to)
    return dateRaw(from, tail?.to ?? month.to, day, month.value, tail?.year ?? null, lastDay)
  }
  if (!isNumber(doc, begin)) return null
  const slash = isMark(doc, separator, '/')
  const bracketed = isMark(doc, begin - 1, '(') && isMark(doc, separator + 2, ')')
  if (
    !slash &&
    !((named || bracketed || isUntil(doc, begin)) && dash(doc, separator)) &&
    !(dash(doc, separator) && threeParts(doc, begin))
  )
    return null
  const month = numberAt(doc, separator + 1)
  if (month === null || month < 1 || month > 12) return null
  const mark = separator + 2
  const year =
    isMark(doc, mark, '/') || isMark(doc, mark, '-') || isMark(doc, mark, '.')
      ? (yearAt(doc, mark + 1) ??
        (slash && isMark(doc, mark, '/') ? shortYear(doc, mark + 1) : null))
      : null
  if (year === null && !named && !lastDay && begin === at && !datedContext(doc, at)) return null
  if (year === null && isMark(doc, mark, '/')) return null
  const tail = year === null ? readYearTail(doc, mark) : null
  // "30-6 năm tới"
  if (year === null && isWord(doc, mark, NOON) && isWord(doc, mark + 1, nextYear)) {
    const next = dateRaw(from, mark + 2, day, month, null, lastDay)
    return next && { ...next, yearShift: 1 }
  }
  const end = year !== null ? mark + 2 : tail && isWord(doc, mark, NOON) ? tail.to : mark
  return dateRaw(from, end, day, month, year ?? (end > mark ? (tail?.year ?? null) : null), lastDay)
}

const nextYear = words('tới sau')

/** "3/9/91": a year of two digits, which ends there; up to 2049, else of the last century. */
function shortYear(doc: Doc, at: number): number | null {
  if (!/^\d\d$/.test(textOf(doc, at, at + 1))) return null
  if (isMark(doc, at + 1, '/') || isMark(doc, at + 1, '-') || isMark(doc, at + 1, '%')) return null
  if (meaning(doc, at + 1, 'unit') !== undefined) return null
  const value = numberAt(doc, at) ?? 0
  return value < 50 ? 2000 + value : 1900 + value
}

/** "2024-03-15". */
function readIsoDate(doc: Doc, from: number, at: number): Raw | null {
  const year = yearAt(doc, at)
  if (year === null || !isMark(doc, at + 1, '-') || !isMark(doc, at + 3, '-')) return null
  const parts = [textOf(doc, at + 2, at + 3), textOf(doc, at + 4, at + 5)]
  if (!parts.every((part) => /^\d\d$/.test(part))) return null
  return dateRaw(from, at + 5, Number(parts[1]), Number(parts[0]), year)
}

/** "hai mươi tư tháng bảy", without a word for day: two words or more, and a month in words. */
function daysInWords(doc: Doc, at: number): { value: number; to: number } | null {
  const day = smallWords(doc, at)
  if (!day || day.to < at + 2 || !isWord(doc, day.to, monthWord)) return null
  const month = smallWords(doc, day.to + 1)
  return month && month.value <= 12 ? day : null
}

function threeParts(doc: Doc, at: number): boolean {
  return (
    dash(doc, at + 1) && isNumber(doc, at + 2) && dash(doc, at + 3) && yearAt(doc, at + 4) !== null
  )
}

const spans = words('ngày tuần tháng giờ')

/** "Đến 25-6, …", "trước 30-9", "chậm nhất 20-4": until a day, with nothing counted behind it. */
function isUntil(doc: Doc, at: number): boolean {
  if (isWord(doc, at - 1, words('trước')) || isLimit(doc, at - 1))
    return (
      !isMark(doc, at + 3, '%') &&
      !isWord(doc, at + 3, spans) &&
      meaning(doc, at + 3, 'unit') === undefined
    )
  return (
    isWord(doc, at - 1, words('đến tới hết')) &&
    (isMark(doc, at + 3, ',') || isMark(doc, at + 3, '.') || isMark(doc, at + 3, ')'))
  )
}

const dateCues = words('ngày sáng chiều tối hôm từ đến trước hết tới nay kể vào')

function datedContext(doc: Doc, at: number): boolean {
  if (at === 0) return false
  if (isWord(doc, at - 1, dateCues) || isLimit(doc, at - 1))
    return meaning(doc, at + 3, 'unit') === undefined
  return isMark(doc, at - 1, '(') && isMark(doc, at + 3, ')')
}

/** "chậm nhất", "chậm nhất là", "không muộn hơn", "hạn cuối": the last word of a time limit. */
function isLimit(doc: Doc, at: number): boolean {
  const last = isWord(doc, at, copula) ? at - 1 : at
  if (isWord(doc, last, words('nhất hơn'))) return isWord(doc, last - 1, words('chậm muộn'))
  return isWord(doc, last, words('cuối chót')) && isWord(doc, last - 1, words('hạn'))
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

export const lunarMonths = words('giêng chạp')

/** "tháng Giêng năm 2022": a month of the lunar calendar; its days are not guessed. */
function readLunarMonth(doc: Doc, at: number): Raw {
  const tail = readYearTail(doc, at + 2)
  return raw(at, tail?.to ?? at + 2, 'month', 'lunarMonth', { year: tail?.year ?? null })
}

/** "tháng 7", "tháng 7/2024", "tháng 7 năm 2024", "7/2024". */
export function readMonth(doc: Doc, at: number): Raw | null {
  if (isWord(doc, at, monthWord) && isWord(doc, at + 1, lunarMonths)) return readLunarMonth(doc, at)
  const named = isWord(doc, at, monthWord)
  const place = named ? skip(doc, at + 1) : at
  const spelled = named ? smallWords(doc, place) : null
  const month = numberAt(doc, place) ?? spelled?.value ?? null
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
  const behind = isNumber(doc, place) ? place + 1 : (spelled?.to ?? place + 1)
  const tail = readYearTail(doc, behind)
  return raw(at, tail?.to ?? behind, 'month', 'month', {
    year: tail?.year ?? null,
    firstMonth: month,
    lastMonth: month,
  })
}

/** Last day of a month, leap years included. */
export function lastDayOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}
