// What is measured where no noun before the verb says it: the act, an average, growth, who is given something.
import type { Amount } from './amounts.ts'
import type { Verb } from './comparisons.ts'
import { type Doc, isMark, isWord, PERIOD, words } from './doc.ts'
import { isMeasureNoun, type Noun } from './nouns.ts'
import { remembered } from './remembered.ts'
import { WORD } from './tokens.ts'

const forWord = words('cho')

const isCriterion = remembered(/^tiêu chí/i)
/** Units of measure that count nothing. */
export const isBareMeasure = remembered(/^(ha|km2?|m2?|tonne|kg)$/)

/** "bình quân mỗi xã đạt 16,2 tiêu chí": the average itself is what is measured. */
export function averageBefore(doc: Doc, amount: Amount, verb: number, floor: number): Noun | null {
  if (!isCriterion(amount.finding.unitText)) return null
  let to = verb
  while (to > floor && isWord(doc, to - 1, words('chỉ mới đã ước đều hiện'))) to--
  for (let at = to - 2; at >= floor && at > to - 8; at--) {
    if (doc.tokens.kind[at] !== WORD) return null
    if (isWord(doc, at, words('bình')) && isWord(doc, at + 1, words('quân')))
      return { from: at, to, code: null }
  }
  return null
}

const having = words('có còn hiện vẫn thiếu')
/** First words of who does it: "bà con", "nông dân", "địa phương", "ngành". */
const doers = words(
  'bà nông người nhân địa ngành tỉnh huyện xã phường thành đơn các sở doanh ban công ủy uỷ hội lực bộ đội sau hộ dân',
)
const begun = words('mới đã được chỉ cũng đang')

/**
 * "bà con xuống giống 198,4 ngàn ha", "lúa hè thu thu hoạch được 1.940 ha": a bare unit of measure counts nothing, what it
 * is of stands before the act, or the act itself is measured.
 */
export function measuredBy(
  doc: Doc,
  acted: { from: number; to: number },
  amount: Amount,
  counted: Noun,
  before: Noun | null,
): Noun | null {
  if (!isBareMeasure(amount.finding.unit) || counted.to > amount.to) return null
  if (before && before.from < acted.from && !isWord(doc, before.from, doers)) {
    if (isMeasureNoun(doc, before)) return null
    let to = Math.min(before.to, acted.from)
    while (to > before.from && isWord(doc, to - 1, begun)) to--
    return to - before.from > 1 ? { ...before, to } : null
  }
  const bare = amount.finding.of === null && !isWord(doc, acted.from, having)
  return bare ? { from: acted.from, to: acted.to, code: null } : null
}

/** "vốn | đăng ký 5.920 tỷ đồng": the capital goes with what was done with it. */
export function withCapital(doc: Doc, from: number, floor: number): number {
  let at = from
  while (at > floor && isWord(doc, at - 1, words('tổng số vốn'))) at--
  return at
}

/** "chi trả hỗ trợ cho 164.300 người dân": who is given something is what is counted. */
export const isGiven = (doc: Doc, amount: Amount): boolean =>
  isWord(doc, amount.lead - 1, forWord) && !isAmountOfMoney(amount)

/** The code of growth told without a noun of its own. */
export const growth = 'grdp_growth'

/** Nothing, or "cả năm", between the verb and its figure. */
function onlyPeriod(doc: Doc, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (doc.claimed[at] !== PERIOD) return false
  return true
}

/** "tỉnh đặt mục tiêu tăng trưởng 7 - 7,5%": growth itself is what is measured. */
export const isGrowth = (doc: Doc, { lead, finding }: Amount, verb: Verb | null): boolean =>
  verb?.kind === 'up' &&
  finding.unit === '%' &&
  verb.to - verb.from === 2 &&
  onlyPeriod(doc, verb.to, lead) &&
  isWord(doc, verb.from + 1, words('trưởng')) &&
  !isWord(doc, verb.from - 1, words('độ mức')) &&
  (isMark(doc, verb.from - 1, ':') ||
    isMark(doc, verb.from - 1, ',') ||
    isWord(doc, verb.from - 1, words('tiêu nước tỉnh huyện đấu')))

/** A sum in a currency. */
export const isAmountOfMoney = ({ finding }: Amount): boolean =>
  finding.unit === 'VND' || finding.unit === 'USD'
