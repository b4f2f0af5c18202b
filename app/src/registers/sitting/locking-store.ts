// Who runs a sitting, and the lock that everything done in it takes first.
import type { Reads, Row, Tx } from '../../database/tables.ts'
import { type Action, type Actor, may } from '../../http/access.ts'
import { visibleItem } from '../../http/visible.ts'
import { Problem } from '../../problem.ts'
import { itemRow } from '../agenda/store.ts'
import { lockConference, stageNow } from '../conferences/plan-store.ts'

/** Who runs a sitting: the office, and who presides. The one they may, else the one to be refused. */
export const runningAction = (actor: Actor, organisationId: string | null): Action =>
  may(actor, 'conference.run', actor.provinceId, organisationId)
    ? 'conference.run'
    : may(actor, 'conference.close', actor.provinceId, organisationId)
      ? 'conference.close'
      : 'conference.run'

/** Locks a conference for somebody who runs its sitting; refusals as in `lockConference`. */
export async function lockSitting(tx: Tx, actor: Actor, id: string): Promise<Row<'conference'>> {
  const row = await tx
    .selectFrom('conference')
    .select('organisation_id')
    .where('province_id', '=', actor.provinceId)
    .where('conference_id', '=', id)
    .executeTakeFirst()
  return lockConference(tx, actor, id, runningAction(actor, row?.organisation_id ?? null))
}

/** Locks the conference of an item, as `lockSitting`, and reads the item behind the lock. */
export async function lockSittingItem(tx: Tx, actor: Actor, id: string) {
  const found = await tx
    .selectFrom('session_item')
    .select('conference_id')
    .where('province_id', '=', actor.provinceId)
    .where('session_item_id', '=', id)
    .where(visibleItem(actor))
    .executeTakeFirst()
  // What is not there is locked in vain, and refused in the same words as what is closed to the actor.
  const conference = await lockSitting(tx, actor, found?.conference_id ?? id)
  return { conference, item: await itemRow(tx, actor, id) }
}

/** `conferenceOver` once a conference is closed or cancelled: what was decided there is locked. */
export async function mustNotBeOver(db: Reads, row: Row<'conference'>): Promise<void> {
  const stage = await stageNow(db, row)
  if (stage === 'closed' || stage === 'cancelled') throw new Problem('conferenceOver')
}
