// Rules of a conference that is held here: where it stands follows from its moments and the clock.

export const stages = ['planned', 'invited', 'running', 'closed', 'cancelled'] as const

export type Stage = (typeof stages)[number]

/** What is asked of the conference about an item (domain.md §6: xin ý kiến, quyết định, …). */
export const askedFor = ['decide', 'agreeInPrinciple', 'giveOpinion', 'note'] as const

export type AskedFor = (typeof askedFor)[number]

/** How a conference may end an item: the outcomes of the reader's findings. */
export const outcomes = [
  'adopted',
  'agreed',
  'agreedInPrinciple',
  'agreedWithChanges',
  'opinionGiven',
  'returned',
  'postponed',
  'noted',
  'elected',
  'dismissed',
  'issued',
  'other',
] as const

export type Outcome = (typeof outcomes)[number]

/** Kinds of conference that a body holds; as the reader names them. */
export const conferenceTypes = [
  'executiveCommittee',
  'standingCommittee',
  'standing',
  'briefing',
  'peoplesCouncil',
  'peoplesCommittee',
  'working',
  'summary',
  'thematic',
  'other',
] as const

interface Moments {
  cancelledAt: string | null
  closedAt: string | null
  openedAt: string | null
  invited: boolean
}

/** Where a conference stands. */
export function stageOf({ cancelledAt, closedAt, openedAt, invited }: Moments): Stage {
  if (cancelledAt !== null) return 'cancelled'
  if (closedAt !== null) return 'closed'
  if (openedAt !== null) return 'running'
  return invited ? 'invited' : 'planned'
}

/** The tone of a stage's chip. */
export const stageTone = {
  planned: 'none',
  invited: 'neutral',
  running: 'warn',
  closed: 'good',
  cancelled: 'bad',
} as const satisfies Record<Stage, string>

/** Both or neither, the part no more than the whole; `undefined`, which is no number, is none. */
export function isQuorum(part: number | null | undefined, of: number | null | undefined): boolean {
  if (part === undefined || of === undefined) return false
  return part === null || of === null ? part === of : part <= of
}

/** Whether two moments can be beginning and end; what is not known stands in nobody's way. */
export const inOrder = (
  starts: string | null | undefined,
  ends: string | null | undefined,
): boolean => !starts || !ends || Date.parse(starts) < Date.parse(ends)
