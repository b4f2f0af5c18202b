// The conference that is reported: which body met, the how-manieth time, when, where, who chaired, what
// period it looked back on and which it planned.

import { chairIn, chairsOf, concluderOf } from './chairs.ts'
import {
  type Claim,
  type Doc,
  explain,
  find,
  has,
  head,
  isMark,
  isWord,
  PERIOD,
  SentenceGate,
  seek,
  spanOf,
  textOf,
  words,
} from './doc.ts'
import type { Meeting, MeetingType } from './findings.ts'
import type { Frame } from './frames.ts'
import { type Mention, type Mentions, mentionAt } from './mentions.ts'
import { dateOf, dayIn, itemCountOf, placeOf, scopeOf } from './occasions.ts'
import { ALL_CAPITALS, CAPITAL } from './tokens.ts'

const withWord = words('với')

interface Candidate extends Claim {
  sentence: number
  word: string
  body: Claim | null
  bodyType: string
  number: number | null
  term: string | null
  /** Told of as held: "tổ chức hội nghị", "chủ trì phiên họp". */
  held: boolean
  score: number
}

/** Emits the one meeting of the document, where there is one, and returns it. */
export function findMeeting(
  doc: Doc,
  mentions: Mentions,
  frames: readonly Frame[],
): Meeting | null {
  const candidates = candidatesOf(doc, mentions, frames)
  const top = candidates.reduce<Candidate | null>(
    (first, item) => (first && first.score >= item.score ? first : item),
    null,
  )
  const best = top && (toldAsHeld(doc, candidates, top) ?? top)
  const chairs = chairsOf(doc, mentions, frames)
  const concluder = concluderOf(doc, mentions, frames)
  if (!best || (best.score < 4 && chairs.length === 0 && !concluder)) return null
  const deciding = best.body ? null : decidingBody(doc, mentions)
  // Somebody "spoke at the conference": which one is not said.
  const hinted = best.word !== 'other' || best.number !== null || best.held || deciding
  if (!best.body && !hinted && chairs.length === 0) return null
  const chairing = best.body || deciding ? null : chairingBody(doc, chairs)
  const body = best.body ?? deciding ?? chairing
  const named = body && fullerName(doc, mentions, body)
  const bodyType = best.body ? best.bodyType : (deciding?.type ?? chairing?.type ?? '')
  const own = best.body || best.number !== null || best.held
  const range = own ? best : (deciding ?? best)
  const numbered = best.number === null ? sameBody(candidates, best) : best
  const finding: Meeting = {
    ...head(
      doc,
      'meeting',
      range.from,
      range.to,
      best.body ? 'meeting.named' : deciding && !own ? 'meeting.deciding' : 'meeting.mentioned',
      best.body && best.score >= 6 ? 'certain' : best.body ? 'likely' : 'possible',
    ),
    body: named ? spanOf(doc, named.from, named.to) : null,
    type: typeOf(doc, best, bodyType),
    number: numbered.number,
    term: numbered.term ?? best.term ?? termOf(candidates, best),
    date: dateOf(doc, frames, best),
    place: placeOf(doc, frames, best),
    chair: chairs.map((chair) => ({
      name: chair.name
        ? spanOf(doc, chair.name.from, chair.name.to)
        : spanOf(doc, chair.titles[0]?.from ?? chair.from, chair.titles[0]?.to ?? chair.to),
      titles: chair.titles.map((title) => spanOf(doc, title.from, title.to)),
    })),
    concludedBy: concluder ? spanOf(doc, concluder.from, concluder.to) : null,
    itemCount: itemCountOf(doc),
    ...scopeOf(doc, frames),
  }
  explain(doc, finding, () => ({
    anchors: [{ ...spanOf(doc, best.from, best.to), class: 'meetingWord' }],
  }))
  doc.findings.push(finding)
  return finding
}

/** "UBND tỉnh" where the head of the report says "UBND tỉnh Nam Bình". */
function fullerName(doc: Doc, mentions: Mentions, body: Claim): Claim {
  const name = (claim: Claim) => textOf(doc, claim.from, claim.to).toLowerCase()
  const own = name(body)
  const fuller = mentions.list.find(
    (other) =>
      other.kind === 'body' &&
      (doc.sentenceOf[other.from] ?? headSentences) < headSentences &&
      name(other).startsWith(`${own} `) &&
      ((doc.tokens.flags[other.to - 1] ?? 0) & CAPITAL) !== 0 &&
      ((doc.tokens.flags[other.to - 1] ?? 0) & ALL_CAPITALS) === 0,
  )
  return fuller ?? body
}

/** The sentence that tells of the meeting of the title as held: it says more than the title does. */
function toldAsHeld(doc: Doc, candidates: readonly Candidate[], top: Candidate): Candidate | null {
  if (!doc.sentences[top.sentence]?.title) return null
  const tells = (other: Candidate): boolean => {
    const sentence = doc.sentences[other.sentence]
    if (!sentence || sentence.title || other.score < 4 || other.sentence >= headSentences)
      return false
    if (top.number !== null && other.number !== top.number) return false
    if (top.body && !other.body) return false
    // A title that says it all is the fullest mention there is.
    if (top.body && top.number !== null && top.term !== null) return false
    const named = other.body || other.number !== null || other.word !== 'other'
    const dated = other.number !== null && dayIn(doc, sentence.from, sentence.to) !== null
    return Boolean(named && (other.held || dated))
  }
  return candidates.find(tells) ?? null
}

/** Another mention of the same meeting that has the number. */
function sameBody(candidates: readonly Candidate[], best: Candidate): Candidate {
  return (
    candidates.find(
      (other) => other.number !== null && other.bodyType === best.bodyType && other.score > 0,
    ) ?? best
  )
}

/** The term that another mention of the same body gives. */
function termOf(candidates: readonly Candidate[], best: Candidate): string | null {
  const other = candidates.find(
    (item) => item.term !== null && item.bodyType === best.bodyType && item.score > 0,
  )
  return other?.term ?? null
}

const modifiers = words(
  'trực tuyến toàn quốc thường kỳ bất mở rộng của chuyên đề định giữa năm cuối để về sơ kết tổng lần thứ họp phiên và quý cán bộ chủ chốt do với các tháng đầu giao ban công tác kế hoạch kinh tế xã hội báo chí',
)
/** A report tells of its meeting in its first sentences. */
const headSentences = 8
const ordinal = words('lần thứ')
const termWords = words('khóa khoá')
const romanOrNumber = /^([IVXLC]+|\d{1,2})$/

const meetingWords = new SentenceGate('meetingWord')

function candidatesOf(doc: Doc, mentions: Mentions, frames: readonly Frame[]): Candidate[] {
  const candidates: Candidate[] = []
  const gate = meetingWords.of(doc)
  for (let index = 0; index < doc.sentences.length; index++) {
    const sentence = doc.sentences[index]
    if (!sentence) continue
    const role = frames[index]?.role
    let chaired: boolean | null = null
    let dated: boolean | null = null
    for (
      let at = meetingWords.first(doc, sentence.from, sentence.to);
      at < sentence.to;
      at = seek(doc, gate, at + 1, sentence.to)
    ) {
      const found = find(doc, at, 'meetingWord')
      if (!found || (mentions.at[at] ?? -1) >= 0) continue
      const item = readCandidate(doc, mentions, at, found, sentence.to, index)
      if (sentence.title) item.score += item.number === null ? 3 : 7
      else if (item.held && index < headSentences)
        item.score += item.to > found.to || item.word !== 'other' ? 4 : 1
      dated ??= !sentence.title && Boolean(dayIn(doc, sentence.from, sentence.to))
      if (dated) item.score += 1
      if (index < 4) item.score += 1
      const told = role === 'order' && at > (frames[index]?.verbAt ?? 0)
      if (told || role === 'task') item.score -= 12
      if (role === 'shortcoming' || role === 'cause') item.score -= 4
      chaired ??= chairIn(doc, sentence.from, sentence.to) >= 0
      if (chaired) item.score += 3
      if (isWord(doc, at - 1, words('tại luận dự trong')) && !item.body) item.score += 1
      if (isWord(doc, at - 1, words('trình bị tổ thành')) && !item.held) item.score -= 5
      candidates.push(item)
      at = Math.max(at, item.to - 1)
    }
  }
  return candidates
}

/** "tổ chức Hội nghị", "họp phiên thường kỳ", "chủ trì cuộc họp": held, the one that is reported. */
function isHeld(doc: Doc, at: number): boolean {
  if (isWord(doc, at - 1, words('chức')) || isWord(doc, at - 2, words('tổ'))) return true
  if (isWord(doc, at - 1, words('họp có mạc hành'))) return true
  return isWord(doc, at - 1, words('trì')) && !isMark(doc, at - 3, '.') && !isLead(doc, at - 2)
}

/** "Chủ trì hội nghị: …" opens a sentence; it speaks of a conference named before. */
function isLead(doc: Doc, at: number): boolean {
  return doc.sentences[doc.sentenceOf[at] ?? 0]?.from === at
}

function readCandidate(
  doc: Doc,
  mentions: Mentions,
  at: number,
  found: { payload: string; to: number },
  limit: number,
  sentence: number,
): Candidate {
  const item: Candidate = {
    from: at,
    to: found.to,
    sentence,
    word: found.payload,
    body: null,
    bodyType: '',
    number: null,
    term: null,
    held: isHeld(doc, at),
    score: 0,
  }
  let next = found.to
  // "phiên thứ 87": the ordinal is part of the word itself.
  if (isWord(doc, next - 1, ordinal)) {
    item.number = ordinalAt(doc, next)
    if (item.number !== null) item.to = ++next
  }
  if (isWord(doc, next - 1, withWord)) next = limit
  for (let step = 0; step < 26 && next < limit; step++) {
    const index = mentions.at[next] ?? -1
    const named = index < 0 ? undefined : mentions.list[index]
    const more = find(doc, next, 'meetingWord')
    if (named && named.from === next && (named.kind === 'body' || named.kind === 'group')) {
      if (item.body || (named.kind === 'group' && item.word !== 'briefing')) break
      item.body = { from: named.from, to: named.to }
      item.bodyType = named.type
      next = named.to
      if (named.kind === 'group') next = restOfTitle(doc, mentions, next, limit)
      item.body.to = named.kind === 'group' ? next : named.to
      item.to = next
    } else if (more) {
      if (more.payload !== 'other') item.word = more.payload
      next = more.to
      item.to = next
    } else if (isWord(doc, next, ordinal)) {
      const place = isWord(doc, next + 1, ordinal) ? next + 2 : next + 1
      const value = ordinalAt(doc, place)
      if (value === null) break
      item.number = value
      next = place + 1
      item.to = next
    } else if (
      isWord(doc, next, termWords) &&
      romanOrNumber.test(textOf(doc, next + 1, next + 2))
    ) {
      item.term = textOf(doc, next + 1, next + 2)
      next += 2
      item.to = next
    } else if (doc.claimed[next] === PERIOD) {
      const period = doc.periods.get(doc.tokens.start[next] ?? -1)
      while (next < limit && doc.claimed[next] === PERIOD) next++
      if (period?.grain === 'term') {
        item.term ??= /\d{4}.*\d{4}/.exec(period.quote)?.[0].replace(/\s/g, '') ?? null
        item.to = next
      }
    } else if (isWord(doc, next, withWord) || (item.word === 'working' && named)) break
    else if (isMark(doc, next, ',') || isMark(doc, next, '(') || isMark(doc, next, ')')) next++
    else if (isWord(doc, next, modifiers)) next++
    else break
  }
  item.to = subjectEnd(doc, mentions, item, limit)
  if (!item.body) bodyBefore(doc, mentions, item)
  if (item.body) item.score += item.bodyType === 'organisation' ? 2 : 4
  if (item.number !== null) item.score += 2
  if (item.term !== null) item.score += 1
  if (item.word !== 'other') item.score += 1
  return item
}

const topics = words('về công sản hoạt phong')
const gatherings = words('phân triển quán công bàn học gặp')
const ends = words('do tại dưới nhằm vào đã có diễn với và ngày sáng chiều tối đồng')

/**
 * What it is about: "hội nghị tổng kết công tác … năm 2023, triển khai nhiệm vụ năm 2024", "cuộc họp về
 * …", "buổi làm việc với X". To the end of its clause, a day, or who did what.
 */
function subjectEnd(doc: Doc, mentions: Mentions, item: Candidate, limit: number): number {
  if (item.word === 'working') {
    const partner = isWord(doc, item.to, withWord) ? item.to + 1 : item.to
    const named = mentionAt(mentions, partner)
    const met = partner > item.from + 1 && isWord(doc, partner - 1, withWord)
    return met && named?.from === partner ? named.to : item.to
  }
  if (!item.held || item.body) return item.to
  const plain = item.word === 'other'
  const month = doc.periods.get(doc.tokens.start[item.to + 2] ?? -1)
  if (month && isWord(doc, item.to, words('thường')) && month.grain !== 'day') {
    let to = item.to + 2
    while (to < limit && (doc.tokens.end[to] ?? 0) <= month.end) to++
    return to
  }
  if (!isWord(doc, item.to, topics) && !(plain && isWord(doc, item.to, gatherings))) return item.to
  let to = item.to + 1
  for (; to < Math.min(limit, item.to + 32); to++) {
    if (isMark(doc, to, '.') || isMark(doc, to, ';') || isMark(doc, to, ':')) break
    const period = doc.periods.get(doc.tokens.start[to] ?? -1)
    if (period?.grain === 'day' || isWord(doc, to, ends) || has(doc, to, 'chairVerb')) break
    const named = mentionAt(mentions, to)
    if (named?.from === to && named.kind === 'person') break
  }
  while (isMark(doc, to - 1, ',') || isMark(doc, to - 1, '-')) to--
  return to
}

/** "Giao ban các cơ quan khối Đảng, các Đảng bộ trực thuộc Tỉnh ủy": all that the title names. */
function restOfTitle(doc: Doc, mentions: Mentions, from: number, limit: number): number {
  let to = from
  for (let at = from; at < Math.min(limit, from + 14); at++) {
    if ((mentions.at[at] ?? -1) >= 0) to = mentions.list[mentions.at[at] ?? 0]?.to ?? at + 1
    else if (isMark(doc, at, '.') || isMark(doc, at, ';') || isMark(doc, at, ':')) break
    else if (has(doc, at, 'chairVerb') || doc.claimed[at] === PERIOD) break
  }
  return Math.min(to, limit)
}

const holding = words(
  'tổ chức họp tiến hành khai mạc đã mở bế phiên cũng vừa triển khai có buổi chủ trì',
)

/** "Ban Thường vụ Tỉnh ủy tổ chức hội nghị", "Tỉnh ủy Lạng Sơn họp". */
function bodyBefore(doc: Doc, mentions: Mentions, item: Candidate): void {
  for (let at = item.from - 1; at >= item.from - 14 && at >= 0; at--) {
    const named = mentionAt(mentions, at)
    if (named) {
      if (named.kind !== 'body') return
      if (at === item.from - 1 && named.type === 'organisation') return
      item.body = { from: named.from, to: named.to }
      item.bodyType = named.type
      return
    }
    if (isWord(doc, at, termWords) && romanOrNumber.test(textOf(doc, at + 1, at + 2)))
      item.term ??= textOf(doc, at + 1, at + 2)
    else if (doc.claimed[at] === PERIOD || isWord(doc, at - 1, termWords)) continue
    else if (!isWord(doc, at, holding) && !isMark(doc, at, ',')) return
  }
}

function ordinalAt(doc: Doc, at: number): number | null {
  const written = textOf(doc, at, at + 1)
  if (/^\d{1,3}$/.test(written)) return Number(written)
  if (/^[IVXLC]+$/.test(written)) return romanValue(written)
  const digit = find(doc, at, 'digit') ?? find(doc, at, 'ten')
  if (digit) return Number(digit.payload)
  return written.toLowerCase() === 'nhất' ? 1 : null
}

/** Value of a Roman numeral. */
export function romanValue(written: string): number {
  const values: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100 }
  let total = 0
  for (let at = 0; at < written.length; at++) {
    const own = values[written.charAt(at)] ?? 0
    const next = values[written.charAt(at + 1)] ?? 0
    total += own < next ? -own : own
  }
  return total
}

function typeOf(doc: Doc, best: Candidate, bodyType: string): MeetingType {
  const { word } = best
  // "chủ trì cuộc họp về …": of the chair's office, not of the whole body.
  if (!best.body && word === 'other' && isWord(doc, best.from, words('cuộc buổi'))) return 'working'
  if (word === 'briefing' || word === 'press' || word === 'working' || word === 'summary')
    return word
  if (bodyType && bodyType !== 'organisation' && bodyType !== 'group')
    return bodyType as MeetingType
  return (word as MeetingType) || 'other'
}

/** A body that decides in the text, where no mention of the meeting names it (seed 003). */
function decidingBody(doc: Doc, mentions: Mentions): (Claim & { type: string }) | null {
  for (const named of mentions.list) {
    if (named.kind !== 'body' || named.type === 'organisation' || named.type === 'government')
      continue
    for (let at = named.to; at < named.to + 4; at++)
      if (has(doc, at, 'decide') || (at === named.to && has(doc, at, 'concludeVerb')))
        return { from: named.from, to: named.to, type: named.type }
  }
  return null
}

/** "Phó Chủ tịch UBND tỉnh … chủ trì cuộc họp": the body of the chair's title. */
function chairingBody(doc: Doc, chairs: readonly Mention[]): (Claim & { type: string }) | null {
  for (const chair of chairs)
    for (const title of chair.titles)
      for (let at = title.from; at < title.to; at++) {
        const body = find(doc, at, 'body')
        const type = body?.payload ?? ''
        if (body && (type === 'peoplesCommittee' || type === 'government'))
          return { from: at, to: Math.min(body.to, title.to), type }
      }
  return null
}
