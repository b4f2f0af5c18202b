// Rules of an assignment: its state is derived from its dates and today, never stored.
import { daysBetween } from '../../calendar.ts'
import type { AssignmentFilter, AssignmentState } from './contract.ts'

interface Dates {
  deadline: string | null
  doneOn: string | null
}

/** Days before the deadline from which a task counts as due soon. */
const soon = 7

/** Where a task stands on a day (`YYYY-MM-DD`). A deadline is met on the day itself. */
export function stateOf({ deadline, doneOn }: Dates, today: string): AssignmentState {
  if (doneOn !== null) {
    if (deadline === null) return 'done'
    return doneOn <= deadline ? 'doneOnTime' : 'doneLate'
  }
  if (deadline === null) return 'noDate'
  const left = daysBetween(today, deadline)
  return left < 0 ? 'overdue' : left <= soon ? 'dueSoon' : 'inTerm'
}

/** What the queue has to ask: a task without owner or date stays one that asks until it is done. */
export function missingOf(task: {
  leadText: string | null
  deadline: string | null
  doneOn: string | null
}): ('owner' | 'date')[] {
  if (task.doneOn !== null) return []
  return [
    ...(task.leadText?.trim() ? [] : ['owner' as const]),
    ...(task.deadline === null ? ['date' as const] : []),
  ]
}

interface Stated {
  state: AssignmentState
  missing: ('owner' | 'date')[]
}

/** Whether a task belongs into a list. */
export function fits(task: Stated, filter: AssignmentFilter): boolean {
  const done = task.state === 'done' || task.state === 'doneOnTime' || task.state === 'doneLate'
  switch (filter) {
    case 'all':
      return true
    case 'open':
      return !done
    case 'done':
      return done
    case 'dueSoon':
    case 'overdue':
      return task.state === filter
    case 'queue':
      return task.missing.length > 0
    case 'noOwner':
      return task.missing.includes('owner')
    case 'noDate':
      return task.missing.includes('date')
  }
}

const urgency: AssignmentState[] = [
  'overdue',
  'dueSoon',
  'inTerm',
  'noDate',
  'doneLate',
  'doneOnTime',
  'done',
]

/** Most urgent first, then the earliest deadline. */
export function byUrgency(
  a: { state: AssignmentState; deadline: string | null; id: string },
  b: { state: AssignmentState; deadline: string | null; id: string },
): number {
  return (
    urgency.indexOf(a.state) - urgency.indexOf(b.state) ||
    (a.deadline ?? '9999').localeCompare(b.deadline ?? '9999') ||
    a.id.localeCompare(b.id)
  )
}
