// Periods and dates: "quý II và 6 tháng đầu năm 2022", "từ nay đến hết năm 2021", "trước ngày 20/7",
// "nhiệm kỳ 2020-2025". Both ends inclusive; the year is inherited where it is not said.
import {
  claim,
  type Doc,
  explain,
  head,
  isMark,
  isNumber,
  isWord,
  meaning,
  PERIOD,
  phraseEnd,
  textOf,
  words,
} from './doc.ts'
import type { Grain, Period, PeriodValue } from './findings.ts'
import { LINE_END } from './tokens.ts'
import { resolveYears } from './years.ts'

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

const NOON = words('năm')
const monthWord = words('tháng')
const quarterWord = words('quý quí')
const dayWord = words('ngày mùng mồng hôm sáng chiều tối')
const dash = (doc: Doc, at: number): boolean => isMark(doc, at, '-')
const and = words('và đến tới với')
const firstWord = words('đầu')
const lastWord = words('cuối')
const until = words('đến tới hết')
const fromWord = words('từ')
const ofWord = words('của')

/** A period starts with a number, one of these words, or a phrase of one of these classes. */
const startWords = words('từ năm tháng quý quí ngày mùng mồng hôm sáng chiều tối')
const startClasses = 'ytd fromNow vision until term half weekday whole thisYear digit ten'

/** Finds every period, resolves years and emits. Reads `options.date` only for the year. */
export function findPeriods(doc: Doc): void {
  const raws: Raw[] = []
  const gate = doc.lexicon.gate(startClasses)
  for (let at = 0; at < doc.tokens.count; at++) {
    if (
      !isNumber(doc, at) &&
      gate[doc.anchors.entry[at] ?? 0] !== 1 &&
      !isWord(doc, at, startWords)
    )
      continue
    if (doc.claimed[at] !== 0) continue
    const raw = readPeriod(doc, at)
    if (!raw) continue
    claim(doc, raw.from, raw.to, PERIOD)
    raws.push(raw)
    at = raw.to - 1
  }
  resolveYears(doc, raws)
  for (const raw of raws) emit(doc, raw)
}

function readPeriod(doc: Doc, at: number): Raw | null {
  return (
    readFromTo(doc, at) ??
    readFromNow(doc, at) ??
    readTerm(doc, at) ??
    readQuarter(doc, at) ??
    readMonths(doc, at) ??
    readHalfYear(doc, at) ??
    readDate(doc, at) ??
    readMonth(doc, at) ??
    readYear(doc, at)
  )
}

function raw(from: number, to: number, grain: Grain, rule: string, rest: Partial<Raw>): Raw {
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
function numberAt(doc: Doc, at: number): number | null {
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
function smallNumber(doc: Doc, at: number): number | null {
  const number = numberAt(doc, at)
  if (number !== null) return number
  const digit = meaning(doc, at, 'digit') ?? meaning(doc, at, 'ten')
  return digit === undefined ? null : Number(digit)
}

function yearAt(doc: Doc, at: number): number | null {
  const value = numberAt(doc, at)
  return value !== null && value >= 1800 && value <= 2200 ? value : null
}

/** A line end inside a phrase is stepped over. */
function skip(doc: Doc, at: number): number {
  return doc.tokens.kind[at] === LINE_END && doc.tokens.hash[at] === 1 ? at + 1 : at
}

/** "năm 2022", "/2022", "-2022", "2022" behind a smaller unit: the year and the token behind it. */
function readYearTail(doc: Doc, at: number): { year: number; to: number } | null {
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

/** "từ ngày 01/01 đến ngày 15/3/2024", "từ tháng 1 đến tháng 6/2024", "từ 05 đến 10/8/2023". */
function readFromTo(doc: Doc, at: number): Raw | null {
  if (!isWord(doc, at, fromWord)) return null
  const begin = skip(doc, at + 1)
  const day = isWord(doc, begin, dayWord) ? numberAt(doc, begin + 1) : numberAt(doc, begin)
  const first = readDate(doc, begin) ?? readMonth(doc, begin) ?? readQuarter(doc, begin)
  const middle = skip(doc, first?.to ?? (isWord(doc, begin, dayWord) ? begin + 2 : begin + 1))
  if ((!first && day === null) || !isWord(doc, middle, until)) return null
  let place = skip(doc, middle + 1)
  if (isWord(doc, place, until)) place = skip(doc, place + 1)
  const last = readDate(doc, place) ?? readMonth(doc, place) ?? readQuarter(doc, place)
  if (!last || (first ? first.grain !== last.grain : last.day === null || last.day <= (day ?? 0)))
    return null
  return raw(at, last.to, 'range', 'fromTo', {
    year: first?.year ?? last.year,
    lastYear: first?.year ? last.year : null,
    firstMonth: first?.firstMonth ?? last.firstMonth,
    lastMonth: last.lastMonth,
    day: first ? first.day : day,
    lastDay: last.lastDay ?? last.day,
  })
}

/** "từ nay đến hết năm 2021", "từ đầu năm tới nay", "lũy kế đến 10/4", "đến nay". */
function readFromNow(doc: Doc, at: number): Raw | null {
  if (meaning(doc, at, 'ytd') !== undefined) {
    return raw(at, phraseEnd(doc, at), 'range', 'yearToDate', { cumulative: true, open: 'to' })
  }
  if (meaning(doc, at, 'fromNow') !== undefined) {
    const inner = readPeriod(doc, skip(doc, phraseEnd(doc, at)))
    return inner
      ? { ...inner, from: at, grain: 'range', rule: 'period.fromNow', open: 'from' }
      : null
  }
  if (meaning(doc, at, 'vision') !== undefined || meaning(doc, at, 'until') !== undefined) {
    const behind = skip(doc, phraseEnd(doc, at))
    const cumulative = isCumulative(doc, at)
    const inner =
      behind > at + 0
        ? (readYear(doc, behind) ??
          (cumulative || hasEnd(doc, at)
            ? (readDate(doc, behind) ?? readMonth(doc, behind) ?? readQuarter(doc, behind))
            : null))
        : null
    if (!inner || inner.open) return null
    if (
      inner.grain === 'year' &&
      !cumulative &&
      meaning(doc, at, 'until') !== undefined &&
      isRangeTail(doc, at)
    )
      return null
    const from =
      cumulative && at > 0 && meaning(doc, at - 2, 'cumulative') !== undefined ? at - 2 : at
    return {
      ...inner,
      from: doc.claimed[from] === 0 ? from : at,
      rule: 'period.until',
      grain: inner.grain === 'day' ? 'range' : inner.grain,
      open: 'from',
      cumulative,
    }
  }
  return null
}

/** "từ năm 2015 đến năm 2020": the second half is not a period of its own. */
function isRangeTail(doc: Doc, at: number): boolean {
  return at > 1 && doc.claimed[at - 1] === PERIOD && isWord(doc, at, until)
}

function isCumulative(doc: Doc, at: number): boolean {
  return /lũy kế|luỹ kế|cộng dồn/i.test(textOf(doc, Math.max(0, at - 2), phraseEnd(doc, at)))
}

function hasEnd(doc: Doc, at: number): boolean {
  return /hết|tính|cuối/i.test(textOf(doc, at, phraseEnd(doc, at)))
}

/** "nhiệm kỳ 2020 – 2025", "giai đoạn 2021-2025", "thời kỳ 2021-2030", "2021-2025" behind nothing. */
function readTerm(doc: Doc, at: number): Raw | null {
  const named = meaning(doc, at, 'term') !== undefined
  let begin = named ? skip(doc, phraseEnd(doc, at)) : at
  if (named && isWord(doc, begin, fromWord)) begin++
  if (isWord(doc, begin, NOON)) begin = begin + 1
  const year = yearAt(doc, begin)
  if (year === null) return null
  const middle = skip(doc, begin + 1)
  if (!dash(doc, middle) && !isWord(doc, middle, until)) return null
  let last = skip(doc, middle + 1)
  if (isWord(doc, last, NOON)) last++
  const lastYear = yearAt(doc, last)
  if (lastYear === null || lastYear <= year || lastYear - year > 60) return null
  const start = !named && at > 0 && isWord(doc, at - 1, fromWord) ? at - 1 : at
  return raw(
    named ? at : doc.claimed[start] === 0 ? start : at,
    last + 1,
    named ? 'term' : 'range',
    'term',
    { year, lastYear },
  )
}

const roman = ['I', 'II', 'III', 'IV']

function quarterAt(doc: Doc, at: number): number | null {
  const value = numberAt(doc, at)
  if (value !== null) return value >= 1 && value <= 4 ? value : null
  const written = textOf(doc, at, at + 1)
  const index = roman.indexOf(written.toUpperCase())
  if (index >= 0) return index + 1
  const word = ['một', 'hai', 'ba', 'tư', 'bốn'].indexOf(written.toLowerCase())
  return word < 0 ? null : Math.min(4, word + 1)
}

/** "quý II/2022", "quý I năm 2023", "quý I", "quý III, IV". */
function readQuarter(doc: Doc, at: number): Raw | null {
  if (!isWord(doc, at, quarterWord)) return null
  const quarter = quarterAt(doc, at + 1)
  if (quarter === null) return null
  const tail = readYearTail(doc, at + 2)
  const months = { firstMonth: quarter * 3 - 2, lastMonth: quarter * 3 }
  return raw(at, tail?.to ?? at + 2, 'quarter', 'quarter', { year: tail?.year ?? null, ...months })
}

/** "6 tháng đầu năm 2022", "9 tháng", "3 tháng cuối năm", "06 tháng đầu năm". */
function readMonths(doc: Doc, at: number): Raw | null {
  const count = smallNumber(doc, at)
  if (count === null || count < 1 || count > 12 || !isWord(doc, skip(doc, at + 1), monthWord))
    return null
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
  const behind = textOf(doc, to, Math.min(doc.tokens.count, to + 2)).toLowerCase()
  if (
    !named &&
    year === null &&
    (count < 3 || count === 12 || /^(qua|nay|tới|sau|trước|liên|kể|tuổi|một|\/)/.test(behind))
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

/** "nửa đầu năm 2024", "nửa cuối năm". */
function readHalfYear(doc: Doc, at: number): Raw | null {
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

/** "ngày 13/7", "25/10/2021", "ngày 05 tháng 01 năm 2026", "15-16/7/2024", "Thứ hai, 25/10/2021". */
function readDate(doc: Doc, at: number): Raw | null {
  let begin = at
  let named = false
  if (meaning(doc, at, 'weekday') !== undefined) {
    begin = phraseEnd(doc, at)
    if (isMark(doc, begin, ',') || isMark(doc, begin, '(')) begin++
    if (isWord(doc, begin, dayWord)) begin++
  } else if (isWord(doc, at, dayWord)) {
    begin = at + 1
    named = true
    if (isMark(doc, begin, '(')) begin++
    if (isWord(doc, begin, dayWord)) begin++
  }
  const written = isNumber(doc, begin) ? textOf(doc, begin, begin + 1) : ''
  const dotted =
    /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(written) ??
    (named ? /^(\d{1,2})\.(\d{1,2})$/.exec(written) : null)
  if (dotted)
    return dateRaw(
      at,
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
    return dateRaw(at, tail?.to ?? monthAt + 1, day, month, tail?.year ?? null, lastDay)
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
  return dateRaw(at, end, day, month, year ?? (end > mark ? (tail?.year ?? null) : null), lastDay)
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
function readMonth(doc: Doc, at: number): Raw | null {
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

/** "năm 2022", "cả năm 2022", "các năm 2021, 2022", "năm nay", "cùng kỳ năm 2020". */
function readYear(doc: Doc, at: number): Raw | null {
  if (meaning(doc, at, 'whole') !== undefined) {
    const year = yearAt(doc, phraseEnd(doc, at))
    if (year !== null) return raw(at, phraseEnd(doc, at) + 1, 'year', 'year', { year })
    const behind = phraseEnd(doc, at)
    return isNumber(doc, behind) || meaning(doc, behind, 'unit') !== undefined
      ? null
      : raw(at, behind, 'year', 'year', { needsYear: true })
  }
  if (meaning(doc, at, 'thisYear') !== undefined)
    return raw(at, phraseEnd(doc, at), 'year', 'thisYear', {})
  if (!isWord(doc, at, NOON)) return null
  const place = skip(doc, at + 1)
  const year = yearAt(doc, place)
  if (year === null) return null
  const range = readTerm(doc, place)
  if (range) return { ...range, from: at }
  return raw(at, place + 1, 'year', 'year', { year })
}

const pad = (value: number): string => String(value).padStart(2, '0')

/** Last day of a month, leap years included. */
export function lastDayOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function periodValue(item: Raw): PeriodValue {
  const year = item.year
  if (year === null) return { label: '', from: null, to: null }
  if (item.day !== null) {
    const first = `${year}-${pad(item.firstMonth)}-${pad(item.day)}`
    const lastYear = item.lastYear ?? year
    if (item.day > lastDayOf(year, item.firstMonth)) return { label: '', from: null, to: null }
    if ((item.lastDay ?? 0) > lastDayOf(lastYear, item.lastMonth))
      return { label: '', from: null, to: null }
    const to = item.lastDay ? `${lastYear}-${pad(item.lastMonth)}-${pad(item.lastDay)}` : first
    return {
      label: '',
      from: item.open === 'from' ? (item.cumulative ? `${year}-01-01` : null) : first,
      to,
    }
  }
  const lastYear = item.lastYear ?? year
  const from = `${year}-${pad(item.firstMonth)}-01`
  const to = `${lastYear}-${pad(item.lastMonth)}-${pad(lastDayOf(lastYear, item.lastMonth))}`
  if (item.open === 'to') return { label: '', from, to: null }
  if (item.open === 'from') return { label: '', from: item.cumulative ? `${year}-01-01` : null, to }
  return { label: '', from, to }
}

function emit(doc: Doc, item: Raw): void {
  const stated = !item.rule.endsWith('.inherited')
  const rule = item.rule.replace('.inherited', '')
  if (item.year === null && item.needsYear) return
  const { from, to } = periodValue(item)
  const finding: Period = {
    ...head(doc, 'period', item.from, item.to, rule, stated ? 'certain' : 'likely'),
    label: textOf(doc, item.from, item.to),
    from,
    to,
    grain: item.grain,
    cumulative: item.cumulative,
    yearStated: stated,
  }
  explain(doc, finding, () => ({
    anchors: [{ start: finding.start, end: finding.end, class: rule }],
  }))
  doc.periods.set(finding.start, finding)
  doc.findings.push(finding)
}
