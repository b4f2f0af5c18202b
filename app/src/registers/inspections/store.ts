// The inspection and supervision programme of each body: subjects planned, told, carried out, and what was found.
import { uuidv7 } from 'uuidv7'
import { todayInVietnam } from '../../calendar.ts'
import type { Reads, Row, Tx } from '../../database/tables.ts'
import { type Actor, accountOf, authorise, may, mayAnywhere } from '../../http/access.ts'
import { inspects, visibleDocument, visibleInspection } from '../../http/visible.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import { putSearchEntry } from '../../search/store.ts'
import { taskRows } from '../assignments/rows-store.ts'
import { shownTasks } from '../assignments/view-store.ts'
import { getDocumentText, holdDocument, keptHidden } from '../documents/store.ts'
import { lockBody, mustStand } from '../organisations/bodyrows.ts'
import { heirsOf } from '../organisations/heirs-store.ts'
import { mustBeBodies, organisationNames } from '../organisations/names.ts'
import { reach } from '../people/grants.ts'
import type {
  InspectionChange,
  InspectionFindingChange,
  InspectionFindingView,
  InspectionLine,
  InspectionView,
  NewInspection,
  NewInspectionFinding,
} from './contract.ts'
import { inspectionState, isTold, placeOfWords } from './inspection.ts'

type SubjectRow = Row<'inspection'> & { inside: boolean }

/** The programme of a year, or of all years, as far as the actor may know of it, by quarter. */
export async function listInspections(
  db: Reads,
  actor: Actor,
  year: number | null,
): Promise<{ inspections: InspectionLine[]; mayManage: boolean }> {
  authorise(actor, 'register.read', actor.provinceId)
  const rows = await select(db, actor)
    .$if(year !== null, (query) => query.where('year', '=', year ?? 0))
    .orderBy('year')
    .orderBy('quarter', (order) => order.asc().nullsLast())
    .orderBy('inspection_id')
    .execute()
  return {
    inspections: await shown(db, actor, rows),
    mayManage: mayAnywhere(actor, 'inspection.manage'),
  }
}

const select = (db: Reads, actor: Actor) =>
  db
    .selectFrom('inspection')
    .selectAll()
    .select(inspects(actor).as('inside'))
    .where('province_id', '=', actor.provinceId)
    .where(visibleInspection(actor, todayInVietnam()))

/** One subject with its findings; `notFound` where it is not, or is closed to the actor. */
export async function getInspection(db: Reads, actor: Actor, id: string): Promise<InspectionView> {
  authorise(actor, 'register.read', actor.provinceId)
  const row = await select(db, actor).where('inspection_id', '=', id).executeTakeFirst()
  const [line] = row ? await shown(db, actor, [row]) : []
  if (!row || !line) throw new Problem('notFound')
  return {
    ...line,
    findings: line.found === null ? [] : await findingsOf(db, actor, id),
    mayAssign: line.mayManage && may(actor, 'finding.decide', actor.provinceId),
  }
}

async function shown(
  db: Reads,
  actor: Actor,
  rows: readonly SubjectRow[],
): Promise<InspectionLine[]> {
  if (rows.length === 0) return []
  const { provinceId } = actor
  const today = todayInVietnam()
  const subjects = rows.map((row) => row.subject_id)
  const heirs = await heirsOf(db, provinceId, subjects, today)
  const names = await organisationNames(db, provinceId, [
    ...subjects,
    ...heirs.values(),
    ...rows.flatMap((row) => [row.organisation_id, row.inspecting_id]),
  ])
  const named = (id: string) => ({ id, name: names.get(id) ?? '' })
  const conclusions = await titlesOf(
    db,
    actor,
    rows.flatMap((row) => row.conclusion_id ?? []),
  )
  const counts = await countsOf(
    db,
    provinceId,
    rows.map((row) => row.inspection_id),
  )
  return rows.map((row) => {
    const heir = heirs.get(row.subject_id)
    const state = inspectionState(factsOf(row), today)
    return {
      id: row.inspection_id,
      organisation: named(row.organisation_id),
      year: row.year,
      quarter: row.quarter,
      form: row.form,
      subject: named(row.subject_id),
      subjectNow: heir ? named(heir) : null,
      content: row.content,
      inspecting: named(row.inspecting_id ?? row.organisation_id),
      level: row.level,
      note: row.inside ? row.note : null,
      toldOn: row.told_on,
      startedOn: row.started_on,
      endedOn: row.ended_on,
      teamLead: row.team_lead,
      conclusion: conclusions.get(row.conclusion_id ?? '') ?? null,
      droppedReason: row.inside ? row.dropped_reason : null,
      state,
      found: row.inside || state === 'done' ? (counts.get(row.inspection_id) ?? 0) : null,
      mayManage: may(actor, 'inspection.manage', provinceId, row.organisation_id),
      version: row.version,
    }
  })
}

const factsOf = (row: Row<'inspection'>) => ({
  year: row.year,
  quarter: row.quarter,
  startedOn: row.started_on,
  endedOn: row.ended_on,
  dropped: row.dropped_at !== null,
})

async function titlesOf(db: Reads, actor: Actor, ids: readonly string[]) {
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

async function countsOf(db: Reads, provinceId: number, ids: readonly string[]) {
  const rows = await db
    .selectFrom('inspection_finding')
    .select((build) => ['inspection_id', build.fn.countAll<number>().as('n')])
    .where('province_id', '=', provinceId)
    .where('inspection_id', 'in', ids)
    .where('withdrawn_at', 'is', null)
    .groupBy('inspection_id')
    .execute()
  return new Map(rows.map((row) => [row.inspection_id, Number(row.n)]))
}

async function findingsOf(db: Reads, actor: Actor, id: string): Promise<InspectionFindingView[]> {
  const rows = await db
    .selectFrom('inspection_finding')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('inspection_id', '=', id)
    .where('withdrawn_at', 'is', null)
    .orderBy('made_at')
    .orderBy('inspection_finding_id')
    .execute()
  const titles = await titlesOf(
    db,
    actor,
    rows.flatMap((row) => row.document_id ?? []),
  )
  const texts = await textsOf(
    db,
    actor.provinceId,
    rows.filter((row) => titles.has(row.document_id ?? '')),
  )
  const tasks = await shownTasks(
    db,
    actor,
    await taskRows(
      db,
      actor,
      rows.flatMap((row) => row.assignment_id ?? []),
    ),
  )
  const task = new Map(tasks.map((one) => [one.id, one]))
  return rows.map((row) => {
    const document = titles.get(row.document_id ?? '')
    const { start_at: start, end_at: end } = row
    return {
      id: row.inspection_finding_id,
      body: row.body,
      document: document
        ? {
            ...document,
            start,
            end,
            quote:
              start === null || end === null
                ? null
                : (texts.get(textKey(row)) ?? '').slice(start, end) || null,
          }
        : null,
      task: task.get(row.assignment_id ?? '') ?? null,
      followed: row.assignment_id !== null,
      version: row.version,
    }
  })
}

const textKey = (row: Pick<Row<'inspection_finding'>, 'document_id' | 'text_version'>): string =>
  `${row.document_id} ${row.text_version}`

/** The texts that findings have a sentence in, each once: a text may have megabytes, and many findings. */
async function textsOf(
  db: Reads,
  provinceId: number,
  rows: readonly Row<'inspection_finding'>[],
): Promise<Map<string, string>> {
  const wanted = new Map(
    rows.flatMap((row) =>
      row.document_id !== null && row.text_version !== null
        ? [[textKey(row), { id: row.document_id, version: row.text_version }] as const]
        : [],
    ),
  )
  if (wanted.size === 0) return new Map()
  const texts = await db
    .selectFrom('document_text')
    .select(['document_id', 'text_version', 'text'])
    .where('province_id', '=', provinceId)
    .where((build) =>
      build.or(
        [...wanted.values()].map(({ id, version }) =>
          build.and([build('document_id', '=', id), build('text_version', '=', version)]),
        ),
      ),
    )
    .execute()
  return new Map(texts.map((row) => [textKey(row), row.text]))
}

/** Adds a subject to the programme of a body. */
export async function addInspection(
  tx: Tx,
  actor: Actor,
  given: NewInspection,
): Promise<InspectionView> {
  authorise(actor, 'inspection.manage', actor.provinceId, given.organisationId)
  await mustBeBodies(tx, actor.provinceId, [given.organisationId, given.inspectingId ?? null])
  mustStand(await lockBody(tx, actor.provinceId, given.subjectId), todayInVietnam())
  const id = uuidv7()
  await tx
    .insertInto('inspection')
    .values({
      province_id: actor.provinceId,
      inspection_id: id,
      organisation_id: given.organisationId,
      year: given.year,
      quarter: given.quarter ?? null,
      form: given.form,
      subject_id: given.subjectId,
      content: given.content,
      inspecting_id: given.inspectingId ?? null,
      level: given.level ?? 'office',
      note: given.note ?? null,
      made_by: accountOf(actor),
    })
    .execute()
  return recorded(tx, actor, id, 'inspection.add')
}

/** Changes a subject that was not dropped; `inspectionDays` for days that do not follow one another. */
export async function changeInspection(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  given: InspectionChange,
): Promise<InspectionView> {
  const row = await openInspection(tx, actor, id, version)
  const before = await getInspection(tx, actor, id)
  await mustBeBodies(tx, actor.provinceId, [given.inspectingId ?? null])
  if (given.subjectId && given.subjectId !== row.subject_id) {
    mustStand(await lockBody(tx, actor.provinceId, given.subjectId), todayInVietnam())
  }
  if (given.conclusionId) await holdDocument(tx, actor, given.conclusionId)
  const kept = <T>(value: T | undefined, former: T): T => (value === undefined ? former : value)
  const days = {
    started_on: kept(given.startedOn, row.started_on),
    ended_on: kept(given.endedOn, row.ended_on),
  }
  if (days.ended_on !== null && (days.started_on ?? '9999') > days.ended_on) {
    throw new Problem('inspectionDays')
  }
  await setInspection(tx, row, {
    ...days,
    year: given.year ?? row.year,
    quarter: kept(given.quarter, row.quarter),
    form: given.form ?? row.form,
    subject_id: given.subjectId ?? row.subject_id,
    content: given.content ?? row.content,
    inspecting_id: kept(given.inspectingId, row.inspecting_id),
    level: given.level ?? row.level,
    note: kept(given.note, row.note),
    told_on: kept(given.toldOn, row.told_on),
    team_lead: kept(given.teamLead, row.team_lead),
    conclusion_id: await keptHidden(tx, actor, row.conclusion_id, given.conclusionId),
  })
  return recorded(tx, actor, id, 'inspection.change', before)
}

/** Drops a subject that is not done; it stays in sight with the reason. */
export async function dropInspection(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  reason: string,
): Promise<InspectionView> {
  const row = await openInspection(tx, actor, id, version)
  if (row.ended_on !== null) throw new Problem('inspectionOver')
  const before = await getInspection(tx, actor, id)
  const dropped_at = new Date().toISOString()
  await setInspection(tx, row, { dropped_at, dropped_reason: reason })
  return recorded(tx, actor, id, 'inspection.drop', before, reason)
}

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
      ...(await placeOf(tx, actor, given)),
      made_by: accountOf(actor),
    })
    .execute()
  return recordedFinding(tx, actor, id, 'inspection.find', given)
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
  const { told_on, subject_id: subject } = await ownInspection(db, actor, inspectionId)
  if (isTold(told_on, today)) return
  const { lead_id: lead } = await db
    .selectFrom('assignment')
    .select('lead_id')
    .where('province_id', '=', actor.provinceId)
    .where('assignment_id', '=', assignmentId)
    .executeTakeFirstOrThrow()
  if (lead === null) return
  // Its people see what it leads, what its heir does, and what the bodies below these do.
  const heir = (await heirsOf(db, actor.provinceId, [subject], today)).get(subject)
  const bodies = [subject, ...(heir ? [heir] : [])]
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

/** A subject that was not dropped, locked, for whoever keeps the programme of its body. */
async function openInspection(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number | null,
): Promise<Row<'inspection'>> {
  const row = await tx
    .selectFrom('inspection')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('inspection_id', '=', id)
    .where(inspects(actor))
    .forNoKeyUpdate()
    .executeTakeFirst()
  authorise(actor, 'inspection.manage', actor.provinceId, row?.organisation_id ?? null)
  if (!row) throw new Problem('notFound')
  if (version !== null && row.version !== version) {
    throw new Problem('versionOld', { current: await getInspection(tx, actor, id) })
  }
  if (row.dropped_at !== null) throw new Problem('inspectionOver')
  return row
}

async function setInspection(
  tx: Tx,
  row: Row<'inspection'>,
  values: Partial<Omit<Row<'inspection'>, 'province_id' | 'inspection_id' | 'version'>>,
): Promise<void> {
  await tx
    .updateTable('inspection')
    .set({ ...values, version: row.version + 1 })
    .where('province_id', '=', row.province_id)
    .where('inspection_id', '=', row.inspection_id)
    .execute()
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

/** Puts a change of a subject on record, makes it findable, and returns it as it is now. */
async function recorded(
  tx: Tx,
  actor: Actor,
  id: string,
  action: string,
  before?: InspectionView,
  reason?: string,
): Promise<InspectionView> {
  const now = await getInspection(tx, actor, id)
  await putSearchEntry(tx, actor.provinceId, {
    kind: 'inspection',
    id,
    documentId: null,
    start: null,
    end: null,
    title: now.content.slice(0, 300),
    body: [now.subject.name, now.inspecting.name].join('; '),
  })
  await writeRecord(tx, actor, {
    action,
    subjectKind: 'inspection',
    subjectId: id,
    ...(before ? { before: told(before) } : {}),
    after: told(now),
    reason,
  })
  return now
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

const told = (one: InspectionView) => ({
  year: one.year,
  quarter: one.quarter,
  form: one.form,
  subject: one.subject.name,
  content: one.content,
  inspecting: one.inspecting.name,
  level: one.level,
  toldOn: one.toldOn,
  startedOn: one.startedOn,
  endedOn: one.endedOn,
  teamLead: one.teamLead,
  droppedReason: one.droppedReason,
})
