// Opinions: what was said in the discussion, counted ("trên 50 lượt ý kiến") or told ("nhiều ý kiến đề
// nghị …", "các đồng chí đều đồng tình về …").
import { behindLeadIn, itemsOf, trim } from './clauses.ts'
import {
  type Claim,
  type Doc,
  find,
  Gate,
  has,
  head,
  isMark,
  isWord,
  QUANTITY,
  SentenceGate,
  seekWord,
  spanOf,
  words,
} from './doc.ts'
import type { Opinion, Quantity } from './findings.ts'
import type { Frame } from './frames.ts'
import { type Mentions, mentionAt } from './mentions.ts'
import { isLocal, isLowerTitle } from './orders.ts'
import { remembered } from './remembered.ts'
import { WORD } from './tokens.ts'

const towardsWord = words('đối')
const stateWord = words('tình')
const greatWord = words('đại')
const leadWord = words('đạo')

const several = words('nhiều đa một các số những lượt có')
const about = words('về vào đối')
const concur = words('đồng')

/** Emits the opinions of every sentence that orders nothing. */
export function findOpinions(doc: Doc, mentions: Mentions, frames: readonly Frame[]): void {
  const counted = new Map<number, Quantity>()
  for (const finding of doc.quantities) if (counts(finding)) counted.set(finding.end, finding)
  const ends = [...counted.keys()].sort((a, b) => a - b)
  // The first of them behind the beginning of the sentence.
  let next = 0
  let delegates = -1
  const gate = telling.of(doc)
  for (let index = 0; index < frames.length; index++) {
    const frame = frames[index]
    if (!frame) continue
    const sentence = doc.sentences[index]
    if (!sentence || sentence.title) continue
    if (frame.role === 'petition') {
      for (const item of itemsOf(doc, sentence.from, sentence.to))
        emit(doc, item, null, 'opinion.petition')
      continue
    }
    findRequests(doc, mentions, sentence, frame)
    findTold(doc, mentions, sentence, frame)
    if (frame.role !== 'plain') continue
    const begin = doc.tokens.start[sentence.from] ?? 0
    while (next < ends.length && (ends[next] ?? 0) <= begin) next++
    const end = ends[next] ?? -1
    for (
      let at = nextTelling(doc, mentions, gate, end, sentence.from, sentence.to);
      at < sentence.to;
      at = nextTelling(doc, mentions, gate, end, at + 1, sentence.to)
    ) {
      const ending = doc.tokens.end[at] === end
      const quantity = ending ? counted.get(end) : null
      const anchored = gate[doc.family[at] ?? 0] === 1
      const opinion = anchored ? find(doc, at, 'opinionOf') : null
      const group = mentionAt(mentions, at)
      if (group?.kind === 'group' && speaks(doc, group)) delegates = sentence.paragraph
      if (quantity) {
        emit(doc, clauseAround(doc, sentence, at), quantity.value, 'opinion.counted')
        break
      }
      if (
        opinion &&
        doc.claimed[at] === 0 &&
        isWord(doc, at - 1, several) &&
        says(doc, opinion.to)
      ) {
        const from = isWord(doc, at - 2, several) ? at - 2 : at - 1
        emit(doc, { from, to: sentence.to }, null, 'opinion.told')
        break
      }
      if (delegates !== sentence.paragraph) continue
      const verb = anchored ? find(doc, at, 'opinionVerb') : null
      if (!verb) continue
      const agrees = isWord(doc, at, concur) && isWord(doc, at + 1, stateWord)
      const proposes = isWord(doc, at, words('đề kiến')) && verb.to > at + 1
      if (!agrees && !proposes) continue
      const from = agrees ? subjectBefore(mentions, sentence.from, at) : at
      emit(doc, { from, to: sentence.to }, null, agrees ? 'opinion.agreed' : 'opinion.proposed')
      break
    }
  }
}

const telling = new Gate('opinionOf opinionVerb')
const voicing = new SentenceGate('voices')

const delegates = 'lượt đại biểu'
const isOfDelegates = remembered(/^lượt đại biểu/i)

/** The first token from `from` on where a word of opinion or a name stands, or where a count ends; `to` where none does. */
function nextTelling(
  doc: Doc,
  mentions: Mentions,
  gate: Uint8Array,
  end: number,
  from: number,
  to: number,
): number {
  const { family } = doc
  const ends = doc.tokens.end
  const named = mentions.at
  let at = from
  while (at < to && gate[family[at] ?? 0] !== 1 && (named[at] ?? -1) < 0 && ends[at] !== end) at++
  return at
}

/** "50 lượt ý kiến", "22 lượt đại biểu": how many spoke. */
const counts = ({ unit, unitText }: Quantity): boolean =>
  unit === 'opinion' || (unitText.length >= delegates.length && isOfDelegates(unitText))

const spokesmen = words('lãnh đại cử chủ')
const kinds = words('đạo diện biểu tri đầu')

/** The words or the person that an item begins with, who speaks for a place, a branch or voters; 0 for none. */
function spokesmanEnd(doc: Doc, mentions: Mentions, at: number): number {
  const named = mentionAt(mentions, at)
  if (named?.from === at && (named.kind === 'person' || named.kind === 'title'))
    return isLowerTitle(doc, named) || isLocal(doc, named) ? named.to : 0
  if (!isWord(doc, at, spokesmen) || !isWord(doc, at + 1, kinds)) return 0
  const behind = mentionAt(mentions, at + 2)
  return behind?.from === at + 2 ? behind.to : at + 2
}

/** "Lãnh đạo Sở Y tế đề xuất …", "Chủ tịch UBND huyện A bức xúc về …": what somebody told the meeting. */
function findTold(doc: Doc, mentions: Mentions, sentence: Claim, frame: Frame): void {
  if (frame.role !== 'plain') return
  if (voicing.first(doc, sentence.from, sentence.to) >= sentence.to) return
  for (const item of itemsOf(doc, sentence.from, sentence.to)) {
    const start = behindLeadIn(doc, item.from, item.to)
    const end = spokesmanEnd(doc, mentions, start)
    if (end === 0) continue
    for (let at = end; at < Math.min(item.to - 2, end + 12); at++) {
      if (!has(doc, at, 'voices')) continue
      emit(doc, { from: start, to: item.to }, null, 'opinion.voiced')
      break
    }
  }
}

const lowly = words('chi xã phường thôn ấp bản khu')
const nouns = words('về theo của các những hồ tờ văn công đơn được và có với')

const requesting = words('kiến đề')
const requestEnd = words('nghị')

/** "kiến nghị" or "đề nghị" stands in the sentence at all. */
function requestsIn(doc: Doc, sentence: Claim): boolean {
  const to = sentence.to - 1
  let at = seekWord(doc, requesting, sentence.from + 1, to)
  while (at < to && !isWord(doc, at + 1, requestEnd)) at = seekWord(doc, requesting, at + 1, to)
  return at < to
}

/**
 * "chủ tàu kiến nghị tỉnh …", "Đại biểu huyện A đề nghị Chính phủ …": who has no say asks those who
 * have. "Kiến nghị" always does; "đề nghị" where a delegate, a commune or an association speaks.
 */
function findRequests(doc: Doc, mentions: Mentions, sentence: Claim, frame: Frame): void {
  if (frame.role === 'shortcoming' || frame.role === 'cause') return
  if (!requestsIn(doc, sentence)) return
  for (const item of itemsOf(doc, sentence.from, sentence.to)) {
    if (frame.role === 'order' && item.from <= frame.verbAt) continue
    for (let at = item.from + 1; at < Math.min(item.to - 3, item.from + 20); at++) {
      if (!isWord(doc, at, requesting) || !isWord(doc, at + 1, requestEnd)) continue
      // "tổng hợp 567 kiến nghị" counts them.
      if (doc.claimed[at] === QUANTITY) continue
      if ((mentions.at[at] ?? -1) >= 0 || isWord(doc, at - 1, nouns)) continue
      const pleads = isWord(doc, at, words('kiến'))
      if (!pleads && !isLowly(doc, mentions, item.from, at)) continue
      if (isMark(doc, at - 1, ',') && !isWord(doc, at - 2, words('xuất'))) break
      if (!hasSubject(doc, item.from, at)) break
      emit(doc, { from: item.from, to: item.to }, null, 'opinion.request')
      break
    }
  }
}

const leading = words('đồng thời cũng ngoài ra bên cạnh đó đề xuất và')

/** Somebody asks; and not "nhiều ý kiến", which are told as such. */
function hasSubject(doc: Doc, from: number, to: number): boolean {
  let some = false
  for (let at = from; at < to; at++) {
    if (has(doc, at, 'opinionOf')) return false
    if (doc.tokens.kind[at] === WORD && !isWord(doc, at, leading)) some = true
  }
  return some
}

/** Delegates, voters, associations, communes and what is below them. */
function isLowly(doc: Doc, mentions: Mentions, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const speaker = mentionAt(mentions, at)
    if (speaker?.from === at && isLowerTitle(doc, speaker)) return true
    if (isWord(doc, at, words('lãnh')) && isWord(doc, at + 1, leadWord)) return true
    if (isWord(doc, at, greatWord) && isWord(doc, at + 1, words('biểu diện'))) return true
    if (isWord(doc, at, words('cử')) && isWord(doc, at + 1, words('tri'))) return true
    if (isWord(doc, at, words('hiệp')) && isWord(doc, at + 1, words('hội'))) return true
    if (isWord(doc, at, lowly) && at > from && to - at < 8) {
      const named = mentionAt(mentions, at)
      if (named?.kind !== 'group') return true
    }
  }
  return false
}

const speakers = words('biểu chí viên')

/** Groups that discuss: delegates, members, comrades. */
function speaks(doc: Doc, group: Claim): boolean {
  for (let at = group.from; at < group.to; at++) if (isWord(doc, at, speakers)) return true
  return false
}

function says(doc: Doc, at: number): boolean {
  for (let next = at; next < at + 5; next++)
    if (
      isWord(doc, next, words('đề cho góp thảo tham đồng kiến tập nhất')) ||
      has(doc, next, 'opinionVerb')
    )
      return true
  return false
}

function subjectBefore(mentions: Mentions, from: number, at: number): number {
  for (let token = at - 1; token >= from; token--) {
    const named = mentionAt(mentions, token)
    if (named) return named.from
  }
  return at
}

/** The comma clause around a token, to the end of the sentence or the next semicolon. */
function clauseAround(doc: Doc, sentence: Claim, at: number): Claim {
  let { from } = sentence
  for (let token = at - 1; token >= sentence.from; token--)
    if (isMark(doc, token, ',') || isMark(doc, token, ';')) {
      from = token + 1
      break
    }
  let to = at + 1
  while (to < sentence.to && !isMark(doc, to, ';')) to++
  return { from, to }
}

function emit(doc: Doc, given: Claim, count: number | null, rule: string): void {
  const range = trim(doc, given)
  if (range.to - range.from < 2) return
  let subject: Opinion['about'] = null
  for (let at = range.from; at < range.to - 1; at++) {
    if (!isWord(doc, at, about)) continue
    const from = isWord(doc, at, towardsWord) ? at + 2 : at + 1
    if (from < range.to) subject = spanOf(doc, from, range.to)
    break
  }
  const shared = head(doc, 'opinion', range.from, range.to, rule, 'likely')
  // A clause that counts opinions and requests something is one opinion, with its count.
  const known = emitted.get(doc) ?? new Map<string, Opinion>()
  emitted.set(doc, known)
  const same = known.get(shared.id)
  if (same) same.count ??= count
  else {
    const finding: Opinion = { ...shared, count, about: subject }
    known.set(shared.id, finding)
    doc.findings.push(finding)
    doc.opinions.push(finding)
  }
}

/** The opinions of a document that is being read, by id. */
const emitted = new WeakMap<Doc, Map<string, Opinion>>()
