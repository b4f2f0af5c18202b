// What was typed and is not on the server yet, kept in the tab: it outlives a reload, a sign-in that ran
// out, and a server that is away. It ends with the tab, so that nothing stays on a shared computer.
import type { NewVote, Stance } from './contract.ts'

/** The part of `Storage` that is used. */
export interface Shelf {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
  removeItem(key: string): void
}

/** So many of the saves without an answer are remembered. */
export const unansweredKept = 50

export interface Kept<T> {
  /** Version of the server's text that this was typed over; 0 where there was none. */
  version: number
  given: T
  /** The save that sent this very text, once one did. */
  save?: string
  /** Saves of it that were sent and got no answer: each may have arrived. */
  unanswered?: string[]
}

/**
 * How a kept text is sent: by the same `save` however often it is tried, by one of `fresh` where it is new. `before`
 * are the saves that may have arrived already, `after` those that may once it is sent; of too many the first and
 * the last, as the network went away after one of the first, and comes back with one of the last.
 */
export function tryOf(
  { save: former, unanswered: before = [] }: Pick<Kept<unknown>, 'save' | 'unanswered'>,
  fresh: () => string,
): { save: string; before: string[]; after: string[] } {
  const save = former ?? fresh()
  const all = before.includes(save) ? before : [...before, save]
  const first = unansweredKept / 2
  const after =
    all.length > unansweredKept
      ? [...all.slice(0, first), ...all.slice(first - unansweredKept)]
      : all
  return { save, before, after }
}

/** One draft of one account about one thing. */
export function draftOn<T>(shelf: Shelf, account: string, thing: string) {
  const key = `giaoban.draft.${account}.${thing}`
  return {
    read(): Kept<T> | null {
      try {
        return JSON.parse(shelf.getItem(key) ?? 'null') as Kept<T> | null
      } catch {
        // Cut off while it was written: there is nothing to go on with.
        return null
      }
    },
    keep: (kept: Kept<T>) => shelf.setItem(key, JSON.stringify(kept)),
    drop: () => shelf.removeItem(key),
  }
}

/** An opinion as it stands in its form. */
export interface TypedOpinion {
  speaker: string
  clause: string
  stance: Stance
  body: string
}

const opinionOf = (itemId: string) => `opinion.${itemId}`

/** The opinion that an account is writing down about an item; nothing is kept of one without words. */
export function opinionDraftOn(shelf: Shelf, account: string, itemId: string) {
  const draft = draftOn<TypedOpinion>(shelf, account, opinionOf(itemId))
  return {
    read: (): TypedOpinion | null => draft.read()?.given ?? null,
    keep: (typed: TypedOpinion) =>
      typed.body.trim() === '' && typed.clause.trim() === ''
        ? draft.drop()
        : draft.keep({ version: 0, given: typed }),
  }
}

/** A tally as it stands in its form; numbers as they are typed. */
export interface TypedVote extends Pick<NewVote, 'question' | 'kind' | 'base'> {
  counts: { base: string; agree: string; disagree: string; abstain: string }
}

const voteOf = (itemId: string) => `vote.${itemId}`

/** The tally that an account is entering for an item; nothing is kept of one without a question or a number. */
export function voteDraftOn(shelf: Shelf, account: string, itemId: string) {
  const draft = draftOn<TypedVote>(shelf, account, voteOf(itemId))
  return {
    read: (): TypedVote | null => draft.read()?.given ?? null,
    keep: (typed: TypedVote) =>
      typed.question.trim() === '' && typed.counts.agree === ''
        ? draft.drop()
        : draft.keep({ version: 0, given: typed }),
  }
}

const paperOf = (noticeId: string) => `paper.${noticeId}`

const reportOf = (slotId: string) => `report.${slotId}`

/** The figures of a report that an account is typing. */
export const reportDraftOn = <T>(shelf: Shelf, account: string, slotId: string) =>
  draftOn<T>(shelf, account, reportOf(slotId))

/** The draft of a paper that an account is editing. */
export const paperDraftOn = <T>(shelf: Shelf, account: string, noticeId: string) =>
  draftOn<T>(shelf, account, paperOf(noticeId))

/** One thing to be sent, once for its key however often it is tried. */
export interface Waiting {
  key: string
  kind: 'opinions' | 'votes'
  itemId: string
  body: object
}

/** The things of one account and conference that wait to be sent, in the order they were typed. */
export function outboxOn(shelf: Shelf, account: string, conference: string) {
  const key = `giaoban.outbox.${account}.${conference}`
  const read = (): Waiting[] => {
    try {
      return JSON.parse(shelf.getItem(key) ?? '[]') as Waiting[]
    } catch {
      return []
    }
  }
  return {
    read,
    add: (one: Waiting) => shelf.setItem(key, JSON.stringify([...read(), one])),
    drop: (sent: string) =>
      shelf.setItem(key, JSON.stringify(read().filter((one) => one.key !== sent))),
  }
}

/** Something typed that the server does not have, as it is told to who would lose it. */
export interface Unsent {
  kind: 'decision' | 'paper' | 'reports' | Waiting['kind']
  /** Its words; empty where it has none. */
  text: string
}

/** A shelf whose keys can be listed. */
export interface OpenShelf extends Shelf {
  readonly length: number
  key(index: number): string | null
}

/** What an account has on the shelf, of all conferences; nothing of what cannot be read. */
export function unsentOn(shelf: OpenShelf, account: string): Unsent[] {
  return keysOf(shelf, account).flatMap((key): Unsent[] => {
    try {
      const kept = JSON.parse(shelf.getItem(key) ?? 'null')
      if (Array.isArray(kept)) {
        return (kept as Waiting[]).map(({ kind, body }) => ({ kind, text: wordsOf(body) }))
      }
      const is = (prefix: string) => key.startsWith(`giaoban.draft.${account}.${prefix}`)
      const kind = kinds.find(([prefix]) => is(prefix))?.[1] ?? 'decision'
      return kept ? [{ kind, text: wordsOf((kept as Kept<object>).given) }] : []
    } catch {
      return []
    }
  })
}

/** How many decisions, opinions and tallies of one conference an account has on the shelf, of these items. */
export const unsentCount = (
  shelf: Shelf,
  account: string,
  { conference, items }: { conference: string; items: readonly string[] },
): number =>
  outboxOn(shelf, account, conference).read().length +
  items
    .flatMap((item) => [item, opinionOf(item), voteOf(item)])
    .filter((thing) => draftOn(shelf, account, thing).read() !== null).length

const kinds: readonly [string, Unsent['kind']][] = [
  [opinionOf(''), 'opinions'],
  [voteOf(''), 'votes'],
  [paperOf(''), 'paper'],
  [reportOf(''), 'reports'],
]

/** Takes everything of an account off the shelf. */
export function wipeUnsent(shelf: OpenShelf, account: string): void {
  for (const key of keysOf(shelf, account)) shelf.removeItem(key)
}

const keysOf = (shelf: OpenShelf, account: string): string[] =>
  Array.from({ length: shelf.length }, (_, index) => shelf.key(index) ?? '').filter((key) =>
    ['draft', 'outbox'].some((kind) => key.startsWith(`giaoban.${kind}.${account}.`)),
  )

/** A decision and an opinion have a text, a tally its question, a paper its subject. */
function wordsOf(given: object): string {
  const { body, question, conditions, clause, subject } = given as Record<string, unknown>
  return (
    [body, question, conditions, clause, subject]
      .find((one) => typeof one === 'string' && one !== '')
      ?.toString() ?? ''
  )
}

/** Whether an answer says only that the server is away, so that the same may be sent again. */
export const isAway = (status: number): boolean => [0, 401, 502, 503, 504].includes(status)
