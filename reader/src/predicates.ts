// What is said of those counted: "11 đơn vị chưa giải ngân", "28 dự án kéo dài trên 5 năm". It tells which ones are
// meant and belongs to the counted noun, up to when, where and with what it was.
import { isHalfNoun } from './comparisons.ts'
import {
  type Doc,
  endsPair,
  find,
  has,
  isMark,
  isNumber,
  isWord,
  pairs,
  QUANTITY,
  words,
} from './doc.ts'
import { PUNCTUATION, WORD } from './tokens.ts'

/** Words behind a counted noun that say something of it: "11 đơn vị | chưa giải ngân", "46 hộ | còn vướng". */
const predicates = words(
  'chưa không được phải vượt đạt tạm cần sẽ đi khi nếu dưới trên cho đã vừa vẫn hụt từ do vì thì mà đều cùng chậm trễ lần sống chạy rút nhận trước tồn đang ngừng khác sau vắng thôi nghỉ lõm kể mức',
)
const doings = pairs(
  'bỏ học | bỏ hoang | bỏ dở | giải ngân | giải thể | mất trắng | có tỷ | có tỉ | tổ chức | thu trên | thu dưới',
)
/** "bị ngừng việc" is said of those counted, "bị thương" tells who they are. */
const suffered = words('thương nạn')

/** "23 vụ vi phạm", "7 điểm sạt lở": what is wrong is what is counted. */
const deeds = words('vi phá khai tranh sạt khiếu nợ xâm chặt hạn mâu tồn ngập sai lấn xả bùng')

const haveWords = words('có đủ')
const hasNames = words('công tay trình vốn vi')
const belongs = words('thuộc')
const competence = words('thẩm')
const directly = words('trực')
const justWord = words('mới')
const workWord = words('việc')
const takesPart = words('tham')
const insurance = words('bảo bhyt bhxh')

/** Words behind which it is told when, where, with what or compared to what, and no longer which ones. */
const adjuncts = words(
  'với tại theo nhằm để giữa so bằng tương từ do vì thì khi nếu sau trước lần mức kể chiếm gồm là trong nhưng song và gấp góp qua sang',
)
const reached = words('đạt bằng chiếm')
const both = words('và hoặc')
const spans = words('năm tháng ngày')
const inTime = pairs('trong hạn')
const reason = pairs('lý do')
const downTo = words('xuống lên')
const denials = words('không chưa')
const reachedWord = words('đạt')
const fromWord = words('từ')
const orMore = pairs('trở lên | trở xuống')
/** Words before a figure that tells which ones are meant. */
const limits = words('đạt trên dưới từ hơn quá khoảng gần mốc thu được đến tới đủ')
const givesTo = words('cho thành có còn dài rộng')
const completes = words('hoàn')
const serves = pairs('phục vụ | hỗ trợ | thu hút | tạo ra | sử dụng | giải quyết')

/**
 * The token behind what is said of those counted, where it tells which ones: "28 dự án kéo dài trên 5 năm", "11 đơn vị
 * chưa giải ngân". `at` where nothing is said there.
 */
export function behindPredicate(doc: Doc, at: number, limit: number): number {
  if (!isPredicate(doc, at) || isWord(doc, at, adjuncts) || compares(doc, at) || leadsOn(doc, at))
    return at
  let to = at + 1
  while (to < limit && to < at + 14) {
    if (doc.claimed[to] === QUANTITY) {
      if (leadsOn(doc, to - 1)) break
      // "3 dự án còn vướng 45 hộ": another count, told of by itself.
      if (!isWord(doc, to - 1, limits) && !isShare(doc, to)) return at
      while (doc.claimed[to] === QUANTITY) to++
      if (endsPair(doc, to + 1, orMore)) to += 2
      continue
    }
    // "10 xã đạt từ 17 tiêu chí trở lên"
    if (isWord(doc, to, fromWord) && doc.claimed[to + 1] === QUANTITY) {
      to++
      continue
    }
    // "kéo dài trên 5 năm"
    if (isNumber(doc, to) && isWord(doc, to + 1, spans)) {
      to += 2
      continue
    }
    if (doc.tokens.kind[to] !== WORD || doc.claimed[to] !== 0 || compares(doc, to)) break
    const goesOn = isWord(doc, to, both) && isPredicate(doc, to + 1)
    const inside =
      goesOn || isHalfNoun(doc, to) || endsPair(doc, to + 1, inTime) || endsPair(doc, to, reason)
    if (isWord(doc, to, adjuncts) && !inside) break
    to++
  }
  // "đạt từ 75% kế hoạch trở lên"
  if (endsPair(doc, to, orMore)) return to + 1
  // "8 chỉ tiêu đạt và 3 chỉ tiêu chưa đạt"
  if (to === at + 1 && isWord(doc, at, reachedWord) && endsClause(doc, to)) return to
  while (to > at && isWord(doc, to - 1, hanging) && !isWord(doc, to - 2, denials)) to--
  return to
}

/** A mark, or "và" before another figure: nothing more is said. */
const endsClause = (doc: Doc, at: number): boolean =>
  isMark(doc, at, ',') ||
  isMark(doc, at, ';') ||
  isMark(doc, at, '.') ||
  (isWord(doc, at, both) && doc.claimed[at + 1] === QUANTITY)

/** The figure that starts here is a share. */
function isShare(doc: Doc, from: number): boolean {
  let to = from
  while (doc.claimed[to] === QUANTITY) to++
  return isMark(doc, to - 1, '%')
}

/** "34 lớp cho 2.300 học viên", "240 thôn thành 176 thôn": what leads on to another count. */
export const leadsOn = (doc: Doc, at: number): boolean =>
  (doc.claimed[at + 1] === QUANTITY &&
    isWord(doc, at, givesTo) &&
    !isWord(doc, at - 1, completes)) ||
  (doc.claimed[at + 2] === QUANTITY && endsPair(doc, at + 1, serves))

/** "đạt 88,4%", "tăng 2 xã", "giảm so với cùng kỳ": a comparison begins, which is no part of the noun. */
function compares(doc: Doc, at: number): boolean {
  // "chưa vượt nổi mốc 20%"
  if (isWord(doc, at - 1, denials)) return false
  // "xuống còn 876 thôn"; "xuống cấp", "lên đường nhập ngũ" are said of them.
  if (isWord(doc, at, downTo))
    return doc.claimed[at + 1] === QUANTITY || doc.claimed[at + 2] === QUANTITY
  const moves = find(doc, at, 'up') ?? find(doc, at, 'down')
  if (moves) {
    for (let to = moves.to; to < moves.to + 3 && doc.tokens.kind[to] !== PUNCTUATION; to++)
      if (doc.claimed[to] === QUANTITY || has(doc, to, 'compare')) return true
    return false
  }
  if (!isWord(doc, at, reached) || doc.claimed[at + 1] !== QUANTITY) return false
  // "02/13 xã đạt 19 tiêu chí" tells which ones.
  return isShare(doc, at + 1)
}

/** "23 nhà tạm": what kind of house. */
export const isMakeshift = (doc: Doc, at: number): boolean =>
  isWord(doc, at, makeshift) && isWord(doc, at - 1, houseWord)

const makeshift = words('tạm')
const houseWord = words('nhà')

/** Whether what stands here is said of the counted noun and is no part of its name. */
export const isPredicate = (doc: Doc, at: number): boolean =>
  (isWord(doc, at, predicates) && !isMakeshift(doc, at)) ||
  // "4.812 hộ | có nhà bị sập", "thủ tục | đủ điều kiện"
  (isWord(doc, at, haveWords) && !isWord(doc, at + 1, hasNames)) ||
  (isWord(doc, at, belongs) &&
    !isWord(doc, at + 1, competence) &&
    !isWord(doc, at - 1, directly)) ||
  endsPair(doc, at + 1, doings) ||
  // "1.875 hộ | tham gia"; "người tham gia bảo hiểm" are those who are insured.
  (isWord(doc, at, takesPart) && !isWord(doc, at + 2, insurance)) ||
  (isWord(doc, at, words('làm gây')) && !isWord(doc, at + 1, workWord)) ||
  (isWord(doc, at, words('bị')) && !isWord(doc, at + 1, suffered)) ||
  // "19 dự án mới" are new, "14 đơn vị mới giải ngân" have only just begun.
  (isWord(doc, at, justWord) && has(doc, at + 1, 'level')) ||
  has(doc, at, 'up') ||
  has(doc, at, 'down') ||
  (!isWord(doc, at, deeds) && (has(doc, at, 'weak') || has(doc, at, 'negative')))

/** Words that cannot end a noun phrase. */
export const hanging = words('đạt trên dưới từ hơn có vào đến được ở còn đã cho')
