// One page of the open tasks, most urgent first, without looking at all of them: along the deadlines, from where the page
// before ended. The order is that of `byUrgency`; a test holds it against the pass over all tasks.
import { sql } from 'kysely'
import { dayAfter, dayBefore, dayFrom } from '../../calendar.ts'
import type { Reads } from '../../database/tables.ts'
import { runningState, urgency } from './assignment.ts'
import type { ProvinceClock } from './clock-store.ts'
import type { AssignmentFilter } from './contract.ts'
import { deadlinesDueOn, firstDueOn } from './due-days.ts'
import type { EventDue } from './event-dues.ts'
import {
  type Asked,
  type Life,
  ownerMissing,
  tasksAlong,
  tasksBefore,
  tasksWithoutDay,
} from './walk-rows-store.ts'

/** The place of a task in the order: its rank by `urgency` (from 1), the day that counts, its id. */
export interface Place {
  rank: number
  day: string
  id: string
}

/** What a list goes through, in order. */
interface Segment {
  life: Life
  rank: number
  /** Tasks that are due from one day to another, both included and either open; null: in no time. */
  dues: { from: string | null; to: string | null } | null
  /** Which of those with a deadline of their own or none, and of those that follow an event. */
  own: Which
  events: Which | 'none'
}

type Which = 'all' | 'ownerless'

/** The day by which what is due in no time stands in the order. */
const never = '9999-12-31'
const nobody = '00000000-0000-0000-0000-000000000000'

/** Lists that consist of open tasks. */
export type OpenList = Exclude<AssignmentFilter, 'all' | 'done' | 'revoked'>

function segmentsOf(list: OpenList, { today, soonDays }: ProvinceClock): Segment[] {
  const ever = { from: null, to: null }
  const whole = { own: 'all', events: 'all' } as const
  const lives: [Life, dated: number, undated: number][] = [
    ['running', 1, 5],
    ['awaiting', 4, 4],
    ['paused', 6, 6],
  ]
  const open = (dated: Pick<Segment, 'own' | 'events'> | null, undated: typeof dated) =>
    lives
      .flatMap(([life, rank, later]): Segment[] => [
        ...(dated ? [{ life, rank, dues: ever, ...dated }] : []),
        ...(undated ? [{ life, rank: later, dues: null, ...undated }] : []),
      ])
      .toSorted((a, b) => a.rank - b.rank)
  const ownerless = { own: 'ownerless', events: 'ownerless' } as const
  switch (list) {
    case 'open':
      return open(whole, whole)
    case 'overdue':
      return [{ life: 'running', rank: 1, dues: { from: null, to: dayBefore(today) }, ...whole }]
    case 'dueSoon':
      return [
        { life: 'running', rank: 2, dues: { from: today, to: dayFrom(today, soonDays) }, ...whole },
      ]
    case 'awaiting':
    case 'paused':
      return open(whole, whole).filter((one) => one.life === list)
    case 'noOwner':
      return open(ownerless, ownerless)
    case 'noDate':
      return open(null, { own: 'all', events: 'none' })
    case 'queue':
      return open(ownerless, { own: 'all', events: 'ownerless' })
  }
}

/** The first `limit` tasks of a list behind a place. */
export async function walkList(
  db: Reads,
  walk: Asked,
  clock: ProvinceClock,
  events: readonly EventDue[],
  list: OpenList,
  { after, limit }: { after: Place | null; limit: number },
): Promise<Place[]> {
  const found: Place[] = []
  for (const segment of segmentsOf(list, clock)) {
    const where = after ? stepOf(segment) - stepOfPlace(after) : 1
    if (where < 0) continue
    const step = { db, walk, clock, segment, limit, after: where === 0 ? after : null }
    found.push(
      ...(segment.dues ? await dated(step, segment.dues, events) : await undated(step, events)),
    )
    if (found.length >= limit) break
  }
  return found.slice(0, limit)
}

/** Segments and places in one order: what is running and due comes as one, whatever its state. */
const stepOf = ({ rank, dues }: Segment): number =>
  rank < 4 ? 1 : rank * 2 + Number(dues === null)

const stepOfPlace = ({ rank, day }: Place): number =>
  rank < 4 ? 1 : rank * 2 + Number(day === never)

interface Step {
  db: Reads
  walk: Asked
  clock: ProvinceClock
  segment: Segment
  limit: number
  after: Place | null
}

const ownOf = ({ walk, segment }: Step): Asked => (segment.own === 'all' ? walk : ownerless(walk))

/** The same list of tasks that nobody is named for. */
export const ownerless = (walk: Asked): Asked => ({
  ...walk,
  branches: walk.branches.map((one) => (one.by === 'all' ? { by: 'none' } : one)),
  where: sql`${ownerMissing} and ${walk.where}`,
})

async function dated(
  step: Step,
  dues: { from: string | null; to: string | null },
  events: readonly EventDue[],
): Promise<Place[]> {
  const { db, clock, segment, limit, after } = step
  const { dueOn } = clock
  const asked = ownOf(step)
  const { life } = segment
  const last = dues.to === null ? 'infinity' : dayBefore(firstDueOn(dayAfter(dues.to), dueOn))
  // A place from before the first day, as one of yesterday's lists, is none.
  const from = after && after.day >= (dues.from ?? '') ? after : null
  const behind = from
    ? dayBefore(firstDueOn(dayAfter(from.day), dueOn))
    : dues.from === null
      ? '-infinity'
      : dayBefore(firstDueOn(dues.from, dueOn))
  const stretch = {
    days: from ? deadlinesDueOn(from.day, dueOn) : [],
    ...{ after: from?.id ?? nobody, behind, upTo: last },
  }
  const { ofDays, further } = await tasksAlong(db, asked, life, stretch, limit)
  const placed = (id: string, day: string): Place => ({
    ...{ id, day },
    rank: segment.rank < 4 ? rankOn(day, clock) : segment.rank,
  })
  let own = [...ofDays, ...further].map((one) => placed(one.id, dueOn(one.deadline)))
  const cut = further.length === limit ? further.at(-1) : undefined
  if (cut) {
    // Several deadlines fall on the day where it stopped: all of them by id.
    const day = dueOn(cut.deadline)
    const days = deadlinesDueOn(day, dueOn)
    const before = own.filter((one) => one.day < day)
    if (days.length > 1 && before.length < limit) {
      const rest = { days, after: nobody, behind: 'infinity', upTo: '-infinity' }
      const whole = await tasksAlong(db, asked, life, rest, limit)
      own = [...before, ...whole.ofDays.map((one) => placed(one.id, day))]
    }
  }
  own.sort(byPlace)
  const end = own[limit - 1]?.day ?? null
  const pairs = events.flatMap((one) => {
    const { due } = one
    const fits =
      due !== null &&
      due >= (from?.day ?? dues.from ?? '') &&
      (dues.to === null || due <= dues.to) &&
      (end === null || due <= end)
    return fits ? [{ ...one, after: due === from?.day ? from.id : nobody }] : []
  })
  const dueOf = new Map(events.map((one) => [`${one.eventId} ${one.days}`, one.due]))
  const following = await eventTasks(step, pairs)
  const theirs = following.map((one) =>
    placed(one.id, dueOf.get(`${one.eventId} ${one.days}`) ?? never),
  )
  return [...own, ...theirs].sort(byPlace).slice(0, limit)
}

async function undated(step: Step, events: readonly EventDue[]): Promise<Place[]> {
  const { db, segment, limit, after } = step
  const behind = after?.id ?? nobody
  const own = await tasksWithoutDay(db, ownOf(step), segment.life, behind, limit)
  const pairs = events.filter((one) => one.due === null).map((one) => ({ ...one, after: behind }))
  const following = await eventTasks(step, pairs)
  return [...own, ...following.map((one) => one.id)]
    .map((id) => ({ id, day: never, rank: segment.rank }))
    .sort(byPlace)
    .slice(0, limit)
}

async function eventTasks(
  { db, walk, segment, limit }: Step,
  pairs: readonly (EventDue & { after: string })[],
) {
  if (segment.events === 'none') return []
  const asked = segment.events === 'all' ? walk : ownerless(walk)
  return tasksBefore(db, asked, segment.life, pairs, limit)
}

const rankOn = (due: string, clock: ProvinceClock): number =>
  urgency.indexOf(runningState(due, clock)) + 1

const byPlace = (a: Place, b: Place): number =>
  a.day < b.day ? -1 : a.day > b.day ? 1 : a.id < b.id ? -1 : 1
