// Where an entry comes from: the columns every register writes, and the way back to its sentence.
import type { Reads, Row } from '../../database/tables.ts'
import { type Actor, accountOf } from '../../http/access.ts'
import type { Source } from '../../http/parts.ts'
import { visibleConference, visibleDocument } from '../../http/visible.ts'

/** A stretch of a document's text, by the finding that a person confirmed. */
export interface FoundAt {
  documentId: string
  textVersion: number
  start: number
  end: number
  quote: string
  findingId: string
}

/** The source columns of a new entry. */
export function sourceColumns(actor: Actor, at: FoundAt) {
  return {
    province_id: actor.provinceId,
    document_id: at.documentId,
    text_version: at.textVersion,
    start_at: at.start,
    end_at: at.end,
    as_written: at.quote,
    finding_id: at.findingId,
    confirmed_by: accountOf(actor),
    withdrawn_at: null,
  }
}

interface SourceRow {
  document_id: string | null
  text_version: number | null
  start_at: number | null
  end_at: number | null
  as_written: string
  finding_id: string | null
  confirmed_by: string
  confirmed_at: string
}

export interface Sources {
  of(row: SourceRow): Source
  /** The conference of the entry's document, if it has one. */
  conferenceOf(row: SourceRow): { id: string; title: string; date: string | null } | null
  /** Day of that conference, else of the document, else null. */
  dateOf(row: SourceRow): string | null
}

/** Looks up documents, their conferences and the people's names for a list of entries, in three queries. */
export async function sourcesOf(
  db: Reads,
  actor: Actor,
  rows: readonly SourceRow[],
): Promise<Sources> {
  const { provinceId } = actor
  const documentIds = unique(rows.map((row) => row.document_id))
  const documents = documentIds.length
    ? await db
        .selectFrom('document')
        .select(['document_id', 'title', 'document_date', 'conference_id'])
        .where('province_id', '=', provinceId)
        .where('document_id', 'in', documentIds)
        .execute()
    : []
  const conferenceIds = unique(documents.map((document) => document.conference_id))
  const conferences = conferenceIds.length
    ? await db
        .selectFrom('conference')
        .select(['conference_id', 'title', 'held_on'])
        .where('province_id', '=', provinceId)
        .where('conference_id', 'in', conferenceIds)
        .where(visibleConference(actor))
        .where('withdrawn_at', 'is', null)
        .execute()
    : []
  const names = await accountNames(
    db,
    provinceId,
    rows.map((row) => row.confirmed_by),
  )
  const documentById = new Map(documents.map((one) => [one.document_id, one]))
  const conferenceById = new Map(conferences.map((one) => [one.conference_id, one]))
  const documentOf = (row: SourceRow) => documentById.get(row.document_id ?? '')
  const conference = (row: SourceRow) => conferenceById.get(documentOf(row)?.conference_id ?? '')
  const dateOf = (row: SourceRow): string | null =>
    conference(row)?.held_on ?? documentOf(row)?.document_date ?? null
  return {
    dateOf,
    of: (row) => ({
      documentId: row.document_id ?? '',
      documentTitle: documentOf(row)?.title ?? '',
      textVersion: row.text_version ?? 1,
      start: row.start_at ?? 0,
      end: row.end_at ?? 0,
      quote: row.as_written,
      findingId: row.finding_id ?? '',
      confirmedBy: names.get(row.confirmed_by) ?? '',
      confirmedAt: row.confirmed_at,
    }),
    conferenceOf(row) {
      const found = conference(row)
      return found ? { id: found.conference_id, title: found.title, date: dateOf(row) } : null
    },
  }
}

/** Names of accounts by id. */
export async function accountNames(
  db: Reads,
  provinceId: number,
  ids: readonly (string | null)[],
): Promise<Map<string, string>> {
  const wanted = unique(ids)
  if (wanted.length === 0) return new Map()
  const rows = await db
    .selectFrom('account')
    .select(['account_id', 'name'])
    .where('province_id', '=', provinceId)
    .where('account_id', 'in', wanted)
    .execute()
  return new Map(rows.map((row) => [row.account_id, row.name]))
}

const unique = (ids: readonly (string | null)[]): string[] => [
  ...new Set(ids.filter((id): id is string => id !== null)),
]

/** Ids and titles of the documents among these that the actor may read, by id. */
export async function documentTitles(db: Reads, actor: Actor, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, never>()
  const rows = await db
    .selectFrom('document')
    .select(['document_id as id', 'title'])
    .where('province_id', '=', actor.provinceId)
    .where('document_id', 'in', ids)
    .where('status', '<>', 'destroyed')
    .where(visibleDocument(actor))
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

export type DocumentRow = Row<'document'>
