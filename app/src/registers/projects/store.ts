// Projects: added, changed, closed; capital plans and months in versions that are only added.
import { uuidv7 } from 'uuidv7'
import { todayInVietnam } from '../../calendar.ts'
import type { Row, Tx } from '../../database/tables.ts'
import { type Action, type Actor, accountOf, authorise } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import { putSearchEntry } from '../../search/store.ts'
import { lockBody, mustStand } from '../organisations/bodyrows.ts'
import type {
  NewProject,
  NewProjectMonth,
  NewProjectPlan,
  ProjectChange,
  ProjectView,
} from './contract.ts'
import { fallsAt, isMonthEnd } from './project.ts'
import { putTasks } from './task-store.ts'
import { getProject } from './view-store.ts'

/** Adds a project of a body that stands. */
export async function addProject(tx: Tx, actor: Actor, given: NewProject): Promise<ProjectView> {
  authorise(actor, 'project.manage', actor.provinceId, given.ownerId)
  mustStand(await lockBody(tx, actor.provinceId, given.ownerId), todayInVietnam())
  const id = uuidv7()
  const money = moneyOf(given)
  mustFollow(given.startsOn ?? null, given.endsOn ?? null)
  await tx
    .insertInto('project')
    .values({
      province_id: actor.provinceId,
      project_id: id,
      kind: given.kind,
      name: given.name,
      code: given.code ?? null,
      category: given.category ?? null,
      owner_id: given.ownerId,
      place: given.place ?? null,
      starts_on: given.startsOn ?? null,
      ends_on: given.endsOn ?? null,
      total: money.total ?? null,
      spent_before: money.spentBefore ?? null,
      note: given.note ?? null,
      made_by: accountOf(actor),
    })
    .execute()
  return recordedProject(tx, actor, id, { action: 'project.add' })
}

const moneyOf = ({ total, spentBefore }: Pick<NewProject, 'total' | 'spentBefore'>) => ({
  total: asText(total),
  spentBefore: asText(spentBefore),
})

const asText = (value: number | null | undefined): string | null | undefined =>
  typeof value === 'number' ? String(value) : value

function mustFollow(startsOn: string | null, endsOn: string | null): void {
  if (startsOn !== null && endsOn !== null && startsOn > endsOn) throw new Problem('projectDays')
}

/** Changes what a project is; of one that is closed only that it is. */
export async function changeProject(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  given: ProjectChange,
): Promise<ProjectView> {
  const row = await lockProject(tx, actor, id, 'project.manage')
  const before = await getProject(tx, actor, id)
  if (row.version !== version) throw new Problem('versionOld', { current: before })
  if (row.closed_on !== null && given.closed === undefined) throw new Problem('projectClosed')
  if (given.ownerId !== undefined && given.ownerId !== row.owner_id) {
    authorise(actor, 'project.manage', actor.provinceId, given.ownerId)
    mustStand(await lockBody(tx, actor.provinceId, given.ownerId), todayInVietnam())
  }
  const kept = <T>(value: T | undefined, former: T): T => (value === undefined ? former : value)
  const money = moneyOf(given)
  const days = {
    starts_on: kept(given.startsOn, row.starts_on),
    ends_on: kept(given.endsOn, row.ends_on),
  }
  mustFollow(days.starts_on, days.ends_on)
  if (given.closed && given.closed.on > todayInVietnam()) throw new Problem('projectDays')
  await tx
    .updateTable('project')
    .set({
      ...days,
      name: given.name ?? row.name,
      code: kept(given.code, row.code),
      category: kept(given.category, row.category),
      owner_id: given.ownerId ?? row.owner_id,
      place: kept(given.place, row.place),
      total: kept(money.total, row.total),
      spent_before: kept(money.spentBefore, row.spent_before),
      note: kept(given.note, row.note),
      ...(given.closed === undefined
        ? {}
        : {
            closed_on: given.closed?.on ?? null,
            closed_reason: given.closed?.reason ?? null,
          }),
      version: row.version + 1,
    })
    .where('province_id', '=', actor.provinceId)
    .where('project_id', '=', id)
    .execute()
  const action =
    given.closed === undefined ? 'project.change' : given.closed ? 'project.close' : 'project.open'
  return recordedProject(tx, actor, id, { action, before, reason: given.closed?.reason })
}

/** The project, locked, for whoever may do this to it; `notFound` where it is not. */
export async function lockProject(
  tx: Tx,
  actor: Actor,
  id: string,
  action: Action,
): Promise<Row<'project'>> {
  const row = await tx
    .selectFrom('project')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('project_id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  authorise(actor, action, actor.provinceId, row?.owner_id ?? null)
  if (!row) throw new Problem('notFound')
  return row
}

/** As `lockProject`; `projectClosed` for one that is closed. */
export async function lockOpenProject(
  tx: Tx,
  actor: Actor,
  id: string,
  action: Action,
): Promise<Row<'project'>> {
  const row = await lockProject(tx, actor, id, action)
  if (row.closed_on !== null) throw new Problem('projectClosed')
  return row
}

/** Gives a plan, changes it, or takes it back: a new version, with its reason where one stands there already. */
export async function addPlan(
  tx: Tx,
  actor: Actor,
  id: string,
  given: NewProjectPlan,
): Promise<ProjectView> {
  const row = await lockOpenProject(tx, actor, id, 'project.manage')
  if (row.kind === 'milestones') throw new Problem('projectNoMoney')
  if (given.fromYear > given.toYear) throw new Problem('projectDays')
  const before = await getProject(tx, actor, id)
  const place = before.plans.find(
    (one) =>
      one.fromYear === given.fromYear &&
      one.toYear === given.toYear &&
      one.source === given.source &&
      one.authority === given.authority,
  )
  const newest = place?.versions[0]
  if (given.seen !== (newest?.number ?? 0)) throw new Problem('versionOld', { current: before })
  if (newest && !given.reason) throw new Problem('projectReason')
  if (!newest && given.amount === null) throw new Problem('invalidInput', { where: 'amount' })
  await tx
    .insertInto('project_plan')
    .values({
      province_id: actor.provinceId,
      project_id: id,
      from_year: given.fromYear,
      to_year: given.toYear,
      source: given.source,
      authority: given.authority,
      number: given.seen + 1,
      amount: asText(given.amount) ?? null,
      legal_reference: given.legalReference,
      decided_on: given.decidedOn,
      reason: given.reason ?? null,
      recorded_by: accountOf(actor),
    })
    .execute()
  const { fromYear, toYear, source, authority } = given
  const years = fromYear === toYear ? String(fromYear) : `${fromYear}-${toYear}`
  const of = { years, capitalSource: source, planAuthority: authority }
  await writeRecord(tx, actor, {
    action: 'project.plan',
    subjectKind: 'project',
    subjectId: id,
    ...(newest
      ? {
          before: {
            ...of,
            ...{ amount: newest.amount, legalReference: newest.legalReference },
            decidedOn: newest.decidedOn,
          },
        }
      : {}),
    after: {
      ...of,
      ...{ amount: given.amount, legalReference: given.legalReference },
      decidedOn: given.decidedOn,
    },
    reason: given.reason ?? undefined,
  })
  return getProject(tx, actor, id)
}

/**
 * Enters what came together by the end of a month: a new version. Its reason is needed where a figure stands there
 * already, and where the total falls from one month to the next.
 */
export async function addMonth(
  tx: Tx,
  actor: Actor,
  id: string,
  given: NewProjectMonth,
): Promise<ProjectView> {
  const row = await lockOpenProject(tx, actor, id, 'project.enter')
  if (row.kind === 'milestones') throw new Problem('projectNoMoney')
  const { kind, year, until, amount } = given
  if (!isMonthEnd(year, until)) throw new Problem('invalidInput', { where: 'until' })
  if (kind === 'disbursed' && until > todayInVietnam()) {
    throw new Problem('invalidInput', { where: 'until' })
  }
  if ((kind === 'disbursed') !== (given.source !== undefined)) {
    throw new Problem('invalidInput', { where: 'source' })
  }
  const source = given.source ?? 'all'
  const before = await getProject(tx, actor, id)
  const newest = before.months.find(
    (one) => one.kind === kind && one.year === year && one.until === until && one.source === source,
  )?.versions[0]
  if (given.seen !== (newest?.number ?? 0)) throw new Problem('versionOld', { current: before })
  if (!newest && amount === null) throw new Problem('invalidInput', { where: 'amount' })
  if (newest && newest.amount === amount) return before
  const falls = fallsAt(before.months, { kind, year, until, source, amount })
  if ((newest || falls) && !given.reason) throw new Problem('projectReason')
  await tx
    .insertInto('project_month')
    .values({
      ...{ province_id: actor.provinceId, project_id: id, kind, plan_year: year, until, source },
      number: given.seen + 1,
      amount: asText(amount) ?? null,
      ...{ method: 'typed', file_id: null, cell: null },
      reason: given.reason ?? null,
      recorded_by: accountOf(actor),
    })
    .execute()
  const of = { monthKind: kind, years: String(year), monthEnd: until, capitalSource: source }
  await writeRecord(tx, actor, {
    action: 'project.month',
    subjectKind: 'project',
    subjectId: id,
    ...(newest ? { before: { ...of, amount: newest.amount } } : {}),
    after: { ...of, amount },
    reason: given.reason ?? undefined,
  })
  return getProject(tx, actor, id)
}

/** Sets which tasks belong to a project. */
export async function setTasks(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  assignmentIds: readonly string[],
): Promise<ProjectView> {
  const row = await lockOpenProject(tx, actor, id, 'project.manage')
  if (row.version !== version) {
    throw new Problem('versionOld', { current: await getProject(tx, actor, id) })
  }
  await putTasks(tx, actor, id, assignmentIds)
  await tx
    .updateTable('project')
    .set({ version: row.version + 1 })
    .where('province_id', '=', actor.provinceId)
    .where('project_id', '=', id)
    .execute()
  return getProject(tx, actor, id)
}

interface Deed {
  action: string
  before?: ProjectView
  reason?: string | undefined
}

/** Puts a change of the project itself on record, makes it findable, and returns it as it is now. */
async function recordedProject(
  tx: Tx,
  actor: Actor,
  id: string,
  { action, before, reason }: Deed,
): Promise<ProjectView> {
  const now = await getProject(tx, actor, id)
  await putSearchEntry(tx, actor.provinceId, {
    kind: 'project',
    id,
    documentId: null,
    start: null,
    end: null,
    title: now.name.slice(0, 300),
    body: [now.code, now.owner.name, now.place].filter((one) => one !== null).join('; '),
  })
  await writeRecord(tx, actor, {
    action,
    subjectKind: 'project',
    subjectId: id,
    ...(before ? { before: told(before) } : {}),
    after: told(now),
    reason,
  })
  return now
}

const told = (one: ProjectView) => ({
  projectKind: one.kind,
  name: one.name,
  code: one.code,
  category: one.category,
  owner: one.owner.name,
  place: one.place,
  startsOn: one.startsOn,
  endsOn: one.endsOn,
  total: one.total,
  spentBefore: one.spentBefore,
  note: one.note,
  closedOn: one.closedOn,
})
