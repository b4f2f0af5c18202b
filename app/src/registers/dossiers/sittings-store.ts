// The conferences before which a paper was brought, as the level rule looks at them.
import type { Reads } from '../../database/tables.ts'
import { narrower, type Sitting } from '../../http/access.ts'
import { holdersOf } from '../conferences/holders-store.ts'

/** A sitting, and its item that the paper lies before. */
export interface SittingOf extends Sitting {
  itemId: string
}

/** By document, every conference that it was brought before, once for each body that holds it; `visible.ts` asks the same in SQL. */
export async function sittingsOf(
  db: Reads,
  provinceId: number,
  documentIds: readonly string[],
): Promise<Map<string, SittingOf[]>> {
  const wanted = [...new Set(documentIds)]
  if (wanted.length === 0) return new Map()
  const rows = await db
    .selectFrom('item_paper')
    .innerJoin('session_item as item', (join) =>
      join
        .onRef('item.province_id', '=', 'item_paper.province_id')
        .onRef('item.session_item_id', '=', 'item_paper.session_item_id'),
    )
    .innerJoin('conference', (join) =>
      join
        .onRef('conference.province_id', '=', 'item.province_id')
        .onRef('conference.conference_id', '=', 'item.conference_id'),
    )
    .select([
      'item.session_item_id',
      'item.conference_id',
      'item.status',
      'item.level',
      'item_paper.document_id',
      'item_paper.given_out_at',
      'conference.organisation_id',
      'conference.level as conference_level',
      'conference.cancelled_at',
    ])
    .where('item_paper.province_id', '=', provinceId)
    .where('item_paper.document_id', 'in', wanted)
    .orderBy('item.session_item_id')
    .execute()
  const invited = await invitedToItems(db, provinceId, rows)
  const holders = await holdersOf(db, provinceId, rows)
  const sittings = rows.flatMap((row) => {
    const held = holders.get(row.conference_id) ?? []
    return (held.length > 0 ? held : [null]).map((organisationId) => ({
      documentId: row.document_id,
      itemId: row.session_item_id,
      organisationId,
      level: narrower(row.level, row.conference_level),
      open: row.status === 'on' && row.given_out_at !== null && row.cancelled_at === null,
      invited: invited(row),
    }))
  })
  return Map.groupBy(sittings, (one) => one.documentId)
}

interface ItemOf {
  session_item_id: string
  conference_id: string
}

async function invitedToItems(db: Reads, provinceId: number, items: readonly ItemOf[]) {
  const conferences = [...new Set(items.map((item) => item.conference_id))]
  if (conferences.length === 0) return () => ({ organisations: [], accounts: [] })
  const rows = await db
    .selectFrom('invitation')
    .leftJoin('invitation_item as called', (join) =>
      join
        .onRef('called.province_id', '=', 'invitation.province_id')
        .onRef('called.invitation_id', '=', 'invitation.invitation_id'),
    )
    .select([
      'invitation.conference_id',
      'invitation.capacity',
      'invitation.account_id',
      'invitation.substitute_account_id',
      'invitation.organisation_id',
      'called.session_item_id',
    ])
    .where('invitation.province_id', '=', provinceId)
    .where('invitation.conference_id', 'in', conferences)
    .where('invitation.withdrawn_at', 'is', null)
    .where('invitation.sent_at', 'is not', null)
    .execute()
  return (item: ItemOf) => {
    const own = rows.filter(
      (row) =>
        row.conference_id === item.conference_id &&
        (row.capacity !== 'forItems' || row.session_item_id === item.session_item_id),
    )
    return {
      organisations: own.flatMap((row) => row.organisation_id ?? []),
      accounts: own.flatMap((row) =>
        [row.account_id ?? [], row.substitute_account_id ?? []].flat(),
      ),
    }
  }
}
