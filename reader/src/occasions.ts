// When and where a conference was held, how many items it had, which period it looked back on and which
// it planned.
import { chairIn } from './chairs.ts'
import { type Doc, has, isMark, isWord, PERIOD, spanOf, tokenAt, words } from './doc.ts'
import type { Meeting, Period, PeriodRef, Quantity, Span } from './findings.ts'
import type { Frame } from './frames.ts'
import { dayMs, isoDay } from './relative.ts'
import { CAPITAL, NUMBER, WORD } from './tokens.ts'
import { clauseStart, reviewCues, shortestCue } from './years.ts'

const atWord = words('tại')

/** The sentence that tells of the conference. */
interface Held {
  sentence: number
}

const dayCues = words('ngày sáng trưa chiều tối hôm')

/** The day of the meeting: in its own sentence, in the chair's, or at the head of the report. */
export function dateOf(doc: Doc, frames: readonly Frame[], held: Held): Meeting['date'] {
  const own = dayOf(doc, frames, held.sentence, held)
  if (own) return own
  const order: number[] = []
  for (const [index, sentence] of doc.sentences.entries()) {
    if (chairIn(doc, sentence.from, sentence.to) >= 0 && frames[index]?.role !== 'task')
      order.push(index)
    if (order.length > 3) break
  }
  for (let index = 0; index < Math.min(6, doc.sentences.length); index++) order.push(index)
  for (const index of order) {
    const day = dayOf(doc, frames, index, held)
    if (day) return day
  }
  return spokenDay(doc)
}

/** The day that one sentence tells. */
function dayOf(doc: Doc, frames: readonly Frame[], index: number, held: Held): Meeting['date'] {
  const sentence = doc.sentences[index]
  const role = frames[index]?.role
  if (!sentence || role === 'task') return null
  const limit = role === 'order' ? (frames[index]?.verbAt ?? sentence.from) : sentence.to
  // A line that only holds a date is the page's, not the meeting's.
  if (sentence.title && sentence.to - sentence.from < 14 && index !== held.sentence) return null
  const period = dayIn(doc, sentence.from, limit)
  if (!period) return null
  return { start: period.start, end: period.end, iso: period.from, yearStated: period.yearStated }
}

/** "Sáng nay", "Chiều qua": the day of the date line, or the one before. */
function spokenDay(doc: Doc): Meeting['date'] {
  const line = doc.options.date ?? lineDay(doc)
  if (!line) return null
  for (const sentence of doc.sentences.slice(0, 6))
    for (let at = sentence.from; at < sentence.to - 1; at++) {
      const past = isWord(doc, at + 1, words('qua'))
      if (!isWord(doc, at, dayCues) || (!past && !isWord(doc, at + 1, words('nay')))) continue
      const day = isoDay(Date.parse(line) - (past ? dayMs : 0))
      const { start, end } = spanOf(doc, at, at + 2)
      return { start, end, iso: day, yearStated: false }
    }
  return null
}

/** The full day in a line of its own at the head. */
function lineDay(doc: Doc): string | null {
  for (const sentence of doc.sentences.slice(0, 6)) {
    if (!sentence.title || sentence.to - sentence.from > 16) continue
    for (let at = sentence.from; at < sentence.to; at++) {
      const period = doc.periods.get(doc.tokens.start[at] ?? -1)
      if (period?.grain === 'day' && period.yearStated) return period.from
    }
  }
  return null
}

export function dayIn(doc: Doc, from: number, to: number): Period | null {
  for (let at = from; at < to; at++) {
    if (doc.claimed[at] !== PERIOD) continue
    const period = doc.periods.get(doc.tokens.start[at] ?? -1)
    const day = period && (period.grain === 'day' || period.rule.startsWith('period.days'))
    if (!day || !period.from) continue
    const cue =
      isWord(doc, at, dayCues) ||
      isWord(doc, at - 1, dayCues) ||
      has(doc, at, 'weekday') ||
      isMark(doc, at - 1, '(') ||
      at === from
    if (cue && !isWord(doc, at - 1, words('trước hết đến'))) return period
  }
  return null
}

const sites = words(
  'trụ hội nhà trung thành tỉnh huyện thị xã phường khu khách điểm hà ủy ubnd văn sở',
)

/** "tại Trung tâm Hội nghị tỉnh": where, in the sentence of the meeting or of the chair. */
export function placeOf(doc: Doc, frames: readonly Frame[], held: Held): Span | null {
  for (const [index, sentence] of doc.sentences.entries()) {
    if (index !== held.sentence && (index > 4 || frames[index]?.role !== 'plain')) continue
    for (let at = sentence.from; at < sentence.to - 1; at++) {
      if (!isWord(doc, at, atWord)) continue
      const next = at + 1
      if (has(doc, next, 'meetingWord') || isWord(doc, next, words('buổi phiên đây'))) continue
      const capital = ((doc.tokens.flags[next] ?? 0) & CAPITAL) !== 0
      if (!capital && !isWord(doc, next, sites)) continue
      let to = next
      while (
        to < sentence.to &&
        to < next + 14 &&
        (doc.tokens.kind[to] === WORD || doc.tokens.kind[to] === NUMBER) &&
        !has(doc, to, 'comrade') &&
        !has(doc, to, 'chairVerb') &&
        !isWord(doc, to, words('đã do đồng diễn khai')) &&
        doc.claimed[to] !== PERIOD
      )
        to++
      return to > next ? spanOf(doc, next, to) : null
    }
  }
  return null
}

/** "cho ý kiến về 8 nội dung": the number of items, not "7 nội dung khác". */
export function itemCountOf(doc: Doc): number | null {
  const quantity = doc.findings.find(
    (finding): finding is Quantity =>
      finding.kind === 'quantity' &&
      /^(nội dung|vấn đề)$/i.test(finding.unitText) &&
      !/^\s*(khác|trọng tâm|cụ thể|chính)/.test(doc.text.slice(finding.end, finding.end + 12)),
  )
  return quantity?.value ?? null
}

const planCues =
  /(phương hướng|nhiệm vụ|giải pháp|kế hoạch công tác|chương trình công tác)[^,;.]{0,40}$/i

/** The period looked back on and the one planned. */
export function scopeOf(
  doc: Doc,
  frames: readonly Frame[],
): { reviews: PeriodRef | null; plans: PeriodRef | null } {
  let reviews: Period | null = null
  let plans: Period | null = null
  let opening: Period | null = null
  for (const period of doc.periods.values()) {
    if (period.grain === 'day' || period.grain === 'term' || period.from === null) continue
    if (period.rule.startsWith('period.term') || period.rule.startsWith('period.days')) continue
    const before = doc.text.slice(Math.max(0, period.start - 110), period.start)
    const late = /cuối năm/i.test(period.quote)
    const token = tokenAt(doc, period.start)
    const frame = frames[doc.sentenceOf[token] ?? 0]
    if (frame?.role === 'task' || (frame?.role === 'order' && token > frame.verbAt)) continue
    // No word of review or of planning is shorter, and none reaches over a comma or the end of a sentence.
    const told =
      period.start - clauseStart(doc.text, Math.max(0, period.start - 110), period.start) >=
      shortestCue
    const planned =
      told && planCues.test(before) && !/(sơ kết|tổng kết|kết quả)[^,;.]{0,90}$/i.test(before)
    if (planned || (late && /(và|,)\s*$/.test(before))) plans ??= period
    else if (!late && told && reviewCues.test(before)) reviews = widerOf(doc, reviews, period)
    else if (!late && (opening ? /và $/ : /(^|[\n.;,:]\s*|trong |qua |thường kỳ )$/i).test(before))
      opening = widerOf(doc, opening, period)
  }
  return { reviews: refer(reviews ?? opening), plans: refer(plans) }
}

/** "quý II và 6 tháng đầu năm 2022": of two that are joined, the one that holds the other. */
function widerOf(doc: Doc, first: Period | null, next: Period): Period {
  if (!first) return next
  const between = doc.text.slice(first.end, next.start)
  const holds = (next.from ?? '') <= (first.from ?? '') && (next.to ?? '') >= (first.to ?? '')
  return /^\s*(,|và|và của)\s*$/.test(between) && holds ? next : first
}

function refer(period: Period | null): PeriodRef | null {
  if (!period) return null
  const { start, end, label, from, to } = period
  return { start, end, label, from, to }
}
