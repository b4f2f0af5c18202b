// Who is told of reports by itself: before one is due, and once it is missing. Each once for its day.
import { dayFrom, daysBetween, todayInVietnam } from '../../calendar.ts'
import type { Tx } from '../../database/tables.ts'
import { systemActor } from '../../http/access.ts'
import { caughtUp } from '../assignments/audience.ts'
import { tellAll } from '../mail/notification-store.ts'
import { reminderOf } from '../programme/programme.ts'
import { actingFor } from './people-store.ts'
import { contextOf, lineOf } from './slots-store.ts'

/** A slot whose period ended longer ago than this, in days, is told of no more, whatever its cut-off. */
const longest = 120

/**
 * Tells whoever answers for a report that it is due in so many days (the distances of the province's tasks), today,
 * or missing; where that account acts for the unit no more, all who do. How many were told.
 */
export async function remindReports(tx: Tx, provinceId: number, now: Date): Promise<number> {
  const today = todayInVietnam(now)
  const system = systemActor(provinceId)
  const rows = await tx
    .selectFrom('report_slot')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('excused', '=', false)
    .where('sent_on', 'is', null)
    .where('period_to', '>=', dayFrom(today, -longest))
    .where('period_to', '<=', dayFrom(today, longest))
    .execute()
  const context = await contextOf(tx, system, rows)
  const gone = rows.filter((row) => lineOf(row, context)?.responsible.acts === false)
  const acting = Map.groupBy(
    await actingFor(
      tx,
      provinceId,
      gone.map((row) => row.organisation_id),
      today,
    ),
    (one) => one.organisationId,
  )
  let told = 0
  for (const row of rows) {
    const line = lineOf(row, context)
    if (!line) continue
    const left = daysBetween(today, line.due)
    const over = daysBetween(line.last, today)
    const reminder = left < 0 ? null : reminderOf(line.due, context.clock.remindDays, today)
    if (reminder === null && (over < 1 || over >= 1 + caughtUp)) continue
    const { acts, id } = line.responsible
    const accounts = acts
      ? [id]
      : [...new Set(acting.get(row.organisation_id)?.map((one) => one.id))]
    const part = reminder === null ? 'missing' : `due${reminder.distance}`
    told += await tellAll(
      tx,
      provinceId,
      accounts,
      {
        key: `report:${line.id}:${part}:${line.due}`,
        kind: reminder === null ? 'reportMissing' : 'reportDue',
        about: { kind: 'reportSlot', id: line.id },
        facts: { days: Math.abs(left), on: line.due },
      },
      now,
    )
  }
  return told
}
