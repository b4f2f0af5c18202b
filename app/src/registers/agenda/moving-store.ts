// Items in the order of their agenda, their formal check, and items that leave it: put off to another
// conference, taken off, carried on to the next body.
import { sql } from 'kysely'
import type { Row, Tx } from '../../database/tables.ts'
import type { Actor } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { lockConference } from '../conferences/plan-store.ts'
import { insertItem, mustBeOff, mustBeOpen, openItem, setItem } from './changing-store.ts'
import type { ItemCheck, ItemMove, ItemOff, SessionItemView } from './contract.ts'
import { getItem, itemFor, lockItem } from './store.ts'

/** Moves an item before another of its agenda, or to the end, and into a group where one is named. */
export async function moveItem(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  given: ItemMove,
): Promise<SessionItemView> {
  const { row, before } = await openItem(tx, actor, id, version)
  const others = await tx
    .selectFrom('session_item')
    .select('session_item_id as id')
    .where('province_id', '=', actor.provinceId)
    .where('conference_id', '=', row.conference_id)
    .where('session_item_id', '<>', id)
    .orderBy('position')
    .orderBy('session_item_id')
    .execute()
  const order = others.map((one) => one.id)
  const at = given.before === null ? order.length : order.indexOf(given.before)
  if (at === -1) throw new Problem('notFound')
  order.splice(at, 0, id)
  await sql`update session_item set position = placed.position
    from unnest(${order}::uuid[], ${order.map((_, index) => index + 1)}::integer[])
      as placed (id, position)
    where session_item.province_id = ${actor.provinceId}
      and session_item.conference_id = ${row.conference_id}
      and session_item.session_item_id = placed.id`.execute(tx)
  const group = given.groupTitle === undefined ? row.group_title : given.groupTitle
  return setItem(tx, actor, before, 'sessionItem.move', { group_title: group })
}

/** Puts the formal check of an item down; `reasonMissing` for a failed one without a note. */
export async function checkItem(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  given: ItemCheck,
): Promise<SessionItemView> {
  const { before } = await openItem(tx, actor, id, version)
  if (given.checked === 'failed' && !given.note) throw new Problem('reasonMissing')
  return setItem(tx, actor, before, 'sessionItem.check', {
    checked: given.checked,
    check_note: given.note ?? null,
  })
}

/**
 * Takes an item off its agenda. One that is put off to a conference goes on there as a new item of the same
 * matter, to be checked anew; its line of the work programme goes with it.
 */
export async function takeItemOff(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  given: ItemOff,
): Promise<SessionItemView> {
  const to = given.status === 'postponed' ? (given.conferenceId ?? null) : null
  if (to !== null) await lockInOrder(tx, actor, id, to)
  const { row, before } = await openItem(tx, actor, id, version)
  const there = to === null ? null : await goOn(tx, actor, row, to)
  if (there) await moveEntries(tx, actor.provinceId, id, there)
  await endCurrent(tx, row)
  return setItem(
    tx,
    actor,
    before,
    'sessionItem.takeOff',
    { status: given.status, status_reason: given.reason, moved_to: there?.id ?? null },
    given.reason,
  )
}

/** What is taken off is not before the room any more: chair, clerk and wall show no item until the next one is on. */
async function endCurrent(tx: Tx, row: Row<'session_item'>): Promise<void> {
  await tx
    .updateTable('conference')
    .set({ current_item: null, current_speaker: null, item_started_at: null })
    .where('province_id', '=', row.province_id)
    .where('conference_id', '=', row.conference_id)
    .where('current_item', '=', row.session_item_id)
    .execute()
}

/** Locks both conferences, always in the order of their ids, so that two moves never wait for each other. */
async function lockInOrder(tx: Tx, actor: Actor, id: string, to: string): Promise<void> {
  const { conference_id: from } = await itemFor(tx, actor, id, 'conference.plan')
  if (from === to) throw new Problem('matterPlaced')
  for (const one of [from, to].toSorted()) await lockConference(tx, actor, one, 'conference.plan')
}

async function goOn(
  tx: Tx,
  actor: Actor,
  row: Row<'session_item'>,
  to: string,
): Promise<SessionItemView> {
  const conference = await lockConference(tx, actor, to, 'conference.plan')
  return insertItem(tx, actor, conference, {
    title: row.title,
    asked: row.asked,
    matterId: row.matter_id,
    minutes: row.minutes,
    submitterId: row.submitter_id,
    level: row.level,
    personnel: row.personnel,
  })
}

async function moveEntries(
  tx: Tx,
  provinceId: number,
  id: string,
  there: SessionItemView,
): Promise<void> {
  await tx
    .updateTable('programme_entry')
    .set({ session_item_id: there.id, conference_id: there.conferenceId })
    .where('province_id', '=', provinceId)
    .where('session_item_id', '=', id)
    .execute()
}

/** Puts an item back on its agenda; `itemMovedOn` for one that goes on elsewhere. */
export async function putItemBack(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
): Promise<SessionItemView> {
  const { conference, item: row } = await lockItem(tx, actor, id, 'conference.plan')
  const before = await getItem(tx, actor, id)
  if (row.version !== version) throw new Problem('versionOld', { current: before })
  await mustBeOpen(tx, conference)
  if (row.moved_to !== null || row.status === 'on') throw new Problem('itemMovedOn')
  await mustBeOff(tx, actor, row.conference_id, row.matter_id)
  return setItem(tx, actor, before, 'sessionItem.putBack', { status: 'on', status_reason: null })
}
