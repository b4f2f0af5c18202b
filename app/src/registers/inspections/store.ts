// The inspection and supervision programme of each body: subjects planned, told, carried out, dropped.
import { uuidv7 } from 'uuidv7'
import { todayInVietnam } from '../../calendar.ts'
import type { Row, Tx } from '../../database/tables.ts'
import { type Actor, accountOf, authorise } from '../../http/access.ts'
import { inspects } from '../../http/visible.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import { putSearchEntry } from '../../search/store.ts'
import { holdDocument, keptHidden } from '../documents/store.ts'
import { lockBody, mustStand } from '../organisations/bodyrows.ts'
import { mustBeBodies } from '../organisations/names.ts'
import type { InspectionChange, InspectionView, NewInspection } from './contract.ts'
import { getInspection, subjectsOf } from './view-store.ts'

/** Adds a subject to the programme of a body. */
export async function addInspection(
  tx: Tx,
  actor: Actor,
  given: NewInspection,
): Promise<InspectionView> {
  authorise(actor, 'inspection.manage', actor.provinceId, given.organisationId)
  await mustBeBodies(tx, actor.provinceId, [given.organisationId, given.inspectingId ?? null])
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
      content: given.content,
      inspecting_id: given.inspectingId ?? null,
      level: given.level ?? 'office',
      note: given.note ?? null,
      made_by: accountOf(actor),
    })
    .execute()
  await setSubjects(tx, actor.provinceId, id, given.subjectIds)
  return recorded(tx, actor, id, 'inspection.add')
}

/**
 * The bodies that are inspected, in this order. One that is named anew has to stand; `entryInUse` for one that is left
 * out though something was found about it. What was found while there was one body alone is about that one: it is
 * written down before another one could read it as found about all.
 */
async function setSubjects(
  tx: Tx,
  provinceId: number,
  id: string,
  given: readonly string[],
): Promise<void> {
  const wanted = [...new Set(given)]
  const there = (await subjectsOf(tx, provinceId, [id])).get(id) ?? []
  for (const one of wanted) {
    if (!there.includes(one)) mustStand(await lockBody(tx, provinceId, one), todayInVietnam())
  }
  const gone = there.filter((one) => !wanted.includes(one))
  const [only] = there
  if (only !== undefined && there.length === 1 && wanted.some((one) => one !== only)) {
    await tx
      .updateTable('inspection_finding')
      .set((build) => ({ about_id: only, version: build('version', '+', 1) }))
      .where('province_id', '=', provinceId)
      .where('inspection_id', '=', id)
      .where('about_id', 'is', null)
      .where('withdrawn_at', 'is', null)
      .execute()
  }
  if (gone.length > 0) {
    const told = await tx
      .selectFrom('inspection_finding')
      .select('about_id')
      .where('province_id', '=', provinceId)
      .where('inspection_id', '=', id)
      .where('about_id', 'in', gone)
      .where('withdrawn_at', 'is', null)
      .limit(1)
      .executeTakeFirst()
    if (told) throw new Problem('entryInUse')
    // What was taken back keeps no body: nobody reads it again.
    await tx
      .updateTable('inspection_finding')
      .set((build) => ({ about_id: null, version: build('version', '+', 1) }))
      .where('province_id', '=', provinceId)
      .where('inspection_id', '=', id)
      .where('about_id', 'in', gone)
      .execute()
    await tx
      .deleteFrom('inspected_body')
      .where('province_id', '=', provinceId)
      .where('inspection_id', '=', id)
      .where('organisation_id', 'in', gone)
      .execute()
  }
  await tx
    .insertInto('inspected_body')
    .values(
      wanted.map((organisationId, position) => ({
        ...{ province_id: provinceId, inspection_id: id },
        ...{ organisation_id: organisationId, position },
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['province_id', 'inspection_id', 'organisation_id'])
        .doUpdateSet((build) => ({ position: build.ref('excluded.position') })),
    )
    .execute()
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
  if (given.subjectIds) await setSubjects(tx, actor.provinceId, id, given.subjectIds)
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

/** A subject that was not dropped, locked, for whoever keeps the programme of its body. */
export async function openInspection(
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
    body: [...now.subjects, now.inspecting].map(({ name }) => name).join('; '),
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

const told = (one: InspectionView) => ({
  year: one.year,
  quarter: one.quarter,
  form: one.form,
  subject: one.subjects.map(({ name }) => name).join('; '),
  content: one.content,
  inspecting: one.inspecting.name,
  level: one.level,
  toldOn: one.toldOn,
  startedOn: one.startedOn,
  endedOn: one.endedOn,
  teamLead: one.teamLead,
  droppedReason: one.droppedReason,
})
