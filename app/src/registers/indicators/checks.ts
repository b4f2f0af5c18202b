// What is asked about a figure before it is taken: V1 to V10. Each answers with what it found or null;
// none refuses anything, a person decides. Pure.

import type { FigureStage } from './figure.ts'
import { goesBack } from './figure.ts'

export const checkCodes = ['V1', 'V2', 'V3', 'V4', 'V5', 'V6', 'V7', 'V8', 'V9', 'V10'] as const
export type CheckCode = (typeof checkCodes)[number]

/** A question with the numbers that it is about, in the indicator's unit, in percent or in points. */
export interface Question {
  code: CheckCode
  /** What was found, and what it was held against. */
  found: number | null
  against: number | null
  /** Which kind of the check, where it has several. */
  about?: string
}

const middle = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  const upper = sorted[half] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2
}

/** Fewer earlier values say nothing about what is usual. */
const leastHistory = 5

/** Around what a series lies, and how far off the half of it is. */
export interface Usual {
  middle: number
  distance: number
}

/** What is usual by a history; null where it is too short, or was always the same: V9's question, not V1's. */
export function usualOf(history: readonly number[]): Usual | null {
  if (history.length < leastHistory) return null
  const median = middle(history)
  const distance = middle(history.map((one) => Math.abs(one - median)))
  return distance === 0 ? null : { middle: median, distance }
}

/** Further from the median of its own history than three times the median of such distances. */
export const isUnusual = (value: number, usual: Usual): boolean =>
  Math.abs(value - usual.middle) > 3 * usual.distance

/** V1: unusual by its own history. */
export function outlier(value: number, history: readonly number[]): Question | null {
  const usual = usualOf(history)
  return usual && isUnusual(value, usual)
    ? { code: 'V1', found: value, against: usual.middle }
    : null
}

/** V2: a total since the year began that is below that of the month before. */
export const totalFalls = (total: number, before: number | null): Question | null =>
  before !== null && total < before ? { code: 'V2', found: total, against: before } : null

/** Whether a value is some thousand times a former one, or a thousandth of it: tỷ for triệu. */
export function isThousandfold(value: number, former: number | null): boolean {
  if (former === null || former === 0 || value === 0) return false
  const times = Math.abs(value / former)
  // A thousand times and a factor of two: growth alone does not get there.
  return times >= 500 || times <= 1 / 500
}

/**
 * V3: the text names a percentage where the indicator has none (or the reverse), or the value is a thousand
 * times the last one, or a thousandth: tỷ for triệu.
 */
export function unitMismatch(
  value: number,
  last: number | null,
  units: { written: string | null; own: string },
): Question | null {
  const part = (unit: string) => unit === '%' || unit === 'point'
  if (units.written !== null && part(units.written) !== part(units.own))
    return { code: 'V3', found: value, against: last, about: 'unit' }
  return isThousandfold(value, last)
    ? { code: 'V3', found: value, against: last, about: 'thousand' }
    : null
}

/** V4: the bodies together differ from the province's figure by more than `tolerance` (0.01: one percent). */
export function sumDiffers(
  sum: { value: number | null; parts: number; of: number },
  province: number | null,
  tolerance = 0.01,
): Question | null {
  // A sum of some of them is no sum.
  if (sum.value === null || province === null || sum.parts < sum.of) return null
  return Math.abs(sum.value - province) > Math.abs(province) * tolerance
    ? { code: 'V4', found: sum.value, against: province }
    : null
}

/** V5: outside of what the definition allows. */
export function outsideLimits(
  value: number,
  { least, most }: { least: number | null; most: number | null },
): Question | null {
  if (least !== null && value < least) return { code: 'V5', found: value, against: least }
  return most !== null && value > most ? { code: 'V5', found: value, against: most } : null
}

/** Points by which what was typed may differ from what was worked out: rounding of one decimal. */
const rounding = 0.05
/** What floats leave behind. */
const dust = 1e-9

/** V6: growth as typed (percent or points) against growth as worked out from the two values. */
export const growthDiffers = (
  typed: number,
  workedOut: number | null,
  allowed = rounding,
): Question | null =>
  workedOut !== null && Math.abs(typed - workedOut) > allowed + dust
    ? { code: 'V6', found: typed, against: workedOut }
    : null

/** V7: share of the plan as typed against the share as worked out, both in percent. */
export const shareDiffers = (
  typed: number,
  workedOut: number | null,
  allowed = rounding,
): Question | null =>
  workedOut !== null && Math.abs(typed - workedOut) > allowed + dust
    ? { code: 'V7', found: typed, against: workedOut }
    : null

/** V8: an official value becomes an estimate again. */
export const stageFalls = (before: FigureStage | null, after: FigureStage): Question | null =>
  before !== null && goesBack(before, after) ? { code: 'V8', found: null, against: null } : null

/** V9: the third time the same value; `former`, oldest first. Zero three times is nothing special. */
export function unchangedThrice(value: number, former: readonly number[]): Question | null {
  const last = former.slice(-2)
  return value !== 0 && last.length === 2 && last.every((one) => one === value)
    ? { code: 'V9', found: value, against: null }
    : null
}

/** V10: changed after its period was published, without a reason. */
export const lateWithoutReason = (
  recordedAt: string,
  publishedAt: string | null,
  reason: string | null,
): Question | null =>
  publishedAt !== null && recordedAt > publishedAt && !reason?.trim()
    ? { code: 'V10', found: null, against: null }
    : null
