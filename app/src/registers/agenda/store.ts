// Items of a conference that is held here. An item is one row for good, whatever agenda version it stands in.
import { uuidv7 } from 'uuidv7'
import type { Reads, Row, Tx } from '../../database/tables.ts'
import { type Action, type Actor, authorise } from '../../http/access.ts'
import { visibleItem } from '../../http/visible.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import { putSearchEntry } from '../../search/store.ts'
import { conferenceRow, lockConference, stageNow, touchLive } from '../conferences/plan-store.ts'
import { organisationNames } from '../organisations/names.ts'
import type { ItemChange, NewItem, SessionItemView } from './contract.ts'

/** The items of a conference that the actor may know of, in the order of the agenda. */
export async function listItems(
  db: Reads,
  actor: Actor,
  conferenceId: string,
): Promise<SessionItemView[]> {
  await conferenceRow(db, actor, conferenceId)
  const rows = await db
    .selectFrom('session_item')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('conference_id', '=', conferenceId)
    .where(visibleItem(actor))
    .orderBy('position')
    .orderBy('session_item_id')
    .execute()
  return shown(db, actor, rows)
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
 * Locks the conference of an item for a change by somebody who may do `action` there, and reads the item
 * behind the lock. Refusals as in `lockConference`.
 */
export async function lockItem(
  tx: Tx,
  actor: Actor,
  id: string,
  action: Action,
): Promise<{ conference: Row<'conference'>; item: Row<'session_item'> }> {
  const found = await tx
    .selectFrom('session_item')
    .select('conference_id')
    .where('province_id', '=', actor.provinceId)
    .where('session_item_id', '=', id)
    .where(visibleItem(actor))
    .executeTakeFirst()
  if (!found) {
    authorise(actor, action, actor.provinceId)
    throw new Problem('notFound')
  }
  const conference = await lockConference(tx, actor, found.conference_id, action)
  return { conference, item: await itemRow(tx, actor, id) }
}

/** Puts an item at the end; a matter of its own where none is named. */
export async function addItem(
  tx: Tx,
  actor: Actor,
  conferenceId: string,
  given: NewItem,
): Promise<SessionItemView> {
  const conference = await lockConference(tx, actor, conferenceId, 'conference.plan')
  await mustBeOpen(tx, conference)
  await mustBeBodies(tx, actor.provinceId, [given.submitterId ?? null])
  const last = await tx
    .selectFrom('session_item')
    .select((build) => build.fn.max('position').as('position'))
    .where('province_id', '=', actor.provinceId)
    .where('conference_id', '=', conferenceId)
    .executeTakeFirst()
  const id = uuidv7()
  const matterId = given.matterId ?? (await addMatter(tx, actor, given))
  await tx
    .insertInto('session_item')
    .values({
      province_id: actor.provinceId,
      session_item_id: id,
      conference_id: conferenceId,
      matter_id: matterId,
      position: (last?.position ?? 0) + 1,
      number: given.number ?? null,
      group_title: given.groupTitle ?? null,
      title: given.title,
      minutes: given.minutes ?? null,
      submitter_id: given.submitterId ?? null,
      asked: given.asked,
      level: given.level ?? conference.level,
      personnel: given.personnel ?? false,
      check_note: null,
      status_reason: null,
      moved_to: null,
      moderator_note: null,
    })
    .execute()
  const item = await getItem(tx, actor, id)
  await entered(tx, actor, 'sessionItem.add', item)
  return item
}

async function addMatter(tx: Tx, actor: Actor, given: NewItem): Promise<string> {
  const id = uuidv7()
  await tx
    .insertInto('matter')
    .values({
      province_id: actor.provinceId,
      matter_id: id,
      title: given.title,
      submitter_id: given.submitterId ?? null,
    })
    .execute()
  return id
}

/** Changes an item of the agenda as it stands now; approved versions stay as they were. */
export async function changeItem(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  given: ItemChange,
): Promise<SessionItemView> {
  const { conference, item: row } = await lockItem(tx, actor, id, 'conference.plan')
  const before = await getItem(tx, actor, id)
  if (row.version !== version) throw new Problem('versionOld', { current: before })
  await mustBeOpen(tx, conference)
  await mustBeBodies(tx, actor.provinceId, [given.submitterId ?? null])
  const kept = <T>(value: T | undefined, former: T): T => (value === undefined ? former : value)
  await tx
    .updateTable('session_item')
    .set({
      title: given.title ?? row.title,
      asked: given.asked ?? row.asked,
      number: kept(given.number, row.number),
      group_title: kept(given.groupTitle, row.group_title),
      minutes: kept(given.minutes, row.minutes),
      submitter_id: kept(given.submitterId, row.submitter_id),
      level: given.level ?? row.level,
      personnel: given.personnel ?? row.personnel,
      version: row.version + 1,
    })
    .where('province_id', '=', actor.provinceId)
    .where('session_item_id', '=', id)
    .execute()
  const item = await getItem(tx, actor, id)
  await entered(tx, actor, 'sessionItem.change', item, before)
  return item
}

async function mustBeOpen(tx: Tx, conference: Row<'conference'>): Promise<void> {
  const stage = await stageNow(tx, conference)
  if (stage === 'closed' || stage === 'cancelled') throw new Problem('conferenceOver')
}

async function mustBeBodies(
  tx: Tx,
  provinceId: number,
  ids: readonly (string | null)[],
): Promise<void> {
  const wanted = new Set(ids.filter((id) => id !== null))
  const known = await organisationNames(tx, provinceId, [...wanted])
  if (known.size !== wanted.size) throw new Problem('notFound')
}

async function entered(
  tx: Tx,
  actor: Actor,
  action: string,
  item: SessionItemView,
  before?: SessionItemView,
): Promise<void> {
  await putSearchEntry(tx, actor.provinceId, {
    kind: 'sessionItem',
    id: item.id,
    documentId: null,
    start: null,
    end: null,
    title: item.title,
    body: item.submitter?.name ?? '',
  })
  await touchLive(tx, actor.provinceId, item.conferenceId)
  await writeRecord(tx, actor, {
    action,
    subjectKind: 'sessionItem',
    subjectId: item.id,
    ...(before ? { before } : {}),
    after: item,
  })
}

async function shown(
  db: Reads,
  actor: Actor,
  rows: Row<'session_item'>[],
): Promise<SessionItemView[]> {
  const names = await organisationNames(
    db,
    actor.provinceId,
    rows.map((row) => row.submitter_id),
  )
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
    checked: row.checked,
    checkNote: row.check_note,
    status: row.status,
    statusReason: row.status_reason,
    movedTo: row.moved_to,
    version: row.version,
  }))
}
