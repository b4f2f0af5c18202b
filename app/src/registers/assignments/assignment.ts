// Rules of an assignment: where it stands is derived from its facts and today, never stored. `clock.ts` says
// the same in SQL; a test holds the two together.
import { dayFrom, daysBetween } from '../../calendar.ts'
import type { AssignmentFilter, AssignmentLife, AssignmentState, TaskCount } from './contract.ts'
import type { Setting } from './setting.ts'

/** What is known of a task; dates `YYYY-MM-DD`. */
export interface Facts {
  /** The deadline as it stands: the first, an extended one, or that of its event. */
  deadline: string | null
  /** The first deadline it had. */
  originalDeadline: string | null
  doneOn: string | null
  /** The day that its lead body says it was done; null before, and once it was sent back. */
  reportedOn: string | null
  pausedOn: string | null
  revokedOn: string | null
}

/** How a province counts: its setting, and the day that a deadline falls on by it. */
export interface Clock extends Pick<Setting, 'basis' | 'soonDays'> {
  today: string
  dueOn: (deadline: string) => string
}

/**
 * Where a task stands on the clock's day. A deadline is met on the day itself (23:59:59 in Vietnam). What is
 * reported waits for its confirmation; a pause stops the clock.
 */
export function stateOf(task: Facts, clock: Clock): AssignmentState {
  if (task.revokedOn !== null) return 'revoked'
  const due = task.deadline === null ? null : clock.dueOn(task.deadline)
  if (task.doneOn !== null) {
    if (due === null) return 'done'
    return task.doneOn <= due ? 'doneOnTime' : 'doneLate'
  }
  if (task.pausedOn !== null) return 'paused'
  if (task.reportedOn !== null) return 'awaiting'
  return runningState(due, clock)
}

/** The states of a task that is at work. */
export type RunningState = 'overdue' | 'dueSoon' | 'inTerm' | 'noDate'

/** Where a task that is at work stands, by the day it is due. */
export function runningState(
  due: string | null,
  { today, soonDays }: Pick<Clock, 'today' | 'soonDays'>,
): RunningState {
  if (due === null) return 'noDate'
  const left = daysBetween(today, due)
  return left < 0 ? 'overdue' : left <= soonDays ? 'dueSoon' : 'inTerm'
}

/** How far a task has come, whatever its deadline. */
export function lifeOf(task: {
  doneOn: string | null
  reportedOn: string | null
  pausedOn: string | null
  revokedOn: string | null
  receivedAt: string | null
  percent: number | null
}): AssignmentLife {
  if (task.revokedOn !== null) return 'revoked'
  if (task.doneOn !== null) return 'confirmed'
  if (task.pausedOn !== null) return 'paused'
  if (task.reportedOn !== null) return 'reported'
  if (task.percent !== null) return 'inProgress'
  return task.receivedAt === null ? 'assigned' : 'received'
}

/** The states of tasks that are still to be done. */
export const openStates: readonly AssignmentState[] = [
  'overdue',
  'dueSoon',
  'inTerm',
  'noDate',
  'awaiting',
  'paused',
]

/** The states of tasks that are done and confirmed. */
export const doneStates: readonly AssignmentState[] = ['doneOnTime', 'doneLate', 'done']

/** What the queue has to ask: a task without owner or date stays one that asks until it is done. */
export function missingOf(task: {
  leadId: string | null
  leadText: string | null
  deadline: string | null
  eventId: string | null
  doneOn: string | null
  revokedOn: string | null
}): ('owner' | 'date')[] {
  if (task.doneOn !== null || task.revokedOn !== null) return []
  const owned = task.leadId !== null || Boolean(task.leadText?.trim())
  return [
    ...(owned ? [] : ['owner' as const]),
    ...(task.deadline === null && task.eventId === null ? ['date' as const] : []),
  ]
}

/** The states that a list shows; null for the lists that ask for what is missing. */
export function statesOf(filter: AssignmentFilter): readonly AssignmentState[] | null {
  switch (filter) {
    case 'all':
      return [...openStates, ...doneStates, 'revoked']
    case 'open':
      return openStates
    case 'done':
      return doneStates
    case 'queue':
    case 'noOwner':
    case 'noDate':
      return null
    default:
      return [filter]
  }
}

/** Of what a count is made: how many tasks have the same facts. */
export interface Counted extends Facts {
  /** The day it was given, as far as known. */
  assignedOn: string | null
  count: number
}

/**
 * The official count of a set of tasks (done on time or late; open in term or overdue), with those without a
 * deadline told apart and, among them, those given more than `staleMonths` ago. As provinces report it, what
 * has no deadline is on time once done and in term until then. By the setting, the deadline is the first one or the
 * one that stands. What is reported and not confirmed is open, and overdue only where it was reported late. Paused
 * and revoked tasks are counted apart.
 */
export function countOf(
  tasks: readonly Counted[],
  clock: Clock & Pick<Setting, 'staleMonths'>,
): TaskCount {
  const count: TaskCount = {
    total: 0,
    withDeadline: 0,
    withoutDeadline: 0,
    done: 0,
    doneOnTime: 0,
    doneByDeadline: 0,
    doneLate: 0,
    doneWithoutDeadline: 0,
    open: 0,
    openInTerm: 0,
    openOverdue: 0,
    openOverdue30: 0,
    openWithoutDeadline: 0,
    stale: 0,
    awaiting: 0,
    paused: 0,
    revoked: 0,
  }
  const stale = monthsBefore(clock.today, clock.staleMonths)
  for (const task of tasks) {
    const n = task.count
    if (task.revokedOn !== null) {
      count.revoked += n
      continue
    }
    if (task.doneOn === null && task.pausedOn !== null) {
      count.paused += n
      continue
    }
    count.total += n
    const deadline = countedDeadline(task, clock)
    const due = deadline === null ? null : clock.dueOn(deadline)
    if (due === null) count.withoutDeadline += n
    else count.withDeadline += n
    if (task.doneOn !== null) {
      count.done += n
      if (due === null) count.doneWithoutDeadline += n
      else if (task.doneOn <= due) count.doneByDeadline += n
      else count.doneLate += n
      count.doneOnTime = count.doneWithoutDeadline + count.doneByDeadline
      continue
    }
    count.open += n
    if (task.reportedOn !== null) count.awaiting += n
    const until = task.reportedOn ?? clock.today
    if (due !== null && until > due) {
      count.openOverdue += n
      if (daysBetween(due, until) > 30) count.openOverdue30 += n
      continue
    }
    count.openInTerm += n
    if (due === null) {
      count.openWithoutDeadline += n
      if (task.assignedOn !== null && task.assignedOn < stale) count.stale += n
    }
  }
  return count
}

/** The deadline that statistics go by: without a first one, the one that stands. */
export const countedDeadline = (
  task: Pick<Facts, 'deadline' | 'originalDeadline'>,
  { basis }: Pick<Setting, 'basis'>,
): string | null =>
  basis === 'original' ? (task.originalDeadline ?? task.deadline) : task.deadline

/**
 * Share of a body's tasks with a deadline that were on time, of those on time, late and overdue; null where there are
 * fewer than five, which say nothing of a body. What is in term or has no deadline is left out.
 */
export function onTimeShare(count: TaskCount): number | null {
  const of = count.doneByDeadline + count.doneLate + count.openOverdue
  return of < 5 ? null : count.doneByDeadline / of
}

/** The day so many months before another; the month's last day where it has no such day. */
export function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 - months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(date, last))
  return first.toISOString().slice(0, 10)
}

/** The deadline that an event gives: so many days before its day; null while it has none. */
export const eventDeadline = (eventDay: string | null, daysBefore: number): string | null =>
  eventDay === null ? null : dayFrom(eventDay, -daysBefore)

/** Above this, a count says only that there are more: to count on would mean to look at every task. */
export const mostCounted = 1000

/** The order of lists; `clock-store.ts` sorts by it as well. */
export const urgency: readonly AssignmentState[] = [
  'overdue',
  'dueSoon',
  'inTerm',
  'awaiting',
  'noDate',
  'paused',
  'doneLate',
  'doneOnTime',
  'done',
  'revoked',
]

/** Most urgent first, then the earliest deadline. */
export function byUrgency(
  a: { state: AssignmentState; dueOn: string | null; id: string },
  b: { state: AssignmentState; dueOn: string | null; id: string },
): number {
  return (
    urgency.indexOf(a.state) - urgency.indexOf(b.state) ||
    (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') ||
    a.id.localeCompare(b.id)
  )
}
