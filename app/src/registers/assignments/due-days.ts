// Which deadlines fall on a day, and on which days: `dueOn` read backwards. A later deadline never falls on an earlier day.
import { dayAfter, dayBefore } from '../../calendar.ts'

type DueOn = (deadline: string) => string

/** The first deadline that falls on this day or later. */
export function firstDueOn(day: string, dueOn: DueOn): string {
  let first = day
  while (dueOn(dayBefore(first)) >= day) first = dayBefore(first)
  return first
}

/** All deadlines that fall on a day, the earliest first; none for a day off. */
export function deadlinesDueOn(day: string, dueOn: DueOn): string[] {
  const days = []
  for (let one = firstDueOn(day, dueOn); one <= day; one = dayAfter(one))
    if (dueOn(one) === day) days.push(one)
  return days
}

/** How far back a working day is looked for, as in the rule in SQL (`deadlineSql`). */
const farthest = 60

/** The last day up to this one that is worked; the day itself where none is near. */
export function lastWorkedDay(day: string, workingOn: DueOn): string {
  let one = day
  for (let back = 0; back <= farthest; back++, one = dayBefore(one))
    if (workingOn(one) === one) return one
  return day
}
