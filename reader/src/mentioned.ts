// Counts that are only mentioned: who was there, who was blamed, of what a place was made. They measure nothing.
import type { Amount } from './amounts.ts'
import { type Doc, endsPair, isNumber, isWord, pairs, words } from './doc.ts'
import type { Noun } from './nouns.ts'
import { remembered } from './remembered.ts'
import { CAPITAL, WORD } from './tokens.ts'

const meets = pairs('trực tuyến | kết nối | giao ban | ngồi lại | phối hợp')
const blames = pairs('phê bình | biểu dương | nhắc nhở | khen thưởng | tuyên dương')
const leaders = words('ubnd hđnd ủy uỷ thư tịch sở diện trưởng')
const chiefs = pairs('lãnh đạo | thủ trưởng | giám đốc | trưởng các')
const merging = pairs('hợp nhất | thành lập | sáp nhập | nhập từ | lập từ')
const withWords = words('với đến')
const inWords = words('tại ở')
const ofWord = words('của')
const setting = pairs('đề ra | đặt ra | gợi mở | nhấn mạnh | quán triệt')
const isSpoken = remembered(/^(lượt )?ý kiến/i)
const isPrepared = remembered(/^(báo cáo|tờ trình|dự thảo|đề án)/i)
const isPlace = remembered(/^(commune|ward|district|province)$/)
const attends = words('dự')
const eachWord = words('mỗi')
const forWord = words('cho')
const representing = pairs('đại diện')
const towards = pairs('đối với')
const togetherWord = words('cùng')
const answering = words('ra lời nhận hợp quyết lý')

/** A count that is only mentioned: who was there, who was blamed, of what a place was made, where something was. */
export function isMentioned(doc: Doc, noun: Noun, amount: Amount): boolean {
  const { lead, from, finding } = amount
  const { unit, unitText } = finding
  if (unit === 'delegate' || isPrepared(unitText)) return true
  // Who spoke is told by an opinion; what was taken down was counted.
  if (unit === 'opinion' && isSpoken(unitText))
    return finding.of === null && !isWord(doc, lead - 1, answering)
  if (isWord(doc, noun.to - 1, attends)) return true
  if (endsPair(doc, lead - 1, blames) || endsPair(doc, lead - 1, setting)) return true
  if (isWord(doc, lead - 1, togetherWord) || isAbout(doc, lead) || isOfEach(doc, lead)) return true
  if (isWord(doc, lead - 1, forWord) && endsPair(doc, lead - 2, representing)) return true
  if (isWord(doc, lead - 1, withWords))
    for (let at = lead - 2; at > lead - 7; at--) if (endsPair(doc, at, meets)) return true
  if (endsPair(doc, lead - 1, chiefs)) return true
  if (isPlace(unit) && (isWord(doc, lead - 1, leaders) || endsPair(doc, lead - 1, merging)))
    return true
  if (unit === 'district' && isWord(doc, lead - 1, inWords)) return true
  if (!isWord(doc, lead - 1, ofWord)) return false
  return unit === 'province' || !isNumber(doc, from) || isWord(doc, lead - 2, leaders)
}

/** "mỗi xã chọn 1 mô hình": for each of them; "bình quân mỗi xã" is measured. */
function isOfEach(doc: Doc, lead: number): boolean {
  for (let at = lead - 1; at > lead - 7 && doc.tokens.kind[at] === WORD; at--)
    if (isWord(doc, at, eachWord)) return !isWord(doc, at - 1, words('quân'))
  return false
}

/** "Đối với 5 chủ đầu tư giải ngân chậm, …" at the head of a sentence. */
const isAbout = (doc: Doc, lead: number): boolean =>
  endsPair(doc, lead - 1, towards) && ((doc.tokens.flags[lead - 2] ?? 0) & CAPITAL) !== 0
