// The decision of an item as it is being written: one row, one version, text and tasks together.
import type { Reads, Row, Tx } from '../../database/tables.ts'
import { type Actor, accountOf } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { canonical, writeRecord } from '../../record/record.ts'
import { touchLive } from '../conferences/plan-store.ts'
import { accountNames } from '../documents/source.ts'
import { mustBeBodies } from '../organisations/names.ts'
import type { DecisionGiven, ItemDecisionView } from './contract.ts'
import { lockSittingItem, mustNotBeOver } from './locking-store.ts'

interface Saving {
  /** Goes on record. */
  reason?: string | undefined
  /** This save of a page, by a number that the page made. */
  save?: string | undefined
  /** The saves of the same page before it that got no answer. */
  unanswered?: readonly string[] | undefined
}

/**
 * Writes the decision of an item; version 0 stands for one that is not there yet. `versionOld` shows the
 * present text to whoever was slower. The same text again from the same person is taken as said twice, and a
 * text that goes on from a save that arrived, and whose answer did not, is written over it: a page resends what
 * it got no answer for.
 */
export async function writeDecision(
  tx: Tx,
  actor: Actor,
  itemId: string,
  version: number,
  given: DecisionGiven,
  { reason, save, unanswered = [] }: Saving = {},
): Promise<ItemDecisionView> {
  const { conference, item } = await lockSittingItem(tx, actor, itemId)
  await mustNotBeOver(tx, conference)
  const before = await decisionRow(tx, actor.provinceId, itemId)
  const body = given.body.normalize('NFC')
  const wanted = { ...given, body, conditions: given.conditions || null }
  const current = before?.version ?? 0
  if (current !== version) {
    if (before && repeats(before, actor, wanted)) return viewOf(tx, before)
    if (!before || !goesOn(before, actor, unanswered)) {
      throw new Problem('versionOld', {
        current: before ? await viewOf(tx, before) : null,
      })
    }
  }
  await mustFit(tx, actor.provinceId, wanted)
  await mustBeNewTasks(tx, item, wanted.tasks)
  const values = {
    outcome: wanted.outcome,
    conditions: wanted.conditions,
    body,
    no_task: wanted.noTask,
    tasks: JSON.stringify(wanted.tasks),
    written_by: accountOf(actor),
    written_at: new Date().toISOString(),
    version: current + 1,
    writer: save ?? null,
  }
  const key = { province_id: actor.provinceId, session_item_id: itemId }
  const row = await tx
    .insertInto('item_decision')
    .values({ ...key, ...values })
    .onConflict((conflict) =>
      conflict.columns(['province_id', 'session_item_id']).doUpdateSet(values),
    )
    .returningAll()
    .executeTakeFirstOrThrow()
  await touchLive(tx, actor.provinceId, item.conference_id)
  const view = await viewOf(tx, row)
  await writeRecord(tx, actor, {
    action: 'itemDecision.write',
    subjectKind: 'itemDecision',
    subjectId: itemId,
    ...(before ? { before: contentOf(before) } : {}),
    after: contentOf(row),
    reason,
  })
  return view
}

const contentOf = (row: Row<'item_decision'>) => ({
  outcome: row.outcome,
  conditions: row.conditions,
  body: row.body,
  noTask: row.no_task,
  tasks: row.tasks,
})

const repeats = (row: Row<'item_decision'>, actor: Actor, given: DecisionGiven): boolean =>
  row.written_by === actor.accountId && canonical(contentOf(row)) === canonical(given)

/** Whether the text is one that the same page sent and heard nothing of. */
const goesOn = (row: Row<'item_decision'>, actor: Actor, unanswered: readonly string[]): boolean =>
  row.writer !== null && row.written_by === actor.accountId && unanswered.includes(row.writer)

/** Tasks stand inside the text; their bodies are the province's own. */
async function mustFit(tx: Tx, provinceId: number, { body, tasks }: DecisionGiven): Promise<void> {
  for (const { start, end } of tasks) {
    if (start >= end || end > body.length) throw new Problem('spanOutside')
  }
  if (new Set(tasks.map((one) => one.id)).size !== tasks.length) throw new Problem('invalidInput')
  await mustBeBodies(
    tx,
    provinceId,
    tasks.flatMap(({ leadId, cooperating }) => [leadId, ...cooperating.map((one) => one.id)]),
  )
}

/**
 * The ids of tasks are made by the page and become those of assignments: `taskTwice` for one that another
 * decision of the conference, or an assignment of another item, has already.
 */
async function mustBeNewTasks(
  tx: Tx,
  item: Row<'session_item'>,
  tasks: DecisionGiven['tasks'],
): Promise<void> {
  if (tasks.length === 0) return
  const ids = tasks.map((task) => task.id)
  const others = await tx
    .selectFrom('item_decision')
    .innerJoin('session_item', (join) =>
      join
        .onRef('session_item.province_id', '=', 'item_decision.province_id')
        .onRef('session_item.session_item_id', '=', 'item_decision.session_item_id'),
    )
    .select('item_decision.tasks')
    .where('item_decision.province_id', '=', item.province_id)
    .where('session_item.conference_id', '=', item.conference_id)
    .where('item_decision.session_item_id', '<>', item.session_item_id)
    .execute()
  const taken = await tx
    .selectFrom('assignment')
    .select(['assignment_id', 'session_item_id'])
    .where('province_id', '=', item.province_id)
    .where('assignment_id', 'in', ids)
    .execute()
  const used = new Set([
    ...others.flatMap((row) => row.tasks.map((task) => task.id)),
    ...taken.flatMap((row) =>
      row.session_item_id === item.session_item_id ? [] : row.assignment_id,
    ),
  ])
  const twice = tasks.find((task) => used.has(task.id))
  if (twice) throw new Problem('taskTwice', { task: twice.action })
}

/** The row of a decision; undefined where nothing is written yet. */
export async function decisionRow(db: Reads, provinceId: number, itemId: string) {
  return db
    .selectFrom('item_decision')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('session_item_id', '=', itemId)
    .executeTakeFirst()
}

async function viewOf(db: Reads, row: Row<'item_decision'>): Promise<ItemDecisionView> {
  const names = await accountNames(db, row.province_id, [row.written_by])
  return decisionView(row, names)
}

/** A decision as it is shown. */
export const decisionView = (
  row: Row<'item_decision'>,
  names: ReadonlyMap<string, string>,
): ItemDecisionView => ({
  itemId: row.session_item_id,
  outcome: row.outcome,
  conditions: row.conditions,
  body: row.body,
  noTask: row.no_task,
  tasks: row.tasks,
  writtenBy: names.get(row.written_by) ?? '',
  writtenAt: row.written_at,
  version: row.version,
})
