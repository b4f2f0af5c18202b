// Projects as they are shown: what was given, committed, disbursed, and why one is late.
import { todayInVietnam } from '../../calendar.ts'
import type { Reads, Row } from '../../database/tables.ts'
import { type Actor, authorise, may, mayAnywhere } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { accountNames } from '../documents/source.ts'
import { heirsOf } from '../organisations/heirs-store.ts'
import { organisationNames } from '../organisations/names.ts'
import type { ProjectLine, ProjectMonthView, ProjectPlanView, ProjectView } from './contract.ts'
import { lateBecause, type ProjectFacts, projectState } from './late.ts'
import {
  disbursedInAll,
  lastMonth,
  monthDue,
  plannedOn,
  planOn,
  reachedBy,
  yearInHand,
} from './project.ts'
import { sentencesOf } from './sentences-store.ts'
import { tasksOf } from './task-store.ts'
import type { ProjectProgressView } from './work-contract.ts'
import { progressOf, workFactsOf, workOf } from './work-view-store.ts'

type ProjectRow = Row<'project'>

/** All projects; money, and what is late, of one year of public investment. */
export async function listProjects(
  db: Reads,
  actor: Actor,
  given: number | undefined,
): Promise<{ projects: ProjectLine[]; year: number; mayManage: boolean; mayImport: boolean }> {
  authorise(actor, 'register.read', actor.provinceId)
  const year = given ?? yearInHand(todayInVietnam())
  const rows = await db
    .selectFrom('project')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .orderBy('made_at')
    .orderBy('project_id')
    .execute()
  const shown = await linesOf(db, actor, rows, year)
  return {
    projects: shown.map(({ line }) => line),
    year,
    mayManage: mayAnywhere(actor, 'project.manage'),
    mayImport: may(actor, 'project.manage', actor.provinceId),
  }
}

/** One project; `notFound` where it is not. */
export async function getProject(
  db: Reads,
  actor: Actor,
  id: string,
  given?: number,
): Promise<ProjectView> {
  authorise(actor, 'register.read', actor.provinceId)
  const row = await db
    .selectFrom('project')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('project_id', '=', id)
    .executeTakeFirst()
  if (!row) throw new Problem('notFound')
  const year = given ?? yearInHand(todayInVietnam())
  const [shown] = await linesOf(db, actor, [row], year)
  if (!shown) throw new Problem('notFound')
  const { line, plans, months } = shown
  const spentBefore = amountOf(row.spent_before)
  return {
    ...line,
    year,
    spentBefore,
    note: row.note,
    closedReason: row.closed_reason,
    spent: disbursedInAll(months, spentBefore, row.starts_on),
    work: await workOf(db, actor, id),
    sentences: await sentencesOf(db, actor, row.name),
    tasks: await tasksOf(db, actor, id),
    plans,
    months,
    mayManage: may(actor, 'project.manage', actor.provinceId, row.owner_id),
    mayEnter: may(actor, 'project.enter', actor.provinceId, row.owner_id),
    mayReadHistory: may(actor, 'history.read', actor.provinceId),
    version: row.version,
  }
}

interface Shown {
  line: ProjectLine
  plans: ProjectPlanView[]
  months: ProjectMonthView[]
}

async function linesOf(
  db: Reads,
  actor: Actor,
  rows: readonly ProjectRow[],
  year: number,
): Promise<Shown[]> {
  if (rows.length === 0) return []
  const { provinceId } = actor
  const today = todayInVietnam()
  const ids = rows.map((row) => row.project_id)
  const owners = rows.map((row) => row.owner_id)
  const heirs = await heirsOf(db, provinceId, owners, today)
  const names = await organisationNames(db, provinceId, [...owners, ...heirs.values()])
  const named = (id: string) => ({ id, name: names.get(id) ?? '' })
  const plans = await plansOf(db, provinceId, ids, today)
  const months = await monthsOf(db, provinceId, ids)
  const work = await workFactsOf(db, provinceId, ids)
  const progress = await progressOf(db, provinceId, ids)
  return rows.map((row): Shown => {
    const own = { plans: plans.get(row.project_id) ?? [], months: months.get(row.project_id) ?? [] }
    const heir = heirs.get(row.owner_id)
    const facts: ProjectFacts = {
      kind: row.kind,
      endsOn: row.ends_on,
      closedOn: row.closed_on,
      ...own,
      ...work(row.project_id),
    }
    const until = lastMonth(own.months, 'disbursed', year)
    return {
      ...own,
      line: {
        id: row.project_id,
        kind: row.kind,
        name: row.name,
        code: row.code,
        category: row.category,
        owner: { ...named(row.owner_id), now: heir ? named(heir) : null },
        place: row.place,
        startsOn: row.starts_on,
        endsOn: row.ends_on,
        total: amountOf(row.total),
        closedOn: row.closed_on,
        planned: plannedOn(own.plans, year, today),
        disbursed: until === null ? null : reachedBy(own.months, 'disbursed', year, until),
        committed: reachedBy(own.months, 'committed', year, until ?? monthDue(year, today) ?? ''),
        until,
        physical: physicalOf(progress.get(row.project_id) ?? []),
        state: projectState(facts, year, today),
        late: lateBecause(facts, year, today),
      },
    }
  })
}

/** The newest day first; one whose figure was dropped says nothing. */
function physicalOf(told: readonly ProjectProgressView[]): ProjectLine['physical'] {
  for (const { on, percent } of told) if (percent !== null) return { on, percent }
  return null
}

export const amountOf = (text: string | null): number | null =>
  text === null ? null : Number(text)

/** The plans of projects, each with its versions, the newest first. */
export async function plansOf(
  db: Reads,
  provinceId: number,
  ids: readonly string[],
  today: string,
): Promise<Map<string, ProjectPlanView[]>> {
  const rows = await db
    .selectFrom('project_plan')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('project_id', 'in', ids)
    .orderBy('from_year')
    .orderBy('to_year')
    .orderBy('source')
    .orderBy('authority')
    .orderBy('number', 'desc')
    .execute()
  const names = await accountNames(
    db,
    provinceId,
    rows.map((row) => row.recorded_by),
  )
  const places = Map.groupBy(rows, (row) =>
    [row.project_id, row.from_year, row.to_year, row.source, row.authority].join(' '),
  )
  const found = new Map<string, ProjectPlanView[]>()
  for (const [first, ...more] of places.values()) {
    if (!first) continue
    const versions = [first, ...more].map((row) => ({
      number: row.number,
      amount: amountOf(row.amount),
      legalReference: row.legal_reference,
      decidedOn: row.decided_on,
      reason: row.reason,
      by: names.get(row.recorded_by) ?? '',
      at: row.recorded_at,
    }))
    const plan: ProjectPlanView = {
      fromYear: first.from_year,
      toYear: first.to_year,
      source: first.source,
      authority: first.authority,
      standing: planOn({ versions }, today),
      versions,
    }
    found.set(first.project_id, [...(found.get(first.project_id) ?? []), plan])
  }
  return found
}

/** The months of projects, each with its versions, the newest first. */
async function monthsOf(
  db: Reads,
  provinceId: number,
  ids: readonly string[],
): Promise<Map<string, ProjectMonthView[]>> {
  const rows = await db
    .selectFrom('project_month as month')
    .leftJoin('project_file as file', (join) =>
      join
        .onRef('file.province_id', '=', 'month.province_id')
        .onRef('file.file_id', '=', 'month.file_id'),
    )
    .selectAll('month')
    .select('file.file_name')
    .where('month.province_id', '=', provinceId)
    .where('month.project_id', 'in', ids)
    .orderBy('month.plan_year')
    .orderBy('month.until')
    .orderBy('month.kind', 'desc')
    .orderBy('month.source')
    .orderBy('month.number', 'desc')
    .execute()
  const names = await accountNames(
    db,
    provinceId,
    rows.map((row) => row.recorded_by),
  )
  const places = Map.groupBy(rows, (row) =>
    [row.project_id, row.kind, row.plan_year, row.until, row.source].join(' '),
  )
  const found = new Map<string, ProjectMonthView[]>()
  for (const [first, ...more] of places.values()) {
    if (!first) continue
    const month: ProjectMonthView = {
      kind: first.kind,
      year: first.plan_year,
      until: first.until,
      source: first.source,
      amount: amountOf(first.amount),
      versions: [first, ...more].map((row) => ({
        number: row.number,
        amount: amountOf(row.amount),
        file: row.file_name,
        cell: row.cell,
        reason: row.reason,
        by: names.get(row.recorded_by) ?? '',
        at: row.recorded_at,
      })),
    }
    found.set(first.project_id, [...(found.get(first.project_id) ?? []), month])
  }
  return found
}
