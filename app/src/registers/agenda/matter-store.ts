// Matters: their routes, where they stand, and on to the next body.
import type { Reads, Row, Tx } from '../../database/tables.ts'
import type { Actor } from '../../http/access.ts'
import { visibleItem } from '../../http/visible.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import { conferenceRow, lockConference, touchLive } from '../conferences/plan-store.ts'
import { organisationNames } from '../organisations/names.ts'
import { insertItem } from './changing-store.ts'
import type { SessionItemView } from './contract.ts'
import type { MatterRoute, MatterView } from './matter-contract.ts'
import { type Place, type Standing, standingOf, stepAfter } from './standing.ts'
import { itemFor, lockItem } from './store.ts'

/** The matters of those items of a conference that the actor may know of. */
export async function listMatters(
  db: Reads,
  actor: Actor,
  conferenceId: string,
): Promise<MatterView[]> {
  await conferenceRow(db, actor, conferenceId)
  const rows = await db
    .selectFrom('session_item')
    .select('matter_id')
    .where('province_id', '=', actor.provinceId)
    .where('conference_id', '=', conferenceId)
    .where(visibleItem(actor))
    .execute()
  return mattersOf(
    db,
    actor,
    rows.map((row) => row.matter_id),
  )
}

/** The route of an item's matter: the bodies in order, each with what is asked of it. */
export async function setRoute(
  tx: Tx,
  actor: Actor,
  itemId: string,
  version: number,
  { steps }: MatterRoute,
): Promise<MatterView> {
  const { conference, item } = await lockItem(tx, actor, itemId, 'conference.plan')
  const { province_id, matter_id } = item
  const row = await tx
    .selectFrom('matter')
    .select('version')
    .where('province_id', '=', province_id)
    .where('matter_id', '=', matter_id)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow()
  const before = await matterOf(tx, actor, matter_id)
  if (row.version !== version) throw new Problem('versionOld', { current: before })
  const ids = new Set(steps.map((step) => step.organisationId))
  const known = await organisationNames(tx, province_id, [...ids])
  if (known.size !== ids.size) throw new Problem('notFound')
  await tx
    .deleteFrom('matter_step')
    .where('province_id', '=', province_id)
    .where('matter_id', '=', matter_id)
    .execute()
  if (steps.length > 0) {
    const rows = steps.map(({ organisationId, asked }, index) => ({
      province_id,
      matter_id,
      step: index + 1,
      organisation_id: organisationId,
      asked,
    }))
    await tx.insertInto('matter_step').values(rows).execute()
  }
  await tx
    .updateTable('matter')
    .set({ version: version + 1 })
    .where('province_id', '=', province_id)
    .where('matter_id', '=', matter_id)
    .execute()
  await touchLive(tx, province_id, conference.conference_id)
  const after = await matterOf(tx, actor, matter_id)
  const route = ({ title, steps: all }: MatterView) => ({
    title,
    steps: all.map(({ organisation, asked }) => `${organisation.name}: ${asked}`),
  })
  await writeRecord(tx, actor, {
    action: 'matter.route',
    subjectKind: 'matter',
    subjectId: matter_id,
    before: route(before),
    after: route(after),
  })
  return after
}

/** Puts the matter of an item on another conference's agenda, asking what its route asks of the next body. */
export async function carryItem(
  tx: Tx,
  actor: Actor,
  itemId: string,
  conferenceId: string,
): Promise<SessionItemView> {
  const item = await itemFor(tx, actor, itemId, 'conference.plan')
  const conference = await lockConference(tx, actor, conferenceId, 'conference.plan')
  const [stands] = await standings(tx, actor, [item.matter_id])
  const next = stands ? stepAfter(stands.standing, itemId) : null
  return insertItem(tx, actor, conference, {
    title: item.title,
    asked: next?.asked ?? item.asked,
    matterId: item.matter_id,
    minutes: item.minutes,
    submitterId: item.submitter_id,
    level: item.level,
    personnel: item.personnel,
  })
}

async function matterOf(db: Reads, actor: Actor, id: string): Promise<MatterView> {
  const [found] = await mattersOf(db, actor, [id])
  if (!found) throw new Problem('notFound')
  return found
}

/** Matters as a reader sees them; whether the actor may know of them is the caller's to ask. */
async function mattersOf(db: Reads, actor: Actor, ids: readonly string[]): Promise<MatterView[]> {
  const all = await standings(db, actor, ids)
  const names = await organisationNames(
    db,
    actor.provinceId,
    all.flatMap(({ row, standing }) => [
      row.submitter_id,
      ...standing.steps.map((step) => step.organisationId),
    ]),
  )
  const named = (id: string) => ({ id, name: names.get(id) ?? '' })
  return all.map(({ row, standing, places }) => ({
    id: row.matter_id,
    title: row.title,
    submitter: row.submitter_id === null ? null : named(row.submitter_id),
    steps: standing.steps.map(({ organisationId, asked, state, place }, index) => ({
      step: index + 1,
      organisation: named(organisationId),
      asked,
      state,
      place: place && shown(place as ToldPlace),
    })),
    now: standing.now,
    places: places.map(shown),
    version: row.version,
  }))
}

/** A place with what is shown of its conference. */
interface ToldPlace extends Place {
  title: string
  startsAt: string | null
}

const shown = ({ itemId, conferenceId, title, startsAt, status, outcome }: ToldPlace) => ({
  itemId,
  conferenceId,
  title,
  startsAt,
  status,
  outcome,
})

interface Stands {
  row: Row<'matter'>
  standing: Standing
  places: ToldPlace[]
}

/** Matters with their routes and the places that the actor may know of. */
async function standings(db: Reads, actor: Actor, ids: readonly string[]): Promise<Stands[]> {
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
