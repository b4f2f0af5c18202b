// What a closing conference gives out: each confirmed task of its decisions becomes an assignment. Closed
// again after a reopening, a task keeps its assignment; one that is gone is taken back, or revoked where
// something happened to it.
import { todayInVietnam } from '../../calendar.ts'
import type { Row, Tx } from '../../database/tables.ts'
import type { DecidedJson } from '../../database/tables-conference.ts'
import { type Actor, accountOf, systemActor } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import { dropSearchEntry, putSearchEntry } from '../../search/store.ts'
import { type TaskRow, taskRows } from '../assignments/rows-store.ts'
import { take, writeStep } from '../assignments/step-store.ts'
import { isTouched, nextNumber } from '../assignments/store.ts'
import { tellAssigned } from '../assignments/tell-store.ts'
import { organisationNames } from '../organisations/names.ts'
import type { TaskView } from './contract.ts'
import { type FormerTask, formerTask, sameTasks } from './tasks.ts'

type Decided = Pick<Row<'item_decision'>, 'session_item_id' | 'body' | 'tasks' | 'version'>

interface Given {
  itemId: string
  quote: string
  task: TaskView
}

/**
 * Enters the tasks of all decisions of a conference. A task that was confirmed anew stays the assignment it was.
 * What its decisions no longer give is taken back, and revoked with the reason of the reopening where something
 * happened to it since. `taskHeld`, with its name, for a task that is over in the register, or for which more time
 * was asked, where the decisions drop it or move its date.
 */
export async function bearTasks(
  tx: Tx,
  actor: Actor,
  conference: Row<'conference'>,
): Promise<void> {
  const former = await formerTasks(tx, conference)
  const given = givenBy(await keepIds(tx, actor, await decisionsOf(tx, conference), former))
  const reasons = await reopeningsOf(tx, conference)
  const names = await organisationNames(
    tx,
    actor.provinceId,
    given.flatMap(({ task }) => [task.leadId, ...task.cooperating.map((one) => one.id)]),
  )
  const closing = { conference, names, reasons }
  for (const one of given) {
    await enter(tx, actor, closing, one, former.get(one.task.id) ?? null)
    former.delete(one.task.id)
  }
  for (const row of former.values()) {
    if (row.withdrawn_at === null) await takeBack(tx, actor, row, reasons[0] ?? null)
  }
}

interface Closing {
  conference: Row<'conference'>
  names: ReadonlyMap<string, string>
  /** Why the conference was reopened, the last time first. */
  reasons: readonly string[]
}

async function decisionsOf(tx: Tx, conference: Row<'conference'>): Promise<Decided[]> {
  return tx
    .selectFrom('item_decision')
    .innerJoin('session_item', (join) =>
      join
        .onRef('session_item.province_id', '=', 'item_decision.province_id')
        .onRef('session_item.session_item_id', '=', 'item_decision.session_item_id'),
    )
    .select(['item_decision.session_item_id', 'item_decision.body', 'item_decision.tasks'])
    .select('item_decision.version')
    .where('item_decision.province_id', '=', conference.province_id)
    .where('session_item.conference_id', '=', conference.conference_id)
    .where('session_item.status', '=', 'on')
    .orderBy('session_item.position')
    .execute()
}

const givenBy = (decisions: readonly Decided[]): Given[] =>
  decisions.flatMap(({ session_item_id, body, tasks }) =>
    tasks.map((task) => ({
      itemId: session_item_id,
      quote: body.slice(task.start, task.end),
      task,
    })),
  )

/** Decisions in whose tasks what was dropped and confirmed anew has the id of the assignment that it is. */
async function keepIds(
  tx: Tx,
  actor: Actor,
  decisions: readonly Decided[],
  former: ReadonlyMap<string, Row<'assignment'>>,
): Promise<Decided[]> {
  const given = new Set(decisions.flatMap(({ tasks }) => tasks.map((task) => task.id)))
  const gone = [...former.values()].filter((row) => !given.has(row.assignment_id))
  const all: Decided[] = []
  for (const decision of decisions) {
    const fresh = decision.tasks.filter((task) => !former.has(task.id))
    const kept = sameTasks(
      fresh.map((task) => formerTask(task, decision.body)),
      gone.filter((row) => row.session_item_id === decision.session_item_id).map(asFormer),
      false,
    )
    const tasks = decision.tasks.map((task) => ({ ...task, id: kept.get(task.id) ?? task.id }))
    all.push({ ...decision, tasks })
    if (kept.size === 0) continue
    await tx
      .updateTable('item_decision')
      .set({ tasks: JSON.stringify(tasks), version: decision.version + 1 })
      .where('province_id', '=', actor.provinceId)
      .where('session_item_id', '=', decision.session_item_id)
      .execute()
    await writeRecord(tx, actor, {
      action: 'itemDecision.write',
      subjectKind: 'itemDecision',
      subjectId: decision.session_item_id,
      before: { tasks: decision.tasks },
      after: { tasks },
    })
  }
  return all
}

/** An assignment as the decision gave it when it was closed last. */
const asFormer = (row: Row<'assignment'>): FormerTask => ({
  ...{ id: row.assignment_id, start: row.start_at ?? 0, end: row.end_at ?? 0 },
  ...{ words: row.as_written ?? '', action: row.action },
  leadId: row.decided ? row.decided.leadId : row.lead_id,
  leadText: row.decided ? row.decided.leadText : row.lead_text,
})

async function reopeningsOf(tx: Tx, conference: Row<'conference'>): Promise<string[]> {
  const rows = await tx
    .selectFrom('conference_closing')
    .select('reason')
    .where('province_id', '=', conference.province_id)
    .where('conference_id', '=', conference.conference_id)
    .where('kind', '=', 'reopened')
    .orderBy('at', 'desc')
    .execute()
  return rows.flatMap(({ reason }) => reason ?? [])
}

async function formerTasks(
  tx: Tx,
  conference: Row<'conference'>,
): Promise<Map<string, Row<'assignment'>>> {
  const rows = await tx
    .selectFrom('assignment')
    .innerJoin('session_item', (join) =>
      join
        .onRef('session_item.province_id', '=', 'assignment.province_id')
        .onRef('session_item.session_item_id', '=', 'assignment.session_item_id'),
    )
    .selectAll('assignment')
    .where('assignment.province_id', '=', conference.province_id)
    .where('session_item.conference_id', '=', conference.conference_id)
    .execute()
  return new Map(rows.map((row) => [row.assignment_id, row]))
}

async function enter(
  tx: Tx,
  actor: Actor,
  { conference, names, reasons }: Closing,
  { itemId, quote, task }: Given,
  former: Row<'assignment'> | null,
): Promise<void> {
  const nameOf = (id: string | null, text: string) => (id && names.get(id)) ?? text
  const leadText = task.leadId || task.leadText ? nameOf(task.leadId, task.leadText ?? '') : null
  const cooperating = task.cooperating.map(({ id, text }) => nameOf(id, text))
  const decided: DecidedJson = {
    ...{ leadId: task.leadId, leadText, cooperating },
    cooperatingIds: task.cooperating.flatMap(({ id }) => id ?? []),
    ...{ deadline: task.deadline, deadlineText: task.deadlineText, deliverable: task.deliverable },
  }
  const stated = {
    action: task.action,
    start_at: task.start,
    end_at: task.end,
    as_written: quote,
    decided: JSON.stringify(decided),
  }
  const key = { province_id: actor.provinceId, assignment_id: task.id }
  if (former) {
    const touched = await isTouched(tx, actor.provinceId, task.id)
    const [held] = await taskRows(tx, systemActor(actor.provinceId), [task.id], { withdrawn: true })
    if (!held) throw new Problem('notFound')
    const change = renewed(former, decided, task.deadlineFuzzy, touched)
    const restored = await revokedBy(tx, held, reasons)
    const due = change.deadline === undefined ? held.standing : change.deadline
    const moves = touched && due !== held.standing
    if (moves && !restored) await mustBeOpen(tx, held)
    const corrected = moves && held.standing !== null
    await tx
      .updateTable('assignment')
      .set({
        ...stated,
        ...change,
        ...(restored ? { revoked_on: null } : {}),
        withdrawn_at: null,
        version: former.version + 1,
      })
      .where('province_id', '=', key.province_id)
      .where('assignment_id', '=', key.assignment_id)
      .execute()
    const body = reasons[0] ?? null
    if (restored) {
      await writeStep(tx, actor, held, { kind: 'restored', body, on: todayInVietnam() })
    }
    if (corrected) {
      const step = { kind: 'corrected', body, on: due, formerDate: held.standing } as const
      await writeStep(tx, actor, held, step)
    }
  } else {
    const born = await tx
      .insertInto('assignment')
      .values({
        ...key,
        ...stated,
        ...columnsOf(decided, task.deadlineFuzzy),
        ...(await nextNumber(tx, actor.provinceId)),
        original_deadline: task.deadline,
        session_item_id: itemId,
        document_id: null,
        text_version: null,
        finding_id: null,
        specific: task.leadId !== null || task.leadText !== null || task.deadline !== null,
        ordered_by: conference.body,
        done_on: null,
        note: null,
        confirmed_by: accountOf(actor),
        withdrawn_at: null,
      })
      .onConflict((conflict) => conflict.columns(['province_id', 'assignment_id']).doNothing())
      .returning('assignment_id')
      .executeTakeFirst()
    // Another conference was closed with a task of this id meanwhile.
    if (!born) throw new Problem('taskTwice', { task: task.action })
  }
  await putSearchEntry(tx, actor.provinceId, {
    kind: 'assignment',
    id: task.id,
    documentId: null,
    start: null,
    end: null,
    title: task.action.slice(0, 300),
    body: [leadText, quote].filter(Boolean).join(': '),
  })
  await writeRecord(tx, actor, {
    action: former ? 'assignment.change' : 'assignment.enter',
    subjectKind: 'assignment',
    subjectId: task.id,
    ...(former ? { before: saidBy(former) } : {}),
    after: { ...task, leadText, itemId },
  })
  await tellEntered(tx, actor, task.id)
}

/** Tells those who do the task as it stands now; whoever heard of it before is not told again. */
async function tellEntered(tx: Tx, actor: Actor, id: string): Promise<void> {
  const [row] = await taskRows(tx, systemActor(actor.provinceId), [id])
  if (!row || row.done_on !== null || row.revoked_on !== null || row.paused_on !== null) return
  await tellAssigned(tx, actor, row, { deadline: row.standing, givenOn: null })
}

/** What a decision gives a task, as columns of the register. */
const columnsOf = (given: DecidedJson, fuzzy: boolean) => ({
  lead_id: given.leadId,
  lead_text: given.leadText,
  cooperating: JSON.stringify(given.cooperating),
  cooperating_ids: JSON.stringify(given.cooperatingIds),
  deadline: given.deadline,
  deadline_text: given.deadlineText,
  deadline_fuzzy: fuzzy,
  deliverable: given.deliverable,
})

/**
 * What closing again writes into a task that is in the register: what the decision gives otherwise than when it was
 * closed last, and only where the register still says what it gave then. What was changed there (more time, another
 * lead, another helper) stays; an event that its deadline follows there goes only where the decision sets another
 * day. A task that its lead took up passes on by referral, not here.
 */
function renewed(row: Row<'assignment'>, given: DecidedJson, fuzzy: boolean, touched: boolean) {
  const columns = columnsOf(given, fuzzy)
  const firstDue = { original_deadline: given.deadline, event_id: null, event_days: null }
  const last = row.decided
  // Closed before it was kept what the decision gave: as far as nothing happened to the task since.
  if (last === null) {
    return touched ? {} : { ...columns, ...firstDue }
  }
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
  const moved = (now: unknown, before: unknown, held: unknown) =>
    !same(now, before) && same(held, before)
  const { lead_id, lead_text, cooperating, cooperating_ids, deliverable, ...due } = columns
  const lead = (one: { leadId: string | null; leadText: string | null }) => [
    one.leadId,
    one.leadText,
  ]
  const date = (one: DecidedJson) => [one.deadline, one.deadlineText]
  const helpers = (one: DecidedJson) => [one.cooperating, one.cooperatingIds]
  const dayMoved = given.deadline !== last.deadline
  const dueMoved =
    row.event_id === null
      ? moved(date(given), date(last), [row.deadline, row.deadline_text])
      : dayMoved
  const leadMoved = moved(lead(given), lead(last), [row.lead_id, row.lead_text])
  return {
    ...(leadMoved && !touched ? { lead_id, lead_text } : {}),
    ...(moved(helpers(given), helpers(last), [row.cooperating, row.cooperating_ids])
      ? { cooperating, cooperating_ids }
      : {}),
    ...(dueMoved ? { ...due, ...(dayMoved ? firstDue : {}) } : {}),
    ...(moved(given.deliverable, last.deliverable, row.deliverable) ? { deliverable } : {}),
  }
}

const saidBy = (row: Row<'assignment'>) => ({
  action: row.action,
  leadText: row.lead_text,
  deadline: row.deadline,
})

/** Whether a closing of this conference revoked a task because its decisions gave it no more, and nobody since. */
async function revokedBy(tx: Tx, row: TaskRow, reasons: readonly string[]): Promise<boolean> {
  if (row.revoked_on === null) return false
  const last = await tx
    .selectFrom('assignment_step')
    .select('body')
    .where('province_id', '=', row.province_id)
    .where('assignment_id', '=', row.assignment_id)
    .where('kind', '=', 'revoked')
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.body != null && reasons.includes(last.body)
}

/** `taskHeld` for a task that is over in the register, or for which more time was asked. */
async function mustBeOpen(tx: Tx, row: TaskRow): Promise<void> {
  const asked = await tx
    .selectFrom('assignment_extension')
    .select('extension_id')
    .where('province_id', '=', row.province_id)
    .where('assignment_id', '=', row.assignment_id)
    .where('outcome', 'is', null)
    .limit(1)
    .executeTakeFirst()
  if (asked || row.done_on !== null || row.revoked_on !== null) {
    throw new Problem('taskHeld', { task: row.action })
  }
}

/** Takes back what nothing happened to; else revokes it, so that its steps stay. */
async function takeBack(
  tx: Tx,
  actor: Actor,
  row: Row<'assignment'>,
  reason: string | null,
): Promise<void> {
  if (await isTouched(tx, actor.provinceId, row.assignment_id)) {
    const [held] = await taskRows(tx, systemActor(actor.provinceId), [row.assignment_id])
    if (!held || held.revoked_on !== null) return
    if (held.done_on !== null) throw new Problem('taskHeld', { task: row.action })
    const on = todayInVietnam()
    const step = { kind: 'revoked', body: reason, on } as const
    await take(tx, actor, held, { revoked_on: on, paused_on: null }, step)
    return
  }
  await tx
    .updateTable('assignment')
    .set({ withdrawn_at: new Date().toISOString(), version: row.version + 1 })
    .where('province_id', '=', actor.provinceId)
    .where('assignment_id', '=', row.assignment_id)
    .execute()
  await dropSearchEntry(tx, actor.provinceId, 'assignment', row.assignment_id)
  await writeRecord(tx, actor, {
    action: 'assignment.withdraw',
    subjectKind: 'assignment',
    subjectId: row.assignment_id,
  })
}
