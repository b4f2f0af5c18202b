// The life of a task: received, reported with evidence, confirmed by somebody other than the doer or sent back;
// paused, referred, revoked. Each step is written once; the row carries where the task stands by them.
import { uuidv7 } from 'uuidv7'
import { todayInVietnam } from '../../calendar.ts'
import type { NewRow, Tx } from '../../database/tables.ts'
import { type Action, type Actor, accountOf, doesFor } from '../../http/access.ts'
import { visibleDocument } from '../../http/visible.ts'
import { Problem } from '../../problem.ts'
import { type Change, writeRecord } from '../../record/record.ts'
import { lockBody, mustStand } from '../organisations/bodyrows.ts'
import { organisationNames } from '../organisations/names.ts'
import type { AssignmentDetail } from './contract.ts'
import { lockTask, type TaskRow } from './rows-store.ts'
import type { HoldGiven, ProgressGiven, StepKind, VerdictGiven } from './step-contract.ts'
import { tellStep } from './tell-store.ts'
import { getAssignment, isOther } from './view-store.ts'

/** What a change sets of the row. */
type Standing = Partial<Omit<NewRow<'assignment'>, 'province_id' | 'assignment_id' | 'version'>>

/** A step as it is written. */
export interface NewStep {
  kind: StepKind
  body?: string | null | undefined
  onBehalf?: string | null | undefined
  percent?: number | null | undefined
  on?: string | null | undefined
  formerDate?: string | null | undefined
  fromId?: string | null | undefined
  toId?: string | null | undefined
}

/**
 * The lead body, or the one that took over from it, says where the task is. The office may write it down for
 * them, and says then who told it. `assignmentStage` for a task that is confirmed, revoked or paused, or reported
 * already; `invalidInput` for a day that lies ahead.
 */
export async function reportProgress(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  given: ProgressGiven,
): Promise<AssignmentDetail> {
  const row = await openTask(tx, actor, id, version, 'assignment.report')
  if (row.paused_on !== null || row.reported_on !== null) throw new Problem('assignmentStage')
  if (given.kind === 'received' && row.received_at !== null) throw new Problem('assignmentStage')
  if (!doesFor(actor, row.lead_id) && !given.onBehalf) {
    throw new Problem('invalidInput', { where: 'onBehalf' })
  }
  mustBePast(given.on)
  const now = new Date().toISOString()
  const reported = given.kind === 'reported'
  const change: Standing = {
    received_at: row.received_at ?? now,
    ...(given.kind === 'progress' ? { percent: given.percent ?? row.percent ?? 0 } : {}),
    ...(reported
      ? {
          percent: given.percent ?? 100,
          reported_on: given.on ?? null,
          reported_by: accountOf(actor),
          result: given.body ?? row.result,
          product: given.product === undefined ? row.product : given.product || null,
        }
      : {}),
  }
  const step = await take(tx, actor, row, change, {
    kind: given.kind,
    body: given.body,
    onBehalf: given.onBehalf,
    percent: change.percent,
    on: reported ? given.on : null,
  })
  for (const documentId of given.evidence ?? []) await addEvidence(tx, actor, row, documentId, step)
  return getAssignment(tx, actor, id)
}

/**
 * Confirms a report, so that the task was done on the day the report says, or sends it back, so that it
 * is open again and its deadline runs on. `notForDoer` for whoever reported it and for people of the lead body;
 * `assignmentStage` where nothing was reported.
 */
export async function judgeReport(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  { outcome, body }: VerdictGiven,
): Promise<AssignmentDetail> {
  const row = await openTask(tx, actor, id, version, 'assignment.confirm')
  if (!isOther(actor, row)) throw new Problem('notForDoer')
  if (row.reported_on === null) throw new Problem('assignmentStage')
  const confirmed = outcome === 'confirmed'
  await take(
    tx,
    actor,
    row,
    confirmed ? { done_on: row.reported_on } : { reported_on: null, reported_by: null },
    { kind: outcome, body, on: row.reported_on },
  )
  return getAssignment(tx, actor, id)
}

/**
 * Pauses a task and lets it go on, refers it to another body, revokes it and takes that back, notes that the
 * level above acknowledged what was done. Each with its reason; `assignmentStage` where the task does not stand so.
 */
export async function holdTask(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  given: HoldGiven,
): Promise<AssignmentDetail> {
  const row = await lockTask(tx, actor, id, 'assignment.manage')
  await mustBeVersion(tx, actor, row, version)
  mustFit(row, given.kind)
  mustBePast(given.on)
  const today = todayInVietnam()
  const change: Standing = {
    paused: { paused_on: today },
    resumed: { paused_on: null },
    revoked: { revoked_on: today, paused_on: null },
    restored: { revoked_on: null },
    recognised: { recognised_on: given.on ?? today },
    referred: {},
  }[given.kind]
  if (given.kind === 'referred') Object.assign(change, await referral(tx, row, given.toId ?? ''))
  await take(tx, actor, row, change, {
    kind: given.kind,
    body: given.body,
    on: given.kind === 'recognised' ? (given.on ?? today) : today,
    fromId: given.kind === 'referred' ? row.lead_id : null,
    toId: given.toId,
  })
  return getAssignment(tx, actor, id)
}

function mustFit(row: TaskRow, kind: HoldGiven['kind']): void {
  const revoked = row.revoked_on !== null
  const open = row.done_on === null && !revoked
  const fits = {
    paused: open && row.paused_on === null && row.reported_on === null,
    resumed: open && row.paused_on !== null,
    referred: open && row.reported_on === null,
    revoked: open,
    restored: revoked,
    recognised: row.done_on !== null,
  }[kind]
  if (!fits) throw new Problem('assignmentStage')
}

/** The other body takes the task over as one it has not received yet. */
async function referral(tx: Tx, row: TaskRow, toId: string): Promise<Standing> {
  if (toId === row.lead_id) throw new Problem('invalidInput', { where: 'toId' })
  mustStand(await lockBody(tx, row.province_id, toId), todayInVietnam())
  const names = await organisationNames(tx, row.province_id, [toId])
  return { lead_id: toId, lead_text: names.get(toId) ?? null, received_at: null, percent: null }
}

/** Takes a task that is neither confirmed nor revoked, at the version that was seen. */
async function openTask(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  action: Action,
): Promise<TaskRow> {
  const row = await lockTask(tx, actor, id, action)
  await mustBeVersion(tx, actor, row, version)
  if (row.done_on !== null || row.revoked_on !== null) throw new Problem('assignmentStage')
  return row
}

/** `versionOld` with the present task where another version was seen. */
export async function mustBeVersion(
  tx: Tx,
  actor: Actor,
  row: TaskRow,
  version: number,
): Promise<void> {
  if (row.version === version) return
  throw new Problem('versionOld', { current: await getAssignment(tx, actor, row.assignment_id) })
}

function mustBePast(day: string | undefined): void {
  if (day !== undefined && day > todayInVietnam())
    throw new Problem('invalidInput', { where: 'on' })
}

/** Sets columns of a task that was taken for it, as its next version, with the record of it. */
export async function setTask(
  tx: Tx,
  actor: Actor,
  row: TaskRow,
  change: Standing,
  told: Pick<Change, 'action' | 'before' | 'after' | 'reason'>,
): Promise<void> {
  await tx
    .updateTable('assignment')
    .set({ ...change, version: row.version + 1 })
    .where('province_id', '=', actor.provinceId)
    .where('assignment_id', '=', row.assignment_id)
    .execute()
  await writeRecord(tx, actor, {
    ...told,
    subjectKind: 'assignment',
    subjectId: row.assignment_id,
  })
}

/** Writes a step and what it changes of the row, with its record; answers the step's id. */
export async function take(
  tx: Tx,
  actor: Actor,
  row: TaskRow,
  change: Standing,
  step: NewStep,
): Promise<string> {
  const { kind, body, onBehalf, percent, on, formerDate } = step
  const says = kind === 'received' || kind === 'progress' || kind === 'reported'
  await setTask(tx, actor, row, change, {
    action: `assignment.${kind}`,
    ...(formerDate ? { before: { deadline: formerDate } } : {}),
    after: {
      ...(says ? { said: body } : {}),
      ...{ onBehalf, percent, on: kind === 'extended' ? null : on },
      ...{ leadText: change.lead_text, deadline: change.deadline, product: change.product },
    },
    reason: says ? undefined : body || undefined,
  })
  return writeStep(tx, actor, row, step, change)
}

/** Writes a step, after what it changes of the row was set, and tells whom it concerns; answers its id. */
export async function writeStep(
  tx: Tx,
  actor: Actor,
  row: TaskRow,
  step: NewStep,
  change: Standing = {},
): Promise<string> {
  const id = uuidv7()
  await tx
    .insertInto('assignment_step')
    .values({
      province_id: actor.provinceId,
      step_id: id,
      assignment_id: row.assignment_id,
      kind: step.kind,
      on_behalf: step.onBehalf ?? null,
      body: step.body || null,
      percent: step.percent ?? null,
      on_date: step.on ?? null,
      former_date: step.formerDate ?? null,
      from_id: step.fromId ?? null,
      to_id: step.toId ?? null,
      by_account: accountOf(actor),
    })
    .execute()
  const { lead_id = row.lead_id, reported_by = row.reported_by } = change
  await tellStep(tx, actor, { ...step, id }, row, { ...row, lead_id, reported_by })
  return id
}

/** A document that shows what a step says; `notFound` for one that whoever adds it may not read. */
async function addEvidence(
  tx: Tx,
  actor: Actor,
  row: TaskRow,
  documentId: string,
  stepId: string,
): Promise<void> {
  const known = await tx
    .selectFrom('document')
    .select('document_id')
    .where('province_id', '=', actor.provinceId)
    .where('document_id', '=', documentId)
    .where('status', '=', 'read')
    .where(visibleDocument(actor))
    .executeTakeFirst()
  if (!known) throw new Problem('notFound')
  await tx
    .insertInto('assignment_evidence')
    .values({
      province_id: actor.provinceId,
      assignment_id: row.assignment_id,
      document_id: documentId,
      step_id: stepId,
      added_by: accountOf(actor),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
