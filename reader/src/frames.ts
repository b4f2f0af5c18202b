// What each sentence does in the course of a report: gives orders, names shortcomings or causes, or
// neither. One walk with a small state; the passes for assignments and shortcomings read the result.
import { behindLeadIn, colonIn, itemsOf, trim } from './clauses.ts'
import {
  type Claim,
  type Doc,
  endsPair,
  find,
  Gate,
  has,
  isMark,
  isWord,
  pairs,
  QUANTITY,
  type Sentence,
  SentenceGate,
  seek,
  textOf,
  words,
} from './doc.ts'
import { type Mentions, mentionAt } from './mentions.ts'
import { headingOf, isClosing, openerIn, startsCause } from './openers.ts'
import { type Course, findOrder } from './orders.ts'
import { ownersAt } from './owners.ts'
import { CAPITAL, NUMBER, WORD } from './tokens.ts'

const aboutWord = words('về')
const workWord = words('việc')
const passiveWord = words('được')
const ordinalWord = words('thứ')
const reachWords = words('đạt bằng tăng giảm')
const pluralWord = words('các')
const towardsWord = words('đối')
const copula = words('là')
const withWord = words('với')
const handing = words('giao yêu đề')

export type Role = 'order' | 'task' | 'shortcoming' | 'cause' | 'petition' | 'plain'

/** The part of one sentence in the report. Token indexes. */
export interface Frame {
  role: Role
  /** Where the content starts: behind the order verb, or behind the opener of the shortcomings. */
  from: number
  /** Where it ends: the sentence's end, or the closing mark of a quotation before "…, ông A nhấn mạnh". */
  to: number
  /** Who speaks, where the sentence or one before says so. */
  by: Claim | null
  /** Owners named in a heading above ("2. Sở Xây dựng:"). */
  owners: Claim | null
  /** `ask` for yêu cầu, đề nghị, giao; `say` for nhấn mạnh, chỉ rõ, whose content must itself order. */
  verb: 'ask' | 'say' | null
  /** Token of the order verb, or -1. */
  verbAt: number
  /** Shortcomings: opened by a phrase that names them, not by a mere "tuy nhiên". */
  strong: boolean
  /** Shortcomings: a colon announced them one by one, so that each item is one whatever its words. */
  enumerated: boolean
  /** The sentence stands under "… kết luận như sau:" or in a section of orders. */
  concluding: boolean
}

interface State extends Course {
  /** How far the mode reaches: to the paragraph's end, over a list, to the next heading. */
  reach: 'paragraph' | 'list' | 'section'
  paragraph: number
  owners: Claim | null
  strong: boolean
  enumerated: boolean
  /** Who concluded, once "… kết luận như sau:" has opened a notice: each further heading orders again. */
  concluded: { by: Claim | null } | null
  /** Somebody has concluded: a body and a verb of tasks behind it are a task. */
  summedUp: boolean
  /** The heading above names a matter ("2. Về đề nghị của …"): what stands below may be decided. */
  matter: boolean
  /** Tasks are counted in sentences ("Một là", "Thứ hai"); what stands between them belongs to them. */
  numbered: boolean
  /** The number of the line that the owners stand in; null where it has none. */
  ownersNumber: string | null
  /** Orders that a list of what is wrong stands in the middle of; they go on behind it. */
  interrupted: State | null
}

/** A list number stands before the sentence, no bullet. */
const isNumbered = (doc: Doc, sentence: Sentence): boolean =>
  sentence.listed &&
  doc.tokens.kind[sentence.from - 2] === NUMBER &&
  (isMark(doc, sentence.from - 1, '.') ||
    isMark(doc, sentence.from - 1, ')') ||
    isMark(doc, sentence.from - 1, '-') ||
    isMark(doc, sentence.from - 1, '/'))

/** The list number before a sentence, "2" or "2.1"; null where it has none. */
const numberOf = (doc: Doc, sentence: Sentence): string | null =>
  isNumbered(doc, sentence) ? textOf(doc, sentence.from - 2, sentence.from - 1) : null

/** "Điều 2. …": an article of a resolution ends whatever ran on in the one before. */
const opensArticle = (doc: Doc, { listed, from }: Sentence): boolean =>
  listed && doc.tokens.kind[from - 2] === NUMBER && isWord(doc, from - 3, words('điều'))

/** One frame a sentence. */
export function frameSentences(doc: Doc, mentions: Mentions): Frame[] {
  const state: State = {
    mode: 'none',
    reach: 'paragraph',
    paragraph: -1,
    by: null,
    owners: null,
    verb: null,
    strong: false,
    enumerated: false,
    concluded: null,
    spoken: false,
    summedUp: false,
    matter: false,
    numbered: false,
    ownersNumber: null,
    interrupted: null,
  }
  return doc.sentences.map((sentence, index) =>
    frame(doc, mentions, sentence, doc.sentences[index - 1] ?? null, state),
  )
}

function frame(
  doc: Doc,
  mentions: Mentions,
  sentence: Sentence,
  before: Sentence | null,
  state: State,
): Frame {
  const result: Frame = {
    role: 'plain',
    from: sentence.from,
    to: sentence.to,
    by: state.by,
    owners: state.owners,
    verb: null,
    verbAt: -1,
    strong: false,
    enumerated: false,
    concluding:
      state.concluded !== null ||
      state.matter ||
      (state.mode === 'orders' && state.reach !== 'paragraph'),
  }
  if (sentence.title) state.matter = sentence.listed && bringsMatter(doc, sentence)
  if (state.reach === 'paragraph' && sentence.paragraph !== state.paragraph) leave(state)
  const endsOpen = isMark(doc, sentence.to - 1, ':')
  if (opensArticle(doc, sentence)) leave(state)
  if (isClosing(doc, sentence)) {
    leave(state)
    state.concluded = null
    return result
  }
  const heading = headingOf(doc, sentence, endsOpen, state.spoken)
  if (heading) {
    leave(state)
    state.mode = heading
    state.reach = 'section'
    state.strong = true
    // "Tồn tại:" and what is listed below it: each item is one.
    state.enumerated = endsOpen || sentence.listed
    // "Yêu cầu Sở Y tế:", a line of its own.
    if (heading === 'orders') headOwners(doc, mentions, sentence, state)
    return result
  }
  if (endsOpen && petitions(doc, sentence)) {
    leave(state)
    state.mode = 'petitions'
    state.reach = 'list'
    return result
  }
  const named = sentence.title && sentence.listed && state.concluded
  const about = isWord(doc, sentence.from, aboutWord)
  if (named && (about || state.mode !== 'orders')) {
    leave(state)
    state.mode = 'orders'
    state.reach = 'section'
    state.verb = 'ask'
    state.by = state.concluded?.by ?? null
    return result
  }
  const free = state.mode !== 'petitions' && state.mode !== 'orders'
  const charges = free && leadsTasks(doc, mentions, sentence) && !openerIn(doc, sentence)
  if (charges && !findOrder(doc, mentions, sentence, state)) {
    leave(state)
    state.mode = 'orders'
    state.reach = 'section'
    state.verb = 'ask'
    if (endsOpen) state.concluded ??= { by: null }
    headOwners(doc, mentions, sentence, state)
    return result
  }
  const colon = state.mode === 'petitions' ? -1 : tasksBehind(doc, mentions, sentence)
  if (colon > 0) {
    state.mode = 'orders'
    state.reach = 'paragraph'
    state.paragraph = sentence.paragraph
    state.verb = 'ask'
    return { ...result, role: 'task', from: colon + 1, owners: null, verb: 'ask' }
  }
  const counted = state.spoken && isCounted(doc, sentence.from)
  state.summedUp ||= !sentence.title && concludes(doc, sentence)
  state.spoken ||= state.summedUp
  // "Đề nghị UBND tỉnh chỉ đạo …" in a chapter of petitions: what is asked from above, whoever it names.
  const asked = state.mode === 'petitions' && isRequest(doc, sentence)
  const order = asked ? null : findOrder(doc, mentions, sentence, state)
  const opener = openerIn(doc, sentence)
  // "Thủ tướng nêu rõ, … vẫn còn những tồn tại, hạn chế: …" names shortcomings.
  const told = order?.kind === 'say' && opener?.strong && opener.to > order.to
  state.spoken ||= order?.kind === 'ask' && order.by !== null
  if (order && !told) {
    const content = trim(doc, { from: order.to, to: sentence.to })
    state.mode = 'orders'
    state.by = order.by ?? state.by
    state.verb = order.kind
    state.paragraph = sentence.paragraph
    const list = endsOpen || announcesList(doc, order.to, sentence.to)
    if (order.section) state.concluded = { by: state.by }
    state.reach = order.section ? 'section' : list ? 'list' : keepReach(state)
    if (endsOpen && content.to > content.from) {
      const owners = ownersAt(doc, mentions, content.from, content.to)
      const leads = owners && (owners.to >= content.to - 8 || onlyLeads(doc, owners.to, content.to))
      state.owners = leads ? owners : null
    } else if (!endsOpen) {
      // "2) Giao Sở Xây dựng", a line of its own over what is listed below.
      const owners = sentence.title ? ownersAt(doc, mentions, content.from, content.to) : null
      state.owners = owners && owners.to >= content.to ? owners : null
    }
    return {
      ...result,
      role: 'order',
      from: order.content ?? order.to,
      to: order.end ?? sentence.to,
      by: order.by ?? state.by,
      owners: null,
      verb: order.kind,
      verbAt: order.from,
    }
  }
  if (counted && !order && isTask(doc, mentions, sentence)) {
    state.mode = 'orders'
    state.reach = 'list'
    state.numbered = true
    state.verb = 'ask'
  } else if (
    state.mode === 'none' &&
    !order &&
    !sentence.title &&
    isCharged(doc, mentions, sentence, state.summedUp)
  ) {
    state.mode = 'orders'
    state.reach = 'paragraph'
    state.paragraph = sentence.paragraph
    state.verb = 'ask'
  }
  if (counted) state.paragraph = sentence.paragraph
  // "Tuy vậy, phải thấy rằng:" and what is listed below it.
  if (opener && endsOpen && !opener.strong && sentence.to - sentence.from < shortLeadIn) {
    const interrupted = state.mode === 'orders' ? { ...state } : null
    leave(state)
    state.interrupted = interrupted
    state.mode = 'shortcomings'
    state.reach = 'list'
    state.paragraph = sentence.paragraph
    state.strong = true
    state.enumerated = true
    return result
  }
  // The list of what is wrong has ended: the orders go on.
  if (state.interrupted && state.mode === 'shortcomings' && !sentence.listed) {
    Object.assign(state, state.interrupted)
    state.interrupted = null
  }
  const within = state.mode === 'orders'
  if (
    opener &&
    (!within ||
      (opener.strong ? !hasMust(doc, sentence) : turnsToFlaws(doc, mentions, sentence, opener.to)))
  ) {
    if (within)
      return {
        ...result,
        role: 'shortcoming',
        from: opener.to,
        owners: null,
        strong: opener.strong,
        enumerated: opener.strong && opener.colon,
      }
    state.mode = 'shortcomings'
    state.reach = endsOpen ? 'list' : 'paragraph'
    state.paragraph = sentence.paragraph
    state.strong = opener.strong
    const enumerated = opener.strong && opener.colon
    state.enumerated = enumerated && endsOpen
    return { ...result, role: 'shortcoming', from: opener.to, strong: opener.strong, enumerated }
  }
  if (startsCause(doc, sentence)) {
    state.mode = 'causes'
    state.reach = endsOpen ? 'list' : 'paragraph'
    state.paragraph = sentence.paragraph
    return { ...result, role: 'cause' }
  }
  if (state.mode === 'petitions') {
    if (sentence.listed && tellsBelow(doc, mentions, sentence, state, result)) return result
    if (sentence.listed || isRequest(doc, sentence))
      return { ...result, role: endsOpen ? 'plain' : 'petition' }
    if (state.reach === 'list') leave(state)
    return result
  }
  if (state.mode === 'causes') return { ...result, role: 'cause' }
  if (state.mode === 'shortcomings') {
    if (state.reach === 'list' && !sentence.listed && sentence.paragraph > state.paragraph + 1) {
      // The list has ended when a paragraph without a bullet follows one with a bullet.
      if (before && !endsItem(doc, before)) {
        leave(state)
        return result
      }
    }
    const { strong } = state
    const enumerated = state.enumerated && (state.reach !== 'section' || sentence.listed)
    return { ...result, role: 'shortcoming', strong, enumerated }
  }
  if (state.mode === 'orders') return continueOrders(doc, mentions, sentence, state, result)
  return result
}

/** Listed sentences that are looked at behind a lead-in. */
const lookedAt = 8

/**
 * "Chủ tịch UBND tỉnh có ý kiến như sau:", "III. BIỆN PHÁP": a lead-in or a heading, whatever its words, that mostly tasks
 * are listed behind.
 */
function leadsTasks(doc: Doc, mentions: Mentions, sentence: Sentence): boolean {
  const colon = isMark(doc, sentence.to - 1, ':')
  const index = doc.sentenceOf[sentence.from] ?? 0
  if (!(colon || (sentence.title && sentence.listed)) || index < 2) return false
  for (let at = sentence.from; at < sentence.to; at++) {
    const heading = find(doc, at, 'heading')
    const other = heading !== null && heading.payload !== 'orders'
    if (other || has(doc, at, 'trouble') || isWord(doc, at, toldOf)) return false
  }
  let listed = 0
  let tasks = 0
  for (const next of doc.sentences.slice(index + 1, index + 1 + lookedAt)) {
    if (next.title || (!next.listed && listed === 0)) break
    if (!next.listed) continue
    listed++
    const start = behindLeadIn(doc, next.from, next.to)
    const bodies = ownersAt(doc, mentions, start, next.to)
    const counted = doc.claimed
      .subarray(next.from, Math.min(next.to, next.from + 14))
      .includes(QUANTITY)
    if (looksLikeTask(doc, mentions, next, start) && !(counted && !bodies)) tasks++
    else if (has(doc, next.from, 'decide') && !has(doc, next.from, 'reports')) tasks++
  }
  return tasks >= 2 && tasks * 3 >= listed * 2
}

/** Words of a lead-in to what is told and not ordered. */
const toldOf = words('quả đã gồm phần kính nhận tình được qua trong thời hiện')

/**
 * "Trong hai tháng cuối năm: các sở bám sát …; Sở Công Thương kết nối …": the colon that bodies with what each has to do
 * stand behind, or -1.
 */
function tasksBehind(doc: Doc, mentions: Mentions, sentence: Sentence): number {
  const colon = colonIn(doc, sentence.from, Math.min(sentence.to - 1, sentence.from + 24))
  if (colon < 0 || has(doc, sentence.from, 'order')) return -1
  for (let at = sentence.from; at < colon; at++)
    if (has(doc, at, 'order') || has(doc, at, 'reports') || isWord(doc, at, done)) return -1
  const items = itemsOf(doc, colon + 1, sentence.to)
  if (items.length < 2) return -1
  for (const item of items) {
    const owners = ownersAt(doc, mentions, item.from, item.to)
    const named = owners && mentionAt(mentions, owners.from)
    if (!owners || !named || named.kind === 'person' || named.kind === 'title') return -1
    if (!looksLikeTask(doc, mentions, { ...sentence, ...item }, item.from)) return -1
  }
  return colon
}

/** "UBND tỉnh kính đề nghị Chính phủ, các bộ, ngành Trung ương:": what is listed behind is asked from above. */
function petitions(doc: Doc, sentence: Sentence): boolean {
  for (let at = sentence.from; at < sentence.to - 2; at++)
    if (isWord(doc, at, words('kính trọng')) && isWord(doc, at + 1, words('đề kiến')))
      return isWord(doc, at + 2, words('nghị'))
  return false
}

/**
 * "2. Các chủ đầu tư" and what is listed below, "3. Kho bạc Nhà nước tỉnh kiểm soát chi …": in a chapter of
 * petitions whoever is no authority above is told to act. Makes `result` a task, or keeps the owners.
 */
function tellsBelow(
  doc: Doc,
  mentions: Mentions,
  sentence: Sentence,
  state: State,
  result: Frame,
): boolean {
  // "- Giao Kho bạc Nhà nước tỉnh rút ngắn …", "- Chỉ đạo Ban Quản lý dự án ký …"
  const hands = isWord(doc, sentence.from, words('giao chỉ'))
    ? find(doc, sentence.from, 'order')
    : null
  const begin = hands?.to ?? sentence.from
  const owners = ownersAt(doc, mentions, begin, sentence.to)
  const named = owners && mentionAt(mentions, owners.from)
  if (!owners || !named) {
    if (!state.owners || isNumbered(doc, sentence) || isRequest(doc, sentence)) {
      state.owners = null
      return false
    }
    Object.assign(result, { role: 'task', owners: state.owners })
    return true
  }
  state.owners = null
  const below =
    named.level !== 'central' && (named.type === 'organisation' || named.kind === 'group')
  if (!below) return false
  if (owners.to >= trim(doc, sentence).to) {
    state.owners = owners
    return true
  }
  if (!looksLikeTask(doc, mentions, sentence, begin)) return false
  Object.assign(result, { role: 'task', owners: null, from: begin })
  return true
}

/** "Đề nghị UBND huyện …", "Kiến nghị với Chính phủ …" at the head of the sentence. */
const isRequest = (doc: Doc, { from }: Sentence): boolean =>
  isWord(doc, from, words('đề kiến kính')) && isWord(doc, from + 1, words('nghị đề'))

const numerals = words('một hai ba bốn năm sáu bảy tám chín mười')
const ordinals = words('nhất hai ba tư năm sáu bảy tám chín mười')

/** "Một là, …", "Thứ hai, …" at the head of a sentence. */
function isCounted(doc: Doc, at: number): boolean {
  return (
    (isWord(doc, at, numerals) && isWord(doc, at + 1, copula)) ||
    (isWord(doc, at, ordinalWord) && isWord(doc, at + 1, ordinals) && isMark(doc, at + 2, ','))
  )
}

const concluding = new SentenceGate('concludeVerb')

function concludes(doc: Doc, sentence: Sentence): boolean {
  const gate = concluding.of(doc)
  // "đã có ý kiến chỉ đạo tại Công văn …" tells of one; "có ý kiến như sau:" opens it.
  const open = isMark(doc, sentence.to - 1, ':')
  let at = concluding.first(doc, sentence.from, sentence.to)
  while (!open && at < sentence.to && isWord(doc, at, words('có cho')))
    at = seek(doc, gate, at + 1, sentence.to)
  return at < sentence.to
}

/** "Sở Kế hoạch và Đầu tư được giao …", "Sở Xây dựng phải …": told of a body behind the conclusion. */
function isCharged(doc: Doc, mentions: Mentions, sentence: Sentence, spoken: boolean): boolean {
  const begin = behindLeadIn(doc, sentence.from, sentence.to)
  const owners = ownersAt(doc, mentions, begin, sentence.to)
  const named = owners && mentionAt(mentions, owners.from)
  // Who chairs leads the meeting, not a task.
  if (!owners || named?.kind === 'person' || named?.kind === 'title') return false
  const at = owners.to
  // Where nobody has concluded only "Thời gian tới, Sở Y tế cần rà soát …", "Sở Y tế phải hoàn thành …".
  if (!spoken) {
    const must = isWord(doc, at, words('phải cần')) ? at + 1 : 0
    return must > 0 && named?.kind !== 'group' && has(doc, must, 'task')
  }
  const chairs = find(doc, at, 'chairVerb')
  if (chairs && has(doc, chairs.to, 'meetingWord')) return false
  return (
    isGiven(doc, at) ||
    has(doc, at, 'leadRole') ||
    isWord(doc, at, words('phải cần')) ||
    (startsTask(doc, at) && !has(doc, at, 'decide'))
  )
}

/** A verb of tasks that is not one of telling: "báo cáo", "trình bày", "nêu cao", "đánh giá". */
const startsTask = (doc: Doc, at: number): boolean =>
  has(doc, at, 'task') &&
  !has(doc, at, 'reports') &&
  !has(doc, at, 'voices') &&
  !isWord(doc, at + 1, words('bày'))

/** "được giao", "được yêu cầu", "được đề nghị". */
const isGiven = (doc: Doc, at: number): boolean =>
  isWord(doc, at, passiveWord) && isWord(doc, at + 1, words('giao yêu đề'))

const isTask = (doc: Doc, mentions: Mentions, sentence: Sentence): boolean =>
  looksLikeTask(doc, mentions, sentence, behindLeadIn(doc, sentence.from, sentence.to))

const duties = new Gate('must')

function hasMust(doc: Doc, sentence: Sentence): boolean {
  const gate = duties.of(doc)
  for (
    let at = seek(doc, gate, sentence.from, sentence.to);
    at < sentence.to;
    at = seek(doc, gate, at + 1, sentence.to)
  )
    if (has(doc, at, 'must') && isWord(doc, at, words('cần phải'))) return true
  return false
}

/** Words of a lead-in "Tuy vậy, phải thấy rằng:". */
const shortLeadIn = 14
const faults = words('chưa thiếu chậm thấp kém yếu')

/** "Tuy nhiên, nguồn giống vừa thiếu vừa khó kiểm soát" among points of a conclusion: what is wrong, and nobody told to act. */
function turnsToFlaws(doc: Doc, mentions: Mentions, sentence: Sentence, from: number): boolean {
  if (isFlaw(doc, sentence)) return true
  const start = behindLeadIn(doc, from, sentence.to)
  if (!sentence.listed || hasMust(doc, sentence)) return false
  if (looksLikeTask(doc, mentions, sentence, start)) return false
  for (let at = start; at < sentence.to; at++) if (isWord(doc, at, faults)) return true
  return false
}

const negatives = new Gate('negative')

/** A clear negative predicate and no order: a shortcoming named among orders. */
function isFlaw(doc: Doc, sentence: Sentence): boolean {
  if (hasMust(doc, sentence)) return false
  const gate = negatives.of(doc)
  for (
    let at = seek(doc, gate, sentence.from, sentence.to);
    at < sentence.to;
    at = seek(doc, gate, at + 1, sentence.to)
  )
    if (has(doc, at, 'negative') && !has(doc, at, 'weak')) return true
  return false
}

function leave(state: State): void {
  state.interrupted = null
  state.mode = 'none'
  state.reach = 'paragraph'
  state.by = null
  state.owners = null
  state.verb = null
  state.strong = false
  state.enumerated = false
  state.numbered = false
  state.ownersNumber = null
}

/** "nêu rõ 5 nhóm nhiệm vụ.", "lưu ý một số nội dung sau.": the list stands in the lines behind. */
function announcesList(doc: Doc, from: number, to: number): boolean {
  if (to - from > 24) return false
  for (let at = Math.max(from, to - 7); at < to; at++)
    if (isWord(doc, at, words('nhiệm nội vấn giải nhóm sau')) && !isWord(doc, at - 1, pluralWord))
      return isWord(doc, to - 2, words('vụ dung đề pháp sau tâm'))
  return false
}

/** Orders inside a list or a section do not shorten its reach. */
function keepReach(state: State): State['reach'] {
  return state.reach === 'paragraph' ? 'paragraph' : state.reach
}

function endsItem(doc: Doc, sentence: Sentence): boolean {
  return isMark(doc, sentence.to - 1, ';') || isMark(doc, sentence.to - 1, ':')
}

const done = words('đã')

function continueOrders(
  doc: Doc,
  mentions: Mentions,
  sentence: Sentence,
  state: State,
  result: Frame,
): Frame {
  const start = behindLeadIn(doc, sentence.from, sentence.to)
  if (headOwners(doc, mentions, sentence, state)) return result
  if (tellsFigure(doc, start, sentence.to)) return result
  // "2. Về đề nghị của Sở Xây dựng", a line of its own: what is dealt with below.
  if (sentence.title && namesMatter(doc, sentence)) return result
  // "2. Sở Xây dựng: - …; - …" and then "3. Phấn đấu …": the next number is nobody's but its own; "2.1. …" is theirs.
  const number = numberOf(doc, sentence)
  if (number && state.ownersNumber && !number.startsWith(`${state.ownersNumber}.`))
    state.owners = null
  const shaped = looksLikeTask(doc, mentions, sentence, start)
  // "1. Việc giải phóng mặt bằng còn chậm …": a point of the conclusion that finds something wanting.
  if (!shaped && sentence.listed && !has(doc, start, 'decide') && isFlaw(doc, sentence))
    return result
  if (shaped || (sentence.listed && state.reach !== 'paragraph' && !isNarrative(doc, sentence)))
    return { ...result, role: 'task', from: sentence.from, owners: state.owners }
  const counted = isWord(doc, sentence.from, words('thứ một hai ba bốn năm sáu'))
  const between = state.numbered && sentence.paragraph === state.paragraph
  if (state.reach === 'list' && !sentence.listed && !counted && !between) leave(state)
  if (sentence.listed) state.owners = null
  return result
}

/** "2. Sở Xây dựng:", "2) Giao Sở Xây dựng", a line of its own: whoever has to do what is listed below. */
function headOwners(doc: Doc, mentions: Mentions, sentence: Sentence, state: State): boolean {
  const start = behindLeadIn(doc, sentence.from, sentence.to)
  const hands = isWord(doc, start, handing) ? find(doc, start, 'order') : null
  const owners = ownersAt(doc, mentions, hands?.to ?? behindAbout(doc, start), sentence.to)
  const last = trim(doc, sentence).to
  const heads = owners && sentence.to - owners.to < 14 && isMark(doc, sentence.to - 1, ':')
  if (!owners || !(owners.to >= last || (heads && onlyLeads(doc, owners.to, last)))) return false
  state.owners = owners
  state.ownersNumber = numberOf(doc, sentence)
  return true
}

/** "Giải ngân vốn đầu tư công đến nay đạt 2.085 tỷ đồng": among the orders, what has been reached. */
function tellsFigure(doc: Doc, from: number, to: number): boolean {
  if (!has(doc, from, 'indicator')) return false
  for (let at = from; at < to && !isMark(doc, at, ';'); at++) {
    if (doc.claimed[at] === QUANTITY) return false
    if (isWord(doc, at, reachWords) && doc.claimed[at + 1] === QUANTITY) return true
    if (has(doc, at, 'must')) return false
  }
  return false
}

/** "Về việc …", "Đối với dự thảo …": the matter and no more. */
function namesMatter(doc: Doc, { from, to }: Sentence): boolean {
  const about =
    isWord(doc, from, aboutWord) ||
    (isWord(doc, from, towardsWord) && isWord(doc, from + 1, withWord))
  return about && colonIn(doc, from, to) < 0
}

const brought = words('việc đề dự tờ hồ kiến chủ')

/** The same of something that was brought: "Về việc …", "Về đề nghị của …"; not "Về kinh tế", a chapter of a report. */
function bringsMatter(doc: Doc, sentence: Sentence): boolean {
  const at = sentence.from + (isWord(doc, sentence.from, towardsWord) ? 2 : 1)
  const work = isWord(doc, at, workWord) && isWord(doc, at + 1, words('làm'))
  return namesMatter(doc, sentence) && isWord(doc, at, brought) && !work
}

const leadingWords = words(
  'lãnh đạo chỉ chủ trì phối hợp tập trung thực hiện có trách nhiệm khẩn trương tiếp tục triển khai tham mưu cần phải một số nội dung nhiệm vụ các việc sau như và tốt cụ thể quan tâm trọng nghiêm túc quyết liệt hiệu quả đồng bộ giải pháp những dưới đây vào làm theo chức năng được giao',
)

/** "Đảng ủy UBND tỉnh lãnh đạo, chỉ đạo:": nothing but that the body has to act. */
function onlyLeads(doc: Doc, from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if (doc.tokens.kind[at] === WORD && !isWord(doc, at, leadingWords)) return false
  return true
}

const aboutWords = words('đối với về')

/** "Đối với Sở Xây dựng:" → the token of "Sở". */
function behindAbout(doc: Doc, at: number): number {
  return isWord(doc, at, towardsWord) && isWord(doc, at + 1, withWord) ? at + 2 : at
}

/** Words that open what a point of a conclusion tells of: "Kinh tế của tỉnh tiếp tục …", "Diện tích lúa …". */
const tellingNouns = words('kinh tình sản đời an quốc văn diện giá tổng tỷ tỉ')
const tellingSeconds = words('tế hình xuất sống ninh phòng hóa hoá tích trị số lệ lượng cả mức kim')

function isNarrative(doc: Doc, sentence: Sentence): boolean {
  const first = behindLeadIn(doc, sentence.from, sentence.to)
  if (isWord(doc, first, tellingNouns) && isWord(doc, first + 1, tellingSeconds)) {
    // "Kinh tế: tập trung …" heads what is to be done.
    if (!isMark(doc, first + 2, ':') && !isMark(doc, first + 2, ',') && !hasMust(doc, sentence))
      return true
  }
  // "Qua kiểm tra, có 12 mỏ khai thác vượt công suất"
  if (isWord(doc, first, words('có còn hiện')) && doc.tokens.kind[first + 1] === NUMBER) return true
  for (let at = sentence.from; at < Math.min(sentence.to, sentence.from + 14); at++)
    if (isWord(doc, at, done) && !isWord(doc, at + 1, words('đề được giao'))) return true
  return sentence.to - sentence.from < 3
}

/** Verb-initial, or owners and then a verb, or a lead-in ("Về …,", "Để …,") and then either. */
export function looksLikeTask(
  doc: Doc,
  mentions: Mentions,
  sentence: Claim,
  start: number,
): boolean {
  if (has(doc, start, 'task') || has(doc, start, 'must'))
    return !isNarrative(doc, { ...(sentence as Sentence) })
  const owners = ownersAt(doc, mentions, start, sentence.to)
  if (owners) {
    if (tellsResult(doc, owners.to, sentence.to)) return false
    // "Ban Pháp chế đề nghị làm rõ …": what it says, not what it is told.
    if (has(doc, owners.to, 'voices') || has(doc, owners.to, 'reports')) return false
    for (let at = owners.to; at < Math.min(sentence.to, owners.to + 12); at++) {
      if (isWord(doc, at, done) || (at < owners.to + 2 && has(doc, at, 'decide'))) return false
      if (has(doc, at, 'must') || has(doc, at, 'leadRole')) return true
      if (at === owners.to && isGiven(doc, at)) return true
      if (at < owners.to + 8 && has(doc, at, 'task')) return true
      if (isMark(doc, at, ',')) break
    }
    return actsAtOnce(doc, mentions, owners)
  }
  if (isWord(doc, start, aboutWords) || isWord(doc, start, words('để nhằm trên với khi trong'))) {
    for (let at = start + 1; at < Math.min(sentence.to, start + 60); at++) {
      if (isWord(doc, at, done)) return false
      if (!isMark(doc, at, ',') && !isMark(doc, at, ':')) continue
      const next = behindLeadIn(doc, at + 1, sentence.to)
      if (has(doc, next, 'must') || has(doc, next, 'task')) return true
      const inner = ownersAt(doc, mentions, next, sentence.to)
      if (inner && (find(doc, inner.to, 'must') || has(doc, inner.to, 'task'))) return true
    }
  }
  return mustEarly(doc, sentence, start)
}

const gathering = pairs('vận động | quyên góp | ủng hộ | trao tặng | thăm hỏi | tặng quà')
const limiting = words('trước xong hạn')

/** "Hội Khuyến học vận động được 2 tỷ đồng", "Công an tỉnh bắt được 12 đối tượng": what came of it, no order. */
function tellsResult(doc: Doc, from: number, to: number): boolean {
  let gathered = false
  for (let at = from; at < to && !isMark(doc, at, ';'); at++) {
    if (has(doc, at, 'must') || isWord(doc, at, limiting)) return false
    gathered ||= endsPair(doc, at, gathering)
    if (doc.claimed[at] !== QUANTITY || doc.claimed[at - 1] === QUANTITY) continue
    const got = isWord(doc, at - 1, passiveWord) && at - 1 > from
    if (!got && !gathered) return false
    for (let rest = at; rest < to && !isMark(doc, rest, ';'); rest++)
      if (isWord(doc, rest, limiting)) return false
    return true
  }
  return false
}

const telling = words(
  'đã đang là được có cho cũng vừa còn đạt chưa nêu trình thông phát dự tham bị rất gồm mới chỉ vẫn từng luôn sẽ thì nói hứa khẳng kiến đề đồng thống nhất tỏ không báo kính trân xin mong hỏi',
)

/** "Ngân hàng Nhà nước điều hành tín dụng linh hoạt": a body and right behind it what it does. */
function actsAtOnce(doc: Doc, mentions: Mentions, owners: Claim): boolean {
  const named = mentionAt(mentions, owners.from)
  if (named?.kind !== 'body' && named?.kind !== 'group') return false
  const at = owners.to
  if (doc.tokens.kind[at] !== WORD || isWord(doc, at, telling)) return false
  if (has(doc, at, 'decide') || has(doc, at, 'reports') || has(doc, at, 'voices')) return false
  if (has(doc, at, 'up') || has(doc, at, 'down') || has(doc, at, 'negative')) return false
  return ((doc.tokens.flags[at] ?? 0) & CAPITAL) === 0
}

/** "Các giải pháp cần được …": an order by its "cần", "phải" in the first words. */
function mustEarly(doc: Doc, sentence: Claim, start: number): boolean {
  for (let at = start; at < Math.min(sentence.to, start + 16); at++) {
    if (isMark(doc, at, ',') || isMark(doc, at, ';') || isWord(doc, at, done)) return false
    if (has(doc, at, 'must') && isWord(doc, at, words('cần phải'))) return true
  }
  return false
}
