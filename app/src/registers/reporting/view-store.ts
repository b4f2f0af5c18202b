// One report, or all of a regime and period: every figure with what stands beside it.
import type { Reads, Row } from '../../database/tables.ts'
import { type Actor, authorise, doesFor, may } from '../../http/access.ts'
import { visibleSlot } from '../../http/visible.ts'
import { Problem } from '../../problem.ts'
import { accountNames } from '../documents/source.ts'
import { breakBetween } from '../indicators/definition.ts'
import { definedOf } from '../indicators/definition-store.ts'
import { placeKey } from '../indicators/figure.ts'
import { figuresOf } from '../indicators/figure-store.ts'
import { type Interval, yearsBefore } from '../indicators/period.ts'
import { allIndicators } from '../indicators/store.ts'
import { aimKey, aimsOf } from './aims-store.ts'
import type { SlotCell, SlotView } from './contract.ts'
import { type Former, formerOf } from './former.ts'
import { type Measure, periodBefore, placeOf, shifted, windowOf } from './regime.ts'
import { mustRead } from './regime-store.ts'
import { contextOf, lineOf, type SlotContext, type SlotRow, termsOf } from './slots-store.ts'
import { type Statement, statementsOf } from './statements-store.ts'

/** One report; `notFound` for one of a body whose reports are closed to the actor. */
export async function getSlot(db: Reads, actor: Actor, id: string): Promise<SlotView> {
  mustRead(actor)
  const row = await db
    .selectFrom('report_slot')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('slot_id', '=', id)
    .where(visibleSlot(actor))
    .executeTakeFirst()
  if (!row) throw new Problem('notFound')
  return slotOf(db, actor, row)
}

/** A report whose row was read already. */
export async function slotOf(db: Reads, actor: Actor, row: SlotRow): Promise<SlotView> {
  const [slot] = await viewsOf(db, actor, [row])
  if (!slot) throw new Problem('notFound')
  return slot
}

/** All reports of a regime for the period that ends on a day, by name of the unit: for who fills in and takes many. */
export async function getGrid(
  db: Reads,
  actor: Actor,
  { regime, to }: { regime: string; to: string },
): Promise<SlotView[]> {
  authorise(actor, 'report.accept', actor.provinceId)
  const rows = await db
    .selectFrom('report_slot')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('regime_id', '=', regime)
    .where('period_to', '=', to)
    .execute()
  const slots = await viewsOf(db, actor, rows)
  return slots.toSorted((a, b) => a.body.name.localeCompare(b.body.name, 'vi'))
}

/**
 * Whether the actor has a part in a report: acts for its unit, sent it, or entered a figure that stands in it. Such a
 * one neither takes it, gives it back, locks it, nor excuses or postpones it, whatever other rights they have.
 */
export const isDoer = (
  actor: Actor,
  row: Pick<SlotRow, 'organisation_id' | 'submitted_by'>,
  values: readonly Pick<Row<'report_value'>, 'entered_by'>[],
): boolean =>
  doesFor(actor, row.organisation_id) ||
  row.submitted_by === actor.accountId ||
  values.some((one) => one.entered_by === actor.accountId)

async function viewsOf(db: Reads, actor: Actor, rows: readonly SlotRow[]): Promise<SlotView[]> {
  if (rows.length === 0) return []
  const context = await contextOf(db, actor, rows)
  const ids = rows.map((row) => row.slot_id)
  const values = await db
    .selectFrom('report_value')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('slot_id', 'in', ids)
    .execute()
  const steps = await db
    .selectFrom('report_step')
    .select(['slot_id', 'kind', 'reason', 'done_by', 'done_at'])
    .where('province_id', '=', actor.provinceId)
    .where('slot_id', 'in', ids)
    .orderBy('number')
    .execute()
  const people = await accountNames(
    db,
    actor.provinceId,
    steps.map((one) => one.done_by),
  )
  const beside = await besideOf(db, actor, rows, context)
  const statements = await statementsIn(db, actor, rows, context)
  return rows.flatMap((row) => {
    const line = lineOf(row, context)
    const terms = termsOf(row, context)
    if (!line || !terms) return []
    const given = values.filter((one) => one.slot_id === row.slot_id)
    const open = row.submitted_at === null && row.accepted_at === null
    const judges =
      may(actor, 'report.accept', actor.provinceId, row.organisation_id) &&
      !isDoer(actor, row, given)
    const handOver =
      row.accepted_at === null && may(actor, 'report.submit', actor.provinceId, row.organisation_id)
    return {
      ...line,
      legalReference: terms.legalReference,
      stage: terms.stage,
      window: windowOf(terms, line.period),
      exceptionReason: row.exception_reason,
      otherDay: row.due_on,
      returnReason: row.return_reason,
      onBehalf: row.on_behalf,
      cells: terms.lines.flatMap((asked): SlotCell[] => {
        const found = beside(row, asked.indicatorId, asked.measure)
        if (!found) return []
        const value = given.find(
          (one) => one.indicator_id === asked.indicatorId && one.measure === asked.measure,
        )
        const shown = (figure: number | null) =>
          figure === null ? null : shifted(figure, -asked.power)
        return [
          {
            ...asked,
            ...{ kind: found.indicator.kind, direction: found.indicator.direction },
            value: value?.value == null ? null : shifted(Number(value.value), -asked.power),
            missingReason: value?.missing_reason ?? null,
            explanation: value?.explanation ?? null,
            returnedReason: value?.returned_reason ?? null,
            last: shown(found.last),
            same: shown(found.same),
            ...besideIn(found, asked.power),
            statements: statements(row, asked.indicatorId, asked.measure),
            findingId: value?.finding_id ?? null,
          },
        ]
      }),
      steps: steps
        .filter((one) => one.slot_id === row.slot_id)
        .map(({ kind, reason, done_by, done_at }) => ({
          ...{ kind, reason, at: done_at },
          by: people.get(done_by) ?? '',
        })),
      can: {
        enter: open && may(actor, 'report.enter', actor.provinceId, row.organisation_id),
        submit: open && may(actor, 'report.submit', actor.provinceId, row.organisation_id),
        asBody: doesFor(actor, row.organisation_id),
        judge: judges && !open && row.locked_at === null,
        lock: judges && row.accepted_at !== null && row.locked_at === null,
        except: judges && open,
        handOver,
      },
      acting: handOver
        ? (context.workers.get(row.organisation_id) ?? []).map(({ id, name }) => ({ id, name }))
        : [],
    }
  })
}

/** What documents say of the figures of these slots, looked up once for all of them. */
async function statementsIn(
  db: Reads,
  actor: Actor,
  rows: readonly SlotRow[],
  context: SlotContext,
): Promise<(row: SlotRow, indicatorId: string, measure: Measure) => Statement[]> {
  const kinds = new Map(
    (await allIndicators(db, actor.provinceId)).map((one) => [one.indicator_id, one.kind]),
  )
  const asked = new Map(
    rows.map((row) => [
      row.slot_id,
      {
        body: { id: row.organisation_id, name: context.bodies.get(row.organisation_id) ?? '' },
        period: { from: row.period_from, to: row.period_to },
        lines: (termsOf(row, context)?.lines ?? []).map((line) => ({
          ...line,
          kind: kinds.get(line.indicatorId) ?? ('P' as const),
        })),
      },
    ]),
  )
  const of = await statementsOf(db, actor, [...asked.values()])
  return (row, indicatorId, measure) => {
    const slot = asked.get(row.slot_id)
    return slot ? of(slot, { indicatorId, measure }) : []
  }
}

interface Found extends Former {
  indicator: Row<'indicator'>
  last: number | null
  same: number | null
  limits: { least: number | null; most: number | null }
  expected: { low: number; high: number } | null
}

/** What a figure is held against while it is typed, in tens to the power of its line. */
function besideIn({ usual, latest, limits, expected }: Found, power: number) {
  const shown = (value: number) => shifted(value, -power)
  const limit = (value: number | null) => (value === null ? null : shown(value))
  return {
    usual: usual && { middle: shown(usual.middle), distance: shown(usual.distance) },
    latest: latest.map(shown),
    limits: { least: limit(limits.least), most: limit(limits.most) },
    expected: expected && { low: shown(expected.low), high: shown(expected.high) },
  }
}

/** What stands beside the figures of these slots, looked up once for all of them; in the indicators' own units. */
async function besideOf(
  db: Reads,
  actor: Actor,
  rows: readonly SlotRow[],
  context: SlotContext,
): Promise<(row: SlotRow, indicatorId: string, measure: Measure) => Found | null> {
  const { provinceId } = actor
  const bodies = [...new Set(rows.map((row) => row.organisation_id))]
  const lines = rows.flatMap((row) => termsOf(row, context)?.lines ?? [])
  const indicatorIds = [...new Set(lines.map((line) => line.indicatorId))]
  const indicators = new Map(
    (await allIndicators(db, provinceId)).map((one) => [one.indicator_id, one]),
  )
  const defined = await definedOf(
    db,
    provinceId,
    [...indicators.values()].filter((one) => indicatorIds.includes(one.indicator_id)),
  )
  const standing = await figuresOf(db, actor, { indicatorIds, organisationIds: bodies })
  const former = new Map(standing.map((one) => [placeKey(one), one.value]))
  const seriesKey = (one: { indicatorId: string; organisationId: string | null }) =>
    `${one.indicatorId} ${one.organisationId}`
  const series = Map.groupBy(standing, seriesKey)
  const estimates = await estimatesOf(db, rows, indicatorIds)
  const aims = await aimsOf(db, provinceId, bodies, indicatorIds, context.clock.today)
  return (row, indicatorId, measure) => {
    const indicator = indicators.get(indicatorId)
    if (!indicator) return null
    const period = { from: row.period_from, to: row.period_to }
    const { kind } = indicator
    const at = { indicatorId, organisationId: row.organisation_id }
    // What stands on the other side of a break is not shown beside it.
    const isNear = (to: string, other: string) =>
      !breakBetween(defined.breaksOf(indicatorId), to, other)
    const figureOf = (of: Interval | null): number | null =>
      of && isNear(of.to, period.to)
        ? (former.get(placeKey({ ...at, ...placeOf(measure, of, kind) })) ?? null)
        : null
    const place = placeOf(measure, period, kind)
    const rules = defined.rulesOn(indicatorId, period.to)
    const aim = aims.get(aimKey(row.organisation_id, indicatorId))
    return {
      indicator,
      // All estimates of a year share one place: what the period before said stands in its report alone.
      last:
        measure === 'yearEstimate'
          ? estimates(row, indicatorId)
          : figureOf(periodBefore(measure, period)),
      same: figureOf(yearsBefore(period, 1)),
      ...formerOf(series.get(seriesKey(at)) ?? [], place, (to) => isNear(to, period.to)),
      limits: { least: rules.least, most: rules.most },
      expected: aim?.(kind, measure, { from: place.periodFrom, to: place.periodTo }) ?? null,
    }
  }
}

/** What reports of the periods before, as they were accepted, thought that the year would reach. */
async function estimatesOf(
  db: Reads,
  rows: readonly SlotRow[],
  indicatorIds: readonly string[],
): Promise<(row: SlotRow, indicatorId: string) => number | null> {
  const [first] = rows
  if (!first || indicatorIds.length === 0) return () => null
  const given = await db
    .selectFrom('report_slot')
    .innerJoin('report_value', (join) =>
      join
        .onRef('report_value.province_id', '=', 'report_slot.province_id')
        .onRef('report_value.slot_id', '=', 'report_slot.slot_id'),
    )
    .select(['regime_id', 'organisation_id', 'period_from', 'period_to', 'indicator_id', 'value'])
    .where('report_slot.province_id', '=', first.province_id)
    .where('regime_id', 'in', [...new Set(rows.map((row) => row.regime_id))])
    .where('organisation_id', 'in', [...new Set(rows.map((row) => row.organisation_id))])
    .where('accepted_at', 'is not', null)
    .where('measure', '=', 'yearEstimate')
    .where('indicator_id', 'in', indicatorIds)
    .execute()
  return (row, indicatorId) => {
    const before = periodBefore('yearEstimate', { from: row.period_from, to: row.period_to })
    const found = given.find(
      (one) =>
        one.regime_id === row.regime_id &&
        one.organisation_id === row.organisation_id &&
        one.indicator_id === indicatorId &&
        one.period_from === before?.from &&
        one.period_to === before.to,
    )
    return found?.value == null ? null : Number(found.value)
  }
}
