// By when: the day, the month, the quarter or the event that an order is bound to.
import { type Claim, type Doc, has, isMark, isWord, PERIOD, spanOf, words } from './doc.ts'
import type { Deadline, Period, Span } from './findings.ts'

const copula = words('là')

const beforeWords = words('trước')
const untilWords = words('hết đến tới nhất')
const within = words('trong')
const eventHeads = words('kỳ khi lễ tết mùa ngày dịp đại cuộc hội phiên thời')

/**
 * The deadline in a range, null where none is said. `leadIn`: the range stands before the order verb,
 * where only a stretch of time to come counts ("từ nay đến hết năm 2021, đồng chí yêu cầu").
 */
export function deadlineIn(doc: Doc, from: number, to: number, leadIn: boolean): Deadline | null {
  for (let at = from; at < to; at++) {
    if (doc.claimed[at] === PERIOD && doc.claimed[at - 1] !== PERIOD) {
      const period = periodFrom(doc, at)
      const deadline = period ? fromPeriod(doc, period, at, from, leadIn) : null
      if (deadline) return deadline
    }
    if (leadIn || !isWord(doc, at, beforeWords)) continue
    const event = eventBehind(doc, at, to)
    if (event) return event
  }
  return leadIn ? null : duration(doc, from, to)
}

/** The stretch of time that stands alone before the verb: "6 tháng cuối năm cần …". */
export function standsAlone(doc: Doc, from: number, to: number): Deadline | null {
  return deadlineIn(doc, from, to, true)
}

function periodFrom(doc: Doc, at: number): Period | null {
  return doc.periods.get(doc.tokens.start[at] ?? -1) ?? null
}

function fromPeriod(
  doc: Doc,
  period: Period,
  at: number,
  floor: number,
  leadIn: boolean,
): Deadline | null {
  if (period.grain === 'term' || (period.grain === 'range' && period.rule === 'period.term'))
    return null
  const text = period.quote.toLowerCase()
  const open = period.rule.startsWith('period.fromNow')
  const late = /cuối năm/.test(text)
  if (leadIn) return open || late ? made(doc, at, at, period, true) : null
  if (open) return made(doc, at, at, period, period.grain !== 'day')
  const cue = cueBefore(doc, at, floor)
  if (cue >= 0) return made(doc, cue, at, period, period.grain !== 'day')
  if (/^(đến hết|trước|đến ngày|chậm nhất)/.test(text))
    return made(doc, at, at, period, period.grain !== 'day' && !/ngày/.test(text))
  const inside = isWord(doc, at - 1, within) || isWord(doc, at - 1, words('ngay'))
  if (inside && (period.grain !== 'day' || !/đầu năm/.test(text)))
    return /đầu năm/.test(text) && period.cumulative && !leadsAction(doc, at, floor)
      ? null
      : made(doc, at - 1, at, period, period.grain !== 'day')
  if (late && at <= floor + 2) return made(doc, at, at, period, true)
  return null
}

/** "hoàn thành trong 6 tháng đầu năm": said of what is to be done. */
function leadsAction(doc: Doc, at: number, floor: number): boolean {
  for (let before = at - 1; before >= Math.max(floor, at - 8); before--)
    if (isWord(doc, before, words('hoàn xong'))) return true
  return false
}

/** First token of "trước ngày", "xong trước", "chậm nhất đến", "đến hết" right before the period, or -1. */
function cueBefore(doc: Doc, at: number, floor: number): number {
  let cue = -1
  for (let before = at - 1; before >= Math.max(floor, at - 5); before--) {
    if (isWord(doc, before, beforeWords)) return before
    // "không muộn hơn 15/9", "hạn cuối 05/10", "báo cáo vào ngày 25-10"
    if (isWord(doc, before, words('muộn quá')) && isWord(doc, before - 1, words('không')))
      return before - 1
    if (isWord(doc, before, words('hạn'))) return before
    if (isWord(doc, before, words('vào')) && before >= at - 2) return before
    if (isWord(doc, before, words('hơn')) && isWord(doc, before - 1, words('muộn'))) continue
    if (isWord(doc, before, untilWords) || isWord(doc, before, words('chậm muộn là'))) {
      if (!isWord(doc, before, copula)) cue = before
      continue
    }
    if (isWord(doc, before, words('ngày cuối thời điểm'))) continue
    break
  }
  if (cue < 0) return -1
  // "từ 15/3 đến 20/3" is when, "đến năm 2030" a horizon; "đến hết", "chậm nhất" bind.
  const bare = cue === at - 1 && isWord(doc, cue, words('đến tới'))
  if (!bare) return cue
  const period = periodFrom(doc, at)
  return period?.grain === 'day' || period?.grain === 'month' || period?.grain === 'quarter'
    ? cue
    : -1
}

function made(doc: Doc, from: number, at: number, period: Period, fuzzy: boolean): Deadline {
  let to = at
  while (to < doc.tokens.count && (doc.tokens.start[to] ?? 0) < period.end) to++
  return { iso: period.to, span: spanOf(doc, from, to), fuzzy, event: null }
}

/** "trước khi trình HĐND tỉnh", "trước kỳ họp …", "trước Tết Nguyên đán": bound to an event. */
function eventBehind(doc: Doc, at: number, limit: number): Deadline | null {
  const next = at + 1
  if (!isWord(doc, next, eventHeads) || doc.claimed[next] === PERIOD) return null
  if (isWord(doc, next, words('ngày')) || isWord(doc, next, words('thời'))) return null
  let to = next + 1
  while (
    to < limit &&
    to < next + 14 &&
    !isMark(doc, to, ',') &&
    !isMark(doc, to, ';') &&
    !isMark(doc, to, '.') &&
    !isMark(doc, to, ')') &&
    !has(doc, to, 'must')
  )
    to++
  const range: Claim = { from: next, to }
  const event: Span = spanOf(doc, range.from, range.to)
  return { iso: null, span: spanOf(doc, at, to), fuzzy: true, event }
}

const countable = words('ngày tuần tháng')

/** "trong vòng 10 ngày", "trong 15 ngày tới": a stretch whose start the text does not fix. */
function duration(doc: Doc, from: number, to: number): Deadline | null {
  for (let at = from; at < to; at++) {
    if (!isWord(doc, at, within)) continue
    const number = isWord(doc, at + 1, words('vòng thời')) ? at + 2 : at + 1
    const digit = isWord(doc, number, words('hạn')) ? number + 1 : number
    if (doc.tokens.kind[digit] !== 2 || !isWord(doc, digit + 1, countable)) continue
    if (doc.claimed[digit] === PERIOD) continue
    return { iso: null, span: spanOf(doc, at, digit + 2), fuzzy: true, event: null }
  }
  return null
}
