// What holds for the whole document where nothing else is said: its date, period, place and body; and
// whether it is a report at all.
import {
  type Claim,
  type Doc,
  find,
  inShortLine,
  isMark,
  isWord,
  PERIOD,
  seek,
  spanOf,
  textOf,
  words,
} from './doc.ts'
import type { DocumentContext, Meeting } from './findings.ts'
import { type Mention, type Mentions, mentionAt } from './mentions.ts'
import { ALL_CAPITALS, CAPITAL } from './tokens.ts'

/**
 * True where bodies, officials, instruments or indicators are named often enough that orders and
 * shortcomings can be expected; a match report or a weather page has none.
 */
export function isReport(doc: Doc, mentions: Mentions): boolean {
  let evidence = 0
  for (const mention of mentions.list) {
    // A name alone, or a director's, is anybody: players, guests and salesmen have one.
    const human = mention.kind === 'person' || mention.kind === 'title'
    if (human && !mention.titles.some((title) => isOffice(doc, title))) continue
    if (mention.type === 'organisation' && isWord(doc, mention.from, trading)) continue
    // "các huyện" are everywhere, "các đại biểu HĐND tỉnh" are not.
    if (mention.kind === 'group' && !namesBody(doc, mention)) continue
    if (mention.type === 'organisation') evidence += 1
    else evidence += 2
    if (evidence >= 2) return true
  }
  // A page of statistics names no body, but several indicators of the catalogue.
  const codes = new Set<string>()
  for (const finding of doc.findings) {
    if (finding.kind === 'citation') return true
    if (finding.kind === 'statement' && finding.indicator.code) codes.add(finding.indicator.code)
  }
  return codes.size >= 2
}

const offices = words('ubnd hđnd ủy uỷ thủ bộ sở bí ban đảng nước hội đoàn tỉnh huyện xã')
const trading = words('công ngân tập trường bệnh đài chi viện học điện xí nhà')

/** A title in the state or the Party: "Bí thư", "Chủ tịch UBND huyện", "Bộ trưởng". */
function isOffice(doc: Doc, { from, to }: Claim): boolean {
  for (let at = from; at < to; at++) if (isWord(doc, at, offices)) return true
  return false
}

/** An abbreviation inside the group: HĐND, UBND, BTV. */
function namesBody(doc: Doc, { from, to }: Mention): boolean {
  for (let at = from + 1; at < to; at++)
    if (((doc.tokens.flags[at] ?? 0) & ALL_CAPITALS) !== 0) return true
  return false
}

/** The context of the document, each part with the span it was read from. */
export function contextOf(doc: Doc, mentions: Mentions, meeting: Meeting | null): DocumentContext {
  return {
    date: dateOf(doc),
    period: periodOf(doc, meeting),
    place: placeOf(doc, mentions),
    body: meeting?.body ? { name: meeting.body.quote, span: meeting.body } : null,
  }
}

/** The date given, else the date line: a day in a line of its own at the head or foot. */
function dateOf(doc: Doc): DocumentContext['date'] {
  for (const period of doc.periods.values()) {
    if (period.grain !== 'day' || !period.from || !period.yearStated) continue
    if (!inShortLine(doc, period, shortLine)) continue
    const span = { start: period.start, end: period.end, quote: period.quote }
    return { iso: doc.options.date ?? period.from, span }
  }
  return doc.options.date ? { iso: doc.options.date, span: null } : null
}

const shortLine = 60

function periodOf(doc: Doc, meeting: Meeting | null): DocumentContext['period'] {
  const reviewed = meeting?.reviews
  if (reviewed) {
    const { start, end, label, from, to } = reviewed
    return { label, from, to, span: { start, end, quote: doc.text.slice(start, end) } }
  }
  for (const period of doc.periods.values()) {
    if (period.grain === 'day' || period.grain === 'term' || !period.from || !period.to) continue
    const { label, from, to, start, end, quote } = period
    return { label, from, to, span: { start, end, quote } }
  }
  return null
}

/** The province: named in the head line, as "tỉnh X", or the first one named. */
function placeOf(doc: Doc, mentions: Mentions): DocumentContext['place'] {
  let first: DocumentContext['place'] = null
  // A district or commune, known from a lexicon of one's own, where no province is named.
  let smaller: DocumentContext['place'] = null
  const { count } = doc.tokens
  const gate = doc.lexicon.gate('place')
  for (let at = seek(doc, gate, 0, count); at < count; at = seek(doc, gate, at + 1, count)) {
    const place = find(doc, at, 'place')
    if (!place || ((doc.tokens.flags[at] ?? 0) & CAPITAL) === 0 || doc.claimed[at] === PERIOD)
      continue
    const person = mentionAt(mentions, at)
    if (person?.name && person.name.from <= at && person.name.to > at) continue
    const found = { name: textOf(doc, at, place.to), span: spanOf(doc, at, place.to) }
    if (at === 0 || isMark(doc, place.to, ':')) return found
    if (/^(tỉnh|thành)$/i.test(textOf(doc, at - 1, at))) return found
    if (place.payload === 'province') first ??= found
    else smaller ??= found
    at = place.to - 1
  }
  return first ?? smaller
}
