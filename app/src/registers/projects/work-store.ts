// What happens at projects: progress and land told in versions; milestones.
import { uuidv7 } from 'uuidv7'
import { todayInVietnam } from '../../calendar.ts'
import type { Row, Tx } from '../../database/tables.ts'
import { type Actor, accountOf } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import { lockOpenProject } from './store.ts'
import type {
  MilestoneChange,
  NewClearance,
  NewMilestone,
  NewProgress,
  NewSection,
  ProjectWorkView,
  SectionChange,
} from './work-contract.ts'
import { workOf } from './work-view-store.ts'

interface Told {
  action: string
  before?: object
  after: object
  reason?: string | null | undefined
}

/** Puts on record what was done at a project, and returns all that happens there as it is now. */
export async function recordedWork(
  tx: Tx,
  actor: Actor,
  projectId: string,
  { reason, ...told }: Told,
): Promise<ProjectWorkView> {
  await writeRecord(tx, actor, {
    ...{ ...told, subjectKind: 'project', subjectId: projectId },
    reason: reason ?? undefined,
  })
  return workOf(tx, actor, projectId)
}

/** Says how much of the work is done; what is said of a day again needs its reason. */
export async function addProgress(
  tx: Tx,
  actor: Actor,
  id: string,
  given: NewProgress,
): Promise<ProjectWorkView> {
  const project = await lockOpenProject(tx, actor, id, 'project.enter')
  if (project.kind === 'milestones') throw new Problem('projectNoMoney')
  if (given.on > todayInVietnam()) throw new Problem('projectDays')
  const former = (await workOf(tx, actor, id)).progress.find((one) => one.on === given.on)
  const newest = former?.versions[0]
  if (given.seen !== (newest?.number ?? 0)) throw new Problem('versionOld')
  if (newest && !given.reason) throw new Problem('projectReason')
  if (!newest && given.percent === null) throw new Problem('invalidInput', { where: 'percent' })
  await tx
    .insertInto('project_progress')
    .values({
      ...{ province_id: actor.provinceId, project_id: id, on_day: given.on },
      number: given.seen + 1,
      percent: given.percent === null ? null : String(given.percent),
      note: given.note ?? null,
      reason: given.reason ?? null,
      recorded_by: accountOf(actor),
    })
    .execute()
  const { on, percent, note, reason } = given
  return recordedWork(tx, actor, id, {
    action: 'project.progress',
    ...(newest ? { before: { on, percent: newest.percent, note: newest.note } } : {}),
    after: { on, percent, note: note ?? null },
    reason,
  })
}

export async function addSection(
  tx: Tx,
  actor: Actor,
  id: string,
  given: NewSection,
): Promise<ProjectWorkView> {
  await lockOpenProject(tx, actor, id, 'project.enter')
  const due = given.dueOn ?? null
  await tx
    .insertInto('project_section')
    .values({
      ...{ province_id: actor.provinceId, section_id: uuidv7(), project_id: id, name: given.name },
      ...{ first_due_on: due, due_on: due, made_by: accountOf(actor) },
    })
    .execute()
  const after = { section: given.name, workDue: due }
  return recordedWork(tx, actor, id, { action: 'project.section', after })
}

/** A part of a project that stands, and its project, both locked; `versionOld` where another one changed it. */
export async function lockPart<
  T extends 'project_section' | 'project_milestone' | 'project_obstacle',
>(tx: Tx, actor: Actor, table: T, id: string, version: number | null): Promise<Row<T>> {
  const key = (
    {
      project_section: 'section_id',
      project_milestone: 'milestone_id',
      project_obstacle: 'obstacle_id',
    } as const
  )[table]
  const row = (await tx
    .selectFrom(table as 'project_section')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where(key as 'section_id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()) as Row<'project_section'> | undefined
  // Who may not is refused as for every project; what is not there belongs to none.
  await lockOpenProject(tx, actor, row?.project_id ?? id, 'project.enter')
  if (!row) throw new Problem('notFound')
  // Read again behind the lock of the project: all parts are changed behind it.
  const now = (await tx
    .selectFrom(table as 'project_section')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where(key as 'section_id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()) as Row<'project_section'> | undefined
  if (!now) throw new Problem('notFound')
  if (version !== null && now.version !== version) {
    throw new Problem('versionOld', { current: await workOf(tx, actor, now.project_id) })
  }
  return now as Row<T>
}

/** A day that is moved, or a part that is taken back, needs its reason. */
export function mustSayWhy(
  former: string | null,
  now: string | null,
  { withdrawn, reason }: { withdrawn?: boolean | undefined; reason?: string | null | undefined },
): void {
  const moved = former !== null && former !== now
  if ((moved || withdrawn) && !reason) throw new Problem('projectReason')
}

export async function changeSection(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  given: SectionChange,
): Promise<ProjectWorkView> {
  const row = await lockPart(tx, actor, 'project_section', id, version)
  const name = given.name ?? row.name
  const due = given.dueOn === undefined ? row.due_on : given.dueOn
  mustSayWhy(row.due_on, due, given)
  await tx
    .updateTable('project_section')
    .set({
      ...{ name, due_on: due, first_due_on: row.first_due_on ?? due },
      withdrawn_at: given.withdrawn ? new Date().toISOString() : null,
      version: row.version + 1,
    })
    .where('province_id', '=', actor.provinceId)
    .where('section_id', '=', id)
    .execute()
  return recordedWork(tx, actor, row.project_id, {
    action: given.withdrawn ? 'project.dropSection' : 'project.changeSection',
    before: { section: row.name, workDue: row.due_on },
    after: { section: name, workDue: due },
    reason: given.reason,
  })
}

/** Says how far a section is. What is told of a day before the newest, or of the same day again, needs its reason. */
export async function addClearance(
  tx: Tx,
  actor: Actor,
  id: string,
  given: NewClearance,
): Promise<ProjectWorkView> {
  const row = await lockPart(tx, actor, 'project_section', id, null)
  if (given.on > todayInVietnam()) throw new Problem('projectDays')
  const { needHa, handedHa, households, paid, moved } = given
  if (handedHa > needHa || paid > households || moved > households) {
    throw new Problem('clearanceMore')
  }
  const { sections } = await workOf(tx, actor, row.project_id)
  const there = sections.find((one) => one.id === id)
  const last = Math.max(0, ...(there?.versions ?? []).map(({ number }) => number))
  if (given.seen !== last) throw new Problem('versionOld')
  const newest = there?.standing
  if (newest && given.on <= newest.on && !given.reason) throw new Problem('projectReason')
  await tx
    .insertInto('project_clearance')
    .values({
      ...{ province_id: actor.provinceId, section_id: id, number: last + 1, on_day: given.on },
      ...{ need_ha: String(needHa), handed_ha: String(handedHa), households, paid, moved },
      obstacle: given.obstacle ?? null,
      reason: given.reason ?? null,
      recorded_by: accountOf(actor),
    })
    .execute()
  const told = (one: Omit<NewClearance, 'seen' | 'reason'>) => ({
    section: row.name,
    ...{ on: one.on, needHa: one.needHa, handedHa: one.handedHa, households: one.households },
    ...{ paidHouseholds: one.paid, movedHouseholds: one.moved, obstacle: one.obstacle ?? null },
  })
  return recordedWork(tx, actor, row.project_id, {
    action: 'project.clear',
    ...(newest ? { before: told(newest) } : {}),
    after: told(given),
    reason: given.reason,
  })
}

export async function addMilestone(
  tx: Tx,
  actor: Actor,
  id: string,
  given: NewMilestone,
): Promise<ProjectWorkView> {
  await lockOpenProject(tx, actor, id, 'project.enter')
  const { name, dueOn, note = null } = given
  await tx
    .insertInto('project_milestone')
    .values({
      ...{ province_id: actor.provinceId, milestone_id: uuidv7(), project_id: id, name, note },
      ...{ first_due_on: dueOn, due_on: dueOn, done_on: null, made_by: accountOf(actor) },
    })
    .execute()
  const after = { milestone: name, workDue: dueOn, note }
  return recordedWork(tx, actor, id, { action: 'project.milestone', after })
}

export async function changeMilestone(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  given: MilestoneChange,
): Promise<ProjectWorkView> {
  const row = await lockPart(tx, actor, 'project_milestone', id, version)
  const now = {
    name: given.name ?? row.name,
    due_on: given.dueOn ?? row.due_on,
    done_on: given.doneOn === undefined ? row.done_on : given.doneOn,
    note: given.note === undefined ? row.note : given.note,
  }
  mustSayWhy(row.due_on, now.due_on, given)
  if (now.done_on !== null && now.done_on > todayInVietnam()) throw new Problem('projectDays')
  await tx
    .updateTable('project_milestone')
    .set({
      ...now,
      withdrawn_at: given.withdrawn ? new Date().toISOString() : null,
      version: row.version + 1,
    })
    .where('province_id', '=', actor.provinceId)
    .where('milestone_id', '=', id)
    .execute()
  const told = (one: typeof now) => ({
    ...{ milestone: one.name, workDue: one.due_on, doneOn: one.done_on, note: one.note },
  })
  return recordedWork(tx, actor, row.project_id, {
    action: given.withdrawn ? 'project.dropMilestone' : 'project.changeMilestone',
    before: told(row),
    after: told(now),
    reason: given.reason,
  })
}
