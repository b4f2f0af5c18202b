// What was ordered about indicators: tasks that somebody linked with them, and tasks about the shortcomings that
// somebody linked with them, raised once or again. What is only proposed by words is left out.
import type { Reads } from '../../database/tables.ts'
import type { Actor } from '../../http/access.ts'
import type { AssignmentView } from '../assignments/contract.ts'
import { taskRows } from '../assignments/rows-store.ts'
import { shownTasks } from '../assignments/view-store.ts'
import { type Link, linksOf } from '../chain/link-store.ts'
import { tasksAbout, withConferences } from '../chain/orders-store.ts'
import { listShortcomings } from '../shortcomings/store.ts'

export interface Ordered {
  tasks: AssignmentView[]
  /** How often their shortcomings were raised. */
  raised: number
}

/** By indicator, as far as the reader may know of the tasks and shortcomings. */
export async function ordersAbout(
  db: Reads,
  actor: Actor,
  indicatorIds: readonly string[],
): Promise<Map<string, Ordered>> {
  if (indicatorIds.length === 0) return new Map()
  const none = { assignment: [], shortcoming: [], matter: [] }
  const links = await linksOf(db, actor.provinceId, { ...none, indicator: indicatorIds })
  const shortcomings = linked(links, 'shortcoming')
  const raised = await raisedWith(db, actor, [...new Set([...shortcomings.values()].flat())])
  const about = await tasksAbout(db, actor, [...raised.values()].flat())
  const tasksOf = Map.groupBy(
    about.filter(({ by }) => by !== 'proposed'),
    (one) => one.shortcomingId,
  )
  const direct = linked(links, 'assignment')
  const wanted = new Map(
    indicatorIds.map((id) => {
      const entries = new Set((shortcomings.get(id) ?? []).flatMap((one) => raised.get(one) ?? []))
      const tasks = new Set([
        ...(direct.get(id) ?? []),
        ...[...entries].flatMap((one) => (tasksOf.get(one.id) ?? []).map(({ taskId }) => taskId)),
      ])
      return [id, { tasks, raised: entries.size }]
    }),
  )
  const ids = new Set([...wanted.values()].flatMap(({ tasks }) => [...tasks]))
  const shown = await shownTasks(db, actor, await taskRows(db, actor, [...ids]))
  const known = new Map(shown.map((task) => [task.id, task]))
  return new Map(
    [...wanted].map(([id, { tasks, raised: times }]) => [
      id,
      { tasks: [...tasks].flatMap((one) => known.get(one) ?? []), raised: times },
    ]),
  )
}

/** What somebody confirmed of indicators and another kind, by indicator. */
function linked(links: readonly Link[], kind: 'assignment' | 'shortcoming'): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { ends, verdict } of links) {
    const indicator = ends.find((end) => end.kind === 'indicator')
    const other = ends.find((end) => end.kind === kind)
    if (verdict !== 'confirmed' || !indicator || !other) continue
    found.set(indicator.id, [...(found.get(indicator.id) ?? []), other.id])
  }
  return found
}

/** These shortcomings with the same ones raised again: of the same topic, where it is one. */
async function raisedWith(db: Reads, actor: Actor, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, never[]>()
  const all = await withConferences(db, actor.provinceId, await listShortcomings(db, actor))
  const byTopic = Map.groupBy(all, (one) => one.topic)
  return new Map(
    all
      .filter((one) => ids.includes(one.id))
      .map((one) => [one.id, one.topic === 'other' ? [one] : (byTopic.get(one.topic) ?? [one])]),
  )
}
