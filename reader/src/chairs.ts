// Who chaired the conference and who concluded it: the people beside the verbs that say so.
import {
  type Claim,
  type Doc,
  find,
  has,
  isMark,
  isWord,
  SentenceGate,
  seek,
  words,
} from './doc.ts'
import type { Frame } from './frames.ts'
import { type Mention, type Mentions, mentionAt } from './mentions.ts'
import { WORD } from './tokens.ts'

const draftWord = words('dự')
const nominalWord = words('sự')
const fellowWord = words('đồng')

const chairing = new SentenceGate('chairVerb')

/** The token of "chủ trì" in the sense of chairing, or -1. */
export function chairIn(doc: Doc, from: number, to: number): number {
  const gate = chairing.of(doc)
  for (let at = chairing.first(doc, from, to); at < to; at = seek(doc, gate, at + 1, to)) {
    const verb = find(doc, at, 'chairVerb')
    if (!verb) continue
    const role = isMark(doc, verb.to, ',') ? verb.to + 1 : verb.to
    if (has(doc, role, 'coopRole') || isWord(doc, at - 1, words('quan vị sự đạo')) === true) {
      if (!isWord(doc, at - 1, nominalWord)) continue
    }
    // "điều hành" alone is administering; chairing needs a meeting behind it.
    const chairs = find(doc, verb.to, 'meetingWord') || isWord(doc, verb.to, words('phiên'))
    if (isWord(doc, at, words('điều')) && !chairs && !isWord(doc, at - 1, nominalWord)) continue
    return at
  }
  return -1
}

export function chairsOf(doc: Doc, mentions: Mentions, frames: readonly Frame[]): Mention[] {
  let titled: Mention[] = []
  for (let index = 0; index < doc.sentences.length; index++) {
    const sentence = doc.sentences[index]
    if (!sentence) continue
    const role = frames[index]?.role
    if (role === 'task') continue
    const at = chairIn(doc, sentence.from, sentence.to)
    if (at < 0 || (role === 'order' && at > (frames[index]?.verbAt ?? 0))) continue
    const left: Mention[] = []
    for (let token = at - 1; token >= sentence.from; token--) {
      const named = mentionAt(mentions, token)
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
      const named = mentionAt(mentions, token)
      if (!named) {
        if (isWord(doc, token, draftWord) && right.length > 0) break
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
    if (!joined && !isWord(doc, verb, fellowWord)) break
    together.unshift(one)
  }
  return together
}

const speaking = new SentenceGate('concludeVerb speakVerb')

/** Who concluded: "Phát biểu kết luận hội nghị, đồng chí …", else who spoke and gave orders. */
export function concluderOf(doc: Doc, mentions: Mentions, frames: readonly Frame[]): Claim | null {
  let speaker: Claim | null = null
  const gate = speaking.of(doc)
  for (let index = 0; index < doc.sentences.length; index++) {
    const sentence = doc.sentences[index]
    if (!sentence) continue
    for (
      let at = speaking.first(doc, sentence.from, sentence.to);
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
    const named = mentionAt(mentions, at)
    if (named && named.kind !== 'group' && named.kind !== 'body')
      return { from: named.name?.from ?? named.from, to: named.name?.to ?? named.to }
    if (isMark(doc, at, ':')) break
  }
  for (let at = verb - 1; at >= from; at--) {
    const named = mentionAt(mentions, at)
    if (named && (named.kind === 'person' || named.kind === 'title'))
      return { from: named.name?.from ?? named.from, to: named.name?.to ?? named.to }
  }
  return null
}
