// What the official count counts, in SQL: which tasks, by which deadline, in which of its numbers. The rules are
// those of `countOf`; a test holds the two together.
import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../http/access.ts'
import { visibleTask } from '../../http/visible.ts'
import { Problem } from '../../problem.ts'
import { columnsAt } from './asof-store.ts'
import { monthsBefore } from './assignment.ts'
import { dueSql, type ProvinceClock } from './clock-store.ts'
import type { CountCell } from './contract.ts'

/** Which tasks are counted; without `by`, by the day they were given. Either end may be open, both days count. */
export interface CountPeriod {
  by?: 'all' | 'assigned' | 'due' | undefined
  from?: string | undefined
  to?: string | undefined
  /** Where they stood at the end of this day, by what was written down until then; today where it is left out. */
  asOf?: string | undefined
}

/** The clock of the day that a period counts on; `invalidInput` for one that lies ahead. */
export function clockFor(clock: ProvinceClock, { asOf }: CountPeriod): ProvinceClock {
  if ((asOf ?? '') > clock.today) throw new Problem('invalidInput', { where: 'asOf' })
  return asOf === undefined ? clock : { ...clock, today: asOf }
}

/**
 * The tasks of a period that the actor may know of, under a condition on `assignment`: with the deadline that
 * stands, the day that the counted one falls on (`counted_due`), and the day they were given (`given_on`).
 */
export function countedTasks(
  actor: Actor,
  clock: ProvinceClock,
  period: CountPeriod,
  where: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const counted =
    clock.basis === 'original' ? sql`coalesce(t.original_deadline, t.standing)` : sql`t.standing`
  const stood = columnsAt(period.asOf)
  return sql`select d.* from (select t.*, ${dueSql(counted, clock)} as counted_due from (
      select assignment.assignment_id, ${stood.lead} as lead_id,
        ${stood.original} as original_deadline, ${stood.doneOn} as done_on,
        ${stood.reportedOn} as reported_on, ${stood.pausedOn} as paused_on,
        ${stood.revokedOn} as revoked_on, ${stood.standing} as standing,
        coalesce(assignment.assigned_on, ${givenSql}) as given_on
      from assignment where assignment.province_id = ${actor.provinceId} and ${stood.entered}
        and assignment.withdrawn_at is null and ${where} and ${visibleTask(actor)}) t) d
    where ${within(period)}`
}

function within({ by = 'assigned', from, to }: CountPeriod): RawBuilder<unknown> {
  if (by === 'all') return sql`true`
  const day = by === 'due' ? sql`d.counted_due` : sql`d.given_on`
  const first = from === undefined ? sql`true` : sql`${day} >= ${from}::date`
  const last = to === undefined ? sql`true` : sql`${day} <= ${to}::date`
  // What is due in no time has no deadline; without either end every given day counts, known or not.
  const known = by === 'due' ? sql`${day} is not null` : sql`true`
  return sql`(${first} and ${last} and ${known})`
}

const done = sql`done_on is not null`
const paused = sql`(done_on is null and paused_on is not null)`
const live = sql`(revoked_on is null and not ${paused})`
const open = sql`(${live} and done_on is null)`
const noDate = sql`counted_due is null`

/** The condition on `countedTasks` for being in one number of the count. */
export function inCell(cell: CountCell, clock: ProvinceClock): RawBuilder<unknown> {
  const until = sql`coalesce(reported_on, ${clock.today}::date)`
  const stale = monthsBefore(clock.today, clock.staleMonths)
  const cells: Record<CountCell, RawBuilder<unknown>> = {
    total: live,
    withDeadline: sql`${live} and not ${noDate}`,
    withoutDeadline: sql`${live} and ${noDate}`,
    done: sql`${live} and ${done}`,
    doneOnTime: sql`${live} and ${done} and (${noDate} or done_on <= counted_due)`,
    doneByDeadline: sql`${live} and ${done} and done_on <= counted_due`,
    doneLate: sql`${live} and ${done} and done_on > counted_due`,
    doneWithoutDeadline: sql`${live} and ${done} and ${noDate}`,
    open,
    openInTerm: sql`${open} and (${noDate} or ${until} <= counted_due)`,
    openOverdue: sql`${open} and ${until} > counted_due`,
    openOverdue30: sql`${open} and ${until} - counted_due > 30`,
    openWithoutDeadline: sql`${open} and ${noDate}`,
    stale: sql`${open} and ${noDate} and given_on < ${stale}::date`,
    awaiting: sql`${open} and reported_on is not null`,
    paused: sql`revoked_on is null and ${paused}`,
    revoked: sql`revoked_on is not null`,
  }
  return sql`(${cells[cell]})`
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
