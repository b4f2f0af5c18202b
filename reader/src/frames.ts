// What each sentence does in the course of a report: gives orders, names shortcomings or causes, or
// neither. One walk with a small state; the passes for assignments and shortcomings read the result.
import { behindLeadIn, colonIn, trim } from './clauses.ts'
import {
  type Claim,
  type Doc,
  find,
  isMark,
  isWord,
  PERIOD,
  type Sentence,
  seek,
  words,
} from './doc.ts'
import type { Mention, Mentions } from './mentions.ts'
import { WORD } from './tokens.ts'

export type Role = 'order' | 'task' | 'shortcoming' | 'cause' | 'plain'

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
}

interface State {
  mode: 'none' | 'orders' | 'shortcomings' | 'causes'
  /** How far the mode reaches: to the paragraph's end, over a list, to the next heading. */
  reach: 'paragraph' | 'list' | 'section'
  paragraph: number
  by: Claim | null
  owners: Claim | null
  verb: 'ask' | 'say' | null
  strong: boolean
  enumerated: boolean
  /** Who concluded, once "… kết luận như sau:" has opened a notice: each further heading orders again. */
  concluded: { by: Claim | null } | null
}

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
  }
  if (state.reach === 'paragraph' && sentence.paragraph !== state.paragraph) leave(state)
  const endsOpen = isMark(doc, sentence.to - 1, ':')
  if (isClosing(doc, sentence)) {
    leave(state)
    state.concluded = null
    return result
  }
  const heading = headingOf(doc, sentence, endsOpen)
  if (heading) {
    leave(state)
    state.mode = heading
    state.reach = 'section'
    state.strong = true
    state.enumerated = false
    return result
  }
  const named = sentence.title && sentence.listed && state.concluded
  const about = isWord(doc, sentence.from, words('về'))
  if (named && (about || state.mode !== 'orders')) {
    leave(state)
    state.mode = 'orders'
    state.reach = 'section'
    state.verb = 'ask'
    state.by = state.concluded?.by ?? null
    return result
  }
  const order = findOrder(doc, mentions, sentence, state)
  const opener = openerIn(doc, sentence)
  // "Thủ tướng nêu rõ, … vẫn còn những tồn tại, hạn chế: …" names shortcomings.
  const told = order?.kind === 'say' && opener?.strong && opener.to > order.to
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
      state.owners = owners && owners.to >= content.to - 8 ? owners : null
    } else if (!endsOpen) state.owners = null
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
  const within = state.mode === 'orders'
  if (opener && (!within || (opener.strong ? !hasMust(doc, sentence) : isFlaw(doc, sentence)))) {
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
  if (state.mode === 'causes') return { ...result, role: 'cause' }
  if (state.mode === 'shortcomings') {
    if (state.reach === 'list' && !sentence.listed && sentence.paragraph > state.paragraph + 1) {
      // The list has ended when a paragraph without a bullet follows one with a bullet.
      if (before && !endsItem(doc, before)) {
        leave(state)
        return result
      }
    }
    const { strong, enumerated } = state
    return { ...result, role: 'shortcoming', strong, enumerated }
  }
  if (state.mode === 'orders') return continueOrders(doc, mentions, sentence, state, result)
  return result
}

function hasMust(doc: Doc, sentence: Sentence): boolean {
  const gate = doc.lexicon.gate('must')
  for (
    let at = seek(doc, gate, sentence.from, sentence.to);
    at < sentence.to;
    at = seek(doc, gate, at + 1, sentence.to)
  )
    if (find(doc, at, 'must') && isWord(doc, at, words('cần phải'))) return true
  return false
}

/** A clear negative predicate and no order: a shortcoming named among orders. */
function isFlaw(doc: Doc, sentence: Sentence): boolean {
  if (hasMust(doc, sentence)) return false
  const gate = doc.lexicon.gate('negative')
  for (
    let at = seek(doc, gate, sentence.from, sentence.to);
    at < sentence.to;
    at = seek(doc, gate, at + 1, sentence.to)
  )
    if (find(doc, at, 'negative') && !find(doc, at, 'weak')) return true
  return false
}

function leave(state: State): void {
  state.mode = 'none'
  state.reach = 'paragraph'
  state.by = null
  state.owners = null
  state.verb = null
  state.strong = false
  state.enumerated = false
}

/** "nêu rõ 5 nhóm nhiệm vụ.", "lưu ý một số nội dung sau.": the list stands in the lines behind. */
function announcesList(doc: Doc, from: number, to: number): boolean {
  if (to - from > 24) return false
  for (let at = Math.max(from, to - 7); at < to; at++)
    if (isWord(doc, at, words('nhiệm nội vấn giải nhóm sau')) && !isWord(doc, at - 1, words('các')))
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
  const owners = ownersAt(doc, mentions, behindAbout(doc, start), sentence.to)
  const last = trim(doc, sentence).to
  const heads = owners && sentence.to - owners.to < 14 && isMark(doc, sentence.to - 1, ':')
  if (owners && (owners.to >= last || (heads && !verbIn(doc, owners.to, last)))) {
    // "2. Sở Xây dựng:" is a heading over what Sở Xây dựng has to do.
    state.owners = owners
    return result
  }
  const shaped = looksLikeTask(doc, mentions, sentence, start)
  if (shaped || (sentence.listed && state.reach !== 'paragraph' && !isNarrative(doc, sentence)))
    return { ...result, role: 'task', from: sentence.from, owners: state.owners }
  const counted = isWord(doc, sentence.from, words('thứ một hai ba bốn năm sáu'))
  if (state.reach === 'list' && !sentence.listed && !counted) leave(state)
  if (sentence.listed) state.owners = null
  return result
}

function verbIn(doc: Doc, from: number, to: number): boolean {
  return seek(doc, doc.lexicon.gate('must task leadRole'), from, to) < to
}

const aboutWords = words('đối với về')

/** "Đối với Sở Xây dựng:" → the token of "Sở". */
function behindAbout(doc: Doc, at: number): number {
  return isWord(doc, at, words('đối')) && isWord(doc, at + 1, words('với')) ? at + 2 : at
}

function isNarrative(doc: Doc, sentence: Sentence): boolean {
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
  if (find(doc, start, 'task') || find(doc, start, 'must'))
    return !isNarrative(doc, { ...(sentence as Sentence) })
  const owners = ownersAt(doc, mentions, start, sentence.to)
  if (owners) {
    for (let at = owners.to; at < Math.min(sentence.to, owners.to + 12); at++) {
      if (isWord(doc, at, done) || (at < owners.to + 2 && find(doc, at, 'decide'))) return false
      if (find(doc, at, 'must') || find(doc, at, 'leadRole')) return true
      if (at < owners.to + 8 && find(doc, at, 'task')) return true
      if (isMark(doc, at, ',')) break
    }
    return false
  }
  if (isWord(doc, start, aboutWords) || isWord(doc, start, words('để nhằm trên với khi trong'))) {
    for (let at = start + 1; at < Math.min(sentence.to, start + 60); at++) {
      if (isWord(doc, at, done)) return false
      if (!isMark(doc, at, ',') && !isMark(doc, at, ':')) continue
      const next = behindLeadIn(doc, at + 1, sentence.to)
      if (find(doc, next, 'must') || find(doc, next, 'task')) return true
      const inner = ownersAt(doc, mentions, next, sentence.to)
      if (inner && (find(doc, inner.to, 'must') || find(doc, inner.to, 'task'))) return true
    }
  }
  return mustEarly(doc, sentence, start)
}

/** "Các giải pháp cần được …": an order by its "cần", "phải" in the first words. */
function mustEarly(doc: Doc, sentence: Claim, start: number): boolean {
  for (let at = start; at < Math.min(sentence.to, start + 16); at++) {
    if (isMark(doc, at, ',') || isMark(doc, at, ';') || isWord(doc, at, done)) return false
    if (find(doc, at, 'must') && isWord(doc, at, words('cần phải'))) return true
  }
  return false
}

const joins = words('và cùng')

/** The owners that start at a token: one mention or several joined by commas and "và". */
export function ownersAt(doc: Doc, mentions: Mentions, from: number, limit: number): Claim | null {
  let at = from
  let to = from
  for (let round = 0; round < 16 && at < limit; round++) {
    const index = mentions.at[at] ?? -1
    const found = index < 0 ? undefined : mentions.list[index]
    if (!found || found.from !== at) break
    to = Math.min(limit, found.to)
    const comma = isMark(doc, to, ',') || isMark(doc, to, ';')
    if (isMark(doc, to, ';') && !isBodyAt(mentions, to + 1)) break
    at = comma ? to + 1 : isWord(doc, to, joins) ? to + 1 : to
    if (comma && isWord(doc, at, joins)) at++
    if (at === to) break
  }
  return to > from ? { from, to } : null
}

function isBodyAt(mentions: Mentions, at: number): boolean {
  const found = mentions.list[mentions.at[at] ?? -1]
  return found?.from === at && found.kind !== 'group'
}

interface Order {
  from: number
  to: number
  by: Claim | null
  kind: 'ask' | 'say'
  section: boolean
  /** Start and end of what is ordered, where it does not stand behind the verb. */
  content?: number
  end?: number
}

const skipped = words(
  'cũng đã đặc biệt tiếp tục đồng thời còn sẽ vừa lại và phát biểu kết luận chỉ đạo nhấn mạnh ghi nhận đánh giá cao thẳng thắn thống nhất lưu ý tại hội nghị cuộc họp phiên trên cơ sở đó theo rõ như sau quán triệt mong muốn luôn thường xuyên khẳng định nêu một số nội dung biểu dương vấn đề bế mạc khai tinh thần quyết định gợi mở yêu cầu đề nghị này buổi làm việc trực tiếp cơ bản với',
)
const nounCues = words(
  'sự công tác theo các những mọi lãnh đáp ứng ban hồ văn từng việc được bàn nhu',
)

/** The order verb of a sentence with its speaker; null where nobody orders. */
function findOrder(doc: Doc, mentions: Mentions, sentence: Sentence, state: State): Order | null {
  let weak: Order | null = null
  const gate = doc.lexicon.gate('order concludeVerb')
  for (
    let at = seek(doc, gate, sentence.from, sentence.to);
    at < sentence.to;
    at = seek(doc, gate, at + 1, sentence.to)
  ) {
    if (doc.tokens.kind[at] !== WORD || doc.claimed[at] === PERIOD) continue
    const verb = find(doc, at, 'order')
    // The order inside a quotation is told by who speaks behind it.
    if (verb && at === sentence.from + 1 && closesWithSpeaker(doc, sentence)) continue
    if (!verb) {
      const conclusion = find(doc, at, 'concludeVerb')
      if (conclusion && endsConclusion(doc, conclusion.to, sentence.to)) {
        const by = lastSpeaker(doc, mentions, sentence.from, at)
        return { from: at, to: sentence.to, by, kind: 'ask', section: true }
      }
      continue
    }
    if ((mentions.at[at] ?? -1) >= 0 || (at > sentence.from && isWord(doc, at - 1, nounCues)))
      continue
    const order =
      quotedOrder(doc, mentions, sentence, at, verb) ??
      orderAt(doc, mentions, sentence, state, at, verb)
    if (!order) continue
    if (order.kind === 'ask') return order
    weak ??= order
    at = verb.to - 1
  }
  return weak
}

/** The sentence is a quotation with "…, X nhấn mạnh" behind it. */
function closesWithSpeaker(doc: Doc, sentence: Sentence): boolean {
  if (!isMark(doc, sentence.from, '"')) return false
  const { to } = trim(doc, sentence)
  for (let at = to - 1; at > to - 5; at--) if (find(doc, at, 'order')?.to === to) return true
  return false
}

/** "“Tam Kỳ phải là …”, ông A nhấn mạnh.": what is ordered stands in the quotation before. */
function quotedOrder(
  doc: Doc,
  mentions: Mentions,
  sentence: Sentence,
  at: number,
  verb: { payload: string; to: number },
): Order | null {
  if (!isMark(doc, sentence.from, '"') || verb.payload !== 'say') return null
  const last = trim(doc, { from: verb.to, to: sentence.to })
  if (last.to > last.from) return null
  let close = at
  while (close > sentence.from && !isMark(doc, close, '"')) close--
  if (close <= sentence.from + 3) return null
  const by = lastSpeaker(doc, mentions, close, at)
  const asks = find(doc, sentence.from + 1, 'order')
  return {
    from: at,
    to: verb.to,
    by,
    kind: asks?.payload === 'ask' ? 'ask' : 'say',
    section: false,
    content: asks?.payload === 'ask' ? asks.to : sentence.from + 1,
    end: close,
  }
}

/** "… kết luận như sau:", "… kết luận:" opens a section of orders. */
function endsConclusion(doc: Doc, from: number, to: number): boolean {
  return isMark(doc, to - 1, ':') && to - from <= 8
}

function orderAt(
  doc: Doc,
  mentions: Mentions,
  sentence: Sentence,
  state: State,
  at: number,
  verb: { payload: string; to: number },
): Order | null {
  const kind = verb.payload === 'say' ? 'say' : 'ask'
  const only = verb.to === at + 1
  const cut = only && isWord(doc, at, words('cầu'))
  const hands = isWord(doc, at, words('giao phân'))
  const colon = isMark(doc, verb.to, ':')
  const owners = ownersAt(doc, mentions, colon ? verb.to + 1 : verb.to, sentence.to)
  // Among orders "X chỉ đạo …" tells X to do so.
  if (isWord(doc, at, words('chỉ')) && isWord(doc, at + 1, words('đạo')))
    if (state.mode === 'orders' || !(owners || colonNear(doc, verb.to, sentence.to))) return null
  if (hands && !owners) return null
  const speaker = speakerBefore(doc, mentions, sentence.from, at)
  if (speaker === 'refused') return null
  const section = false
  const made = (by: Claim | null): Order => ({ from: at, to: verb.to, by, kind, section })
  if (speaker) {
    if (isUpward(mentions, doc, owners, speaker, at)) return null
    // "Đồng chí cầu các ngành": a word has been lost.
    if (cut && !owners) return null
    return made(speaker)
  }
  if (cut || kind === 'say') return null
  const clauseStart =
    at === sentence.from ||
    isMark(doc, at - 1, ',') ||
    isMark(doc, at - 1, ';') ||
    isMark(doc, at - 1, ':') ||
    isWord(doc, at - 1, words('và thời đó nay tới')) ||
    find(doc, sentence.from, 'adverbial')?.to === at
  if (!clauseStart) return null
  if (!owners && !colon && !(state.mode === 'orders' && state.verb !== null)) return null
  if (!owners && !colon && !find(doc, verb.to, 'task') && !find(doc, verb.to, 'must')) return null
  const subject = subjectBefore(doc, mentions, sentence.from, at)
  if (subject === 'refused') return null
  const by = subject ?? (state.mode === 'orders' ? state.by : null)
  if (isUpward(mentions, doc, owners, by, at)) return null
  if (!by && at !== sentence.from && !hands && state.mode !== 'orders') return null
  return made(by)
}

function colonNear(doc: Doc, from: number, to: number): boolean {
  const colon = colonIn(doc, from, Math.min(to, from + 16))
  return colon >= 0
}

/** Looks left of the verb for who orders; `refused` where it is someone who cannot. */
function speakerBefore(
  doc: Doc,
  mentions: Mentions,
  from: number,
  verb: number,
): Claim | 'refused' | null {
  for (let at = verb - 1; at >= from && at >= verb - 16; at--) {
    const index = mentions.at[at] ?? -1
    const found = index < 0 ? undefined : mentions.list[index]
    if (found) return canOrder(doc, found, verb) ? { from: found.from, to: found.to } : 'refused'
    const pronoun = pronounEnding(doc, at)
    if (pronoun >= 0) return { from: pronoun, to: at + 1 }
    if (isWord(doc, at, words('kiến biểu')) && find(doc, at - 1, 'opinionOf')) return 'refused'
    if (isWord(doc, at, words('biểu')) && isWord(doc, at - 1, words('đại'))) return 'refused'
    if (isMark(doc, at, ',') || isMark(doc, at, '"')) continue
    if (!isWord(doc, at, skipped)) return null
  }
  return null
}

/** "Đồng chí", "ông", "bà", "Hội nghị", "cuộc họp" that end at the token: their first token, else -1. */
function pronounEnding(doc: Doc, at: number): number {
  if (isWord(doc, at, words('chí')) && isWord(doc, at - 1, words('đồng'))) {
    return isWord(doc, at - 2, words('các những')) ? -1 : at - 1
  }
  if (isWord(doc, at, words('ông bà')) && find(doc, at, 'comrade')) return at
  if (find(doc, at - 1, 'meetingWord')?.to === at + 1) {
    // "tại hội nghị" is where, not who.
    return isWord(doc, at - 2, words('tại trong của sau trước dự luận trì biểu')) ? -1 : at - 1
  }
  return -1
}

const lowerTitles = /^(giám đốc|phó giám đốc|trưởng phòng|đại biểu|cử tri|tổng giám đốc)/i

function canOrder(doc: Doc, found: Mention, verb: number): boolean {
  const asks = isWord(doc, verb, words('đề mong kêu'))
  if (found.kind === 'group') return false
  if (found.kind === 'body') {
    if (found.type === 'organisation') return !asks && found.level !== 'commune'
    return !asks || found.level !== 'commune'
  }
  const first = found.titles[0]
  if (!first || !asks) return true
  return !lowerTitles.test(
    doc.text.slice(doc.tokens.start[first.from], doc.tokens.end[first.to - 1]),
  )
}

/** Who the sentence is about, for an order verb further on ("… đồng ý, giao"; "…; đồng thời yêu cầu"). */
function subjectBefore(
  doc: Doc,
  mentions: Mentions,
  from: number,
  to: number,
): Claim | 'refused' | null {
  for (let at = to - 1; at >= from; at--) {
    if (find(doc, at, 'opinionOf')) return 'refused'
    const found = mentions.list[mentions.at[at] ?? -1]
    if (found) {
      at = found.from
      const speaks = found.kind === 'person' || found.kind === 'title' || acts(doc, found)
      if (speaks && canOrder(doc, found, to)) return { from: found.from, to: found.to }
      continue
    }
    const pronoun = pronounEnding(doc, at)
    if (pronoun >= 0 && (pronoun === from || isMark(doc, pronoun - 1, ',')))
      return { from: pronoun, to: at + 1 }
  }
  return null
}

/** A body right before a verb of deciding or speaking. */
function acts(doc: Doc, found: Mention): boolean {
  if (found.kind !== 'body') return false
  for (let at = found.to; at < found.to + 4; at++)
    if (find(doc, at, 'decide') || find(doc, at, 'order') || find(doc, at, 'concludeVerb'))
      return true
  return false
}

function lastSpeaker(doc: Doc, mentions: Mentions, from: number, to: number): Claim | null {
  for (let at = to - 1; at >= from; at--) {
    const found = mentions.list[mentions.at[at] ?? -1]
    if (!found) continue
    if (found.kind !== 'group') return { from: found.from, to: found.to }
    at = found.from
  }
  return pronounClaim(doc, from, to)
}

function pronounClaim(doc: Doc, from: number, to: number): Claim | null {
  for (let at = to - 1; at >= from; at--) {
    const start = pronounEnding(doc, at)
    if (start >= 0) return { from: start, to: at + 1 }
  }
  return null
}

const ranks = { central: 3, province: 2, district: 1, commune: 0 }

/** A request to a body above the speaker's own: no assignment. */
function isUpward(
  mentions: Mentions,
  doc: Doc,
  owners: Claim | null,
  by: Claim | null,
  verb: number,
): boolean {
  if (!isWord(doc, verb, words('đề mong kiến'))) return false
  const speaker = by ? mentions.list[mentions.at[by.from] ?? -1] : undefined
  const own = speaker ? levelOfSpeaker(doc, speaker) : null
  const object = owners ? mentions.list[mentions.at[owners.from] ?? -1] : undefined
  if (!object) {
    const place = levelOfPlace(doc, find(doc, verb, 'order')?.to ?? verb + 1)
    return place !== null && own !== null && ranks[own] < ranks[place]
  }
  if (!object.level || object.kind === 'group') return false
  if (isNational(doc, object.from)) return !(by && isNational(doc, by.from, by.to))
  if (object.level === 'central') return own !== 'central'
  return own !== null && ranks[own] < ranks[object.level]
}

/** "đề nghị tỉnh …", "kiến nghị cấp trên …": the level that a bare word means. */
function levelOfPlace(doc: Doc, at: number): Exclude<Mention['level'], null> | null {
  if (isWord(doc, at, words('trung')) && isWord(doc, at + 1, words('ương'))) return 'central'
  if (isWord(doc, at, words('cấp')) && isWord(doc, at + 1, words('trên'))) return 'central'
  if (isWord(doc, at, words('tỉnh'))) return 'province'
  if (isWord(doc, at, words('huyện'))) return 'district'
  return null
}

/** Party centre, National Assembly, Government and their heads. */
function isNational(doc: Doc, from: number, to = from + 3): boolean {
  for (let at = from; at < Math.min(to, from + 12); at++) {
    if (isWord(doc, at, words('quốc')) && isWord(doc, at + 1, words('hội'))) return true
    if (isWord(doc, at, words('thủ')) && isWord(doc, at + 1, words('tướng'))) return true
    if (isWord(doc, at, words('chính')) && isWord(doc, at + 1, words('phủ trị'))) return true
    if (isWord(doc, at, words('trung')) && isWord(doc, at + 1, words('ương'))) return true
    if (isWord(doc, at, words('tổng')) && isWord(doc, at + 1, words('bí'))) return true
    if (isWord(doc, at, words('chủ')) && isWord(doc, at + 2, words('nước'))) return true
  }
  return false
}

/** The level a person speaks for, by the title. */
function levelOfSpeaker(doc: Doc, speaker: Mention): Mention['level'] {
  if (speaker.level) return speaker.level
  const title = speaker.titles
    .map(({ from, to }) => doc.text.slice(doc.tokens.start[from], doc.tokens.end[to - 1]))
    .join(' ')
  if (/thủ tướng|bộ trưởng|chủ tịch nước|quốc hội|tổng bí thư/i.test(title)) return 'central'
  if (/huyện|thị ủy|quận|thị xã/i.test(title)) return 'district'
  if (/xã|phường|chi bộ|khu phố|thị trấn|chi\b|thôn|ấp\b/i.test(title)) return 'commune'
  return title ? 'province' : null
}

const shortHeading = 22

/** A line that announces a section, by its words; null for any other sentence. */
function headingOf(doc: Doc, sentence: Sentence, endsOpen: boolean): State['mode'] | null {
  const short = sentence.to - sentence.from <= shortHeading
  if (!short || !(sentence.title || (sentence.listed && endsOpen))) return null
  if (sentence.title && sentence.from === doc.sentences[0]?.from) return null
  let mode: State['mode'] | null = null
  const gate = doc.lexicon.gate('heading')
  for (
    let at = seek(doc, gate, sentence.from, sentence.to);
    at < sentence.to;
    at = seek(doc, gate, at + 1, sentence.to)
  ) {
    const found = find(doc, at, 'heading')
    if (!found) continue
    // "Hạn chế, nguyên nhân" is about the shortcomings first.
    mode ??= found.payload as State['mode']
    at = found.to - 1
  }
  return mode
}

/** "Nơi nhận", "Thừa lệnh", "Trên đây là": what closes a notice. */
function isClosing(doc: Doc, sentence: Sentence): boolean {
  return find(doc, sentence.from, 'closing') !== null
}

interface Opener {
  to: number
  strong: boolean
  /** A colon stands behind it. */
  colon: boolean
}

/** The phrase that opens shortcomings, and the token where the content starts. */
function openerIn(doc: Doc, sentence: Sentence): Opener | null {
  let found = null as Opener | null
  const gate = doc.lexicon.gate('opener')
  for (
    let at = seek(doc, gate, sentence.from, sentence.to);
    at < sentence.to;
    at = seek(doc, gate, at + 1, sentence.to)
  ) {
    const opener = find(doc, at, 'opener')
    if (!opener) continue
    if (isOvercome(doc, at, sentence.from)) continue
    const strong = opener.payload !== 'weak'
    if (!strong && at !== behindMarks(doc, sentence.from)) continue
    found = {
      to: found?.to ?? opener.to,
      strong: strong || (found?.strong ?? false),
      colon: false,
    }
    if (strong && at > sentence.from + 1) break
    at = opener.to - 1
  }
  found ??= labelOf(doc, sentence)
  if (!found) return null
  const colon = colonIn(doc, found.to, sentence.to)
  const inside = colon >= 0 && colon < sentence.to - 1
  return { to: inside ? colon + 1 : found.to, strong: found.strong, colon: colon >= 0 }
}

/** "Hạn chế, tồn tại: A; B", "Các vướng mắc được nêu gồm: A; B": a colon behind words for shortcomings. */
function labelOf(doc: Doc, sentence: Sentence): Opener | null {
  const colon = colonIn(doc, sentence.from, Math.min(sentence.to, sentence.from + 24))
  for (let at = sentence.from; at < colon; at++) {
    if (find(doc, at, 'overcome') || find(doc, at, 'must') || find(doc, at, 'order')) return null
    const label = find(doc, at, 'heading')
    if (label?.payload === 'shortcomings') return { to: label.to, strong: true, colon: true }
  }
  return null
}

function behindMarks(doc: Doc, from: number): number {
  let at = from
  while (doc.tokens.kind[at] !== WORD && at < from + 3) at++
  return at
}

/** "khắc phục những tồn tại, hạn chế" is a task, "đã khắc phục" an achievement. */
function isOvercome(doc: Doc, at: number, from: number): boolean {
  for (let before = at - 1; before >= Math.max(from, at - 9); before--) {
    if (find(doc, before, 'overcome')) return true
    if (isMark(doc, before, ';') || isMark(doc, before, ':')) return false
  }
  return false
}

function startsCause(doc: Doc, sentence: Sentence): boolean {
  for (let at = sentence.from; at < Math.min(sentence.to, sentence.from + 4); at++)
    if (find(doc, at, 'causeHead')) return true
  return false
}
