// Deadlines that move because their event or its conference moved: those who do the tasks are told.
import { sql } from 'kysely'
import type { Reads, Tx } from '../../database/tables.ts'
import type { Facts } from '../../database/tables-mail.ts'
import { type Actor, systemActor } from '../../http/access.ts'
import { doersOf } from './audience.ts'
import { clockOf, eventDaySql } from './clock-store.ts'
import { holdersIn } from './holders-store.ts'
import { taskRows } from './rows-store.ts'
import { tell } from './tell-store.ts'

/** One event, or all that a conference gives; by id. */
type Moving = { event: string } | { conference: string }

interface EventDay {
  event_id: string
  day: string | null
  /** Grows with every change of the event and of its conference's plan. */
  change: number
}

/** The events with their days as they stand, to be held against those after a change (`tellMoved`). */
export async function eventDays(
  db: Reads,
  provinceId: number,
  of: Moving,
): Promise<ReadonlyMap<string, EventDay>> {
  const which =
    'event' in of ? sql`e.event_id = ${of.event}` : sql`e.conference_id = ${of.conference}`
  const { rows } = await sql<EventDay>`select e.event_id, (${eventDaySql})::text as day,
      e.version + coalesce(ec.version, 0) as change
    from deadline_event e
    left join conference ec on ec.province_id = e.province_id and ec.conference_id = e.conference_id
    where e.province_id = ${provinceId} and ${which}
    order by e.event_id`.execute(db)
  return new Map(rows.map((row) => [row.event_id, row]))
}

/**
 * Tells those who do tasks that hang on these events, are neither confirmed nor revoked, and have another deadline now
 * than `before`: once for each move, but for who moved it.
 */
export async function tellMoved(
  tx: Tx,
  actor: Actor,
  of: Moving,
  before: ReadonlyMap<string, EventDay>,
): Promise<void> {
  const { provinceId } = actor
  const after = await eventDays(tx, provinceId, of)
  const moved = [...after.values()].filter((one) => one.day !== before.get(one.event_id)?.day)
  if (moved.length === 0) return
  const found = await tx
    .selectFrom('assignment')
    .select('assignment_id')
    .where('province_id', '=', provinceId)
    .where(
      'event_id',
      'in',
      moved.map((one) => one.event_id),
    )
    .where('withdrawn_at', 'is', null)
    .where('done_on', 'is', null)
    .where('revoked_on', 'is', null)
    .orderBy('assignment_id')
    .execute()
  const ids = found.map((one) => one.assignment_id)
  const rows = await taskRows(tx, systemActor(provinceId), ids)
  if (rows.length === 0) return
  const clock = await clockOf(tx, provinceId)
  const holders = await holdersIn(tx, provinceId, rows)
  for (const row of rows) {
    const event = after.get(row.event_id ?? '')
    const happening = `event:${event?.day ?? 'none'}:${event?.change ?? 0}`
    const facts: Facts = row.standing === null ? {} : { on: clock.dueOn(row.standing) }
    await tell(tx, actor, row, doersOf(row, holders), 'taskDeadlineMoved', happening, facts)
  }
}
