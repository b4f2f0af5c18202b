// The lines of the follow-up register: the tasks of a list by their number, with the papers around each.
import { sql } from 'kysely'
import { piecesOf } from '../../database/pieces.ts'
import type { Reads } from '../../database/tables.ts'
import { type Actor, authorise } from '../../http/access.ts'
import { visibleDocument } from '../../http/visible.ts'
import { conclusionsOn } from '../notices/store.ts'
import { clockOf, type ProvinceClock } from './clock-store.ts'
import type { AssignmentView, ListQuery } from './contract.ts'
import { tasksByNumber } from './list-store.ts'
import { type RegisterRow, registerRow } from './register.ts'
import { type TaskRow, taskRows } from './rows-store.ts'
import { shownTasks } from './view-store.ts'

/**
 * The register of the tasks that a list shows the actor, by their number, and how many there are: all of them, or
 * `limit` of them behind the first `skip`.
 */
export async function followUpRegister(
  db: Reads,
  actor: Actor,
  { skip = 0, limit, ...query }: ListQuery & { skip?: number | undefined },
): Promise<{ lines: RegisterRow[]; total: number }> {
  authorise(actor, 'register.read', actor.provinceId)
  const clock = await clockOf(db, actor.provinceId)
  const ids = await tasksByNumber(db, actor, clock, query)
  const page = ids.slice(skip, limit === undefined ? undefined : skip + limit)
  const lines = (await registered(db, actor, page, clock)).map(({ row }) => row)
  return { lines, total: ids.length }
}

/** So many tasks at once, whatever the length of the register. */
const atOnce = 500

/** Tasks with their lines of the register, in the order of their ids. */
export async function registered(
  db: Reads,
  actor: Actor,
  ids: readonly string[],
  clock: ProvinceClock,
): Promise<{ task: AssignmentView; row: RegisterRow }[]> {
  const all = []
  for (const some of piecesOf(ids, atOnce)) {
    const place = new Map(some.map((id, at) => [id, at]))
    const rows = await taskRows(db, actor, some)
    rows.sort((a, b) => (place.get(a.assignment_id) ?? 0) - (place.get(b.assignment_id) ?? 0))
    const tasks = await shownTasks(db, actor, rows, clock)
    const around = await aroundOf(db, actor, rows)
    for (const [at, task] of tasks.entries()) {
      const row = rows[at]
      if (row) all.push({ task, row: registerRow(task, around(row)) })
    }
  }
  return all
}

/** Looks up what stands around tasks, in a fixed number of queries. */
async function aroundOf(db: Reads, actor: Actor, rows: readonly TaskRow[]) {
  const { provinceId } = actor
  const ids = rows.map((row) => row.assignment_id)
  if (ids.length === 0)
    return () => ({ documentDay: null, conclusions: [], evidence: [], progress: null })
  const documents = await db
    .selectFrom('document')
    .select(['document_id', 'document_date'])
    .where('province_id', '=', provinceId)
    .where(sql<boolean>`document_id = any(${rows.flatMap((row) => row.document_id ?? [])}::uuid[])`)
    .execute()
  const days = new Map(documents.map((one) => [one.document_id, one.document_date]))
  const conclusions = await conclusionsOn(
    db,
    actor,
    rows.flatMap((row) => row.session_item_id ?? []),
  )
  const evidence = await db
    .selectFrom('assignment_evidence')
    .innerJoin('document', (join) =>
      join
        .onRef('document.province_id', '=', 'assignment_evidence.province_id')
        .onRef('document.document_id', '=', 'assignment_evidence.document_id'),
    )
    .select(['assignment_evidence.assignment_id', 'document.title'])
    .where('assignment_evidence.province_id', '=', provinceId)
    .where('assignment_evidence.assignment_id', 'in', ids)
    .where('document.status', '=', 'read')
    .where(visibleDocument(actor))
    .orderBy('assignment_evidence.added_at')
    .execute()
  const titles = Map.groupBy(evidence, (one) => one.assignment_id)
  const { rows: told } = await sql<{ id: string; body: string }>`
    select distinct on (assignment_id) assignment_id as id, body from assignment_step
    where province_id = ${provinceId} and assignment_id = any(${ids}::uuid[])
      and kind = 'progress' and body is not null
    order by assignment_id, at desc, step_id desc`.execute(db)
  const progress = new Map(told.map((one) => [one.id, one.body]))
  return (row: TaskRow) => ({
    documentDay: days.get(row.document_id ?? '') ?? null,
    conclusions: conclusions.get(row.session_item_id ?? '') ?? [],
    evidence: [...new Set(titles.get(row.assignment_id)?.map((one) => one.title) ?? [])],
    progress: progress.get(row.assignment_id) ?? null,
  })
}
