// Phiếu lấy ý kiến: where a round and each of its answers stands, and when somebody is reminded. What is
// derived from the deadline is derived here, never stored.
import { daysBetween, todayInVietnam } from '../../calendar.ts'

export const stances = ['agree', 'agreeWithChanges', 'disagree', 'other'] as const

export type Stance = (typeof stances)[number]

/** Tiếp thu, tiếp thu một phần, giải trình (giữ như dự thảo). */
export const opinionAnswers = ['accepted', 'partly', 'notAccepted'] as const

export type OpinionAnswer = (typeof opinionAnswers)[number]

/** `due`: the deadline has passed and the round still takes late answers. */
export const roundStates = ['open', 'due', 'closed'] as const

export type RoundState = (typeof roundStates)[number]

export const answerStates = ['waiting', 'overdue', 'answered', 'answeredLate', 'silent'] as const

/** `silent`: the round was closed without an answer; that is no agreement. */
export type AnswerState = (typeof answerStates)[number]

/** Moments as ISO text. */
interface Deadline {
  dueAt: string
  closedAt: string | null
}

const after = (moment: string, limit: string): boolean => Date.parse(moment) > Date.parse(limit)

export function roundState({ dueAt, closedAt }: Deadline, now: Date): RoundState {
  if (closedAt !== null) return 'closed'
  return after(now.toISOString(), dueAt) ? 'due' : 'open'
}

/** Where the answer of one addressee stands; `answeredAt` null where there is none. */
export function answerState(round: Deadline, answeredAt: string | null, now: Date): AnswerState {
  if (answeredAt !== null) return after(answeredAt, round.dueAt) ? 'answeredLate' : 'answered'
  const state = roundState(round, now)
  if (state === 'closed') return 'silent'
  return state === 'due' ? 'overdue' : 'waiting'
}

/**
 * Why no answer can be given or changed now, null where it can: a closed round takes none; what was given
 * in time stands from the deadline on, what came or comes late may be changed until the round is closed.
 */
export function refusedAnswer(
  round: Deadline,
  answeredAt: string | null,
  now: Date,
): 'roundClosed' | 'answerFrozen' | null {
  const state = roundState(round, now)
  if (state === 'closed') return 'roundClosed'
  if (state === 'open' || answeredAt === null) return null
  return after(answeredAt, round.dueAt) ? null : 'answerFrozen'
}

/** Calendar days in Vietnam until the day of the deadline; negative after it. */
export const daysLeft = (dueAt: string, now: Date): number =>
  daysBetween(todayInVietnam(now), todayInVietnam(new Date(dueAt)))

/**
 * The distance (days before the deadline) that a reminder is due for now: the nearest one reached, so that
 * whoever missed an earlier one is not reminded twice on a day. Null where none is reached, it was queued
 * already, or the deadline has passed.
 */
export function reminderDue(
  round: Deadline & { remindDays: readonly number[] },
  reminded: readonly number[],
  now: Date,
): number | null {
  if (roundState(round, now) !== 'open') return null
  const left = daysLeft(round.dueAt, now)
  const reached = round.remindDays.filter((days) => days >= left)
  if (reached.length === 0) return null
  const nearest = Math.min(...reached)
  return reminded.includes(nearest) ? null : nearest
}

export interface AnswerCounts {
  all: number
  answered: number
  late: number
  /** Without an answer, whether they still may give one or not. */
  silent: number
}

export function countAnswers(states: readonly AnswerState[]): AnswerCounts {
  const of = (...some: AnswerState[]) => states.filter((state) => some.includes(state)).length
  return {
    all: states.length,
    answered: of('answered', 'answeredLate'),
    late: of('answeredLate'),
    silent: of('waiting', 'overdue', 'silent'),
  }
}

export interface OpinionCounts {
  all: number
  unanswered: number
  accepted: number
  partly: number
  notAccepted: number
}

export function countOpinions(
  opinions: readonly { answer: OpinionAnswer | null }[],
): OpinionCounts {
  const of = (answer: OpinionAnswer | null) =>
    opinions.filter((opinion) => opinion.answer === answer).length
  return {
    all: opinions.length,
    unanswered: of(null),
    accepted: of('accepted'),
    partly: of('partly'),
    notAccepted: of('notAccepted'),
  }
}

/** An answer without its reason: only what is accepted as it was said needs none. */
export const lacksReason = (answer: OpinionAnswer | null, reason: string | null): boolean =>
  (answer === 'partly' || answer === 'notAccepted') && !reason?.trim()

/** Whoever is asked sees a round, so it has all levels but the narrowest. */
export const roundLevels = ['participants', 'organisation', 'internal', 'public'] as const

export type RoundLevel = (typeof roundLevels)[number]

/** How the states are drawn. */
export const roundTone = { open: 'neutral', due: 'warn', closed: 'none' } as const

export const answerTone = {
  waiting: 'none',
  overdue: 'bad',
  answered: 'good',
  answeredLate: 'warn',
  silent: 'bad',
} as const

export const opinionTone = { accepted: 'good', partly: 'warn', notAccepted: 'bad' } as const
