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
import { behindPredicate, hanging, isMakeshift, isPredicate, leadsOn } from './predicates.ts'
import { remembered } from './remembered.ts'
import { WORD } from './tokens.ts'

const forWord = words('cho')

const communeWord = words('xã')
const having = words('có còn')

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
      if (gate[doc.family[at] ?? 0] !== 1) continue
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
    if (gate[doc.family[at] ?? 0] !== 1 || isHalfNoun(doc, at)) continue
    const act = find(doc, at, 'count')
    if (act && act.to - at > 1) return { from: at, to: amount.lead }
  }
  return null
}

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

export function isCountable(amount: Amount): boolean {
  amount.countable ??= canCount(amount.finding)
  return amount.countable
}

function canCount({ unit, unitText }: Amount['finding']): boolean {
  if (unit === '%') return isCountableNoun(unitText)
  const slash = unit.indexOf('/')
  return countable.has(slash < 0 ? unit : unit.slice(0, slash)) || isCountableNoun(unitText)
}

/** Units that measure, rate or compare and count nothing. */
const measures = remembered(
  /^(%|perMille|point|times|year|day|VND|USD|EUR|ha|km2?|m2?|tonne|kg|g|quintal|kWh)(\/|$)/,
)

/** A number of things, people, places, cases, whatever they are called. */
export function isCount(doc: Doc, amount: Amount): boolean {
  const { unit, unitText } = amount.finding
  if (measures(unit) || unitText.includes('/')) return false
  return uncounted(doc, amount) === null
}

/** "nội dung", "tháng": what is named with a number and not counted; `measure` where it measures. */
export function uncounted(doc: Doc, amount: Amount): string | null {
  const found = find(doc, nameFrom(doc, amount), 'uncounted')
  if (found?.to !== amount.to) return null
  // "66 điểm" were scored, "12 điểm sạt lở" are counted.
  return found.payload === 'score' && !endsName(doc, amount.to) ? null : found.payload
}

/** The first word of what is counted, in the list of units or not. */
function nameFrom(doc: Doc, amount: Amount): number {
  const known = unitStart(doc, amount)
  if (known < amount.to) return known
  let at = amount.from
  while (at < amount.to && (doc.tokens.kind[at] !== WORD || isMark(doc, at, '/'))) at++
  return at
}

/** Words behind which a count only places or divides something. */
const placing = words('trong trên về từ vào theo mỗi các những thứ giữa bởi hay hoặc một')

const houseWord = words('nhà')

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
  if (money && (acted || !verb))
    return { from: amount.to, to: money.to, code: codeOf(money.payload) }
  if (paid && (acted || !verb) && isWord(doc, amount.to, capital))
    return capitalBehind(doc, amount.to)
  if (finding.unit === '%' && (!verb || isWord(doc, verb.from, having)))
    return sharedOut(doc, amount, sentence)
  const counts =
    isCountable(amount) ||
    isCount(doc, amount) ||
    isBareMeasure(finding.unit) ||
    (acted && finding.unit === 'item')
  if (sentence.title || !counts) return null
  const unitFrom = unitStart(doc, amount)
  const hit = find(doc, unitFrom, 'indicator')
  if (hit) return { from: unitFrom, to: hit.to, code: codeOf(hit.payload) }
  const { lead } = amount
  if (!verb && !acted && finding.of === null && lead > sentence.from)
    if (isWord(doc, lead - 1, placing) || isMark(doc, lead - 1, '(')) return null
  const to = countedEnd(doc, amount, sentence.to)
  if (to === amount.to && !acted && isBareMeasure(finding.unit)) return null
  // "5.912 ha cá tra": what is measured, without the unit of measure.
  if (to > amount.to && isBareMeasure(finding.unit)) return { from: amount.to, to, code: null }
  // A counted noun that no list has is the last word of the amount itself.
  return { from: Math.min(nameFrom(doc, amount), to - 1), to, code: null }
}

/** The token behind the counted noun and what is said of those counted. */
function countedEnd(doc: Doc, amount: Amount, limit: number): number {
  let to = amount.to
  while (to < limit && to < amount.to + 14) {
    const inside = behindInside(doc, amount, to)
    if (inside > to) {
      to = inside
      continue
    }
    if (!endsName(doc, to)) {
      to++
      continue
    }
    const more =
      (to === amount.to && !measures(amount.finding.unit)) ||
      isNumber(doc, to - 1) ||
      isWord(doc, to - 1, complaint) ||
      endsUnit(doc, to)
    const listed = more ? behindLike(doc, to) : behindHouses(doc, to)
    if (listed === to) break
    to = listed
  }
  const said = behindPredicate(doc, to, limit)
  if (said > to) return said
  while (to > amount.to && isWord(doc, to - 1, hanging)) to--
  return to
}

/** "vắc-xin", "phòng COVID-19", "sản phẩm 4 sao": the token behind marks and numbers within a name, else `at`. */
function behindInside(doc: Doc, amount: Amount, at: number): number {
  if (isMark(doc, at, '-') && at > amount.to)
    return isNumber(doc, at + 1) || joinsSyllables(doc, at) ? at + 2 : at
  return isNumber(doc, at) && isWord(doc, at + 1, starWord) ? at + 2 : at
}

const starWord = words('sao')
const intoWord = words('vào')
const brings = words('đưa đi')
/** Words that begin the next figure: "1.200 suất quà | trị giá 2 tỷ đồng". */
const worth = pairs(
  'trị giá | giá trị | tổng trị | tổng giá | tổng kinh | tổng số | tổng vốn | số tiền | kinh phí',
)

/** Where the name of what is counted ends: at a mark, a figure, a word of place or time, or what is said of it. */
const endsName = (doc: Doc, at: number): boolean =>
  doc.tokens.kind[at] !== WORD ||
  doc.claimed[at] !== 0 ||
  leadsOn(doc, at) ||
  (isWord(doc, at, intoWord) && !isWord(doc, at - 1, brings)) ||
  endsPair(doc, at + 1, worth) ||
  (isWord(doc, at, behindCount) && !isInsideName(doc, at) && !isHalfNoun(doc, at)) ||
  isPredicate(doc, at)

/** A hyphen between two syllables of a word. */
function joinsSyllables(doc: Doc, at: number): boolean {
  const { kind, start, end } = doc.tokens
  const touches = start[at] === end[at - 1] && start[at + 1] === end[at]
  return touches && kind[at - 1] === WORD && kind[at + 1] === WORD
}

const capital = words('vốn tiền nợ')

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
  'tố xã phường thị huyện thành thôn bản ấp tổ khu khóm buôn chi đảng sở ngành phố dự hạng kiến đặc công viên đơn cán nhân cơ hội đoàn',
)

/** "41 xã, phường", "118/163 thôn, khu phố": the token behind the other names of what is counted. */
function behindLike(doc: Doc, at: number): number {
  let to = at
  while (isMark(doc, to, ',') && isWord(doc, to + 1, like) && doc.claimed[to + 1] === 0) {
    const unit = find(doc, to + 1, 'unit')
    const pair = endsPair(doc, to + 2, likePairs)
    // "34 đơn vị, tổ chức 12 lớp": done next, not counted too.
    const next = Math.max(unit?.to ?? 0, pair ? to + 3 : 0)
    if (next === 0 || doc.claimed[next] === QUANTITY) break
    if (endsPair(doc, to + 2, proposals) && !isWord(doc, to - 1, proposed)) break
    to = next
    if (isWord(doc, to, words('dân')) && isWord(doc, to + 1, words('phố'))) to += 2
  }
  return to
}

/** "2.940 lượt cán bộ | , công chức": a counted noun ends before token `to`. */
const endsUnit = (doc: Doc, to: number): boolean =>
  find(doc, to - 1, 'unit')?.to === to || find(doc, to - 2, 'unit')?.to === to

const complaint = words('nại')
const rotten = pairs('dột nát')

/** "312 căn nhà tạm, nhà dột nát": the token behind the other kind of house. */
const behindHouses = (doc: Doc, at: number): number =>
  isMark(doc, at, ',') && isMakeshift(doc, at - 1) && endsPair(doc, at + 3, rotten) ? at + 4 : at

const proposals = pairs('kiến nghị')
const proposed = words('kiến nghị cáo nại')

const likePairs = pairs(
  'tố cáo | thị trấn | thị xã | thành phố | khu phố | tổ dân | chi bộ | đảng bộ | thôn bản | khu dân | hạng mục | kiến nghị | đặc khu | công trình | công chức | viên chức | đơn vị | cán bộ | nhân viên | đảng viên | hội viên | đoàn viên',
)

const shared = words(
  'tổng số dân hộ học trẻ thôn bản ấp xã trường trạm cơ cán công biên diện người lao doanh tổ thủ hồ chi',
)

/** "100% xã có trạm y tế", "10% biên chế", "4,3% số đơn vị": what a share is taken of stands behind it. */
function sharedOut(doc: Doc, amount: Amount, sentence: Sentence): Noun | null {
  if (sentence.title || !isWord(doc, amount.to, shared) || isWord(doc, amount.lead - 1, placing))
    return null
  const to = countedEnd(doc, amount, sentence.to)
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

const behindCount = words('và với trong tại ở so để nhằm theo của bằng tăng giảm gồm là giữa sang')

function unitStart(doc: Doc, amount: Amount): number {
  for (let at = amount.from; at < amount.to; at++)
    if (!isNumber(doc, at) && !isMark(doc, at, '/') && has(doc, at, 'unit')) return at
  return amount.to
}
