// What earlier figures say of one that is filled in: what is usual, and the last ones. Pure.
import { type Usual, usualOf } from '../indicators/checks.ts'
import type { FigurePlace } from '../indicators/figure.ts'

export interface Former {
  /** Null where there are too few figures to say. */
  usual: Usual | null
  /** The last two, oldest first. */
  latest: number[]
}

type Told = Pick<FigurePlace, 'periodFrom' | 'periodTo' | 'accumulation' | 'kind'>

const months = ({ periodFrom, periodTo }: Told): number =>
  12 * (Number(periodTo.slice(0, 4)) - Number(periodFrom.slice(0, 4))) +
  Number(periodTo.slice(5, 7)) -
  Number(periodFrom.slice(5, 7))

/**
 * Of the figures of one indicator and body, ordered by the end of their periods: those that were told as this place
 * is, of as long a period; totals of the same day of other years. `near`: those that no break lies between.
 */
export function formerOf(
  figures: readonly (Told & { value: number | null })[],
  place: Told,
  near: (periodTo: string) => boolean,
): Former {
  const alike = figures.filter(
    (one) =>
      one.accumulation === place.accumulation &&
      one.kind === place.kind &&
      one.periodTo < place.periodTo &&
      months(one) === months(place) &&
      (place.accumulation !== 'cumulative' || one.periodTo.slice(5) === place.periodTo.slice(5)) &&
      near(one.periodTo),
  )
  const history = alike.flatMap((one) => one.value ?? [])
  return { usual: usualOf(history), latest: history.slice(-2) }
}
