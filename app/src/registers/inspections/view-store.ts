// Subjects of the inspection and supervision programme as they are shown, with what was found.
import { todayInVietnam } from '../../calendar.ts'
import type { Reads, Row } from '../../database/tables.ts'
import { type Actor, authorise, may, mayAnywhere } from '../../http/access.ts'
import { inspects, visibleInspection, visibleInspectionFinding } from '../../http/visible.ts'
import { Problem } from '../../problem.ts'
import { taskRows } from '../assignments/rows-store.ts'
import { shownTasks } from '../assignments/view-store.ts'
import { documentTitles } from '../documents/source.ts'
import { heirsOf } from '../organisations/heirs-store.ts'
import { organisationNames } from '../organisations/names.ts'
import type { InspectionFindingView, InspectionLine, InspectionView } from './contract.ts'
import { inspectionState } from './inspection.ts'

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
    findings: line.found === null ? [] : await findingsOf(db, actor, row, line),
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
  const subjects = await subjectsOf(
    db,
    provinceId,
    rows.map((row) => row.inspection_id),
  )
  const inspected = [...subjects.values()].flat()
  const heirs = await heirsOf(db, provinceId, inspected, today)
  const names = await organisationNames(db, provinceId, [
    ...inspected,
    ...heirs.values(),
    ...rows.flatMap((row) => [row.organisation_id, row.inspecting_id]),
  ])
  const named = (id: string) => ({ id, name: names.get(id) ?? '' })
  const conclusions = await documentTitles(
    db,
    actor,
    rows.flatMap((row) => row.conclusion_id ?? []),
  )
  const counts = await countsOf(
    db,
    actor,
    rows.map((row) => row.inspection_id),
  )
  return rows.map((row) => {
    const state = inspectionState(factsOf(row), today)
    return {
      id: row.inspection_id,
      organisation: named(row.organisation_id),
      year: row.year,
      quarter: row.quarter,
      form: row.form,
      subjects: (subjects.get(row.inspection_id) ?? []).map((id) => {
        const heir = heirs.get(id)
        return { ...named(id), now: heir ? named(heir) : null }
      }),
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

/** The inspected bodies by inspection, in the order they were named. */
export async function subjectsOf(
  db: Reads,
  provinceId: number,
  ids: readonly string[],
): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('inspected_body')
    .select(['inspection_id', 'organisation_id'])
    .where('province_id', '=', provinceId)
    .where('inspection_id', 'in', ids)
    .orderBy('position')
    .execute()
  const by = Map.groupBy(rows, (row) => row.inspection_id)
  return new Map([...by].map(([id, own]) => [id, own.map((row) => row.organisation_id)]))
}

export const factsOf = (row: Row<'inspection'>) => ({
  year: row.year,
  quarter: row.quarter,
  startedOn: row.started_on,
  endedOn: row.ended_on,
  dropped: row.dropped_at !== null,
})

/** What was found, as far as the actor may know. */
const findings = (db: Reads, actor: Actor) =>
  db
    .selectFrom('inspection_finding')
    .innerJoin('inspection', (join) =>
      join
        .onRef('inspection.province_id', '=', 'inspection_finding.province_id')
        .onRef('inspection.inspection_id', '=', 'inspection_finding.inspection_id'),
    )
    .where('inspection_finding.province_id', '=', actor.provinceId)
    .where('inspection_finding.withdrawn_at', 'is', null)
    .where(visibleInspectionFinding(actor))

async function countsOf(db: Reads, actor: Actor, ids: readonly string[]) {
  const rows = await findings(db, actor)
    .select((build) => ['inspection.inspection_id', build.fn.countAll<number>().as('n')])
    .where('inspection.inspection_id', 'in', ids)
    .groupBy('inspection.inspection_id')
    .execute()
  return new Map(rows.map((row) => [row.inspection_id, Number(row.n)]))
}

async function findingsOf(
  db: Reads,
  actor: Actor,
  { inspection_id: id }: SubjectRow,
  { subjects }: InspectionLine,
): Promise<InspectionFindingView[]> {
  const rows = await findings(db, actor)
    .selectAll('inspection_finding')
    .where('inspection.inspection_id', '=', id)
    .orderBy('inspection_finding.made_at')
    .orderBy('inspection_finding.inspection_finding_id')
    .execute()
  const titles = await documentTitles(
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
      about: aboutOf(subjects, row.about_id),
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

function aboutOf(subjects: InspectionLine['subjects'], id: string | null) {
  const one = subjects.find((subject) => subject.id === id)
  return one ? { id: one.id, name: one.name } : null
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
