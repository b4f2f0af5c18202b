// What happens at projects, as it is shown and as the rules of lateness look at it.
import { todayInVietnam } from '../../calendar.ts'
import type { Reads, Row } from '../../database/tables.ts'
import type { Actor } from '../../http/access.ts'
import { taskRows } from '../assignments/rows-store.ts'
import { shownTasks } from '../assignments/view-store.ts'
import { accountNames, documentTitles } from '../documents/source.ts'
import { organisationNames } from '../organisations/names.ts'
import type { ProjectFacts } from './late.ts'
import { workState } from './work.ts'
import type {
  ProjectMilestoneView,
  ProjectObstacleView,
  ProjectProgressView,
  ProjectSectionView,
  ProjectWorkView,
} from './work-contract.ts'

type WorkFacts = Pick<ProjectFacts, 'sections' | 'milestones' | 'obstacles'>

/** Rows of one of the registers of projects, those that were taken back left out. */
const standing = <T extends 'project_section' | 'project_milestone' | 'project_obstacle'>(
  rows: readonly (Row<T> & { project_id: string })[],
) => Map.groupBy(rows, (row) => row.project_id)

function sectionRows(db: Reads, provinceId: number, ids: readonly string[]) {
  return db
    .selectFrom('project_section')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('project_id', 'in', ids)
    .where('withdrawn_at', 'is', null)
    .orderBy('made_at')
    .orderBy('section_id')
    .execute()
}

/** What was told of sections, of each the newest day first. */
function clearanceRows(db: Reads, provinceId: number, ids: readonly string[]) {
  return db
    .selectFrom('project_clearance')
    .innerJoin('project_section', (join) =>
      join
        .onRef('project_section.province_id', '=', 'project_clearance.province_id')
        .onRef('project_section.section_id', '=', 'project_clearance.section_id'),
    )
    .selectAll('project_clearance')
    .where('project_clearance.province_id', '=', provinceId)
    .where('project_section.project_id', 'in', ids)
    .where('project_section.withdrawn_at', 'is', null)
    .orderBy('project_clearance.on_day', 'desc')
    .orderBy('project_clearance.number', 'desc')
    .execute()
}

function milestoneRows(db: Reads, provinceId: number, ids: readonly string[]) {
  return db
    .selectFrom('project_milestone')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('project_id', 'in', ids)
    .where('withdrawn_at', 'is', null)
    .orderBy('due_on')
    .orderBy('milestone_id')
    .execute()
}

function obstacleRows(db: Reads, provinceId: number, ids: readonly string[]) {
  return db
    .selectFrom('project_obstacle')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('project_id', 'in', ids)
    .where('withdrawn_at', 'is', null)
    .orderBy('since')
    .orderBy('obstacle_id')
    .execute()
}

/** What the rules of lateness look at, by project. */
export async function workFactsOf(
  db: Reads,
  provinceId: number,
  ids: readonly string[],
): Promise<(id: string) => WorkFacts> {
  const sections = standing<'project_section'>(await sectionRows(db, provinceId, ids))
  const newest = newestOf(await clearanceRows(db, provinceId, ids))
  const milestones = standing<'project_milestone'>(await milestoneRows(db, provinceId, ids))
  const obstacles = standing<'project_obstacle'>(await obstacleRows(db, provinceId, ids))
  return (id) => ({
    sections: (sections.get(id) ?? []).map((row) => {
      const told = newest.get(row.section_id)
      return {
        name: row.name,
        dueOn: row.due_on,
        needHa: told ? Number(told.need_ha) : null,
        handedHa: told ? Number(told.handed_ha) : null,
      }
    }),
    milestones: (milestones.get(id) ?? []).map((row) => ({
      ...{ name: row.name, dueOn: row.due_on, doneOn: row.done_on },
    })),
    obstacles: (obstacles.get(id) ?? []).map((row) => ({
      ...{ body: row.body, dueOn: row.due_on, resolvedOn: row.resolved_on },
    })),
  })
}

type ClearanceRow = Row<'project_clearance'>

/** By section what was told of the newest day; of one day what was told last. */
function newestOf(rows: readonly ClearanceRow[]): Map<string, ClearanceRow> {
  const found = new Map<string, ClearanceRow>()
  for (const row of rows) if (!found.has(row.section_id)) found.set(row.section_id, row)
  return found
}

/** How much of the work of projects is done, by the newest day that says so. */
export async function progressOf(
  db: Reads,
  provinceId: number,
  ids: readonly string[],
): Promise<Map<string, ProjectProgressView[]>> {
  const rows = await db
    .selectFrom('project_progress')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('project_id', 'in', ids)
    .orderBy('on_day', 'desc')
    .orderBy('number', 'desc')
    .execute()
  const names = await accountNames(
    db,
    provinceId,
    rows.map((row) => row.recorded_by),
  )
  const byDay = Map.groupBy(rows, (row) => `${row.project_id} ${row.on_day}`)
  const found = new Map<string, ProjectProgressView[]>()
  for (const [first, ...more] of byDay.values()) {
    if (!first) continue
    const versions = [first, ...more].map((row) => ({
      number: row.number,
      percent: row.percent === null ? null : Number(row.percent),
      note: row.note,
      reason: row.reason,
      by: names.get(row.recorded_by) ?? '',
      at: row.recorded_at,
    }))
    const { percent = null, note = null } = versions[0] ?? {}
    const one = { on: first.on_day, percent, note, versions }
    found.set(first.project_id, [...(found.get(first.project_id) ?? []), one])
  }
  return found
}

/** All that happens at one project, as far as the actor may know of what ordered it. */
export async function workOf(db: Reads, actor: Actor, id: string): Promise<ProjectWorkView> {
  const { provinceId } = actor
  return {
    progress: (await progressOf(db, provinceId, [id])).get(id) ?? [],
    sections: await sectionsOf(db, provinceId, id),
    milestones: (await milestoneRows(db, provinceId, [id])).map(milestoneView),
    obstacles: await obstaclesOf(db, actor, id),
  }
}

/** The first day, where it is another now. */
const former = (row: { first_due_on: string | null; due_on: string | null }): string | null =>
  row.first_due_on === row.due_on ? null : row.first_due_on

export const milestoneView = (row: Row<'project_milestone'>): ProjectMilestoneView => ({
  id: row.milestone_id,
  name: row.name,
  dueOn: row.due_on,
  firstDueOn: former(row),
  doneOn: row.done_on,
  note: row.note,
  state: workState({ dueOn: row.due_on, doneOn: row.done_on }, todayInVietnam()),
  version: row.version,
})

async function sectionsOf(
  db: Reads,
  provinceId: number,
  id: string,
): Promise<ProjectSectionView[]> {
  const told = await clearanceRows(db, provinceId, [id])
  const names = await accountNames(
    db,
    provinceId,
    told.map((row) => row.recorded_by),
  )
  return (await sectionRows(db, provinceId, [id])).map((row) => {
    const versions = told
      .filter((one) => one.section_id === row.section_id)
      .map((one) => ({
        number: one.number,
        on: one.on_day,
        needHa: Number(one.need_ha),
        handedHa: Number(one.handed_ha),
        households: one.households,
        paid: one.paid,
        moved: one.moved,
        obstacle: one.obstacle,
        reason: one.reason,
        by: names.get(one.recorded_by) ?? '',
        at: one.recorded_at,
      }))
    return {
      id: row.section_id,
      name: row.name,
      dueOn: row.due_on,
      firstDueOn: former(row),
      standing: versions[0] ?? null,
      versions,
      version: row.version,
    }
  })
}

async function obstaclesOf(db: Reads, actor: Actor, id: string): Promise<ProjectObstacleView[]> {
  const { provinceId } = actor
  const rows = await obstacleRows(db, provinceId, [id])
  const names = await organisationNames(
    db,
    provinceId,
    rows.map((row) => row.owner_id),
  )
  const ids = rows.flatMap((row) => row.assignment_id ?? [])
  const known = await taskRows(db, actor, ids, { withdrawn: true })
  const standing = known.filter((one) => one.withdrawn_at === null)
  const task = new Map((await shownTasks(db, actor, standing)).map((one) => [one.id, one]))
  const takenBack = new Map(
    known.flatMap((one) => (one.withdrawn_at === null ? [] : [[one.assignment_id, one.action]])),
  )
  const titles = await documentTitles(
    db,
    actor,
    rows.flatMap((row) => row.document_id ?? []),
  )
  const today = todayInVietnam()
  return rows.map((row) => ({
    id: row.obstacle_id,
    kind: row.kind,
    body: row.body,
    since: row.since,
    owner: row.owner_id === null ? null : { id: row.owner_id, name: names.get(row.owner_id) ?? '' },
    dueOn: row.due_on,
    firstDueOn: former(row),
    level: row.level,
    task: task.get(row.assignment_id ?? '') ?? null,
    document: titles.get(row.document_id ?? '') ?? null,
    ordered: row.assignment_id !== null || row.document_id !== null,
    takenBack: takenBack.get(row.assignment_id ?? '') ?? null,
    resolvedOn: row.resolved_on,
    resolution: row.resolution,
    state: workState({ dueOn: row.due_on, doneOn: row.resolved_on }, today),
    version: row.version,
  }))
}
