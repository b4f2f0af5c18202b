// The official count, in all and by lead body.
import { sql } from 'kysely'
import type { Reads } from '../../database/tables.ts'
import { type Actor, authorise } from '../../http/access.ts'
import { organisationNames } from '../organisations/names.ts'
import { type Counted, countOf, onTimeShare } from './assignment.ts'
import { clockOf, type ProvinceClock } from './clock-store.ts'
import type { TaskCount } from './contract.ts'
import { type CountPeriod, clockFor, countedTasks } from './counted-store.ts'
import { fromConference } from './list-store.ts'

export interface CountQuery extends CountPeriod {
  conference?: string | undefined
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
 * `invalidInput` for a day that lies ahead.
 */
export async function countAssignments(
  db: Reads,
  actor: Actor,
  query: CountQuery,
): Promise<CountView> {
  authorise(actor, 'register.read', actor.provinceId)
  const clock = clockFor(await clockOf(db, actor.provinceId), query)
  const conference = query.conference ? fromConference(actor, query.conference) : sql`true`
  const { rows } = await sql<Counted & { leadId: string | null }>`
    select lead_id as "leadId", standing as deadline, original_deadline as "originalDeadline",
      done_on as "doneOn", reported_on as "reportedOn", paused_on as "pausedOn",
      revoked_on as "revokedOn", given_on as "assignedOn", count(*)::integer as count
    from (${countedTasks(actor, clock, query, conference)}) t
    group by 1, 2, 3, 4, 5, 6, 7, 8`.execute(db)
  const names = await organisationNames(
    db,
    actor.provinceId,
    rows.flatMap((row) => row.leadId ?? []),
  )
  const bodies = [...Map.groupBy(rows, (row) => row.leadId)].map(([id, tasks]) => {
    const count = countOf(tasks, clock)
    const share = id === null ? null : onTimeShare(count)
    return { id, name: id && (names.get(id) ?? ''), count, share }
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
