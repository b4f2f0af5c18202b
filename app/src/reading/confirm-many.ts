// Confirming many findings of one document at once.
import { part } from '../database/open.ts'
import type { Tx } from '../database/tables.ts'
import { type Actor, authorise } from '../http/access.ts'
import { Problem } from '../problem.ts'
import { holdDocument } from '../registers/documents/store.ts'
import { confirmFinding } from './confirm.ts'
import type { FindingView } from './contract.ts'

/** Confirms many in one transaction; what cannot be is skipped with its code, the others hold. */
export async function confirmMany(
  tx: Tx,
  actor: Actor,
  documentId: string,
  wanted: readonly { id: string; version: number }[],
): Promise<{ confirmed: FindingView[]; skipped: { id: string; code: string }[] }> {
  authorise(actor, 'finding.decide', actor.provinceId)
  await holdDocument(tx, actor, documentId)
  if (wanted.length === 0) return { confirmed: [], skipped: [] }
  const rows = await tx
    .selectFrom('finding')
    .select(['finding_id', 'kind', 'state', 'version'])
    .where('province_id', '=', actor.provinceId)
    .where('document_id', '=', documentId)
    .where(
      'finding_id',
      'in',
      wanted.map((one) => one.id),
    )
    .execute()
  const byId = new Map(rows.map((row) => [row.finding_id, row]))
  // The meeting first, so that the document is linked before its entries are read back.
  const order = wanted.toSorted(
    (a, b) =>
      Number(byId.get(b.id)?.kind === 'meeting') - Number(byId.get(a.id)?.kind === 'meeting'),
  )
  const confirmed: FindingView[] = []
  const skipped: { id: string; code: string }[] = []
  for (const { id, version } of order) {
    const row = byId.get(id)
    if (!row) skipped.push({ id, code: 'notFound' })
    else if (row.version !== version) skipped.push({ id, code: 'versionOld' })
    else if (row.state !== 'proposed') skipped.push({ id, code: 'alreadyDecided' })
    else {
      try {
        confirmed.push(await part(tx, () => confirmFinding(tx, actor, id, version, undefined)))
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        skipped.push({ id, code: error.code })
      }
    }
  }
  return { confirmed, skipped }
}
