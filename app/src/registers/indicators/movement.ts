// Which way a comparison says that a figure moved, whether that is good, and whether it says more
// than the figure itself.
import type { IndicatorView, ObservationView } from './contract.ts'

type Comparison = ObservationView['comparisons'][number]

export type Movement = 'up' | 'down' | 'level' | 'share'

/**
 * A ratio moves too: 1,52 times is up, 98,6 % of the same period is down. Of a plan or an
 * estimate it is a share, and of something not named only "times" tells the way.
 */
export function movementOf(one: Comparison): Movement {
  if (one.direction !== 'ratio') return one.direction
  const whole = one.unit === 'times' ? 1 : one.unit === '%' && isEarlier(one.versus) ? 100 : null
  if (one.amount === null || whole === null || isAim(one.versus)) return 'share'
  return one.amount === whole ? 'level' : one.amount > whole ? 'up' : 'down'
}

const isEarlier = (versus: string | null) => versus === 'samePeriod' || versus === 'previousPeriod'
const isAim = (versus: string | null) => versus === 'plan' || versus === 'estimate'

/** Good or bad by the way the indicator ought to go; empty where it ought to go neither way. */
export function toneOf(
  movement: Movement,
  better: IndicatorView['direction'],
): 'good' | 'bad' | '' {
  if ((movement !== 'up' && movement !== 'down') || (better !== 'up' && better !== 'down'))
    return ''
  return movement === better ? 'good' : 'bad'
}

/**
 * Without those that only repeat the figure: of a rate of growth of 3,4 % "tăng 3,4%" says
 * nothing more, "tăng 3,4% so với cùng kỳ" does.
 */
export function tellingComparisons(
  observation: Pick<ObservationView, 'comparisons' | 'value' | 'unit'>,
  kind: IndicatorView['kind'],
): Comparison[] {
  return observation.comparisons.filter(
    ({ amount, unit, direction, versus, base }) =>
      kind !== 'R' ||
      direction !== 'up' ||
      versus !== null ||
      base !== null ||
      amount !== observation.value ||
      unit !== observation.unit,
  )
}
