// The board: one row an indicator.
import { todayInVietnam } from '../../calendar.ts'
import type { Reads } from '../../database/tables.ts'
import { type Actor, authorise } from '../../http/access.ts'
import { organisationNames } from '../organisations/names.ts'
import type { BoardRow, DrawnReported, IndicatorView, ObservationView } from './contract.ts'
import { definedOf } from './definition-store.ts'
import { seriesOf } from './derive.ts'
import type { Placed } from './derived-figures.ts'
import { standingValues } from './derived-store.ts'
import type { ExplanationView } from './explanation-contract.ts'
import { explanationsOf } from './explanation-store.ts'
import type { NewestReported, ReportedPoint } from './figure-contract.ts'
import { periodOf } from './period.ts'
import { allIndicators, figuresOf, listObservations, shown } from './store.ts'
import type { TargetView } from './target-contract.ts'
import { boardTargets } from './target-reads-store.ts'

/** All that the board is made from of one indicator, for who asks in the house. */
export interface BoardIndicator {
  indicator: IndicatorView
  /** The newest figure of a document. */
  latest: ObservationView | null
  /** All figures of documents about the province as a whole, oldest first. */
  series: ObservationView[]
  /** All reported ones of the province as a whole, as they stand. */
  values: readonly Placed[]
  /** The newest of these. */
  reported: NewestReported | null
  sources: number
  target: TargetView | null
  explanation: ExplanationView | null
  owner: string | null
}

/**
 * One row an indicator, the national list first; figures of parts (a place) are left out of the series. With `ids`
 * only of these.
 */
export async function indicatorBoard(
  db: Reads,
  actor: Actor,
  ids?: readonly string[],
): Promise<BoardIndicator[]> {
  authorise(actor, 'register.read', actor.provinceId)
  if (ids?.length === 0) return []
  const rows = await allIndicators(db, actor.provinceId)
  const indicators = ids ? rows.filter((one) => ids.includes(one.indicator_id)) : rows
  const defined = await definedOf(db, actor.provinceId, rows)
  const observations = await listObservations(db, actor, ids ? { indicatorIds: ids } : {})
  const known = indicators.map((one) => one.indicator_id)
  const reported = await standingValues(db, actor, known, { rows, defined })
  const valuesOf = (id: string) => reported.get(id) ?? []
  const targets = await boardTargets(db, actor, indicators, {
    ...{ said: observations, reportedOf: valuesOf, defined },
  })
  const asked = Map.groupBy(await explanationsOf(db, actor, known), (one) => one.indicatorId)
  const today = todayInVietnam()
  const owners = await organisationNames(
    db,
    actor.provinceId,
    known.map((id) => defined.ownerOf(id, today)),
  )
  const grouped = Map.groupBy(observations, (one) => one.indicatorId)
  return indicators.map((row) => {
    const id = row.indicator_id
    const figures = grouped.get(id) ?? []
    const series = figuresOf(figures)
    return {
      indicator: shown(row),
      latest: series.at(-1) ?? figures.at(-1) ?? null,
      series,
      values: valuesOf(id),
      reported: newestOf(valuesOf(id)),
      sources: new Set(figures.map((one) => one.source.documentId)).size,
      target: targets.get(id) ?? null,
      explanation: mostUrgent(asked.get(id) ?? []),
      owner: owners.get(defined.ownerOf(id, today) ?? '') ?? null,
    }
  })
}

/** A row as the screen draws it. */
export const boardShown = ({ values, series, target, ...row }: BoardIndicator): BoardRow => ({
  ...row,
  series: series.map(({ period, value, unit, modality }) => ({ period, value, unit, modality })),
  reportedSeries: drawnOf(values),
  target: target && drawnTarget(target),
})

function drawnTarget({ id, now, standing: { said: _, ...standing } }: TargetView) {
  return { id, now: now && { low: now.low, high: now.high }, standing }
}

/** One that is late before one that is awaited, else the newest: an answer of one unit hides no other's want of one. */
const mostUrgent = (asked: readonly ExplanationView[]): ExplanationView | null =>
  asked.find(({ state }) => state === 'late') ??
  asked.find(({ state }) => state === 'open') ??
  asked[0] ??
  null

/** So many points a small chart can show. */
const pointsShown = 36

/** The series that the newest figure of the province belongs to. */
export const pointsOf = (reported: readonly Placed[]): ReportedPoint[] =>
  seriesOf(reported.map(({ periodFrom: from, periodTo: to, ...one }) => ({ ...one, from, to })))
    .map(({ from, to, value, stage }) => ({ from, to, value, stage }))
    .slice(-pointsShown)

/** What was drawn of a list of values: it never changes, so neither does this. */
const drawnBefore = new WeakMap<readonly Placed[], DrawnReported[]>()

function drawnOf(values: readonly Placed[]): DrawnReported[] {
  const known = drawnBefore.get(values)
  if (known) return known
  const drawn = pointsOf(values).map(({ value, stage, ...days }): DrawnReported => {
    const { code } = periodOf(days)
    return stage === 'official' ? [code, value] : [code, value, stage]
  })
  drawnBefore.set(values, drawn)
  return drawn
}

/** What was reported last and has a value; of one day the total, of totals the shortest. */
function newestOf(values: readonly Placed[]): NewestReported | null {
  const rank = (one: Placed) => Number(one.accumulation === 'cumulative')
  let newest: Placed | null = null
  for (const one of values) {
    if (one.value === null) continue
    const later = newest === null || one.periodTo > newest.periodTo
    if (later || (newest && one.periodTo === newest.periodTo && rank(one) >= rank(newest)))
      newest = one
  }
  if (newest?.value == null) return null
  const { periodFrom, periodTo, value, stage } = newest
  return { periodFrom, periodTo, value, stage }
}
