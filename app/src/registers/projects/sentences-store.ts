// Sentences of documents that name a project, with what each offers to be entered.
import { sql } from 'kysely'
import type { Reads } from '../../database/tables.ts'
import type { Actor } from '../../http/access.ts'
import { visible } from '../../http/visible.ts'
import { offersOf, type SaidQuantity, sentenceAround } from './sentences.ts'
import type { ProjectSentence } from './work-contract.ts'

/** The newest documents first; more are found by the search. */
const mostShown = 20

/**
 * Where the reader found a project of exactly this name (no case, blanks as one), in documents that the actor may
 * read; a finding that somebody rejected is none. A sentence that names it twice is told once.
 */
export async function sentencesOf(
  db: Reads,
  actor: Actor,
  name: string,
): Promise<ProjectSentence[]> {
  const { provinceId } = actor
  const wanted = name.normalize('NFC').trim().replace(/\s+/g, ' ')
  const { rows } = await sql<{
    document_id: string
    title: string
    document_date: string | null
    open: boolean
    text_version: number
    start_at: number
    end_at: number
    text: string
  }>`select d.document_id, d.title, d.document_date, f.text_version,
      d.matter_id is null and d.level in ('internal', 'public') as open, f.start_at, f.end_at, t.text
    from finding f
    join document d on d.province_id = f.province_id and d.document_id = f.document_id
    join document_text t on t.province_id = f.province_id and t.document_id = f.document_id
      and t.text_version = f.text_version
    where f.province_id = ${provinceId} and f.kind = 'project' and f.state <> 'rejected'
      and lower(f.payload->>'name') = lower(${wanted}) and ${visible(actor, 'f.document_id')}
      and not exists (select 1 from document_text newer where newer.province_id = f.province_id
        and newer.document_id = f.document_id and newer.text_version > f.text_version)
    order by d.document_date desc nulls last, d.document_id, f.start_at
    limit ${mostShown}`.execute(db)
  const found = new Map<string, (typeof rows)[number] & { from: number; to: number }>()
  for (const row of rows) {
    const [from, to] = sentenceAround(row.text, row.start_at, row.end_at)
    found.set(`${row.document_id} ${from}`, { ...row, from, to })
  }
  const sentences = [...found.values()]
  if (sentences.length === 0) return []
  const { rows: figures } = await sql<{
    document_id: string
    start_at: number
    end_at: number
    payload: SaidQuantity
  }>`
    select document_id, start_at, end_at, payload from finding
    where province_id = ${provinceId} and kind = 'quantity' and state <> 'rejected'
      and document_id = any(${sentences.map((one) => one.document_id)}::uuid[])`.execute(db)
  return sentences.map(({ from, to, text, ...row }) => {
    const quote = text.slice(from, to)
    const inside = figures
      .filter(
        (one) => one.document_id === row.document_id && one.start_at >= from && one.end_at <= to,
      )
      .map(({ start_at: start, end_at: end, payload }) => ({ ...payload, start, end }))
    return {
      document: { id: row.document_id, title: row.title },
      date: row.document_date,
      ...{ start: from, end: to, quote, open: row.open },
      offers: offersOf(quote, inside),
    }
  })
}
