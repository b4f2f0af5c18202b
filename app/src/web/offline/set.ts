// What a tablet keeps of the next conferences, until when it may be read, and what has to be fetched or
// deleted after a contact. Pure: no store, no clock.

import type { SessionState } from '../../http/session-contract.ts'
import type { ReviewView } from '../../registers/chain/review-contract.ts'
import type { ReleasedPaper } from '../../registers/dossiers/contract.ts'
import type { OwnConference } from '../../registers/invitations/contract.ts'

/** A conference as it is kept: what the member sees of it, and its papers in the order of the agenda. */
export interface KeptConference {
  conference: OwnConference
  papers: ReleasedPaper[]
  /** What became of earlier conclusions, where the agenda begins with that; nothing in what was kept before. */
  review?: ReviewView | null
}

/** The head of the set; kept under the key, like all of it. Times in milliseconds since 1970. */
export interface Head {
  session: Pick<SessionState, 'account' | 'province'>
  conferences: KeptConference[]
  /** The server's clock at the last contact that went through. */
  contactAt: number
  /** The server's clock minus this device's, then. */
  skew: number
  /** The latest time, by the server's clock, that this device was seen at. */
  seen: number
}

const minute = 60_000
const day = 24 * 60 * minute

/** Longest time without contact, and longest time after a conference's end. */
export const keptDays = { withoutContact: 14, afterEnd: 2 } as const

/** A clock may be this much behind what was seen before: drift, not somebody who turned it back. */
const drift = 5 * minute

/** Until when the papers of a conference may be read (milliseconds). */
export function readableUntil({ conference }: KeptConference, contactAt: number): number {
  const contact = contactAt + keptDays.withoutContact * day
  const end = conference.endsAt ?? conference.startsAt
  return end === null ? contact : Math.min(contact, Date.parse(end) + keptDays.afterEnd * day)
}

/** The server's time as this device knows it; null where its clock was turned back. */
export function timeOf({ skew, seen }: Pick<Head, 'skew' | 'seen'>, clock: number): number | null {
  const now = clock + skew
  return now < seen - drift ? null : Math.max(now, seen)
}

/** The conferences that may still be read at a time. */
export const readable = (head: Head, now: number): KeptConference[] =>
  head.conferences.filter((one) => readableUntil(one, head.contactAt) > now)

/** Largest original that is taken along, in bytes; the text always is. */
export const largestOriginal = 10 * 1024 * 1024

/** The names that the set is kept under: they change when the content does. */
export const textName = (paper: ReleasedPaper): string =>
  `text:${paper.documentId}:${paper.textVersion}`
export const originalName = (paper: ReleasedPaper): string =>
  `original:${paper.documentId}:${paper.sha256}`

/** What has to be there for these conferences: the text of each paper, and its original where it is not too large. */
export function namesOf(conferences: readonly KeptConference[]): Set<string> {
  const papers = conferences.flatMap((one) => one.papers)
  return new Set(
    papers.flatMap((paper) => [
      textName(paper),
      ...(paper.byteSize <= largestOriginal ? [originalName(paper)] : []),
    ]),
  )
}

/** How much of the set is there: a paper counts when all that has to be there of it is. */
export function completeness(
  conferences: readonly KeptConference[],
  kept: ReadonlySet<string>,
): { there: number; total: number } {
  const papers = conferences.flatMap((one) => one.papers)
  const there = papers.filter((paper) => isKept(paper, kept))
  return { there: there.length, total: papers.length }
}

export function isKept(paper: ReleasedPaper, kept: ReadonlySet<string>): boolean {
  const original = paper.byteSize > largestOriginal || kept.has(originalName(paper))
  return original && kept.has(textName(paper))
}

/** Same letters without case and, letter for letter, without marks: offsets stay. */
const flat = (text: string): string =>
  text
    .replace(/[À-ỹ]/g, (letter) => letter.normalize('NFD')[0] ?? letter)
    .replace(/[đĐ]/g, 'd')
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())

/** Where words stand in a text, also written without marks; offsets as in the text. At most 500. */
export function findAll(text: string, words: string): { start: number; end: number }[] {
  const wanted = words.normalize('NFC').trim()
  if (wanted === '') return []
  const marked = flat(wanted) !== wanted.toLowerCase()
  const [where, what] = marked
    ? [text.toLowerCase(), wanted.toLowerCase()]
    : [flat(text), flat(wanted)]
  const found: { start: number; end: number }[] = []
  let at = where.indexOf(what)
  while (at >= 0 && found.length < 500) {
    found.push({ start: at, end: at + what.length })
    at = where.indexOf(what, at + what.length)
  }
  return found
}
