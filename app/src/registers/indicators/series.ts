// From figures to the points of a chart: one scale for the axis, one point a period.

import type { Modality, TrendPoint } from '../../web/charts/trend.ts'
import { formatNumber, formatPeriod } from '../../web/format.ts'
import { scaleName, scaleOf } from '../../web/quantity.ts'
import type { DrawnFigure, DrawnReported, IndicatorView } from './contract.ts'
import type { ReportedPoint } from './figure-contract.ts'
import { parsePeriod, periodLabel, periodOf } from './period.ts'
import { unitName } from './unit-names.ts'

interface Series {
  points: TrendPoint[]
  formatValue: (value: number) => string
  cumulative: boolean
}

/**
 * The later confirmed figure of a period wins, what was reported and accepted before it; figures of a place or without
 * a period are left out.
 */
export function trendOf(
  indicator: Pick<IndicatorView, 'unit' | 'kind'>,
  observations: readonly DrawnFigure[],
  language: 'vi' | 'en',
  reported: readonly ReportedPoint[] = [],
): Series {
  // What was and what is planned for the same days are two points.
  const byPeriod = new Map<string, TrendPoint>()
  const unit = mostUsedUnit(observations) ?? indicator.unit
  for (const one of observations) {
    const at = one.period?.to ?? one.period?.from
    if (!at || (one.value !== null && one.unit !== unit)) continue
    const planned = one.modality === 'target' || one.modality === 'forecast'
    byPeriod.set(planned ? `${at} planned` : at, {
      at,
      label: formatPeriod(one.period) || at,
      value: one.value,
      modality: one.modality as Modality,
    })
  }
  if (unit === indicator.unit)
    for (const { from, to, value, stage } of reported) {
      const modality = stage === 'estimate' ? 'estimate' : 'actual'
      byPeriod.set(to, {
        at: to,
        label: periodLabel(periodOf({ from, to }), language),
        value,
        modality,
      })
    }
  const points = [...byPeriod.values()]
  const scale = scaleOf(Math.max(0, ...points.map((point) => point.value ?? 0)), unit)
  const words = [scaleName(scale, language), unit === '%' ? '' : unitName(unit, language)]
  const tail = words.filter(Boolean).join(' ')
  return {
    points,
    cumulative: indicator.kind === 'C',
    formatValue: (value) =>
      `${formatNumber(value / scale, language)}${unit === '%' ? '%' : tail && ` ${tail}`}`,
  }
}

/** The points of a board's row; a period without a code is none. */
export const reportedPoints = (drawn: readonly DrawnReported[]): ReportedPoint[] =>
  drawn.flatMap(([code, value, stage = 'official']) => {
    const period = parsePeriod(code)
    return period ? [{ from: period.from, to: period.to, value, stage }] : []
  })

function mostUsedUnit(observations: readonly DrawnFigure[]): string | null {
  const counts = new Map<string, number>()
  for (const { unit } of observations) if (unit) counts.set(unit, (counts.get(unit) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}
