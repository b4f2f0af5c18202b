// How many tasks stand in each list, up to a number above which a screen says no more than that there are more.
import { sql } from 'kysely'
import { dayAfter, dayBefore, dayFrom } from '../../calendar.ts'
import { eachRequest } from '../../database/prepared.ts'
import type { Reads } from '../../database/tables.ts'
import { mostCounted, openStates, runningState } from './assignment.ts'
import type { ProvinceClock } from './clock-store.ts'
import type { AssignmentFilter } from './contract.ts'
import { firstDueOn } from './due-days.ts'
import type { EventDue } from './event-dues.ts'
import {
  type Asked,
  branched,
  byDeadline,
  inBranches,
  type Life,
  lifeSql,
  ownerMissing,
} from './walk-rows-store.ts'
import { ownerless } from './walk-store.ts'

const enough = mostCounted + 1
const openLives: readonly Life[] = ['running', 'awaiting', 'paused']

type Counts = Record<AssignmentFilter, number>

/** The counts of all lists under the same conditions, each exact up to `mostCounted` and one more above. */
export async function tally(
  db: Reads,
  walk: Asked,
  clock: ProvinceClock,
  events: readonly EventDue[],
): Promise<Counts> {
  const own = await ofTheirOwn(db, walk, clock)
  const following = await ofEvents(db, walk, clock, events)
  const sum = (...names: string[]) =>
    Math.min(
      enough,
      names.reduce((all, name) => all + (own.get(name) ?? 0) + (following.get(name) ?? 0), 0),
    )
  const each = (what: string) => openLives.map((life) => `${life} ${what}`)
  const open = [...openStates]
  return {
    all: sum(...open, 'done', 'revoked'),
    open: sum(...open),
    dueSoon: sum('dueSoon'),
    overdue: sum('overdue'),
    awaiting: sum('awaiting'),
    paused: sum('paused'),
    done: sum('done'),
    revoked: sum('revoked'),
    queue: sum(...each('ownerless dated'), ...each('undated')),
    noOwner: sum(...each('ownerless dated'), ...each('ownerless undated')),
    noDate: sum(...each('undated')),
  }
}

/** Of tasks with a deadline of their own, or none. */
async function ofTheirOwn(
  db: Reads,
  walk: Asked,
  { today, soonDays, dueOn }: ProvinceClock,
): Promise<Map<string, number>> {
  const soon = firstDueOn(today, dueOn)
  const later = firstDueOn(dayAfter(dayFrom(today, soonDays)), dueOn)
  const rest = (['awaiting', 'paused', 'done', 'revoked'] as const).map(
    (life) => [life, life] as const,
  )
  const dated: Part[] = [
    ['overdue', 'running', '-infinity', dayBefore(soon)],
    ['dueSoon', 'running', soon, dayBefore(later)],
    ['inTerm', 'running', later, 'infinity'],
    ...rest.map(([name, life]): Part => [name, life, '-infinity', 'infinity']),
  ]
  const undated: Part[] = [['noDate', 'running'], ...rest]
  const asked: Part[] = openLives.map((life) => [`${life} undated`, life])
  const unowned = ownerless(walk)
  const { rows } = await sql<{ name: string; n: number }>`
    ${counted(walk, dated, true)} union all ${counted(walk, [...undated, ...asked], false)}
    union all ${counted(
      unowned,
      openLives.map((life): Part => [`${life} ownerless dated`, life, '-infinity', 'infinity']),
      true,
    )}
    union all ${counted(
      unowned,
      openLives.map((life): Part => [`${life} ownerless undated`, life]),
      false,
    )} ${eachRequest}`.execute(db)
  const found = new Map<string, number>()
  for (const { name, n } of rows) found.set(name, (found.get(name) ?? 0) + n)
  return found
}

/** What is counted under a name: tasks of a life, with deadlines from one day to another or without. */
type Part = readonly [name: string, life: Life, from?: string, to?: string]

/** Parts counted by one question that stands in the text once, since the policy in it is long. */
const counted = (asked: Asked, parts: readonly Part[], withDeadline: boolean) => sql`
  select part.name, (select count(*)::integer from ${branched(asked, {
    life: null,
    order: byDeadline,
    limit: enough,
    here: withDeadline
      ? sql`assignment.deadline between part.first_day and part.last_day`
      : sql`assignment.deadline is null`,
  })} one) as n
  from unnest(${parts.map(([name]) => name)}::text[], ${parts.map(([, life]) => life)}::text[],
    ${parts.map(([, , from]) => from ?? null)}::date[], ${parts.map(([, , , to]) => to ?? null)}::date[])
    part (name, life, first_day, last_day)`

/** Of tasks that follow an event: never without a date in the sense of the queue. */
async function ofEvents(
  db: Reads,
  { provinceId, branches, where }: Asked,
  clock: ProvinceClock,
  pairs: readonly EventDue[],
): Promise<Map<string, number>> {
  const found = new Map<string, number>()
  if (pairs.length === 0) return found
  const { rows } = await sql<{
    event: string
    days: number
    life: Life
    ownerless: boolean
    n: number
  }>`select assignment.event_id as event, assignment.event_days as days, ${lifeSql} as life,
      ${ownerMissing} as ownerless, count(*)::integer as n
    from assignment where assignment.province_id = ${provinceId} and assignment.withdrawn_at is null
      and assignment.event_id is not null and ${inBranches(branches)} and ${where}
    group by 1, 2, 3, 4 ${eachRequest}`.execute(db)
  const dues = new Map(pairs.map((one) => [`${one.eventId} ${one.days}`, one.due]))
  const add = (name: string, n: number) => found.set(name, (found.get(name) ?? 0) + n)
  for (const { event, days, life, ownerless, n } of rows) {
    add(life === 'running' ? runningState(dues.get(`${event} ${days}`) ?? null, clock) : life, n)
    // The queue asks for its owner only.
    if (ownerless && openLives.includes(life)) add(`${life} ownerless dated`, n)
  }
  return found
}
