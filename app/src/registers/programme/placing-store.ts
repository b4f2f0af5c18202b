// Lines of the work programme onto the agenda of a conference.
import type { Tx } from '../../database/tables.ts'
import type { Actor } from '../../http/access.ts'
import { insertItem } from '../agenda/changing-store.ts'
import { lockConference } from '../conferences/plan-store.ts'
import type { EntryView } from './contract.ts'
import { openEntry, recordEntry, setEntry } from './store.ts'

/**
 * Makes an item of each line, in their order, submitted by who prepares it. A line that a conference put off
 * goes on as the same matter. `entrySettled` for one that is placed, done, dropped or carried over.
 */
export async function placeEntries(
  tx: Tx,
  actor: Actor,
  conferenceId: string,
  ids: readonly string[],
): Promise<EntryView[]> {
  const conference = await lockConference(tx, actor, conferenceId, 'conference.plan')
  const placed: EntryView[] = []
  for (const id of new Set(ids)) {
    const { row, before } = await openEntry(tx, actor, id, null, ['planned', 'late'])
    const former = row.session_item_id
    const matter = former === null ? null : await matterOf(tx, actor.provinceId, former)
    const item = await insertItem(tx, actor, conference, {
      title: row.title,
      asked: row.asked,
      submitterId: row.preparing_id,
      ...(matter === null ? {} : { matterId: matter }),
    })
    await setEntry(tx, row, { conference_id: conferenceId, session_item_id: item.id })
    placed.push(await recordEntry(tx, actor, 'programme.place', id, before))
  }
  return placed
}

async function matterOf(tx: Tx, provinceId: number, itemId: string): Promise<string | null> {
  const item = await tx
    .selectFrom('session_item')
    .select('matter_id')
    .where('province_id', '=', provinceId)
    .where('session_item_id', '=', itemId)
    .executeTakeFirst()
  return item?.matter_id ?? null
}
