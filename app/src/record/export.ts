// The record as JSON Lines, whole and in order, with the heads: what giaoban-verify reads. It holds names
// of those who acted, reasons and hashes; no content.
import type { Reads } from '../database/tables.ts'
import { type Actor, authorise } from '../http/access.ts'
import { linksAfter, tipOf } from './chain.ts'
import { headLine } from './head.ts'
import { listHeads, provinceOf } from './heads.ts'
import { canonical } from './record.ts'

export const exportFormat = 'giaoban-record-1'

/**
 * The lines of the export, each in canonical JSON and with its line end: a header, the heads so far, the links
 * up to the newest at the start of the call, and an end that says how many there were. Links
 * never change, so no snapshot is held.
 */
export async function* exportRecord(
  db: Reads,
  actor: Actor,
  now = new Date(),
): AsyncGenerator<string> {
  authorise(actor, 'record.export', actor.provinceId)
  const province = await provinceOf(db, 'province_id', actor.provinceId)
  const tip = await tipOf(db, actor.provinceId)
  const line = (value: unknown): string => `${canonical(value)}\n`
  yield line({
    type: 'record',
    format: exportFormat,
    province: province.slug,
    provinceId: province.province_id,
    name: province.name,
    exportedAt: now.toISOString(),
    count: tip.seq,
    hash: tip.hash,
  })
  const heads = (await listHeads(db, province)).filter((head) => head.statement.count <= tip.seq)
  if (heads.length > 0) yield heads.map((head) => `${headLine(head)}\n`).join('')
  let links = 0
  for (let last = 0; last < tip.seq; ) {
    const rows = await linksAfter(db, actor.provinceId, last, tip.seq)
    if (rows.length === 0) break
    yield rows.map((row) => line({ type: 'link', ...row })).join('')
    links += rows.length
    last = rows.at(-1)?.seq ?? tip.seq
  }
  yield line({ type: 'end', links, heads: heads.length })
}
