// Counts: "kết nạp 571 đảng viên", "110/128 xã đạt chuẩn": the counted noun stands behind the number, the
// verb of doing before it.
import { isBareMeasure } from './acts.ts'
import type { Amount } from './amounts.ts'
import { isHalfNoun, type Verb } from './comparisons.ts'
import {
  type Doc,
  endsPair,
  find,
  Gate,
  has,
  isMark,
  isNumber,
  isWord,
  pairs,
  QUANTITY,
  type Sentence,
  words,
} from './doc.ts'
import { codeOf } from './indicators.ts'
import type { Noun } from './nouns.ts'
import { remembered } from './remembered.ts'
import { PUNCTUATION, WORD } from './tokens.ts'

const justWord = words('mới')
const forWord = words('cho')

const workWord = words('việc')
const communeWord = words('xã')

const fillersBehindAct = words('được đã mới thêm cho là lên tới đến trên gần hơn khoảng có')

const acts = new Gate('count')

/** The verb of doing right before a count: "kết nạp 571 đảng viên", "đã giải quyết được 139 đơn". */
export function actBefore(
  doc: Doc,
  amount: Amount,
  floor: number,
): { from: number; to: number } | null {
  // "cấp đăng ký mới cho" is one act, "kết nạp được" an act and a filler.
  const gate = acts.of(doc)
  for (let end = amount.lead; end > floor && end >= amount.lead - 3; end--) {
    for (let at = Math.max(floor, end - 7); at < end; at++) {
      if (gate[doc.anchors.family[at] ?? 0] !== 1) continue
      const act = find(doc, at, 'count')
      if (act?.to === end && !isHalfNoun(doc, at)) return { from: at, to: end }
    }
    if (!isWord(doc, end - 1, fillersBehindAct)) break
  }
  return givenTo(doc, amount, floor)
}

const towards = pairs('đối với')
const inParty = /^(tổ chức|đảng viên)/i

/** "chi trả trợ cấp theo nghị quyết cho 1.046 đối tượng": the act stands before what is given. */
function givenTo(doc: Doc, amount: Amount, floor: number): { from: number; to: number } | null {
  // "kết luận đối với 9 tổ chức đảng"
  const about = endsPair(doc, amount.lead - 1, towards) && inParty.test(amount.finding.unitText)
  if (!(about || isWord(doc, amount.lead - 1, forWord)) || !isCountable(amount)) return null
  const gate = acts.of(doc)
  for (let at = amount.lead - 2; at >= floor && at > amount.lead - 12; at--) {
    if (isMark(doc, at, ',') || isMark(doc, at, ';') || isMark(doc, at, ':')) return null
    if (gate[doc.anchors.family[at] ?? 0] !== 1 || isHalfNoun(doc, at)) continue
    const act = find(doc, at, 'count')
    if (act && act.to - at > 1) return { from: at, to: amount.lead }
  }
  return null
}

const harm = words('chết thương tích vong')

/** "làm chết 38 người", "bị thương 49 người": the harm is what is measured. */
export const isHarm = (doc: Doc, act: { to: number }): boolean => isWord(doc, act.to - 1, harm)

/** Units of what can be counted. */
const countable = new Set([
  'person',
  'household',
  'partyMember',
  'commune',
  'ward',
  'district',
  'enterprise',
  'cooperative',
  'project',
  'case',
  'product',
  'school',
  'house',
  'visit',
  'ha',
  'tonne',
  'unit',
  'bed',
  'km',
  'm',
  'm2',
  'delegate',
])

/** What can be counted though no unit of the contract means it: branches, places, works. */
const isCountableNoun = remembered(
  /^(tổ chức|chi bộ|đảng bộ|chi đảng bộ|cơ quan|cơ sở|địa phương|công trình|cụm công nghiệp|khu công nghiệp|thôn|bản|ấp|tổ dân phố|chủ đầu tư|cuộc kiểm tra|chương trình|mô hình|con|ổ dịch|giấy chứng nhận|tiêu chí|hồ sơ|mẫu|thủ tục|tthc|dịch vụ công|làng|buôn|xóm|khu dân cư|khu |cuộc( |$)|kỳ họp|nhiệm vụ|hồ chứa|lớp|mô hình|tuyến|cây|cầu|máy|thiết bị|xe|tàu|phương tiện|ô tô|suất|phần quà|mũi|liều|tài khoản|giao dịch|mỏ|giấy phép|di tích|trạm|bệnh viện|phòng|buồng|hạng mục|gói thầu|trang trại|tổ |câu lạc bộ|chốt|thuê bao|ngôi|thẻ|nguồn thải|ngày công|thành viên|chợ|tin|bài)/i,
)

const isNamed = remembered(/^(item|document|opinion)$/)

export function isCountable(amount: Amount): boolean {
  amount.countable ??= canCount(amount.finding)
  return amount.countable
}

function canCount({ unit, unitText }: Amount['finding']): boolean {
  if (unit === '%') return isCountableNoun(unitText)
  const slash = unit.indexOf('/')
  return countable.has(slash < 0 ? unit : unit.slice(0, slash)) || isCountableNoun(unitText)
}

/** Words behind which a count only places or divides something. */
const placing = words(
  'của cho với tại ở trong trên về từ vào theo mỗi các những thứ đối giữa bởi do hay hoặc một',
)

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
const passive = words('được')
const takesPart = words('tham')
const insurance = words('bảo bhyt bhxh')

const standards = pairs('đạt chuẩn | đạt tiêu | đạt danh')
const poor = pairs('hộ nghèo | hộ cận | người nghèo')

/** "5/12 xã đạt chuẩn", "21 nhà cho hộ nghèo": what they are, said with a word that mostly tells how they do. */
const isAttribute = (doc: Doc, at: number): boolean =>
  endsPair(doc, at + 1, standards) ||
  (isWord(doc, at, forWord) && endsPair(doc, at + 2, poor)) ||
  (isWord(doc, at, passive) && isAcknowledged(doc, at)) ||
  // "23 nhà tạm", "1.870 người đi làm việc ở nước ngoài"
  (isWord(doc, at, makeshift) && isWord(doc, at - 1, houseWord)) ||
  endsPair(doc, at + 1, working) ||
  endsPair(doc, at, acknowledged)

/** "7/19 thôn được công nhận …": of all there are, those of that rank. */
function isAcknowledged(doc: Doc, at: number): boolean {
  if (!endsPair(doc, at + 2, acknowledged)) return false
  let from = at - 1
  while (from > at - 6 && doc.claimed[from] !== QUANTITY) from--
  while (doc.claimed[from] === QUANTITY && !isMark(doc, from, '/')) from--
  return isMark(doc, from, '/')
}

const acknowledged = pairs('công nhận')
const honouring = pairs('chào mừng | kỷ niệm')
const makeshift = words('tạm')
const houseWord = words('nhà')
const working = pairs('đi làm')

/** Whether what stands here is said of the counted noun and is no part of its name. */
const isPredicate = (doc: Doc, at: number): boolean =>
  (isWord(doc, at, predicates) && !isAttribute(doc, at)) ||
  endsPair(doc, at + 1, honouring) ||
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
  (!isWord(doc, at, deeds) && (find(doc, at, 'weak') ?? find(doc, at, 'negative')) !== null)

/** Words that cannot end a noun phrase. */
const hanging = words('đạt trên dưới từ hơn có vào đến được ở còn đã')

/** A bare count: the counted noun and what is said of it ("110/128 xã đạt chuẩn nông thôn mới"). */
export function nounBehind(
  doc: Doc,
  amount: Amount,
  verb: Verb | null,
  acted: object | null,
  sentence: Sentence,
): Noun | null {
  const { finding } = amount
  // "thu hút được 486,2 triệu USD vốn FDI": what the money is stands behind it.
  const paid = finding.unit === 'VND' || finding.unit === 'USD'
  const money = paid ? find(doc, amount.to, 'indicator') : null
  if (money && acted) return { from: amount.to, to: money.to, code: codeOf(money.payload) }
  if (paid && acted && isWord(doc, amount.to, capital)) return capitalBehind(doc, amount.to)
  if (finding.unit === '%' && !verb && !acted) return sharedOut(doc, amount, sentence)
  const counts = isCountable(amount)
  const named = isNamed(finding.unit)
  const answered = finding.unit === 'opinion' && finding.of !== null
  if (!(counts || (acted && named) || answered) || sentence.title) return null
  const unitFrom = unitStart(doc, amount)
  const hit = find(doc, unitFrom, 'indicator')
  if (hit) return { from: unitFrom, to: hit.to, code: codeOf(hit.payload) }
  if (
    !verb &&
    !acted &&
    finding.of === null &&
    amount.lead > sentence.from &&
    ((isWord(doc, amount.lead - 1, placing) && !hasMore(doc, amount)) ||
      isMark(doc, amount.lead - 1, '('))
  )
    return null
  let to = amount.to
  while (to < sentence.to && to < amount.to + 14) {
    // "phòng COVID-19", "sản phẩm 4 sao"
    if (isMark(doc, to, '-') && isNumber(doc, to + 1) && to > amount.to) {
      to += 2
      continue
    }
    if (isNumber(doc, to) && isWord(doc, to + 1, words('sao'))) {
      to += 2
      break
    }
    if (
      doc.tokens.kind[to] !== WORD ||
      doc.claimed[to] !== 0 ||
      (isWord(doc, to, behindCount) && !isInsideName(doc, to)) ||
      isPredicate(doc, to)
    ) {
      const named = to === amount.to || isNumber(doc, to - 1) || isWord(doc, to - 1, complaint)
      const listed = named ? behindLike(doc, to) : behindHouses(doc, to)
      if (listed === to) break
      to = listed
      continue
    }
    to++
  }
  while (to > amount.to && isWord(doc, to - 1, hanging)) to--
  // "5.912 ha cá tra": what is measured, without the unit of measure.
  if (to > amount.to && isBareMeasure(finding.unit)) return { from: amount.to, to, code: null }
  // A counted noun that no list has is the last word of the amount itself.
  return { from: Math.min(unitFrom, to - 1), to, code: null }
}

const capital = words('vốn')

/** "giải ngân 92 tỷ đồng vốn vay ưu đãi": the capital that was given out. */
function capitalBehind(doc: Doc, from: number): Noun {
  let to = from + 1
  while (
    to < from + 6 &&
    doc.tokens.kind[to] === WORD &&
    doc.claimed[to] === 0 &&
    !isWord(doc, to, behindCount) &&
    !isPredicate(doc, to)
  )
    to++
  return { from, to, code: null }
}

const like = words(
  'tố xã phường thị huyện thành thôn bản ấp tổ khu khóm buôn chi đảng sở ngành phố dự hạng kiến',
)

/** "41 xã, phường", "118/163 thôn, khu phố": the token behind the other names of what is counted. */
function behindLike(doc: Doc, at: number): number {
  let to = at
  while (isMark(doc, to, ',') && isWord(doc, to + 1, like) && doc.claimed[to + 1] === 0) {
    const unit = find(doc, to + 1, 'unit')
    const pair = endsPair(doc, to + 2, likePairs)
    if (!unit && !pair) break
    to = Math.max(unit?.to ?? 0, pair ? to + 3 : 0)
    if (isWord(doc, to, words('dân')) && isWord(doc, to + 1, words('phố'))) to += 2
  }
  return to
}

const complaint = words('nại')
const rotten = pairs('dột nát')

/** "312 căn nhà tạm, nhà dột nát": the token behind the other kind of house. */
const behindHouses = (doc: Doc, at: number): number =>
  isMark(doc, at, ',') && isWord(doc, at - 1, makeshift) && endsPair(doc, at + 3, rotten)
    ? at + 4
    : at

const likePairs = pairs(
  'tố cáo | thị trấn | thị xã | thành phố | khu phố | tổ dân | chi bộ | đảng bộ | thôn bản | khu dân | hạng mục | kiến nghị',
)

const withWord = words('với')

/** "59 trường với 1.120 lớp": a count that a count before it has. */
export function hasMore(doc: Doc, { lead }: Amount): boolean {
  if (!isWord(doc, lead - 1, withWord)) return false
  for (let at = lead - 2; at > lead - 10 && doc.tokens.kind[at] !== PUNCTUATION; at--)
    if (doc.claimed[at] === QUANTITY) return true
  return false
}

const shared = words(
  'tổng số dân hộ học trẻ thôn bản ấp xã trường trạm cơ cán công biên diện người lao doanh',
)

/** "100% xã có trạm y tế", "10% biên chế", "4,3% số đơn vị": what a share is taken of stands behind it. */
function sharedOut(doc: Doc, amount: Amount, sentence: Sentence): Noun | null {
  if (sentence.title || !isWord(doc, amount.to, shared) || isWord(doc, amount.lead - 1, placing))
    return null
  let to = amount.to
  while (to < sentence.to && to < amount.to + 12) {
    const ends =
      doc.tokens.kind[to] !== WORD || doc.claimed[to] !== 0 || isWord(doc, to, behindCount)
    if (ends || isPredicate(doc, to) || isWord(doc, to, words('có tự tham sử'))) break
    to++
  }
  return to > amount.to + 1 || isWord(doc, amount.to, communeWord)
    ? { from: amount.to, to, code: null }
    : null
}

/** "căn nhà ở xã hội", "tổ chức đảng trong doanh nghiệp": a word of place within a name. */
const isInsideName = (doc: Doc, at: number): boolean =>
  (isWord(doc, at, inPlace) && endsPair(doc, at + 2, abroad)) ||
  (isWord(doc, at, inPlace) &&
    isWord(doc, at - 1, houseWord) &&
    (endsPair(doc, at + 2, social) || isWord(doc, at + 1, forWord))) ||
  (isWord(doc, at, insideWord) && isWord(doc, at - 1, partyWord) && endsPair(doc, at + 2, firms))

const inPlace = words('ở')
const abroad = pairs('nước ngoài')
const insideWord = words('trong')
const partyWord = words('đảng')
const social = pairs('xã hội | công vụ')
const firms = pairs('doanh nghiệp | các doanh | hợp tác')

const behindCount = words('và với trong tại ở so để nhằm theo của bằng tăng giảm gồm là')

function unitStart(doc: Doc, amount: Amount): number {
  for (let at = amount.from; at < amount.to; at++)
    if (!isNumber(doc, at) && !isMark(doc, at, '/') && has(doc, at, 'unit')) return at
  return amount.to
}
