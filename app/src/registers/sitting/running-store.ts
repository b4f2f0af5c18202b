// Opening, running, closing and reopening a conference. Its row is locked first, so that two clerks do one
// thing after the other.
import { uuidv7 } from 'uuidv7'
import type { Reads, Row, Tx } from '../../database/tables.ts'
import { type Actor, accountOf } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import { itemRow } from '../agenda/store.ts'
import { carryOver } from '../chain/placing-store.ts'
import { keepReview } from '../chain/review-store.ts'
import { conferenceRow, lockConference, stageNow, touchLive } from '../conferences/plan-store.ts'
import type { Current, SittingView } from './contract.ts'
import { lockSitting } from './locking-store.ts'
import { getSitting } from './sitting-store.ts'
import { bearTasks } from './tasks-store.ts'

/** Opens a conference; `conferenceStage` where it is open, over or cancelled. */
export async function openConference(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
): Promise<SittingView> {
  const row = await lockSitting(tx, actor, id)
  await mustBeVersion(tx, actor, row, version)
  const stage = await stageNow(tx, row)
  if (stage !== 'planned' && stage !== 'invited') throw new Problem('conferenceStage')
  if (row.organisation_id === null) throw new Problem('conferenceStage')
  const at = new Date().toISOString()
  await changeRow(tx, row, { opened_at: at })
  return written(tx, actor, row, 'opened', at)
}

/**
 * Closes a conference. `conferenceNotReady` with what is missing, item by item; else its decisions are
 * locked and its tasks enter the register of assignments, all in this transaction.
 */
export async function closeConference(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
): Promise<SittingView> {
  const row = await lockConference(tx, actor, id, 'conference.close')
  await mustBeVersion(tx, actor, row, version)
  if ((await stageNow(tx, row)) !== 'running') throw new Problem('conferenceStage')
  const { missing } = await getSitting(tx, actor, id)
  if (missing.length > 0) throw new Problem('conferenceNotReady', { missing })
  await bearTasks(tx, actor, row)
  const at = new Date().toISOString()
  await changeRow(tx, row, {
    closed_at: at,
    current_item: null,
    current_speaker: null,
    item_started_at: null,
  })
  await keepReview(tx, row, null)
  await carryOver(tx, row)
  return written(tx, actor, row, 'closed', at)
}

/** Opens a closed conference again; the reason stays to be seen. */
export async function reopenConference(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  reason: string,
): Promise<SittingView> {
  const row = await lockConference(tx, actor, id, 'conference.close')
  await mustBeVersion(tx, actor, row, version)
  if ((await stageNow(tx, row)) !== 'closed') throw new Problem('conferenceStage')
  await changeRow(tx, row, { closed_at: null })
  return written(tx, actor, row, 'reopened', new Date().toISOString(), reason)
}

/** Says which item is on and who speaks. The clock of an item starts when it comes on. */
export async function setCurrent(
  tx: Tx,
  actor: Actor,
  id: string,
  { itemId, speaker }: Current,
): Promise<SittingView> {
  const row = await lockSitting(tx, actor, id)
  if ((await stageNow(tx, row)) !== 'running') throw new Problem('conferenceStage')
  if (itemId !== null) await mustBeOn(tx, actor, id, itemId)
  const same = itemId === row.current_item
  await tx
    .updateTable('conference')
    .set({
      current_item: itemId,
      current_speaker: speaker,
      item_started_at:
        itemId === null ? null : same ? row.item_started_at : new Date().toISOString(),
    })
    .where('province_id', '=', actor.provinceId)
    .where('conference_id', '=', id)
    .execute()
  await touchLive(tx, actor.provinceId, id)
  await writeRecord(tx, actor, {
    action: 'conference.current',
    subjectKind: 'sitting',
    subjectId: id,
    after: { itemId, speaker },
  })
  return getSitting(tx, actor, id)
}

async function mustBeOn(tx: Tx, actor: Actor, conferenceId: string, itemId: string) {
  const item = await itemRow(tx, actor, itemId)
  if (item.conference_id !== conferenceId) throw new Problem('notFound')
  if (item.status !== 'on') throw new Problem('conferenceStage')
}

async function mustBeVersion(
  tx: Tx,
  actor: Actor,
  row: Row<'conference'>,
  version: number,
): Promise<void> {
  if (row.version === version) return
  throw new Problem('versionOld', { current: await getSitting(tx, actor, row.conference_id) })
}

async function changeRow(
  tx: Tx,
  row: Row<'conference'>,
  values: Partial<
    Pick<
      Row<'conference'>,
      'opened_at' | 'closed_at' | 'current_item' | 'current_speaker' | 'item_started_at'
    >
  >,
): Promise<void> {
  await tx
    .updateTable('conference')
    .set({ ...values, version: row.version + 1 })
    .where('province_id', '=', row.province_id)
    .where('conference_id', '=', row.conference_id)
    .execute()
}

const recordWords = {
  opened: 'conference.open',
  closed: 'conference.close',
  reopened: 'conference.reopen',
} as const

async function written(
  tx: Tx,
  actor: Actor,
  row: Row<'conference'>,
  kind: keyof typeof recordWords,
  at: string,
  reason: string | null = null,
): Promise<SittingView> {
  const { province_id, conference_id } = row
  await tx
    .insertInto('conference_closing')
    .values({
      province_id,
      conference_id,
      closing_id: uuidv7(),
      kind,
      reason,
      by_account: accountOf(actor),
      at,
    })
    .execute()
  await touchLive(tx, province_id, conference_id)
  await writeRecord(tx, actor, {
    action: recordWords[kind],
    subjectKind: 'conference',
    subjectId: conference_id,
    after: { stage: kind, at },
    reason: reason ?? undefined,
  })
  return getSitting(tx, actor, conference_id)
}

/** The number that grows with every change of a sitting; `notFound` for one the actor may not know of. */
export async function liveNumber(db: Reads, actor: Actor, id: string): Promise<number> {
  const row = await conferenceRow(db, actor, id)
  if (row.organisation_id === null) throw new Problem('notFound')
  return Number(row.live)
}
