// Periods and dates: "quý II và 6 tháng đầu năm 2022", "từ nay đến hết năm 2021", "trước ngày 20/7",
// "nhiệm kỳ 2020-2025". Both ends inclusive; the year is inherited where it is not said.

import {
  dash,
  dayWord,
  lastDayOf,
  lunarMonths,
  monthWord,
  NOON,
  numberAt,
  type Raw,
  raw,
  readDate,
  readMonth,
  readYearTail,
  skip,
  smallNumber,
  yearAt,
} from './dates.ts'
import {
  claim,
  type Doc,
  explain,
  Gate,
  identify,
  isMark,
  isNumber,
  isWord,
  meaning,
  PERIOD,
  phraseEnd,
  textOf,
  words,
} from './doc.ts'
import type { Period, PeriodValue } from './findings.ts'
import { MARGIN } from './lexicon/tables.ts'
import { quarterAt, readHalfYear, readMonths, readQuarter } from './parts-of-year.ts'
import { readRelative } from './relative.ts'
import { isoDay } from './remembered.ts'
import { numberWords, yearWords } from './spoken.ts'
import { NUMBER, WORD } from './tokens.ts'
import { resolveYears } from './years.ts'

const yearWord = words('năm')

const and = words('và')

const until = words('đến tới hết')

const fromWord = words('từ')

const toWords = words('đến tới')

const namedDay = words('ngày')

/** A period starts with a number, one of these words, or a phrase of one of these classes. */
const startWords = words('từ năm tháng quý quí ngày mùng mồng hôm sáng chiều tối q1 q2 q3 q4')
const startClasses =
  'ytd fromNow vision until term half weekday whole thisYear digit ten relative schoolYear'

const starts = new Gate(startClasses)
const counting = new Gate('digit ten tens hundred scale zero half')
const behindNumber = words('năm tháng đến tới hết')

/** A number in digits or words. */
const counts = (doc: Doc, at: number): boolean => isNumber(doc, at) || numberWords.opens(doc, at)

/** False where no period starts for sure behind "từ", "từ đầu". */
function mayStart(doc: Doc, at: number): boolean {
  const next = isWord(doc, at, edges) ? skip(doc, at + 1) : at
  return isNumber(doc, next) || starts.opens(doc, next) || isWord(doc, next, startWords)
}

/**
 * False where a number cannot open a period: most figures of a report are no part of a date. Behind it
 * there has to stand a mark of dates, a word of time or, for numbers in words, another of them.
 */
function mayOpen(doc: Doc, at: number): boolean {
  const number = isNumber(doc, at)
  if (!number && !starts.opens(doc, at)) {
    if (isWord(doc, at, fromWord)) return mayStart(doc, skip(doc, at + 1))
    if (isWord(doc, at, dayWord)) {
      const next = isMark(doc, at + 1, '(') ? at + 2 : at + 1
      return counts(doc, isWord(doc, next, dayWord) ? next + 1 : next)
    }
    if (isWord(doc, at, monthWord))
      return counts(doc, skip(doc, at + 1)) || isWord(doc, at + 1, lunarMonths)
  }
  if (!number && smallNumber(doc, at) === null) return true
  if (!number && isWord(doc, at, startWords)) return true
  const next = number ? at + 1 : phraseEnd(doc, at)
  const place = skip(doc, next)
  if (isWord(doc, place, behindNumber)) return true
  if (!number) return counting.opens(doc, next)
  if (isMark(doc, next, '/') || dash(doc, place)) return true
  // "15.7.2021" is one token.
  return (doc.tokens.end[at] ?? 0) - (doc.tokens.start[at] ?? 0) >= 8
}

/** The first token from `from` on with which a period may start, or `to`. */
function nextStart(doc: Doc, gate: Uint8Array, from: number, to: number): number {
  const { word, family } = doc
  const { kind } = doc.tokens
  let at = from
  while (
    at < to &&
    kind[at] !== NUMBER &&
    gate[family[at] ?? 0] !== 1 &&
    !startWords.has(word[at + MARGIN] ?? 0)
  )
    at++
  return at
}

/** Finds every period, resolves years and emits. Reads `options.date` only for the year. */
export function findPeriods(doc: Doc): void {
  const raws: Raw[] = []
  const gate = starts.of(doc)
  const { count } = doc.tokens
  for (
    let at = nextStart(doc, gate, 0, count);
    at < count;
    at = nextStart(doc, gate, at + 1, count)
  ) {
    if (doc.claimed[at] !== 0) continue
    const relative = readRelative(doc, at)
    if (relative) {
      claim(doc, at, relative.to, PERIOD)
      doc.periods.set(relative.finding.start, relative.finding)
      doc.findings.push(relative.finding)
      at = relative.to - 1
      continue
    }
    if (!mayOpen(doc, at)) continue
    const raw = readPeriod(doc, at)
    if (!raw) continue
    tellYear(doc, raw)
    claim(doc, raw.from, raw.to, PERIOD)
    raws.push(raw)
    at = raw.to - 1
    for (const one of listBehind(doc, raw)) {
      claim(doc, one.from, one.to, PERIOD)
      raws.push(one)
      at = one.to - 1
    }
  }
  const today = resolveYears(doc, raws)
  for (const raw of raws) emit(doc, raw, today)
}

/** "quý IV năm nay", "tháng 12 năm trước": the year as told from the document's. */
function tellYear(doc: Doc, raw: Raw): void {
  const whole = raw.grain === 'quarter' || raw.grain === 'month' || raw.grain === 'half'
  const told = isWord(doc, raw.to, yearWord) && doc.claimed[raw.to] === 0
  if (!whole || !told || raw.year !== null || raw.open) return
  const shift = isWord(doc, raw.to + 1, words('nay'))
    ? 0
    : isWord(doc, raw.to + 1, words('tới sau'))
      ? 1
      : isWord(doc, raw.to + 1, words('trước ngoái'))
        ? -1
        : null
  if (shift === null) return
  raw.yearShift = shift
  raw.to += 2
}

function readPeriod(doc: Doc, at: number): Raw | null {
  return (
    readFromTo(doc, at) ??
    readSince(doc, at) ??
    readSchoolYear(doc, at) ??
    readFromNow(doc, at) ??
    readTerm(doc, at) ??
    readQuarter(doc, at) ??
    readMonths(doc, at) ??
    readHalfYear(doc, at) ??
    readDayOrMonth(doc, at) ??
    readYear(doc, at)
  )
}

/** A day or a month, and the range that it opens. */
function readDayOrMonth(doc: Doc, at: number): Raw | null {
  const first = readDate(doc, at) ?? readMonth(doc, at)
  return first && (rangeFrom(doc, at, first) ?? first)
}

/** "quý I, II và III năm 2023", "tháng 1, 2, 3/2024": the others of the list, with the year of the last. */
function listBehind(doc: Doc, first: Raw): Raw[] {
  const quarters = first.rule === 'period.quarter'
  if (!(quarters || first.rule === 'period.month') || first.year !== null) return []
  const found: Raw[] = []
  let at = first.to
  while (isMark(doc, at, ',') || isWord(doc, at, and)) {
    const number = quarters ? quarterAt(doc, at + 1) : numberAt(doc, at + 1)
    if (number === null || number < 1 || number > 12) break
    const tail = readYearTail(doc, at + 2)
    const ends = tail !== null || doc.tokens.kind[at + 2] !== WORD || isWord(doc, at + 2, and)
    if (!ends || isMark(doc, at + 2, '%')) break
    const months = quarters
      ? { firstMonth: number * 3 - 2, lastMonth: number * 3 }
      : { firstMonth: number, lastMonth: number }
    const { grain } = first
    const rule = quarters ? 'quarter' : 'month'
    const year = tail?.year ?? null
    found.push(raw(at + 1, tail?.to ?? at + 2, grain, rule, { year, ...months }))
    at = tail?.to ?? at + 2
    if (tail) break
  }
  const year = found.at(-1)?.year ?? null
  // Numbers behind a month are a list only where a year closes it.
  if (!quarters && year === null) return []
  for (const one of [first, ...found]) one.year ??= year
  return found
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

const edges = words('đầu cuối')
const today = words('nay')

/** "từ tháng 3 đến nay", "từ đầu tháng 5 đến nay", "kể từ ngày 01/7/2025 đến nay": up to the day of the document. */
function readSince(doc: Doc, at: number): Raw | null {
  if (!isWord(doc, at, fromWord)) return null
  let begin = skip(doc, at + 1)
  const edge = isWord(doc, begin, edges)
  if (edge) begin = skip(doc, begin + 1)
  const first =
    readDate(doc, begin) ?? readMonth(doc, begin) ?? readQuarter(doc, begin) ?? readYear(doc, begin)
  if (!first || first.open || first.needsYear) return null
  const middle = skip(doc, first.to)
  if (!isWord(doc, middle, toWords) || !isWord(doc, middle + 1, today)) return null
  // "từ cuối tháng 5": from its last month, its days are not known.
  const firstMonth =
    edge && isWord(doc, begin - 1, words('cuối')) ? first.lastMonth : first.firstMonth
  return {
    ...first,
    from: at,
    to: middle + 2,
    grain: 'range',
    rule: 'period.since',
    open: 'to',
    firstMonth,
  }
}

/** "tháng 3 đến tháng 5 năm 1975", "ngày 1/4 – ngày 30/4/2000": both ends named, the last with its year. */
function rangeFrom(doc: Doc, at: number, first: Raw): Raw | null {
  const named = (place: number) => isWord(doc, place, namedDay) || isWord(doc, place, monthWord)
  if (!named(at) || first.year !== null || first.lastDay !== null) return null
  const middle = skip(doc, first.to)
  if (!dash(doc, middle) && !isWord(doc, middle, toWords)) return null
  const place = skip(doc, middle + 1)
  if (!named(place)) return null
  const last = readDate(doc, place) ?? readMonth(doc, place)
  if (!last || last.year === null || last.grain !== first.grain) return null
  if (first.firstMonth * 32 + (first.day ?? 0) >= last.lastMonth * 32 + (last.day ?? 0)) return null
  return raw(at, last.to, 'range', 'fromTo', {
    year: last.year,
    firstMonth: first.firstMonth,
    lastMonth: last.lastMonth,
    day: first.day,
    lastDay: last.day,
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
  // "5 năm 2021-2025": a plan of so many years.
  const counted = smallNumber(doc, at) !== null && isWord(doc, at + 1, NOON) ? at + 2 : 0
  if (counted > 0 && yearAt(doc, counted) !== null) {
    const plan = readTerm(doc, counted)
    return plan && { ...plan, from: at, grain: 'term' }
  }
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

/** "năm học 2024-2025": from September to May (Decision 2045/QĐ-BGDĐT and its like each year). */
function readSchoolYear(doc: Doc, at: number): Raw | null {
  if (meaning(doc, at, 'schoolYear') === undefined) return null
  const years = readTerm(doc, phraseEnd(doc, at))
  if (!years || years.lastYear === null || years.lastYear - (years.year ?? 0) !== 1) return null
  return raw(at, years.to, 'range', 'schoolYear', {
    year: years.year,
    lastYear: years.lastYear,
    firstMonth: 9,
    lastMonth: 5,
  })
}

/** "năm 2022", "cả năm 2022", "các năm 2021, 2022", "năm nay", "cùng kỳ năm 2020". */
function readYear(doc: Doc, at: number): Raw | null {
  if (meaning(doc, at, 'whole') !== undefined) {
    const year = yearAt(doc, phraseEnd(doc, at))
    if (year !== null) return raw(at, phraseEnd(doc, at) + 1, 'year', 'year', { year })
    const behind = phraseEnd(doc, at)
    // "cả năm 9%": the figure of the whole year.
    const counted = isNumber(doc, behind) && !isMark(doc, behind + 1, '%')
    return counted || meaning(doc, behind, 'unit') !== undefined
      ? null
      : raw(at, behind, 'year', 'year', { needsYear: true })
  }
  if (meaning(doc, at, 'thisYear') !== undefined)
    return raw(at, phraseEnd(doc, at), 'year', 'thisYear', {})
  if (!isWord(doc, at, NOON)) return null
  const place = skip(doc, at + 1)
  const year = yearAt(doc, place) ?? oldYear(doc, place)
  if (year === null) {
    const said = yearWords(doc, place)
    return said && raw(at, said.to, 'year', 'year', { year: said.value })
  }
  const range = readTerm(doc, place)
  if (range) return { ...range, from: at }
  return raw(at, place + 1, 'year', 'year', { year })
}

/** "năm 1789": four digits behind the word for year, with nothing counted behind them. */
function oldYear(doc: Doc, at: number): number | null {
  const value = numberAt(doc, at)
  if (value === null || value < 1000 || value > 1800) return null
  return meaning(doc, at + 1, 'unit') === undefined && meaning(doc, at + 1, 'scale') === undefined
    ? value
    : null
}

function periodValue(item: Raw, today: string | null): PeriodValue {
  const year = item.year
  if (year === null || item.rule.startsWith('period.lunarMonth'))
    return { label: '', from: null, to: null }
  if (item.day !== null) {
    const first = isoDay(year, item.firstMonth, item.day)
    const lastYear = item.lastYear ?? year
    if (item.day > lastDayOf(year, item.firstMonth)) return { label: '', from: null, to: null }
    if ((item.lastDay ?? 0) > lastDayOf(lastYear, item.lastMonth))
      return { label: '', from: null, to: null }
    const to = item.lastDay ? isoDay(lastYear, item.lastMonth, item.lastDay) : first
    if (item.open === 'to') return { label: '', from: first, to: notBefore(first, today) }
    return {
      label: '',
      from: item.open === 'from' ? (item.cumulative ? isoDay(year, 1, 1) : null) : first,
      to,
    }
  }
  const lastYear = item.lastYear ?? year
  const from = isoDay(year, item.firstMonth, 1)
  const to = isoDay(lastYear, item.lastMonth, lastDayOf(lastYear, item.lastMonth))
  if (item.open === 'to') return { label: '', from, to: notBefore(from, today) }
  if (item.open === 'from')
    return { label: '', from: item.cumulative ? isoDay(year, 1, 1) : null, to }
  return { label: '', from, to }
}

/** "đến nay" ends on the day of the document, where that is known. */
const notBefore = (from: string, today: string | null): string | null =>
  today !== null && today >= from ? today : null

function emit(doc: Doc, item: Raw, today: string | null): void {
  const { rule } = item
  const stated = !item.inherited
  if (item.year === null && item.needsYear) return
  const { from, to } = periodValue(item, today)
  const { id, start, end, quote } = identify(doc, 'period', item.from, item.to)
  const finding: Period = {
    id,
    kind: 'period',
    start,
    end,
    quote,
    rule,
    certainty: stated ? 'certain' : 'likely',
    label: quote,
    from,
    to,
    grain: item.grain,
    cumulative: item.cumulative,
    yearStated: stated,
  }
  if (doc.options.trace) explain(doc, finding, () => ({ anchors: [{ start, end, class: rule }] }))
  doc.periods.set(finding.start, finding)
  doc.findings.push(finding)
}
