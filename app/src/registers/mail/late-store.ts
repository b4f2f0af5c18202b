// What is late of one's own, by name: for the mail of the week, when it is sent.
import type { Reads } from '../../database/tables.ts'
import { type Actor, addressedBodies, asWorker, may } from '../../http/access.ts'
import { clockOf } from '../assignments/clock-store.ts'
import { urgentTasks } from '../assignments/list-store.ts'
import { lateDuties } from '../instruments/remind-store.ts'
import { keyOf, lookUp } from './about-store.ts'
import { type About, pathOf } from './notification.ts'

/** Tasks, and instruments to implement, that one mail names. */
const most = 20

export interface Late {
  lines: {
    /** Null where it may not travel in a mail. */
    title: string | null
    /** The day it was due. */
    on: string
    path: string
  }[]
  /** How many are not named. */
  more: number
}

/**
 * The overdue tasks that one's bodies lead or help with or that one follows, the longest first, then the instruments
 * that one's bodies are late with: as far as the actor may see them. None for whom no right is left (who only follows
 * a task goes on being told that there is something).
 */
export async function lateFor(db: Reads, actor: Actor, today: string): Promise<Late> {
  if (!may(actor, 'register.read', actor.provinceId)) return { lines: [], more: 0 }
  const query = { state: 'overdue', own: 'any', limit: most } as const
  const clock = await clockOf(db, actor.provinceId)
  const { page: tasks, counts } = await urgentTasks(db, actor, clock, query)
  const bodies = addressedBodies(asWorker(actor).grants)
  const duties = await lateDuties(db, actor.provinceId, today, bodies)
  const abouts = [
    ...tasks.map((id): About => ({ kind: 'assignment', id })),
    ...duties.map(({ duty_id: id }): About => ({ kind: 'instrumentDuty', id })),
  ]
  const seen = await lookUp(db, actor, abouts)
  const lines = abouts.flatMap((about) => {
    const one = seen.get(keyOf(about))
    const on = one?.awaited?.filter((day) => day < today).toSorted()[0]
    if (!one || on === undefined) return []
    return [{ title: one.travels ? one.title : null, on, path: one.path ?? pathOf(about) }]
  })
  const all = counts.overdue - tasks.length + lines.length
  return { lines: lines.slice(0, most), more: Math.max(0, all - most) }
}
