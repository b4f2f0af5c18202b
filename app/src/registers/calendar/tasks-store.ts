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
    const query = { own: 'any', state, limit: most[state], counts: 'none' } as const
    const page = await listAssignments(db, actor, query)
    tasks.push(...page.assignments)
  }
  const abouts = tasks.map(({ id }) => ({ kind: 'assignment', id }) as const)
  const seen = await lookUp(db, actor, abouts)
  const changes = await changesOf(db, actor.provinceId, tasks)
  const t = actor.locale === 'en' ? en : vi
  return tasks.map((task) => {
    const known = seen.get(keyOf({ kind: 'assignment', id: task.id }))
    const changedAt = changes.get(task.id) ?? `${task.assignedOn ?? '2020-01-01'}T00:00:00Z`
    return {
      uid: `${task.id}@giaoban`,
      sequence: sequenceOf(task.version, changedAt),
      changedAt,
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

/**
 * SEQUENCE of a task (RFC 5545: it grows with every change): the seconds from 2020 to its last change, for versions do
 * not add up. A task that no longer follows its event would fall behind what it was while it did.
 */
const sequenceOf = (version: number, changedAt: string): number =>
  Math.max(version, Math.floor((Date.parse(changedAt) - Date.UTC(2020)) / 1000))

/** When something was last done to each task, or to the event that its deadline follows, from the record. */
async function changesOf(
  db: Reads,
  provinceId: number,
  tasks: readonly AssignmentView[],
): Promise<ReadonlyMap<string, string>> {
  const ids = tasks.map(({ id }) => id)
  const { rows } = await sql<{ id: string; at: string }>`
    with task as (select t.assignment_id as id, e.event_id, e.conference_id from assignment t
      left join deadline_event e on e.province_id = t.province_id and e.event_id = t.event_id
      where t.province_id = ${provinceId} and t.assignment_id = any(${ids}::uuid[])),
    subject as (select id, 'assignment' as kind, id::text as subject from task
      union all select id, 'deadlineEvent', event_id::text from task where event_id is not null
      union all select id, 'conference', conference_id::text from task where conference_id is not null)
    select subject.id, max(r.at) as at from subject
    join audit_record r on r.province_id = ${provinceId} and r.subject_kind = subject.kind
      and r.subject_id = subject.subject
    where r.action like 'assignment.%' or r.action like 'deadlineEvent.%'
      or r.action in ('conference.plan', 'conference.replan', 'conference.cancel', 'conference.change')
    group by subject.id`.execute(db)
  return new Map(rows.map((row) => [row.id, row.at]))
}
