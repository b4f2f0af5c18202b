// The papers given out for a conference, each with its file, text and hash: for tablets and the printed set.
import { sql } from 'kysely'
import type { Reads } from '../../database/tables.ts'
import type { Actor } from '../../http/access.ts'
import { visibleDocument, visibleItem } from '../../http/visible.ts'
import { numbersIn } from '../agenda/store.ts'
import { conferenceRow } from '../conferences/plan-store.ts'
import type { ReleasedPaper } from './contract.ts'

/**
 * The papers given out for a conference that the actor may read: of each the newest version that was given
 * out, in the order of agenda and dossier.
 */
export async function releasedPapers(
  db: Reads,
  actor: Actor,
  conferenceId: string,
): Promise<ReleasedPaper[]> {
  const conference = await conferenceRow(db, actor, conferenceId)
  if (conference.cancelled_at !== null) return []
  const rows = await db
    .selectFrom('session_item')
    .innerJoin('dossier_paper as paper', (join) =>
      join
        .onRef('paper.province_id', '=', 'session_item.province_id')
        .onRef('paper.matter_id', '=', 'session_item.matter_id'),
    )
    .innerJoin('dossier_paper_version as one', (join) =>
      join
        .onRef('one.province_id', '=', 'paper.province_id')
        .onRef('one.paper_id', '=', 'paper.paper_id'),
    )
    .innerJoin('document', (join) =>
      join
        .onRef('document.province_id', '=', 'one.province_id')
        .onRef('document.document_id', '=', 'one.document_id'),
    )
    .innerJoin('item_paper', (join) =>
      join
        .onRef('item_paper.province_id', '=', 'session_item.province_id')
        .onRef('item_paper.session_item_id', '=', 'session_item.session_item_id')
        .onRef('item_paper.document_id', '=', 'document.document_id'),
    )
    .innerJoin('document_text as text', (join) =>
      join
        .onRef('text.province_id', '=', 'document.province_id')
        .onRef('text.document_id', '=', 'document.document_id'),
    )
    .distinctOn([
      'session_item.position',
      'session_item.session_item_id',
      'paper.position',
      'paper.paper_id',
    ])
    .select([
      'paper.paper_id as paperId',
      'one.number as version',
      'document.document_id as documentId',
      'paper.kind',
      'paper.title',
      'session_item.session_item_id as itemId',
      'session_item.number as itemNumber',
      'session_item.position as itemPosition',
      'session_item.title as itemTitle',
      'document.file_name as fileName',
      'document.format',
      'document.byte_size as byteSize',
      'document.sha256',
      'text.text_version as textVersion',
      sql<number>`octet_length(text.text)`.as('textBytes'),
    ])
    .where('session_item.province_id', '=', actor.provinceId)
    .where('session_item.conference_id', '=', conferenceId)
    .where('session_item.status', '=', 'on')
    .where('item_paper.given_out_at', 'is not', null)
    .where('paper.withdrawn_at', 'is', null)
    .where('document.status', '=', 'read')
    .where('document.level', '<>', 'office')
    .where(visibleItem(actor))
    .where(visibleDocument(actor))
    .orderBy('session_item.position')
    .orderBy('session_item.session_item_id')
    .orderBy('paper.position')
    .orderBy('paper.paper_id')
    .orderBy('one.number', 'desc')
    .orderBy('text.text_version', 'desc')
    .execute()
  const numbers = await numbersIn(db, actor.provinceId, [conferenceId])
  return rows.map((row) => ({ ...row, itemNumber: numbers.get(row.itemId) ?? row.itemNumber }))
}
