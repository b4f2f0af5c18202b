// What is asked about many figures at once (V1, V2, V3, V5, V9): each series gone through once, in the order of its
// periods. A test holds it against the questions about one figure that is typed (`questionsOf`). Pure.
import {
  outlier,
  outsideLimits,
  type Question,
  totalFalls,
  unchangedThrice,
  unitMismatch,
} from './checks.ts'
import { breakBetween, type DefinitionRules } from './definition.ts'
import type { Accumulation } from './figure.ts'
import { previousPeriod, sinceNewYear } from './period.ts'

/** A value of a series: of one indicator and body, told in one way. */
export interface InSeries {
  from: string
  to: string
  value: number | null
  isNew: boolean
}

/** What all values of a series have in common. */
export interface SeriesOf {
  accumulation: Accumulation
  unit: string
  rulesOn: (day: string) => DefinitionRules
  breaks: readonly { onDay: string; comparable: boolean }[]
  /** Which period comes before which, as it was worked out for other series told in the same way. */
  before?: Map<string, string | null>
}

/** The questions about each new value, by its place in `values`, which are ordered by the end of the period. */
export function askedInSeries(
  values: readonly InSeries[],
  { accumulation, unit, rulesOn, breaks, before: known = new Map() }: SeriesOf,
): Map<number, Question[]> {
  const found = new Map<number, Question[]>()
  const total = accumulation === 'cumulative'
  const at = new Map(values.map((one) => [`${one.from} ${one.to}`, one]))
  // Totals are held against those of the same day of other years.
  const alike = total ? Map.groupBy(values, (one) => one.to.slice(5)) : null
  for (const [index, { from, to, value, isNew }] of values.entries()) {
    if (!isNew || value === null) continue
    const near = (one: InSeries) => breaks.length === 0 || !breakBetween(breaks, one.to, to)
    const former = (alike?.get(to.slice(5)) ?? values).filter((one) => one.to < to && near(one))
    const history = former.flatMap((one) => one.value ?? [])
    const named = `${from} ${to}`
    if (!known.has(named)) known.set(named, nameBefore({ from, to }, total))
    const before = at.get(known.get(named) ?? '')
    const last = before && near(before) ? before.value : null
    const rules = rulesOn(to)
    const questions = [
      outlier(value, history),
      total && rules.valueKind === 'flow' ? totalFalls(value, last) : null,
      unitMismatch(value, last ?? history.at(-1) ?? null, { written: null, own: unit }),
      outsideLimits(value, rules),
      total ? null : unchangedThrice(value, history),
    ].filter((one) => one !== null)
    if (questions.length > 0) found.set(index, questions)
  }
  return found
}

/** The period before; of a total the one that ends a month earlier in the same year. */
function nameBefore(interval: { from: string; to: string }, total: boolean): string | null {
  const month = previousPeriod(
    total ? { from: `${interval.to.slice(0, 7)}-01`, to: interval.to } : interval,
  )
  if (!month) return null
  if (!total) return `${month.from} ${month.to}`
  if (month.to < sinceNewYear(interval).from) return null
  return `${interval.from} ${month.to}`
}
