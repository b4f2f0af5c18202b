// Tasks as they are shown: a line for lists, a page for one.
import { sql } from 'kysely'
import { atOnce } from '../../database/at-once.ts'
import type { Reads } from '../../database/tables.ts'
import { type Actor, authorise, doesFor, may } from '../../http/access.ts'
import { visibleDocument } from '../../http/visible.ts'
import { Problem } from '../../problem.ts'
import { accountNames } from '../documents/source.ts'
import { heirsAsked } from '../organisations/heirs-store.ts'
import { organisationNames } from '../organisations/names.ts'
import { lifeOf, missingOf, stateOf } from './assignment.ts'
import { clockOf, type ProvinceClock } from './clock-store.ts'
import type { AssignmentDetail, AssignmentView } from './contract.ts'
import { eventsById } from './event-store.ts'
import { indicatorsOfTask } from './indicators-store.ts'
import { originsAsked, originsFrom } from './origins-store.ts'
import { projectsOfTask } from './projects-store.ts'
import { type TaskRow, taskRows } from './rows-store.ts'
import type { ExtensionView, StepView } from './step-contract.ts'

/** One task with its steps; `notFound` where it is not or was taken back. */
export async function getAssignment(
  db: Reads,
  actor: Actor,
  id: string,
): Promise<AssignmentDetail> {
  authorise(actor, 'register.read', actor.provinceId)
  const rows = await taskRows(db, actor, [id])
  const [view] = await shownTasks(db, actor, rows)
  if (!view) throw new Problem('notFound')
  return {
    ...view,
    steps: await stepsOf(db, actor, id),
    extensions: await extensionsOf(db, actor.provinceId, id),
    projects: await projectsOfTask(db, actor.provinceId, id),
    ...(await indicatorsOfTask(db, actor, id)),
  }
}

/** Tasks as a list shows them, in the order given, in a fixed number of queries. */
export async function shownTasks(
  db: Reads,
  actor: Actor,
  rows: readonly TaskRow[],
  given?: ProvinceClock,
): Promise<AssignmentView[]> {
  if (rows.length === 0) return []
  const clock = given ?? (await clockOf(db, actor.provinceId))
  const { provinceId } = actor
  const leads = rows.flatMap((row) => row.lead_id ?? [])
  const followers = rows.map((row) => row.follower_id)
  const {
    asked,
    heirs: inherited,
    ...told
  } = await atOnce(db, {
    ...originsAsked(actor, rows, followers),
    heirs: heirsAsked(provinceId, leads, clock.today),
    asked: openRequests(provinceId, rows),
  })
  const origins = originsFrom(told)
  const accounts = new Map(told.people.map(({ id, name }) => [id, name]))
  const heirs = new Map(inherited.map(({ start, heir }) => [start, heir]))
  const waiting = new Set(asked.map((one) => one.assignment_id))
  const names = await organisationNames(db, provinceId, [
    ...rows.flatMap((row) => row.cooperating_ids),
    ...heirs.values(),
  ])
  const events = await eventsById(
    db,
    actor,
    rows.flatMap((row) => row.event_id ?? []),
  )
  return rows.map((row) => {
    const facts = {
      leadText: row.lead_text,
      leadId: row.lead_id,
      deadline: row.standing,
      originalDeadline: row.original_deadline,
      eventId: row.event_id,
      doneOn: row.done_on,
      reportedOn: row.reported_on,
      pausedOn: row.paused_on,
      revokedOn: row.revoked_on,
      receivedAt: row.received_at,
      percent: row.percent,
    }
    const heir = heirs.get(row.lead_id ?? '')
    const event = events.get(row.event_id ?? '')
    const { eventId: _eventId, ...shown } = facts
    const { givenOn, ...from } = origins(row)
    return {
      id: row.assignment_id,
      number: row.register_number === null ? null : `${row.register_number}/${row.register_year}`,
      action: row.action,
      ...shown,
      leadNow: heir ? { id: heir, name: names.get(heir) ?? '' } : null,
      cooperating: row.cooperating,
      cooperatingIds: row.cooperating_ids,
      dueOn: row.standing && clock.dueOn(row.standing),
      deadlineText: row.deadline_text,
      deadlineFuzzy: row.deadline_fuzzy,
      event: event && row.event_days !== null ? { ...event, daysBefore: row.event_days } : null,
      deliverable: row.deliverable,
      specific: row.specific,
      by: row.ordered_by,
      follower: row.follower_id
        ? { id: row.follower_id, name: accounts.get(row.follower_id) ?? '' }
        : null,
      upstream: row.upstream,
      directive: row.directive,
      product: row.product,
      result: row.result,
      recognisedOn: row.recognised_on,
      note: row.note,
      state: stateOf(facts, clock),
      life: lifeOf(facts),
      extensionAsked: !row.done_on && !row.revoked_on && waiting.has(row.assignment_id),
      missing: missingOf(facts),
      quote: row.as_written,
      ...from,
      assignedOn: row.assigned_on ?? givenOn,
      can: rightsIn(actor, row),
      version: row.version,
    }
  })
}

function rightsIn(actor: Actor, row: TaskRow): AssignmentView['can'] {
  const { provinceId } = actor
  return {
    manage: may(actor, 'assignment.manage', provinceId, row.owner_id),
    report: may(actor, 'assignment.report', provinceId, row.lead_id),
    confirm: may(actor, 'assignment.confirm', provinceId, row.owner_id) && isOther(actor, row),
    asDoer: doesFor(actor, row.lead_id),
  }
}

/** Whether the actor is somebody other than the doer: neither who reported, nor of the body that leads. */
export const isOther = (actor: Actor, row: Pick<TaskRow, 'lead_id' | 'reported_by'>): boolean =>
  !doesFor(actor, row.lead_id) && row.reported_by !== actor.accountId

/** Which of the tasks have a request for more time that waits for its answer. */
const openRequests = (provinceId: number, rows: readonly TaskRow[]) =>
  sql<{ assignment_id: string }>`select assignment_id from assignment_extension
    where province_id = ${provinceId} and outcome is null
      and assignment_id = any(${rows.map((row) => row.assignment_id)}::uuid[])`

/** What happened to a task, oldest first; documents that show it where the actor may read them. */
async function stepsOf(db: Reads, actor: Actor, id: string): Promise<StepView[]> {
  const { provinceId } = actor
  const rows = await db
    .selectFrom('assignment_step')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('assignment_id', '=', id)
    .orderBy('at')
    .orderBy('step_id')
    .execute()
  if (rows.length === 0) return []
  const bodies = await organisationNames(
    db,
    provinceId,
    rows.flatMap((row) => [row.from_id, row.to_id]),
  )
  const people = await accountNames(
    db,
    provinceId,
    rows.map((row) => row.by_account),
  )
  const evidence = await db
    .selectFrom('assignment_evidence')
    .innerJoin('document', (join) =>
      join
        .onRef('document.province_id', '=', 'assignment_evidence.province_id')
        .onRef('document.document_id', '=', 'assignment_evidence.document_id'),
    )
    .select(['assignment_evidence.step_id', 'document.document_id', 'document.title'])
    .where('assignment_evidence.province_id', '=', provinceId)
    .where('assignment_evidence.assignment_id', '=', id)
    .where('document.status', '=', 'read')
    .where(visibleDocument(actor))
    .orderBy('assignment_evidence.added_at')
    .execute()
  const nameOf = (body: string | null) => (body === null ? null : (bodies.get(body) ?? ''))
  return rows.map((row) => ({
    id: row.step_id,
    kind: row.kind,
    onBehalf: row.on_behalf,
    body: row.body,
    percent: row.percent,
    on: row.on_date,
    formerDate: row.former_date,
    from: nameOf(row.from_id),
    to: nameOf(row.to_id),
    by: people.get(row.by_account) ?? '',
    at: row.at,
    evidence: evidence
      .filter((one) => one.step_id === row.step_id)
      .map((one) => ({ documentId: one.document_id, title: one.title })),
  }))
}

async function extensionsOf(db: Reads, provinceId: number, id: string): Promise<ExtensionView[]> {
  const rows = await db
    .selectFrom('assignment_extension')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('assignment_id', '=', id)
    .orderBy('asked_at')
    .execute()
  const people = await accountNames(
    db,
    provinceId,
    rows.flatMap((row) => [row.asked_by, ...(row.decided_by ? [row.decided_by] : [])]),
  )
  return rows.map((row) => ({
    id: row.extension_id,
    until: row.asked_date,
    former: row.former_date,
    reason: row.reason,
    askedBy: people.get(row.asked_by) ?? '',
    askedAt: row.asked_at,
    outcome: row.outcome,
    granted: row.granted_date,
    answer: row.answer,
    decidedBy: row.decided_by && (people.get(row.decided_by) ?? ''),
    decidedAt: row.decided_at,
    version: row.version,
  }))
}
