// The year of a period that does not say one. Months, quarters and years take it from what stands
// near; a day is counted from the document's date, or from the period that the document looks back on.

import type { Raw } from './dates.ts'
import { CITATION, type Doc, has, isWord, textOf, words } from './doc.ts'
import { isWhiteSpace } from './fold.ts'
import { dayMs } from './relative.ts'
import { isoDay } from './remembered.ts'

/**
 * Returns the day of the document as far as text or options tell it. Gives a year to what has none: the year of a later period in the same sentence for a list ("quý II
 * và 6 tháng đầu năm 2022"), else the last one said, else the document's: its date, the year most
 * often named. Days: see `yearOfDay`.
 */
export function resolveYears(doc: Doc, raws: Raw[]): string | null {
  const reviewed = raws.find((item) => item.year !== null && looksBack(doc, item)) ?? null
  const common = commonYear(doc, raws, reviewed?.year ?? null)
  const given = doc.options.date ? Number(doc.options.date.slice(0, 4)) : null
  const fallback = given && common && Math.abs(common - given) > 1 ? given : (common ?? given)
  const stated = raws.map((item) => item.year)
  let anchor = doc.options.date ?? dateLine(doc, raws) ?? heldDay(doc, raws)
  const signed = anchor ? null : signedDay(doc, raws)
  let last: number | null = null
  let paragraph = -1
  for (let index = 0; index < raws.length; index++) {
    const item = raws[index]
    if (!item) continue
    const own = doc.sentences[doc.sentenceOf[item.from] ?? 0]?.paragraph ?? -1
    if (item.year !== null) {
      if (
        item.grain !== 'term' &&
        item.open !== 'to' &&
        !isBase(doc, item) &&
        !datesInstrument(doc, item.from)
      ) {
        last = item.year
        paragraph = own
      }
      continue
    }
    // A year said in another paragraph yields to the document's.
    const near = own === paragraph ? last : null
    if (item.yearShift !== null) {
      const base = given ?? (anchor ? Number(anchor.slice(0, 4)) : (reviewed?.year ?? common))
      item.year = base === null ? null : base + item.yearShift
    } else if (item.day !== null) {
      const since = anchor ?? (isDue(doc, item) ? signed : null)
      item.year = yearOfDay(doc, item, since, reviewed) ?? common ?? last ?? fallback
      if (item.year !== null && !isDue(doc, item)) anchor ??= isoOf(item, item.year)
    } else {
      const told = anchor ? yearByDay(doc, item, anchor, reviewed) : null
      item.year = yearAhead(doc, raws, stated, index) ?? near ?? told ?? fallback ?? last
      if (anchor) item.year = notPast(item, item.year, anchor)
    }
    item.inherited = true
  }
  return anchor
}

/** "năm nay", "cả năm" in a document of a known day, but in the first weeks of a year that looks back on the one before. */
function thisYear(doc: Doc, item: Raw, anchor: string): number | null {
  const month = Number(anchor.slice(5, 7))
  const now = item.rule === 'period.thisYear'
  if (month <= 2 || (!now && month >= 11 && isPlanned(doc, item))) return null
  return Number(anchor.slice(0, 4))
}

/** Words of planning stand before it. */
function isPlanned(doc: Doc, { from }: Raw): boolean {
  const start = doc.tokens.start[from] ?? 0
  return planCues.test(doc.text.slice(Math.max(0, start - 70), start))
}

/**
 * A month, a quarter or a stretch of months without a year, told in a document of a known day: of that year, but early
 * in a year that looks back on the one before of that one where it has not come yet, and late in a year of the next one
 * where it is planned. Null for other periods.
 */
function yearByDay(doc: Doc, item: Raw, anchor: string, reviewed: Raw | null): number | null {
  if (item.grain === 'year' && item.lastYear === null) return thisYear(doc, item, anchor)
  if (!/^(month|months|quarter|half)$/.test(item.grain) || item.lastYear !== null) return null
  const year = Number(anchor.slice(0, 4))
  const month = Number(anchor.slice(5, 7))
  const ahead = isPlanned(doc, item)
  if (month >= 11 && ahead && item.lastMonth <= 3) return year + 1
  const looksBackAYear = month <= 2 && (reviewed?.year ?? year - 1) === year - 1
  if (looksBackAYear && item.firstMonth > month && !ahead) return year - 1
  return year
}

/**
 * "trong tháng 12", told in December 2017 beside a date of 2018, is of 2017: a month or quarter that has
 * not passed yet when the document is written is no other one than that.
 */
function notPast(item: Raw, year: number | null, anchor: string): number | null {
  const own = Number(anchor.slice(0, 4))
  const part = item.grain === 'month' || item.grain === 'quarter'
  if (!part || year !== own + 1 || item.lastYear !== null) return year
  return item.lastMonth >= Number(anchor.slice(5, 7)) ? own : year
}

/** The year most often named, or null; of two the one looked back on, else the earlier. */
function commonYear(doc: Doc, raws: readonly Raw[], reviewed: number | null): number | null {
  const counts = new Map<number, number>()
  // The dates of instruments and time limits only speak where nothing else does.
  const beside = new Map<number, number>()
  for (const item of raws)
    if (item.year !== null && item.year > 1990 && item.grain !== 'term' && !isBase(doc, item)) {
      const aside = item.day !== null && (isDue(doc, item) || datesInstrument(doc, item.from))
      const into = aside ? beside : counts
      into.set(item.year, (into.get(item.year) ?? 0) + 1)
    }
  let best: number | null = null
  let most = 0
  for (const [year, times] of counts.size > 0 ? counts : beside) {
    const earlier = year === reviewed || (best !== reviewed && year < (best ?? year))
    if (times < most || (times === most && !earlier)) continue
    best = year
    most = times
  }
  return best
}

/** The year of a later period in the same sentence. */
function yearAhead(
  doc: Doc,
  raws: readonly Raw[],
  stated: readonly (number | null)[],
  index: number,
): number | null {
  const sentence = doc.sentenceOf[raws[index]?.from ?? 0]
  for (let next = index + 1; next < raws.length && next < index + 4; next++) {
    const other = raws[next]
    if (!other || doc.sentenceOf[other.from] !== sentence) return null
    const year = stated[next] ?? null
    const says = other.grain !== 'term' && other.grain !== 'day' && other.open !== 'from'
    if (year !== null && says && !isBase(doc, other)) return year
  }
  return null
}

/** A time limit may be over for some days when it is written about; else it lies ahead. */
const overdueDays = 60
/** A page dated some days before what it tells of is commoner than one that tells of a year ago. */
const aheadDays = 10

/**
 * Counted from the date of the document: what has happened is the nearest such day not after it, a time
 * limit the nearest one not long before it. Without a date, the year that the document looks back on;
 * a day in the first three months after a whole year is in the next one, where reports on a year are made.
 */
function yearOfDay(
  doc: Doc,
  item: Raw,
  anchor: string | null,
  reviewed: Raw | null,
): number | null {
  if (anchor) {
    const due = isDue(doc, item)
    const year = Number(anchor.slice(0, 4))
    const shift = (candidate: number) =>
      (Date.parse(isoOf(item, candidate)) - Date.parse(anchor)) / dayMs
    // A document is often dated some days before what it tells of as planned: the nearest one then.
    const weekday = (candidate: number) => new Date(isoOf(item, candidate)).getUTCDay()
    const years = [year - 1, year, year + 1]
    const named = item.weekday === null ? [] : years.filter((one) => weekday(one) === item.weekday)
    if (named.length === 1) return named[0] ?? null
    const best = years.filter((candidate) =>
      due
        ? shift(candidate) >= -overdueDays
        : shift(candidate) <= (isHeld(doc, item) ? aheadDays : overdueDays),
    )
    return (due ? best[0] : best.at(-1)) ?? null
  }
  if (reviewed?.year == null) return null
  const whole = reviewed.lastMonth === 12 && reviewed.day === null
  return whole && item.firstMonth <= 3 ? reviewed.year + 1 : reviewed.year
}

function isoOf(item: Raw, year: number): string {
  // 29 February is looked at as the 28th: not every year has it.
  const day = item.firstMonth === 2 ? Math.min(28, item.day ?? 1) : (item.day ?? 1)
  return isoDay(year, item.firstMonth, day)
}

const dueWords = words('trước chậm nhất xong hạn vào đến hết tới muộn')
const timesOfDay = words('sáng trưa chiều tối đêm hôm')

/** "trước ngày 30/6", "chậm nhất là 15-1": a time limit, not something that has been. */
function isDue(doc: Doc, item: Raw): boolean {
  if (isWord(doc, item.from, timesOfDay) || isCountedTo(doc, item)) return false
  for (let at = item.from - 1; at >= 0 && at >= item.from - 2; at--)
    if (isWord(doc, at, dueWords)) return true
  return item.rule.startsWith('period.until')
}

const countingTo = words('đến tới hết')
const still = /^[^.;]{0,60}(phấn đấu|phải|sẽ|hoàn thành|xong|dự kiến|mục tiêu|yêu cầu)/i

/** "Đến 25/6, thu ngân sách đạt …" at the head of a sentence: what had been reached by then. */
function isCountedTo(doc: Doc, item: Raw): boolean {
  const first = doc.sentences[doc.sentenceOf[item.from] ?? 0]?.from ?? item.from
  if (item.day === null || item.from - first > 4) return false
  let at = item.from
  while (at >= first && !isWord(doc, at, countingTo)) at--
  const until = at >= first || item.rule.startsWith('period.until')
  return until && !still.test(behindOf(doc, item))
}

/** "Sáng 5/12, …", "Ngày 5/12, …", "Trong hai ngày 5 và 6/12": told of as over. */
function isHeld(doc: Doc, item: Raw): boolean {
  const sentence = doc.sentences[doc.sentenceOf[item.from] ?? 0]
  return isWord(doc, item.from, timesOfDay) || item.from - (sentence?.from ?? 0) < 4
}

/** Words of looking back, up to a period. */
export const reviewCues =
  /(sơ kết|tổng kết|kết quả|tình hình|báo cáo|đánh giá|kiểm điểm|công tác|họp báo|giao ban|thường kỳ)[^,;.]{0,90}$/i
const planCues =
  /(phương hướng|nhiệm vụ|giải pháp|kế hoạch|chương trình|mục tiêu|dự toán|chỉ tiêu)[^,;.]{0,60}$/i

/** "báo cáo kết quả năm 2023", or "Năm 2023, …" at the head of a sentence: looked back on. */
function looksBack(doc: Doc, item: Raw): boolean {
  if (item.grain === 'term' || item.day !== null || item.open || item.lastYear !== null)
    return false
  if (isBase(doc, item)) return false
  const start = doc.tokens.start[item.from] ?? 0
  let from = start
  while (from > 0 && from > start - 110 && doc.text.charCodeAt(from - 1) !== 0x0a) from--
  if (opensLine(doc.text, from, start) && !planned.test(behindOf(doc, item))) return true
  // No word of review is shorter, and none goes on over a comma or the end of a sentence.
  const clause = clauseStart(doc.text, from, start)
  if (start - clause < shortestCue || !reviewCues.test(doc.text.slice(clause, start))) return false
  // "Kết quả thực hiện nhiệm vụ …": what had been planned is what is looked back on.
  return !planCues.test(doc.text.slice(from, start).replace(carriedOut, '$1'))
}

/** Letters of the shortest word of review, "sơ kết"; none of planning is shorter. */
export const shortestCue = 6

/** Behind the last comma, semicolon or full stop before the end of a part of a text. */
export function clauseStart(text: string, from: number, to: number): number {
  let clause = to
  while (clause > from && !isPointing(text.charCodeAt(clause - 1))) clause--
  return clause
}

const isPointing = (unit: number): boolean => unit === 0x2c || unit === 0x2e || unit === 0x3b

/** Nothing, or a full stop, a colon or a semicolon, goes before the end of the line in it. */
function opensLine(text: string, from: number, to: number): boolean {
  let last = to - 1
  while (last >= from && isWhiteSpace(text.charCodeAt(last))) last--
  if (last < from) return to === from
  const unit = text.charCodeAt(last)
  return unit === 0x2e || unit === 0x3a || unit === 0x3b
}

/** A plan that has been carried out. */
const carriedOut =
  /((?:thực hiện|kết quả|tình hình)(?: các)?) (?:phương hướng|nhiệm vụ|kế hoạch|chương trình|mục tiêu|dự toán|chỉ tiêu)/gi

/** Words behind "Năm 2019, UBND tỉnh …" that tell of what is meant to be. */
const planned =
  /^[^.;]{0,50}(đề ra|phấn đấu|mục tiêu|dự kiến|đặt ra|sẽ|tập trung|xác định|quyết tâm|chỉ tiêu)/i

function behindOf(doc: Doc, { to }: Raw): string {
  const start = doc.tokens.end[to - 1] ?? 0
  // "hoàn thành 16/18 chỉ tiêu": counted, not set.
  return doc.text.slice(start, start + 80).replace(/\d chỉ tiêu/g, '')
}

/** The first full date in a line of its own ("Bảo Khê, ngày 13 tháng 10 năm 2025"), or null. */
function dateLine(doc: Doc, raws: readonly Raw[]): string | null {
  for (const item of raws) {
    if (item.day === null || item.year === null || item.lastDay !== null) continue
    const sentence = doc.sentences[doc.sentenceOf[item.from] ?? 0]
    if (sentence?.title && sentence.to - sentence.from < 16) return isoOf(item, item.year)
  }
  return null
}

/** The first full date of what is told as over ("trưa 12-12-2014, kỳ họp … bế mạc"), or null. */
function heldDay(doc: Doc, raws: readonly Raw[]): string | null {
  for (const item of raws)
    if (item.day !== null && item.year !== null && !isDue(doc, item)) {
      if (datesInstrument(doc, item.from)) continue
      if (isWord(doc, item.from, timesOfDay) || (doc.sentenceOf[item.from] ?? 9) < 3)
        return isoOf(item, item.year)
    }
  return null
}

/** The latest day that an instrument is dated by: time limits lie behind it. Null where there is none. */
function signedDay(doc: Doc, raws: readonly Raw[]): string | null {
  let latest: string | null = null
  for (const item of raws) {
    if (item.day === null || item.year === null || !datesInstrument(doc, item.from)) continue
    const day = isoOf(item, item.year)
    if (latest === null || day > latest) latest = day
  }
  return latest
}

/** "Nghị quyết số 30/NQ-HĐND ngày 08/12/2021", "Công văn ngày 3/4/2020": says when that was signed, no more. */
export function datesInstrument(doc: Doc, from: number): boolean {
  if (doc.claimed[from - 1] === CITATION) return true
  for (let at = from - 1; at >= Math.max(0, from - 3); at--)
    if (has(doc, at, 'docType')) return true
  return false
}

/** The year of a base of comparison ("cùng kỳ năm 2021") says nothing of the document's year. */
function isBase(doc: Doc, item: Raw): boolean {
  item.base ??= standsInBase(doc, item)
  return item.base
}

function standsInBase(doc: Doc, item: Raw): boolean {
  if (!mayCompare(doc, Math.max(0, item.from - 3), item.to)) return false
  const before = ` ${textOf(doc, Math.max(0, item.from - 3), item.to).toLowerCase()}`
  return /cùng kỳ|so với|\sso\s|cùng kì|lần năm|nhất (kể )?từ/.test(before)
}

/** False where a letter that each of the words below has does not stand: most periods are told from it. */
function mayCompare({ text, tokens }: Doc, from: number, to: number): boolean {
  const end = tokens.end[to - 1] ?? 0
  for (let at = tokens.start[from] ?? 0; at < end; at++) {
    const unit = text.charCodeAt(at)
    if (unit < 0x80) {
      if ((unit | 0x20) === 0x73 && (text.charCodeAt(at + 1) | 0x20) === 0x6f) return true
    } else if (telling.includes(unit)) return true
  }
  return false
}

/** ù, ầ and ấ, small and capital. */
const telling = [0xf9, 0xd9, 0x1ea7, 0x1ea6, 0x1ea5, 0x1ea4]
