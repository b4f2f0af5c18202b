// Findings as they are shown, and looked up for a decision.
import type { Reads, Row, Tx } from '../database/tables.ts'
import { type Actor, authorise } from '../http/access.ts'
import { visible } from '../http/visible.ts'
import { Problem } from '../problem.ts'
import { accountNames } from '../registers/documents/source.ts'
import { getDocument, holdDocument } from '../registers/documents/store.ts'
import type { Edits, FindingView } from './contract.ts'

/** Findings of a document's newest text in reading order, and the context the reader found. */
export async function listFindings(
  db: Reads,
  actor: Actor,
  documentId: string,
): Promise<{ findings: FindingView[]; context: Record<string, unknown> }> {
  authorise(actor, 'finding.read', actor.provinceId)
  const document = await getDocument(db, actor, documentId)
  if (document.status === 'destroyed') throw new Problem('documentDestroyed')
  const rows = await db
    .selectFrom('finding')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('document_id', '=', documentId)
    .orderBy('start_at')
    .orderBy('end_at')
    .orderBy('finding_id')
    .execute()
  const reading = await db
    .selectFrom('reading')
    .select('context')
    .where('province_id', '=', actor.provinceId)
    .where('document_id', '=', documentId)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return {
    findings: await shown(db, actor.provinceId, rows),
    context: (reading?.context ?? {}) as Record<string, unknown>,
  }
}

/** The row, locked, its document held; `notFound`, or `versionOld` with the present one. */
export async function lockFinding(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
): Promise<Row<'finding'>> {
  const known = await tx
    .selectFrom('finding')
    .select('document_id')
    .where('province_id', '=', actor.provinceId)
    .where('finding_id', '=', id)
    .where(visible(actor, 'document_id'))
    .executeTakeFirst()
  if (!known) throw new Problem('notFound')
  // The document first: its destruction takes the same locks in the same order.
  await holdDocument(tx, actor, known.document_id)
  const row = await tx
    .selectFrom('finding')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('finding_id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Problem('notFound')
  if (row.version !== version) {
    const [current] = await shown(tx, actor.provinceId, [row])
    throw new Problem('versionOld', { current })
  }
  return row
}

/** The finding of the same reading with the reader's id, for example a statement's quantity. */
export async function findByReaderKey(
  db: Reads,
  row: Row<'finding'>,
  readerKey: string,
): Promise<Row<'finding'> | null> {
  const found = await db
    .selectFrom('finding')
    .selectAll()
    .where('province_id', '=', row.province_id)
    .where('document_id', '=', row.document_id)
    .where('text_version', '=', row.text_version)
    .where('reader_key', '=', readerKey)
    .executeTakeFirst()
  return found ?? null
}

/** Rows as the contract shows them. */
export async function shown(
  db: Reads,
  provinceId: number,
  rows: Row<'finding'>[],
): Promise<FindingView[]> {
  const names = await accountNames(
    db,
    provinceId,
    rows.map((row) => row.decided_by),
  )
  return rows.map((row) => ({
    id: row.finding_id,
    kind: row.kind,
    start: row.start_at,
    end: row.end_at,
    quote: row.quote,
    certainty: row.certainty,
    rule: row.rule,
    state: row.state,
    madeBy: row.made_by,
    decidedBy: row.decided_by === null ? null : (names.get(row.decided_by) ?? ''),
    decidedAt: row.decided_at,
    payload: row.payload,
    edited: row.edited as Edits | null,
    entry:
      row.entry_kind !== null && row.entry_id !== null
        ? { kind: row.entry_kind, id: row.entry_id }
        : null,
    version: row.version,
  }))
}
