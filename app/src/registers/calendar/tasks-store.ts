// One's own tasks as entries of a calendar that other people's servers fetch and keep.
import { sql } from 'kysely'
import type { Reads } from '../../database/tables.ts'
import { type Actor, may } from '../../http/access.ts'
import type { CalendarTask } from '../../office/icalendar.ts'
import type { AssignmentView } from '../assignments/contract.ts'
import { listAssignments } from '../assignments/list-store.ts'
import { keyOf, lookUp } from '../mail/about-store.ts'
import { en, vi } from './texts.ts'

/** Most tasks of each list in a calendar; the open ones most urgent first, those that are over newest first. */
const most = { open: 1000, done: 100, revoked: 100 } as const

/**
 * The tasks that the actor's bodies lead or help with, and those that they follow. A title stands in the calendar
 * where it may travel in a mail (`titleTravels`), else the number in the register. None for who reads no register.
 */
export async function ownTaskEntries(
  db: Reads,
  actor: Actor,
  server: string,
): Promise<CalendarTask[]> {
  if (!may(actor, 'register.read', actor.provinceId)) return []
  const tasks: AssignmentView[] = []
  for (const state of ['open', 'done', 'revoked'] as const) {
    const page = await listAssignments(db, actor, { own: 'any', state, limit: most[state] })
    tasks.push(...page.assignments)
  }
  const abouts = tasks.map(({ id }) => ({ kind: 'assignment', id }) as const)
  const seen = await lookUp(db, actor, abouts)
  const changes = await changesOf(db, actor.provinceId, tasks)
  const t = actor.locale === 'en' ? en : vi
  return tasks.map((task) => {
    const known = seen.get(keyOf({ kind: 'assignment', id: task.id }))
    return {
      uid: `${task.id}@giaoban`,
      sequence: task.version,
      changedAt: changes.get(task.id) ?? `${task.assignedOn ?? '2020-01-01'}T00:00:00Z`,
      due: task.dueOn,
      title: known?.travels ? known.title : t.task(task.number),
      url: `${server}/assignments?task=${task.id}`,
      categories: [t.tasks],
      status: statusOf(task),
      percent: task.percent,
      doneOn: task.doneOn,
    }
  })
}

const statuses: Record<AssignmentView['life'], CalendarTask['status']> = {
  assigned: 'NEEDS-ACTION',
  received: 'IN-PROCESS',
  inProgress: 'IN-PROCESS',
  reported: 'IN-PROCESS',
  paused: 'IN-PROCESS',
  confirmed: 'COMPLETED',
  revoked: 'CANCELLED',
}

const statusOf = ({ life }: AssignmentView): CalendarTask['status'] => statuses[life]

/** When something was last done to each task, from the record. */
async function changesOf(
  db: Reads,
  provinceId: number,
  tasks: readonly AssignmentView[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('audit_record')
    .select((build) => ['subject_id', build.fn.max('at').as('at')])
    .where('province_id', '=', provinceId)
    .where('subject_kind', '=', 'assignment')
    .where('action', 'like', 'assignment.%')
    .where(sql<boolean>`subject_id = any(${tasks.map(({ id }) => id)}::text[])`)
    .groupBy('subject_id')
    .execute()
  return new Map(rows.map((row) => [row.subject_id, row.at]))
}
