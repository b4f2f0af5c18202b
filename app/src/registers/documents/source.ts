// Where an entry comes from: the columns every register writes, and the way back to its sentence.
import { sql } from 'kysely'
import { atOnce } from '../../database/at-once.ts'
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
  /** Whether the actor may read the entry's document. */
  isOpen(row: SourceRow): boolean
  /** Day of that conference, else of the document, else null. */
  dateOf(row: SourceRow): string | null
}

/** Looks up documents, their conferences and the people's names for a list of entries, at once. */
export const sourcesOf = async (
  db: Reads,
  actor: Actor,
  rows: readonly SourceRow[],
): Promise<Sources> => sourcesFrom(await atOnce(db, sourcesAsked(actor, rows)))

interface DocumentTold {
  id: string
  title: string
  day: string | null
  /** Whether the actor may read it. */
  open: boolean
  /** The conference that it is of, where the actor may know of it. */
  conference_id: string | null
  conference: string | null
  held_on: string | null
}

/** What sources are made from, for who asks more in the same statement. */
export const sourcesAsked = (actor: Actor, rows: readonly SourceRow[]) => ({
  documents: sql<DocumentTold>`select document.document_id as id, document.title,
      document.document_date as day, ${visibleDocument(actor)} as open,
      conference.conference_id, conference.title as conference, conference.held_on
    from document left join conference on conference.province_id = document.province_id
      and conference.conference_id = document.conference_id and conference.withdrawn_at is null
      and ${visibleConference(actor)}
    where document.province_id = ${actor.provinceId}
      and document.document_id = any(${unique(rows.map((row) => row.document_id))}::uuid[])`,
  people: namesAsked(
    actor.provinceId,
    rows.map((row) => row.confirmed_by),
  ),
})

/** Sources, and which documents are open, from the answers to `sourcesAsked`. */
export function sourcesFrom({
  documents,
  people,
}: {
  documents: readonly DocumentTold[]
  people: readonly { id: string; name: string }[]
}): Sources {
  const byId = new Map(documents.map((one) => [one.id, one]))
  const names = new Map(people.map((one) => [one.id, one.name]))
  const documentOf = (row: SourceRow) => byId.get(row.document_id ?? '')
  const dateOf = (row: SourceRow): string | null =>
    documentOf(row)?.held_on ?? documentOf(row)?.day ?? null
  return {
    dateOf,
    isOpen: (row) => documentOf(row)?.open ?? false,
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
      const { conference_id: id, conference: title } = documentOf(row) ?? {}
      return id && title ? { id, title, date: dateOf(row) } : null
    },
  }
}

/** Names of accounts by id. */
export async function accountNames(
  db: Reads,
  provinceId: number,
  ids: readonly (string | null)[],
): Promise<Map<string, string>> {
  if (unique(ids).length === 0) return new Map()
  const { rows } = await namesAsked(provinceId, ids).execute(db)
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** The question for the names of accounts. */
export const namesAsked = (provinceId: number, ids: readonly (string | null)[]) =>
  sql<{ id: string; name: string }>`select account_id as id, name from account
    where province_id = ${provinceId} and account_id = any(${unique(ids)}::uuid[])`

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
