// What there is to ask about figures that documents say: their unit and limits, and growth and share of the plan as
// written against what the figures give (V3, V5, V6, V7). They ask, they refuse nothing. Pure.
import {
  growthDiffers,
  outsideLimits,
  type Question,
  shareDiffers,
  unitMismatch,
} from './checks.ts'
import type { ObservationView } from './contract.ts'
import { breakBetween, type DefinitionRules } from './definition.ts'
import { growth, shareOfPlan } from './derive.ts'
import { nameKey } from './indicator.ts'
import { type Interval, yearsBefore } from './period.ts'

/** A plan that stands: of the province (null) or of a body, by its name. */
export interface Plan extends Interval {
  body: string | null
  value: number
}

interface Known {
  indicator: { kind: 'C' | 'P' | 'R'; unit: string }
  rulesOn: (day: string) => DefinitionRules
  breaks: readonly { onDay: string; comparable: boolean }[]
  plans: readonly Plan[]
  /** Exact figures of the province as a whole, reported ones last. */
  province: readonly (Interval & { value: number })[]
}

/** The plan that a figure is a part of: one that begins with what counts up, else one that holds its last day. */
export const planFor = <P extends Plan>(
  plans: readonly P[],
  { from, to }: Interval,
  kind: 'C' | 'P' | 'R',
  body: string | null,
): P | null =>
  plans.find(
    (one) =>
      (one.body === null ? null : nameKey(one.body)) === (body === null ? null : nameKey(body)) &&
      to <= one.to &&
      (kind === 'C' ? from === one.from : to >= one.from),
  ) ?? null

/** Only what is told exactly can be recomputed: "gần 390 nghìn tỷ" gives no growth. */
const exact = (one: ObservationView) =>
  one.value !== null && one.valueMax === null && one.of === null && one.bound === null

/** By the figure's id; those without a question are left out. */
export function askedOf(
  figures: readonly ObservationView[],
  known: Known,
): { observationId: string; questions: Question[] }[] {
  return figures.flatMap((one) => {
    const questions = questionsOn(one, figures, known)
    return questions.length === 0 ? [] : [{ observationId: one.id, questions }]
  })
}

function questionsOn(
  one: ObservationView,
  figures: readonly ObservationView[],
  { indicator, rulesOn, breaks, plans, province }: Known,
): Question[] {
  const { value, period, unit, place } = one
  if (value === null || !period?.from || !period.to) return []
  const interval = { from: period.from, to: period.to }
  const rules = rulesOn(interval.to)
  const former = yearsBefore(interval, 1)
  const same = (other: Interval) => other.from === former.from && other.to === former.to
  const told = figures.findLast(
    (other) =>
      other.place === place &&
      other.unit === unit &&
      other.modality !== 'target' &&
      other.modality !== 'forecast' &&
      exact(other) &&
      same({ from: other.period?.from ?? '', to: other.period?.to ?? '' }),
  )
  const sent = place === null && unit === indicator.unit ? province.findLast(same) : undefined
  const across = breakBetween(breaks, former.to, interval.to) !== null
  const before = across ? null : (sent?.value ?? told?.value ?? null)
  const grown = exact(one) ? growth(value, before, rules) : null
  const plan = planFor(plans, interval, indicator.kind, place)
  const share =
    exact(one) && unit === indicator.unit ? shareOfPlan(value, plan?.value ?? null) : null
  return [
    unitMismatch(value, null, { written: unit, own: indicator.unit }),
    unit === indicator.unit ? outsideLimits(value, rules) : null,
    ...one.comparisons.map((said) => {
      const typed = said.amount
      if (typed === null) return null
      const aim = said.versus === 'plan' || said.versus === 'estimate'
      if (aim && said.direction === 'ratio' && said.unit === '%')
        return shareDiffers(typed, share, roundingOf(typed))
      if (said.versus !== 'samePeriod' || grown === null) return null
      const change = changeOf(said, grown.unit)
      return change === null ? null : growthDiffers(change, grown.amount, roundingOf(typed))
    }),
  ].filter((question) => question !== null)
}

/** What a comparison says as a change in percent or points: "giảm 3%" is −3, "bằng 98,6%" −1,4; null for another unit. */
function changeOf(
  { direction, amount, unit }: ObservationView['comparisons'][number],
  wanted: '%' | 'point',
): number | null {
  if (amount === null) return null
  if (direction !== 'ratio')
    return unit === wanted ? (direction === 'down' ? -amount : amount) : null
  if (wanted !== '%') return null
  return unit === '%' ? amount - 100 : unit === 'times' ? (amount - 1) * 100 : null
}

/** As far as a number may be off by its last digit: "9%" stands for 8,5 to 9,5. At least half a tenth. */
export function roundingOf(written: number): number {
  const decimals = /\.(\d+)$/.exec(String(written))?.[1]?.length ?? 0
  return Math.max(0.05, 0.5 / 10 ** decimals)
}
