// Who orders what of whom: the order verb of a sentence, its speaker, and whether that speaker may order
// at all (a request upwards is none).
import { behindLeadIn, colonIn, trim } from './clauses.ts'
import { appoints } from './decisions.ts'
import {
  type Claim,
  type Doc,
  find,
  has,
  isMark,
  isWord,
  PERIOD,
  type Sentence,
  SentenceGate,
  seek,
  textOf,
  words,
} from './doc.ts'
import { type Mention, type Mentions, mentionAt } from './mentions.ts'
import type { Mode } from './openers.ts'
import { ownersAt } from './owners.ts'
import { WORD } from './tokens.ts'

const chiefWord = words('thủ')
const centralWord = words('trung')
const provinceWord = words('tỉnh')
const comradeWord = words('chí')
const delegateWord = words('biểu')
const rankWord = words('cấp')
const directWord = words('chỉ')
const greatWord = words('đại')
const fellowWord = words('đồng')
const leadWord = words('đạo')

/** The course of the report so far, as far as an order leans on it. */
export interface Course {
  mode: Mode
  verb: 'ask' | 'say' | null
  by: Claim | null
  /** Somebody has concluded, or ordered: what he asks for further on needs no name. */
  spoken: boolean
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

const ordering = new SentenceGate('order concludeVerb decide')

/** The order verb of a sentence with its speaker; null where nobody orders. */
export function findOrder(
  doc: Doc,
  mentions: Mentions,
  sentence: Sentence,
  state: Course,
): Order | null {
  let weak: Order | null = null
  const gate = ordering.of(doc)
  for (
    let at = ordering.first(doc, sentence.from, sentence.to);
    at < sentence.to;
    at = seek(doc, gate, at + 1, sentence.to)
  ) {
    if (doc.tokens.kind[at] !== WORD || doc.claimed[at] === PERIOD) continue
    const agreed = agreedTasks(doc, mentions, sentence, at)
    if (agreed) return agreed
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
    if ((mentions.at[at] ?? -1) >= 0) continue
    // "công tác chỉ đạo" is a noun, "đồng chí Nguyễn Thành Công đề nghị" is none.
    const named = (mentions.at[at - 1] ?? -1) >= 0
    if (at > sentence.from && !named && isWord(doc, at - 1, nounCues)) continue
    const order =
      quotedOrder(doc, mentions, sentence, at, verb) ??
      orderAt(doc, mentions, sentence, state, at, verb)
    if (!order) continue
    // "… lưu ý Sở A làm …; đồng thời giao Sở B …": what is stressed first is told to do as well.
    if (order.kind === 'ask') return weak && separates(doc, weak.to, order.from) ? weak : order
    weak ??= order
    at = verb.to - 1
  }
  return weak
}

function separates(doc: Doc, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isMark(doc, at, ';')) return true
  return false
}

/** "hội nghị thống nhất: Tập trung …; phấn đấu …": what is agreed on is to be done. */
function agreedTasks(doc: Doc, mentions: Mentions, sentence: Sentence, at: number): Order | null {
  const agreed = find(doc, at, 'decide')
  if (agreed?.payload !== 'agreed' || !isMark(doc, agreed.to, ':')) return null
  if (!has(doc, agreed.to + 1, 'task')) return null
  const by = lastSpeaker(doc, mentions, sentence.from, at)
  return { from: at, to: agreed.to, by, kind: 'ask', section: false, content: agreed.to + 1 }
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
  state: Course,
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
  if (isWord(doc, at, directWord) && isWord(doc, at + 1, leadWord))
    if (state.mode === 'orders' || !(owners || colonNear(doc, verb.to, sentence.to))) return null
  // "Đảng ủy các xã phân công cấp ủy viên …" among tasks is the task of that body.
  if (isWord(doc, at, words('phân')) && state.mode === 'orders' && isTold(mentions, sentence, at))
    return null
  if (hands && (!owners || appoints(doc, verb.to, sentence.to))) return null
  const speaker = speakerBefore(doc, mentions, sentence.from, at)
  // In a chapter of petitions "đề nghị …" asks and nobody is told to act.
  if (speaker === 'refused' || (!speaker && state.mode === 'petitions')) return null
  const section = false
  const made = (by: Claim | null): Order => ({ from: at, to: verb.to, by, kind, section })
  if (speaker) {
    if (isUpward(mentions, doc, owners, speaker, at)) return null
    // "Đồng chí cầu các ngành": a word has been lost.
    if (cut && !owners) return null
    return made(speaker)
  }
  if (cut || kind === 'say') return null
  const begin = behindLeadIn(doc, sentence.from, sentence.to)
  const clauseStart =
    at === sentence.from ||
    (hands && handsMatter(doc, begin, at)) ||
    isMark(doc, at - 1, ',') ||
    isMark(doc, at - 1, ';') ||
    isMark(doc, at - 1, ':') ||
    isWord(doc, at - 1, words('và thời đó nay tới')) ||
    find(doc, sentence.from, 'adverbial')?.to === at
  if (!clauseStart) return null
  // "đồng thời đề nghị huyện quan tâm …": a bare word for a place that is told to act.
  const told = owners !== null || isPlaceTold(doc, verb.to)
  if (!told && !colon && !(state.mode === 'orders' && state.verb !== null)) return null
  if (!told && !colon && !has(doc, verb.to, 'task') && !has(doc, verb.to, 'must')) return null
  const subject = subjectBefore(doc, mentions, sentence.from, at)
  if (subject === 'refused') return null
  const by = subject ?? (state.mode === 'orders' ? state.by : null)
  if (isUpward(mentions, doc, owners, by, at)) return null
  const opens = at === sentence.from || (state.spoken && at === begin)
  if (!by && !opens && !hands && state.mode !== 'orders') return null
  return made(by)
}

/** "Việc sắp xếp trụ sở giao Sở Tài chính …", "Nội dung này giao …": the matter stands before the verb. */
function handsMatter(doc: Doc, from: number, at: number): boolean {
  if (
    !isWord(doc, from, words('việc nội riêng kinh những các vấn đề kiến nhiệm')) ||
    at - from > 40
  )
    return false
  for (let token = from; token < at; token++)
    if (isMark(doc, token, ';') || isMark(doc, token, ':') || has(doc, token, 'decide'))
      return false
  return !isWord(doc, at - 1, words('được đã do bàn mới vừa từng'))
}

const placesTold = words('tỉnh huyện xã phường thành thị quận')

function isPlaceTold(doc: Doc, at: number): boolean {
  if (!isWord(doc, at, placesTold)) return false
  const to = isWord(doc, at, words('thành thị')) ? at + 2 : at + 1
  return has(doc, to, 'task') || has(doc, to, 'must')
}

/** A body at the head of the sentence, right before the verb. */
function isTold(mentions: Mentions, sentence: Sentence, at: number): boolean {
  const found = mentionAt(mentions, at - 1)
  return found?.kind === 'body' && found.from === sentence.from && found.to === at
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
  let comma = false
  for (let at = verb - 1; at >= from && at >= verb - 16; at--) {
    const index = mentions.at[at] ?? -1
    const found = index < 0 ? undefined : mentions.list[index]
    if (found) {
      if (canOrder(doc, found, verb)) return { from: found.from, to: found.to }
      // "… biểu dương toàn ngành, đồng thời đề nghị …": an object of the clause before orders nothing.
      const object = comma && found.from > from && doc.tokens.kind[found.from - 1] === WORD
      return object ? null : 'refused'
    }
    comma ||= isMark(doc, at, ',')
    const pronoun = pronounEnding(doc, at)
    if (pronoun >= 0) return { from: pronoun, to: at + 1 }
    if (isWord(doc, at, words('kiến biểu')) && has(doc, at - 1, 'opinionOf'))
      return isHeard(doc, at - 1, from) ? null : 'refused'
    if (isWord(doc, at, delegateWord) && isWord(doc, at - 1, greatWord)) return 'refused'
    if (isMark(doc, at, ',') || isMark(doc, at, '"')) continue
    if (!isWord(doc, at, skipped)) return null
  }
  return null
}

/** "Đồng chí", "ông", "bà", "Hội nghị", "cuộc họp" that end at the token: their first token, else -1. */
function pronounEnding(doc: Doc, at: number): number {
  if (isWord(doc, at, comradeWord) && isWord(doc, at - 1, fellowWord)) {
    return isWord(doc, at - 2, words('các những')) ? -1 : at - 1
  }
  if (isWord(doc, at, words('ông bà')) && has(doc, at, 'comrade')) return at
  if (find(doc, at - 1, 'meetingWord')?.to === at + 1) {
    // "tại hội nghị" is where, not who.
    return isWord(doc, at - 2, words('tại trong của sau trước dự luận trì biểu')) ? -1 : at - 1
  }
  return -1
}

const lowerTitles =
  /^(giám đốc|phó giám đốc|trưởng phòng|đại biểu|cử tri|tổng giám đốc|trưởng ban|phó trưởng ban|chánh văn phòng|phó chánh văn phòng|trưởng công an|chủ tịch hội)/i

/** A title of whoever proposes and does not order. */
export function isLowerTitle(doc: Doc, { titles }: Mention): boolean {
  const first = titles[0]
  if (!first) return false
  return lowerTitles.test(textOf(doc, first.from, first.to))
}

/** Speaks for a district, a commune or what is below them. */
export function isLocal(doc: Doc, speaker: Mention): boolean {
  const level = levelOfSpeaker(doc, speaker)
  return level === 'district' || level === 'commune'
}

function canOrder(doc: Doc, found: Mention, verb: number): boolean {
  const asks = isWord(doc, verb, words('đề mong kêu'))
  if (found.kind === 'group') return false
  if (found.kind === 'body') {
    if (found.type === 'organisation') return !asks && found.level !== 'commune'
    return !asks || found.level !== 'commune'
  }
  return !asks || !isLowerTitle(doc, found)
}

/** Who the sentence is about, for an order verb further on ("… đồng ý, giao"; "…; đồng thời yêu cầu"). */
function subjectBefore(
  doc: Doc,
  mentions: Mentions,
  from: number,
  to: number,
): Claim | 'refused' | null {
  for (let at = to - 1; at >= from; at--) {
    if (has(doc, at, 'opinionOf') && !isHeard(doc, at, from)) return 'refused'
    const found = mentionAt(mentions, at)
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

/** "tiếp thu ý kiến chỉ đạo", "sau khi nghe ý kiến": whoever took it in goes on to order. */
function isHeard(doc: Doc, at: number, from: number): boolean {
  for (let before = at - 1; before >= Math.max(from, at - 5); before--)
    if (isWord(doc, before, words('thu nghe nhận sở qua với trí đồng'))) return true
  return false
}

/** A body right before a verb of deciding or speaking. */
function acts(doc: Doc, found: Mention): boolean {
  if (found.kind !== 'body') return false
  for (let at = found.to; at < found.to + 4; at++)
    if (has(doc, at, 'decide') || has(doc, at, 'order') || has(doc, at, 'concludeVerb')) return true
  return false
}

function lastSpeaker(doc: Doc, mentions: Mentions, from: number, to: number): Claim | null {
  for (let at = to - 1; at >= from; at--) {
    const found = mentionAt(mentions, at)
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
  const speaker = by ? mentionAt(mentions, by.from) : undefined
  const own = speaker ? levelOfSpeaker(doc, speaker) : null
  const object = owners ? mentionAt(mentions, owners.from) : undefined
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
  if (isWord(doc, at, centralWord) && isWord(doc, at + 1, words('ương'))) return 'central'
  if (isWord(doc, at, rankWord) && isWord(doc, at + 1, words('trên'))) return 'central'
  if (isWord(doc, at, provinceWord)) return 'province'
  if (isWord(doc, at, words('huyện'))) return 'district'
  return null
}

/** Party centre, National Assembly, Government and their heads. */
function isNational(doc: Doc, from: number, to = from + 3): boolean {
  for (let at = from; at < Math.min(to, from + 12); at++) {
    if (isWord(doc, at, words('quốc')) && isWord(doc, at + 1, words('hội'))) return true
    if (isWord(doc, at, chiefWord) && isWord(doc, at + 1, words('tướng'))) return true
    if (isWord(doc, at, words('chính')) && isWord(doc, at + 1, words('phủ trị'))) return true
    if (isWord(doc, at, centralWord) && isWord(doc, at + 1, words('ương'))) return true
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
