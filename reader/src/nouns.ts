// Noun phrases around a figure: what is measured, found before the verb, in the clause before, or in an
// enumeration. Token indexes; null where nothing but connectives stands there.
import type { Amount } from './amounts.ts'
import {
  type Doc,
  endsPair,
  find,
  Gate,
  has,
  isMark,
  isNumber,
  isWord,
  PERIOD,
  pairs,
  QUANTITY,
  type Sentence,
  seek,
  words,
} from './doc.ts'
import { codeOf } from './indicators.ts'
import { CAPITAL, WORD } from './tokens.ts'

const planWord = words('kế')
const justWord = words('mới')
const degreeWords = words('thấp cao chậm sâu')
const secondOfPlaces = words('phố thống bộ')

const workWord = words('việc')
const yearWord = words('năm')

export interface Noun {
  from: number
  to: number
  code: string | null
}

const catalogued = new Gate('indicator')
const headsNot = new Gate('up down level order')
const changes = new Gate('up down')

const leading = words(
  'vậy trong đó và với là nhờ do của tại ở riêng về bao gồm cụ thể theo từ đến nay qua cùng như nổi bật song nhưng tuy nhiên mà để đã được tính vào khi có các những cho thấy ước mỗi hằng hàng bình quân nâng đưa tương đương phấn đấu còn',
)

const trailing = words(
  'đã được cũng đều tiếp tục ước trên toàn cả chỉ mới vẫn còn có khá cao tính chung thực hiện địa bàn so với sẽ phấn đấu đạt là dự kiến năm bình quân và thấp chậm',
)

const untilWords = words('đến tới hết tính trong vào')

const negligible = words('đồng thời qua đó theo báo cáo ngược lại')

/**
 * The noun phrase that ends before token `to`: the last catalogue phrase since `floor`, else the words
 * since the last comma. Null where nothing but connectives stands there.
 */
export function nounBefore(doc: Doc, to: number, floor: number, sentenceFrom: number): Noun | null {
  let begin = floor
  let opened = -1
  for (let at = to - 1; at >= floor; at--) {
    if (
      isMark(doc, at, ';') ||
      isMark(doc, at, ':') ||
      isMark(doc, at, '(') ||
      isMark(doc, at, '.')
    ) {
      if (isMark(doc, at, '(') && !wraps(doc, at, to)) continue
      // "thu xuất nhập khẩu: 235 tỷ đồng": the label before the colon is the noun.
      if (isMark(doc, at, ':') && at === to - 1 && !endsPair(doc, at - 1, aims)) continue
      begin = at + 1
      if (isMark(doc, at, '(')) opened = at
      break
    }
  }
  const found = catalogueNoun(doc, begin, to)
  if (found) return found
  // "(đạt 99,99%)": the indicator stands before the bracket.
  if (opened >= 0 && isEmptyBetween(doc, begin, to))
    return (
      catalogueNoun(doc, Math.max(sentenceFrom, clauseStart(doc, opened, sentenceFrom)), opened) ??
      plainNoun(doc, clauseStart(doc, opened, sentenceFrom), opened)
    )
  for (let at = to - 1; at >= begin; at--) {
    if (isMark(doc, at, ',') && !isEnumeration(doc, at, to)) {
      begin = at + 1
      break
    }
  }
  return plainNoun(doc, begin, to)
}

/** "đặt mục tiêu: tăng trưởng trên 9%": what leads in is no label of the figure. */
const aims = pairs('mục tiêu | chỉ tiêu | nhiệm vụ')

/** True when the bracket at `at` is still open at `to`. */
function wraps(doc: Doc, at: number, to: number): boolean {
  for (let next = at + 1; next < to; next++) if (isMark(doc, next, ')')) return false
  return true
}

export function clauseStart(doc: Doc, to: number, floor: number): number {
  for (let at = to - 1; at >= floor; at--)
    if (isMark(doc, at, ',') || isMark(doc, at, ';') || isMark(doc, at, ':')) return at + 1
  return floor
}

function isEmptyBetween(doc: Doc, from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if (doc.tokens.kind[at] === WORD && !isWord(doc, at, trailing) && !isWord(doc, at, leading))
      return false
  return true
}

/** "nông, lâm nghiệp": a comma inside a name, one or two words before the next part. */
function isEnumeration(doc: Doc, comma: number, to: number): boolean {
  if (namesSeveral(doc, comma, to) || joinsBranches(doc, comma, to)) return true
  return (
    to - comma <= 3 &&
    !isWord(doc, comma + 1, leading) &&
    !has(doc, comma + 1, 'up') &&
    to - comma > 1 &&
    isWord(doc, comma + 1, words('lâm thủy thuỷ thi thu chi nhập chế vững chống'))
  )
}

const branches = pairs(
  'thương mại | dịch vụ | công nghiệp | lâm nghiệp | xây dựng | văn hóa | thể thao | du lịch | thủy sản',
)
const joined = pairs('dịch vụ | xây dựng | lâm nghiệp | thủy sản | thuỷ sản | thể thao | du lịch')
const supplying = pairs('cấp nước')
const waste = pairs('rác thải | nước thải | chất thải')
const fields = words('nông')
const fieldsBehind = words('lâm ngư thủy')

/** "nông, lâm, thủy sản", "thương mại, dịch vụ": branches of the economy that are told in one figure. */
function joinsBranches(doc: Doc, comma: number, to: number): boolean {
  if (isWord(doc, comma - 1, fields) && isWord(doc, comma + 1, fieldsBehind)) return to - comma < 8
  // "cung cấp nước, xử lý rác thải": one section of industry.
  if (endsPair(doc, comma - 1, supplying) && to - comma < 14) return endsPair(doc, to - 1, waste)
  return to - comma < 7 && endsPair(doc, comma - 1, branches) && endsPair(doc, comma + 2, joined)
}

const measureHeads = words('tỷ tỉ tổng đàn lượng')
const numberWord = words('số')
const headWords = words('tỷ tỉ số tổng mức diện sản lượng giá trị')

/** "Tỷ lệ thôn, bản có điện": a measure goes before the comma, and nothing is measured there yet. */
function namesSeveral(doc: Doc, comma: number, to: number): boolean {
  if (to - comma > 8 || isWord(doc, comma + 1, headWords)) return false
  // "tỷ lệ hòa giải thành thấp, chỉ …": valued, not listed.
  if (isWord(doc, comma - 1, degreeWords)) return false
  for (let at = comma - 1; at >= 0 && at > comma - 8; at--) {
    if (doc.tokens.kind[at] !== WORD || doc.claimed[at] !== 0) return false
    if (changes.opens(doc, at) && (find(doc, at, 'up') || has(doc, at, 'down'))) return false
    // "80% tổng đàn, mở …": of the figure before.
    if (isWord(doc, at, measureHeads) || (isWord(doc, at, numberWord) && at > 0))
      return comma - at > 1 && doc.claimed[at - 1] !== QUANTITY
  }
  return false
}

export function catalogueNoun(doc: Doc, from: number, to: number): Noun | null {
  let best: Noun | null = null
  const gate = catalogued.of(doc)
  for (let at = seek(doc, gate, from, to); at < to; at = seek(doc, gate, at + 1, to)) {
    const hit = find(doc, at, 'indicator')
    if (!hit || hit.to > to) continue
    best = { from: at, to: hit.to, code: codeOf(hit.payload) }
    at = hit.to - 1
  }
  if (!best) return null
  // Only if nothing but a place, a period or an adverb stands between it and the verb.
  let comma = -1
  for (let at = best.to; at < to; at++) {
    if (isMark(doc, at, ',')) comma = at
    // "(GRDP, giá so sánh 2010) ước đạt": what a bracket closes is behind.
    else if (isMark(doc, at, ')')) comma = -1
  }
  const far = (to - best.to > 3 && !isMark(doc, best.to, ')')) || isWord(doc, comma + 1, headWords)
  if (comma >= 0 && far && !onlyPeriods(doc, best.to, to)) return null
  // "giải ngân vốn đầu tư công chậm, mới đạt 26,4%": said of it first, then told.
  if (comma > best.to && isValued(doc, best.to, comma)) return null
  // "giải ngân đầu tư công, phấn đấu cả năm đạt …": what is promised of it.
  if (comma >= best.to && endsPair(doc, comma + 2, promised)) return null
  const start = widen(doc, behindMaking(doc, best), from)
  return { ...best, from: start, to: trimEnd(doc, best.to, to) }
}

/** "Giải quyết việc làm cho …": the jobs are measured, not the making of them. */
function behindMaking(doc: Doc, { from, to }: Noun): number {
  for (let at = from; at < Math.min(to - 1, from + 3); at++)
    if (isWord(doc, at, workWord) && isWord(doc, at + 1, words('làm')))
      return find(doc, from, 'count') || isWord(doc, from, words('giải tạo')) ? at : from
  return from
}

const promised = pairs('phấn đấu | cam kết | dự kiến | quyết tâm')
const slow = words('chậm thấp chưa ạch giảm')

/** "còn chậm", "chưa đạt yêu cầu" between a noun and a comma. */
function isValued(doc: Doc, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if (doc.tokens.kind[at] !== WORD || doc.claimed[at] !== 0) return false
    if (isWord(doc, at, slow)) return true
  }
  return false
}

function onlyPeriods(doc: Doc, from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if (doc.claimed[at] !== PERIOD && !isMark(doc, at, ',') && !isWord(doc, at, trailing))
      return false
  return true
}

const widening = words('tổng tỷ lệ tốc độ giá trị số mức kim ngạch')

/** Takes in a head noun right before a catalogue phrase ("tốc độ" + "tăng trưởng kinh tế"). */
function widen(doc: Doc, from: number, floor: number): number {
  let at = from
  while (at > floor && at > from - 2 && isWord(doc, at - 1, widening)) at--
  if (at - 2 > floor && isMark(doc, at - 1, '(')) return beforeBracket(doc, at - 1, floor)
  // "tỷ lệ dân nông thôn dùng nước hợp vệ sinh", "Mức độ hài lòng (SIPAS)": the head stands further left.
  for (let head = at - 1; head >= floor && head > at - 10; head--) {
    const bracket = isMark(doc, head, '(') && head === at - 1
    if ((doc.tokens.kind[head] !== WORD && !bracket) || doc.claimed[head] !== 0) break
    // "Tốc độ tăng tổng sản phẩm": the rise is part of the measure.
    if (isWord(doc, head - 1, words('độ')) && isWord(doc, head - 2, words('tốc')))
      if (has(doc, head, 'up')) return Math.max(floor, head - 2)
    if (isWord(doc, head, clauseWords)) break
    if (headsNot.opens(doc, head) && startsVerb(doc, head)) break
    if (isWord(doc, head, rateWords) && isWord(doc, head + 1, words('lệ trọng suất'))) return head
    if (isWord(doc, head, levelWord) && isWord(doc, head + 1, words('độ'))) return head
    if (isWord(doc, head, words('giá')) && isWord(doc, head + 1, words('trị'))) return head
    if (isWord(doc, head, words('kim')) && isWord(doc, head + 1, words('ngạch'))) return head
    if (isWord(doc, head, words('sản')) && isWord(doc, head + 1, words('lượng'))) return head
  }
  return at
}

const rateWords = words('tỷ tỉ')
const levelWord = words('mức')

const startsVerb = (doc: Doc, at: number): boolean =>
  has(doc, at, 'up') || has(doc, at, 'down') || has(doc, at, 'level') || has(doc, at, 'order')

/** "giá trị tổng sản phẩm trên địa bàn (GRDP)": the words that the bracket abbreviates. */
function beforeBracket(doc: Doc, bracket: number, floor: number): number {
  let at = bracket
  while (
    at > floor &&
    at > bracket - 10 &&
    doc.tokens.kind[at - 1] === WORD &&
    doc.claimed[at - 1] === 0 &&
    !has(doc, at - 1, 'up') &&
    !has(doc, at - 1, 'down') &&
    !isWord(doc, at - 1, clauseWords)
  )
    at--
  // "Tốc độ tăng tổng sản phẩm (GDP)": the rise is part of the measure.
  const rises = has(doc, at - 1, 'up') && isWord(doc, at - 2, words('độ'))
  if (rises && isWord(doc, at - 3, words('tốc')) && at - 3 >= floor) return at - 3
  return at < bracket ? at : bracket + 1
}

/** The end of the noun phrase before the verb: periods and adverbs at its end are left out. */
function trimEnd(doc: Doc, least: number, to: number): number {
  let end = to
  while (
    end > least &&
    (doc.claimed[end - 1] === PERIOD ||
      isWord(doc, end - 1, trailing) ||
      doc.tokens.kind[end - 1] !== WORD)
  ) {
    if (isMark(doc, end - 1, ')') && doc.claimed[end - 1] !== PERIOD) break
    // "theo chuẩn mới"
    if (isWord(doc, end - 1, justWord) && isWord(doc, end - 2, words('chuẩn thôn'))) break
    // "cây hằng năm": every year, not the year.
    if (isWord(doc, end - 1, yearWord) && isWord(doc, end - 2, words('hằng hàng'))) break
    end--
    // "giải ngân đến 30/9 đạt …": what leads to the period goes with it.
    while (end > least && doc.claimed[end] === PERIOD && isWord(doc, end - 1, untilWords)) end--
  }
  return Math.max(end, least)
}

const measures = words(
  'chiều tổng số giá bình tỷ tỉ sản diện doanh kim vốn mức chỉ dân dư nợ năng công đàn khách kinh lượng thu chi nguồn quỹ quy khối tốc mật chi bình tín xuất nhập học hạn biên kế nhu lãi',
)

const totalWord = words('tổng')
const isVerb = words('là')
const haveVerb = words('có')
const clauseWords = words('nên khiến giúp với thì khi rằng vì thấy gồm kéo nhưng song')

/** Behind the last word that starts a clause of its own ("hạn hán kéo dài nên …", "… có tỷ lệ đỗ"). */
function behindClauseWord(doc: Doc, from: number, to: number): number {
  if (to - 1 > from && isWord(doc, to - 1, clauseWords)) return to
  for (let at = to - 2; at > from; at--) {
    if (isWord(doc, at, clauseWords)) return at + 1
    // "doanh nghiệp trong Khối tổng doanh thu": the measure begins where its head word does.
    if (
      isWord(doc, at, totalWord) &&
      doc.tokens.kind[at - 1] === WORD &&
      !isWord(doc, at - 1, words('của trong và với theo trên'))
    )
      return at
    // "Mục tiêu là nâng …", "nguyên nhân là giá vật liệu …"
    if (isWord(doc, at, isVerb) && to - at > 2) return at + 1
    if (isWord(doc, at, haveVerb) && isWord(doc, at + 1, measures)) return at + 1
    // "Nghị quyết quy định mức hỗ trợ …"
    if (endsPair(doc, at, lays) && isWord(doc, at + 1, measures)) return at + 1
  }
  return from
}

const lays = pairs('quy định')

const whole = words('toàn cả')
const wholes = words('tỉnh huyện thành xã phường nước quốc ngành hệ vùng thị quận đảng khối')

/** "toàn tỉnh giải ngân …", "cả nước thu …": where, not what. */
function behindPlace(doc: Doc, from: number, to: number): number {
  if (!isWord(doc, from, whole) || !isWord(doc, from + 1, wholes)) return from
  let at = from + 2
  if (isWord(doc, at, secondOfPlaces)) at++
  while (
    at < to &&
    (isWord(doc, at, trailing) || doc.claimed[at] === PERIOD || isMark(doc, at, ','))
  )
    at++
  return at
}

const notYet = words('chưa')
const capital = words('vốn')
const carried = words('thực đăng')
const averaged = words('bình')
const promising = pairs('cam kết | mục tiêu | quyết tâm')
const partsOfYear = pairs('cuối năm | đầu năm | hết năm | cuối kỳ')
const subjects = words('tỉnh huyện xã phường ngành đảng')
const doneOrSaid = words('đã mới được đặt hiện đang sẽ')

/** "tỉnh đã phân bổ chi tiết", "tỉnh đặt mục tiêu tăng trưởng", "cam kết đạt": who does it, who promises it. */
function behindLeads(doc: Doc, from: number, to: number): number {
  let at = from
  if (isWord(doc, at, subjects) && isWord(doc, at + 1, doneOrSaid)) {
    at++
    while (at < to && isWord(doc, at, doneOrSaid)) at++
  }
  // "đến cuối năm tỷ lệ bao phủ đạt 95%"
  if (endsPair(doc, at + 1, partsOfYear) && isWord(doc, at + 2, measures)) at += 2
  if (endsPair(doc, at + 1, promising) && !isWord(doc, at + 2, words('quốc'))) at += 2
  while (
    at > from &&
    at < to &&
    (doc.claimed[at] === PERIOD || isWord(doc, at, leading) || isWord(doc, at, untilWords))
  )
    at++
  return Math.min(at, to)
}

/** "thu đạt 75,4% dự toán, chi đạt 69,2%": of the budget. */
const incomeOrOutlay = words('thu chi')

const pluralWord = words('các những')

const ofThese = pairs('số này | số đó')

function plainNoun(doc: Doc, from: number, to: number): Noun | null {
  let begin = behindClauseWord(doc, from, to)
  while (
    begin < to &&
    (doc.claimed[begin] === PERIOD ||
      doc.tokens.kind[begin] !== WORD ||
      isWord(doc, begin, leading) ||
      isWord(doc, begin, negligible))
  )
    begin++
  // "trong số này 241 kiến nghị …"
  if (endsPair(doc, begin + 1, ofThese)) begin += 2
  begin = behindPlace(doc, behindLeads(doc, begin, to), to)
  // "…, chưa đạt mục tiêu 95%": said of what stands before.
  if (isWord(doc, begin, notYet)) return null
  let end = trimEnd(doc, begin, to)
  // "vốn thực hiện đạt 4,65 tỷ USD", "vốn đăng ký bình quân 6 tỷ đồng": which capital, and not only to be trimmed.
  if (end === begin + 1 && isWord(doc, begin, capital)) {
    if (isWord(doc, end, carried)) end += 2
    if (isWord(doc, end, averaged) && isWord(doc, end + 1, words('quân'))) end += 2
  }
  // "mũi 3 đạt 78%": a number that names which one.
  if (end === begin + 1 && end + 1 === to && isNumber(doc, end) && doc.claimed[end] === 0) end++
  if (end <= begin || end - begin > 24) return null
  if (
    end - begin === 1 &&
    !((doc.tokens.flags[begin] ?? 0) & CAPITAL) &&
    !has(doc, begin, 'indicator') &&
    !isWord(doc, begin, incomeOrOutlay)
  )
    return null
  if (doc.claimed[begin] === QUANTITY) return null
  // "các mặt hàng chủ lực": the plural belongs to its noun.
  if (begin > from && isWord(doc, begin - 1, pluralWord)) begin--
  return { from: begin, to: end, code: null }
}

/**
 * "giải ngân vốn đầu tư công đạt thấp, đến 30/9 mới đạt 1.980 tỷ đồng": the indicator that the clauses
 * before name, since the last semicolon.
 */
export function subjectOf(doc: Doc, sentence: Sentence, verb: number): Noun | null {
  let from = verb
  while (from > sentence.from && !isMark(doc, from - 1, ';') && !isMark(doc, from - 1, ':')) from--
  for (let at = from; at < verb; at++) {
    if (doc.claimed[at] === QUANTITY) return null
    if (!catalogued.opens(doc, at)) continue
    const hit = find(doc, at, 'indicator')
    if (hit && hit.to <= verb) {
      const start = widen(doc, at, from)
      return { from: start, to: hit.to, code: codeOf(hit.payload) }
    }
  }
  // "đẩy nhanh giải ngân, đến 31/12 đạt tối thiểu 95%"
  for (let at = from + 1; at < verb; at++)
    if (endsPair(doc, at, disbursing)) return { from: at - 1, to: at + 1, code: null }
  return measureAt(doc, from, verb)
}

const disbursing = pairs('giải ngân')

const valuing = words(
  'còn rất thấp cao chưa ì gần quá khá vẫn chậm đạt lớn ít không đang được mới chỉ',
)

/** "tỷ lệ hòa giải thành ở cơ sở thấp, chỉ 61,4%": a measure at the head, up to what is said of it. */
function measureAt(doc: Doc, from: number, limit: number): Noun | null {
  let begin = from
  while (begin < limit && (isWord(doc, begin, leading) || doc.tokens.kind[begin] !== WORD)) begin++
  const measure = isWord(doc, begin, words('tỷ tỉ số mức tổng tiến'))
  // "việc thanh toán trực tuyến còn rất thấp, chỉ 27,5%"
  if (isWord(doc, begin, words('việc'))) begin++
  let to = begin
  let valued = -1
  while (to < limit && doc.tokens.kind[to] === WORD && !isWord(doc, to, valuing)) to++
  for (let at = to; at < limit && !isMark(doc, at, ','); at++)
    if (isWord(doc, at, words('chậm thấp ạch giọt'))) valued = at
  if (!measure && valued < 0) return null
  return to - begin >= 2 && to - begin < 16 ? { from: begin, to, code: null } : null
}

export function clauseFrom(doc: Doc, to: number, floor: number): number {
  for (let at = to - 1; at >= floor; at--)
    if (isMark(doc, at, ';') || isMark(doc, at, ':') || doc.claimed[at] === QUANTITY) return at + 1
  return floor
}

const andWord = words('và')

/** The nouns of an enumeration: at each "và" and comma, where the part is a noun. */
export function nounsOf(doc: Doc, from: number, to: number): Noun[] {
  const nouns: Noun[] = []
  let begin = from
  for (let at = from; at <= to; at++) {
    if (at < to && !isMark(doc, at, ',') && !isWord(doc, at, andWord)) continue
    const noun =
      catalogueNoun(doc, begin, at) ?? plainNoun(doc, begin, at) ?? wordOf(doc, begin, at)
    if (noun) nouns.push(noun)
    begin = at + 1
  }
  return nouns
}

/** "đậu, vừng": a part of an enumeration may be one word. */
const wordOf = (doc: Doc, from: number, to: number): Noun | null =>
  to === from + 1 && doc.tokens.kind[from] === WORD && doc.claimed[from] === 0
    ? { from, to, code: null }
    : null

/** "tổng kinh phí 1,27 tỷ đồng": the figure right behind a noun that measures. */
export function isAdjacent(doc: Doc, noun: Noun, amount: Amount): boolean {
  if (noun.to > amount.lead || noun.to - noun.from < 2 || !isMeasureNoun(doc, noun)) return false
  for (let at = noun.to; at < amount.lead; at++)
    if (!isMark(doc, at, ':') && doc.claimed[at] !== PERIOD && !isWord(doc, at, trailing))
      return false
  return true
}

/** Words that measure with the right one behind them: "chi ngân sách", not "chi trả"; "công suất", not "công nhận". */
const notMeasures = pairs(
  'kế toán | kế cận | học sinh | học viên | biên giới | thu hút | thu hồi | thu giữ | thu gom | thu hoạch | chi hỗ | công nhận | công bố | công khai | chỉ cấp | chỉ có | chỉ còn | chỉ mới | chỉ đạo | chỉ thị | chỉ ra | chỉ rõ | công tác | công ty | công trình | công an | công đoàn | dư luận | dân vận | dân quân | quy định | quy trình | quy hoạch | tiến hành | tổng kết | tổng hợp | số này | số đó | kinh doanh | khách sạn | bình chọn | chi bộ | chi hội',
)

const counting = words('tổng số lượng đàn dân quy biên khách bình tỷ tỉ')

/** Whether the noun can measure a count: "số hộ", "đàn bò", and no sum of money. */
export const measuresCounts = (doc: Doc, noun: Noun): boolean =>
  isWord(doc, noun.from, counting) && isMeasureNoun(doc, noun)

export function isMeasureNoun(doc: Doc, noun: Noun): boolean {
  // "kế hoạch vốn 1.200 tỷ đồng"; "kế hoạch kỷ niệm 70 năm" is no figure.
  if (isWord(doc, noun.from, planWord) && !isWord(doc, noun.from + 2, words('vốn'))) return false
  return isWord(doc, noun.from, measures) && !endsPair(doc, noun.from + 1, notMeasures)
}
