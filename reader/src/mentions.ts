// Who is named where: people with their titles, titles alone, bodies, and groups such as "các sở,
// ngành". One walk over the tokens; the passes behind look mentions up instead of searching again.
import {
  type Claim,
  type Doc,
  find,
  Gate,
  has,
  isMark,
  isWord,
  MENTIONED,
  meaning,
  seekEither,
  words,
} from './doc.ts'
import { MARGIN } from './lexicon/tables.ts'
import { ALL_CAPITALS, CAPITAL, LINE_END, NUMBER, WORD } from './tokens.ts'

const chiefWord = words('thủ')
const centralWord = words('trung')
const communeWord = words('xã')
const townWord = words('thị')
const headEnds = words('đầu trưởng')
const rankWord = words('cấp')
const nationalWords = words('chính quốc thủ')
const departmentWord = words('sở')
const directWord = words('chỉ')
const numberWord = words('số')
const leadWord = words('đạo')

export type Level = 'central' | 'province' | 'district' | 'commune' | null

/** Someone named: token range, and for people the range of the name and of each title. */
export interface Mention extends Claim {
  kind: 'person' | 'title' | 'body' | 'group'
  name: Claim | null
  titles: Claim[]
  /** Type of body (`executiveCommittee` …), `organisation`, or empty. */
  type: string
  level: Level
}

/** All mentions in order, and for each token the index of the mention that covers it, or -1. */
export interface Mentions {
  list: Mention[]
  at: Int32Array
}

/** The mention that covers the token, or undefined; to ask a list for its place -1 would be dear. */
export function mentionAt({ list, at }: Mentions, token: number): Mention | undefined {
  const index = at[token] ?? -1
  return index < 0 ? undefined : list[index]
}

/** A mention starts with a phrase of one of these classes, or with a word such as "các" before one. */
const startClasses = 'comrade title surname body actor issuer orgHead group'

const starts = new Gate(startClasses)

/** Walks the document once. */
export function findMentions(doc: Doc): Mentions {
  const list: Mention[] = []
  const size = doc.tokens.count + MARGIN
  const at = doc.room.int32(MENTIONED, size).fill(-1, 0, size)
  const gate = starts.of(doc)
  const { count } = doc.tokens
  for (
    let token = seekEither(doc, gate, groupHeads, 0, count);
    token < count;
    token = seekEither(doc, gate, groupHeads, token + 1, count)
  ) {
    if (doc.tokens.kind[token] !== WORD) continue
    const mention = readPerson(doc, token) ?? readBody(doc, token)
    if (!mention) continue
    for (let named = mention.from; named < mention.to; named++) at[named] = list.length
    list.push(mention)
    token = mention.to - 1
  }
  return { list, at }
}

const isCapital = (doc: Doc, at: number): boolean =>
  doc.tokens.kind[at] === WORD && ((doc.tokens.flags[at] ?? 0) & CAPITAL) !== 0

const several = words('các')

const people = new Gate('comrade title surname')
const bodies = new Gate('body actor issuer orgHead')

/** "đồng chí Bí thư Tỉnh ủy Nguyễn Văn A", "Nguyễn Văn A, Ủy viên …, Bí thư …", or titles alone. */
export function readPerson(doc: Doc, at: number): Mention | null {
  if (!people.opens(doc, at)) return null
  const comrade = find(doc, at, 'comrade')
  if (!comrade && !has(doc, at, 'title') && !has(doc, at, 'surname')) return null
  if (comrade && isWord(doc, at, several)) return null
  let next = comrade ? comrade.to : at
  const titles: Claim[] = []
  for (;;) {
    const to = titleEnd(doc, next)
    if (to === next) break
    titles.push({ from: next, to })
    next = to
    if ((isMark(doc, next, ',') || isMark(doc, next, '-')) && titleEnd(doc, next + 1) > next + 1)
      next++
    else break
  }
  const dash = titles.length > 0 && (isMark(doc, next, '-') || isMark(doc, next, ':')) ? 1 : 0
  const nameFrom = nameEnd(doc, next + dash) > 0 ? next + dash : next
  const nameTo = nameEnd(doc, nameFrom) || (comrade ? addressedName(doc, nameFrom) : 0)
  if (nameTo === 0) {
    const given = comrade && titles.length === 0 ? givenName(doc, next, comrade.to - at) : null
    if (given)
      return { from: at, to: given.to, kind: 'person', name: given, titles, type: '', level: null }
    // Titles alone; "Chủ tịch", "Giám đốc" by themselves say too little without "đồng chí".
    const last = titles.at(-1)
    // "Giám đốc các sở", "Chủ tịch UBND các huyện": one of each.
    const each =
      last && !comrade && isWord(doc, last.to, several) ? groupBehind(doc, last.to, 0) : null
    if (each) return mention(doc, at, each.to, 'group', 'group')
    if (!last || (!comrade && last.to - last.from < 2)) return null
    return { from: at, to: last.to, kind: 'title', name: null, titles, type: '', level: null }
  }
  const before = titles.length
  let to = nameTo
  for (;;) {
    const mark = isMark(doc, to, ',') || isMark(doc, to, '-') || isMark(doc, to, '(')
    let end = mark ? titleEnd(doc, to + 1) : to
    // "…, Chủ tịch UBND tỉnh Lê Văn B": the title of the next one.
    if (!mark || end === to + 1 || nameEnd(doc, end) > 0) break
    titles.push({ from: to + 1, to: end })
    if (isMark(doc, end, ')')) end++
    to = end
  }
  if (!comrade && before === 0 && titles.length === 0 && !isSigned(doc, at, to)) return null
  const name = { from: nameFrom, to: nameTo }
  return { from: at, to, kind: 'person', name, titles, type: '', level: null }
}

const signing = words('tịch phòng thư đốc trưởng nhiệm')

/** A name in a line of its own below "PHÓ CHỦ TỊCH" or "CHÁNH VĂN PHÒNG": who signed. */
function isSigned(doc: Doc, from: number, to: number): boolean {
  const { kind, count, flags } = doc.tokens
  if (to < count && kind[to] !== LINE_END) return false
  let above = from - 1
  while (above > from - 6 && kind[above] === LINE_END) above--
  const capitals = ((flags[above] ?? 0) & ALL_CAPITALS) !== 0
  return above >= 0 && above < from - 1 && capitals && isWord(doc, above, signing)
}

/** "ông Mười": one capitalised syllable behind a form of address. */
function givenName(doc: Doc, at: number, addressed: number): Claim | null {
  const alone = isCapital(doc, at) && !isCapital(doc, at + 1) && addressed === 1
  const named = alone && !has(doc, at - 1, 'place') && (doc.anchors.end[at] ?? 0) <= at + 1
  return named ? { from: at, to: at + 1 } : null
}

/** Token behind the title that starts at `at` ("Giám đốc Sở Tài chính"), or `at`. */
function titleEnd(doc: Doc, at: number): number {
  const title = people.opens(doc, at) ? find(doc, at, 'title') : null
  if (!title) return at
  let to = title.to
  // "Giám đốc Sở Tài nguyên và Môi trường": the title of the list ends with the head of the body's name.
  if (find(doc, to - 1, 'orgHead')?.to === to && isCapital(doc, to - 1)) {
    const end = organisationEnd(doc, to)
    if (end > to) return end
  }
  const body = readBody(doc, to, false)
  if (body && body.kind === 'body') to = body.to
  else to = placeEnd(doc, to)
  return to
}

const links = words('thị văn')

/** Token behind a person's name (a surname and one to four more capitalised syllables), or 0. */
function nameEnd(doc: Doc, at: number): number {
  if (!isCapital(doc, at) || !has(doc, at, 'surname')) return 0
  let to = at + 1
  while (
    to < at + 5 &&
    isCapital(doc, to) &&
    !isShouted(doc, to, at) &&
    (isWord(doc, to, links) || !has(doc, to, 'title') || to < at + 2)
  )
    to++
  return to - at >= 2 ? to : 0
}

/** "đồng chí Ngụy Thành Công": behind a form of address also a surname that no list has; token behind, or 0. */
function addressedName(doc: Doc, at: number): number {
  let to = at
  while (to < at + 5 && isCapital(doc, to) && !isShouted(doc, to, at)) to++
  const other = find(doc, at, 'body') ?? find(doc, at, 'title') ?? find(doc, at, 'orgHead')
  return to - at >= 2 && !other && !has(doc, at, 'place') ? to : 0
}

/** Capitals only: an abbreviation, unless the name itself is written in capitals. */
function isShouted(doc: Doc, at: number, first: number): boolean {
  return (
    ((doc.tokens.flags[at] ?? 0) & ALL_CAPITALS) !== 0 &&
    ((doc.tokens.flags[first] ?? 0) & ALL_CAPITALS) === 0
  )
}

const districts = words('huyện quận')
const communes = words('xã phường')
const units = words('tỉnh thành thị huyện quận xã phường đặc')
const second = words('phố xã trấn khu')

/** Token behind "tỉnh Thái Nguyên", "huyện Phú Bình", "các huyện, thị xã, thành phố"; `at` where none. */
export function placeEnd(doc: Doc, at: number): number {
  let to = at
  if (isWord(doc, to, several) && isWord(doc, to + 1, units)) {
    to = to + 1
    for (;;) {
      to += isWord(doc, to, words('thành thị đặc')) && isWord(doc, to + 1, second) ? 2 : 1
      const comma = isMark(doc, to, ',') || isWord(doc, to, shortcuts)
      if (comma && isWord(doc, to + 1, units)) to++
      else break
    }
    return namesEnd(doc, properEnd(doc, to), to)
  }
  if (isWord(doc, to, rankWord) && isWord(doc, to + 1, units)) {
    to += 2
    while (isMark(doc, to, ',') && isWord(doc, to + 1, rankWord) && isWord(doc, to + 2, units))
      to += 3
    return to
  }
  if (isWord(doc, to, several) && isWord(doc, to + 1, rankWord)) return to + 2
  if (isWord(doc, to, units)) {
    const double = isWord(doc, to, words('thành thị đặc')) && isWord(doc, to + 1, second)
    if (isWord(doc, to, words('thành thị đặc')) && !double) return at
    to += double ? 2 : 1
  }
  return properEnd(doc, to)
}

/** Where names may begin in "UBND các huyện Hàm Tân": behind the kind of unit, or `to` where there is one. */
function pluralIn(doc: Doc, from: number, to: number): number {
  for (let at = from; at < to - 2; at++)
    if (isWord(doc, at, several) && isWord(doc, at + 1, units) && isCapital(doc, to - 1))
      return at + 2
  return to
}

/** "các huyện Hàm Tân, Tánh Linh và thị xã La Gi": the names behind the first one. */
function namesEnd(doc: Doc, at: number, from: number): number {
  let to = at
  for (let round = 0; round < 12 && to > from; round++) {
    if (!isMark(doc, to, ',') && !isWord(doc, to, shortcuts)) break
    const named = isWord(doc, to + 1, units) ? placeEnd(doc, to + 1) : to + 1
    const first = named > to + 1 ? named - 1 : to + 1
    if (!isCapital(doc, first) || people.opens(doc, to + 1) || bodies.opens(doc, to + 1)) break
    const end = named > to + 1 ? named : properEnd(doc, to + 1)
    if (end === to + 1) break
    to = end
  }
  return to
}

/** Capitalised words of a place name; a person's name behind it is left alone. */
function properEnd(doc: Doc, at: number): number {
  const place = find(doc, at, 'place')
  if (place && isCapital(doc, at)) return place.to
  let to = at
  while (
    to < at + 5 &&
    isCapital(doc, to) &&
    !isShouted(doc, to, at) &&
    !isWord(doc, to, words('khóa khoá'))
  )
    to++
  const named = nameEnd(doc, at)
  // "UBND tỉnh Hồ Văn Mười": all provinces are known, so this is a person.
  const province = isWord(doc, at - 1, provinceWord)
  if (named > 0 && (province || to - at === 3)) return at
  for (let split = at + 1; split < to; split++)
    if (nameEnd(doc, split) >= split + 2 && split - at >= 2) return split
  return Math.min(to, at + 4)
}

/** "UBND các huyện, thành phố" + ", thị xã": further kinds of unit in a list. */
function unitsEnd(doc: Doc, at: number): number {
  let to = at
  for (let round = 0; round < 5; round++) {
    const joined = isMark(doc, to, ',') || isWord(doc, to, shortcuts)
    let next = to + 1
    if (isWord(doc, next, several)) next++
    if (!joined || !isWord(doc, next, units) || !isWord(doc, to - 1, unitEnds)) break
    const double = isWord(doc, next, words('thành thị đặc'))
    if (double && !isWord(doc, next + 1, second)) break
    to = next + (double ? 2 : 1)
  }
  return to > at ? properEnd(doc, to) : at
}

const provinceWord = words('tỉnh')
const unitEnds = words('huyện quận xã phường phố khu trấn tỉnh')

/** A body by name, a named organisation, or with `groups` a group of them; null where none starts. */
export function readBody(doc: Doc, at: number, groups = true): Mention | null {
  const named = bodies.opens(doc, at)
  if (!named && !groups) return null
  const body = named ? find(doc, at, 'body') : null
  const actor = named ? (find(doc, at, 'actor') ?? issuerAt(doc, at)) : null
  const longer = actor && (!body || actor.to > body.to) ? actor : null
  if (longer && (longer.to > at + 1 || isCapital(doc, at))) {
    const grouped = isWord(doc, at, groupHeads) || !isCapital(doc, at)
    const steering = grouped ? 0 : steeringEnd(doc, at, longer.to)
    if (steering > 0) return mention(doc, at, steering, 'body', 'organisation')
    const end = grouped ? groupEnd(doc, longer.to) : unitsEnd(doc, placeEnd(doc, longer.to))
    const to = grouped ? end : namesEnd(doc, end, pluralIn(doc, at, end))
    if (grouped) return mention(doc, at, behindMember(doc, to), 'group', 'organisation')
    return mention(doc, at, to, 'body', 'organisation')
  }
  if (body) {
    if (!isCapital(doc, at) && !isCapital(doc, at + 1) && body.to - at < 3) return null
    // "Đảng ủy Công an tỉnh": the body of a body.
    const inner = isCapital(doc, body.to) ? find(doc, body.to, 'actor') : null
    // "Đảng ủy Quân sự tỉnh", "Đảng ủy Bộ đội Biên phòng tỉnh": named by what it leads.
    const led = !inner && isWord(doc, body.to - 1, partyWords) ? branchEnd(doc, body.to) : 0
    const to = inner ? inner.to : led || body.to
    const end = unitsEnd(doc, placeEnd(doc, to))
    return mention(doc, at, namesEnd(doc, end, pluralIn(doc, at, end)), 'body', body.payload)
  }
  const head = named ? find(doc, at, 'orgHead') : null
  if (head && isCapital(doc, at) && !isHeader(doc, at)) {
    const to = organisationEnd(doc, head.to)
    if (to > head.to) return mention(doc, at, to, 'body', 'organisation')
  }
  if (!groups) return null
  // "ngành Giáo dục", "lực lượng Công an": a branch that is told to act like a body.
  const branch = isWord(doc, at, branchWord) ? at + 1 : isForce(doc, at) ? at + 2 : at
  const field = branch > at ? find(doc, branch, 'field') : null
  if (field)
    return mention(
      doc,
      at,
      isCapital(doc, branch) ? organisationEnd(doc, branch) : field.to,
      'group',
      'organisation',
    )
  return readGroup(doc, at)
}

const partyWords = words('ủy uỷ bộ')

/** Token behind "Quân sự", "Bộ đội Biên phòng", "Khối Doanh nghiệp": a name of two syllables or more, or 0. */
function branchEnd(doc: Doc, at: number): number {
  if (!isCapital(doc, at) || has(doc, at, 'place')) return 0
  const head = find(doc, at, 'orgHead')
  if (head && head.to > at + 1) return Math.max(head.to, organisationEnd(doc, head.to))
  return compoundEnd(doc, at) > at + 1 ? organisationEnd(doc, at) : 0
}

/** "Ban Chỉ đạo chuyển đổi số tỉnh Hải Vân": the matter and the place belong to the name; 0 for others. */
function steeringEnd(doc: Doc, at: number, from: number): number {
  if (!isWord(doc, at, words('ban')) || !isWord(doc, from - 1, leadWord)) return 0
  for (let to = from; to < from + 14; to++) {
    if (doc.tokens.kind[to] !== WORD || isCapital(doc, to)) return 0
    if (has(doc, to, 'chairVerb') || has(doc, to, 'meetingWord') || has(doc, to, 'order')) return 0
    if (isWord(doc, to, units) && isCapital(doc, to + 1)) return placeEnd(doc, to)
  }
  return 0
}

const branchWord = words('ngành')
const forceWord = words('lực')

const isForce = (doc: Doc, at: number): boolean =>
  isWord(doc, at, forceWord) && isWord(doc, at + 1, words('lượng'))

/** "Bộ Chính trị", "Ban Bí thư": bodies that issue instruments. */
function issuerAt(doc: Doc, at: number): { payload: string; to: number } | null {
  const issuer = isCapital(doc, at) ? find(doc, at, 'issuer') : null
  return issuer && issuer.to > at + 1 ? issuer : null
}

/** A word in capitals inside a line in capitals: the head of a page, not a name. */
function isHeader(doc: Doc, at: number): boolean {
  const shouted = (token: number) => ((doc.tokens.flags[token] ?? 0) & ALL_CAPITALS) !== 0
  return shouted(at) && (shouted(at + 1) || shouted(at - 1))
}

const groupHeads = words('các từng mỗi toàn cấp người thủ cả')
const shortcuts = words('và')

/** The name behind "Sở", "Ban", "Cục": known fields, capitalised words, a place. */
function organisationEnd(doc: Doc, at: number): number {
  let to = at
  const field = find(doc, to, 'field')
  if (field) {
    to = field.to
    for (;;) {
      const comma = isMark(doc, to, ',') || isWord(doc, to, shortcuts)
      const more = comma && isCapital(doc, to + 1) ? find(doc, to + 1, 'field') : null
      if (!more || has(doc, to + 1, 'orgHead')) break
      to = more.to
    }
    // "Phòng Thanh tra - Kiểm tra số 1"
    while (isMark(doc, to, '-') && isCapital(doc, to + 1) && !has(doc, to + 1, 'place'))
      to = compoundEnd(doc, to + 1)
    if (isWord(doc, to, numberWord) && doc.tokens.kind[to + 1] === NUMBER) to += 2
    return placeEnd(doc, to)
  }
  while (to < at + 12) {
    const tail = to > at ? find(doc, to, 'nameTail') : null
    if (tail) to = tail.to
    else if (isCapital(doc, to)) to = compoundEnd(doc, to)
    else if (to > at && isMark(doc, to, '-') && isCapital(doc, to + 1)) to++
    else if (isMark(doc, to, '&') && isCapital(doc, to + 1)) to += 2
    // "Tổ công tác số 3"
    else if (isWord(doc, to, numberWord) && doc.tokens.kind[to + 1] === NUMBER) to += 2
    else if (isWord(doc, to, shortcuts) && isCapital(doc, to + 1) && !has(doc, to + 1, 'orgHead'))
      to = compoundEnd(doc, to + 1)
    else if (
      to > at &&
      doc.tokens.kind[to] === WORD &&
      isCapital(doc, to + 1) &&
      !has(doc, to, 'task') &&
      !has(doc, to, 'must') &&
      isWord(doc, to, words('các thuộc quân dân tỉnh'))
    )
      to++
    else break
  }
  return to > at ? placeEnd(doc, to) : placeEnd(doc, at)
}

/** Syllables that begin a word of two in the names of bodies: "Kinh tế", "Bảo vệ". */
const firstSyllables = words(
  'điều đường kinh tài bảo xây quản giao nông công thủy thuỷ lâm kiểm thống thanh văn thông truyền giáo lao thương nội ngoại tư khoa môi y dân tôn tổ tuyên nghiên phát phòng an hải kho ngân thị du thể bưu viễn đăng chăn trồng khuyến phục hành giám đô kỹ hạ dịch việc khám cứu đầu kế chính đào hướng tiếp thư trợ pháp thi quy đất đai nhà vận phúc sức phụ cựu chữ mặt liên hợp doanh điện nước cấp thoát thú cổ quân đại cao trung tiểu mầm sư bộ chỉ địa',
)

/** Names of one syllable: "Chi cục Thuế thu …". */
const alone = words('thuế đảng đoàn tỉnh huyện xã cục sở')
const acts = new Gate(
  'task must leadRole coopRole order decide reports voices count up down speakVerb',
)
const unitHeads = words('phòng')
const telling = words(
  'đã đang được bị có cho và sẽ còn phải cần vừa mới cũng đều không chưa rất là ở tại của với trong khi để về theo do vì nên thì mà cùng từ đến trên số giúp nhận thu đưa lo',
)

/**
 * "Phòng Kê khai", "Trung tâm Kiểm soát": names of offices are mostly written with their first syllable as a capital; the
 * next one belongs to them unless a verb begins there.
 */
function isNameRest(doc: Doc, at: number, next: number): boolean {
  if (isWord(doc, at, alone) || isWord(doc, next, telling) || acts.opens(doc, next)) return false
  if (has(doc, at, 'place') || has(doc, at, 'surname')) return false
  return isWord(doc, at - 1, unitHeads) && isCapital(doc, at - 1)
}

/** "Hội nghị", "Nhà nước": the small syllable that belongs to a capitalised one. */
function compoundEnd(doc: Doc, at: number): number {
  const next = at + 1
  if (doc.tokens.kind[next] !== WORD || isCapital(doc, next)) return next
  if (isWord(doc, at, firstSyllables) || isNameRest(doc, at, next)) return next + 1
  return (doc.anchors.phrase[at] ?? 0) > 0 && doc.anchors.end[at] === next + 1 ? next + 1 : next
}

/** "các sở, ban, ngành và địa phương", "cấp ủy, chính quyền các cấp", "chủ đầu tư". */
function readGroup(doc: Doc, at: number, depth = 0): Mention | null {
  // "thủ trưởng" is a group itself.
  const chiefs = isWord(doc, at, chiefWord) && has(doc, at, 'group')
  const plural = isWord(doc, at, groupHeads) && !chiefs ? at + 1 : at
  const head = find(doc, plural, 'group')
  // "các Chi cục Thuế khu vực"
  const offices = plural > at && isCapital(doc, plural) ? find(doc, plural, 'orgHead') : null
  const officesEnd = offices && !head ? organisationEnd(doc, offices.to) : 0
  if (offices && officesEnd > offices.to)
    return mention(doc, at, officesEnd, 'group', 'organisation')
  // "các Phó Chủ tịch UBND tỉnh"
  const titled = plural > at && !head && isCapital(doc, plural) ? titleEnd(doc, plural) : plural
  if (titled > plural) return mention(doc, at, titled, 'group', 'group')
  if (!head) return null
  // "người đứng đầu sở, ngành", "thủ trưởng các đơn vị": of whom.
  const inner = isWord(doc, head.to - 1, headEnds) ? groupBehind(doc, head.to, depth + 1) : null
  if (inner) return mention(doc, at, inner.to, 'group', 'group')
  if (plural === at && (head.payload === 'plural' || head.to - at < 2)) return null
  const to = behindMember(doc, membersEnd(doc, groupEnd(doc, head.to)))
  return mention(doc, at, to, 'group', 'group')
}

const memberWord = words('viên')

/** "mỗi cấp ủy viên", "các cấp ủy viên Ban Chấp hành": the members of what was read so far. */
function behindMember(doc: Doc, at: number): number {
  if (!isWord(doc, at, memberWord)) return at
  return readBody(doc, at + 1, false)?.to ?? at + 1
}

/** A group may name a group ("thủ trưởng các đơn vị"), but no office names them without end. */
const deepest = 4

function groupBehind(doc: Doc, at: number, depth: number): Mention | null {
  const found = find(doc, at, 'group')
  if (depth > deepest || (!isWord(doc, at, groupHeads) && !found)) return null
  const group = readGroup(doc, at, depth)
  return group ?? (found && mention(doc, at, groupEnd(doc, found.to), 'group', 'group'))
}

/** "các sở: Tài chính, Xây dựng", "các đồng chí Ủy viên Ban Thường vụ": what the group is made of. */
function membersEnd(doc: Doc, at: number): number {
  const title = titleEnd(doc, at)
  if (title > at) return title
  const first = isMark(doc, at, ':') ? at + 1 : at
  if (!isCapital(doc, first) || !has(doc, first, 'field')) return at
  return organisationEnd(doc, first)
}

const belongWords = words('của thuộc')

function groupEnd(doc: Doc, at: number): number {
  let to = at
  for (let round = 0; round < 12; round++) {
    const comma = isMark(doc, to, ',') || isWord(doc, to, shortcuts)
    const plural = comma && isWord(doc, to + 1, groupHeads) ? to + 2 : to + 1
    const more = comma ? (find(doc, plural, 'group') ?? find(doc, plural, 'actor')) : null
    if (!more) break
    to = more.to
  }
  if (isCapital(doc, to) && (find(doc, to, 'title') || has(doc, to, 'field'))) return to
  // "các đại biểu HĐND tỉnh", "các thành viên Ban Chỉ đạo": the body they belong to.
  if (isCapital(doc, to) && (find(doc, to, 'body') || has(doc, to, 'actor')))
    return readBody(doc, to)?.to ?? to
  // "các cơ quan của HĐND tỉnh"
  if (isWord(doc, to, belongWords) && isCapital(doc, to + 1) && has(doc, to + 1, 'body'))
    return readBody(doc, to + 1)?.to ?? to
  return placeEnd(doc, to)
}

const centralHeads = words('chính quốc trung thủ bộ')

function mention(doc: Doc, from: number, to: number, kind: Mention['kind'], type: string): Mention {
  return { from, to, kind, name: null, titles: [], type, level: levelOf(doc, from, to) }
}

/** Level of a body by the words of its name. */
function levelOf(doc: Doc, from: number, to: number): Level {
  const first = meaning(doc, from, 'body')
  if (first === 'government' || isWord(doc, from, nationalWords)) return 'central'
  if (isWord(doc, from, departmentWord)) return 'province'
  for (let at = to - 1; at >= from; at--) {
    if (isWord(doc, at, communeWord) && isWord(doc, at + 1, words('hội'))) continue
    if (isWord(doc, at, centralWord) && isWord(doc, at + 1, words('ương'))) return 'central'
    if (isWord(doc, at, provinceWord)) return 'province'
    if (isWord(doc, at, districts) || (isWord(doc, at, townWord) && at > from)) return 'district'
    if (isWord(doc, at, communes) && !isWord(doc, at - 1, townWord)) return 'commune'
  }
  if (
    isWord(doc, from, centralHeads) &&
    isWord(doc, from, words('bộ')) &&
    !isWord(doc, from + 1, directWord)
  )
    return 'central'
  return null
}

/** Token `at` or the one behind a line that was only full. */
export function overLine(doc: Doc, at: number): number {
  return doc.tokens.kind[at] === LINE_END && doc.tokens.hash[at] === 1 ? at + 1 : at
}
