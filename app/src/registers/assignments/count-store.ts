// The official count, in all and by lead body.
import { sql } from 'kysely'
import type { Reads } from '../../database/tables.ts'
import { type Actor, authorise } from '../../http/access.ts'
import { visibleTask } from '../../http/visible.ts'
import { organisationNames } from '../organisations/names.ts'
import { type Counted, countOf, onTimeShare } from './assignment.ts'
import { clockOf, deadlineSql, type ProvinceClock } from './clock-store.ts'
import type { TaskCount } from './contract.ts'
import { fromConference } from './list-store.ts'

export interface CountQuery {
  conference?: string | undefined
  /** Tasks given from this day to that one; either may be open. */
  from?: string | undefined
  to?: string | undefined
}

export interface CountView {
  today: string
  basis: ProvinceClock['basis']
  roll: ProvinceClock['roll']
  staleMonths: number
  all: TaskCount
  bodies: { id: string | null; name: string | null; count: TaskCount; share: number | null }[]
}

/**
 * Counts the tasks that the actor may know of. Bodies with most overdue tasks come first; tasks without a lead body
 * of the province stand together at the end. A share is told only of bodies with at least five tasks that count.
 */
export async function countAssignments(
  db: Reads,
  actor: Actor,
  query: CountQuery,
): Promise<CountView> {
  authorise(actor, 'register.read', actor.provinceId)
  const clock = await clockOf(db, actor.provinceId)
  const { rows } = await sql<Counted & { leadId: string | null }>`
    select lead_id as "leadId", standing as deadline, original_deadline as "originalDeadline",
      done_on as "doneOn", reported_on as "reportedOn", paused_on as "pausedOn",
      revoked_on as "revokedOn", given_on as "assignedOn", count(*)::integer as count
    from (select assignment.lead_id, assignment.original_deadline, assignment.done_on,
        assignment.reported_on, assignment.paused_on, assignment.revoked_on,
        ${deadlineSql} as standing, coalesce(assignment.assigned_on, ${givenSql}) as given_on
      from assignment where assignment.province_id = ${actor.provinceId}
        and assignment.withdrawn_at is null and ${visibleTask(actor)}
        and ${query.conference ? fromConference(actor, query.conference) : sql`true`}) t
    where (${query.from ?? null}::date is null or given_on >= ${query.from ?? null}::date)
      and (${query.to ?? null}::date is null or given_on <= ${query.to ?? null}::date)
    group by 1, 2, 3, 4, 5, 6, 7, 8`.execute(db)
  const names = await organisationNames(
    db,
    actor.provinceId,
    rows.flatMap((row) => row.leadId ?? []),
  )
  const bodies = [...Map.groupBy(rows, (row) => row.leadId)].map(([id, tasks]) => {
    const count = countOf(tasks, clock)
    return { id, name: id && (names.get(id) ?? ''), count, share: onTimeShare(count) }
  })
  bodies.sort(
    (a, b) =>
      Number(a.id === null) - Number(b.id === null) ||
      b.count.openOverdue - a.count.openOverdue ||
      b.count.total - a.count.total ||
      (a.name ?? '').localeCompare(b.name ?? '', 'vi'),
  )
  const { today, basis, roll, staleMonths } = clock
  return { today, basis, roll, staleMonths, all: countOf(rows, clock), bodies }
}

/** The day of the conference, else of the document, that gave a task. */
const givenSql = sql<string | null>`case when assignment.session_item_id is null
  then (select coalesce(conference.held_on, document.document_date) from document
    left join conference on conference.province_id = document.province_id
      and conference.conference_id = document.conference_id and conference.withdrawn_at is null
    where document.province_id = assignment.province_id
      and document.document_id = assignment.document_id)
  else (select coalesce(conference.held_on,
      (conference.starts_at at time zone 'Asia/Ho_Chi_Minh')::date) from session_item
    join conference on conference.province_id = session_item.province_id
      and conference.conference_id = session_item.conference_id
    where session_item.province_id = assignment.province_id
      and session_item.session_item_id = assignment.session_item_id) end`
