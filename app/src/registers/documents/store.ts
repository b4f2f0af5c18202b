// Documents: added once by their bytes, kept for good, destroyed only on record.
import { createHash, randomBytes } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import type { Level, Reads, Row, Tx } from '../../database/tables.ts'
import {
  type Action,
  type Actor,
  accountOf,
  authorise,
  authoriseChange,
  homeOf,
  may,
} from '../../http/access.ts'
import { visible, visibleDocument } from '../../http/visible.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import { putSearchEntry } from '../../search/store.ts'
import { authorisePapers } from '../dossiers/rights-store.ts'
import type { DocumentChange, DocumentSummary, DocumentText } from './contract.ts'
import { safeFileName, titleOf } from './document.ts'
import { guardsOf, putParticipants } from './guards.ts'
import type { SecrecyMark } from './secrecy.ts'
import { accountNames } from './source.ts'

/** What a format reader made of the bytes. */
export interface ExtractedText {
  format: string
  title?: string | undefined
  text: string
  blocks: { kind: string; start: number; end: number }[]
  warnings: { code: string; details?: Record<string, unknown> }[]
}

export const sha256Of = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex')

/**
 * The body's document with these bytes, or null; null for the body: the province's office. The papers of a
 * matter's dossier are looked at apart from everything else.
 */
export async function findSameBytes(
  db: Reads,
  actor: Actor,
  sha256: string,
  organisationId: string | null,
  matterId: string | null = null,
) {
  authorise(actor, 'document.read', actor.provinceId)
  const row = await db
    .selectFrom('document')
    .select('document_id')
    .where('province_id', '=', actor.provinceId)
    .where('sha256', '=', sha256)
    .where('status', '=', 'read')
    .where('organisation_id', organisationId === null ? 'is' : '=', organisationId)
    .where('matter_id', matterId === null ? 'is' : '=', matterId)
    .executeTakeFirst()
  return row?.document_id ?? null
}

/** `forbidden` for who may not bring a document in: into the body, or into the dossier of a matter. */
export async function authoriseAdding(
  db: Reads,
  actor: Actor,
  organisationId: string | null,
  matterId: string | null | undefined,
): Promise<void> {
  if (matterId) await authorisePapers(db, actor, matterId)
  else authorise(actor, 'document.add', actor.provinceId, organisationId)
}

/** The person's declaration as it stands in the record: who and when are the link's own. */
const declared = 'khai: không chứa bí mật nhà nước'

/** Puts on record that somebody brought in, and declared, bytes that are here already. */
export async function declareAgain(tx: Tx, actor: Actor, documentId: string): Promise<void> {
  authorise(actor, 'document.read', actor.provinceId)
  await writeRecord(tx, actor, {
    action: 'document.declare',
    subjectKind: 'document',
    subjectId: documentId,
    reason: declared,
  })
}

/** Puts on record that a file was refused, by which rule; nothing of the file. */
export async function recordRefusal(tx: Tx, actor: Actor, mark: SecrecyMark): Promise<void> {
  authorise(actor, 'session.own', actor.provinceId)
  await writeRecord(tx, actor, {
    action: 'document.refuse',
    subjectKind: 'upload',
    subjectId: uuidv7(),
    reason: `${mark.rule}, ${mark.where}`,
  })
}

/** Whether these bytes are in quarantine in the province, in whatever body: they may not come again. */
export async function isQuarantined(db: Reads, actor: Actor, sha256: string): Promise<boolean> {
  authorise(actor, 'session.own', actor.provinceId)
  const row = await db
    .selectFrom('document')
    .select('document_id')
    .where('province_id', '=', actor.provinceId)
    .where('sha256', '=', sha256)
    .where('status', '=', 'quarantined')
    .executeTakeFirst()
  return row !== undefined
}

/** Keeps bytes and text. Where the same bytes are here already, their document is returned untouched. */
export async function addDocument(
  tx: Tx,
  actor: Actor,
  given: {
    bytes: Uint8Array
    fileName: string
    title?: string | undefined
    date: string | null
    level?: Level | undefined
    /** Default: where the actor works (`homeOf`). */
    organisationId?: string | null | undefined
    /** The matter whose dossier it goes into. */
    matterId?: string | undefined
    extracted: ExtractedText
  },
): Promise<{ id: string; already: boolean }> {
  const organisationId = homeOf(actor, 'document.add', given.organisationId)
  await authoriseAdding(tx, actor, organisationId, given.matterId)
  if (given.level === 'public') {
    authorise(actor, 'document.publish', actor.provinceId, organisationId)
  }
  const provinceId = actor.provinceId
  const fileName = safeFileName(given.fileName)
  const sha256 = sha256Of(given.bytes)
  const { extracted } = given
  const row = await tx
    .insertInto('document')
    .values({
      province_id: provinceId,
      document_id: uuidv7(),
      title: titleOf(given.title, extracted.title, extracted.text, fileName),
      file_name: fileName,
      format: extracted.format,
      byte_size: given.bytes.length,
      sha256,
      document_date: given.date,
      status: 'read',
      conference_id: null,
      organisation_id: organisationId,
      matter_id: given.matterId ?? null,
      ...(given.level ? { level: given.level } : {}),
      added_by: accountOf(actor),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
  if (!row) {
    const same = await findSameBytes(tx, actor, sha256, organisationId, given.matterId)
    if (!same) throw new Problem('busy')
    await declareAgain(tx, actor, same)
    return { id: same, already: true }
  }
  await tx
    .insertInto('document_original')
    .values({
      province_id: provinceId,
      document_id: row.document_id,
      storage_name: randomBytes(16).toString('hex'),
      bytes: Buffer.from(given.bytes),
    })
    .execute()
  await tx
    .insertInto('document_text')
    .values({
      province_id: provinceId,
      document_id: row.document_id,
      text_version: 1,
      text: extracted.text,
      blocks: JSON.stringify(extracted.blocks),
      warnings: JSON.stringify(extracted.warnings),
    })
    .execute()
  await putSearchEntry(tx, provinceId, searchable(row, extracted.text))
  await writeRecord(tx, actor, {
    action: 'document.add',
    subjectKind: 'document',
    subjectId: row.document_id,
    after: {
      ...{ sha256, fileName, title: row.title, level: row.level },
      textSha256: sha256Of(new TextEncoder().encode(extracted.text)),
    },
    reason: declared,
  })
  return { id: row.document_id, already: false }
}

/** Documents, newest first; `query` filters by title and file name. */
export async function listDocuments(
  db: Reads,
  actor: Actor,
  only?: { id: string },
): Promise<DocumentSummary[]> {
  authorise(actor, 'document.read', actor.provinceId)
  const provinceId = actor.provinceId
  let select = db
    .selectFrom('document')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where(visibleDocument(actor))
  if (only) select = select.where('document_id', '=', only.id)
  const rows = await select.orderBy('added_at', 'desc').orderBy('document_id', 'desc').execute()
  const counts = await countFindings(db, provinceId, only?.id)
  const readers = await readerVersions(db, provinceId, only?.id)
  const names = await accountNames(
    db,
    provinceId,
    rows.map((row) => row.added_by),
  )
  const titles = await conferenceTitles(db, actor)
  const guards = await guardsOf(db, provinceId, rows)
  return rows.map((row) => ({
    id: row.document_id,
    title: row.title,
    fileName: row.file_name,
    format: row.format,
    byteSize: row.byte_size,
    sha256: row.sha256,
    date: row.document_date,
    status: row.status === 'destroyed' ? 'destroyed' : 'read',
    addedAt: row.added_at,
    addedBy: names.get(row.added_by) ?? '',
    conference: row.conference_id === null ? null : conferenceOf(row.conference_id, titles),
    level: row.level,
    personnel: row.personnel,
    ...guards.shown(row),
    may: {
      edit: may(actor, 'document.edit', provinceId, row.organisation_id),
      publish: may(actor, 'document.publish', provinceId, row.organisation_id),
      destroy: may(actor, 'document.destroy', provinceId, row.organisation_id),
    },
    readerVersion: readers.get(row.document_id) ?? null,
    counts: counts.get(row.document_id) ?? { proposed: 0, confirmed: 0, rejected: 0, certain: 0 },
    version: row.version,
  }))
}

/** One document; `notFound` where the province has none such. */
export async function getDocument(db: Reads, actor: Actor, id: string): Promise<DocumentSummary> {
  const found = (await listDocuments(db, actor, { id }))[0]
  if (!found) throw new Problem('notFound')
  return found
}

/** The newest text; `documentDestroyed` where it is gone for good. */
export async function getDocumentText(db: Reads, actor: Actor, id: string): Promise<DocumentText> {
  const document = await getDocument(db, actor, id)
  if (document.status === 'destroyed') throw new Problem('documentDestroyed')
  const row = await db
    .selectFrom('document_text')
    .select(['text', 'text_version', 'blocks', 'warnings'])
    .where('province_id', '=', actor.provinceId)
    .where('document_id', '=', id)
    .orderBy('text_version', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return {
    text: row.text,
    textVersion: row.text_version,
    blocks: row.blocks,
    warnings: row.warnings,
  }
}

/** The bytes as they came. */
export async function getOriginal(
  db: Reads,
  actor: Actor,
  id: string,
): Promise<{ bytes: Buffer; fileName: string }> {
  const document = await getDocument(db, actor, id)
  if (document.status === 'destroyed') throw new Problem('documentDestroyed')
  const row = await db
    .selectFrom('document_original')
    .select('bytes')
    .where('province_id', '=', actor.provinceId)
    .where('document_id', '=', id)
    .executeTakeFirstOrThrow()
  return { bytes: row.bytes, fileName: document.fileName }
}

/**
 * Changes title, date, conference, level, body, participants. Both the document as it was and as it
 * will be must be the actor's to change; a document about personnel is never public
 * (`personnelNotPublic`).
 */
export async function changeDocument(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  given: DocumentChange,
): Promise<DocumentSummary> {
  const before = await lockDocument(tx, actor, 'document.edit', id, version)
  const wanted = {
    level: given.level ?? before.level,
    organisation_id:
      given.organisationId === undefined ? before.organisation_id : given.organisationId,
    personnel: given.personnel ?? before.personnel,
  }
  if (before.matter_id !== null && movesPaper(before, wanted, given))
    throw new Problem('paperLevel')
  const { guard } = await guardsOf(tx, actor.provinceId, [before])
  authoriseChange(actor, 'document.edit', guard(before), guard({ ...before, ...wanted }))
  if (wanted.personnel && wanted.level === 'public') throw new Problem('personnelNotPublic')
  if (given.participants) await putParticipants(tx, actor.provinceId, id, given.participants)
  if (given.conferenceId) await conferenceMustExist(tx, actor.provinceId, given.conferenceId)
  const after = await tx
    .updateTable('document')
    .set({
      title: given.title?.trim() ?? before.title,
      document_date: given.date === undefined ? before.document_date : given.date,
      conference_id: given.conferenceId === undefined ? before.conference_id : given.conferenceId,
      ...wanted,
      version: before.version + 1,
    })
    .where('province_id', '=', actor.provinceId)
    .where('document_id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  if (after.title !== before.title) {
    const { text } = await getDocumentText(tx, actor, id)
    await putSearchEntry(tx, actor.provinceId, searchable(after, text))
  }
  await writeRecord(tx, actor, {
    action: 'document.change',
    subjectKind: 'document',
    subjectId: id,
    before: facts(before),
    after: { ...facts(after), participants: given.participants },
  })
  return getDocument(tx, actor, id)
}

/** Whether a change touches who reads a document of a dossier: giving it out decides that. */
const movesPaper = (
  before: Row<'document'>,
  wanted: Pick<Row<'document'>, 'level' | 'organisation_id'>,
  { participants }: DocumentChange,
): boolean =>
  wanted.level !== before.level ||
  wanted.organisation_id !== before.organisation_id ||
  [...(participants?.organisations ?? []), ...(participants?.accounts ?? [])].length > 0

/** Links a document to the conference it reports, as part of confirming a meeting. */
export async function linkConference(
  tx: Tx,
  actor: Actor,
  documentId: string,
  conferenceId: string | null,
): Promise<void> {
  authorise(actor, 'finding.decide', actor.provinceId)
  await tx
    .updateTable('document')
    .set((build) => ({ conference_id: conferenceId, version: build('version', '+', 1) }))
    .where('province_id', '=', actor.provinceId)
    .where('document_id', '=', documentId)
    .execute()
}

/** The row, locked, at the version the client saw, for somebody who may do this to it. */
export async function lockDocument(
  tx: Tx,
  actor: Actor,
  action: Action,
  id: string,
  version: number,
): Promise<Row<'document'>> {
  const row = await tx
    .selectFrom('document')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('document_id', '=', id)
    .where(visibleDocument(actor))
    .forUpdate()
    .executeTakeFirst()
  if (!row) {
    authorise(actor, 'document.read', actor.provinceId)
    throw new Problem('notFound')
  }
  authorise(actor, action, actor.provinceId, row.organisation_id)
  if (row.status === 'destroyed') throw new Problem('documentDestroyed')
  if (row.version !== version) {
    throw new Problem('versionOld', { current: await getDocument(tx, actor, id) })
  }
  return row
}

/**
 * Holds a document against its destruction until the transaction ends, without holding up other
 * readers or changes of its facts. `notFound`, `documentDestroyed`.
 */
export async function holdDocument(tx: Tx, actor: Actor, id: string): Promise<void> {
  const row = await tx
    .selectFrom('document')
    .select('status')
    .where('province_id', '=', actor.provinceId)
    .where('document_id', '=', id)
    .where(visibleDocument(actor))
    .forKeyShare()
    .executeTakeFirst()
  if (!row) throw new Problem('notFound')
  if (row.status === 'destroyed') throw new Problem('documentDestroyed')
}

/**
 * The document that an entry names after a change: what is given; what stands where nothing is said of it, or where
 * it is taken away by somebody who does not see it (closed to them, or in quarantine).
 */
export async function keptHidden(
  db: Reads,
  actor: Actor,
  former: string | null,
  given: string | null | undefined,
): Promise<string | null> {
  if (given !== null || former === null) return given === undefined ? former : given
  const seen = await db
    .selectFrom('document')
    .select('document_id')
    .where('province_id', '=', actor.provinceId)
    .where('document_id', '=', former)
    .where(visibleDocument(actor))
    .executeTakeFirst()
  return seen ? null : former
}

async function conferenceMustExist(tx: Tx, provinceId: number, id: string): Promise<void> {
  const row = await tx
    .selectFrom('conference')
    .select('conference_id')
    .where('province_id', '=', provinceId)
    .where('conference_id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw new Problem('notFound')
}

async function countFindings(db: Reads, provinceId: number, documentId?: string) {
  const rows = await db
    .selectFrom('finding')
    .select((build) => [
      'document_id',
      'state',
      build.fn.countAll<number>().as('all'),
      build.fn.countAll<number>().filterWhere('certainty', '=', 'certain').as('certain'),
    ])
    .where('province_id', '=', provinceId)
    .where('kind', 'not in', ['quantity', 'period', 'organisation', 'person', 'project', 'check'])
    .$if(documentId !== undefined, (query) => query.where('document_id', '=', documentId ?? ''))
    .groupBy(['document_id', 'state'])
    .execute()
  const counts = new Map<string, DocumentSummary['counts']>()
  for (const row of rows) {
    const one = counts.get(row.document_id) ?? {
      proposed: 0,
      confirmed: 0,
      rejected: 0,
      certain: 0,
    }
    one[row.state] = Number(row.all)
    if (row.state === 'proposed') one.certain = Number(row.certain)
    counts.set(row.document_id, one)
  }
  return counts
}

async function readerVersions(db: Reads, provinceId: number, documentId?: string) {
  const rows = await db
    .selectFrom('reading')
    .select(['document_id', 'reader_version'])
    .where('province_id', '=', provinceId)
    .$if(documentId !== undefined, (query) => query.where('document_id', '=', documentId ?? ''))
    .orderBy('created_at')
    .execute()
  return new Map(rows.map((row) => [row.document_id, row.reader_version]))
}

async function conferenceTitles(db: Reads, actor: Actor): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('conference')
    .select(['conference_id', 'title'])
    .where('province_id', '=', actor.provinceId)
    .where(visible(actor, 'document_id'))
    .execute()
  return new Map(rows.map((row) => [row.conference_id, row.title]))
}

/** A conference that the actor may not see is not named. */
function conferenceOf(id: string, titles: ReadonlyMap<string, string>) {
  const title = titles.get(id)
  return title === undefined ? null : { id, title }
}

const searchable = (row: Row<'document'>, text: string) => ({
  kind: 'document',
  id: row.document_id,
  documentId: row.document_id,
  start: null,
  end: null,
  title: row.title,
  body: text,
})

const facts = (row: Row<'document'>) => ({
  title: row.title,
  date: row.document_date,
  conferenceId: row.conference_id,
  level: row.level,
  organisationId: row.organisation_id,
  personnel: row.personnel,
})
