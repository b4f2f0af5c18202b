// Matters: their routes, where they stand, and on to the next body.
import type { Reads, Tx } from '../../database/tables.ts'
import type { Actor } from '../../http/access.ts'
import { visibleItem } from '../../http/visible.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import { conferenceRow, lockConference, touchLive } from '../conferences/plan-store.ts'
import { mustBeBodies, organisationNames } from '../organisations/names.ts'
import { insertItem } from './changing-store.ts'
import type { SessionItemView } from './contract.ts'
import type { MatterRoute, MatterView } from './matter-contract.ts'
import { stepAfter } from './standing.ts'
import { standings, type ToldPlace } from './standing-store.ts'
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
  await mustBeBodies(
    tx,
    province_id,
    steps.map((step) => step.organisationId),
  )
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

const shown = ({ itemId, conferenceId, title, startsAt, status, outcome }: ToldPlace) => ({
  itemId,
  conferenceId,
  title,
  startsAt,
  status,
  outcome,
})
