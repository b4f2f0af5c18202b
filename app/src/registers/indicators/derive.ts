// What follows from reported figures: in-period from cumulative and back, growth, share of a plan, sums and
// means over bodies. Pure; nothing is filled in, what is missing makes the whole missing and is counted.

import { dayBefore } from '../../calendar.ts'
import type { DefinitionRules } from './definition.ts'
import { type Interval, monthsOf, sinceNewYear, wholeMonths } from './period.ts'

/** Floats leave dust behind: 0.1 + 0.2. Twelve figures are more than any statistic has. */
export const clean = (value: number): number => Number(value.toPrecision(12))

/**
 * Of what was reported since the year began: what came in the interval, as the difference of the two
 * totals ("tính từ lũy kế"). Null where either is missing. A negative one of a flow is legal (a revision
 * does that) and marked as a question.
 */
export function inPeriodFrom(
  cumulative: (interval: Interval) => number | null,
  interval: Interval,
): { value: number; negative: boolean } | null {
  const whole = cumulative(sinceNewYear(interval))
  if (whole === null || interval.from.slice(0, 4) !== interval.to.slice(0, 4)) return null
  if (interval.from.endsWith('-01-01')) return { value: whole, negative: whole < 0 }
  const before = cumulative(sinceNewYear({ from: interval.from, to: dayBefore(interval.from) }))
  if (before === null) return null
  const value = clean(whole - before)
  return { value, negative: value < 0 }
}

/**
 * Of what was reported by months: the total of the interval, only where every month is there; else how
 * many are ("lũy kế 7/9 tháng"). Null for days that are no whole months.
 */
export function totalFrom(
  inPeriod: (month: Interval) => number | null,
  interval: Interval,
): { value: number | null; months: number; of: number } | null {
  const all = monthsOf(interval)
  if (all.length === 0) return null
  const values = all.flatMap((month) => inPeriod(month) ?? [])
  return {
    value: values.length === all.length ? clean(values.reduce((sum, one) => sum + one, 0)) : null,
    months: values.length,
    of: all.length,
  }
}

/**
 * Growth over an earlier value: in percent, of rates and shares in points ("điểm %"). Null where the earlier
 * one is zero or below: there is no percent of it.
 */
export function growth(
  now: number | null,
  before: number | null,
  rule: Pick<DefinitionRules, 'valueKind'>,
): { amount: number; unit: '%' | 'point' } | null {
  if (now === null || before === null) return null
  if (rule.valueKind === 'rate') return { amount: clean(now - before), unit: 'point' }
  return before <= 0 ? null : { amount: clean((now / before - 1) * 100), unit: '%' }
}

/** Part of a plan in percent; null where there is none, or none above zero. */
export const shareOfPlan = (value: number | null, plan: number | null): number | null =>
  value === null || plan === null || plan <= 0 ? null : clean((value / plan) * 100)

export interface Part {
  value: number | null
  /** What it is weighed by; needed for a weighted mean. */
  weight?: number | null
}

export interface Whole {
  /** Of the parts that are there; null where none is, or where they do not add up. */
  value: number | null
  /** How many of them there are: "12/14 đơn vị". */
  parts: number
  of: number
}

/**
 * The figure of a whole from those of its parts, on one of the two axes. Partial sums are told with how
 * many parts they are of. A part without its weight does not count in a mean.
 */
export function wholeOf(
  parts: readonly Part[],
  axis: DefinitionRules['acrossBodies'] | DefinitionRules['acrossTime'],
): Whole {
  const there = parts.flatMap(({ value, weight }) => {
    if (value === null || (axis === 'weightedMean' && weight == null)) return []
    return [{ value, weight: weight ?? 0 }]
  })
  return { value: combined(there, axis), parts: there.length, of: parts.length }
}

function combined(
  there: readonly { value: number; weight: number }[],
  axis: DefinitionRules['acrossBodies'] | DefinitionRules['acrossTime'],
): number | null {
  const values = there.map(({ value }) => value)
  if (values.length === 0) return null
  switch (axis) {
    case 'sum':
      return clean(values.reduce((sum, one) => sum + one, 0))
    case 'weightedMean': {
      const weights = there.reduce((sum, { weight }) => sum + weight, 0)
      const weighed = there.reduce((sum, { value, weight }) => sum + value * weight, 0)
      return weights > 0 ? clean(weighed / weights) : null
    }
    case 'max':
      return Math.max(...values)
    case 'min':
      return Math.min(...values)
    case 'last':
      return values.at(-1) ?? null
    case 'none':
      return null
  }
}

interface Reported extends Interval {
  accumulation: 'period' | 'cumulative'
  value: number | null
}

/**
 * The figures that are told as the newest one of a body is, oldest first: totals of each year since its beginning, or
 * periods of as many months. The newest is the one that ends last, of one day the total.
 */
export function seriesOf<F extends Reported>(reported: readonly F[]): (F & { value: number })[] {
  const length = (one: Interval) => wholeMonths(one)?.count ?? null
  const told = reported
    .flatMap((one) => (one.value === null ? [] : [{ ...one, value: one.value }]))
    .toSorted(
      (a, b) =>
        a.to.localeCompare(b.to) ||
        Number(a.accumulation === 'cumulative') - Number(b.accumulation === 'cumulative'),
    )
  const newest = told.at(-1)
  if (!newest) return []
  return told.filter(
    (one) =>
      one.accumulation === newest.accumulation &&
      (one.accumulation === 'cumulative'
        ? one.from.slice(4) === newest.from.slice(4)
        : length(one) === length(newest)),
  )
}

/** A figure of an interval, as reported or as it follows. */
export interface Derived {
  value: number
  by: 'reported' | 'cumulative' | 'months'
}

/** What was reported, to be looked up by its period and how it is told. */
export type Told = (wanted: Interval, accumulation: 'period' | 'cumulative') => number | null

/** Figures to be looked up; of several of one period and kind the first counts. */
export function toldIn(
  reported: readonly (Interval & { accumulation: 'period' | 'cumulative'; value: number | null })[],
): Told {
  const known = new Map<string, number | null>()
  for (const { from, to, accumulation, value } of reported) {
    const key = `${from} ${to} ${accumulation}`
    if (!known.has(key)) known.set(key, value)
  }
  return ({ from, to }, accumulation) => known.get(`${from} ${to} ${accumulation}`) ?? null
}

/**
 * The figure of an interval from all that was reported for one body: as reported, else from totals since
 * the year began, else from its months. A total is never added to another; of what does not add up over
 * time nothing is worked out.
 */
export const figureOfInterval = (
  reported: Parameters<typeof toldIn>[0],
  interval: Interval,
  rule: Pick<DefinitionRules, 'acrossTime'>,
): Derived | null => figureFrom(toldIn(reported), interval, rule)

/** The same for who asks of many intervals. */
export function figureFrom(
  find: Told,
  interval: Interval,
  rule: Pick<DefinitionRules, 'acrossTime'>,
): Derived | null {
  // Since the year began is also how a period is told that begins with the year.
  const own = find(interval, 'period') ?? find(interval, 'cumulative')
  if (own !== null) return { value: own, by: 'reported' }
  if (rule.acrossTime !== 'sum') return null
  const total = (one: Interval) => find(one, 'cumulative') ?? find(one, 'period')
  const difference = wholeMonths(interval) ? inPeriodFrom(total, interval) : null
  if (difference) return { value: difference.value, by: 'cumulative' }
  const sum = totalFrom((month) => find(month, 'period'), interval)
  return sum?.value == null ? null : { value: sum.value, by: 'months' }
}
