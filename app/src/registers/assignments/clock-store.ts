// The rules of assignment.ts in SQL, for lists and counts; a test holds the two together.
import { type RawBuilder, sql } from 'kysely'
import { dayFrom, todayInVietnam } from '../../calendar.ts'
import { atOnce } from '../../database/at-once.ts'
import type { Reads, Row } from '../../database/tables.ts'
import type { Clock } from './assignment.ts'
import type { AssignmentState } from './contract.ts'
import { type DayOff, knownYears, nextWorkingDay, publicHolidays, workingDays } from './holidays.ts'
import { defaultSetting, type Setting } from './setting.ts'

/** How a province counts on a day, for rows and for SQL. */
export interface ProvinceClock extends Clock, Setting {
  /** Days off whose deadlines fall on another day than the Monday after a weekend: `{day: due}`. */
  exceptions: Readonly<Record<string, string>>
  /** The working day that a day falls on, also where deadlines stand as written: what counts working days asks it. */
  workingOn: (day: string) => string
  /** Where its setting stands; 0 where it has none of its own. */
  version: number
}

/** The clock of a province today, from its setting and its days off. */
export async function clockOf(
  db: Reads,
  provinceId: number,
  today = todayInVietnam(),
): Promise<ProvinceClock> {
  return clockFrom(await atOnce(db, clockAsked(provinceId)), today)
}

/** What a clock is made from. */
export const clockAsked = (provinceId: number) => ({
  setting: sql<Row<'assignment_setting'>>`select * from assignment_setting
    where province_id = ${provinceId}`,
  daysOff: sql<DayOff>`select day, kind, name from day_off where province_id = ${provinceId}
    order by day`,
})

/** The clock of a day, from the answers to `clockAsked`. */
export function clockFrom(
  { setting: [row], daysOff }: { setting: Row<'assignment_setting'>[]; daysOff: DayOff[] },
  today = todayInVietnam(),
): ProvinceClock {
  const setting: Setting = row
    ? {
        basis: row.basis,
        roll: row.roll,
        soonDays: row.soon_days,
        staleMonths: row.stale_months,
        remindDays: row.remind_days,
        escalateDays: row.escalate_days,
        escalateFurtherDays: row.escalate_further_days,
      }
    : defaultSetting
  const rolled = rollingOnce(daysOff)
  const asWritten = { exceptions: {}, dueOn: (deadline: string) => deadline }
  return {
    ...{ ...setting, today, version: row?.version ?? 0, workingOn: rolled.dueOn },
    ...(setting.roll === 'asWritten' ? asWritten : rolled),
  }
}

type Rolling = Pick<ProvinceClock, 'dueOn' | 'exceptions'>

const rolledBy = new Map<string, Rolling>()

/** Every request asks for it, and days off hardly ever change: worked out once for the days that a province has. */
function rollingOnce(own: readonly DayOff[]): Rolling {
  const days = JSON.stringify(own)
  const known = rolledBy.get(days)
  if (known) return known
  const rolled = rolling(own)
  if (rolledBy.size >= 100) rolledBy.clear()
  rolledBy.set(days, rolled)
  return rolled
}

/** Of thirty years. */
const mostDays = 10_000

/** The next working day for every deadline, as a function and as the days that are no plain weekends. */
export function rolling(own: readonly DayOff[]): Rolling {
  const works = workingDays(own)
  const due = new Map<string, string>()
  // A list asks for each of its deadlines, and again for the days that it stops at.
  const dueOn = (deadline: string) => {
    const known = due.get(deadline)
    if (known !== undefined) return known
    if (due.size >= mostDays) due.clear()
    const day = nextWorkingDay(deadline, works)
    due.set(deadline, day)
    return day
  }
  const near = new Set<string>()
  const named = [...knownYears.flatMap(publicHolidays), ...own]
  // A weekend just before a holiday ends later than its Monday.
  for (const { day } of named) for (let at = -9; at <= 0; at++) near.add(dayFrom(day, at))
  const exceptions = Object.fromEntries(
    [...near]
      .sort()
      .map((day) => [day, dueOn(day)] as const)
      .filter(([day, due]) => due !== afterWeekend(day)),
  )
  return { dueOn, exceptions }
}

/** The Monday after a day of a weekend, else the day itself. */
function afterWeekend(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday === 6 ? dayFrom(day, 2) : weekday === 0 ? dayFrom(day, 1) : day
}

/** The day of an event `e` with its conference `ec`; null while it has none, or once it is cancelled. */
export const eventDaySql = sql<string | null>`case when ec.cancelled_at is null then
  coalesce((ec.starts_at at time zone 'Asia/Ho_Chi_Minh')::date, ec.held_on, e.on_date) end`

const shippedHolidays = knownYears.flatMap(publicHolidays).map(({ day }) => day)

/**
 * The deadline of a row of `assignment` as it stands: its own, or so many days before its event. An event does not wait:
 * what has to be done before it and falls on a day off is due on the last working day before, where others are
 * due on the next one, unless the province lets deadlines stand as written.
 */
export const deadlineSql: RawBuilder<string | null> = sql`(case when assignment.event_id is null
  then assignment.deadline else (
    select case when exists (select 1 from assignment_setting where province_id = e.province_id
        and roll = 'asWritten') then e.day
      else coalesce((select max(one.day)::date from generate_series(e.day - 60, e.day, '1 day') one (day)
        left join day_off own on own.province_id = e.province_id and own.day = one.day::date
        where case when own.kind is not null then own.kind = 'working'
          else extract(isodow from one.day) < 6
            and one.day::date <> all(${shippedHolidays}::date[]) end), e.day) end
    from (select e.province_id, ${eventDaySql} - assignment.event_days as day
      from deadline_event e left join conference ec on ec.province_id = e.province_id
        and ec.conference_id = e.conference_id
      where e.province_id = assignment.province_id and e.event_id = assignment.event_id) e) end)`

/** The day that a deadline falls on by the clock (`dueOn`). */
export function dueSql(
  deadline: RawBuilder<unknown>,
  clock: ProvinceClock,
): RawBuilder<string | null> {
  if (clock.roll === 'asWritten') return sql`${deadline}`
  return sql`coalesce((${JSON.stringify(clock.exceptions)}::jsonb ->> (${deadline})::text)::date,
    ${deadline} + case extract(isodow from ${deadline}) when 6 then 2 when 7 then 1 else 0 end)`
}

/**
 * The state of rows of `assignment` (`stateOf`), over a derived `due` column: the day that the deadline
 * falls on.
 */
export const stateSql = (clock: ProvinceClock): RawBuilder<AssignmentState> => sql`(case
  when revoked_on is not null then 'revoked'
  when done_on is not null then
    case when due is null then 'done' when done_on <= due then 'doneOnTime' else 'doneLate' end
  when paused_on is not null then 'paused'
  when reported_on is not null then 'awaiting'
  when due is null then 'noDate'
  when due < ${clock.today}::date then 'overdue'
  when due - ${clock.today}::date <= ${clock.soonDays}::integer then 'dueSoon'
  else 'inTerm' end)`
