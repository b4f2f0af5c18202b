// Which papers lie before which item of which conference, and which of them are given out there. Being on an
// agenda brings no paper there: somebody who works on the dossier does.
import type { Tx } from '../../database/tables.ts'
import { type Actor, may } from '../../http/access.ts'

/** Brings documents before an item; what lies there already stays as it is. */
export async function bringBefore(
  tx: Tx,
  provinceId: number,
  itemId: string,
  documentIds: readonly string[],
): Promise<void> {
  if (documentIds.length === 0) return
  await tx
    .insertInto('item_paper')
    .values(
      [...new Set(documentIds)].map((document_id) => ({
        province_id: provinceId,
        session_item_id: itemId,
        document_id,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['province_id', 'session_item_id', 'document_id']).doNothing(),
    )
    .execute()
}

/** Brings a new version before the items that an earlier one lies before, at conferences that are not over. */
export async function followPaper(
  tx: Tx,
  provinceId: number,
  paperId: string,
  documentId: string,
): Promise<void> {
  const items = await tx
    .selectFrom('item_paper')
    .innerJoin('dossier_paper_version as one', (join) =>
      join
        .onRef('one.province_id', '=', 'item_paper.province_id')
        .onRef('one.document_id', '=', 'item_paper.document_id'),
    )
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
    .select('item.session_item_id')
    .distinct()
    .where('item_paper.province_id', '=', provinceId)
    .where('one.paper_id', '=', paperId)
    .where('conference.closed_at', 'is', null)
    .where('conference.cancelled_at', 'is', null)
    .execute()
  for (const item of items) await bringBefore(tx, provinceId, item.session_item_id, [documentId])
}

/** Gives documents out at an item; what was given out there keeps its moment. */
export async function giveOut(
  tx: Tx,
  provinceId: number,
  itemId: string,
  documentIds: readonly string[],
): Promise<void> {
  await bringBefore(tx, provinceId, itemId, documentIds)
  await tx
    .updateTable('item_paper')
    .set({ given_out_at: new Date().toISOString() })
    .where('province_id', '=', provinceId)
    .where('session_item_id', '=', itemId)
    .where('document_id', 'in', documentIds)
    .where('given_out_at', 'is', null)
    .execute()
}

/**
 * Brings before a new item of a matter what lies before its other items at conferences that the actor plans:
 * whoever carries a matter on hands its papers on with it, and nobody else's.
 */
export async function carryPapers(
  tx: Tx,
  actor: Actor,
  matterId: string,
  itemId: string,
): Promise<void> {
  const rows = await tx
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
    .select(['item_paper.document_id', 'conference.organisation_id'])
    .where('item_paper.province_id', '=', actor.provinceId)
    .where('item.matter_id', '=', matterId)
    .execute()
  const own = rows.filter((row) =>
    may(actor, 'conference.plan', actor.provinceId, row.organisation_id),
  )
  await bringBefore(
    tx,
    actor.provinceId,
    itemId,
    own.map((row) => row.document_id),
  )
}
