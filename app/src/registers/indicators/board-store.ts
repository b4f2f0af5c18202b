// The board: one row an indicator.
import type { Reads } from '../../database/tables.ts'
import { type Actor, authorise } from '../../http/access.ts'
import type { BoardRow } from './contract.ts'
import { ownersOf } from './definition-store.ts'
import { seriesOf } from './derive.ts'
import type { Placed } from './derived-figures.ts'
import { asView, standingValues, type Valued } from './derived-store.ts'
import type { ExplanationView } from './explanation-contract.ts'
import { explanationsOf } from './explanation-store.ts'
import type { ReportedFigure, ReportedPoint } from './figure-contract.ts'
import { figuresById } from './figure-reads-store.ts'
import { figureTold } from './figure-told.ts'
import { allIndicators, figuresOf, listObservations, shown } from './store.ts'
import { boardTargets } from './target-reads-store.ts'

/**
 * One row an indicator, the national list first; figures of parts (a place) are left out of the series. With `ids`
 * only of these.
 */
export async function indicatorBoard(
  db: Reads,
  actor: Actor,
  ids?: readonly string[],
): Promise<BoardRow[]> {
  authorise(actor, 'register.read', actor.provinceId)
  if (ids?.length === 0) return []
  const all = await allIndicators(db, actor.provinceId)
  const indicators = ids ? all.filter((one) => ids.includes(one.indicator_id)) : all
  const observations = await listObservations(db, actor, ids ? { indicatorIds: ids } : {})
  const known = indicators.map((one) => one.indicator_id)
  const reported = await standingValues(db, actor, known)
  const targets = await boardTargets(db, actor, indicators, { said: observations, reported })
  const newest = await newestOf(db, actor, reported)
  const reportedBy = Map.groupBy(reported, (one) => one.indicatorId)
  const asked = Map.groupBy(await explanationsOf(db, actor, known), (one) => one.indicatorId)
  const owners = await ownersOf(db, actor.provinceId, known)
  const grouped = Map.groupBy(observations, (one) => one.indicatorId)
  return indicators.map((row) => {
    const figures = grouped.get(row.indicator_id) ?? []
    const series = figuresOf(figures)
    return {
      indicator: shown(row),
      latest: series.at(-1) ?? figures.at(-1) ?? null,
      series,
      reported: newest.get(row.indicator_id) ?? null,
      reportedSeries: pointsOf(reportedBy.get(row.indicator_id) ?? []),
      sources: new Set(figures.map((one) => one.source.documentId)).size,
      target: targets.get(row.indicator_id) ?? null,
      explanation: mostUrgent(asked.get(row.indicator_id) ?? []),
      owner: owners.get(row.indicator_id) ?? null,
    }
  })
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

/** What was reported last and has a value, by indicator; totals before parts. */
async function newestOf(
  db: Reads,
  actor: Actor,
  values: readonly Valued[],
): Promise<Map<string, ReportedFigure>> {
  const told = values
    .filter((one) => one.value !== null)
    .toSorted(
      (a, b) =>
        (a.periodTo < b.periodTo ? -1 : a.periodTo > b.periodTo ? 1 : 0) ||
        Number(a.accumulation === 'cumulative') - Number(b.accumulation === 'cumulative'),
    )
  // The last of an indicator stays.
  const last = [...new Map(told.map((one) => [one.indicatorId, one])).values()]
  const recorded = await figuresById(
    db,
    actor,
    last.flatMap((one) => one.figureId ?? []),
  )
  const workedOut = last.filter((one) => one.figureId === undefined)
  return new Map(
    [...recorded, ...workedOut.map(asView)].map((one) => [
      one.indicatorId,
      figureTold(one, new Map()),
    ]),
  )
}
