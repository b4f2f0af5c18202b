// Extracts of minutes, told where their submitter looks: in the dossier of the item.
import type { Reads } from '../../database/tables.ts'
import type { Actor } from '../../http/access.ts'
import { visibleNotice } from '../../http/visible.ts'
import { citedOf } from './store.ts'

/** An issued extract, as it is cited; `signed`: its signed paper is there. */
export interface IssuedExcerpt {
  id: string
  cited: string
  issuedOn: string
  signed: boolean
}

/** The issued extracts of these items that the actor may read, by item, oldest first. */
export async function excerptsOf(
  db: Reads,
  actor: Actor,
  itemIds: readonly string[],
): Promise<Map<string, IssuedExcerpt[]>> {
  if (itemIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('notice')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('session_item_id', 'in', itemIds)
    .where('kind', '=', 'excerpt')
    .where('issued_at', 'is not', null)
    .where('withdrawn_at', 'is', null)
    .where(visibleNotice(actor))
    .orderBy('notice_id')
    .execute()
  const shown = rows.map((row) => ({
    item: row.session_item_id ?? '',
    id: row.notice_id,
    cited: citedOf(row) ?? '',
    issuedOn: row.issued_on ?? '',
    signed: row.signed_document_id !== null,
  }))
  const all = Map.groupBy(shown, (one) => one.item)
  return new Map([...all].map(([id, some]) => [id, some.map(({ item: _item, ...one }) => one)]))
}
