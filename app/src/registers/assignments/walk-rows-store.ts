// Rows of `assignment` along the indexes of 0039-lists-by-index.sql: the first ones behind a place, and no more. Texts and
// limits are constants, so that each connection plans them once.
import { type RawBuilder, sql } from 'kysely'
import { eachRequest } from '../../database/prepared.ts'
import type { Reads } from '../../database/tables.ts'
import { eventDaySql } from './clock-store.ts'
import type { Before } from './event-dues.ts'

type Sql = RawBuilder<unknown>

/** What is known of a task without its deadline, as the indexes have it. */
export type Life = 'running' | 'awaiting' | 'paused' | 'done' | 'revoked'

export const lifeSql =
  sql.raw(`(case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end)`)

/** Along which index tasks are looked for. `all`: the province's; `other`: that bodies help with, or somebody follows. */
export type Branch =
  | { by: 'all' }
  | { by: 'lead'; bodies: readonly string[] }
  | { by: 'none' }
  | { by: 'other'; helping?: readonly string[]; follower?: string | null }

/** The tasks that are asked for: of one branch or another, and under this condition. */
export interface Asked {
  provinceId: number
  branches: readonly Branch[]
  where: Sql
}

/** True where nobody is named for a task. */
export const ownerMissing = sql<boolean>`(assignment.lead_id is null
  and coalesce(btrim(assignment.lead_text), '') = '')`

export interface Placed {
  id: string
  deadline: string
}

/** Where in the order of deadlines: behind an id on these days, then on all days behind one and up to another. */
export interface Stretch {
  days: readonly string[]
  after: string
  behind: string
  upTo: string
}

interface Along {
  /** Null: that of the row `part` (`part.life`), for who counts several at once. */
  life: Life | null
  /** A condition on a deadline or an id. */
  here: Sql
  order: Sql
  limit: number
}

/** The first `limit` along one branch, in an order. */
function along(
  { provinceId, where }: Asked,
  branch: Branch,
  { life, here, order, limit }: Along,
): Sql {
  // Taken out first: no index has both who helps and the deadline, and two indexes read whole are the worst plan.
  const apart = branch.by === 'other'
  const from = apart
    ? sql`(select * from assignment where assignment.province_id = ${provinceId}
        and ${stands(life)} and ${isOf(branch)} offset 0) assignment`
    : sql`assignment`
  const rows = sql`(select assignment.assignment_id, assignment.deadline from ${from}
    where assignment.province_id = ${provinceId} and assignment.event_id is null and ${lives(life)}
      and ${apart ? sql`true` : isOf(branch)} and ${here} and ${where}
    order by ${order} limit ${sql.lit(limit)})`
  if (branch.by !== 'lead' || branch.bodies.length === 1) return rows
  return sql`(select one.* from unnest(${[...branch.bodies]}::uuid[]) led (body)
    cross join lateral ${rows} one)`
}

const isOf = (branch: Branch): Sql => {
  switch (branch.by) {
    case 'all':
      return sql`true`
    case 'lead':
      // By one body a kept plan costs what one made for it costs; of an array it expects ten.
      return branch.bodies.length === 1
        ? sql`assignment.lead_id = ${branch.bodies[0]}::uuid`
        : sql`assignment.lead_id = led.body`
    case 'none':
      return sql`assignment.lead_id is null`
    case 'other':
      return sql`(${sql.join(
        [
          ...(branch.helping
            ? [sql`assignment.cooperating_ids ?| ${[...branch.helping]}::text[]`]
            : []),
          ...(branch.follower ? [sql`assignment.follower_id = ${branch.follower}`] : []),
          sql`false`,
        ],
        sql` or `,
      )})`
  }
}

/** As the indexes say it: a partial one is used where the question repeats what it holds. */
const lives = (life: Life | null): Sql =>
  sql`${stands(life)} and ${lifeSql} = ${life === null ? sql`part.life` : sql.lit(life)}`

const stands = (life: Life | null): Sql => {
  const open = sql`and assignment.done_on is null and assignment.revoked_on is null`
  const ended = life === null || life === 'done' || life === 'revoked'
  return sql`assignment.withdrawn_at is null ${ended ? sql`` : open}`
}

/** The branches as a condition, for tasks that no index leads to. */
export const inBranches = (branches: readonly Branch[]): Sql =>
  sql`(${sql.join(
    branches.map((one) =>
      one.by === 'lead' ? sql`assignment.lead_id = any(${[...one.bodies]}::uuid[])` : isOf(one),
    ),
    sql` or `,
  )})`

export const branched = (asked: Asked, each: Along): Sql =>
  sql`(select * from (${sql.join(
    asked.branches.map((branch) => along(asked, branch, each)),
    sql` union `,
  )}) branch order by ${each.order} limit ${sql.lit(each.limit)})`

export const byDeadline = sql`deadline, assignment_id`
export const byId = sql`assignment_id`

/** The first tasks of a stretch: whole days by id, then by deadline and id, each up to `limit`. */
export async function tasksAlong(
  db: Reads,
  asked: Asked,
  life: Life,
  { days, after, behind, upTo }: Stretch,
  limit: number,
): Promise<{ ofDays: Placed[]; further: Placed[] }> {
  const further = branched(asked, {
    ...{ life, limit, order: byDeadline },
    here: sql`assignment.deadline > ${behind}::date and assignment.deadline <= ${upTo}::date`,
  })
  const onDay = branched(asked, {
    ...{ life, limit, order: byId },
    here: sql`assignment.deadline = day.on_day and assignment.assignment_id > ${after}::uuid`,
  })
  // A first page has no day to go on with, and the policy is long: it stands in the text once.
  const ofDays = sql`union all select one.assignment_id, one.deadline, true
    from unnest(${[...days]}::date[]) day (on_day) cross join lateral ${onDay} one`
  const { rows } = await sql<Placed & { of_days: boolean }>`
    select assignment_id as id, deadline, false as of_days from ${further} further
    ${days.length > 0 ? ofDays : sql``} ${eachRequest}`.execute(db)
  return {
    ofDays: rows.filter((row) => row.of_days),
    further: rows.filter((row) => !row.of_days),
  }
}

/** The first tasks behind an id that have neither a deadline nor an event. */
export async function tasksWithoutDay(
  db: Reads,
  asked: Asked,
  life: Life,
  after: string,
  limit: number,
): Promise<string[]> {
  const here = sql`assignment.deadline is null and assignment.assignment_id > ${after}::uuid`
  const { rows } = await sql<{ id: string }>`
    select assignment_id as id from ${branched(asked, { life, here, limit, order: byId })} one
    ${eachRequest}`.execute(db)
  return rows.map((row) => row.id)
}

/**
 * All pairs of an event and a number of days that tasks of the province hang on, with the day of the event: from pair to
 * pair along the index, so that a thousand tasks of one pair are one step.
 */
export function eventsBefore(provinceId: number): RawBuilder<Before & { eventDay: string | null }> {
  const first = (behind: Sql) => sql`(select t.event_id, t.event_days from assignment t
    where t.province_id = ${provinceId} and t.withdrawn_at is null and t.event_id is not null
      and ${behind} order by t.event_id, t.event_days limit 1)`
  return sql`
    with recursive pair as (${first(sql`true`)} union all select next.* from pair cross join lateral ${first(
      sql`(t.event_id, t.event_days) > (pair.event_id, pair.event_days)`,
    )} next)
    select e.event_id as "eventId", pair.event_days as days, ${eventDaySql} as "eventDay" from pair
    join deadline_event e on e.province_id = ${provinceId} and e.event_id = pair.event_id
    left join conference ec on ec.province_id = e.province_id and ec.conference_id = e.conference_id`
}

/** The first tasks of each pair behind an id of its own. */
export async function tasksBefore(
  db: Reads,
  { provinceId, branches, where }: Asked,
  life: Life,
  pairs: readonly (Before & { after: string })[],
  limit: number,
): Promise<(Before & { id: string })[]> {
  if (pairs.length === 0) return []
  const { rows } = await sql<Before & { id: string }>`
    select one.assignment_id as id, pair.event_id as "eventId", pair.event_days as days
    from unnest(${pairs.map((one) => one.eventId)}::uuid[], ${pairs.map((one) => one.days)}::integer[],
      ${pairs.map((one) => one.after)}::uuid[]) pair (event_id, event_days, after)
    cross join lateral (select assignment.assignment_id from assignment
      where assignment.province_id = ${provinceId} and ${lives(life)}
        and assignment.event_id = pair.event_id and assignment.event_days = pair.event_days
        and assignment.assignment_id > pair.after and ${inBranches(branches)} and ${where}
      order by assignment.assignment_id limit ${sql.lit(limit)}) one
    ${eachRequest}`.execute(db)
  return rows
}
