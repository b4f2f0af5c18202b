// What the office fills in and corrects of a task.
import { todayInVietnam } from '../../calendar.ts'
import type { Tx } from '../../database/tables.ts'
import type { Actor } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { putSearchEntry } from '../../search/store.ts'
import { lockBody, mustStand } from '../organisations/bodyrows.ts'
import { organisationNames } from '../organisations/names.ts'
import type { AssignmentChange, AssignmentDetail } from './contract.ts'
import { lockTask, type TaskRow } from './rows-store.ts'
import { mustBeVersion, setTask, writeStep } from './step-store.ts'
import { tellAssigned } from './tell-store.ts'
import { getAssignment } from './view-store.ts'

/**
 * Names owner, date, event and the columns of the follow-up register. A deadline that was there is
 * corrected only with its reason, and stands among the steps; once more time was granted it changes by
 * requests alone (`assignmentStage`). A task under way passes to another body by referral, so its lead is named here
 * only until it was received.
 */
export async function changeAssignment(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  given: AssignmentChange,
): Promise<AssignmentDetail> {
  const row = await lockTask(tx, actor, id, 'assignment.manage')
  await mustBeVersion(tx, actor, row, version)
  const lead = await leadOf(tx, row, given)
  const due = await deadlineOf(tx, row, given)
  const kept = <T>(value: T | undefined, former: T): T => (value === undefined ? former : value)
  const cooperating = given.cooperatingIds && (await bodiesOf(tx, row, given.cooperatingIds))
  const columns = {
    ...lead,
    ...due.columns,
    ...(cooperating
      ? {
          cooperating: JSON.stringify(cooperating.map(({ name }) => name)),
          cooperating_ids: JSON.stringify(cooperating.map(({ id: body }) => body)),
        }
      : {}),
    assigned_on: kept(given.assignedOn, row.assigned_on),
    follower_id: kept(given.followerId, row.follower_id),
    deliverable: kept(given.deliverable, row.deliverable) || null,
    upstream: kept(given.upstream, row.upstream) || null,
    directive: kept(given.directive, row.directive) || null,
    product: kept(given.product, row.product) || null,
    result: kept(given.result, row.result) || null,
    note: kept(given.note, row.note) || null,
  }
  const { reason, leadId: _leadId, cooperatingIds: _cooperatingIds, ...after } = given
  await setTask(tx, actor, row, columns, {
    action: 'assignment.change',
    before: saidBy(row),
    after: {
      ...after,
      ...(lead.lead_text === undefined ? {} : { leadText: lead.lead_text }),
      ...(cooperating ? { cooperating: cooperating.map(({ name }) => name) } : {}),
    },
    reason,
  })
  if (due.corrected) {
    await writeStep(tx, actor, row, {
      kind: 'corrected',
      body: reason,
      on: due.columns.deadline,
      formerDate: row.standing,
    })
  }
  await tellNamed(tx, actor, row, columns, given.cooperatingIds ?? [])
  await putSearchEntry(tx, actor.provinceId, {
    kind: 'assignment',
    id,
    documentId: row.document_id,
    start: row.document_id === null ? null : row.start_at,
    end: row.document_id === null ? null : row.end_at,
    title: row.action.slice(0, 300),
    body: [lead.lead_text ?? row.lead_text, row.as_written].filter(Boolean).join(': '),
  })
  return getAssignment(tx, actor, id)
}

/** Tells those who were named now that the task is theirs; of what is done, taken back or stopped nobody. */
async function tellNamed(
  tx: Tx,
  actor: Actor,
  row: TaskRow,
  columns: Awaited<ReturnType<typeof leadOf>> & DeadlineColumns & { follower_id: string | null },
  cooperating: readonly string[],
): Promise<void> {
  if (row.done_on !== null || row.revoked_on !== null || row.paused_on !== null) return
  const { lead_id = row.lead_id, follower_id } = columns
  const named = {
    ...row,
    lead_id: lead_id === row.lead_id ? null : lead_id,
    cooperating_ids: cooperating.filter((one) => !row.cooperating_ids.includes(one)),
    follower_id: follower_id === row.follower_id ? null : follower_id,
  }
  if (!named.lead_id && !named.follower_id && named.cooperating_ids.length === 0) return
  const deadline = columns.deadline === undefined ? row.standing : columns.deadline
  await tellAssigned(tx, actor, named, { deadline, givenOn: null })
}

/** What stood in the fields that may be changed, by their names in a change. */
const saidBy = (row: TaskRow) => ({
  leadText: row.lead_text,
  cooperating: row.cooperating,
  deadline: row.standing,
  eventId: row.event_id,
  eventDays: row.event_days,
  assignedOn: row.assigned_on,
  followerId: row.follower_id,
  deliverable: row.deliverable,
  upstream: row.upstream,
  directive: row.directive,
  product: row.product,
  result: row.result,
  note: row.note,
})

async function leadOf(
  tx: Tx,
  row: TaskRow,
  given: AssignmentChange,
): Promise<{ lead_id?: string | null; lead_text?: string | null }> {
  if (given.leadId === undefined && given.leadText === undefined) return {}
  const id = given.leadId ?? null
  const same = id !== null || (given.leadText || null) === row.lead_text
  if (id === row.lead_id && same) return {}
  if (row.received_at !== null) throw new Problem('assignmentStage')
  if (id === null) return { lead_id: null, lead_text: given.leadText || null }
  const [body] = await bodiesOf(tx, row, [id])
  return { lead_id: id, lead_text: body?.name ?? null }
}

/** Standing bodies of the province with their names, in the order given. */
async function bodiesOf(tx: Tx, row: TaskRow, ids: readonly string[]) {
  const today = todayInVietnam()
  for (const id of ids) {
    if (!row.cooperating_ids.includes(id)) mustStand(await lockBody(tx, row.province_id, id), today)
  }
  const names = await organisationNames(tx, row.province_id, ids)
  return [...new Set(ids)].map((id) => ({ id, name: names.get(id) ?? '' }))
}

interface DeadlineColumns {
  deadline?: string | null
  original_deadline?: string | null
  event_id?: string | null
  event_days?: number | null
}

async function deadlineOf(
  tx: Tx,
  row: TaskRow,
  given: AssignmentChange,
): Promise<{ columns: DeadlineColumns; corrected: boolean }> {
  const event = given.eventId === undefined ? row.event_id : given.eventId
  const days = event === null ? null : (given.eventDays ?? row.event_days ?? 1)
  const deadline =
    event !== null ? null : given.deadline === undefined ? row.deadline : given.deadline
  const same = event === row.event_id && days === row.event_days && deadline === row.deadline
  if (same) return { columns: {}, corrected: false }
  if (row.done_on !== null || row.revoked_on !== null) throw new Problem('assignmentStage')
  const extended = await tx
    .selectFrom('assignment_extension')
    .select('extension_id')
    .where('province_id', '=', row.province_id)
    .where('assignment_id', '=', row.assignment_id)
    .where((build) => build.or([build('outcome', 'is', null), build('outcome', '=', 'granted')]))
    .limit(1)
    .executeTakeFirst()
  if (extended) throw new Problem('assignmentStage')
  if (event !== null && event !== row.event_id) await mustBeEvent(tx, row.province_id, event)
  const corrected = row.standing !== null
  if (corrected && !given.reason) throw new Problem('reasonMissing')
  return {
    columns: { deadline, original_deadline: deadline, event_id: event, event_days: days },
    corrected,
  }
}

async function mustBeEvent(tx: Tx, provinceId: number, id: string): Promise<void> {
  const known = await tx
    .selectFrom('deadline_event')
    .select('event_id')
    .where('province_id', '=', provinceId)
    .where('event_id', '=', id)
    .where('withdrawn_at', 'is', null)
    .forShare()
    .executeTakeFirst()
  if (!known) throw new Problem('notFound')
}
