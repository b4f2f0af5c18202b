// Items of a conference that is held here: added and changed, behind the lock of their conference.
import { uuidv7 } from 'uuidv7'
import type { NewRow, Row, Tx } from '../../database/tables.ts'
import type { Actor, Level } from '../../http/access.ts'
import { visibleMatter } from '../../http/visible.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import { putSearchEntry } from '../../search/store.ts'
import { lockConference, stageNow, touchLive } from '../conferences/plan-store.ts'
import { carryPapers } from '../dossiers/item-papers-store.ts'
import { mustBeBodies } from '../organisations/names.ts'
import { mustBeGiven } from './claim-store.ts'
import type { ItemChange, NewItem, SessionItemView } from './contract.ts'
import { getItem, lockItem } from './store.ts'

/** Puts an item at the end; a matter of its own where none is named. */
export async function addItem(
  tx: Tx,
  actor: Actor,
  conferenceId: string,
  given: NewItem,
): Promise<SessionItemView> {
  const conference = await lockConference(tx, actor, conferenceId, 'conference.plan')
  return insertItem(tx, actor, conference, given)
}

/** The same in a conference that is locked already. The review of earlier conclusions has nothing to be checked. */
export async function insertItem(
  tx: Tx,
  actor: Actor,
  conference: Row<'conference'>,
  given: NewItem,
  kind: 'matter' | 'review' = 'matter',
): Promise<SessionItemView> {
  await mustBeOpen(tx, conference)
  await mustBeBodies(tx, actor.provinceId, [given.submitterId ?? null])
  if (given.matterId) {
    await mustBeFree(tx, actor, conference.conference_id, given.matterId)
    await mustBeGiven(tx, actor, conference, given.matterId)
  }
  const last = await tx
    .selectFrom('session_item')
    .select((build) => build.fn.max('position').as('position'))
    .where('province_id', '=', actor.provinceId)
    .where('conference_id', '=', conference.conference_id)
    .executeTakeFirst()
  const id = uuidv7()
  const matterId = given.matterId ?? (await addMatter(tx, actor, given))
  const personnel = given.personnel ?? false
  const level = given.level ?? levelIn(conference.level, personnel)
  neverPublic(personnel, level)
  await tx
    .insertInto('session_item')
    .values({
      province_id: actor.provinceId,
      session_item_id: id,
      conference_id: conference.conference_id,
      matter_id: matterId,
      position: (last?.position ?? 0) + 1,
      number: given.number ?? null,
      group_title: given.groupTitle ?? null,
      title: given.title,
      minutes: given.minutes ?? null,
      submitter_id: given.submitterId ?? null,
      asked: given.asked,
      level,
      personnel,
      kind,
      checked: kind === 'review' ? 'passed' : 'notYet',
      check_note: null,
      status_reason: null,
      moved_to: null,
    })
    .execute()
  if (given.matterId) await carryPapers(tx, actor, given.matterId, id)
  const item = await getItem(tx, actor, id)
  await enterItem(tx, actor, 'sessionItem.add', item)
  return item
}

/**
 * A matter that the actor may know of and that is not on this agenda already; `reviewStays` for what a conference
 * looks back on, which is its own.
 */
async function mustBeFree(tx: Tx, actor: Actor, conferenceId: string, matterId: string) {
  const matter = await tx
    .selectFrom('matter')
    .select('matter_id')
    .where('province_id', '=', actor.provinceId)
    .where('matter_id', '=', matterId)
    .where(visibleMatter(actor))
    .executeTakeFirst()
  if (!matter) throw new Problem('notFound')
  const review = await tx
    .selectFrom('session_item')
    .select('session_item_id')
    .where('province_id', '=', actor.provinceId)
    .where('matter_id', '=', matterId)
    .where('kind', '=', 'review')
    .limit(1)
    .executeTakeFirst()
  if (review) throw new Problem('reviewStays')
  await mustBeOff(tx, actor, conferenceId, matterId)
}

/** `matterPlaced` for a matter that is on this agenda. */
export async function mustBeOff(
  tx: Tx,
  actor: Actor,
  conferenceId: string,
  matterId: string,
): Promise<void> {
  const there = await tx
    .selectFrom('session_item')
    .select('session_item_id')
    .where('province_id', '=', actor.provinceId)
    .where('conference_id', '=', conferenceId)
    .where('matter_id', '=', matterId)
    .where('status', '=', 'on')
    .executeTakeFirst()
  if (there) throw new Problem('matterPlaced')
}

/** The level of a new item: its conference's, but a personnel matter is never public. */
const levelIn = (level: Level, personnel: boolean): Level =>
  personnel && level === 'public' ? 'participants' : level

function neverPublic(personnel: boolean, level: Level): void {
  if (personnel && level === 'public') throw new Problem('personnelNotPublic')
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
  const { row, before } = await openItem(tx, actor, id, version)
  await mustBeBodies(tx, actor.provinceId, [given.submitterId ?? null])
  const kept = <T>(value: T | undefined, former: T): T => (value === undefined ? former : value)
  const personnel = given.personnel ?? row.personnel
  const level = given.level ?? row.level
  neverPublic(personnel, level)
  return setItem(tx, actor, before, 'sessionItem.change', {
    title: given.title ?? row.title,
    asked: given.asked ?? row.asked,
    number: kept(given.number, row.number),
    group_title: kept(given.groupTitle, row.group_title),
    minutes: kept(given.minutes, row.minutes),
    submitter_id: kept(given.submitterId, row.submitter_id),
    level,
    personnel,
  })
}

/**
 * An item that is on the agenda of a conference that is not over, locked for somebody who may plan there, at
 * this version.
 */
export async function openItem(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
): Promise<{ conference: Row<'conference'>; row: Row<'session_item'>; before: SessionItemView }> {
  const { conference, item: row } = await lockItem(tx, actor, id, 'conference.plan')
  const before = await getItem(tx, actor, id)
  if (row.version !== version) throw new Problem('versionOld', { current: before })
  await mustBeOpen(tx, conference)
  if (row.status !== 'on') throw new Problem('itemOff')
  return { conference, row, before }
}

/** Sets columns of an item behind the lock of its conference, with its record. */
export async function setItem(
  tx: Tx,
  actor: Actor,
  before: SessionItemView,
  action: string,
  values: Partial<NewRow<'session_item'>>,
  reason?: string,
): Promise<SessionItemView> {
  await tx
    .updateTable('session_item')
    .set({ ...values, version: before.version + 1 })
    .where('province_id', '=', actor.provinceId)
    .where('session_item_id', '=', before.id)
    .execute()
  const item = await getItem(tx, actor, before.id)
  await enterItem(tx, actor, action, item, before, reason)
  return item
}

/** `conferenceOver` for one that is closed or cancelled. */
export async function mustBeOpen(tx: Tx, conference: Row<'conference'>): Promise<void> {
  const stage = await stageNow(tx, conference)
  if (stage === 'closed' || stage === 'cancelled') throw new Problem('conferenceOver')
}

/** Puts an item into search and the record, and tells the pages that listen. */
async function enterItem(
  tx: Tx,
  actor: Actor,
  action: string,
  item: SessionItemView,
  before?: SessionItemView,
  reason?: string,
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
    ...(reason ? { reason } : {}),
  })
}
