// Where tasks stood at the end of a past day, by what was written down until then: in SQL, for the count.
import { type RawBuilder, sql } from 'kysely'
import { deadlineSql } from './clock-store.ts'

/** The columns that the count is made of; each an expression over `assignment`. */
export interface CountedColumns {
  lead: RawBuilder<string | null>
  standing: RawBuilder<string | null>
  original: RawBuilder<string | null>
  doneOn: RawBuilder<string | null>
  reportedOn: RawBuilder<string | null>
  pausedOn: RawBuilder<string | null>
  revokedOn: RawBuilder<string | null>
  /** Whether the task was in the register. */
  entered: RawBuilder<boolean>
}

/** As they stand at the end of a day (`YYYY-MM-DD`), or now where none is said. */
export const columnsAt = (asOf: string | undefined): CountedColumns =>
  asOf === undefined ? columnsNow : columnsOn(asOf)

const columnsNow: CountedColumns = {
  lead: sql`assignment.lead_id`,
  standing: deadlineSql,
  original: sql`assignment.original_deadline`,
  doneOn: sql`assignment.done_on`,
  reportedOn: sql`assignment.reported_on`,
  pausedOn: sql`assignment.paused_on`,
  revokedOn: sql`assignment.revoked_on`,
  entered: sql`true`,
}

/**
 * As the steps tell that they stood at the end of a day in Vietnam (`YYYY-MM-DD`): what was entered, reported, confirmed,
 * granted, corrected, referred, paused or revoked later is not known yet. What has no step stands as it does today: a
 * lead or first deadline that the office filled in, the day of an event.
 */
function columnsOn(day: string): CountedColumns {
  const over = sql`((${day}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')`
  const steps = (kinds: readonly string[]) => sql`from assignment_step step
    where step.province_id = assignment.province_id
      and step.assignment_id = assignment.assignment_id and step.kind = any(${[...kinds]}::text[])`
  const later = (kinds: readonly string[]) =>
    sql`exists (select 1 ${steps(kinds)} and step.at >= ${over})`
  /** What the last of these steps until then set; as it stands today for what was never stepped to. */
  const last = (sets: string, ends: readonly string[], now: RawBuilder<unknown>) => {
    const kinds = [sets, ...ends]
    return sql<string | null>`case when exists (select 1 ${steps(kinds)})
      then (select case when step.kind = ${sets} then step.on_date end ${steps(kinds)}
        and step.at < ${over} order by step.at desc, step.step_id desc limit 1) else ${now} end`
  }
  const before = (kinds: readonly string[], column: RawBuilder<unknown>) =>
    sql`(select ${column} ${steps(kinds)} and step.at >= ${over} and ${column} is not null
      order by step.at, step.step_id limit 1)`
  const former = sql`step.former_date`
  return {
    lead: sql`coalesce(${before(['referred'], sql`step.from_id`)}, assignment.lead_id)`,
    standing: sql`coalesce(${before(['corrected', 'extended'], former)}, ${deadlineSql})`,
    original: sql`coalesce(${before(['corrected'], former)}, assignment.original_deadline)`,
    doneOn: sql`case when ${later(['confirmed'])} then null else assignment.done_on end`,
    reportedOn: last('reported', ['sentBack'], sql`assignment.reported_on`),
    pausedOn: last('paused', ['resumed', 'revoked'], sql`assignment.paused_on`),
    revokedOn: last('revoked', ['restored'], sql`assignment.revoked_on`),
    entered: sql`assignment.confirmed_at < ${over}`,
  }
}
