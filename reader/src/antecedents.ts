// Which period a figure belongs to where none stands beside it: its clause, its sentence, the opening of
// an earlier sentence of the paragraph, the section head, the document.
import { lastDayOf } from './dates.ts'
import {
  type Doc,
  endsPair,
  Gate,
  has,
  isMark,
  isWord,
  PERIOD,
  pairs,
  QUANTITY,
  type Sentence,
  words,
} from './doc.ts'
import type { Period, PeriodRef } from './findings.ts'
import { goalHeads } from './goals.ts'
import { remembered } from './remembered.ts'
import { NUMBER } from './tokens.ts'
import { datesInstrument } from './years.ts'

const nowWord = words('hiện')
const closeWord = words('thúc')

const wholeWord = words('cả')
const seasonalCue = words('vụ khóa khoá học')
const seasons = words('xuân thu mùa đông')
const fromWord = words('từ')

interface Usable {
  period: Period
  sentence: number
  /** First token, and the token behind. */
  from: number
  to: number
  /** Opens its sentence or what follows a colon: "Trong quý I/2024, …"; it holds for what follows. */
  opens: boolean
  /** -1 where words of planning go before, 1 where words of review do, else 0. */
  about: number
  /** "đến 31/5": counts from the first day of the year. */
  until: boolean
  /** "38,6 triệu đồng (năm 2020)": said of what stands right before it and of nothing else. */
  bracketed: boolean
  /** "năm học 2024-2025", "niên vụ 2018-2019": the year of what is counted beside it, of no more. */
  seasonal: boolean
}

const prepositions = words(
  'trong đến tính hết từ kết thúc thúc qua riêng lũy luỹ kế về sau của ước vào tại cụ thể theo báo cáo kết quả và chỉ',
)
/** Words of review and of planning. */
const reviewing = pairs(
  'kết quả | đánh giá | tình hình | thực hiện | sơ kết | tổng kết | công tác | giao ban | thành tích | kiểm điểm',
)
const planning = pairs(
  'nhiệm vụ | phương hướng | kế hoạch | mục tiêu | phấn đấu | dự thảo | dự kiến | chỉ tiêu',
)

const untilWords = words('đến hết tới')
const inWords = words('vào trong')
const andWord = words('và')

/** Periods that are looked through for the one that is planned for. */
const farthest = 120

/** The title of a document and what stands around it govern through the document's period. */
const headTitles = 8

/** Sentences at the head of a document where its own period is looked for. */
const headSentences = 12

/** Answers which period a figure belongs to. Figures have to be asked for in the order of the text. */
export class PeriodFinder {
  private readonly doc: Doc
  private readonly usable: Usable[] = []
  /** The first period behind the figure that was asked for last. */
  private next = 0
  private readonly own: Usable | null
  /** The day of the document as far as it is known, else empty. */
  private readonly newest: string
  /** The same, where the text says it. */
  private readonly dated: Usable | null
  /** For each sentence the one that heads its goals, or -1. */
  private readonly goals: Int32Array
  /** What `sinceJanuary` says, once it was asked. */
  private counted: PeriodRef | null | undefined = undefined
  /** Months named anywhere that had ended, or were going on, when the document was written. */
  private readonly months: readonly Usable[]

  constructor(doc: Doc, periods: Period[]) {
    this.doc = doc
    this.goals = goalHeads(doc)
    let token = 0
    for (const period of periods) {
      while ((doc.tokens.end[token] ?? 0) <= period.start && token < doc.tokens.count) token++
      if (!period.to || isBase(doc, token)) continue
      let to = token + 1
      while ((doc.tokens.end[to - 1] ?? 0) < period.end && to < doc.tokens.count) to++
      const sentence = doc.sentenceOf[token] ?? 0
      const opens = opensClause(doc, token, doc.sentences[sentence])
      this.usable.push({
        period,
        sentence,
        from: token,
        to,
        opens,
        about: aboutness(doc, token, doc.sentences[sentence]?.from ?? 0),
        until:
          isWord(doc, token, untilWords) ||
          isWord(doc, token - 1, untilWords) ||
          (isWord(doc, token - 1, closeWord) && isWord(doc, token - 2, words('kết'))) ||
          period.rule.startsWith('period.until'),
        bracketed: isMark(doc, token - 1, '(') && isMark(doc, to, ')'),
        seasonal: isSeasonal(doc, period, token),
      })
    }
    const newest = newestDate(doc, this.usable)
    this.newest = newest
    this.own = documentPeriod(doc, this.usable, newest)
    this.dated =
      this.usable.find(({ period }) => period.grain === 'day' && period.to === newest) ?? null
    this.months = this.usable.filter(
      ({ period }) => period.grain === 'month' && !isAhead(period, newest),
    )
  }

  /** The period of the figure between two tokens of a sentence; of one that is planned the whole year. */
  of(from: number, to: number, sentence: number, planned = false): PeriodRef | null {
    while (this.next < this.usable.length && (this.usable[this.next]?.from ?? 0) < from) this.next++
    const behind = this.usable[this.next]
    if (behind?.sentence === sentence && isBeside(this.doc, to, behind)) return reference(behind)
    const paragraph = this.doc.sentences[sentence]?.paragraph
    let stage: Usable | null = null
    let passed = false
    let longer = false
    const now = isOfNow(this.doc, from)
    for (let index = this.next - 1; index >= 0 && index > this.next - 12; index--) {
      const item = this.usable[index]
      if (!item) break
      const term = item.period.grain === 'term'
      if (item.bracketed || (item.seasonal && !this.isJoined(item, from, sentence, planned)))
        continue
      if (item.period.grain === 'term' && isStage(this.doc, item)) stage ??= item
      if (
        item.sentence === sentence &&
        (!term || item.opens) &&
        this.isJoined(item, from, sentence, planned)
      )
        return reference(item)
      const day = item.period.grain === 'day' && !(item.until && item.opens)
      if (
        day ||
        isSitting(item.period) ||
        (term && !item.opens) ||
        item.period.rule === 'period.relative'
      )
        continue
      const above = this.doc.sentences[item.sentence]
      // "… báo cáo kết quả 9 tháng. Theo đó, …"
      const reviewed =
        item.about === 1 && item.sentence === sentence - 1 && item.period.grain !== 'month'
      // "Đến 20/9, …": the next sentence goes on with it, where the document has no months of its own.
      const reaches = !item.until || (item.sentence === sentence - 1 && this.own === null)
      const governs =
        (item.opens || reviewed) &&
        reaches &&
        above?.paragraph === paragraph &&
        !now &&
        !passed &&
        !(longer && item.period.grain === 'month')
      // "Trong tháng 11, … Xuất khẩu 11 tháng …": from there on the figures add up.
      longer ||=
        (item.period.grain === 'months' || item.period.grain === 'half') &&
        item.sentence < sentence &&
        above?.paragraph === paragraph &&
        item.period.from?.endsWith('-01-01') === true
      // "Năm nay, … Kết thúc tháng 4, … Nếu loại …": what was told before that does not reach over it.
      passed ||= item.opens && !reaches && above?.paragraph === paragraph
      // "Diện tích lúa cả năm" in a cell says what is measured, not what the lines below report on.
      const cell = above !== undefined && isWord(this.doc, item.from, wholeWord)
      // "1. Tình hình năm 2024" does not reach below "3. Các chỉ tiêu chủ yếu".
      const left = (this.goals[sentence] ?? -1) > item.sentence
      const heads = above?.title && !cell && !left && item.sentence > headTitles && item.about >= 0
      if (governs || heads) return reference(item)
    }
    const aim = this.aimAbove(from, sentence)
    if (aim) return reference(aim)
    const plan = planned ? this.planAbove(from) : null
    if (plan) return reference(plan)
    if (planned && this.own?.period.to) return wholeYear(reference(this.own))
    return (
      this.ofDocument(from) ??
      (planned && stage ? reference(stage) : this.sinceJanuary()) ??
      (stage && reference(stage))
    )
  }

  /**
   * In a document that names no period: from January to the last month that it can report on, told from its own day. A
   * day in the first ten of a month reports on the months before.
   */
  private sinceJanuary(): PeriodRef | null {
    if (this.counted === undefined) this.counted = this.countedSinceJanuary()
    return this.counted && { ...this.counted }
  }

  private countedSinceJanuary(): PeriodRef | null {
    const day = this.dated?.period
    if (!day?.to) return null
    // Up to the day or the month that some other figure is counted to.
    const counted = this.usable.findLast((item) => isSoFar(item, day.to ?? ''))
    if (counted) return reference(counted)
    const { start, end, label } = day
    return lastMonths(day.to, { start, end, label, from: day.from, to: day.to })
  }

  /** What a section of goals is for: the period in its heading, else the last one that is planned for. */
  private aimAbove(from: number, sentence: number): Usable | null {
    const head = this.goals[sentence] ?? -1
    if (head < 0) return null
    const before = this.usable.filter((item) => item.from < from && item.period.grain !== 'day')
    return (
      before.findLast((item) => item.sentence === head) ??
      before.findLast((item) => item.about === -1 && item.sentence < head) ??
      null
    )
  }

  /**
   * Whether a day lies ahead of the document. Where nothing but the day itself says when it was written ("Ngày 15/3/2021, Tỉnh
   * ủy ban hành …" may tell of what was long before), only of the year after it.
   */
  isAhead(day: string): boolean {
    if (this.newest === '' || day <= this.newest) return false
    const sure = this.doc.options.date !== undefined || this.own !== null
    return sure || yearOf(day) <= yearOf(this.newest) + 1
  }

  /** The year or stage that was last said to be planned for, where the document reports on an earlier one. */
  private planAbove(from: number): Usable | null {
    let plan: Usable | null = null
    for (let index = this.next - 1; !plan && index >= 0 && index > this.next - farthest; index--) {
      const item = this.usable[index]
      if (item && item.from < from && item.about === -1) plan = item
    }
    const over = this.own?.period.to ?? this.newest
    return plan && over !== '' && (plan.period.to ?? '') > over ? plan : null
  }

  /**
   * What the document reports on; of a whole year only what had passed of it, where the text has counted
   * up to a day before ("kế hoạch năm 2022 …. Hết ngày 10/8, …").
   */
  private ofDocument(from: number): PeriodRef | null {
    const { own } = this
    if (own?.period.grain === 'month' && own.about >= 0) return sinceNewYear(reference(own))
    if (own?.period.grain !== 'year') return own && reference(own)
    const year = own.period.to?.slice(0, 4)
    const going = this.newest.slice(0, 4) === year && this.newest.slice(5, 7) < lateMonth
    // "Kết quả … năm 2019" told at its end: the whole year, whatever one figure was counted to.
    if (own.about === 1 && !going) return reference(own)
    const passed = this.usable.findLast(
      (item) =>
        item.from < from && item.until && item.opens && item.period.to?.slice(0, 4) === year,
    )
    return passed
      ? reference(passed)
      : going
        ? lastMonths(this.newest, reference(own))
        : reference(own)
  }

  /**
   * False where a semicolon parts them and the period belongs to the part before: to its noun ("diện tích
   * lúa cả năm") or because a figure stands before it already.
   */
  private isJoined(item: Usable, from: number, sentence: number, planned: boolean): boolean {
    const { doc } = this
    if (item.sentence !== sentence) return false
    if (item.opens && !item.seasonal) return true
    let parted = false
    let measured = false
    for (let at = item.to; at < from; at++) {
      if (isMark(doc, at, ':')) return true
      parted ||= isMark(doc, at, ';')
      measured ||= !parted && doc.claimed[at] === QUANTITY
    }
    if (!parted) return true
    // "IIP tháng 8 giảm 6,8%; 82,7 nghìn doanh nghiệp …" in a report on eight months.
    if (measured && item.period.grain === 'month' && !planned && this.own) return false
    if (isWord(doc, item.from, wholeWord)) return planned
    if (item.seasonal) return false
    for (let at = doc.sentences[sentence]?.from ?? item.from; at < item.from; at++)
      if (doc.claimed[at] === QUANTITY) return false
    return true
  }

  /**
   * The month that a document on several months tells of: the last one that it reports on. For "trong
   * tháng" and for what is compared with the month before. Null where the text names no such month.
   */
  month(): PeriodRef | null {
    const to = this.own?.period.to
    const named = to && this.months.find(({ period }) => period.to === to)
    return named ? reference(named) : null
  }
}

/** The months of its year that a document of this day can report on, told from `source`. */
function lastMonths(day: string, source: PeriodRef): PeriodRef {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const last = date <= figuresLag ? month - 1 : month
  const [ofYear, ofMonth] = last === 0 ? [year - 1, 12] : [year, last]
  const to = `${ofYear}-${String(ofMonth).padStart(2, '0')}-${lastDayOf(ofYear, ofMonth)}`
  return { ...source, from: `${ofYear}-01-01`, to }
}

/** "Toàn tỉnh hiện có 612 cơ sở lưu trú": counted now, whatever the sentence before told of. */
const isOfNow = (doc: Doc, from: number): boolean =>
  isWord(doc, from - 2, nowWord) && isWord(doc, from - 1, words('có còn'))

/** From this month on a report on a year is one on the whole of it. */
const lateMonth = '11'

/** A plan is the plan of the year. */
const wholeYear = (period: PeriodRef): PeriodRef => {
  const year = period.to?.slice(0, 4)
  return { ...period, from: `${year}-01-01`, to: `${year}-12-31` }
}

/** Counts from the first day of the year of a day up to that day or one before. */
const isSoFar = (item: Usable, day: string): boolean => {
  const { from, to } = reference(item)
  return from === `${day.slice(0, 4)}-01-01` && to !== null && to <= day && item.about >= 0
}

/** What stands in a report on a month counts from the first day of the year where it does not name the month itself. */
const sinceNewYear = (period: PeriodRef): PeriodRef => ({
  ...period,
  from: `${period.to?.slice(0, 4)}-01-01`,
})

/** "Năm học 2024 - 2025", "niên vụ 2018 - 2019", "vụ đông xuân 2023 - 2024". */
const isSeasonal = (doc: Doc, { rule }: Period, at: number): boolean =>
  rule.startsWith('period.schoolYear') ||
  isWord(doc, at - 1, seasonalCue) ||
  (isWord(doc, at - 1, seasons) && isWord(doc, at - 2, words('đông hè vụ thu')))

/** Still to begin when the document was written. */
const isAhead = (period: Period, newest: string): boolean =>
  newest !== '' && (period.from ?? '') > newest

/** "giai đoạn 2021-2025", "thời kỳ 2011-2020": what a programme is reviewed over; no term of office. */
const isStage = (doc: Doc, { from }: Usable): boolean =>
  isWord(doc, from, words('giai thời')) || isWord(doc, from - 2, words('giai thời'))

const comparing = new Gate('compare sameSpan')

/** What a comparison is made with is not the period of the figure. */
export function isBase(doc: Doc, token: number): boolean {
  for (let at = token - 1; at >= Math.max(0, token - 4); at--) {
    if (isMark(doc, at, ',') || isMark(doc, at, ';') || isMark(doc, at, '.')) return false
    if (!comparing.opens(doc, at)) continue
    if (has(doc, at, 'compare') || has(doc, at, 'sameSpan')) return true
  }
  // "mức thấp nhất từ năm 2016", "cao nhất kể từ năm 2019"
  if (isWord(doc, token - 1, fromWord) && isWord(doc, token - 2, words('nhất kể trong')))
    return true
  // "gấp 2,3 lần năm 2012"
  return (
    doc.claimed[token - 1] === QUANTITY &&
    isWord(doc, token - 1, words('lần')) &&
    !isMark(doc, token, '(')
  )
}

/** Words that a lead-in before the period begins with: "Theo báo cáo, …", "Nhờ đó, …", "Về kinh tế, …". */
const leading = words('theo nhờ về bên tuy song mặc cùng kết báo trong tại với qua phát')

function opensClause(doc: Doc, token: number, sentence: Sentence | undefined): boolean {
  if (!sentence || sentence.title) return false
  for (let at = token - 1; at >= sentence.from; at--) {
    if (isMark(doc, at, ':')) return true
    // "tháng 7 và 7 tháng đầu năm 2018": the second of two opens as the first does.
    if (doc.claimed[at] === PERIOD && isWord(doc, token - 1, andWord)) continue
    // "Theo báo cáo, 6 tháng đầu năm …"
    if (isMark(doc, at, ',') && isWord(doc, sentence.from, leading)) {
      if (at - sentence.from < 12) return true
    }
    if (!isWord(doc, at, prepositions) || at < token - 6) return false
  }
  return true
}

/** "đạt chuẩn vào năm 2025", "38,6 triệu đồng (năm 2020)": right behind the figure. */
function isBeside(doc: Doc, to: number, item: Usable): boolean {
  if (item.from - to > 6) return false
  if (isMark(doc, item.from - 1, '(')) return item.from - 1 <= to + 2
  let preposition = false
  for (let at = to; at < item.from; at++) {
    if (isMark(doc, at, ',') || isMark(doc, at, ';') || isMark(doc, at, ':')) return false
    if (doc.tokens.kind[at] === NUMBER) return false
    if (isWord(doc, at, inWords)) preposition = true
  }
  return preposition || item.from === to
}

/** Whether a word of review or of planning goes before the period in its part of the sentence. */
function aboutness(doc: Doc, token: number, first: number): number {
  let planned = false
  for (let at = token - 1; at >= first && at > token - 12; at--) {
    // "tình hình tháng 9 và 9 tháng đầu năm": both are looked back on.
    const joined = at === token - 1 && (isWord(doc, at, andWord) || isMark(doc, at, ','))
    if (joined && doc.claimed[at - 1] === PERIOD) {
      while (doc.claimed[at - 1] === PERIOD) at--
      continue
    }
    if (isMark(doc, at, ',') || isMark(doc, at, ';') || doc.claimed[at] === PERIOD) break
    if (endsPair(doc, at, reviewing)) return 1
    if (endsPair(doc, at, planning)) planned = true
  }
  return planned ? -1 : 0
}

const yearOf = (date: string | null): number => Number(date?.slice(0, 4) ?? 0)

/** Sentences at the head where the date of the meeting or of the page stands. */
const dateSentences = 4

/** The document's date, or the latest of the full dates at its head; empty where it has none. */
const limiting = words('trước nhất hạn muộn')

function newestDate(doc: Doc, usable: readonly Usable[]): string {
  let newest = doc.options.date ?? ''
  for (const { period, sentence, from } of usable) {
    if (period.grain !== 'day' || !period.yearStated || sentence > headSentences) continue
    // "trước 31/01/2018": a time limit says nothing of when it is written.
    if (isWord(doc, from - 1, limiting) || isWord(doc, from - 2, limiting)) continue
    if (datesInstrument(doc, from)) continue
    // Further down a later date is a deadline.
    if (sentence > dateSentences && newest !== '') break
    if ((period.to ?? '') > newest) newest = period.to ?? ''
  }
  return newest
}

/** "từ ngày 08 đến ngày 10/12": how long a session took. */
const isSitting = ({ grain, from, to }: Period): boolean =>
  grain === 'range' && from !== null && to !== null && Date.parse(to) - Date.parse(from) < sitting

const sitting = 8 * 86_400_000

/** Days of a month in which nobody reports on it yet. */
const earlyDays = 10

/** Days of a month in which its figures are not gathered yet: the ones told are of the months before. */
const figuresLag = 20

const isEarlyIn = ({ to }: Period, newest: string): boolean =>
  newest.slice(0, 7) === to?.slice(0, 7) && Number(newest.slice(8, 10)) <= earlyDays

const isToldFromDay = remembered(/^period\.(relative|days|thisYear)/)

/** What the document reports on: the period of its head that a word of review goes before. */
function documentPeriod(doc: Doc, usable: readonly Usable[], newest: string): Usable | null {
  let best: Usable | null = null
  let most = Number.NEGATIVE_INFINITY
  for (const item of usable) {
    const day = item.period.grain === 'day' && !(item.until && item.opens)
    if (day || item.period.grain === 'term' || isSitting(item.period)) continue
    // "tuần này", "3 tháng tới": told from the day, not reported on.
    if (isToldFromDay(item.period.rule)) continue
    // "38,6 triệu đồng (năm 2020)" in a report of 2024.
    if (isMark(doc, item.from - 1, '(') || yearOf(item.period.to) < yearOf(newest) - 1) continue
    // "về đích trong quý IV", told in September, is still to come; in November it is not over.
    if (newest !== '' && (item.period.from ?? '') > newest) continue
    // "đến năm 2030" is an aim; a session early in a month looks back on what was before it.
    if (newest !== '' && yearOf(item.period.to) > yearOf(newest) + 1) continue
    if (item.period.grain === 'month' && item.about < 1 && isEarlyIn(item.period, newest)) continue
    const { grain } = item.period
    const partOfYear = (grain === 'quarter' || grain === 'half') && item.about < 1
    if (partOfYear && newest !== '' && newest.slice(0, 7) < (item.period.to ?? '').slice(0, 7))
      continue
    if (item.sentence > headSentences && (best || item.about < 1)) continue
    const long = item.period.grain === 'year' || item.period.grain === 'month'
    // Of the quarter and the months since January the longer one is what figures add up to.
    const added = item.period.from?.endsWith('-01-01') && !long ? 1 : 0
    const score = (item.period.grain === 'day' ? 1 : long ? 0 : 2) + added + 3 * item.about
    if (score > most) {
      most = score
      best = item
    }
  }
  return sinceJanuaryOf(usable, best)
}

/** "giao ban quý III" that tells "9 tháng đầu năm, …": its figures add up from January. */
function sinceJanuaryOf(usable: readonly Usable[], best: Usable | null): Usable | null {
  if (best?.period.grain !== 'quarter') return best
  const { from, to } = best.period
  const longer = usable.find(
    ({ period, about }) =>
      about >= 0 && period.to === to && period.from !== from && period.from?.endsWith('-01-01'),
  )
  return longer ?? best
}

/** A period that is open in front counts from the first day of its year: flows are cumulative. */
function reference({ period, until }: Usable): PeriodRef {
  const { start, end, label, from, to } = period
  const { grain } = period
  const short = grain === 'day' || grain === 'month' || grain === 'quarter'
  const open = from === null || (until && short)
  return { start, end, label, from: open && to ? `${to.slice(0, 4)}-01-01` : from, to }
}
