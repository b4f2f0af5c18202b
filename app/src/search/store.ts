// The index: one row a thing, long documents in parts, written in the transaction of the change.
import { sql } from 'kysely'
import { piecesOf } from '../database/pieces.ts'
import type { Reads, Tx } from '../database/tables.ts'
import { type Actor, authorise } from '../http/access.ts'
import { visibleEntry } from '../http/visible.ts'
import type { SearchResult } from './contract.ts'
import { excerptOf, foldText, highlightsIn, score, tsQuery } from './search.ts'

export interface Searchable {
  kind: string
  id: string
  documentId: string | null
  start: number | null
  end: number | null
  title: string
  body: string
}

const partLength = 40_000

/** Puts a thing into the index, in place of what stood there. */
export async function putSearchEntry(tx: Tx, provinceId: number, entry: Searchable): Promise<void> {
  await dropSearchEntry(tx, provinceId, entry.kind, entry.id)
  const rows = partsOf(entry.body).map((part, index) => ({
    province_id: provinceId,
    subject_kind: entry.kind,
    subject_id: entry.id,
    part: index,
    document_id: entry.documentId,
    start_at: entry.start === null ? part.from : entry.start,
    end_at: entry.end,
    title: entry.title,
    body: part.text,
    folded: foldText(`${entry.title}\n${part.text}`.normalize('NFC')),
  }))
  for (const some of piecesOf(rows, 20)) await tx.insertInto('search_entry').values(some).execute()
}

/** Cuts at line ends or spaces, so that no word is torn. */
function partsOf(text: string): { from: number; text: string }[] {
  const parts: { from: number; text: string }[] = []
  let from = 0
  do {
    let to = Math.min(text.length, from + partLength)
    if (to < text.length) {
      const line = text.lastIndexOf('\n', to)
      const space = text.lastIndexOf(' ', to)
      to = line > from + partLength / 2 ? line + 1 : space > from ? space + 1 : to
    }
    parts.push({ from, text: text.slice(from, to) })
    from = to
  } while (from < text.length)
  return parts
}

/** Takes a thing out of the index. */
export async function dropSearchEntry(
  tx: Tx,
  provinceId: number,
  kind: string,
  id: string,
): Promise<void> {
  await tx
    .deleteFrom('search_entry')
    .where('province_id', '=', provinceId)
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', id)
    .execute()
}

/** At most 50 results, best first; every word of the query has to be there, with or without diacritics. */
export async function search(
  db: Reads,
  actor: Actor,
  query: string,
  kind?: string,
): Promise<SearchResult[]> {
  authorise(actor, 'search', actor.provinceId)
  const wanted = tsQuery(query)
  if (!wanted) return []
  let select = db
    .selectFrom('search_entry')
    .select(['subject_kind', 'subject_id', 'document_id', 'start_at', 'end_at', 'title', 'body'])
    .where('province_id', '=', actor.provinceId)
    .where(visibleEntry(actor))
    .where(sql<boolean>`to_tsvector('simple', folded) @@ to_tsquery('simple', ${wanted})`)
  if (kind) select = select.where('subject_kind', '=', kind)
  const rows = await select
    .orderBy(sql`ts_rank(to_tsvector('simple', folded), to_tsquery('simple', ${wanted}))`, 'desc')
    .orderBy('changed_at', 'desc')
    .limit(200)
    .execute()
  const seen = new Set<string>()
  return rows
    .map((row) => ({ row, points: score(row.title, row.body, query) }))
    .sort((a, b) => b.points - a.points)
    .filter(({ row }) => {
      const key = `${row.subject_kind}:${row.subject_id}`
      if (seen.has(key)) return false
      seen.add(key)
      return true
    })
    .slice(0, 50)
    .map(({ row }) => {
      const { excerpt, highlights, at } = excerptOf(row.body, query)
      const inText = row.subject_kind === 'document'
      const hit = highlightsIn(row.body, query)[0]
      return {
        kind: row.subject_kind,
        id: row.subject_id,
        documentId: row.document_id,
        title: row.title,
        excerpt,
        highlights,
        titleHighlights: highlightsIn(row.title, query),
        start: inText ? (row.start_at ?? 0) + at : row.start_at,
        end: inText ? (row.start_at ?? 0) + (hit?.[1] ?? at + 1) : row.end_at,
      }
    })
}
