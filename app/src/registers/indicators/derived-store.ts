// Figures as they stand with all that follows: what is counted of the reports, and what formulas give.
import { todayInVietnam } from '../../calendar.ts'
import type { Reads, Row } from '../../database/tables.ts'
import type { Actor } from '../../http/access.ts'
import { type CountsAsked, reportCounts } from '../reporting/counts-store.ts'
import { isCounted } from './counted.ts'
import type { Defined } from './definition-store.ts'
import { definedOf } from './definition-store.ts'
import {
  type Catalogue,
  madeOfAll,
  type Placed,
  standingBy,
  withFormulas,
} from './derived-figures.ts'
import { placeKey } from './figure.ts'
import { type FigureFilter, type FigureView, figuresOf } from './figure-reads-store.ts'
import { provinceValues } from './kept-values-store.ts'
import { allIndicators } from './store.ts'

export const catalogueOf = (rows: readonly Row<'indicator'>[], defined: Defined): Catalogue => {
  const byCode = new Map(rows.map((row) => [row.code, row.indicator_id]))
  return {
    idOf: (code) => byCode.get(code),
    rulesOn: defined.rulesOn,
    formulasOf: defined.formulasOf,
  }
}

/** What is counted of reports for these indicators, in the shape of figures; nothing of a past state. */
export async function countedFigures(
  db: Reads,
  actor: Actor,
  indicators: readonly Pick<Row<'indicator'>, 'indicator_id' | 'code'>[],
  asked: CountsAsked,
): Promise<Placed[]> {
  const ids = new Map<string, string>(
    indicators.flatMap((row) => (isCounted(row.code) ? [[row.code, row.indicator_id]] : [])),
  )
  if (ids.size === 0) return []
  const counts = await reportCounts(db, actor, asked)
  return counts.flatMap(({ code, ...one }): Placed[] => {
    const indicatorId = ids.get(code)
    if (indicatorId === undefined) return []
    return [{ ...one, indicatorId, accumulation: 'period', missingReason: null, stage: 'official' }]
  })
}

/** Those of months in which something was owed: the others are there so that a year adds up. */
export function whereOwed(counted: readonly Placed[]): Placed[] {
  const at = (one: Placed) => `${one.organisationId} ${one.periodTo}`
  const owed = new Set(counted.filter(({ value }) => value !== 0).map(at))
  return counted.filter((one) => owed.has(at(one)))
}

/**
 * Figures of what was, as `figuresOf` gives them, with what follows from the reports and from formulas. Of a past state
 * (`asOf`) formulas over what stood then.
 */
export async function standingFigures(
  db: Reads,
  actor: Actor,
  filter: FigureFilter & { indicatorIds: readonly string[]; kind: 'actual' },
  asOf: number | null = null,
): Promise<FigureView[]> {
  const { organisationIds, endsFrom = '', endsTo = '9999-12-31' } = filter
  const rows = await allIndicators(db, actor.provinceId)
  const catalogue = catalogueOf(rows, await definedOf(db, actor.provinceId, rows))
  const indicatorIds = madeOfAll(filter.indicatorIds, catalogue)
  const figures = await figuresOf(db, actor, { ...filter, indicatorIds }, asOf)
  const counts =
    asOf !== null
      ? []
      : await countedFigures(db, actor, among(rows, indicatorIds), {
          whole: organisationIds?.includes(null) ?? true,
          units: organisationIds?.filter((id) => id !== null) ?? 'all',
        })
  const within = counts.filter((one) => one.periodTo >= endsFrom && one.periodTo <= endsTo)
  return withFormulas([...figures, ...within], filter.indicatorIds, catalogue).map(asView)
}

const among = (rows: readonly Row<'indicator'>[], ids: readonly string[]) => {
  const wanted = new Set(ids)
  return rows.filter((row) => wanted.has(row.indicator_id))
}

/**
 * The same of the province as a whole by indicator, without who recorded it and how: for boards, which read thousands.
 * `rows` are all indicators, and `defined` what they are.
 */
export async function standingValues(
  db: Reads,
  actor: Actor,
  indicatorIds: readonly string[],
  { rows, defined }: { rows: readonly Row<'indicator'>[]; defined: Defined },
): Promise<Map<string, readonly Placed[]>> {
  const catalogue = catalogueOf(rows, defined)
  const recorded = await provinceValues(db, actor)
  const ofReports = among(rows, madeOfAll(indicatorIds, catalogue))
  const counts = await countedFigures(db, actor, ofReports, { whole: true, units: [] })
  const own: Map<string, readonly Placed[]> = new Map(recorded)
  for (const [id, those] of Map.groupBy(counts, (one) => one.indicatorId))
    own.set(id, [...(recorded.get(id) ?? []), ...those])
  return standingBy(own, indicatorIds, catalogue)
}

/** What was worked out is at no place of its own: it has no versions, and nobody recorded it. */
export const asView = (one: Placed | FigureView): FigureView =>
  'figureId' in one
    ? one
    : {
        ...one,
        ...{ figureId: '', number: 0, entryId: '', kind: 'actual', method: 'derived' },
        ...{ cell: null, reason: null, recordedBy: '', recordedAt: '' },
      }

/** What was recorded, and in the place of it what was worked out there (of `standingFigures`). */
export function workedOutInstead(
  recorded: readonly FigureView[],
  standing: readonly FigureView[],
): FigureView[] {
  const worked = new Map(
    standing.flatMap((one) => (one.figureId === '' ? [[placeKey(one), one]] : [])),
  )
  return [...recorded.filter((one) => !worked.has(placeKey(one))), ...worked.values()]
}

/** Periods of which units have figures that follow from the reports, the newest first. */
export function countedPeriods(counted: readonly Placed[]): { from: string; to: string }[] {
  const today = todayInVietnam()
  const ofUnits = counted.filter((one) => one.organisationId !== null)
  const periods = new Map(
    whereOwed(ofUnits).map(({ periodFrom: from, periodTo: to }) => [`${from} ${to}`, { from, to }]),
  )
  return [...periods.values()]
    .filter(({ from }) => from <= today)
    .toSorted((a, b) => b.to.localeCompare(a.to))
}
