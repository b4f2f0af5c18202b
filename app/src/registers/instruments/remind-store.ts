// What is told of instruments by itself: days by which a body must study and implement one, and that they are over.
import { sql } from 'kysely'
import { daysBetween, todayInVietnam } from '../../calendar.ts'
import type { Reads, Row, Tx } from '../../database/tables.ts'
import { doersOf, headsOf, leadersOf, stagesOf, type Whose } from '../assignments/audience.ts'
import { clockOf } from '../assignments/clock-store.ts'
import { holdersIn } from '../assignments/holders-store.ts'
import type { NotificationKind } from '../mail/notification.ts'
import { tellAll } from '../mail/notification-store.ts'
import { reminderOf } from '../programme/programme.ts'
import { awaitedDays, dutyState } from './duty.ts'
import { dutyFacts } from './view-store.ts'

/** A duty is done by its body, or its heir; the province's office watches over it. */
export const whoseDuty = (row: Pick<Row<'instrument_duty'>, 'organisation_id'>): Whose => ({
  lead_id: row.organisation_id,
  ...{ cooperating_ids: [], follower_id: null, owner_id: null, reported_by: null },
})

/**
 * What bodies have not reported done, of instruments that stand in the register and are not put away; of all bodies,
 * or of these.
 */
export function openDuties(
  db: Reads,
  provinceId: number,
  bodies?: readonly string[],
): Promise<Row<'instrument_duty'>[]> {
  return db
    .selectFrom('instrument_duty')
    .innerJoin('instrument', (join) =>
      join
        .onRef('instrument.province_id', '=', 'instrument_duty.province_id')
        .onRef('instrument.instrument_id', '=', 'instrument_duty.instrument_id'),
    )
    .selectAll('instrument_duty')
    .where('instrument_duty.province_id', '=', provinceId)
    .where('instrument_duty.withdrawn_at', 'is', null)
    .where('instrument_duty.done_on', 'is', null)
    .where('instrument.withdrawn_at', 'is', null)
    .where('instrument.quarantined', '=', false)
    .$if(bodies !== undefined, (query) =>
      query.where(
        sql<boolean>`instrument_duty.organisation_id = any(${[...(bodies ?? [])]}::uuid[])`,
      ),
    )
    .orderBy('instrument_duty.duty_id')
    .execute()
}

/** Of `openDuties` those that their bodies are late with on a day: for who works in these or in their heirs (`workers`). */
export const lateDuties = async (
  db: Reads,
  provinceId: number,
  today: string,
  bodies?: readonly string[],
): Promise<Row<'instrument_duty'>[]> =>
  (await openDuties(db, provinceId, bodies)).filter(
    (row) => dutyState(dutyFacts(row), today) === 'late',
  )

/**
 * Tells the bodies before the days by which they must study and implement an instrument, at the distances of tasks, and
 * on the day after; their heads, then the office's head and the leaders, once it is over for as long as with
 * tasks. Once for each day and distance. How many were told.
 */
export async function remindDuties(tx: Tx, provinceId: number, now: Date): Promise<number> {
  const today = todayInVietnam(now)
  const clock = await clockOf(tx, provinceId, today)
  const rows = await openDuties(tx, provinceId)
  const holders = await holdersIn(tx, provinceId, rows.map(whoseDuty), today)
  let told = 0
  for (const row of rows) {
    const whose = whoseDuty(row)
    const already = new Set<string>()
    const tell = async (
      kind: NotificationKind,
      part: string,
      facts: { what: string; on: string; days: number },
      accounts: readonly string[],
    ) => {
      const others = accounts.filter((one) => !already.has(one))
      for (const one of others) already.add(one)
      const key = `duty:${row.duty_id}:${facts.what}:${part}:${facts.on}`
      const about = { kind: 'instrumentDuty', id: row.duty_id } as const
      told += await tellAll(tx, provinceId, others, { key, kind, about, facts }, now)
    }
    for (const { what, on } of awaitedDays(row)) {
      const left = daysBetween(today, on)
      const facts = { what, on, days: Math.abs(left) }
      if (left >= 0) {
        const reminder = reminderOf(on, clock.remindDays, today)
        const part = `due${reminder?.distance}`
        if (reminder) await tell('dutyDue', part, facts, doersOf(whose, holders))
        continue
      }
      for (const stage of stagesOf(-left, false, clock)) {
        if (stage === 'taskOverdue') await tell('dutyLate', stage, facts, doersOf(whose, holders))
        else {
          const audience = stage === 'taskEscalated' ? headsOf : leadersOf
          await tell('dutyEscalated', stage, facts, audience(whose, [], holders))
        }
      }
    }
  }
  return told
}
