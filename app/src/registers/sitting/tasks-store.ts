// What a closing conference gives out: each confirmed task of its decisions becomes an assignment. Closed
// again after a reopening, a task keeps its assignment; one that is gone is taken back.
import type { Row, Tx } from '../../database/tables.ts'
import type { DecidedJson } from '../../database/tables-conference.ts'
import { type Actor, accountOf, systemActor } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import { dropSearchEntry, putSearchEntry } from '../../search/store.ts'
import { taskRows } from '../assignments/rows-store.ts'
import { isTouched, nextNumber } from '../assignments/store.ts'
import { tellAssigned } from '../assignments/tell-store.ts'
import { organisationNames } from '../organisations/names.ts'
import type { TaskView } from './contract.ts'

interface Given {
  itemId: string
  quote: string
  task: TaskView
}

/**
 * Enters the tasks of all decisions of a conference, and takes back those that its decisions no longer
 * give; `entryInUse` where something happened to one of these since.
 */
export async function bearTasks(
  tx: Tx,
  actor: Actor,
  conference: Row<'conference'>,
): Promise<void> {
  const given = await tasksOf(tx, conference)
  const former = await formerTasks(tx, conference)
  const names = await organisationNames(
    tx,
    actor.provinceId,
    given.flatMap(({ task }) => [task.leadId, ...task.cooperating.map((one) => one.id)]),
  )
  for (const one of given) {
    await enter(tx, actor, conference, one, names, former.get(one.task.id) ?? null)
    former.delete(one.task.id)
  }
  for (const row of former.values()) {
    if (row.withdrawn_at === null) await takeBack(tx, actor, row)
  }
}

async function tasksOf(tx: Tx, conference: Row<'conference'>): Promise<Given[]> {
  const rows = await tx
    .selectFrom('item_decision')
    .innerJoin('session_item', (join) =>
      join
        .onRef('session_item.province_id', '=', 'item_decision.province_id')
        .onRef('session_item.session_item_id', '=', 'item_decision.session_item_id'),
    )
    .select(['item_decision.session_item_id', 'item_decision.body', 'item_decision.tasks'])
    .where('item_decision.province_id', '=', conference.province_id)
    .where('session_item.conference_id', '=', conference.conference_id)
    .where('session_item.status', '=', 'on')
    .orderBy('session_item.position')
    .execute()
  return rows.flatMap(({ session_item_id, body, tasks }) =>
    tasks.map((task) => ({
      itemId: session_item_id,
      quote: body.slice(task.start, task.end),
      task,
    })),
  )
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
  conference: Row<'conference'>,
  { itemId, quote, task }: Given,
  names: ReadonlyMap<string, string>,
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
    await tx
      .updateTable('assignment')
      .set({
        ...stated,
        ...renewed(former, decided, task.deadlineFuzzy, touched),
        withdrawn_at: null,
        version: former.version + 1,
      })
      .where('province_id', '=', key.province_id)
      .where('assignment_id', '=', key.assignment_id)
      .execute()
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
 * lead, another helper) stays. A task that its lead took up passes on by referral, not here.
 */
function renewed(row: Row<'assignment'>, given: DecidedJson, fuzzy: boolean, touched: boolean) {
  const columns = columnsOf(given, fuzzy)
  const last = row.decided
  // Closed before it was kept what the decision gave: as far as nothing happened to the task since.
  if (last === null) return touched ? {} : { ...columns, original_deadline: given.deadline }
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
  const leadMoved = moved(lead(given), lead(last), [row.lead_id, row.lead_text])
  return {
    ...(leadMoved && !touched ? { lead_id, lead_text } : {}),
    ...(moved(helpers(given), helpers(last), [row.cooperating, row.cooperating_ids])
      ? { cooperating, cooperating_ids }
      : {}),
    ...(moved(date(given), date(last), [row.deadline, row.deadline_text])
      ? { ...due, ...(touched ? {} : { original_deadline: given.deadline }) }
      : {}),
    ...(moved(given.deliverable, last.deliverable, row.deliverable) ? { deliverable } : {}),
  }
}

const saidBy = (row: Row<'assignment'>) => ({
  action: row.action,
  leadText: row.lead_text,
  deadline: row.deadline,
})

async function takeBack(tx: Tx, actor: Actor, row: Row<'assignment'>): Promise<void> {
  if (await isTouched(tx, actor.provinceId, row.assignment_id)) throw new Problem('entryInUse')
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
