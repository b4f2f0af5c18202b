// Rules of reporting: the periods of a regime, when a report of one is due, where it stands. Pure; days are
// `YYYY-MM-DD`.
import { dayAfter, dayBefore } from '../../calendar.ts'
import type { FigurePlace } from '../indicators/figure.ts'
import {
  type Interval,
  months,
  previousPeriod,
  sinceNewYear,
  yearsBefore,
} from '../indicators/period.ts'

export const frequencies = ['month', 'quarter', 'half', 'nineMonths', 'year'] as const
export type Frequency = (typeof frequencies)[number]

/** What is counted: in the period itself, from 1 January until its end, or what the whole year is thought to reach. */
export const measures = ['period', 'cumulative', 'yearEstimate'] as const
export type Measure = (typeof measures)[number]

/** Why a report has no figure in a place; the fourth reason of figures, `withdrawn`, is no report's. */
export const missingReasons = ['notYet', 'notCollected', 'notApplicable'] as const
export type Missing = (typeof missingReasons)[number]

export const methods = ['typed', 'pasted', 'file', 'document'] as const
export type Method = (typeof methods)[number]

export const stepKinds = [
  'submitted',
  'returned',
  'accepted',
  'locked',
  'excepted',
  'handedOver',
] as const
export type StepKind = (typeof stepKinds)[number]

/** Powers of ten that a figure is typed in: đồng, nghìn, triệu, tỷ. */
export const powers = [0, 3, 6, 9] as const

/** What a version of a regime says about days. */
export interface Terms {
  frequency: Frequency
  cutoffDay: number
  dueDays: number
  graceDays: number
}

/**
 * What a new regime begins with. The cut-off is the one of Decree 09/2019/NĐ-CP, the 14th of the last month of the
 * period; a province may set another. How long after it a report is due the decree leaves to each regime.
 */
export const usualTerms = { cutoffDay: 14, dueDays: 2, graceDays: 0 } as const

/** How many months a period has, and in which month of the year one ends. */
const lengths: Record<Frequency, { count: number; ends: readonly number[] }> = {
  month: { count: 1, ends: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] },
  quarter: { count: 3, ends: [3, 6, 9, 12] },
  half: { count: 6, ends: [6, 12] },
  nineMonths: { count: 9, ends: [9] },
  year: { count: 12, ends: [12] },
}

/** The periods of a frequency that end from one day to another, both included. */
export function periodsBetween(frequency: Frequency, from: string, to: string): Interval[] {
  const { count, ends } = lengths[frequency]
  const years = Array.from(
    { length: Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 1 },
    (_, more) => Number(from.slice(0, 4)) + more,
  )
  return years
    .flatMap((year) => ends.map((last) => months(year, last - count + 1, last)))
    .filter((one) => one.to >= from && one.to <= to)
}

/** Whether these days are a period of the frequency. */
export const isPeriod = (frequency: Frequency, { from, to }: Interval): boolean =>
  periodsBetween(frequency, to, to).some((one) => one.from === from)

/** The day until which the figures are collected. */
export function cutoffOf({ cutoffDay }: Pick<Terms, 'cutoffDay'>, { to }: Interval): string {
  const last = Number(to.slice(8))
  return `${to.slice(0, 8)}${String(Math.min(cutoffDay, last)).padStart(2, '0')}`
}

/**
 * From when to when the figures of a period are collected: from the day after the cut-off before it, as regimes
 * write it ("từ ngày 15 của tháng trước đến ngày 14 của tháng thuộc kỳ báo cáo").
 */
export function windowOf(terms: Pick<Terms, 'cutoffDay'>, period: Interval): Interval {
  const before = dayBefore(period.from)
  const cutoff = cutoffOf(terms, { from: before, to: before })
  return { from: dayAfter(cutoff), to: cutoffOf(terms, period) }
}

/** What of the province's clock days are counted by. */
export interface Counting {
  /** The day on which what is due on a day is met, by the province's setting. */
  dueOn: (day: string) => string
  /** The working day that a day falls on, whatever the setting. */
  workingOn: (day: string) => string
}

/**
 * So many working days after a day, which itself does not count, a working day or not: two after Saturday the 14th
 * are Monday and Tuesday. None after it: where what is due on that day is met.
 */
export function workingDaysAfter(day: string, days: number, clock: Counting): string {
  if (days === 0) return clock.dueOn(day)
  let at = day
  for (let count = 0; count < days; count++) at = clock.workingOn(dayAfter(at))
  return at
}

export interface Due {
  cutoff: string
  /** The day by which the report is to be sent. */
  due: string
  /** The last day that still counts as on time. */
  last: string
}

/** When a report of a period is due; `other` is the day that an exception sets instead. */
export function dueOf(terms: Terms, period: Interval, other: string | null, clock: Counting): Due {
  const cutoff = cutoffOf(terms, period)
  const due = other === null ? workingDaysAfter(cutoff, terms.dueDays, clock) : clock.dueOn(other)
  return { cutoff, due, last: workingDaysAfter(due, terms.graceDays, clock) }
}

export const slotStates = [
  'draft',
  'submitted',
  'returned',
  'accepted',
  'locked',
  'excused',
] as const
export type SlotState = (typeof slotStates)[number]

export interface SlotFacts {
  excused: boolean
  submitted: boolean
  returned: boolean
  accepted: boolean
  locked: boolean
}

/** Where a report stands by what happened to it last. */
export function slotState(facts: SlotFacts): SlotState {
  if (facts.locked) return 'locked'
  if (facts.accepted) return 'accepted'
  if (facts.submitted) return 'submitted'
  if (facts.excused) return 'excused'
  return facts.returned ? 'returned' : 'draft'
}

export const timings = ['notDue', 'onTime', 'late', 'missing', 'excused'] as const
export type Timing = (typeof timings)[number]

/** Whether it came on time: by the day of the first sending that was not given back as a whole. */
export function timingOf(
  { excused, sentOn }: { excused: boolean; sentOn: string | null },
  { last }: Pick<Due, 'last'>,
  today: string,
): Timing {
  if (sentOn !== null) return sentOn <= last ? 'onTime' : 'late'
  if (excused) return 'excused'
  return today > last ? 'missing' : 'notDue'
}

export interface Rates {
  /** Reports that are owed by now, those that came before they are due among them; the excused are not. */
  owed: number
  sent: number
  onTime: number
  missing: number
}

/** How many of the reports that are owed came, and came on time. */
export function ratesOf(timings: readonly Timing[]): Rates {
  const count = (...wanted: Timing[]) => timings.filter((one) => wanted.includes(one)).length
  return {
    owed: count('onTime', 'late', 'missing'),
    sent: count('onTime', 'late'),
    onTime: count('onTime'),
    missing: count('missing'),
  }
}

/** The version that counts for a period: of those from a day at or before its end the newest. */
export function versionFor<V extends { number: number; validFrom: string }>(
  versions: readonly V[],
  { to }: Interval,
): V | null {
  const fitting = versions.filter((one) => one.validFrom <= to)
  return fitting.toSorted((a, b) => b.number - a.number)[0] ?? null
}

/** Where a figure of a report stands among the figures: what is as of a day (`P`) on the period's last one. */
export function placeOf(
  measure: Measure,
  period: Interval,
  kind: 'C' | 'P' | 'R',
): Pick<FigurePlace, 'periodFrom' | 'periodTo' | 'accumulation' | 'kind'> {
  const { from, to } = period
  const actual = { periodTo: to, kind: 'actual' } as const
  if (measure === 'period') {
    return { ...actual, periodFrom: kind === 'P' ? to : from, accumulation: 'period' }
  }
  const periodFrom = sinceNewYear(period).from
  if (measure === 'cumulative') return { ...actual, periodFrom, accumulation: 'cumulative' }
  return {
    periodFrom,
    periodTo: `${to.slice(0, 4)}-12-31`,
    accumulation: kind === 'C' ? 'cumulative' : 'period',
    kind: 'yearEstimate',
  }
}

/**
 * The period that a figure is first held against: the one just before it; nine months have only last year's. What
 * counts up from 1 January has none at the beginning of a year.
 */
export function periodBefore(measure: Measure, period: Interval): Interval | null {
  if (measure !== 'period' && period.from.endsWith('-01-01')) return null
  return previousPeriod(period) ?? yearsBefore(period, 1)
}

/** A number moved by a power of ten without the errors of a multiplication: 1234.567 by 6 is 1234567000. */
export const shifted = (value: number, power: number): number => {
  const [digits = '', exponent = '0'] = String(value).split('e')
  return Number(`${digits}e${Number(exponent) + power}`)
}
