// Shortcomings: a subject and what is wrong with it. Inside a section that an opener announced every
// clause with a negative predicate counts; elsewhere only predicates that cannot mean anything else.
import { behindLeadIn, colonIn, itemsOf, partsOf, trim } from './clauses.ts'
import {
  type Claim,
  type Doc,
  explain,
  find,
  Gate,
  has,
  identify,
  isMark,
  isWord,
  pairs,
  QUANTITY,
  type Sentence,
  seek,
  seekEither,
  seekPair,
  spanOf,
  words,
} from './doc.ts'
import type { Shortcoming } from './findings.ts'
import type { Frame } from './frames.ts'
import { codeOf } from './indicators.ts'
import { NUMBER, WORD } from './tokens.ts'

const andWord = words('và')
const passiveWord = words('được')
const evilWords = words('thể ngừng nghèo dịch nợ mất tử chết')
const copula = words('là')
const accordingWord = words('theo')
const stateWord = words('tình')
const promising = words('cam hứa')
const placing = words('ở tại trên sở phòng')
const stillWord = words('còn')
const lowWords = words('thấp kém')
const onlyWords = words('mới chỉ')
const riskWord = words('nguy')

interface Predicate extends Claim {
  weak: boolean
}

/** Emits the shortcomings of every sentence. */
export function findShortcomings(doc: Doc, frames: readonly Frame[]): void {
  // A paragraph that has named one goes on with them: what is unclear elsewhere counts there.
  let paragraph = -1
  for (let index = 0; index < frames.length; index++) {
    const frame = frames[index]
    if (!frame) continue
    const sentence = doc.sentences[index]
    const { role } = frame
    if (!sentence || role === 'task' || role === 'cause' || role === 'petition') continue
    const before = doc.findings.length
    const told = toldList(doc, sentence, frame) ?? voicedList(doc, sentence, frame)
    if (frame.role === 'order' && !told) continue
    const opened = frame.role === 'shortcoming' || told !== null
    const going = !opened && sentence.paragraph === paragraph
    if (!opened && (sentence.title || !mayFault(doc, frame.from, sentence.to))) continue
    const next = frames[index + 1]
    const announces = next?.role === 'shortcoming' && frame.from > sentence.from
    const items = told ?? itemsOf(doc, frame.from, sentence.to)
    // Where one of several items stands by itself, the others are meant in the same way.
    const open = opened || (items.length > 1 && standsInList(doc, items))
    const listed = told !== null || (frame.enumerated && (items.length > 1 || sentence.listed))
    for (const item of items)
      for (const clause of items.length > 1 || sentence.listed
        ? [item]
        : clausesOf(doc, item, open))
        readClause(doc, clause, {
          opened: open,
          strong: opened && (frame.strong || told !== null),
          enumerated: opened && (listed || (items.length > 1 && standsInList(doc, items))),
          meant: !opened && open,
          going,
          announces,
        })
    if (doc.findings.length > before) ({ paragraph } = sentence)
  }
}

const worries = words('thắn lo khó ngại xúc thấy rằng là trạng yếu')

/**
 * "Ban Kinh tế - Ngân sách lưu ý: A còn chậm; B chưa đạt", "Nỗi lo là: …": the items behind a colon that
 * a word of telling or worry goes before, where half of them say what is wrong; null for other lists.
 */
function toldList(doc: Doc, sentence: Claim, frame: Frame): Claim[] | null {
  if (frame.role === 'order' && frame.verb !== 'say') return null
  const colon = colonIn(doc, sentence.from, Math.min(sentence.to, sentence.from + 60))
  if (colon < 0) return null
  let tells = false
  // "… không giấu những mảng tối:" says that all of them are wrong.
  let trouble = false
  for (let at = Math.max(sentence.from, colon - 8); at < colon; at++) {
    tells ||= at >= colon - 6 && (has(doc, at, 'reports') || isWord(doc, at, worries))
    trouble ||= has(doc, at, 'trouble')
  }
  if (!tells && !trouble) return null
  const items = itemsOf(doc, colon + 1, sentence.to)
  if (items.length < 2) return null
  let clear = 0
  let negative = 0
  for (const item of items) {
    if (has(doc, item.from, 'task') || has(doc, item.from, 'must')) return null
    const predicate = predicateIn(doc, item, true)
    if (!predicate) continue
    negative++
    if (!predicate.weak) clear++
  }
  const least = trouble || items.every((item) => !tellsGood(doc, item)) ? 4 : 2
  return clear > 0 && negative * least >= items.length ? items : null
}

const troubleWords = pairs(
  'phản ánh | bức xúc | thừa nhận | nhìn nhận | chỉ ra | chỉ rõ | nhận thấy | băn khoăn | lo ngại | trăn trở | thực trạng',
)
const because = words('vì về khi rằng trước là')

/**
 * "Chủ tịch UBND xã phản ánh, trụ sở nằm rải rác; hồ sơ chưa được cấp", "đại biểu bức xúc vì nước thải đổ thẳng ra kênh": the items
 * behind who tells of trouble, where one at least has a clear predicate; null elsewhere.
 */
function voicedList(doc: Doc, sentence: Sentence, frame: Frame): Claim[] | null {
  if (frame.role !== 'plain' || sentence.title) return null
  const at = seekPair(doc, troubleWords, sentence.from + 1, sentence.to)
  if (at >= sentence.to) return null
  let from = at + 1
  if (isMark(doc, from, ',') || isMark(doc, from, ':')) from++
  while (isWord(doc, from, because)) from++
  if (has(doc, from, 'task') || has(doc, from, 'must')) return null
  const items = itemsOf(doc, from, sentence.to).flatMap((item) => clausesOf(doc, item, true))
  const [first] = items
  if (!first || tellsGood(doc, first)) return null
  const clear = items.some((item) => {
    const predicate = predicateIn(doc, item, true)
    return predicate !== null && !predicate.weak && standsOutside(doc, item, predicate)
  })
  return clear ? items.filter((item) => predicateIn(doc, item, true) !== null) : null
}

/** What was reached, where nothing turns it: "không kết nạp được đảng viên nào" praises nothing. */
function tellsGood(doc: Doc, range: Claim): boolean {
  for (let at = range.from; at < range.to; at++) {
    if (isWord(doc, at, notWords)) return false
    if (isWord(doc, at, praising)) return true
  }
  return false
}

/** One item has a clear predicate of its own, and half of them have one at all. */
function standsInList(doc: Doc, items: readonly Claim[]): boolean {
  let clear = 0
  let negative = 0
  for (const item of items) {
    const predicate = predicateIn(doc, item, false)
    if (!predicate || !standsOutside(doc, item, predicate)) continue
    negative++
    if (!predicate.weak) clear++
  }
  return clear > 0 && negative * 2 >= items.length
}

const notWords = words('không chưa chẳng')

const subjectHeads = words(
  'công việc tỷ tỉ tiến tình một số chất hoạt kết nhiều đời sản thu giải tổ ý năng chỉ hạ nguồn dịch tai tội đội sự các cơ môi vai hiệu giá tốc kinh lĩnh thị doanh nhận mức du xuất lĩnh quy thủ diện cải hệ tiêu ứng phong trào lao vốn thời trật an nợ khai những nhất',
)

/** Cuts an item where a new subject with its own predicate follows a comma. */
function clausesOf(doc: Doc, item: Claim, opened: boolean): Claim[] {
  const clauses: Claim[] = []
  const parts = partsOf(doc, item.from, item.to)
  const predicates = parts.map((part) => predicateIn(doc, part, opened))
  let current: Claim | null = null
  let complete = false
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index]
    if (!part) continue
    const fresh = complete && opensClause(doc, parts, predicates, index) && !isGeneral(doc, current)
    if (current && !fresh) current.to = part.to
    else {
      if (current) clauses.push(current)
      current = { ...part }
      complete = false
    }
    if (predicates[index]) complete = true
  }
  if (current) clauses.push(current)
  return clauses.map((clause) => trim(doc, clause))
}

/** A part that starts with a subject whose predicate stands in it or in one of the next parts. */
function opensClause(
  doc: Doc,
  parts: readonly Claim[],
  predicates: readonly (Predicate | null)[],
  index: number,
): boolean {
  const part = parts[index]
  if (!part) return false
  const start = behindLeadIn(doc, part.from, part.to)
  const own = predicates[index]
  if (own && !own.weak && own.from - start >= 2 && mayBeSubject(doc, start)) return true
  if (!isWord(doc, start, subjectHeads)) return false
  if (own) return own.from - part.from >= 2
  for (let next = index + 1; next < Math.min(parts.length, index + 6); next++)
    if (predicates[next]) return true
  return false
}

/** Syllables that go on with the clause before: verbs, adverbs, conjunctions, "nhất là", "có nơi". */
const goingOn = words(
  'nhất như trong đặc có còn vẫn chưa không đã đang gây dẫn làm ảnh khiến và hoặc do vì nên mà để nhưng song chỉ mới bị được rất quá thậm kể với từ tại ở theo chậm thiếu đạt bằng tăng giảm cá gồm bao là trên dưới phải thường chủ riêng cụ',
)

/** Whether a new subject may begin at the token. */
const mayBeSubject = (doc: Doc, at: number): boolean =>
  doc.tokens.kind[at] === WORD &&
  !isWord(doc, at, goingOn) &&
  !(negatives.opens(doc, at) && has(doc, at, 'negative')) &&
  !has(doc, at, 'task')

/** "tình hình … gặp nhiều khó khăn", "tình trạng thiếu thuốc, vật tư …": what follows belongs to it. */
function isGeneral(doc: Doc, clause: Claim | null): boolean {
  if (!clause) return false
  const at = behindLeadIn(doc, clause.from, clause.to)
  return isWord(doc, at, stateWord) && isWord(doc, at + 1, words('hình trạng'))
}

const not = words('chưa')
const still = words('còn vẫn')
const stops = words('mà để nhằm do vì bởi nên')
const badWords = words('chậm thấp yếu kém')
const lackWord = words('thiếu')
/** Every word that says by itself what is wrong, inside a section of shortcomings. */
const faultWords = words('chưa thiếu thấp kém mới chỉ còn nguy tăng chậm yếu')

const negatives = new Gate('negative')
const topicsAndNegatives = new Gate('topic negative')
const turned = new Gate('overcome')

/** False where no word could be a predicate outside of a section: most sentences are done with here. */
function mayFault(doc: Doc, from: number, to: number): boolean {
  return seekEither(doc, negatives.of(doc), not, from, to) < to
}

/** The first negative predicate of a range; a clear one behind one that may mean something else. */
function predicateIn(doc: Doc, range: Claim, opened: boolean): Predicate | null {
  const first = firstPredicate(doc, range, opened)
  if (!first?.weak || opened) return first
  const gate = negatives.of(doc)
  for (let at = first.to; at < range.to && !isWord(doc, at, stops); at++) {
    const found = gate[doc.family[at] ?? 0] === 1 ? find(doc, at, 'negative') : null
    if (!found || found.to > range.to || find(doc, at, 'weak')?.to === found.to) continue
    if (isTurned(doc, at, range.from)) return first
    return widen(doc, { from: at, to: found.to, weak: false }, range)
  }
  return first
}

/** The first one behind at least one word of subject. */
function firstPredicate(doc: Doc, range: Claim, opened: boolean): Predicate | null {
  const gate = topicsAndNegatives.of(doc)
  const alone = opened ? faultWords : not
  for (
    let at = seekEither(doc, gate, alone, range.from, range.to);
    at < range.to;
    at = seekEither(doc, gate, alone, at + 1, range.to)
  ) {
    const anchored = gate[doc.family[at] ?? 0] === 1
    const found = anchored ? find(doc, at, 'negative') : null
    const topic = anchored && !found ? find(doc, at, 'topic') : null
    if (topic && topic.to > at + 1) {
      at = topic.to - 1
      continue
    }
    if (found && found.to <= range.to) {
      const weak = find(doc, at, 'weak')?.to === found.to
      if (isTurned(doc, at, range.from)) return null
      return widen(doc, { from: at, to: found.to, weak }, range)
    }
    const thorough = isWord(doc, at, not) ? evaluated(doc, at, range.to) : 0
    if (thorough > 0 && !isTurned(doc, at, range.from))
      return widen(doc, { from: at, to: thorough, weak: false }, range)
    if (!opened) continue
    // In an opened section every "chưa …", "còn chậm", "thiếu" says what is wrong.
    if (isWord(doc, at, not) && at + 1 < range.to)
      return widen(doc, { from: at, to: stopBehind(doc, at, range.to), weak: false }, range)
    if (!isWord(doc, at, faultWords)) continue
    if (isWord(doc, at, lackWord) && at > range.from)
      return { from: at, to: stopBehind(doc, at, range.to), weak: false }
    const low = isWord(doc, at, lowWords) && isWord(doc, at + 1, words('hơn'))
    const only = isWord(doc, at, onlyWords) && isWord(doc, at + 1, words('đạt bằng'))
    const odd = isWord(doc, at, stillWord) && at > range.from + 1 && at + 1 < range.to
    if (low || only || (odd && !isWord(doc, at + 1, words('lại có được'))))
      return widen(doc, { from: at, to: stopBehind(doc, at, range.to), weak: odd }, range)
    const risk = isWord(doc, at, riskWord) && isWord(doc, at + 1, words('cơ'))
    if (risk && at > range.from + 1)
      return { from: at, to: stopBehind(doc, at, range.to), weak: true }
    if (isWord(doc, at, words('tăng')) && at > range.from + 1 && isBad(doc, range.from, at))
      return { from: at, to: stopBehind(doc, at, range.to), weak: false }
    if (isWord(doc, at, badWords) && at > range.from && at + 1 >= range.to - 4)
      return widen(doc, { from: at, to: at + 1, weak: false }, range)
  }
  return null
}

const evils = /^(traffic_safety|crime|tax_arrears|corruption|complaints_denunciations)$/

/** What grows is an evil: accidents, crimes, arrears, closures. */
function isBad(doc: Doc, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const topic = topicGate.opens(doc, at) ? find(doc, at, 'topic') : null
    if (topic && evils.test(codeOf(topic.payload))) return true
    if (isWord(doc, at, evilWords)) return true
  }
  return false
}

const manner = words(
  'điểm để thời quả đủ nghiêm bộ cao tốt chẽ đều xuyên quyết sát nét mẽ nhanh động hợp tầm vững khoa sâu liệt năng cầu hoạch đề đạt rõ nhịp lắng ổn suốt xong',
)

/** "chưa được xử lý triệt để", "chưa thực hiện nghiêm": the token behind the adverb, or 0. */
function evaluated(doc: Doc, at: number, limit: number): number {
  for (let next = at + 1; next < Math.min(limit, at + 9); next++) {
    if (isMark(doc, next, ',')) return 0
    if (next > at + 1 && isWord(doc, next, manner)) return next + 1
  }
  return 0
}

function stopBehind(doc: Doc, at: number, limit: number): number {
  let to = at + 1
  while (to < limit && to < at + 8 && !isMark(doc, to, ',') && !isWord(doc, to, stops)) to++
  return to
}

/** Takes in "vẫn còn" before the predicate. */
function widen(doc: Doc, { from: first, to, weak }: Predicate, range: Claim): Predicate {
  let from = first
  while (from > range.from && isWord(doc, from - 1, still)) from--
  return { from, to, weak }
}

const turning = words(
  'khắc phục giảm hạn chế không hết ngăn tránh chấm phòng cắt đã đẩy lùi xóa chống nếu xử tháo gỡ chấn',
)

const named = words('việc tác độ năng quả trình kiến')
const letWord = words('để')
const withoutWord = words('không')
const evaluating = words('chậm chưa thấp kém yếu còn rất')

/** "khắc phục tình trạng …", "không để xảy ra …", "đã giảm …": the negative is turned round. */
function isTurned(doc: Doc, at: number, from: number): boolean {
  if (isWord(doc, at - 1, withoutWord) && !isWord(doc, at, words('đạt bảo đảm'))) return true
  for (let before = at - 1; before >= Math.max(from, at - 14); before--) {
    if (turned.opens(doc, before) && has(doc, before, 'overcome')) {
      // "việc giải quyết hồ sơ còn chậm" says that the solving is slow.
      const noun = isWord(doc, before - 1, named)
      if (!noun && !(before > from && isWord(doc, at, evaluating))) return true
    }
    if (isWord(doc, before, letWord) && isWord(doc, before - 1, withoutWord)) return true
    if (isWord(doc, before, turning) && isWord(doc, before + 1, words('phục gỡ chỉnh lùi bỏ')))
      if (!isWord(doc, at, evaluating)) return true
    if (isMark(doc, before, ';')) return false
  }
  return false
}

/** Where a clause stands. */
interface Place {
  /** In a section of shortcomings, or among items that are some. */
  opened: boolean
  strong: boolean
  enumerated: boolean
  /** Among items of which the others say what is wrong, though nothing announced them. */
  meant: boolean
  /** A sentence before in the paragraph was one. */
  going: boolean
  /** The list follows: this only says that there is one. */
  announces: boolean
}

function readClause(doc: Doc, clause: Claim, place: Place): void {
  const { opened, strong, going, announces } = place
  const first = behindNumber(doc, clause.from)
  let from = behindReport(doc, behindLeadIn(doc, first, clause.to), clause.to)
  if (isWord(doc, from, copula)) from++
  from = behindLabel(doc, from, clause.to)
  const range = trim(doc, { from, to: beforeCause(doc, from, clause.to) })
  const own = predicateIn(doc, range, opened)
  if (own && own.to - own.from === range.to - range.from && !place.enumerated) return
  const predicate =
    own ??
    (place.enumerated || ((place.meant || (opened && strong)) && !praises(doc, range))
      ? wholeOf(doc, range)
      : null)
  if (!predicate) return
  if (announces && isAnnouncement(doc, range)) return
  // "…; cam kết giải ngân hết vốn trước 31/1": a promise.
  if (isWord(doc, range.from, promising) && isWord(doc, range.from + 1, words('kết sẽ hoàn')))
    return
  if (explains(doc, range.from, predicate.from)) return
  const topics = topicsIn(doc, range, predicate)
  const known = topics.length > 0
  if (predicate.weak && !(opened && strong) && !((opened || going) && known)) return
  if (!opened && !(known || going)) return
  if (!opened && (!standsOutside(doc, range, predicate) || isFigure(doc, range, predicate))) return
  const scope = scopeIn(doc, range)
  const since = phraseIn(doc, range, 'since', times)
  const subjects = topics.length > 0 ? topics : [{ code: 'other', ...subjectOf(range, predicate) }]
  for (const subject of subjects) {
    const { start, end, id, quote } = identify(doc, 'shortcoming', range.from, range.to)
    const sure = opened && strong && !predicate.weak && subject.code !== 'other'
    const finding: Shortcoming = {
      id: `${id}:${subject.code}`,
      kind: 'shortcoming',
      start,
      end,
      quote,
      rule: opened ? 'shortcoming.opened' : 'shortcoming.alone',
      certainty: sure ? 'certain' : 'likely',
      topic: subject.code,
      subject: spanOf(doc, subject.from, subject.to),
      predicate: spanOf(doc, predicate.from, predicate.to),
      scope: scope ? spanOf(doc, scope.from, scope.to) : null,
      since: since ? spanOf(doc, since.from, since.to) : null,
    }
    if (doc.options.trace) explainFault(doc, finding)
    doc.findings.push(finding)
  }
}

function explainFault(doc: Doc, finding: Shortcoming): void {
  const { subject, predicate, topic } = finding
  explain(doc, finding, () => ({
    anchors: [
      { start: subject.start, end: subject.end, class: `topic ${topic}` },
      { start: predicate.start, end: predicate.end, class: 'negative' },
    ],
    steps: [`“${subject.quote}” = ${topic}`],
  }))
}

/** "…, song chỉ rõ một số mặt còn hạn chế: A": behind the colon of the words that announce it. */
function behindLabel(doc: Doc, from: number, to: number): number {
  const colon = colonIn(doc, from, to)
  for (let at = from; at < colon; at++)
    if (find(doc, at, 'heading')?.payload === 'shortcomings') return colon + 1
  return from
}

/** "(2) việc cấp giấy …": behind the number of an item inside a sentence. */
function behindNumber(doc: Doc, at: number): number {
  const bracket = isMark(doc, at, '(') ? at + 1 : at
  const { kind } = doc.tokens
  return kind[bracket] === NUMBER && isMark(doc, bracket + 1, ')') ? bracket + 2 : at
}

/** "…, nguyên nhân do …": why it is so stays outside. */
function beforeCause(doc: Doc, from: number, to: number): number {
  for (let at = from + 2; at < to - 1; at++)
    if (isMark(doc, at, ',') && has(doc, at + 1, 'causeHead')) return at
  return to
}

/** An item of an announced list says what is wrong as a whole; what was done, or must be, does not. */
function wholeOf(doc: Doc, range: Claim): Predicate | null {
  if (range.to - range.from < 4 || isWord(doc, range.from, words('đã cần phải nhờ phần')))
    return null
  if (isWord(doc, range.from, words('nhiều một')) && range.to - range.from < 8) return null
  return { from: range.from, to: range.to, weak: false }
}

const praising = words(
  'đạt tăng vượt tốt đã được giữ bảo đảm đảm kịp cao nhờ cần phải sẽ tiếp tục nếu',
)

/** What was reached, or will be done: no shortcoming, wherever it stands. */
function praises(doc: Doc, range: Claim): boolean {
  for (let at = range.from; at < range.to; at++) if (isWord(doc, at, praising)) return true
  return false
}

const reporting = new Gate('reports')

/** "Bí thư Thành ủy cũng thẳng thắn chỉ ra, …", "các đại biểu cho rằng …": who says it is left out. */
function behindReport(doc: Doc, from: number, to: number): number {
  let start = from
  // "Theo Ban Kinh tế - Ngân sách, nhiều doanh nghiệp …"
  if (isWord(doc, start, accordingWord))
    for (let at = start + 2; at < Math.min(to - 3, start + 14); at++)
      if (isMark(doc, at, ',')) {
        start = behindLeadIn(doc, at + 1, to)
        break
      }
  const weak = find(doc, start, 'opener')
  if (weak?.payload === 'weak') start = weak.to
  for (let at = start; at < Math.min(to, start + 20); at++) {
    // "Phó Bí thư Tỉnh ủy bổ sung: …": who speaks, up to the colon.
    if (isMark(doc, at, ':') && at > start + 2)
      if (has(doc, start, 'title') || isWord(doc, at - 1, worries))
        return behindLeadIn(doc, at + 1, to)
    const says = reporting.opens(doc, at) ? find(doc, at, 'reports') : null
    if (!says) continue
    const next = isMark(doc, says.to, ',') || isMark(doc, says.to, ':') ? says.to + 1 : says.to
    return next < to ? behindLeadIn(doc, next, to) : start
  }
  return start
}

function subjectOf(range: Claim, predicate: Claim): Claim {
  return predicate.from > range.from ? { from: range.from, to: predicate.from } : { ...predicate }
}

const causes = new Gate('causeHead')

/** "… giải thích, nguyên nhân là …": why something is so, not what is. */
function explains(doc: Doc, from: number, to: number): boolean {
  const gate = causes.of(doc)
  for (let at = seek(doc, gate, from, to); at < to; at = seek(doc, gate, at + 1, to))
    if (has(doc, at, 'causeHead')) return true
  return false
}

const openers = new Gate('opener')

/** "vẫn còn tồn tại một số hạn chế" before the list of them. */
function isAnnouncement(doc: Doc, range: Claim): boolean {
  return seek(doc, openers.of(doc), range.from, range.to) < range.to
}

const conceding = words('mặc dù tuy trong trước vượt')
const condition = words('dù điều bối tình thế qua những khó kiện')

/** "Trong điều kiện còn nhiều khó khăn, …", "Mặc dù …,": what was in the way of what is told behind. */
function concedes(doc: Doc, range: Claim, predicate: Claim): boolean {
  if (!isWord(doc, range.from, conceding) || !isWord(doc, range.from + 1, condition)) return false
  for (let at = range.from + 2; at < predicate.from; at++)
    if (isMark(doc, at, ',') || isWord(doc, at, words('nhưng song'))) return false
  return true
}

const falling = words('thấp sụt hụt giảm ngừng tạm kém ngưng')

/** "giải ngân đạt 44,6%, thấp hơn cùng kỳ": a figure of the report and how it compares. */
function isFigure(doc: Doc, range: Claim, { from }: Predicate): boolean {
  if (!isWord(doc, from, falling) && !isWord(doc, from + 1, falling)) return false
  for (let at = range.from; at < range.to; at++) if (doc.claimed[at] === QUANTITY) return true
  return false
}

const doneWords = words('được đã')
const proposing = words('kiến đề')
const whichever = words('nào')
const byWord = words('bằng')
const dutiful = words('cần phải nếu nhằm để')

/** Outside of a section: a main clause with a subject, no wish, no condition. */
function standsOutside(doc: Doc, range: Claim, predicate: Predicate): boolean {
  if (predicate.from - range.from < 2 || concedes(doc, range, predicate)) return false
  for (let at = range.from; at < predicate.from; at++) {
    if (isWord(doc, at, dutiful)) return false
    // "Ngành cam kết tuyển đủ 180 bác sĩ còn thiếu"
    if (isWord(doc, at, promising) && isWord(doc, at + 1, words('kết hẹn sẽ'))) return false
    // "Cán bộ nào sợ trách nhiệm thì nên đứng sang một bên"
    if (isWord(doc, at, whichever)) return false
  }
  if (isWord(doc, range.from, byWord)) return false
  // "các dự án chậm tiến độ được tháo gỡ": something follows that turns it.
  // "chưa được xử lý", "chậm được giải quyết": the solving itself is what is wanting.
  const wanting = isWord(doc, predicate.to - 1, passiveWord) || isWord(doc, predicate.from, not)
  for (let at = predicate.to; at < range.to; at++)
    if (wanting) {
      // "chậm được giải quyết, đến nay đã xong"
      if (isWord(doc, at, words('nay')) && isWord(doc, at + 1, words('đã'))) return false
    } else if (isWord(doc, at, doneWords) || (turned.opens(doc, at) && has(doc, at, 'overcome')))
      return false
  // "… là quá thấp, kiến nghị Chính phủ nâng lên": an opinion, not what the report finds.
  for (let at = range.from; at < range.to; at++)
    if (isWord(doc, at, proposing) && isWord(doc, at + 1, words('nghị xuất'))) return false
  return true
}

interface Topic extends Claim {
  code: string
}

const topicGate = new Gate('topic')
const undivided = words('tình vi')
const complement = words('về liên')
const placed = words('ở tại trong đối của với')

/** The topics of the subject; coordinated ones each, unless they only fill one phrase ("vi phạm về …"). */
function topicsIn(doc: Doc, range: Claim, predicate: Predicate): Topic[] {
  const limit = predicate.from > range.from ? predicate.from : range.to
  const found: Topic[] = []
  const gate = topicGate.of(doc)
  for (
    let at = seek(doc, gate, range.from, limit);
    at < limit;
    at = seek(doc, gate, at + 1, limit)
  ) {
    const topic = find(doc, at, 'topic')
    if (!topic) continue
    found.push({ code: codeOf(topic.payload), from: at, to: topic.to })
    at = topic.to - 1
  }
  const meant = found[0] && actors.has(found[0].code) ? lackIn(doc, range) : null
  if (meant) return [{ code: meant, ...subjectOf(range, predicate) }]
  // "12 trường ở khu công nghiệp quá tải", "Sở Y tế chưa giải ngân": where it is and whose, not what is wrong.
  const place = found.length === 0 ? -1 : unplaced(doc, found)
  const named = found[Math.max(0, place)]
  if (place < 0) {
    for (
      let at = seek(doc, gate, limit, range.to);
      at < range.to;
      at = seek(doc, gate, at + 1, range.to)
    ) {
      const topic = find(doc, at, 'topic')
      if (topic)
        return [
          {
            code: codeOf(topic.payload),
            ...subjectOf(range, predicate),
          },
        ]
    }
  }
  if (!named) return []
  const whole = subjectOf(range, predicate)
  const kept = isWord(doc, range.from, undivided)
    ? [named]
    : coordinatedWith(doc, named, found.slice(Math.max(0, place) + 1))
  if (kept.length === 1) return [{ code: named.code, from: whole.from, to: whole.to }]
  return kept.map((topic) => ({ ...topic, ...partAround(doc, whole, topic) }))
}

/** Topics by whom it is about, and those by what they lack. */
const actors = new Set([
  'enterprises',
  'agriculture',
  'local_government_model',
  'cadre_discipline',
  'health',
])
const lacks = new Set(['credit', 'tax_arrears', 'staffing'])

/** "doanh nghiệp khó tiếp cận vốn vay": what those named first lack, or null. */
function lackIn(doc: Doc, { from, to }: Claim): string | null {
  const gate = topicGate.of(doc)
  for (let at = seek(doc, gate, from, to); at < to; at = seek(doc, gate, at + 1, to)) {
    const topic = find(doc, at, 'topic')
    const code = topic && codeOf(topic.payload)
    if (code && lacks.has(code)) return code
  }
  return null
}

/** Place of the first topic that is not only where something is, or -1. */
function unplaced(doc: Doc, topics: readonly Topic[]): number {
  for (let place = 0; place < topics.length; place++)
    if (!isPlaced(doc, topics[place]?.from ?? 0)) return place
  return -1
}

/** The topic and of those behind it the ones that are told together with it. */
function coordinatedWith(doc: Doc, first: Topic, behind: readonly Topic[]): Topic[] {
  const kept: Topic[] = [first]
  let last = first
  for (const topic of behind) {
    if (kept.some((other) => other.code === topic.code)) continue
    if (!coordinated(doc, last.to, topic.from)) continue
    kept.push(topic)
    last = topic
  }
  return kept
}

const isPlaced = (doc: Doc, at: number): boolean => isWord(doc, at - 1, placing)

/** A comma or "và" stands between, and nothing that makes the second one a place or a complement. */
function coordinated(doc: Doc, from: number, to: number): boolean {
  let comma = false
  for (let at = from; at < to; at++) {
    if (isMark(doc, at, ',') || isWord(doc, at, andWord)) comma = true
    else if (!comma && (isWord(doc, at, complement) || isWord(doc, at, placed))) continue
    else if (comma && isWord(doc, at, placed)) return false
  }
  return comma
}

/** The part of the subject between commas that holds the topic. */
function partAround(doc: Doc, whole: Claim, topic: Claim): Claim {
  let { from, to } = topic
  while (from > whole.from && !isMark(doc, from - 1, ',')) from--
  while (to < whole.to && !isMark(doc, to, ',')) to++
  return trim(doc, { from, to })
}

const times = new Gate('since')
const scopes = new Gate('scopeWords')

function phraseIn(doc: Doc, range: Claim, name: string, among: Gate): Claim | null {
  const gate = among.of(doc)
  for (
    let at = seek(doc, gate, range.from, range.to);
    at < range.to;
    at = seek(doc, gate, at + 1, range.to)
  ) {
    const found = find(doc, at, name)
    if (found) return { from: at, to: Math.min(found.to, range.to) }
  }
  return null
}

const endOfScope = words('còn chưa có đạt vẫn để chậm được')

/** "một số địa phương, đơn vị": where it is so. */
function scopeIn(doc: Doc, range: Claim): Claim | null {
  const found = phraseIn(doc, range, 'scopeWords', scopes)
  if (!found) return null
  let { to } = found
  while (to < range.to && to < found.to + 10) {
    if (isMark(doc, to, ',') && !has(doc, to + 1, 'group') && !has(doc, to + 1, 'unit')) break
    if ((negatives.opens(doc, to) && has(doc, to, 'negative')) || isWord(doc, to, endOfScope)) break
    to++
  }
  return trim(doc, { from: found.from, to })
}
