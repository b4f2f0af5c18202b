// Shortcomings as confirmed.
import { uuidv7 } from 'uuidv7'
import type { Reads, Tx } from '../../database/tables.ts'
import { type Actor, authorise } from '../../http/access.ts'
import { visible } from '../../http/visible.ts'
import { writeRecord } from '../../record/record.ts'
import { dropSearchEntry, putSearchEntry } from '../../search/store.ts'
import { type FoundAt, sourceColumns, sourcesOf } from '../documents/source.ts'
import type { ShortcomingView } from './contract.ts'

/** All shortcomings of the province, those of some documents, or those with these ids. */
export async function listShortcomings(
  db: Reads,
  actor: Actor,
  only: { documentIds?: string[]; ids?: string[] } = {},
): Promise<ShortcomingView[]> {
  authorise(actor, 'register.read', actor.provinceId)
  if (only.documentIds?.length === 0 || only.ids?.length === 0) return []
  let select = db
    .selectFrom('shortcoming')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where(visible(actor, 'document_id'))
    .where('withdrawn_at', 'is', null)
  if (only.documentIds) select = select.where('document_id', 'in', only.documentIds)
  if (only.ids) select = select.where('shortcoming_id', 'in', only.ids)
  const rows = await select.orderBy('document_id').orderBy('start_at').execute()
  const sources = await sourcesOf(db, actor, rows)
  return rows.map((row) => ({
    id: row.shortcoming_id,
    topic: row.topic,
    subject: row.subject,
    predicate: row.predicate,
    scope: row.scope,
    since: row.since,
    conference: sources.conferenceOf(row),
    date: sources.dateOf(row),
    source: sources.of(row),
    version: row.version,
  }))
}

export interface ConfirmedShortcoming {
  topic: string
  subject: string
  predicate: string
  scope: string | null
  since: string | null
}

/** Enters a shortcoming. */
export async function enterShortcoming(
  tx: Tx,
  actor: Actor,
  at: FoundAt,
  given: ConfirmedShortcoming,
): Promise<string> {
  authorise(actor, 'finding.decide', actor.provinceId)
  const id = uuidv7()
  await tx
    .insertInto('shortcoming')
    .values({ ...sourceColumns(actor, at), shortcoming_id: id, ...given })
    .execute()
  await putSearchEntry(tx, actor.provinceId, {
    kind: 'shortcoming',
    id,
    documentId: at.documentId,
    start: at.start,
    end: at.end,
    title: given.subject,
    body: at.quote,
  })
  await writeRecord(tx, actor, {
    action: 'shortcoming.enter',
    subjectKind: 'shortcoming',
    subjectId: id,
    after: { ...given, at },
  })
  return id
}

/** Takes a shortcoming back. */
export async function withdrawShortcoming(tx: Tx, actor: Actor, id: string): Promise<void> {
  authorise(actor, 'finding.decide', actor.provinceId)
  await tx
    .updateTable('shortcoming')
    .set((build) => ({
      withdrawn_at: new Date().toISOString(),
      version: build('version', '+', 1),
    }))
    .where('province_id', '=', actor.provinceId)
    .where('shortcoming_id', '=', id)
    .execute()
  await dropSearchEntry(tx, actor.provinceId, 'shortcoming', id)
  await writeRecord(tx, actor, {
    action: 'shortcoming.withdraw',
    subjectKind: 'shortcoming',
    subjectId: id,
  })
}
