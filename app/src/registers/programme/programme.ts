// Rules of the work programme: where a line of it stands, and when its preparers are to be reminded.
import { dayFrom, daysBetween } from '../../calendar.ts'
import type { Outcome } from '../conferences/plan.ts'

export const entryStates = ['planned', 'placed', 'done', 'late', 'dropped', 'carried'] as const

export type EntryState = (typeof entryStates)[number]

export interface Period {
  year: number
  quarter: number | null
  month: number | null
}

/** What the state follows from. */
export interface EntryFacts extends Period {
  dropped: boolean
  /** Whether a line of another period goes on from it. */
  carried: boolean
  /** The day by which it is to be prepared, `YYYY-MM-DD`. */
  dueOn: string | null
  /** Its item at a conference; null where it has none. */
  item: {
    status: 'on' | 'postponed' | 'withdrawn'
    outcome: Outcome | null
    closed: boolean
  } | null
}

/** The last day of a period: of the month, else of the quarter, else of the year. */
export function lastDayOf({ year, quarter, month }: Period): string {
  const last = month ?? (quarter === null ? 12 : quarter * 3)
  return new Date(Date.UTC(year, last, 0)).toISOString().slice(0, 10)
}

/**
 * Where a line stands on a day. What a conference put off or sent back is to be placed anew; late is what has
 * no place when its day to be prepared, or its period, is over.
 */
export function entryState(facts: EntryFacts, today: string): EntryState {
  if (facts.dropped) return 'dropped'
  if (facts.carried) return 'carried'
  const { item } = facts
  const back = item?.outcome === 'postponed' || item?.outcome === 'returned'
  if (item?.status === 'on' && !(item.closed && back)) return item.closed ? 'done' : 'placed'
  const due = facts.dueOn ?? lastDayOf(facts)
  return today > due || today > lastDayOf(facts) ? 'late' : 'planned'
}

/** Days before the day of preparation at which one may choose to remind. */
export const distances = [30, 14, 7, 3, 1] as const

/** Those that are chosen where nobody chose: of the screen, and of what goes out each morning. */
export const usualDistances: readonly number[] = [14, 7, 1]

export interface Reminder {
  /** Days left; below zero for days past. */
  left: number
  /** The distance that was reached last; 0 where the day is past. */
  distance: number
  /** The days on which later reminders fall. */
  next: string[]
}

/** The reminder that is due for a day of preparation; null where it is still further away than all distances. */
export function reminderOf(
  dueOn: string,
  chosen: readonly number[],
  today: string,
): Reminder | null {
  const left = daysBetween(today, dueOn)
  const reached = chosen.filter((distance) => left <= distance)
  if (left >= 0 && reached.length === 0) return null
  const ahead = chosen.filter((distance) => distance < left).toSorted((a, b) => b - a)
  return {
    left,
    distance: left < 0 ? 0 : Math.min(...reached),
    next: ahead.map((distance) => dayFrom(dueOn, -distance)),
  }
}

/** Whether somebody has still to prepare it. */
export const isOpen = (state: EntryState): boolean =>
  state === 'planned' || state === 'placed' || state === 'late'
