// Lists of tasks, a page at a time, and how many there are of each: in SQL, by the rules of assignment.ts.
import { type RawBuilder, sql } from 'kysely'
import { atOnce } from '../../database/at-once.ts'
import type { Reads } from '../../database/tables.ts'
import { type Actor, authorise } from '../../http/access.ts'
import { visibleConference, visibleTask } from '../../http/visible.ts'
import { Problem } from '../../problem.ts'
import { foldText } from '../../search/search.ts'
import { columnsAt } from './asof-store.ts'
import { mostCounted, statesOf, urgency } from './assignment.ts'
import {
  clockAsked,
  clockFrom,
  deadlineSql,
  dueSql,
  type ProvinceClock,
  stateSql,
} from './clock-store.ts'
import {
  type AssignmentFilter,
  type AssignmentState,
  type AssignmentView,
  assignmentFilter,
  type ListQuery,
} from './contract.ts'
import { clockFor, countedTasks, inCell } from './counted-store.ts'
import { type EventDue, eventDues } from './event-dues.ts'
import { type TaskRow, taskRows } from './rows-store.ts'
import { tally } from './tally-store.ts'
import { shownTasks } from './view-store.ts'
import { type Asked, type Branch, eventsBefore } from './walk-rows-store.ts'
import { type Place, walkList } from './walk-store.ts'

const pageLength = 50

export interface TaskPage {
  assignments: AssignmentView[]
  next: string | null
  counts: Record<AssignmentFilter, number> | null
  today: string
}

/**
 * One page of the tasks that a list shows, most urgent first, and the counts of all lists under the same
 * conditions, up to `mostCounted`. `invalidInput` for an `after` that no answer gave, and for a day (`asOf`) that lies
 * ahead.
 */
export async function listAssignments(
  db: Reads,
  actor: Actor,
  query: ListQuery,
): Promise<TaskPage> {
  authorise(actor, 'register.read', actor.provinceId)
  const { pairs, ...asked } = await atOnce(db, {
    ...clockAsked(actor.provinceId),
    pairs: eventsBefore(actor.provinceId),
  })
  const clock = clockFrom(asked)
  const { page, rows, next, counts } = await pageOf(
    db,
    actor,
    clock,
    query,
    eventDues(pairs, clock),
  )
  const found = rows ?? (await taskRows(db, actor, page))
  const place = new Map(page.map((id, at) => [id, at]))
  found.sort((a, b) => (place.get(a.assignment_id) ?? 0) - (place.get(b.assignment_id) ?? 0))
  const assignments = await shownTasks(db, actor, found, clock)
  return { assignments, next, counts, today: clock.today }
}

type Page = { page: string[]; rows?: TaskRow[] } & Pick<TaskPage, 'next' | 'counts'>

/** The ids of a page: by a walk where an index leads along the list, else by a pass over all of it. */
async function pageOf(
  db: Reads,
  actor: Actor,
  clock: ProvinceClock,
  query: ListQuery,
  events: readonly EventDue[],
): Promise<Page> {
  const walk = walkOf(actor, clock, query)
  if (!walk) {
    const { page, next, counts } = await urgentTasks(db, actor, clock, query)
    const capped = Object.entries(counts).map(([list, n]) => [list, Math.min(n, mostCounted + 1)])
    return {
      ...(query.counts === 'only' ? { page: [], next: null } : { page, next }),
      counts: query.counts === 'none' ? null : (Object.fromEntries(capped) as typeof counts),
    }
  }
  const seen = sql`${walk.where} and ${visibleTask(actor, { few: true })}`
  const counts =
    query.counts === 'none' ? null : await tally(db, { ...walk, where: seen }, clock, events)
  if (query.counts === 'only') return { page: [], next: null, counts }
  const { state = 'all', limit = pageLength } = query
  const after = query.after === undefined ? null : placeOf(query.after)
  if (state !== 'done' && state !== 'revoked' && (after?.rank ?? 1) <= lastOpen) {
    const list = state === 'all' ? 'open' : state
    // Of the tasks of a body nearly all are seen by who asks for them; of those of a province few may be.
    const whole = walk.branches.some(({ by }) => by === 'all' || by === 'none')
    const along = whole ? { ...walk, where: seen } : walk
    const step = (from: Place | null, most: number) =>
      walkList(db, along, clock, events, list, { after: from, limit: most })
    const { places, rows } = await seenOf(db, actor, step, { after, limit: limit + 1 })
    const page = places.slice(0, limit)
    const last = page.at(-1)
    const next = places.length > limit && last ? `${last.rank}_${last.day}_${last.id}` : null
    // Behind the open tasks a list of all has others, in an order that no index has.
    if (state !== 'all' || next) {
      const ids = page.map(({ id }) => id)
      return {
        page: ids,
        rows: rows.filter((row) => ids.includes(row.assignment_id)),
        next,
        counts,
      }
    }
  }
  const { page, next } = await urgentTasks(db, actor, clock, query)
  return { page, next, counts }
}

/** The first tasks of a walk that the actor may know of: further and further steps until there are enough. */
async function seenOf(
  db: Reads,
  actor: Actor,
  step: (after: Place | null, limit: number) => Promise<Place[]>,
  { after, limit }: { after: Place | null; limit: number },
): Promise<{ places: Place[]; rows: TaskRow[] }> {
  const places: Place[] = []
  const rows: TaskRow[] = []
  for (let from = after, most = limit; places.length < limit; most *= 4) {
    const found = await step(from, most)
    const seen = await taskRows(
      db,
      actor,
      found.map(({ id }) => id),
    )
    const ids = new Set(seen.map((row) => row.assignment_id))
    places.push(...found.filter(({ id }) => ids.has(id)))
    rows.push(...seen)
    if (found.length < most) break
    from = found.at(-1) ?? null
  }
  return { places, rows }
}

/** The last rank of `urgency` that an open task has, from 1. */
const lastOpen = urgency.indexOf('paused') + 1

/** What a walk along a list goes by, apart from the policy; null where its conditions ask for more than bodies and followers. */
function walkOf(actor: Actor, clock: ProvinceClock, query: ListQuery): Asked | null {
  const { q, conference, event, counted, by, from, to, asOf, ...rest } = query
  if (q?.trim() || conference || event || counted || by || from || to || asOf) return null
  const { lead, body, own } = rest
  const mine = ownBodies(actor)
  const follower = actor.accountId
  const owns: Record<NonNullable<typeof own>, Branch[]> = {
    lead: [{ by: 'lead', bodies: mine }],
    cooperating: [{ by: 'other', helping: mine }],
    following: [{ by: 'other', follower }],
    any: [
      { by: 'lead', bodies: mine },
      { by: 'other', helping: mine, follower },
    ],
  }
  const [branches, left]: [Branch[], ListQuery] = lead
    ? [[lead === 'none' ? { by: 'none' } : { by: 'lead', bodies: [lead] }], { body, own }]
    : body
      ? [
          [
            { by: 'lead', bodies: [body] },
            { by: 'other', helping: [body] },
          ],
          { own },
        ]
      : [own ? owns[own] : [{ by: 'all' }], {}]
  const { provinceId } = actor
  return { provinceId, branches, where: conditions(actor, clock, left) }
}

/** The same by their ids, for whom the views are too much. */
export async function urgentTasks(
  db: Reads,
  actor: Actor,
  clock: ProvinceClock,
  query: ListQuery,
): Promise<{ page: string[]; next: string | null; counts: Record<AssignmentFilter, number> }> {
  authorise(actor, 'register.read', actor.provinceId)
  const from = stated(actor, clock, conditions(actor, clock, query))
  const limit = query.limit ?? pageLength
  // One pass over all of them gives the page and the counts.
  const { rows } = await sql<{
    assignment_id: string | null
    rank: number
    sort_day: string
    counted: Counted[]
  }>`
    with s as materialized (${from}),
    page as (select assignment_id, rank, sort_day::text from (select s.*, ${rankSql} as rank,
        case when state in ('doneLate', 'doneOnTime', 'done')
          then date '9999-12-31' - (done_on - date '1900-01-01')
          else coalesce(due, date '9999-12-31') end as sort_day from s) t
      where ${inList(query.state ?? 'all')} and ${behind(query.after)}
      order by rank, sort_day, assignment_id limit ${limit + 1}),
    sums as (select coalesce(jsonb_agg(to_jsonb(c)), '[]'::jsonb) as counted from (
      select state, ${asks} and ${ownerMissing} as "noOwner", ${asks} and ${dateMissing} as "noDate",
        count(*)::integer as n from s group by 1, 2, 3) c)
    select page.*, counted from sums left join page on true
    order by rank, sort_day, assignment_id`.execute(db)
  const found = rows.flatMap(({ assignment_id: id, rank, sort_day: day }) =>
    id === null ? [] : [{ id, after: `${rank}_${day}_${id}` }],
  )
  const page = found.slice(0, limit)
  return {
    page: page.map(({ id }) => id),
    next: found.length > limit ? (page.at(-1)?.after ?? null) : null,
    counts: countsOf(rows[0]?.counted ?? []),
  }
}

/**
 * All tasks that a list shows, by their number in the follow-up register: ids alone. Those from before there
 * were numbers come first.
 */
export async function tasksByNumber(
  db: Reads,
  actor: Actor,
  clock: ProvinceClock,
  query: ListQuery,
): Promise<string[]> {
  const from = stated(actor, clock, conditions(actor, clock, query))
  const { rows } = await sql<{ assignment_id: string }>`
    select s.assignment_id from (${from}) s
    join assignment a on a.province_id = ${actor.provinceId} and a.assignment_id = s.assignment_id
    where ${inList(query.state ?? 'all')}
    order by a.register_year nulls first, a.register_number, s.assignment_id`.execute(db)
  return rows.map((row) => row.assignment_id)
}

/**
 * Tasks that the actor may know of under conditions, with `due` and `state` as of the clock. `offset 0` keeps each
 * step a step of its own: written into each other, the rule of the deadline would be worked out a dozen times a row.
 */
export const stated = (
  actor: Actor,
  clock: ProvinceClock,
  where: RawBuilder<unknown>,
): RawBuilder<unknown> => sql`select d.*, ${stateSql(clock)} as state from (
    select t.*, ${dueSql(sql`t.standing`, clock)} as due from (
      select assignment.assignment_id, assignment.lead_id, assignment.lead_text, assignment.done_on,
        assignment.reported_on, assignment.paused_on, assignment.revoked_on, assignment.event_id,
        ${deadlineSql} as standing
      from assignment where assignment.province_id = ${actor.provinceId}
        and assignment.withdrawn_at is null and ${where} and ${visibleTask(actor)} offset 0) t
    offset 0) d offset 0`

const rankSql = sql`array_position(${[...urgency]}::text[], state)`

const ownerMissing = sql<boolean>`(lead_id is null and coalesce(btrim(lead_text), '') = '')`
const dateMissing = sql<boolean>`(standing is null and event_id is null)`
const asks = sql<boolean>`(done_on is null and revoked_on is null)`

function inList(filter: AssignmentFilter): RawBuilder<boolean> {
  const states = statesOf(filter)
  if (states) return sql`state = any(${[...states]}::text[])`
  if (filter === 'noOwner') return sql`(${asks} and ${ownerMissing})`
  if (filter === 'noDate') return sql`(${asks} and ${dateMissing})`
  return sql`(${asks} and (${ownerMissing} or ${dateMissing}))`
}

function behind(after: string | undefined): RawBuilder<boolean> {
  if (after === undefined) return sql`true`
  const { rank, day, id } = placeOf(after)
  return sql`(rank, sort_day, assignment_id) > (${rank}, ${day}::date, ${id}::uuid)`
}

function placeOf(after: string): Place {
  const [, rank, day, id] = /^(\d{1,2})_(\d{4}-\d{2}-\d{2})_([0-9a-f-]{36})$/.exec(after) ?? []
  if (!rank || !day || !id) throw new Problem('invalidInput', { where: 'after' })
  return { rank: Number(rank), day, id }
}

const ownBodies = (actor: Actor): string[] => [
  ...new Set(actor.grants.flatMap((grant) => [...grant.inherited, grant.organisationId])),
]

/** The conditions of a list apart from its state. */
function conditions(actor: Actor, clock: ProvinceClock, query: ListQuery): RawBuilder<unknown> {
  const { q, conference, body, own, lead, event, counted, by, from, to, asOf } = query
  const then = clockFor(clock, { asOf })
  const wanted = foldText((q ?? '').normalize('NFC').trim())
  const bodies = ownBodies(actor)
  const leads = sql`assignment.lead_id = any(${bodies}::uuid[])`
  const helps = sql`assignment.cooperating_ids ?| ${bodies}::text[]`
  const follows = sql`assignment.follower_id = ${actor.accountId}`
  const mine = { lead: leads, cooperating: helps, following: follows }
  return sql.join(
    [
      sql`true`,
      ...(wanted ? [found(actor.provinceId, wanted)] : []),
      ...(conference ? [fromConference(actor, conference)] : []),
      ...(body
        ? [sql`(assignment.lead_id = ${body} or assignment.cooperating_ids ? ${body}::text)`]
        : []),
      ...(lead === undefined ? [] : [ledBy(lead, asOf)]),
      ...(event ? [sql`assignment.event_id = ${event}`] : []),
      ...(counted || by || from || to || asOf
        ? [
            sql`assignment.assignment_id in (select assignment_id
              from (${countedTasks(actor, clock, { by, from, to, asOf }, sql`true`)}) c
              where ${counted ? inCell(counted, then) : sql`true`})`,
          ]
        : []),
      ...(own === undefined
        ? []
        : [own === 'any' ? sql`(${leads} or ${helps} or ${follows})` : mine[own]]),
    ],
    sql` and `,
  )
}

/** Tasks that a body leads, or none does; where a day is said, did then. */
function ledBy(lead: string, asOf: string | undefined): RawBuilder<unknown> {
  const { lead: led } = columnsAt(asOf)
  return lead === 'none' ? sql`${led} is null` : sql`${led} = ${lead}::uuid`
}

/** Tasks whose words, lead or sentence hold a text, with or without its diacritics. */
const found = (provinceId: number, folded: string): RawBuilder<unknown> =>
  sql`assignment.assignment_id in (select subject_id from search_entry
    where province_id = ${provinceId} and subject_kind = 'assignment'
      and position(${folded} in folded) > 0)`

/** Tasks that a conference gave, or a document about it tells of. */
export const fromConference = (actor: Actor, id: string): RawBuilder<unknown> =>
  sql`(assignment.session_item_id in (select session_item_id from session_item
      where province_id = ${actor.provinceId} and conference_id = ${id})
    or assignment.document_id in (select document_id from document
      where province_id = ${actor.provinceId} and conference_id = ${id}))
    and exists (select 1 from conference where province_id = ${actor.provinceId}
      and conference_id = ${id} and ${visibleConference(actor)})`

interface Counted {
  state: AssignmentState
  noOwner: boolean
  noDate: boolean
  n: number
}

/** How many tasks stand in each list. */
function countsOf(rows: readonly Counted[]): Record<AssignmentFilter, number> {
  const counts = Object.fromEntries(assignmentFilter.options.map((one) => [one, 0])) as Record<
    AssignmentFilter,
    number
  >
  for (const row of rows) {
    for (const filter of assignmentFilter.options) {
      const states = statesOf(filter)
      const fits = states
        ? states.includes(row.state)
        : (row.noOwner && filter !== 'noDate') || (row.noDate && filter !== 'noOwner')
      if (fits) counts[filter] += row.n
    }
  }
  return counts
}
