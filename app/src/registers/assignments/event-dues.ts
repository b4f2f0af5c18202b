// On which day tasks are due that follow an event: worked out once for each event and number of days before it, whatever
// the number of tasks. The rule is that of `deadlineSql`.
import { type Clock, eventDeadline } from './assignment.ts'
import { lastWorkedDay } from './due-days.ts'
import type { Setting } from './setting.ts'

/** An event with how many days before it something is due. */
export interface Before {
  eventId: string
  days: number
}

export interface EventDue extends Before {
  /** Null while the event has no day. */
  due: string | null
}

interface Days extends Clock, Pick<Setting, 'roll'> {
  workingOn: (day: string) => string
}

/** The days that something is due, so many days before events that have their day, or none yet. */
export const eventDues = (
  pairs: readonly (Before & { eventDay: string | null })[],
  clock: Days,
): EventDue[] =>
  pairs.map(({ eventId, days, eventDay }) => {
    const day = eventDeadline(eventDay, days)
    const standing =
      day === null || clock.roll === 'asWritten' ? day : lastWorkedDay(day, clock.workingOn)
    return { eventId, days, due: standing && clock.dueOn(standing) }
  })
