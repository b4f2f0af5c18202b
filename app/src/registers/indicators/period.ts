// Periods are intervals of days, both included; a code is only a name for one. The same days are one
// period, however they are called: "2025-YTD06", "2025-S1", "6 tháng đầu năm".
import { dayBefore, dayFrom, daysBetween, writtenDate } from '../../calendar.ts'

export interface Interval {
  from: string
  to: string
}

/**
 * `toDate`: since the year began, where that is no quarter, half or year; `plan`: whole years, several;
 * `investment`: the year of public investment, to 31 January after it; `term`: from one congress to the
 * next; `days`: any other days.
 */
export type PeriodKind =
  | 'month'
  | 'quarter'
  | 'half'
  | 'toDate'
  | 'year'
  | 'plan'
  | 'investment'
  | 'term'
  | 'day'
  | 'days'

export interface Period extends Interval {
  kind: PeriodKind
  /** `2025-M09`; the same for the same days, unless a term has them. */
  code: string
}

/** A term of a congress or council with its own days: nothing else says when it began. */
export interface Term extends Interval {
  firstYear: number
  lastYear: number
}

const two = (value: number) => String(value).padStart(2, '0')
const firstOf = (year: number, month: number) => `${year}-${two(month)}-01`

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** The last day of a month (1 to 12). Asked some thousand times for a board, so without a calendar. */
function lastOf(year: number, month: number): string {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const days = month === 2 && leap ? 29 : (monthDays[month - 1] ?? 31)
  return `${String(year).padStart(4, '0')}-${two(month)}-${days}`
}

/** Whole months of one year, from the first to the last (1 to 12). */
export const months = (year: number, first: number, last: number): Interval => ({
  from: firstOf(year, first),
  to: lastOf(year, last),
})

/**
 * The period that a code names; null for no code, and for a term whose days are not among `terms`.
 * Other names for the same days are taken too: `2025-YTD06` gives `2025-S1`.
 */
export function parsePeriod(code: string, terms: readonly Term[] = []): Period | null {
  const days = daysOfCode(code.trim().toUpperCase(), terms)
  if (days === null) return null
  return days.term ? { ...days.term, kind: 'term', code: termCode(days.term) } : periodOf(days)
}

function daysOfCode(
  code: string,
  terms: readonly Term[],
): (Interval & { term?: Term | undefined }) | null {
  const [, yearText, letter, numberText] = /^(\d{4})(?:-(M|Q|S|YTD)(\d{1,2}))?$/.exec(code) ?? []
  if (yearText) {
    const year = Number(yearText)
    if (!letter) return months(year, 1, 12)
    const number = Number(numberText)
    const size = { M: 1, Q: 3, S: 6, YTD: 1 }[letter] ?? 1
    if (number < 1 || number * size > 12) return null
    return letter === 'YTD'
      ? months(year, 1, number)
      : months(year, (number - 1) * size + 1, number * size)
  }
  const [, investment] = /^NSDT-(\d{4})$/.exec(code) ?? []
  if (investment) return { from: `${investment}-01-01`, to: `${Number(investment) + 1}-01-31` }
  const [, kind, first, last] = /^(KH|NK)-(\d{4})-(\d{4})$/.exec(code) ?? []
  if (first && last && first < last) {
    if (kind === 'KH') return { from: `${first}-01-01`, to: `${last}-12-31` }
    const term = terms.find(
      (one) => one.firstYear === Number(first) && one.lastYear === Number(last),
    )
    return term ? { from: term.from, to: term.to, term } : null
  }
  const [, from, to = from] = /^(\d{4}-\d{2}-\d{2})(?:\/(\d{4}-\d{2}-\d{2}))?$/.exec(code) ?? []
  return from && to && isDay(from) && isDay(to) && from <= to ? { from, to } : null
}

const isDay = (text: string): boolean => {
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

const termCode = (term: Term) => `NK-${term.firstYear}-${term.lastYear}`

/** The period of these days, with the code that it has by itself. */
export function periodOf({ from, to }: Interval): Period {
  const [kind, code] = named({ from, to })
  return { from, to, kind, code }
}

function named({ from, to }: Interval): [PeriodKind, string] {
  if (from === to) return ['day', from]
  const days: [PeriodKind, string] = ['days', `${from}/${to}`]
  const span = wholeMonths({ from, to })
  if (span === null) return days
  const { year, first, count } = span
  const last = first + count - 1
  if (count === 1) return ['month', `${year}-M${two(first)}`]
  if (count === 3 && last % 3 === 0) return ['quarter', `${year}-Q${last / 3}`]
  if (count === 6 && last % 6 === 0) return ['half', `${year}-S${last / 6}`]
  if (first !== 1) return days
  if (count < 12) return ['toDate', `${year}-YTD${two(count)}`]
  if (count === 12) return ['year', String(year)]
  if (count === 13) return ['investment', `NSDT-${year}`]
  return count % 12 === 0 ? ['plan', `KH-${year}-${year + count / 12 - 1}`] : days
}

/** The first month and how many, where the days are whole months; null else. */
export function wholeMonths({
  from,
  to,
}: Interval): { year: number; first: number; count: number } | null {
  const [year = 0, first = 0, day] = from.split('-').map(Number)
  const [lastYear = 0, last = 0] = to.split('-').map(Number)
  if (day !== 1 || to !== lastOf(lastYear, last)) return null
  return { year, first, count: (lastYear - year) * 12 + last - first + 1 }
}

/**
 * The same days a year (or several) earlier. The end of a month stays its end, whatever the year: of
 * February 2025 that is February 2024 with its 29 days.
 */
export function yearsBefore({ from, to }: Interval, years: number): Interval {
  const shift = (day: string, atEnd: boolean) => {
    const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
    const last = lastOf(year - years, month)
    const same = `${String(year - years).padStart(4, '0')}-${two(month)}-${two(date)}`
    return (atEnd && day === lastOf(year, month)) || same > last ? last : same
  }
  return { from: shift(from, from === to), to: shift(to, true) }
}

/**
 * What comes directly before: as many months for whole months, else as many days. Null for what is told
 * since a beginning (`cumulative`), and for what has no neighbour of its kind.
 */
export function previousPeriod(
  interval: Interval,
  accumulation: 'period' | 'cumulative' = 'period',
): Interval | null {
  const { kind } = periodOf(interval)
  if (accumulation === 'cumulative' || kind === 'toDate') return null
  if (kind === 'investment') return yearsBefore(interval, 1)
  const to = dayBefore(interval.from)
  const span = wholeMonths(interval)
  if (span === null) return { from: dayFrom(to, -daysBetween(interval.from, interval.to)), to }
  const index = span.year * 12 + span.first - 1 - span.count
  return { from: firstOf(Math.floor(index / 12), (index % 12) + 1), to }
}

/** From the beginning of the year to the end of the interval. */
export const sinceNewYear = ({ to }: Interval): Interval => ({
  from: `${to.slice(0, 4)}-01-01`,
  to,
})

/** The single months of whole months, in order; empty for other days. */
export function monthsOf(interval: Interval): Interval[] {
  const span = wholeMonths(interval)
  if (span === null) return []
  return Array.from({ length: span.count }, (_, at) => {
    const index = span.year * 12 + span.first - 1 + at
    return months(Math.floor(index / 12), (index % 12) + 1, (index % 12) + 1)
  })
}

/** As ISO 8601 and SDMX's TIME_PERIOD write it; several months from a beginning with their duration. */
export function isoPeriod(period: Interval): string {
  const { kind, code, from, to } = periodOf(period)
  if (kind === 'month') return code.replace('M', '')
  if (kind === 'quarter' || kind === 'half' || kind === 'year' || kind === 'day') return code
  const span = wholeMonths(period)
  if (span === null) return `${from}/P${daysBetween(from, to) + 1}D`
  return `${from}/P${span.count % 12 === 0 ? `${span.count / 12}Y` : `${span.count}M`}`
}

const roman = ['I', 'II', 'III', 'IV']

/** As reports write it: "9 tháng đầu năm 2025", "quý III/2025". A term by its years. */
export function periodLabel(period: Period, language: 'vi' | 'en'): string {
  const { kind, code, from, to } = period
  const year = from.slice(0, 4)
  const number = Number(/\d+$/.exec(code)?.[0])
  const days = `${writtenDate(from)}–${writtenDate(to)}`
  const years = code.slice(3)
  if (language === 'vi') {
    return {
      month: `tháng ${number}/${year}`,
      quarter: `quý ${roman[number - 1]}/${year}`,
      half: `6 tháng ${number === 1 ? 'đầu' : 'cuối'} năm ${year}`,
      toDate: `${number} tháng đầu năm ${year}`,
      year: `năm ${year}`,
      plan: `giai đoạn ${years}`,
      investment: `năm ngân sách đầu tư ${year} (đến ${writtenDate(to)})`,
      term: `nhiệm kỳ ${years}`,
      day: `ngày ${writtenDate(to)}`,
      days: `từ ${days}`,
    }[kind]
  }
  const month = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' })
  return {
    month: `${month.format(new Date(`${from}T00:00:00Z`))} ${year}`,
    quarter: `quarter ${roman[number - 1]} of ${year}`,
    half: `${number === 1 ? 'first' : 'second'} half of ${year}`,
    toDate: `first ${number} months of ${year}`,
    year,
    plan: `${years} (plan)`,
    investment: `investment year ${year} (to ${writtenDate(to)})`,
    term: `${years} (term)`,
    day: writtenDate(to),
    days,
  }[kind]
}
