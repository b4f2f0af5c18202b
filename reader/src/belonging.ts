// Whether a figure and the noun beside it make a statement: what is only counted in passing, ordered,
// decided or used to tell which ones are meant measures nothing.
import { isBareMeasure } from './acts.ts'
import type { Amount } from './amounts.ts'
import type { Compared, Verb } from './comparisons.ts'
import { isCount, isCountable, uncounted } from './counts.ts'
import {
  type Doc,
  endsPair,
  Gate,
  has,
  isMark,
  isWord,
  pairs,
  QUANTITY,
  seek,
  words,
} from './doc.ts'
import { isMentioned } from './mentioned.ts'
import { isAdjacent, isMeasureNoun, type Noun } from './nouns.ts'
import { remembered } from './remembered.ts'
import { ALL_CAPITALS, CAPITAL, WORD } from './tokens.ts'

/** Whether indicator and figure belong together at all. */
export function isStatement(
  doc: Doc,
  amount: Amount,
  verb: Verb | null,
  acted: { from: number; to: number } | null,
  noun: Noun,
  compared: Compared | null,
): boolean {
  const { finding } = amount
  // "đã giải quyết 139 đơn": the act itself is what is measured.
  if (acted && noun.code === null && noun.from >= acted.from && noun.to === acted.to) return true
  // "diện tích phải thu hồi 519,8 ha": a measure by its first word.
  const measures = noun.to <= amount.from && isMeasureNoun(doc, noun)
  if (noun.code === null && noun.to <= amount.from && !measures && orders(doc, noun)) return false
  if (noun.code === null && asks(doc, noun, amount)) return false
  if (noun.code === null && !measures && isWhole(doc, amount, verb) && !isOfAll(doc, noun, amount))
    return false
  // "tặng Bằng khen cho 12 tập thể, 20 cá nhân", "sáp nhập ba xã Tân Hòa, Lộc Thủy": who was honoured, which ones.
  if (noun.code === null && isHonoured(finding.unitText)) return false
  if (finding.of === null && noun.from >= amount.from && namesThem(doc, amount)) return false
  // "tàu cá có chiều dài từ 15 mét trở lên": which ones.
  if (finding.unit === 'm' && finding.bound === 'atLeast') return false
  // "với 50/51 phiếu": how they voted.
  if (noun.code === null && isVote(finding.unitText)) return false
  if (noun.code === null && namesUnit(doc, noun, amount)) return true
  if (noun.from >= amount.from && (noun.from === amount.to || isCount(doc, amount)))
    return !isMentioned(doc, noun, amount)
  if (noun.code === null && noun.from >= amount.from && uncounted(doc, amount) === '') return false
  const papers = finding.unit === 'document'
  const behind = acted !== null && noun.to > amount.from
  if (behind && !papers && finding.unit !== 'opinion' && finding.unit !== 'delegate') return true
  // Who was there, and how they voted, measures nothing.
  if (finding.unit === 'delegate' && noun.code === null) return false
  // "Kiến nghị thuộc thẩm quyền là 615 ý kiến": what was asked, not who spoke.
  if (finding.unit === 'opinion' && noun.code === null) return finding.of !== null || verb !== null
  if (papers) return noun.code !== null
  // "gia cầm 210.000 con", "bò 230 con"
  const classified = noun.to === amount.lead && isClassifier(finding.unitText)
  if (finding.rule.endsWith('.noun') || (finding.unit === 'item' && finding.of === null)) {
    if (noun.code !== null && verb !== null) return true
    if (noun.from > amount.from || !(classified || isMeasureNoun(doc, noun))) return false
  }
  const touching = noun.to === amount.lead && noun.to - noun.from > 1
  const linked = touching || classified || isAdjacent(doc, noun, amount) || noun.from >= amount.from
  if (noun.code === null && !verb && !acted && finding.of === null && !linked) return false
  // "Tổng đàn trâu 92.310 con": a measure of what no list has.
  const measured = noun.from < amount.from && isMeasureNoun(doc, noun)
  if (noun.code === null && finding.unit === 'item' && !isCountable(amount))
    return measured && (verb !== null || linked)
  if (
    noun.code === null &&
    finding.unit === '%' &&
    !compared &&
    qualifies(doc, noun, verb, finding.bound)
  )
    return false
  // A phrase of the head of the sentence that is no measure: only with a measure's unit.
  if (
    noun.code === null &&
    !compared &&
    !isMeasure(finding.unit) &&
    !isCountable(amount) &&
    !(measures && linked)
  )
    return false
  if (noun.code === null && isCountable(amount) && noun.from < amount.from)
    return (
      ((verb !== null || linked) && isMeasureNoun(doc, noun)) ||
      // "lúa hè thu thu hoạch được 1.940 ha": measured, not counted.
      (isBareMeasure(finding.unit) &&
        (acted !== null || (touching && (finding.of !== null || startsClause(doc, noun))))) ||
      (classified && startsClause(doc, noun))
    )
  return true
}

/** "Cây mắc ca 187 ha", "; rừng trồng 96 ha": nothing stands before the noun in its clause. */
const startsClause = (doc: Doc, { from }: Noun): boolean =>
  from === 0 || doc.tokens.kind[from - 1] !== WORD

/** Counting words that name nothing by themselves. */
export const isClassifier = remembered(/^(con|cây|chiếc|cái)$/i)

const isHonoured = remembered(/^(tập thể|cá nhân)/i)
const isVote = remembered(/^phiếu/i)
const isPlace = remembered(/^(commune|ward|district|province)$/)
const isSumOrShare = remembered(/^(VND|USD|%)/)

const members = words('vị án phương tư ngành xã huyện phường thôn')
const memberHeads = words('đơn dự địa đầu sở các những')

/** "các đơn vị giải ngân dưới 30%": which ones are meant, not what was reached. */
function qualifies(doc: Doc, noun: Noun, verb: Verb | null, bound: string | null): boolean {
  if (bound === null) return false
  for (const at of [noun.from, verb?.from ?? noun.from])
    for (let before = at; before > at - 3; before--)
      if (isWord(doc, before - 1, members) && isWord(doc, before - 2, memberHeads))
        // "chủ đầu tư" are some, "vốn đầu tư" is a measure.
        return !isWord(doc, before - 1, words('tư')) || isWord(doc, before - 3, words('chủ'))
  return false
}

/** "bàn giao 100% mặt bằng", "canh gác 100% diện tích": all of it is to be done, nothing was measured. */
const isWhole = (doc: Doc, { finding }: Amount, verb: Verb | null): boolean =>
  finding.unit === '%' &&
  finding.value === 100 &&
  !(verb && isWord(doc, verb.to - 1, words('đạt bằng là chiếm')))

/** "100% trạm y tế khám bảo hiểm": all of them did. */
const isOfAll = (doc: Doc, noun: Noun, { to }: Amount): boolean =>
  noun.from === to && isWord(doc, to, places)

const places = words('xã thôn trường trạm thủ hồ hộ tổ chi cơ bản')

/** Names of places right behind the count of them. */
const namesThem = (doc: Doc, { finding, to }: Amount): boolean =>
  isPlace(finding.unit) &&
  doc.tokens.kind[to] === WORD &&
  ((doc.tokens.flags[to] ?? 0) & CAPITAL) !== 0 &&
  ((doc.tokens.flags[to] ?? 0) & ALL_CAPITALS) === 0

/** "Hồ sơ nộp trực tuyến 140.290 hồ sơ": the noun says the unit itself. */
export function namesUnit(doc: Doc, noun: Noun, { finding, lead }: Amount): boolean {
  if (noun.to > lead || finding.unitText === '' || isSumOrShare(finding.unit)) return false
  const unit = finding.unitText.toLowerCase()
  const start = doc.tokens.start[noun.from] ?? 0
  const end = start + unit.length
  if (noun.to - noun.from < 3 || doc.text.slice(start, end).toLowerCase() !== unit) return false
  // "Hội" is no "hộ".
  let at = noun.from
  while ((doc.tokens.end[at] ?? end) < end) at++
  return doc.tokens.end[at] === end
}

const asking = pairs('kiến nghị | đề nghị | đề xuất | mong muốn | truy vấn | chất vấn')
const promising = pairs('cam kết | hứa sẽ | yêu cầu')

/** "bà kiến nghị bố trí mỗi tổ 5 triệu đồng", "đề xuất lắp thêm 12 camera": what is asked for is not there. */
function asks(doc: Doc, noun: Noun, { lead, from: figure }: Amount): boolean {
  const counts = noun.from >= figure
  const from = counts ? Math.max(0, lead - 14) : Math.max(0, Math.min(noun.from, lead - 6))
  for (let at = lead - 1; at > from; at--) {
    if (isMark(doc, at, ';') || isMark(doc, at, '.') || isMark(doc, at, ':')) return false
    if (counts && (isMark(doc, at, ',') || doc.claimed[at] === QUANTITY)) return false
    if (endsPair(doc, at, asking)) return !isMeasureNoun(doc, noun) || at - 1 <= noun.from
    if (counts && endsPair(doc, at, promising)) return true
  }
  return false
}

const ordering = new Gate('must order decide')

/** "Sở Tài chính khẩn trương tham mưu phân bổ 45 tỷ đồng": what is to be done measures nothing. */
function orders(doc: Doc, noun: Noun): boolean {
  const gate = ordering.of(doc)
  // "Đồng ý điều chuyển 45 tỷ đồng": the verb may begin before what was taken for the noun.
  const begin = seek(doc, gate, Math.max(0, noun.from - 1), noun.to)
  for (let at = begin; at < noun.to; at++)
    if (has(doc, at, 'must') || has(doc, at, 'order') || has(doc, at, 'decide')) return true
  return false
}

/** Units that measure and do not count. */
const isMeasure = remembered(/^(VND|USD|%|point|ha|tonne|kg|km|MW|kWh|quintal)/)
