// How a province counts deadlines, with its days off.
import { sql } from 'kysely'
import { todayInVietnam } from '../../calendar.ts'
import type { Reads, Tx } from '../../database/tables.ts'
import { type Actor, authorise } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import { clockOf } from './clock-store.ts'
import { type DayOff, publicHolidays, unverifiedHolidays } from './holidays.ts'
import type { Setting } from './setting.ts'

export interface SettingView {
  setting: Setting
  days: DayOff[]
  shipped: DayOff[]
  unverified: DayOff[]
  version: number
}

/** The setting of the actor's province; version 0 while it has none of its own. */
export async function settingOf(db: Reads, actor: Actor): Promise<SettingView> {
  authorise(actor, 'register.read', actor.provinceId)
  const { basis, roll, soonDays, staleMonths, version, today, ...clock } = await clockOf(
    db,
    actor.provinceId,
  )
  const { remindDays, escalateDays, escalateFurtherDays } = clock
  const days = await db
    .selectFrom('day_off')
    .select(['day', 'kind', 'name'])
    .where('province_id', '=', actor.provinceId)
    .orderBy('day')
    .execute()
  const year = Number(today.slice(0, 4))
  return {
    setting: {
      ...{ basis, roll, soonDays, staleMonths },
      ...{ remindDays, escalateDays, escalateFurtherDays },
    },
    days,
    shipped: [year - 1, year, year + 1].flatMap(publicHolidays),
    unverified: [year, year + 1]
      .flatMap(unverifiedHolidays)
      .filter(({ day }) => !days.some((one) => one.day === day)),
    version,
  }
}

/** Sets it all at once. `versionOld` where somebody else set it since; each day at most once, no step up before the one below it (`invalidInput`). */
export async function setSetting(
  tx: Tx,
  actor: Actor,
  version: number,
  { setting, days }: { setting: Setting; days: DayOff[] },
): Promise<SettingView> {
  authorise(actor, 'assignment.manage', actor.provinceId)
  if (setting.escalateFurtherDays < setting.escalateDays) {
    throw new Problem('invalidInput', { where: 'escalateFurtherDays' })
  }
  if (new Set(days.map(({ day }) => day)).size < days.length) {
    throw new Problem('invalidInput', { where: 'days' })
  }
  const { provinceId } = actor
  // One at a time, also for the first.
  await sql`select 1 from province where province_id = ${provinceId} for update`.execute(tx)
  const before = await settingOf(tx, actor)
  if (before.version !== version) throw new Problem('versionOld', { current: before })
  const columns = {
    basis: setting.basis,
    roll: setting.roll,
    soon_days: setting.soonDays,
    stale_months: setting.staleMonths,
    remind_days: JSON.stringify([...new Set(setting.remindDays)].sort((a, b) => b - a)),
    escalate_days: setting.escalateDays,
    escalate_further_days: setting.escalateFurtherDays,
    version: version + 1,
  }
  await tx
    .insertInto('assignment_setting')
    .values({ province_id: provinceId, ...columns })
    .onConflict((conflict) => conflict.column('province_id').doUpdateSet(columns))
    .execute()
  await tx.deleteFrom('day_off').where('province_id', '=', provinceId).execute()
  if (days.length > 0) {
    await tx
      .insertInto('day_off')
      .values(days.map((one) => ({ province_id: provinceId, ...one })))
      .execute()
  }
  await writeRecord(tx, actor, {
    action: 'assignmentSetting.change',
    subjectKind: 'province',
    subjectId: String(provinceId),
    before: { setting: before.setting, days: before.days },
    after: { setting, days, on: todayInVietnam() },
  })
  return settingOf(tx, actor)
}
