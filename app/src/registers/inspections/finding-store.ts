// What an inspection found: entered with the sentence of a document, corrected, followed up by a task.
import { uuidv7 } from 'uuidv7'
import { todayInVietnam } from '../../calendar.ts'
import type { Reads, Row, Tx } from '../../database/tables.ts'
import { type Actor, accountOf, authorise } from '../../http/access.ts'
import { inspects } from '../../http/visible.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import { taskRows } from '../assignments/rows-store.ts'
import { getDocumentText, holdDocument, keptHidden } from '../documents/store.ts'
import { heirsOf } from '../organisations/heirs-store.ts'
import { reach } from '../people/grants.ts'
import type { InspectionFindingChange, InspectionView, NewInspectionFinding } from './contract.ts'
import { inspectionState, isTold, placeOfWords } from './inspection.ts'
import { openInspection } from './store.ts'
import { factsOf, getInspection, subjectsOf } from './view-store.ts'

/** Enters what was found. A sentence that is given has to stand in the document (`quoteNotThere`). */
export async function addInspectionFinding(
  tx: Tx,
  actor: Actor,
  id: string,
  given: NewInspectionFinding,
): Promise<InspectionView> {
  const row = await openInspection(tx, actor, id, null)
  await tx
    .insertInto('inspection_finding')
    .values({
      province_id: actor.provinceId,
      inspection_finding_id: uuidv7(),
      inspection_id: row.inspection_id,
      body: given.body,
      about_id: await aboutIn(tx, row, given.aboutId),
      ...(await placeOf(tx, actor, given)),
      made_by: accountOf(actor),
    })
    .execute()
  return recordedFinding(tx, actor, id, 'inspection.find', given)
}

/** One of the inspected bodies; of a single one nothing has to be said (`setSubjects` says it once there are others). */
async function aboutIn(
  tx: Tx,
  { province_id, inspection_id }: Pick<Row<'inspection'>, 'province_id' | 'inspection_id'>,
  given: string | null | undefined,
): Promise<string | null> {
  if (!given) return null
  const subjects = (await subjectsOf(tx, province_id, [inspection_id])).get(inspection_id) ?? []
  if (!subjects.includes(given)) throw new Problem('invalidInput', { where: 'aboutId' })
  return given
}

/** Where the sentence stands that a finding is drawn from. */
async function placeOf(
  tx: Tx,
  actor: Actor,
  { documentId, quote }: Pick<NewInspectionFinding, 'documentId' | 'quote'>,
) {
  const none = { document_id: null, text_version: null, start_at: null, end_at: null }
  if (!documentId) return none
  await holdDocument(tx, actor, documentId)
  if (!quote) return { ...none, document_id: documentId }
  const { text, textVersion } = await getDocumentText(tx, actor, documentId)
  const place = placeOfWords(text, quote)
  if (!place) throw new Problem('quoteNotThere')
  return {
    document_id: documentId,
    text_version: textVersion,
    start_at: place.start,
    end_at: place.end,
  }
}

/** Corrects a finding, says which task follows it up, or takes it back. */
export async function changeInspectionFinding(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  given: InspectionFindingChange,
): Promise<InspectionView> {
  const row = await lockInspectionFinding(tx, actor, id, version)
  if (given.assignmentId) {
    const [task] = await taskRows(tx, actor, [given.assignmentId])
    if (!task) throw new Problem('notFound')
  }
  const document = await keptHidden(tx, actor, row.document_id, given.documentId)
  const keeps = given.documentId === undefined || document !== given.documentId
  await setFinding(tx, row, {
    ...(keeps ? {} : await placeOf(tx, actor, given)),
    body: given.body ?? row.body,
    about_id: given.aboutId === undefined ? row.about_id : await aboutIn(tx, row, given.aboutId),
    assignment_id: await followedBy(tx, actor, row.assignment_id, given.assignmentId),
    withdrawn_at: given.withdrawn ? new Date().toISOString() : null,
  })
  const action = given.withdrawn
    ? 'inspection.takeBack'
    : given.assignmentId
      ? 'inspection.follow'
      : 'inspection.correct'
  return recordedFinding(tx, actor, row.inspection_id, action, given)
}

/** The task that follows a finding up after a change: one that the actor does not see is not taken away by them. */
async function followedBy(
  db: Reads,
  actor: Actor,
  former: string | null,
  given: string | null | undefined,
): Promise<string | null> {
  if (given !== null || former === null) return given === undefined ? former : given
  return (await taskRows(db, actor, [former])).length > 0 ? null : former
}

/**
 * The task that a finding became; the register of assignments has entered it in the same transaction.
 * `inspectionUntold` where it would tell the inspected body before its time.
 */
export async function followUp(
  tx: Tx,
  actor: Actor,
  row: Row<'inspection_finding'>,
  assignmentId: string,
): Promise<InspectionView> {
  await mustNotTell(tx, actor, row.inspection_id, assignmentId)
  await setFinding(tx, row, { assignment_id: assignmentId })
  return recordedFinding(tx, actor, row.inspection_id, 'inspection.follow', { assignmentId })
}

/** Refuses a task that tells the inspected body, or whoever stands for it, of an inspection that it was not told of. */
async function mustNotTell(
  db: Reads,
  actor: Actor,
  inspectionId: string,
  assignmentId: string,
): Promise<void> {
  const today = todayInVietnam()
  const { told_on } = await ownInspection(db, actor, inspectionId)
  if (isTold(told_on, today)) return
  const { lead_id: lead } = await db
    .selectFrom('assignment')
    .select('lead_id')
    .where('province_id', '=', actor.provinceId)
    .where('assignment_id', '=', assignmentId)
    .executeTakeFirstOrThrow()
  if (lead === null) return
  // Its people see what it leads, what its heir does, and what the bodies below these do.
  const subjects = (await subjectsOf(db, actor.provinceId, [inspectionId])).get(inspectionId) ?? []
  const heirs = await heirsOf(db, actor.provinceId, subjects, today)
  const bodies = [...subjects, ...heirs.values()]
  const below = await reach(db, actor.provinceId, bodies, today, 'down')
  if (bodies.includes(lead) || [...below.values()].some((ids) => ids.has(lead))) {
    throw new Problem('inspectionUntold')
  }
}

const ownInspection = (db: Reads, actor: Actor, id: string): Promise<Row<'inspection'>> =>
  db
    .selectFrom('inspection')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('inspection_id', '=', id)
    .executeTakeFirstOrThrow()

/**
 * A finding that may become a task: it has none, and the sentence of a document (`findingUnsourced`), and its
 * inspection is over (`inspectionNotOver`): until then the inspected body knows of no finding.
 */
export async function findingToFollow(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<Row<'inspection_finding'> & { document_id: string; start_at: number; end_at: number }> {
  const row = await lockInspectionFinding(tx, actor, id, null)
  const { document_id, start_at, end_at } = row
  if (row.assignment_id !== null) throw new Problem('entryInUse')
  if (document_id === null || start_at === null || end_at === null) {
    throw new Problem('findingUnsourced')
  }
  const inspection = await ownInspection(tx, actor, row.inspection_id)
  if (inspectionState(factsOf(inspection), todayInVietnam()) !== 'done') {
    throw new Problem('inspectionNotOver')
  }
  return { ...row, document_id, start_at, end_at }
}

async function lockInspectionFinding(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number | null,
): Promise<Row<'inspection_finding'>> {
  const row = await tx
    .selectFrom('inspection_finding')
    .innerJoin('inspection', (join) =>
      join
        .onRef('inspection.province_id', '=', 'inspection_finding.province_id')
        .onRef('inspection.inspection_id', '=', 'inspection_finding.inspection_id'),
    )
    .selectAll('inspection_finding')
    .select('inspection.organisation_id')
    .where('inspection_finding.province_id', '=', actor.provinceId)
    .where('inspection_finding.inspection_finding_id', '=', id)
    .where('inspection_finding.withdrawn_at', 'is', null)
    .where(inspects(actor))
    .forUpdate('inspection_finding')
    .executeTakeFirst()
  authorise(actor, 'inspection.manage', actor.provinceId, row?.organisation_id ?? null)
  if (!row) throw new Problem('notFound')
  if (version !== null && row.version !== version) {
    throw new Problem('versionOld', { current: await getInspection(tx, actor, row.inspection_id) })
  }
  const { organisation_id: _body, ...finding } = row
  return finding
}

async function setFinding(
  tx: Tx,
  row: Row<'inspection_finding'>,
  values: Partial<
    Omit<Row<'inspection_finding'>, 'province_id' | 'inspection_finding_id' | 'version'>
  >,
): Promise<void> {
  await tx
    .updateTable('inspection_finding')
    .set({ ...values, version: row.version + 1 })
    .where('province_id', '=', row.province_id)
    .where('inspection_finding_id', '=', row.inspection_finding_id)
    .execute()
}

/** The words of findings stay out of the record's contents, which others read: it says that there was one. */
async function recordedFinding(
  tx: Tx,
  actor: Actor,
  id: string,
  action: string,
  given: object,
): Promise<InspectionView> {
  const { assignmentId } = given as { assignmentId?: string | null }
  await writeRecord(tx, actor, {
    action,
    subjectKind: 'inspection',
    subjectId: id,
    after: { ...(assignmentId === undefined ? {} : { assignmentId }) },
  })
  return getInspection(tx, actor, id)
}
