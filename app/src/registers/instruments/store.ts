// Citations as confirmed.
import { uuidv7 } from 'uuidv7'
import type { Reads, Tx } from '../../database/tables.ts'
import { type Actor, authorise } from '../../http/access.ts'
import { visible } from '../../http/visible.ts'
import { writeRecord } from '../../record/record.ts'
import { dropSearchEntry, putSearchEntry } from '../../search/store.ts'
import { type FoundAt, sourceColumns, sourcesOf } from '../documents/source.ts'
import type { CitationView } from './contract.ts'

/** Citations by symbol: all of the province, or those of some documents. */
export async function listCitations(
  db: Reads,
  actor: Actor,
  only: { documentIds?: string[] } = {},
): Promise<CitationView[]> {
  authorise(actor, 'register.read', actor.provinceId)
  if (only.documentIds?.length === 0) return []
  let select = db
    .selectFrom('citation')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where(visible(actor, 'document_id'))
    .where('withdrawn_at', 'is', null)
  if (only.documentIds) select = select.where('document_id', 'in', only.documentIds)
  const rows = await select
    .orderBy('instrument_type')
    .orderBy('symbol')
    .orderBy('confirmed_at')
    .execute()
  const sources = await sourcesOf(db, actor, rows)
  return rows.map((row) => ({
    id: row.citation_id,
    type: row.instrument_type,
    number: row.number,
    symbol: row.symbol,
    issuer: row.issuer,
    issuedOn: row.issued_on,
    about: row.about,
    source: sources.of(row),
    version: row.version,
  }))
}

/** Enters a citation. */
export async function enterCitation(
  tx: Tx,
  actor: Actor,
  at: FoundAt,
  given: {
    type: string
    number: string | null
    symbol: string | null
    issuer: string | null
    issuedOn: string | null
    about: string | null
  },
): Promise<string> {
  authorise(actor, 'finding.decide', actor.provinceId)
  const id = uuidv7()
  await tx
    .insertInto('citation')
    .values({
      ...sourceColumns(actor, at),
      citation_id: id,
      instrument_type: given.type,
      number: given.number,
      symbol: given.symbol,
      issuer: given.issuer,
      issued_on: given.issuedOn,
      about: given.about,
    })
    .execute()
  await putSearchEntry(tx, actor.provinceId, {
    kind: 'citation',
    id,
    documentId: at.documentId,
    start: at.start,
    end: at.end,
    title: at.quote,
    body: [given.symbol, given.issuer, given.about].filter(Boolean).join('; '),
  })
  await writeRecord(tx, actor, {
    action: 'citation.enter',
    subjectKind: 'citation',
    subjectId: id,
    after: { ...given, at },
  })
  return id
}

/** Takes a citation back. */
export async function withdrawCitation(tx: Tx, actor: Actor, id: string): Promise<void> {
  authorise(actor, 'finding.decide', actor.provinceId)
  await tx
    .updateTable('citation')
    .set((build) => ({
      withdrawn_at: new Date().toISOString(),
      version: build('version', '+', 1),
    }))
    .where('province_id', '=', actor.provinceId)
    .where('citation_id', '=', id)
    .execute()
  await dropSearchEntry(tx, actor.provinceId, 'citation', id)
  await writeRecord(tx, actor, {
    action: 'citation.withdraw',
    subjectKind: 'citation',
    subjectId: id,
  })
}
