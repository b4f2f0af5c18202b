// What the progress report is made from: the count, and the lists that its numbers count.
import { sql } from 'kysely'
import { daysBetween, todayInVietnam } from '../../calendar.ts'
import { holds } from '../../database/days.ts'
import type { Reads } from '../../database/tables.ts'
import { type Actor, authorise } from '../../http/access.ts'
import { visibleTask } from '../../http/visible.ts'
import { Problem } from '../../problem.ts'
import type { Issue, NoticeContent } from '../notices/content.ts'
import { issuerOf, placeName } from '../notices/facts-store.ts'
import type { Layout } from '../notices/layout.ts'
import { layoutNow } from '../notices/layout-store.ts'
import { letterheadOf, regimeOf } from '../notices/numbering.ts'
import { countedDeadline } from './assignment.ts'
import { clockOf, type ProvinceClock } from './clock-store.ts'
import type { AssignmentView, CountCell } from './contract.ts'
import { countAssignments } from './count-store.ts'
import { tasksByNumber } from './list-store.ts'
import type { RegisterRow } from './register.ts'
import { registered } from './register-store.ts'
import { reportOf, type ToldTask } from './report.ts'
import type { ReportQuery } from './report-contract.ts'

/**
 * The report of a body on the tasks that the actor may know of, laid out by the rules that the body's papers follow.
 * `forbidden` for who may not give tasks there, `invalidInput` for a period that ends before it begins,
 * `notFound` for a body that is none of the province's.
 */
export async function progressReport(
  db: Reads,
  actor: Actor,
  query: ReportQuery,
): Promise<{ content: NoticeContent; layout: Layout; issue: Issue }> {
  const { provinceId } = actor
  authorise(actor, 'assignment.manage', provinceId, query.issuer)
  const { issuer, since, until, ...counted } = query
  if (until < since) throw new Problem('invalidInput', { where: 'until' })
  const clock = await clockOf(db, provinceId)
  const named = await issuerOf(db, provinceId, issuer, clock.today)
  const body = { ...named, code: named.code ?? (await shortName(db, provinceId, issuer)) }
  const layout = await layoutNow(db, provinceId, regimeOf(body.kind, clock.today))
  const count = await countAssignments(db, actor, counted)
  const listed = async (cell: CountCell) =>
    registered(
      db,
      actor,
      await tasksByNumber(db, actor, clock, { ...counted, counted: cell }),
      clock,
    )
  const { name: province } = await db
    .selectFrom('province')
    .select('name')
    .where('province_id', '=', provinceId)
    .executeTakeFirstOrThrow()
  const content = reportOf(
    {
      ...count,
      ...{ body, province, counted, since, until },
      place: await placeName(db, provinceId),
      overdue: (await listed('openOverdue')).map((one) => lateBy(one, clock)),
      stale: (await listed('stale')).map((one) => ({ ...told(one), givenOn: one.task.assignedOn })),
      extended: await extendedIn(db, actor, clock, query),
      confirmed: await confirmedIn(db, actor, clock, query),
      asked: await askedNow(db, actor),
    },
    layout,
  )
  const issue = {
    ...{ number: null, date: null, year: clock.today.slice(0, 4) },
    // A report by name, as the table of opinions is one.
    type: layout.words['type.opinions'].value,
    symbol: letterheadOf(body).symbol,
  }
  return { content, layout, issue }
}

/** The abbreviation of a body that has no code of its own, as its papers' symbol is made of it. */
export async function shortName(db: Reads, provinceId: number, id: string): Promise<string | null> {
  const rows = await db
    .selectFrom('organisation_name')
    .select('name')
    .where('province_id', '=', provinceId)
    .where('organisation_id', '=', id)
    .where('role', '=', 'abbreviation')
    .where(holds(todayInVietnam(), 'organisation_name'))
    .orderBy('name')
    .execute()
  return rows.find(({ name }) => !name.includes(' '))?.name ?? null
}

/** Open tasks that somebody linked with one of the indicators, with their lines of the register; those due first first. */
export async function openTasksAbout(db: Reads, actor: Actor, indicatorIds: readonly string[]) {
  const { rows } = await sql<{ id: string }>`
    select distinct assignment.assignment_id as id
    from chain_link l join assignment on assignment.province_id = l.province_id
      and assignment.assignment_id = l.assignment_id
    where l.province_id = ${actor.provinceId} and l.verdict = 'confirmed'
      and l.indicator_id = any(${[...indicatorIds]}::uuid[])
      and assignment.withdrawn_at is null and assignment.done_on is null
      and assignment.revoked_on is null and ${visibleTask(actor)}`.execute(db)
  const clock = await clockOf(db, actor.provinceId)
  const found = await registered(
    db,
    actor,
    rows.map((row) => row.id),
    clock,
  )
  return found.toSorted((a, b) =>
    (a.task.deadline ?? '9999').localeCompare(b.task.deadline ?? '9999'),
  )
}

interface Listed {
  task: AssignmentView
  row: RegisterRow
}

/** The papers that gave it; the conference where none is known. */
const told = ({ task, row }: Listed): ToldTask => ({
  action: task.action,
  lead: row.lead,
  source:
    [row.directive, row.upstream].filter(Boolean).join('; ') || (task.conference?.title ?? ''),
})

function lateBy(one: Listed, clock: ProvinceClock) {
  const { task } = one
  const deadline = countedDeadline(task, clock)
  const due = deadline === null ? clock.today : clock.dueOn(deadline)
  return { ...told(one), due, days: daysBetween(due, task.reportedOn ?? clock.today) }
}

/** More time that was granted in the period, in its order. */
async function extendedIn(db: Reads, actor: Actor, clock: ProvinceClock, period: Period) {
  const { rows } = await sql<{ id: string; former: string; granted: string; reason: string }>`
    select assignment.assignment_id as id, e.former_date as former, e.granted_date as granted,
      e.reason
    from assignment_extension e join assignment on assignment.province_id = e.province_id
      and assignment.assignment_id = e.assignment_id
    where e.province_id = ${actor.provinceId} and assignment.withdrawn_at is null
      and e.outcome = 'granted' and ${inDays(sql`e.decided_at`, period)} and ${visibleTask(actor)}
    order by e.decided_at, e.extension_id`.execute(db)
  const tasks = await tasksOf(db, actor, clock, rows)
  return rows.flatMap(({ id, ...row }) => {
    const one = tasks.get(id)
    return one ? [{ ...told(one), ...row }] : []
  })
}

/** Tasks whose completion was confirmed in the period, and which are done still. */
async function confirmedIn(db: Reads, actor: Actor, clock: ProvinceClock, period: Period) {
  const { rows } = await sql<{ id: string }>`
    select assignment.assignment_id as id, max(s.at) as at
    from assignment_step s join assignment on assignment.province_id = s.province_id
      and assignment.assignment_id = s.assignment_id
    where s.province_id = ${actor.provinceId} and assignment.withdrawn_at is null
      and s.kind = 'confirmed' and ${inDays(sql`s.at`, period)}
      and assignment.done_on is not null and assignment.revoked_on is null and ${visibleTask(actor)}
    group by 1 order by 2, 1`.execute(db)
  const tasks = await tasksOf(db, actor, clock, rows)
  return rows.flatMap(({ id }) => {
    const one = tasks.get(id)
    if (!one) return []
    return [{ ...told(one), doneOn: one.task.doneOn ?? '', result: one.row.result }]
  })
}

async function askedNow(db: Reads, actor: Actor): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count
    from assignment_extension e join assignment on assignment.province_id = e.province_id
      and assignment.assignment_id = e.assignment_id
    where e.province_id = ${actor.provinceId} and assignment.withdrawn_at is null
      and assignment.done_on is null and assignment.revoked_on is null
      and e.outcome is null and ${visibleTask(actor)}`.execute(db)
  return rows[0]?.count ?? 0
}

interface Period {
  since: string
  until: string
}

const inDays = (moment: ReturnType<typeof sql>, { since, until }: Period) =>
  sql`(${moment} at time zone 'Asia/Ho_Chi_Minh')::date between ${since}::date and ${until}::date`

async function tasksOf(db: Reads, actor: Actor, clock: ProvinceClock, rows: { id: string }[]) {
  const ids = [...new Set(rows.map(({ id }) => id))]
  const all = await registered(db, actor, ids, clock)
  return new Map(all.map((one) => [one.task.id, one]))
}
