// What a figure is asked about while it is typed: nothing here refuses one, each is to be explained. Pure.
import {
  isThousandfold,
  isUnusual,
  outsideLimits,
  totalFalls,
  type Usual,
  unchangedThrice,
} from '../indicators/checks.ts'
import { standingTo, thresholds } from '../indicators/target.ts'
import type { Measure } from './regime.ts'

export const checks = [
  'jump',
  'falls',
  'unusual',
  'limits',
  'percent',
  'negative',
  'unchanged',
  'offTrack',
] as const
export type Check = (typeof checks)[number]

/** What a figure is held against, all in one unit. */
export interface Beside {
  measure: Measure
  unit: string
  kind: 'C' | 'P' | 'R'
  direction: 'up' | 'down' | 'band' | 'none'
  /** Of the period before, of the same period a year earlier; null where there is none. */
  last: number | null
  same: number | null
  /** What is usual by the figures before (V1), and the last two of them (V9); oldest first. */
  usual: Usual | null
  latest: readonly number[]
  /** What the indicator's definition allows (V5). */
  limits: { least: number | null; most: number | null }
  /** What the body's own plan expects by the end of the period. */
  expected: { low: number; high: number } | null
}

/**
 * - `jump`: some thousand times the last figure, or a thousandth of it: đồng for triệu, people for thousands;
 * - `falls`: what counts up from 1 January is less than a period ago;
 * - `unusual`: far from what it was so far, where it is not some thousand times that;
 * - `limits`: outside of what the definition says;
 * - `unchanged`: of what counts up in each period, the third time the same figure;
 * - `negative`: less than nothing of what is counted or measured;
 * - `percent`: a share outside 0-100 where no limits are set; growth (`R`) may be anything;
 * - `offTrack`: below the share of what is expected from which the board calls it late.
 */
export function checksOf(value: number, beside: Beside): Check[] {
  const found: Check[] = []
  if (isThousandfold(value, beside.last || beside.same)) found.push('jump')
  else if (beside.usual && isUnusual(value, beside.usual)) found.push('unusual')
  if (beside.measure === 'cumulative' && beside.kind === 'C' && totalFalls(value, beside.last)) {
    found.push('falls')
  }
  const { least, most } = beside.limits
  if (outsideLimits(value, beside.limits)) found.push('limits')
  else if (
    least === null &&
    most === null &&
    beside.unit === '%' &&
    beside.kind === 'P' &&
    (value < 0 || value > 100)
  ) {
    found.push('percent')
  }
  const measured = beside.kind !== 'R' && !['%', 'point'].includes(beside.unit)
  if (measured && value < 0) found.push('negative')
  if (beside.measure === 'period' && beside.kind === 'C' && unchangedThrice(value, beside.latest)) {
    found.push('unchanged')
  }
  if (beside.expected) {
    const { share, state } = standingTo(value, beside.expected, beside.direction)
    if (state === 'late' && (share === null || share < thresholds.watch)) found.push('offTrack')
  }
  return found
}
