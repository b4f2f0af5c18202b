// Own notes on papers. Every query asks for the account: nobody reads another's, and no export, search or
// record of others holds them. They are not on record either: what somebody thinks of a paper is no act.
import { type RawBuilder, sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import type { Reads, Row, Tx } from '../../database/tables.ts'
import { type Actor, accountOf, authorise } from '../../http/access.ts'
import { visibleDocument } from '../../http/visible.ts'
import { Problem } from '../../problem.ts'
import type { NoteContent, PaperNote, SavedNote } from './contract.ts'
import { settle } from './note.ts'

/** Most notes of one account that an answer holds. */
const most = 5_000

/** The actor's notes on papers of which a version may be read, oldest first. */
export async function listNotes(db: Reads, actor: Actor): Promise<PaperNote[]> {
  authorise(actor, 'session.own', actor.provinceId)
  const rows = await db
    .selectFrom('paper_note')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('account_id', '=', accountOf(actor))
    .where('deleted_at', 'is', null)
    .where(openPaper(actor))
    .orderBy('note_id')
    .limit(most)
    .execute()
  return rows.map(viewOf)
}

/**
 * Writes a note; `version`: the one that the edit was made on, 0 for a new note. Where another device wrote
 * meanwhile both texts stay. `notFound` for a paper that the actor may not read, and for another's note.
 */
export async function putNote(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  given: NoteContent,
): Promise<SavedNote> {
  authorise(actor, 'session.own', actor.provinceId)
  await lockNotes(tx, actor)
  const row = await rowOf(tx, actor, id)
  if (!row) return { note: await addNote(tx, actor, id, given), beside: null }
  const incoming = { version, body: given.body, mark: given.mark, at: given.at }
  const settled = settle(
    {
      version: row.version,
      body: row.body,
      mark: row.mark,
      at: row.changed_at,
      deleted: row.deleted_at !== null,
    },
    incoming,
  )
  if (settled === 'same') return { note: viewOf(row), beside: null }
  if (settled === 'replace') return { note: await writeNote(tx, row, given), beside: null }
  if (settled.both === 'current') {
    return { note: viewOf(row), beside: await putBeside(tx, actor, { ...row, ...textOf(given) }) }
  }
  return { note: await writeNote(tx, row, given), beside: await putBeside(tx, actor, row) }
}

/** Deletes a note with its words; answers what stands there where it was changed since `version`. */
export async function removeNote(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
): Promise<PaperNote | null> {
  authorise(actor, 'session.own', actor.provinceId)
  await lockNotes(tx, actor)
  const row = await rowOf(tx, actor, id)
  if (!row) throw new Problem('notFound')
  if (row.deleted_at !== null) return null
  if (row.version !== version) return viewOf(row)
  await tx
    .updateTable('paper_note')
    .set({
      body: '',
      quote: '',
      deleted_at: new Date().toISOString(),
      version: row.version + 1,
    })
    .where('province_id', '=', actor.provinceId)
    .where('note_id', '=', id)
    .where('account_id', '=', accountOf(actor))
    .execute()
  return null
}

/** One device after the other, so that two texts for one note are seen by each other. */
async function lockNotes(tx: Tx, actor: Actor): Promise<void> {
  await tx
    .selectFrom('account')
    .select('account_id')
    .where('province_id', '=', actor.provinceId)
    .where('account_id', '=', accountOf(actor))
    .forNoKeyUpdate()
    .execute()
}

async function rowOf(tx: Tx, actor: Actor, id: string): Promise<Row<'paper_note'> | undefined> {
  const row = await tx
    .selectFrom('paper_note')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('note_id', '=', id)
    .executeTakeFirst()
  if (row && row.account_id !== accountOf(actor)) throw new Problem('notFound')
  return row
}

async function addNote(tx: Tx, actor: Actor, id: string, given: NoteContent): Promise<PaperNote> {
  await refuseClosed(tx, actor, given)
  return insertNote(tx, actor, id, { ...placeOf(given), ...textOf(given) })
}

async function insertNote(
  tx: Tx,
  actor: Actor,
  id: string,
  content: ReturnType<typeof placeOf> & ReturnType<typeof textOf>,
): Promise<PaperNote> {
  const row = await tx
    .insertInto('paper_note')
    .values({
      province_id: actor.provinceId,
      note_id: id,
      account_id: accountOf(actor),
      ...content,
      deleted_at: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return viewOf(row)
}

/** The text that gave way as a note of its own; once only, however often the same edit is sent. */
async function putBeside(tx: Tx, actor: Actor, from: Row<'paper_note'>): Promise<PaperNote> {
  const { paper_id, document_id, start_at, end_at, quote, body, mark, changed_at } = from
  const content = { paper_id, document_id, start_at, end_at, quote, body, mark, changed_at }
  const there = await tx
    .selectFrom('paper_note')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('account_id', '=', accountOf(actor))
    .where('document_id', '=', document_id)
    .where('start_at', '=', start_at)
    .where('end_at', '=', end_at)
    .where('body', '=', body)
    .where('deleted_at', 'is', null)
    .where('note_id', '<>', from.note_id)
    .executeTakeFirst()
  return there ? viewOf(there) : insertNote(tx, actor, uuidv7(), content)
}

async function writeNote(tx: Tx, row: Row<'paper_note'>, given: NoteContent): Promise<PaperNote> {
  const written = await tx
    .updateTable('paper_note')
    .set({
      ...textOf(given),
      // A deletion took the words with it.
      quote: given.quote,
      deleted_at: null,
      version: row.version + 1,
    })
    .where('province_id', '=', row.province_id)
    .where('note_id', '=', row.note_id)
    .where('account_id', '=', row.account_id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return viewOf(written)
}

const placeOf = ({ paperId, documentId, start, end, quote }: NoteContent) => ({
  paper_id: paperId,
  document_id: documentId,
  start_at: start,
  end_at: end,
  quote,
})

/** A device whose clock is ahead does not win over edits that are still to come. */
const textOf = ({ body, mark, at }: NoteContent) => ({
  body,
  mark,
  changed_at: new Date(Math.min(Date.parse(at), Date.now())).toISOString(),
})

/** True for rows of `paper_note` whose paper the actor may read in some version. */
const openPaper = (actor: Actor): RawBuilder<boolean> => sql<boolean>`exists (
  select 1 from dossier_paper_version as one
    join dossier_paper as paper on paper.province_id = one.province_id
      and paper.paper_id = one.paper_id and paper.withdrawn_at is null
    join document on document.province_id = one.province_id
      and document.document_id = one.document_id
  where one.province_id = ${actor.provinceId} and one.paper_id = paper_note.paper_id
    and ${visibleDocument(actor)})`

async function refuseClosed(tx: Tx, actor: Actor, given: NoteContent): Promise<void> {
  const open = await tx
    .selectFrom('dossier_paper_version as one')
    .innerJoin('dossier_paper as paper', (join) =>
      join
        .onRef('paper.province_id', '=', 'one.province_id')
        .onRef('paper.paper_id', '=', 'one.paper_id'),
    )
    .innerJoin('document', (join) =>
      join
        .onRef('document.province_id', '=', 'one.province_id')
        .onRef('document.document_id', '=', 'one.document_id'),
    )
    .select('one.number')
    .where('one.province_id', '=', actor.provinceId)
    .where('one.paper_id', '=', given.paperId)
    .where('one.document_id', '=', given.documentId)
    .where('paper.withdrawn_at', 'is', null)
    .where(visibleDocument(actor))
    .executeTakeFirst()
  if (!open) throw new Problem('notFound')
}

const viewOf = (row: Row<'paper_note'>): PaperNote => ({
  id: row.note_id,
  paperId: row.paper_id,
  documentId: row.document_id,
  start: row.start_at,
  end: row.end_at,
  quote: row.quote,
  body: row.body,
  mark: row.mark,
  at: row.changed_at,
  version: row.version,
})
