// The chair's page, in a fixed number of queries, however much there is.
import { dayFrom } from '../../calendar.ts'
import type { Reads, Row } from '../../database/tables.ts'
import { type Actor, authorise, mayAnywhere } from '../../http/access.ts'
import { visibleSlot } from '../../http/visible.ts'
import { byUrgency, openStates } from '../assignments/assignment.ts'
import { countAssignments } from '../assignments/count-store.ts'
import { type BoardIndicator, indicatorBoard } from '../indicators/board-store.ts'
import { definedOf } from '../indicators/definition-store.ts'
import { countedFrom, saidOf, standingOf } from '../indicators/standing.ts'
import { allIndicators } from '../indicators/store.ts'
import { standingOn } from '../indicators/target.ts'
import type { TargetView } from '../indicators/target-contract.ts'
import { contextOf, lineOf } from '../reporting/slots-store.ts'
import type { OverviewView } from './contract.ts'
import { byNeed, type Judged, lateSince } from './late.ts'
import { type Ordered, ordersAbout } from './orders-store.ts'

/** Reports that were due longer ago are no news any more. */
const owedDays = 400
const tasksShown = 3

export async function overviewOf(db: Reads, actor: Actor): Promise<OverviewView> {
  authorise(actor, 'register.read', actor.provinceId)
  const rows = (await indicatorBoard(db, actor)).flatMap(({ target, ...row }) =>
    target ? [{ ...row, target }] : [],
  )
  const states = { onTrack: 0, watch: 0, late: 0, notJudged: 0 }
  for (const { target } of rows) states[target.standing.state]++
  const late = rows.filter(({ target }) => target.standing.state === 'late')
  const judged = await judgedOf(db, actor, late)
  const orders = await ordersAbout(
    db,
    actor,
    late.map(({ indicator }) => indicator.id),
  )
  const counted = await countAssignments(db, actor, { by: 'all' })
  return {
    today: counted.today,
    states,
    late: late
      .map(({ indicator, target }) => ({
        indicator,
        target,
        ...sinceOf(judged.get(indicator.id) ?? []),
        ...toldOrders(orders.get(indicator.id)),
      }))
      .toSorted((a, b) =>
        byNeed(
          { share: a.target.standing.share, since: a.since },
          { share: b.target.standing.share, since: b.since },
        ),
      ),
    tasks: counted.all,
    bodies: counted.bodies.flatMap(({ id, name, count }) =>
      id !== null && count.openOverdue > 0
        ? [
            {
              body: { id, name: name ?? '' },
              overdue: count.openOverdue,
              overdue30: count.openOverdue30,
            },
          ]
        : [],
    ),
    owing: await owingUnits(db, actor, counted.today),
  }
}

function sinceOf(judged: readonly Judged[]) {
  const first = lateSince(judged)
  return {
    since: first?.to ?? null,
    figures: first ? judged.filter((one) => one.to >= first.to).length : 0,
  }
}

function toldOrders(found: Ordered | undefined) {
  const tasks = (found?.tasks ?? []).toSorted(byUrgency)
  return {
    raised: found?.raised ?? 0,
    tasks: tasks
      .filter(({ state }) => openStates.includes(state) || state.startsWith('done'))
      .slice(0, tasksShown)
      .map(({ id, action, leadNow, leadText, state, dueOn }) => ({
        ...{ id, action, state, dueOn },
        lead: leadNow?.name ?? leadText,
      })),
    ordered: tasks.length,
    overdue: tasks.filter(({ state }) => state === 'overdue').length,
  }
}

type LateRow = Omit<BoardIndicator, 'target'> & { target: TargetView }

/**
 * How each figure of an indicator stood to its plan: with the version of the plan that counted when it ended, the
 * newest with the one of today, and with nothing that was told of later days.
 */
async function judgedOf(
  db: Reads,
  actor: Actor,
  rows: readonly LateRow[],
): Promise<Map<string, Judged[]>> {
  if (rows.length === 0) return new Map()
  const ids = new Set(rows.map(({ indicator }) => indicator.id))
  const catalogue = (await allIndicators(db, actor.provinceId)).filter((one) =>
    ids.has(one.indicator_id),
  )
  const defined = await definedOf(db, actor.provinceId, catalogue)
  return new Map(
    rows.map(({ indicator, series, values, target }) => {
      const aim = { from: target.from, to: target.to }
      const said = saidOf(series, indicator, null)
      const sent = countedFrom(values, aim, indicator.kind, (day) =>
        defined.rulesOn(indicator.id, day),
      )
      const days = [...said, ...sent].flatMap(({ from, to }) =>
        to <= aim.to && (indicator.kind === 'C' ? from === aim.from : to >= aim.from) ? [to] : [],
      )
      const until = (day: string) => (one: { to: string }) => one.to <= day
      const breaks = defined.breaksOf(indicator.id)
      const earlier = [...new Set(days)].filter((day) => day !== target.standing.asOf)
      const judged = earlier.map((to) => ({
        to,
        state: standingOf(
          indicator,
          aim,
          standingOn(target.versions, to),
          { said: said.filter(until(to)), reported: sent.filter(until(to)) },
          breaks,
        ).state,
      }))
      const { asOf, state } = target.standing
      return [indicator.id, asOf === null ? judged : [...judged, { to: asOf, state }]]
    }),
  )
}

/** Units with reports that should be here by now, as far as the actor reads their reports. */
async function owingUnits(db: Reads, actor: Actor, today: string): Promise<OverviewView['owing']> {
  if (!mayAnywhere(actor, 'report.read')) return null
  const rows: Row<'report_slot'>[] = await db
    .selectFrom('report_slot')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('period_to', '>=', dayFrom(today, -owedDays))
    .where('period_to', '<=', dayFrom(today, 31))
    .where('sent_on', 'is', null)
    .where('excused', '=', false)
    .where(visibleSlot(actor))
    .orderBy('period_to')
    .orderBy('slot_id')
    .execute()
  if (rows.length === 0) return []
  const context = await contextOf(db, actor, rows)
  const missing = rows
    .flatMap((row) => lineOf(row, context) ?? [])
    .filter(({ timing }) => timing === 'missing')
    .toSorted((a, b) => a.due.localeCompare(b.due))
  return [...Map.groupBy(missing, ({ body }) => body.id).values()]
    .flatMap((those) => {
      const [first] = those
      if (!first) return []
      return [{ body: first.body, reports: those.length, since: first.due, slotId: first.id }]
    })
    .toSorted(
      (a, b) =>
        b.reports - a.reports ||
        a.since.localeCompare(b.since) ||
        a.body.name.localeCompare(b.body.name, 'vi'),
    )
}
