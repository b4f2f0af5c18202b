// The conference that is reported: which body met, the how-manieth time, when, where, who chaired, what
// period it looked back on and which it planned.

import type { Claim } from './doc.ts'
import {
  type Doc,
  explain,
  find,
  head,
  isMark,
  isWord,
  PERIOD,
  seek,
  spanOf,
  tokenAt,
  words,
} from './doc.ts'
import type { Meeting, MeetingType, Period, PeriodRef, Quantity, Span } from './findings.ts'
import type { Frame } from './frames.ts'
import type { Mention, Mentions } from './mentions.ts'
import { CAPITAL, NUMBER, WORD } from './tokens.ts'

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
    body: body ? spanOf(doc, body.from, body.to) : null,
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

function candidatesOf(doc: Doc, mentions: Mentions, frames: readonly Frame[]): Candidate[] {
  const candidates: Candidate[] = []
  const gate = doc.lexicon.gate('meetingWord')
  for (const [index, sentence] of doc.sentences.entries()) {
    const role = frames[index]?.role
    let chaired: boolean | null = null
    let dated: boolean | null = null
    for (
      let at = seek(doc, gate, sentence.from, sentence.to);
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
  if (isWord(doc, next - 1, words('với'))) next = limit
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
    } else if (isWord(doc, next, termWords) && romanOrNumber.test(textAt(doc, next + 1))) {
      item.term = textAt(doc, next + 1)
      next += 2
      item.to = next
    } else if (doc.claimed[next] === PERIOD) {
      const period = doc.periods.get(doc.tokens.start[next] ?? -1)
      while (next < limit && doc.claimed[next] === PERIOD) next++
      if (period?.grain === 'term') {
        item.term ??= /\d{4}.*\d{4}/.exec(period.quote)?.[0].replace(/\s/g, '') ?? null
        item.to = next
      }
    } else if (isWord(doc, next, words('với')) || (item.word === 'working' && named)) break
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
    const partner = isWord(doc, item.to, words('với')) ? item.to + 1 : item.to
    const named = mentions.list[mentions.at[partner] ?? -1]
    const met = partner > item.from + 1 && isWord(doc, partner - 1, words('với'))
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
    if (period?.grain === 'day' || isWord(doc, to, ends) || find(doc, to, 'chairVerb')) break
    const named = mentions.list[mentions.at[to] ?? -1]
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
    else if (find(doc, at, 'chairVerb') || doc.claimed[at] === PERIOD) break
  }
  return Math.min(to, limit)
}

const holding = words(
  'tổ chức họp tiến hành khai mạc đã mở bế phiên cũng vừa triển khai có buổi chủ trì',
)

/** "Ban Thường vụ Tỉnh ủy tổ chức hội nghị", "Tỉnh ủy Lạng Sơn họp". */
function bodyBefore(doc: Doc, mentions: Mentions, item: Candidate): void {
  for (let at = item.from - 1; at >= item.from - 14 && at >= 0; at--) {
    const named = mentions.list[mentions.at[at] ?? -1]
    if (named) {
      if (named.kind !== 'body') return
      if (at === item.from - 1 && named.type === 'organisation') return
      item.body = { from: named.from, to: named.to }
      item.bodyType = named.type
      return
    }
    if (isWord(doc, at, termWords) && romanOrNumber.test(textAt(doc, at + 1)))
      item.term ??= textAt(doc, at + 1)
    else if (doc.claimed[at] === PERIOD || isWord(doc, at - 1, termWords)) continue
    else if (!isWord(doc, at, holding) && !isMark(doc, at, ',')) return
  }
}

function ordinalAt(doc: Doc, at: number): number | null {
  const written = textAt(doc, at)
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

function textAt(doc: Doc, at: number): string {
  return doc.text.slice(doc.tokens.start[at], doc.tokens.end[at])
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
      if (find(doc, at, 'decide') || (at === named.to && find(doc, at, 'concludeVerb')))
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

/** The token of "chủ trì" in the sense of chairing, or -1. */
function chairIn(doc: Doc, from: number, to: number): number {
  const gate = doc.lexicon.gate('chairVerb')
  for (let at = seek(doc, gate, from, to); at < to; at = seek(doc, gate, at + 1, to)) {
    const verb = find(doc, at, 'chairVerb')
    if (!verb) continue
    const role = isMark(doc, verb.to, ',') ? verb.to + 1 : verb.to
    if (find(doc, role, 'coopRole') || isWord(doc, at - 1, words('quan vị sự đạo')) === true) {
      if (!isWord(doc, at - 1, words('sự'))) continue
    }
    // "điều hành" alone is administering; chairing needs a meeting behind it.
    const chairs = find(doc, verb.to, 'meetingWord') || isWord(doc, verb.to, words('phiên'))
    if (isWord(doc, at, words('điều')) && !chairs && !isWord(doc, at - 1, words('sự'))) continue
    return at
  }
  return -1
}

function chairsOf(doc: Doc, mentions: Mentions, frames: readonly Frame[]): Mention[] {
  let titled: Mention[] = []
  for (const [index, sentence] of doc.sentences.entries()) {
    const role = frames[index]?.role
    if (role === 'task') continue
    const at = chairIn(doc, sentence.from, sentence.to)
    if (at < 0 || (role === 'order' && at > (frames[index]?.verbAt ?? 0))) continue
    const left: Mention[] = []
    for (let token = at - 1; token >= sentence.from; token--) {
      const named = mentions.list[mentions.at[token] ?? -1]
      if (named?.kind === 'person' || (named?.kind === 'title' && left.length === 0)) {
        left.unshift(named)
        token = named.from
      } else if (named) token = named.from
      else if (isMark(doc, token, ':')) break
    }
    const before = left.length > 0 ? joint(doc, left, at) : []
    if (before.some((named) => named.kind === 'person')) return before
    if (titled.length === 0) titled = before
    if (before.length > 0) continue
    const right: Mention[] = []
    for (let token = at; token < sentence.to; token++) {
      const named = mentions.list[mentions.at[token] ?? -1]
      if (!named) {
        if (isWord(doc, token, words('dự')) && right.length > 0) break
        continue
      }
      if (named.kind === 'person' || named.kind === 'title') right.push(named)
      token = named.to - 1
    }
    if (right.length > 0)
      return right.filter((named) => named.kind === 'person' || right.length === 1)
  }
  return titled
}

/** Several before the verb chair together only where the text joins them by "và", ";" or "đồng chủ trì". */
function joint(doc: Doc, people: Mention[], verb: number): Mention[] {
  const last = people.at(-1)
  if (!last) return []
  const together: Mention[] = [last]
  for (let index = people.length - 2; index >= 0; index--) {
    const one = people[index]
    const next = people[index + 1]
    if (!one || !next) break
    let joined = false
    for (let at = one.to; at < next.from; at++)
      if (isMark(doc, at, ';') || isWord(doc, at, words('và cùng đồng'))) joined = true
    if (!joined && !isWord(doc, verb, words('đồng'))) break
    together.unshift(one)
  }
  return together
}

/** Who concluded: "Phát biểu kết luận hội nghị, đồng chí …", else who spoke and gave orders. */
function concluderOf(doc: Doc, mentions: Mentions, frames: readonly Frame[]): Claim | null {
  let speaker: Claim | null = null
  const gate = doc.lexicon.gate('concludeVerb speakVerb')
  for (const [index, sentence] of doc.sentences.entries()) {
    for (
      let at = seek(doc, gate, sentence.from, sentence.to);
      at < sentence.to;
      at = seek(doc, gate, at + 1, sentence.to)
    ) {
      const concludes = find(doc, at, 'concludeVerb')
      const speaks = concludes ? null : find(doc, at, 'speakVerb')
      if (!concludes && !speaks) continue
      if (doc.tokens.kind[at] === WORD && isWord(doc, at - 1, words('thông báo văn số các')))
        continue
      const who = near(doc, mentions, sentence.from, sentence.to, at)
      if (who && concludes && frames[index]?.role !== 'task') return who
      if (who && frames[index]?.role === 'order') speaker ??= who
    }
  }
  return speaker
}

/** The person named behind the verb, else before it. */
function near(doc: Doc, mentions: Mentions, from: number, to: number, verb: number): Claim | null {
  for (let at = verb; at < Math.min(to, verb + 16); at++) {
    const named = mentions.list[mentions.at[at] ?? -1]
    if (named && named.kind !== 'group' && named.kind !== 'body')
      return { from: named.name?.from ?? named.from, to: named.name?.to ?? named.to }
    if (isMark(doc, at, ':')) break
  }
  for (let at = verb - 1; at >= from; at--) {
    const named = mentions.list[mentions.at[at] ?? -1]
    if (named && (named.kind === 'person' || named.kind === 'title'))
      return { from: named.name?.from ?? named.from, to: named.name?.to ?? named.to }
  }
  return null
}

const dayCues = words('ngày sáng trưa chiều tối hôm')

/** The day of the meeting: in its own sentence, in the chair's, or at the head of the report. */
function dateOf(doc: Doc, frames: readonly Frame[], best: Candidate): Meeting['date'] {
  const order = [best.sentence]
  for (const [index, sentence] of doc.sentences.entries()) {
    if (chairIn(doc, sentence.from, sentence.to) >= 0 && frames[index]?.role !== 'task')
      order.push(index)
    if (order.length > 4) break
  }
  for (let index = 0; index < Math.min(6, doc.sentences.length); index++) order.push(index)
  for (const index of order) {
    const sentence = doc.sentences[index]
    const role = frames[index]?.role
    if (!sentence || role === 'task') continue
    const limit = role === 'order' ? (frames[index]?.verbAt ?? sentence.from) : sentence.to
    // A line that only holds a date is the page's, not the meeting's.
    if (sentence.title && sentence.to - sentence.from < 14 && index !== best.sentence) continue
    const period = dayIn(doc, sentence.from, limit)
    if (period)
      return {
        start: period.start,
        end: period.end,
        iso: period.from,
        yearStated: period.yearStated,
      }
  }
  return spokenDay(doc)
}

/** "Sáng nay", "Chiều qua": the day of the date line, or the one before. */
function spokenDay(doc: Doc): Meeting['date'] {
  const line = doc.options.date ?? lineDay(doc)
  if (!line) return null
  for (const sentence of doc.sentences.slice(0, 6))
    for (let at = sentence.from; at < sentence.to - 1; at++) {
      const past = isWord(doc, at + 1, words('qua'))
      if (!isWord(doc, at, dayCues) || (!past && !isWord(doc, at + 1, words('nay')))) continue
      const day = new Date(Date.parse(line) - (past ? 86_400_000 : 0)).toISOString().slice(0, 10)
      const { start, end } = spanOf(doc, at, at + 2)
      return { start, end, iso: day, yearStated: false }
    }
  return null
}

/** The full day in a line of its own at the head. */
function lineDay(doc: Doc): string | null {
  for (const sentence of doc.sentences.slice(0, 6)) {
    if (!sentence.title || sentence.to - sentence.from > 16) continue
    for (let at = sentence.from; at < sentence.to; at++) {
      const period = doc.periods.get(doc.tokens.start[at] ?? -1)
      if (period?.grain === 'day' && period.yearStated) return period.from
    }
  }
  return null
}

function dayIn(doc: Doc, from: number, to: number): Period | null {
  for (let at = from; at < to; at++) {
    if (doc.claimed[at] !== PERIOD) continue
    const period = doc.periods.get(doc.tokens.start[at] ?? -1)
    const day = period && (period.grain === 'day' || period.rule.startsWith('period.days'))
    if (!day || !period.from) continue
    const cue =
      isWord(doc, at, dayCues) ||
      isWord(doc, at - 1, dayCues) ||
      find(doc, at, 'weekday') !== null ||
      isMark(doc, at - 1, '(') ||
      at === from
    if (cue && !isWord(doc, at - 1, words('trước hết đến'))) return period
  }
  return null
}

const sites = words(
  'trụ hội nhà trung thành tỉnh huyện thị xã phường khu khách điểm hà ủy ubnd văn sở',
)

/** "tại Trung tâm Hội nghị tỉnh": where, in the sentence of the meeting or of the chair. */
function placeOf(doc: Doc, frames: readonly Frame[], best: Candidate): Span | null {
  for (const [index, sentence] of doc.sentences.entries()) {
    if (index !== best.sentence && (index > 4 || frames[index]?.role !== 'plain')) continue
    for (let at = sentence.from; at < sentence.to - 1; at++) {
      if (!isWord(doc, at, words('tại'))) continue
      const next = at + 1
      if (find(doc, next, 'meetingWord') || isWord(doc, next, words('buổi phiên đây'))) continue
      const capital = ((doc.tokens.flags[next] ?? 0) & CAPITAL) !== 0
      if (!capital && !isWord(doc, next, sites)) continue
      let to = next
      while (
        to < sentence.to &&
        to < next + 14 &&
        (doc.tokens.kind[to] === WORD || doc.tokens.kind[to] === NUMBER) &&
        !find(doc, to, 'comrade') &&
        !find(doc, to, 'chairVerb') &&
        !isWord(doc, to, words('đã do đồng diễn khai')) &&
        doc.claimed[to] !== PERIOD
      )
        to++
      return to > next ? spanOf(doc, next, to) : null
    }
  }
  return null
}

/** "cho ý kiến về 8 nội dung": the number of items, not "7 nội dung khác". */
function itemCountOf(doc: Doc): number | null {
  const quantity = doc.findings.find(
    (finding): finding is Quantity =>
      finding.kind === 'quantity' &&
      /^(nội dung|vấn đề)$/i.test(finding.unitText) &&
      !/^\s*(khác|trọng tâm|cụ thể|chính)/.test(doc.text.slice(finding.end, finding.end + 12)),
  )
  return quantity?.value ?? null
}

const planCues =
  /(phương hướng|nhiệm vụ|giải pháp|kế hoạch công tác|chương trình công tác)[^,;.]{0,40}$/i
const reviewCues =
  /(sơ kết|tổng kết|kết quả|tình hình|báo cáo|đánh giá|kiểm điểm|công tác)[^,;.]{0,90}$/i

/** The period looked back on and the one planned. */
function scopeOf(
  doc: Doc,
  frames: readonly Frame[],
): { reviews: PeriodRef | null; plans: PeriodRef | null } {
  let reviews: Period | null = null
  let plans: Period | null = null
  let opening: Period | null = null
  for (const period of doc.periods.values()) {
    if (period.grain === 'day' || period.grain === 'term' || period.from === null) continue
    if (period.rule.startsWith('period.term') || period.rule.startsWith('period.days')) continue
    const before = doc.text.slice(Math.max(0, period.start - 110), period.start)
    const late = /cuối năm/i.test(period.quote)
    const token = tokenAt(doc, period.start)
    const frame = frames[doc.sentenceOf[token] ?? 0]
    if (frame?.role === 'task' || (frame?.role === 'order' && token > frame.verbAt)) continue
    const planned = planCues.test(before) && !/(sơ kết|tổng kết|kết quả)[^,;.]{0,90}$/i.test(before)
    if (planned || (late && /(và|,)\s*$/.test(before))) plans ??= period
    else if (!late && reviewCues.test(before)) reviews = widerOf(doc, reviews, period)
    else if (!late && (opening ? /và $/ : /(^|[\n.;,:]\s*|trong |qua |thường kỳ )$/i).test(before))
      opening = widerOf(doc, opening, period)
  }
  return { reviews: refer(reviews ?? opening), plans: refer(plans) }
}

/** "quý II và 6 tháng đầu năm 2022": of two that are joined, the one that holds the other. */
function widerOf(doc: Doc, first: Period | null, next: Period): Period {
  if (!first) return next
  const between = doc.text.slice(first.end, next.start)
  const holds = (next.from ?? '') <= (first.from ?? '') && (next.to ?? '') >= (first.to ?? '')
  return /^\s*(,|và|và của)\s*$/.test(between) && holds ? next : first
}

function refer(period: Period | null): PeriodRef | null {
  if (!period) return null
  const { start, end, label, from, to } = period
  return { start, end, label, from, to }
}
