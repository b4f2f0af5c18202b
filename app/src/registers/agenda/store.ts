// Items of a conference that is held here: read and locked. An item is one row for good, whatever agenda
// version it stands in.
import type { Reads, Row, Tx } from '../../database/tables.ts'
import { type Action, type Actor, authorise } from '../../http/access.ts'
import { visibleItem } from '../../http/visible.ts'
import { Problem } from '../../problem.ts'
import { conferenceRow, lockConference } from '../conferences/plan-store.ts'
import { organisationNames } from '../organisations/names.ts'
import { type Run, runsIn } from './agenda.ts'
import type { SessionItemView } from './contract.ts'

/** The items of a conference that the actor may know of, in the order of the agenda. */
export async function listItems(
  db: Reads,
  actor: Actor,
  conferenceId: string,
): Promise<SessionItemView[]> {
  const conference = await conferenceRow(db, actor, conferenceId)
  const rows = await db
    .selectFrom('session_item')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('conference_id', '=', conferenceId)
    .where(visibleItem(actor))
    .orderBy('position')
    .orderBy('session_item_id')
    .execute()
  const runs = await runsOf(db, actor.provinceId, conferenceId, conference.starts_at)
  return shown(db, actor, rows, runs)
}

/**
 * Number and time of each item that is on, by id, counted over all of them: who knows of one item alone is told
 * when it is its turn, not the times of a shorter agenda. Nothing else of the others is told.
 */
export async function runsOf(
  db: Reads,
  provinceId: number,
  conferenceId: string,
  startsAt: string | null,
): Promise<Map<string, Run>> {
  const rows = await onAgendas(db, provinceId, [conferenceId])
  return runsIn(rows, startsAt)
}

/** The number of each item that is on, by id, in these conferences: the one that all pages and papers show. */
export async function numbersIn(
  db: Reads,
  provinceId: number,
  conferenceIds: readonly string[],
): Promise<Map<string, string>> {
  const ids = [...new Set(conferenceIds)]
  if (ids.length === 0) return new Map()
  const rows = await onAgendas(db, provinceId, ids)
  const agendas = [...Map.groupBy(rows, (row) => row.conferenceId).values()]
  return new Map(
    agendas.flatMap((one) => [...runsIn(one, null)].map(([id, run]) => [id, run.number])),
  )
}

function onAgendas(db: Reads, provinceId: number, conferenceIds: readonly string[]) {
  return db
    .selectFrom('session_item')
    .select(['session_item_id as id', 'number', 'group_title as groupTitle', 'minutes'])
    .select('conference_id as conferenceId')
    .where('province_id', '=', provinceId)
    .where('conference_id', 'in', conferenceIds)
    .where('status', '=', 'on')
    .orderBy('position')
    .orderBy('session_item_id')
    .execute()
}

/** One item; `notFound` where it is not or is closed to the actor. */
export async function getItem(db: Reads, actor: Actor, id: string): Promise<SessionItemView> {
  const [one] = await shown(db, actor, [await itemRow(db, actor, id)])
  if (!one) throw new Problem('notFound')
  return one
}

/** The row of an item that the actor may know of; `notFound` for any other. */
export async function itemRow(db: Reads, actor: Actor, id: string): Promise<Row<'session_item'>> {
  authorise(actor, 'register.read', actor.provinceId)
  const row = await db
    .selectFrom('session_item')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('session_item_id', '=', id)
    .where(visibleItem(actor))
    .executeTakeFirst()
  if (!row) throw new Problem('notFound')
  return row
}

/**
 * The row of an item, for somebody who may do `action` to something. `forbidden` before `notFound`, so that an
 * item that is closed to the actor looks like one that is not there.
 */
export async function itemFor(
  db: Reads,
  actor: Actor,
  id: string,
  action: Action,
): Promise<Row<'session_item'>> {
  const row = await db
    .selectFrom('session_item')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('session_item_id', '=', id)
    .where(visibleItem(actor))
    .executeTakeFirst()
  if (!row) authorise(actor, action, actor.provinceId)
  if (!row) throw new Problem('notFound')
  return row
}

/**
 * Locks the conference of an item for a change by somebody who may do `action` there, and reads the item
 * behind the lock. Refusals as in `lockConference`.
 */
export async function lockItem(
  tx: Tx,
  actor: Actor,
  id: string,
  action: Action,
): Promise<{ conference: Row<'conference'>; item: Row<'session_item'> }> {
  const found = await itemFor(tx, actor, id, action)
  const conference = await lockConference(tx, actor, found.conference_id, action)
  return { conference, item: await itemRow(tx, actor, id) }
}

/** The items as a reader sees them. */
async function shown(
  db: Reads,
  actor: Actor,
  rows: Row<'session_item'>[],
  runs: ReadonlyMap<string, Run> = new Map(),
): Promise<SessionItemView[]> {
  const names = await organisationNames(
    db,
    actor.provinceId,
    rows.map((row) => row.submitter_id),
  )
  const places = await placesOf(db, actor, rows)
  return rows.map((row) => ({
    id: row.session_item_id,
    conferenceId: row.conference_id,
    matterId: row.matter_id,
    position: row.position,
    number: row.number,
    groupTitle: row.group_title,
    title: row.title,
    minutes: row.minutes,
    submitter:
      row.submitter_id === null
        ? null
        : { id: row.submitter_id, name: names.get(row.submitter_id) ?? '' },
    asked: row.asked,
    level: row.level,
    personnel: row.personnel,
    kind: row.kind,
    checked: row.checked,
    checkNote: row.check_note,
    status: row.status,
    statusReason: row.status_reason,
    movedTo: places.get(row.moved_to ?? '') ?? null,
    runs: runs.get(row.session_item_id) ?? null,
    version: row.version,
  }))
}

/** The items that these go on as, by id: those that the actor may know of. */
async function placesOf(db: Reads, actor: Actor, rows: readonly Row<'session_item'>[]) {
  const ids = rows.flatMap((row) => row.moved_to ?? [])
  if (ids.length === 0) return new Map<string, SessionItemView['movedTo']>()
  const found = await db
    .selectFrom('session_item')
    .innerJoin('conference', (join) =>
      join
        .onRef('conference.province_id', '=', 'session_item.province_id')
        .onRef('conference.conference_id', '=', 'session_item.conference_id'),
    )
    .select(['session_item.session_item_id', 'conference.conference_id', 'conference.title'])
    .where('session_item.province_id', '=', actor.provinceId)
    .where('session_item.session_item_id', 'in', ids)
    .where(visibleItem(actor))
    .execute()
  return new Map(
    found.map((one) => [
      one.session_item_id,
      { itemId: one.session_item_id, conferenceId: one.conference_id, title: one.title },
    ]),
  )
}
