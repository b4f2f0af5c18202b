// Where matters stand: their routes, and the conferences that had or have them.
import type { Reads, Row } from '../../database/tables.ts'
import type { Actor } from '../../http/access.ts'
import { visibleItem } from '../../http/visible.ts'
import { type Place, type Standing, standingOf } from './standing.ts'

/** A place with what is shown of its conference. */
export interface ToldPlace extends Place {
  title: string
  startsAt: string | null
}

interface Stands {
  row: Row<'matter'>
  standing: Standing
  places: ToldPlace[]
}

/** Matters with their routes and the places that the actor may know of. */
export async function standings(
  db: Reads,
  actor: Actor,
  ids: readonly string[],
): Promise<Stands[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('matter')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('matter_id', 'in', [...ids])
    .execute()
  const steps = await db
    .selectFrom('matter_step')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('matter_id', 'in', [...ids])
    .orderBy('step')
    .execute()
  const places = await placesOf(db, actor, ids)
  return rows.map((row) => {
    const own = places.get(row.matter_id) ?? []
    const route = steps
      .filter((step) => step.matter_id === row.matter_id)
      .map((step) => ({ organisationId: step.organisation_id, asked: step.asked }))
    return { row, standing: standingOf(route, own), places: own }
  })
}

/** The items of each matter at conferences that are not cancelled, the oldest first, by the matter's id. */
async function placesOf(
  db: Reads,
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, ToldPlace[]>> {
  const rows = await db
    .selectFrom('session_item')
    .innerJoin('conference as held', (join) =>
      join
        .onRef('held.province_id', '=', 'session_item.province_id')
        .onRef('held.conference_id', '=', 'session_item.conference_id'),
    )
    .leftJoin('item_decision as decided', (join) =>
      join
        .onRef('decided.province_id', '=', 'session_item.province_id')
        .onRef('decided.session_item_id', '=', 'session_item.session_item_id'),
    )
    .select([
      'session_item.matter_id',
      'session_item.session_item_id',
      'session_item.status',
      'held.conference_id',
      'held.organisation_id',
      'held.title',
      'held.starts_at',
      'held.closed_at',
      'decided.outcome',
    ])
    .where('session_item.province_id', '=', actor.provinceId)
    .where('session_item.matter_id', 'in', [...ids])
    .where('held.cancelled_at', 'is', null)
    .where(visibleItem(actor))
    .orderBy('held.starts_at', (order) => order.asc().nullsLast())
    .orderBy('session_item.session_item_id')
    .execute()
  const others = await bodiesOf(
    db,
    actor.provinceId,
    rows.map((row) => row.conference_id),
  )
  const places = rows.map((row) => ({
    matterId: row.matter_id,
    itemId: row.session_item_id,
    conferenceId: row.conference_id,
    title: row.title,
    startsAt: row.starts_at,
    bodies: [row.organisation_id ?? '', ...(others.get(row.conference_id) ?? [])],
    status: row.status,
    // What a clerk types while people talk is nobody else's before the conference is closed.
    outcome: row.closed_at === null ? null : row.outcome,
  }))
  return Map.groupBy(places, (place) => place.matterId)
}

/** The further bodies of conferences. */
async function bodiesOf(db: Reads, provinceId: number, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, string[]>()
  const rows = await db
    .selectFrom('conference_body')
    .select(['conference_id', 'organisation_id'])
    .where('province_id', '=', provinceId)
    .where('conference_id', 'in', [...ids])
    .execute()
  const grouped = Map.groupBy(rows, (row) => row.conference_id)
  return new Map([...grouped].map(([id, of]) => [id, of.map((row) => row.organisation_id)]))
}
