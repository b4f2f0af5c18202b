// The tasks that belong to a project, as far as somebody may know of them.
import type { Reads, Tx } from '../../database/tables.ts'
import { type Actor, accountOf } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import type { AssignmentView } from '../assignments/contract.ts'
import { taskRows } from '../assignments/rows-store.ts'
import { shownTasks } from '../assignments/view-store.ts'

/** The tasks of a project, those linked first before the others. */
export async function tasksOf(db: Reads, actor: Actor, id: string): Promise<AssignmentView[]> {
  const links = await db
    .selectFrom('project_task')
    .select('assignment_id')
    .where('province_id', '=', actor.provinceId)
    .where('project_id', '=', id)
    .orderBy('linked_at')
    .orderBy('assignment_id')
    .execute()
  const ids = links.map((one) => one.assignment_id)
  const tasks = await shownTasks(db, actor, await taskRows(db, actor, ids))
  return tasks.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
}

/**
 * Sets which tasks belong to a project that the actor has locked; those that the actor may not know of stay.
 * `notFound` for one that is named anew and is not there for them.
 */
export async function putTasks(
  tx: Tx,
  actor: Actor,
  id: string,
  given: readonly string[],
): Promise<void> {
  const wanted = new Set(given)
  const there = (await tasksOf(tx, actor, id)).map((one) => one.id)
  const gone = there.filter((one) => !wanted.has(one))
  const fresh = [...wanted].filter((one) => !there.includes(one))
  if ((await taskRows(tx, actor, fresh)).length !== fresh.length) throw new Problem('notFound')
  if (gone.length > 0) {
    await tx
      .deleteFrom('project_task')
      .where('province_id', '=', actor.provinceId)
      .where('project_id', '=', id)
      .where('assignment_id', 'in', gone)
      .execute()
  }
  if (fresh.length > 0) {
    await tx
      .insertInto('project_task')
      .values(
        fresh.map((assignmentId) => ({
          ...{ province_id: actor.provinceId, project_id: id, assignment_id: assignmentId },
          linked_by: accountOf(actor),
        })),
      )
      .execute()
  }
  // How many, not which: others who read the history may not know of them.
  await writeRecord(tx, actor, {
    ...{ action: 'project.tasks', subjectKind: 'project', subjectId: id },
    after: { linkedTasks: fresh.length, unlinkedTasks: gone.length },
  })
}
