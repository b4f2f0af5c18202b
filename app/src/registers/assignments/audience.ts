// Who is told of a task: by the bodies that do it, the one that gave it, and who follows it.
import { allowed, type Role, roles, workers } from '../../http/access.ts'

/** The accounts that hold one of these roles in one of the bodies, or in the one that took over from it. */
export type Holders = (bodies: readonly (string | null)[], roles: ReadonlySet<Role>) => string[]

/** Whose a task is; ids of bodies and accounts. `owner_id` null: the province itself gave it. */
export interface Whose {
  lead_id: string | null
  cooperating_ids: readonly string[]
  follower_id: string | null
  owner_id: string | null
  reported_by: string | null
}

const office: ReadonlySet<Role> = new Set<Role>(['office', 'officeHead'])
const officeHead: ReadonlySet<Role> = new Set<Role>(['officeHead'])
const leader: ReadonlySet<Role> = new Set<Role>(['leader'])
const heads: ReadonlySet<Role> = new Set<Role>([
  'departmentHead',
  'communeHead',
  'officeHead',
  'leader',
])
const reporters: ReadonlySet<Role> = new Set(
  roles.filter((role) => allowed[role].has('assignment.report')),
)

const together = (...lists: (readonly (string | null)[])[]): string[] => [
  ...new Set(lists.flat().filter((one) => one !== null)),
]

/** Those who do it: who works in the bodies that lead it and help with it, and whoever follows it. */
export const doersOf = (task: Whose, holders: Holders): string[] =>
  together(holders([task.lead_id ?? '', ...task.cooperating_ids], workers), [task.follower_id])

/** Those whom an answer concerns: who works in the body that leads it, whoever reported on it or follows it. */
export const answeredOf = (task: Whose, holders: Holders): string[] =>
  together(holders([task.lead_id ?? ''], workers), [task.follower_id, task.reported_by])

/**
 * Those who confirm: the office of the body that gave it, else its leaders, else the office of the province. Never
 * somebody of the body that leads it, nor who reported.
 */
export function confirmersOf(task: Whose, holders: Holders): string[] {
  const doing = new Set([...holders([task.lead_id ?? ''], reporters), task.reported_by])
  const others = (bodies: (string | null)[], role: ReadonlySet<Role>) =>
    holders(bodies, role).filter((one) => !doing.has(one))
  return firstOf(
    () => others([task.owner_id], office),
    () => others([task.owner_id], leader),
    () => others([null], office),
  )
}

/** Who hears first that it is overdue for long: the heads of the body that leads it, else the next ones. */
export const headsOf = (
  task: Whose,
  chairs: readonly string[],
  holders: Holders,
): readonly string[] =>
  firstOf(
    () => holders([task.lead_id ?? ''], heads),
    () => leadersOf(task, chairs, holders),
  )

/**
 * Who hears next: the head of the office that gave it, and the leader in charge, which is who chaired the conference
 * that gave it (`chairs`), else the leaders of the body that gave it.
 */
export const leadersOf = (task: Whose, chairs: readonly string[], holders: Holders): string[] =>
  together(
    firstOf(
      () => holders([task.owner_id], officeHead),
      () => holders([null], officeHead),
    ),
    chairs.length > 0 ? chairs : holders([task.owner_id], leader),
  )

function firstOf(...choices: (() => string[])[]): string[] {
  for (const choice of choices) {
    const found = choice()
    if (found.length > 0) return found
  }
  return []
}

/** Reminders whose day is over longer than this, in days, are not caught up: they stand in the weekly digest. */
export const caughtUp = 7

export type Stage = 'taskOverdue' | 'taskEscalated' | 'taskEscalatedFurther'

/**
 * What is told of a task that is overdue by so many days, the highest first: each from its own day on, for a week;
 * all that were reached where it was opened again within the week (`reopened`: resumed, sent back,
 * restored, moved with its event).
 */
export function stagesOf(
  overdueBy: number,
  reopened: boolean,
  setting: { escalateDays: number; escalateFurtherDays: number },
): Stage[] {
  const stages: [Stage, number][] = [
    ['taskEscalatedFurther', setting.escalateFurtherDays],
    ['taskEscalated', setting.escalateDays],
    ['taskOverdue', 1],
  ]
  return stages
    .filter(([, from]) => overdueBy >= from && (reopened || overdueBy < from + caughtUp))
    .map(([stage]) => stage)
}
