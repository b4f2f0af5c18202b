// The matter that opinions are about, as far as somebody may know of it.
import { uuidv7 } from 'uuidv7'
import type { Reads, Row, Tx } from '../../database/tables.ts'
import { type Actor, authorise } from '../../http/access.ts'
import { visibleDocument, visibleMatter } from '../../http/visible.ts'
import { Problem } from '../../problem.ts'
import { organisationNames } from '../organisations/names.ts'
import type { NewRound } from './contract.ts'

/** The row of a matter that the actor may know of; `notFound` for any other. */
export async function matterRow(db: Reads, actor: Actor, id: string): Promise<Row<'matter'>> {
  authorise(actor, 'register.read', actor.provinceId)
  const row = await db
    .selectFrom('matter')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('matter_id', '=', id)
    .where(visibleMatter(actor))
    .executeTakeFirst()
  if (!row) throw new Problem('notFound')
  return row
}

/** The matter that a new round asks about: a known one, or a new one with the round's title. */
export async function matterOfRound(tx: Tx, actor: Actor, given: NewRound): Promise<string> {
  if (given.matterId) return (await matterRow(tx, actor, given.matterId)).matter_id
  const submitterId = given.submitterId ?? null
  const names = await organisationNames(tx, actor.provinceId, [submitterId])
  if (submitterId !== null && !names.has(submitterId)) throw new Problem('notFound')
  const id = uuidv7()
  await tx
    .insertInto('matter')
    .values({
      province_id: actor.provinceId,
      matter_id: id,
      title: given.title,
      submitter_id: submitterId,
    })
    .execute()
  return id
}

/** Refuses a draft that is none of the matter's: `notFound`. */
export async function mustBePaper(
  db: Reads,
  provinceId: number,
  matterId: string,
  paperId: string | null,
): Promise<void> {
  if (paperId === null) return
  const row = await db
    .selectFrom('dossier_paper')
    .select('paper_id')
    .where('province_id', '=', provinceId)
    .where('matter_id', '=', matterId)
    .where('paper_id', '=', paperId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw new Problem('notFound')
}

/** The papers of a matter's dossier whose newest version the actor reads, in the dossier's order. */
export async function draftsOf(
  db: Reads,
  actor: Actor,
  matterId: string,
): Promise<{ id: string; title: string; documentId: string }[]> {
  const rows = await db
    .selectFrom('dossier_paper as p')
    .innerJoin('dossier_paper_version as v', (join) =>
      join.onRef('v.province_id', '=', 'p.province_id').onRef('v.paper_id', '=', 'p.paper_id'),
    )
    .innerJoin('document', (join) =>
      join
        .onRef('document.province_id', '=', 'v.province_id')
        .onRef('document.document_id', '=', 'v.document_id'),
    )
    .distinctOn(['p.position', 'p.paper_id'])
    .select(['p.paper_id as id', 'p.title', 'v.document_id as documentId'])
    .where('p.province_id', '=', actor.provinceId)
    .where('p.matter_id', '=', matterId)
    .where('p.withdrawn_at', 'is', null)
    .where(visibleDocument(actor))
    .orderBy('p.position')
    .orderBy('p.paper_id')
    .orderBy('v.number', 'desc')
    .execute()
  return rows
}

/** Titles of papers by their ids. */
export async function paperTitles(
  db: Reads,
  provinceId: number,
  ids: readonly (string | null)[],
): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (wanted.length === 0) return new Map()
  const rows = await db
    .selectFrom('dossier_paper')
    .select(['paper_id', 'title'])
    .where('province_id', '=', provinceId)
    .where('paper_id', 'in', wanted)
    .execute()
  return new Map(rows.map((row) => [row.paper_id, row.title]))
}
