// What is told of tasks by itself: reminders before a deadline, that one is over, and a digest each week.
import { sql } from 'kysely'
import { daysBetween, todayInVietnam } from '../../calendar.ts'
import type { Tx } from '../../database/tables.ts'
import { systemActor } from '../../http/access.ts'
import { lateDuties, whoseDuty } from '../instruments/remind-store.ts'
import type { NotificationKind } from '../mail/notification.ts'
import { tellAll } from '../mail/notification-store.ts'
import { reminderOf } from '../programme/programme.ts'
import { openStates } from './assignment.ts'
import { caughtUp, confirmersOf, doersOf, headsOf, leadersOf, stagesOf } from './audience.ts'
import { clockOf } from './clock-store.ts'
import type { AssignmentState } from './contract.ts'
import { chairsOf, holdersIn } from './holders-store.ts'
import { stated } from './list-store.ts'
import { type TaskRow, taskRows } from './rows-store.ts'

interface Stated {
  assignment_id: string
  state: AssignmentState
  due: string
}

/**
 * Tells of tasks that are still to be done: at the setting's distances before the day that counts, on the day after
 * it, and once it is over for long. Once for each deadline and distance; to each account one thing of a task in a
 * morning, the gravest. How many were told.
 */
export async function remindTasks(tx: Tx, provinceId: number, now: Date): Promise<number> {
  const today = todayInVietnam(now)
  const clock = await clockOf(tx, provinceId, today)
  const system = systemActor(provinceId)
  const ahead = Math.max(-1, ...clock.remindDays)
  const behind = Math.max(clock.escalateFurtherDays, clock.escalateDays) + caughtUp
  const { rows: near } = await sql<Stated & { reopened: boolean }>`
    select assignment_id, state, due, reopened from (
      select s.*, assignment_id in (select about_id from notification
          where province_id = ${provinceId} and kind = 'taskDeadlineMoved'
            and created_at >= ${now.toISOString()}::timestamptz - make_interval(days => ${caughtUp}::integer))
        or exists (select 1 from assignment_step step
          where step.province_id = ${provinceId} and step.assignment_id = s.assignment_id
            and step.kind in ('resumed', 'restored', 'sentBack')
            and step.at >= ${now.toISOString()}::timestamptz - make_interval(days => ${caughtUp}::integer))
        as reopened
      from (${stated(system, clock, sql`true`)}) s
      where state in ('inTerm', 'dueSoon', 'overdue') and due - ${today}::date <= ${ahead}::integer) n
    where reopened or ${today}::date - due <= ${behind}::integer`.execute(tx)
  const rows = await byId(
    tx,
    provinceId,
    near.map((one) => one.assignment_id),
  )
  const holders = await holdersIn(tx, provinceId, [...rows.values()], today)
  const chairs = await chairsOf(
    tx,
    provinceId,
    [...rows.values()].flatMap((row) => row.session_item_id ?? []),
    today,
  )
  let told = 0
  for (const { assignment_id: id, due, reopened } of near) {
    const row = rows.get(id)
    if (!row) continue
    const left = daysBetween(today, due)
    const chaired = chairs.get(row.session_item_id ?? '') ?? []
    const already = new Set<string>()
    const tell = async (kind: NotificationKind, part: string, accounts: readonly string[]) => {
      const others = accounts.filter((one) => !already.has(one))
      for (const one of others) already.add(one)
      const key = `task:${id}:${part}:${row.standing}`
      const about = { kind: 'assignment', id } as const
      const facts = { days: Math.abs(left), on: due }
      told += await tellAll(tx, provinceId, others, { key, kind, about, facts }, now)
    }
    if (left >= 0) {
      const reminder = reminderOf(due, clock.remindDays, today)
      if (reminder) await tell('taskDue', `due${reminder.distance}`, doersOf(row, holders))
      continue
    }
    for (const stage of stagesOf(-left, reopened, clock)) {
      const audience = {
        taskEscalatedFurther: () => leadersOf(row, chaired, holders),
        taskEscalated: () => headsOf(row, chaired, holders),
        taskOverdue: () => doersOf(row, holders),
      }[stage]()
      await tell(stage, stage, audience)
    }
  }
  return told
}

/** What an account has to do with tasks, in numbers. */
interface Week {
  open: number
  dueSoon: number
  overdue: number
  /** To be confirmed by the account. */
  confirm: number
  /** Instruments that the bodies it works in are late with. */
  duties: number
}

/**
 * Tells each account once for the week what there is of its tasks, in numbers: of the bodies it works in and of those
 * that it follows, and the reports that it may confirm; and how many instruments its bodies are late with. Nothing to
 * whom nothing is open. The mail names what is late (`lateFor`). How many were told.
 */
export async function tellWeek(
  tx: Tx,
  provinceId: number,
  now: Date,
  day: string | null,
): Promise<number> {
  const today = todayInVietnam(now)
  const clock = await clockOf(tx, provinceId, today)
  const { rows: open } = await sql<Stated>`select assignment_id, state
    from (${stated(systemActor(provinceId), clock, sql`true`)}) s
    where state = any(${openStates.filter((one) => one !== 'paused')}::text[])`.execute(tx)
  const rows = await byId(
    tx,
    provinceId,
    open.map((one) => one.assignment_id),
  )
  const holders = await holdersIn(tx, provinceId, [...rows.values()], today)
  const weeks = new Map<string, Week>()
  const weekOf = (account: string): Week => {
    const week = weeks.get(account) ?? { open: 0, dueSoon: 0, overdue: 0, confirm: 0, duties: 0 }
    weeks.set(account, week)
    return week
  }
  for (const { assignment_id: id, state } of open) {
    const row = rows.get(id)
    if (!row) continue
    for (const account of doersOf(row, holders)) {
      const week = weekOf(account)
      week.open++
      if (state === 'dueSoon' || state === 'overdue') week[state]++
    }
    if (state === 'awaiting') for (const one of confirmersOf(row, holders)) weekOf(one).confirm++
  }
  const duties = await lateDuties(tx, provinceId, today)
  const implementing = await holdersIn(tx, provinceId, duties.map(whoseDuty), today)
  for (const row of duties) {
    for (const account of doersOf(whoseDuty(row), implementing)) weekOf(account).duties++
  }
  let told = 0
  for (const [account, week] of weeks) {
    told += await tellAll(
      tx,
      provinceId,
      [account],
      {
        key: `tasks:week:${day ?? today}`,
        kind: 'taskWeek',
        about: { kind: 'ownTasks', id: account },
        facts: { ...week },
      },
      now,
    )
  }
  return told
}

async function byId(
  tx: Tx,
  provinceId: number,
  ids: readonly string[],
): Promise<ReadonlyMap<string, TaskRow>> {
  const rows = await taskRows(tx, systemActor(provinceId), ids)
  return new Map(rows.map((row) => [row.assignment_id, row]))
}
