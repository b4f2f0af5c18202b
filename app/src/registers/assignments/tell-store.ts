// Tells of what happens to a task, with the step that it happens by: each once, in the same transaction.
import { daysBetween } from '../../calendar.ts'
import type { Tx } from '../../database/tables.ts'
import type { Facts } from '../../database/tables-mail.ts'
import type { Actor } from '../../http/access.ts'
import type { NotificationKind } from '../mail/notification.ts'
import { tellAll } from '../mail/notification-store.ts'
import { answeredOf, confirmersOf, doersOf, type Holders, type Whose } from './audience.ts'
import { clockOf } from './clock-store.ts'
import { holdersIn } from './holders-store.ts'
import type { StepKind } from './step-contract.ts'

type Task = Whose & { assignment_id: string }

/** What each step is told as, and to whom; steps that only the follow-up register asks about are not told. */
const tellings: Partial<
  Record<StepKind, [NotificationKind, (task: Whose, holders: Holders) => string[]]>
> = {
  reported: ['taskReported', confirmersOf],
  confirmed: ['taskConfirmed', answeredOf],
  sentBack: ['taskSentBack', answeredOf],
  extended: ['taskExtended', answeredOf],
  notExtended: ['taskNotExtended', answeredOf],
  paused: ['taskPaused', doersOf],
  resumed: ['taskResumed', doersOf],
  referred: ['taskReferred', doersOf],
  revoked: ['taskRevoked', doersOf],
  restored: ['taskRestored', doersOf],
  corrected: ['taskDeadlineCorrected', doersOf],
}

/**
 * Tells whom a step concerns, but for who took it. `before` and `after`: whose the task was and is; a referral
 * is told to both. `on`: the day that the step sets, where it sets the deadline.
 */
export async function tellStep(
  tx: Tx,
  actor: Actor,
  step: { id: string; kind: StepKind; on?: string | null | undefined },
  before: Task,
  after: Task,
): Promise<void> {
  const telling = tellings[step.kind]
  if (!telling) return
  const [kind, audience] = telling
  const holders = await holdersIn(tx, actor.provinceId, [before, after])
  const told = [...audience(before, holders), ...audience(after, holders)]
  const sets = step.kind === 'extended' || step.kind === 'corrected'
  await tell(tx, actor, after, told, kind, step.id, sets && step.on ? { on: step.on } : {})
}

/** Tells those who decide that more time is asked for, or that the request was taken back. */
export async function tellRequest(
  tx: Tx,
  actor: Actor,
  task: Task,
  request: { id: string; until: string },
  kind: 'taskExtensionAsked' | 'taskRequestTakenBack',
): Promise<void> {
  const holders = await holdersIn(tx, actor.provinceId, [task])
  await tell(tx, actor, task, confirmersOf(task, holders), kind, `${kind}:${request.id}`, {
    on: request.until,
  })
}

/** What was given longer ago than this, in days, is entered for the register: its doers know of it. */
const news = 60

/**
 * Tells those who do a task that it was given to them, each once ever. Not of what is over already or was
 * given long ago, as when old reports are entered: that stands in the weekly digest.
 */
export async function tellAssigned(
  tx: Tx,
  actor: Actor,
  task: Task,
  { deadline, givenOn }: { deadline: string | null; givenOn: string | null },
): Promise<void> {
  const clock = await clockOf(tx, actor.provinceId)
  if (deadline !== null && clock.dueOn(deadline) < clock.today) return
  if (givenOn !== null && daysBetween(givenOn, clock.today) > news) return
  const holders = await holdersIn(tx, actor.provinceId, [task])
  const facts: Facts = deadline === null ? {} : { on: clock.dueOn(deadline) }
  await tell(tx, actor, task, doersOf(task, holders), 'taskAssigned', 'assigned', facts)
}

/** Tells accounts what happened to a task, but for who did it; the same `happening` once. */
export async function tell(
  tx: Tx,
  actor: Actor,
  task: Task,
  accounts: readonly string[],
  kind: NotificationKind,
  happening: string,
  facts: Facts,
): Promise<void> {
  const others = accounts.filter((one) => one !== actor.accountId)
  await tellAll(tx, actor.provinceId, others, {
    key: `task:${task.assignment_id}:${happening}`,
    kind,
    about: { kind: 'assignment', id: task.assignment_id },
    facts,
  })
}
