// Rules of targets: which version counts, what is expected by a day, how the figure stands to it, where
// the year will end. Pure; days are `YYYY-MM-DD`, amounts in the indicator's own unit.
import { daysBetween } from '../../calendar.ts'
import { type Interval, yearsBefore } from './period.ts'

/** Who gave it, where several give one for the same: the plan of public investment has two denominators. */
export const authorities = ['primeMinister', 'council', 'committee'] as const
export type Authority = (typeof authorities)[number]

export const targetKinds = ['plan', 'minimum', 'stretch'] as const
export const likelihoods = ['likely', 'doubtful', 'unlikely'] as const

/**
 * Where "expected by now" comes from: the document's own scenario; the share of the year that former years
 * had reached by the same day; the share of days gone by; or the target itself, of what does not add up
 * over the year or whose period is over.
 */
export const paths = ['scenario', 'seasonal', 'linear', 'whole'] as const
export type Path = (typeof paths)[number]

export const targetStates = ['onTrack', 'watch', 'late', 'notJudged'] as const
export type TargetState = (typeof targetStates)[number]

/** From these shares of what is expected on: on track, to be watched; below, late. */
export const thresholds = { onTrack: 0.97, watch: 0.85 } as const

export interface Version {
  number: number
  low: number | null
  high: number | null
  words: string | null
  path: readonly Step[]
  withdrawn: boolean
  decidedOn: string
}

/** What is to be reached by a day. */
export interface Step {
  by: string
  value: number
}

/** A figure that counts from the first to the last day of its period. */
export interface Reached extends Interval {
  value: number
}

type Kind = 'C' | 'P' | 'R'
type Direction = 'up' | 'down' | 'band' | 'none'

/**
 * The version that counted on a day: of those decided until then the one decided last, of several of one
 * day the one entered last. Null before the first, and once it was taken back.
 */
export function standingOn<V extends Pick<Version, 'number' | 'decidedOn' | 'withdrawn'>>(
  versions: readonly V[],
  day: string,
): V | null {
  const [newest] = versions
    .filter((one) => one.decidedOn <= day)
    .toSorted((a, b) =>
      a.decidedOn === b.decidedOn ? b.number - a.number : a.decidedOn < b.decidedOn ? 1 : -1,
    )
  return newest && !newest.withdrawn ? newest : null
}

/** Plans in the order in which they count: the shortest period first, of one period the council's. */
export const byNearness = (
  a: Interval & { authority: Authority | null },
  b: Interval & { authority: Authority | null },
): number =>
  daysBetween(a.from, a.to) - daysBetween(b.from, b.to) ||
  Number(b.authority === 'council') - Number(a.authority === 'council')

/**
 * What part of their whole period the last three years had reached by the day on which `reached` ends: one
 * share a year, only of years of which both figures are known and the whole is not zero.
 */
export function formerShares(
  whole: Interval,
  reached: Interval,
  history: readonly Reached[],
): number[] {
  const figureOf = (wanted: Interval) =>
    history.findLast((one) => one.from === wanted.from && one.to === wanted.to)?.value
  return [1, 2, 3].flatMap((years) => {
    const part = figureOf(yearsBefore(reached, years))
    const full = figureOf(yearsBefore(whole, years))
    return part === undefined || full === undefined || full <= 0 ? [] : [part / full]
  })
}

/**
 * What is expected on the last day of `reached` on the way to `aim`, and where that comes from. A figure
 * that counts up over the period (`C`) starts from nothing; others are held against the target itself
 * unless its document says what to reach on the way. Null before a scenario begins.
 */
export function expectedBy(
  aim: Interval & { value: number; path: readonly Step[] },
  kind: Kind,
  reached: Interval,
  history: readonly Reached[],
): { value: number; by: Path; years: number } | null {
  const day = reached.to
  if (day >= aim.to) return { value: aim.value, by: 'whole', years: 0 }
  if (aim.path.length > 0) {
    const start = kind === 'C' ? [{ by: aim.from, value: 0 }] : []
    const value = between([...start, ...aim.path, { by: aim.to, value: aim.value }], day)
    return value === null ? null : { value, by: 'scenario', years: 0 }
  }
  if (kind !== 'C') return { value: aim.value, by: 'whole', years: 0 }
  const shares = formerShares(aim, { from: aim.from, to: day }, history)
  if (shares.length > 0)
    return { value: aim.value * mean(shares), by: 'seasonal', years: shares.length }
  const gone = (daysBetween(aim.from, day) + 1) / (daysBetween(aim.from, aim.to) + 1)
  return { value: aim.value * Math.max(0, gone), by: 'linear', years: 0 }
}

/** Straight between the steps on both sides of the day; null before the first. */
function between(steps: readonly Step[], day: string): number | null {
  const sorted = steps.toSorted((a, b) => (a.by < b.by ? -1 : 1))
  const after = sorted.findIndex((one) => one.by >= day)
  const next = sorted[after]
  if (!next) return sorted.at(-1)?.value ?? null
  const former = sorted[after - 1]
  if (next.by === day) return next.value
  if (!former) return null
  const part = daysBetween(former.by, day) / daysBetween(former.by, next.by)
  return former.value + (next.value - former.value) * part
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, one) => sum + one, 0) / values.length

/**
 * How a figure stands to what is expected: the share that the state goes by, and the state. Where less is
 * better the share is turned round; in a band it falls by the distance to the nearer end. Targets of zero
 * and below have no share: reached or not.
 */
export function standingTo(
  actual: number,
  expected: { low: number; high: number },
  direction: Direction,
): { share: number | null; state: TargetState } {
  const { low, high } = expected
  if (direction === 'none') return { share: null, state: 'notJudged' }
  if (direction === 'band') {
    if (actual >= low && actual <= high) return { share: 1, state: 'onTrack' }
    const [end, away] = actual < low ? [low, low - actual] : [high, actual - high]
    if (end === 0) return { share: null, state: 'late' }
    return judged(1 - away / Math.abs(end))
  }
  const better = direction === 'up' ? actual >= low : actual <= high
  const [part, whole] = direction === 'up' ? [actual, low] : [high, actual]
  if (part < 0 || whole <= 0) return { share: null, state: better ? 'onTrack' : 'late' }
  return judged(part / whole)
}

const judged = (share: number): { share: number; state: TargetState } => ({
  share,
  // To the thousandth, as it is shown: 96,97 % is not told as 97 % and late.
  state:
    rounded(share) >= thresholds.onTrack
      ? 'onTrack'
      : rounded(share) >= thresholds.watch
        ? 'watch'
        : 'late',
})

const rounded = (share: number) => Math.round(share * 1000) / 1000

/**
 * Where the period will end if the rest of it goes as in former years: from the mean of their shares, with
 * the least and the most of them as the range. Null without a former year, and for what does not add up.
 */
export function forecastOf(
  reached: Reached,
  whole: Interval,
  kind: Kind,
  history: readonly Reached[],
): { value: number; least: number; most: number; years: number } | null {
  if (kind !== 'C' || reached.to >= whole.to || reached.from !== whole.from) return null
  const shares = formerShares(whole, reached, history).filter((share) => share > 0)
  if (shares.length === 0) return null
  return {
    value: reached.value / mean(shares),
    least: reached.value / Math.max(...shares),
    most: reached.value / Math.min(...shares),
    years: shares.length,
  }
}

/**
 * The figure that a target is held against: of those that lie within its period the one that ends last, for
 * a figure that counts up only from the period's first day on; of several of one period the one entered
 * last (they come in that order).
 */
export function figureFor<F extends Interval>(
  aim: Interval,
  kind: Kind,
  figures: readonly F[],
): F | null {
  const fitting = figures.filter(
    (one) => one.to <= aim.to && (kind === 'C' ? one.from === aim.from : one.to >= aim.from),
  )
  return fitting.reduce<F | null>((best, one) => (best && best.to > one.to ? best : one), null)
}

/** What is given to bodies against what is given to the whole: the sum, and what is over (+) or short (−). */
export function splitOf(
  whole: number,
  parts: readonly number[],
): { sum: number; difference: number } | null {
  if (parts.length === 0) return null
  const sum = parts.reduce((total, one) => total + one, 0)
  return { sum, difference: Math.round((sum - whole) * 1e6) / 1e6 }
}
