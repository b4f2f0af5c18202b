// Changes of a dossier's papers: a new one, its next version, its place, its withdrawal, its release.
import { uuidv7 } from 'uuidv7'
import type { Level, Reads, Row, Tx } from '../../database/tables.ts'
import { type Actor, accountOf, authorise, narrower } from '../../http/access.ts'
import { visibleDocument } from '../../http/visible.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import { lockItem } from '../agenda/store.ts'
import type { DossierView, PaperChange, PaperView } from './contract.ts'
import { type PaperKind, placed } from './dossier.ts'
import { bringBefore, followPaper, giveOut } from './item-papers-store.ts'
import { authoriseSomewhere, lockDossier, preparedItem, touchDossier } from './rights-store.ts'
import { getDossier, getPaper } from './store.ts'

/** What the documents register made of the uploaded file. */
type Incoming = (tx: Tx) => Promise<{ id: string; already: boolean }>

/** Adds a paper with its first version to the dossier of an item, at the end. */
export async function addPaper(
  tx: Tx,
  actor: Actor,
  itemId: string,
  given: { kind: PaperKind; note?: string | undefined },
  incoming: Incoming,
): Promise<PaperView> {
  const item = await preparedItem(tx, actor, itemId)
  await lockDossier(tx, actor, item.matter_id)
  const documentId = await newDocument(tx, actor, incoming)
  const title = await titleOf(tx, actor.provinceId, documentId)
  const others = await idsInOrder(tx, actor.provinceId, item.matter_id)
  const id = uuidv7()
  await tx
    .insertInto('dossier_paper')
    .values({
      province_id: actor.provinceId,
      paper_id: id,
      matter_id: item.matter_id,
      kind: given.kind,
      title,
      position: others.length + 1,
      withdrawn_at: null,
    })
    .execute()
  await putVersion(tx, actor, id, 1, documentId, given.note)
  await bringBefore(tx, actor.provinceId, itemId, [documentId])
  return entered(tx, actor, 'paper.add', id)
}

/** Adds the next version of a paper. Until it is given out, only who works on the dossier reads it. */
export async function addVersion(
  tx: Tx,
  actor: Actor,
  paperId: string,
  note: string | undefined,
  incoming: Incoming,
): Promise<PaperView> {
  const row = await lockPaper(tx, actor, paperId)
  if (row.withdrawn_at !== null) throw new Problem('notFound')
  const documentId = await newDocument(tx, actor, incoming)
  const last = await tx
    .selectFrom('dossier_paper_version')
    .select((build) => build.fn.max('number').as('number'))
    .where('province_id', '=', actor.provinceId)
    .where('paper_id', '=', paperId)
    .executeTakeFirst()
  await putVersion(tx, actor, paperId, (last?.number ?? 0) + 1, documentId, note)
  await followPaper(tx, actor.provinceId, paperId, documentId)
  await putPaper(tx, row, {})
  return entered(tx, actor, 'paper.version', paperId)
}

/** Changes kind, title or place; the others close up. */
export async function changePaper(
  tx: Tx,
  actor: Actor,
  paperId: string,
  version: number,
  given: PaperChange,
): Promise<PaperView> {
  const row = await lockPaper(tx, actor, paperId)
  const before = await getPaper(tx, actor, paperId)
  if (row.version !== version) throw new Problem('versionOld', { current: before })
  await putPaper(tx, row, { kind: given.kind ?? row.kind, title: given.title ?? row.title })
  if (given.position !== undefined) {
    const ids = await idsInOrder(tx, actor.provinceId, row.matter_id)
    await putOrder(tx, actor.provinceId, placed(ids, paperId, given.position))
  }
  return entered(tx, actor, 'paper.change', paperId, before)
}

/** Takes a paper out: its versions are the office's and the submitter's again, at once. */
export async function withdrawPaper(
  tx: Tx,
  actor: Actor,
  paperId: string,
  version: number,
  reason: string,
): Promise<PaperView> {
  const row = await lockPaper(tx, actor, paperId)
  const before = await getPaper(tx, actor, paperId)
  if (row.version !== version) throw new Problem('versionOld', { current: before })
  await putPaper(tx, row, { withdrawn_at: new Date().toISOString() })
  await putLevel(
    tx,
    actor.provinceId,
    before.versions.map((one) => one.documentId),
    'office',
  )
  return entered(tx, actor, 'paper.withdraw', paperId, before, reason)
}

/**
 * Gives the newest version of every paper of an item out, at the item's level. `version`: the item's. A
 * paper about personnel is never public; what becomes public needs the right to publish.
 */
export async function releasePapers(
  tx: Tx,
  actor: Actor,
  itemId: string,
  version: number,
): Promise<DossierView> {
  const { conference, item } = await lockItem(tx, actor, itemId, 'conference.plan')
  const before = await getDossier(tx, actor, itemId)
  if (item.version !== version) throw new Problem('versionOld', { current: before })
  if (conference.closed_at !== null || conference.cancelled_at !== null) {
    throw new Problem('conferenceOver')
  }
  if (item.status !== 'on') throw new Problem('itemNotOn')
  if (item.level === 'public') {
    authorise(actor, 'document.publish', actor.provinceId, conference.organisation_id)
  }
  const documents = before.papers
    .filter((paper) => !paper.withdrawn)
    .flatMap((paper) => paper.versions.at(-1)?.documentId ?? [])
  if (documents.length === 0) throw new Problem('noPapers')
  await putLevel(tx, actor.provinceId, documents, item.level)
  await giveOut(tx, actor.provinceId, itemId, documents)
  await tx
    .updateTable('session_item')
    .set({
      papers_released_at: item.papers_released_at ?? new Date().toISOString(),
      version: item.version + 1,
    })
    .where('province_id', '=', actor.provinceId)
    .where('session_item_id', '=', itemId)
    .execute()
  await touchDossier(tx, actor.provinceId, item.matter_id)
  await writeRecord(tx, actor, {
    action: 'paper.release',
    subjectKind: 'sessionItem',
    subjectId: itemId,
    after: { documents, level: item.level },
  })
  return getDossier(tx, actor, itemId)
}

/** Locks the dossier that a paper belongs to, and reads the paper behind the lock. */
async function lockPaper(tx: Tx, actor: Actor, id: string): Promise<Row<'dossier_paper'>> {
  authoriseSomewhere(actor)
  const { matterId } = await getPaper(tx, actor, id)
  await lockDossier(tx, actor, matterId)
  return tx
    .selectFrom('dossier_paper')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('paper_id', '=', id)
    .executeTakeFirstOrThrow()
}

/** The document of an uploaded file; `paperSame` where the dossier has these bytes already. */
async function newDocument(tx: Tx, actor: Actor, incoming: Incoming): Promise<string> {
  const { id, already } = await incoming(tx)
  if (!already) return id
  const same = await tx
    .selectFrom('dossier_paper_version as one')
    .innerJoin('dossier_paper as paper', (join) =>
      join
        .onRef('paper.province_id', '=', 'one.province_id')
        .onRef('paper.paper_id', '=', 'one.paper_id'),
    )
    .select(['paper.title', 'one.number'])
    .where('one.province_id', '=', actor.provinceId)
    .where('one.document_id', '=', id)
    .executeTakeFirst()
  throw new Problem('paperSame', { ...same })
}

async function titleOf(tx: Tx, provinceId: number, documentId: string): Promise<string> {
  const row = await tx
    .selectFrom('document')
    .select('title')
    .where('province_id', '=', provinceId)
    .where('document_id', '=', documentId)
    .executeTakeFirstOrThrow()
  return row.title
}

async function idsInOrder(tx: Tx, provinceId: number, matterId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('dossier_paper')
    .select('paper_id')
    .where('province_id', '=', provinceId)
    .where('matter_id', '=', matterId)
    .orderBy('position')
    .orderBy('paper_id')
    .execute()
  return rows.map((row) => row.paper_id)
}

async function putOrder(tx: Tx, provinceId: number, ids: readonly string[]): Promise<void> {
  for (const [index, id] of ids.entries()) {
    await tx
      .updateTable('dossier_paper')
      .set({ position: index + 1 })
      .where('province_id', '=', provinceId)
      .where('paper_id', '=', id)
      .where('position', '<>', index + 1)
      .execute()
  }
}

async function putVersion(
  tx: Tx,
  actor: Actor,
  paperId: string,
  number: number,
  documentId: string,
  note: string | undefined,
): Promise<void> {
  await tx
    .insertInto('dossier_paper_version')
    .values({
      province_id: actor.provinceId,
      paper_id: paperId,
      number,
      document_id: documentId,
      note: note ?? null,
      added_by: accountOf(actor),
    })
    .execute()
}

async function putPaper(
  tx: Tx,
  row: Row<'dossier_paper'>,
  set: Partial<Pick<Row<'dossier_paper'>, 'kind' | 'title' | 'withdrawn_at'>>,
): Promise<void> {
  await tx
    .updateTable('dossier_paper')
    .set({ ...set, version: row.version + 1 })
    .where('province_id', '=', row.province_id)
    .where('paper_id', '=', row.paper_id)
    .execute()
}

async function putLevel(
  tx: Tx,
  provinceId: number,
  documents: readonly string[],
  level: Level,
): Promise<void> {
  await putLevelWhere(tx, provinceId, documents, false, level)
  await putLevelWhere(tx, provinceId, documents, true, narrower(level, 'internal'))
}

async function putLevelWhere(
  tx: Tx,
  provinceId: number,
  documents: readonly string[],
  personnel: boolean,
  level: Level,
): Promise<void> {
  await tx
    .updateTable('document')
    .set((build) => ({ level, version: build('version', '+', 1) }))
    .where('province_id', '=', provinceId)
    .where('document_id', 'in', documents)
    .where('personnel', '=', personnel)
    .where('level', '<>', level)
    .where('status', '=', 'read')
    .execute()
}

async function entered(
  tx: Tx,
  actor: Actor,
  action: string,
  id: string,
  before?: PaperView,
  reason?: string,
): Promise<PaperView> {
  const paper = await getPaper(tx, actor, id)
  await touchDossier(tx, actor.provinceId, paper.matterId)
  await writeRecord(tx, actor, {
    action,
    subjectKind: 'paper',
    subjectId: id,
    ...(before ? { before } : {}),
    after: paper,
    ...(reason ? { reason } : {}),
  })
  return paper
}

/** For the route of an upload: the matter and the body that the file will belong to. */
export async function homeOfPaper(
  db: Reads,
  actor: Actor,
  paperId: string,
): Promise<{ matterId: string; organisationId: string | null }> {
  authoriseSomewhere(actor)
  const { matterId, versions } = await getPaper(db, actor, paperId)
  const row = await db
    .selectFrom('document')
    .select('organisation_id')
    .where('province_id', '=', actor.provinceId)
    .where('document_id', '=', versions[0]?.documentId ?? null)
    .where(visibleDocument(actor))
    .executeTakeFirst()
  return { matterId, organisationId: row?.organisation_id ?? null }
}

/** As `homeOfPaper`, for the first version of a new paper: the submitter's body, else the holder's. */
export async function homeOfItem(
  db: Reads,
  actor: Actor,
  itemId: string,
): Promise<{ matterId: string; organisationId: string | null }> {
  const item = await preparedItem(db, actor, itemId)
  const row = await db
    .selectFrom('conference')
    .select('organisation_id')
    .where('province_id', '=', actor.provinceId)
    .where('conference_id', '=', item.conference_id)
    .executeTakeFirst()
  return {
    matterId: item.matter_id,
    organisationId: item.submitter_id ?? row?.organisation_id ?? null,
  }
}
