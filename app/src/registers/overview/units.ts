// Rules of the units' screens: what a unit has at the end of a period, how it stands to its own plan, all together,
// and in what order. Pure; days are `YYYY-MM-DD`, amounts in the indicator's own unit.
import type { DefinitionRules } from '../indicators/definition.ts'
import { type Whole, wholeOf } from '../indicators/derive.ts'
import type { Accumulation, FigureStage, MissingReason } from '../indicators/figure.ts'
import type { Interval } from '../indicators/period.ts'
import { countedFrom, standingOf } from '../indicators/standing.ts'
import {
  type Authority,
  byNearness,
  standingOn,
  type TargetState,
  targetStates,
  type Version,
} from '../indicators/target.ts'
import { topmost } from '../indicators/unitfigures.ts'

/** As to a target; `missing`: nothing came for the period; `notAsked`: it has neither a plan nor any figure. */
export const unitStates = [...targetStates, 'missing', 'notAsked'] as const
export type UnitState = TargetState | 'missing' | 'notAsked'

/** What a unit reported of one indicator. */
export interface UnitFigure {
  periodFrom: string
  periodTo: string
  accumulation: Accumulation
  value: number | null
  missingReason: MissingReason | null
  stage: FigureStage
}

/** A plan of a unit, with its versions. */
export interface UnitPlan extends Interval {
  authority: Authority | null
  versions: readonly Version[]
}

/** What a unit has at the end of a period. */
export interface UnitCell {
  value: number | null
  state: UnitState
  /** The part of what is expected by then that is reached (turned round where less is better). */
  share: number | null
  /** Part of the whole plan. */
  ofTarget: number | null
  expected: { low: number; high: number; years: number; by: string } | null
  target: { low: number; high: number } | null
  /** Why nothing came, where that was said. */
  missing: MissingReason | null
}

export interface UnitSeries {
  indicator: {
    kind: 'C' | 'P' | 'R'
    unit: string
    direction: 'up' | 'down' | 'band' | 'none'
  }
  reported: readonly UnitFigure[]
  plans: readonly UnitPlan[]
  rulesOn: (day: string) => DefinitionRules
  breaks: readonly { onDay: string; comparable: boolean; reason: string }[]
}

/** Of a unit that something was awaited of, and of which nothing came. */
export const nothingCame: UnitCell = {
  ...{ value: null, state: 'missing', share: null, ofTarget: null },
  ...{ expected: null, target: null, missing: null },
}

/**
 * What a unit has on each of these days. A figure that counts up is told since the year (or its plan) began, others
 * of the period that ends on the day. It is held against the plan as it counted then, on the newest day (`newest`)
 * as it counts today.
 */
export function cellsOn(
  series: UnitSeries,
  days: readonly string[],
  { newest, today }: { newest: string | null; today: string },
): UnitCell[] {
  if (series.reported.length === 0 && series.plans.length === 0)
    return days.map(() => ({ ...nothingCame, state: 'notAsked' }))
  const known = new Map<Interval, ReturnType<typeof countedFrom>>()
  const counted = (aim: Interval) => {
    const found =
      known.get(aim) ?? countedFrom(series.reported, aim, series.indicator.kind, series.rulesOn)
    known.set(aim, found)
    return found
  }
  const years = new Map(
    days.map((day) => {
      const year = day.slice(0, 4)
      return [year, { from: `${year}-01-01`, to: `${year}-12-31` }] as const
    }),
  )
  return days.map((day): UnitCell => {
    const plans = plansOn(series.plans, day)
    const versionNow = (plan: UnitPlan | null) =>
      plan && versionOn(plan.versions, day === newest ? today : day)
    const targetOf = (now: Version | null) =>
      now?.low == null || now.high === null ? null : { low: now.low, high: now.high }
    // A plan of a term asks for what counts since its first day: where that is not told, the year's figure stands alone.
    for (const plan of [...plans, null]) {
      const aim = plan ?? years.get(day.slice(0, 4)) ?? { from: day, to: day }
      const now = versionNow(plan)
      const reported = counted(aim).filter((one) => one.to <= day)
      const { breaks, indicator } = series
      const standing = standingOf(indicator, aim, now, { said: [], reported }, breaks)
      if (standing.asOf !== day || standing.actual === null) continue
      return {
        value: standing.actual,
        state: standing.state,
        share: standing.share,
        ofTarget: standing.ofTarget,
        expected: standing.expected,
        target: targetOf(now),
        missing: null,
      }
    }
    const why = series.reported.find((one) => one.periodTo === day && one.missingReason !== null)
    const target = targetOf(versionNow(plans[0] ?? null))
    return { ...nothingCame, target, missing: why?.missingReason ?? null }
  })
}

/** The plans that a day lies in: those of the shortest period first, of these the council's. */
export const plansOn = (plans: readonly UnitPlan[], day: string): UnitPlan[] =>
  plans.filter(({ from, to }) => from <= day && day <= to).toSorted(byNearness)

/** The version that counted on a day; before the first was decided, that one. */
export function versionOn<V extends Pick<Version, 'number' | 'decidedOn' | 'withdrawn'>>(
  versions: readonly V[],
  day: string,
): V | null {
  const first = versions.map(({ decidedOn }) => decidedOn).toSorted()[0]
  return first === undefined ? null : standingOn(versions, day < first ? first : day)
}

/**
 * What each unit adds to all together: what its cell says. What counts up has to be of the same days: where the plans of
 * units begin on different ones, it is what came since the year began.
 */
export function addends(
  units: readonly { series: UnitSeries; cell: UnitCell }[],
  day: string,
): (number | null)[] {
  const year = `${day.slice(0, 4)}-01-01`
  const begun = new Set(
    units.map(({ series: { indicator, plans } }) =>
      indicator.kind === 'C' ? (plansOn(plans, day)[0]?.from ?? year) : year,
    ),
  )
  const [first] = begun
  if (begun.size > 1)
    return units.map(({ series }) => {
      const [alone] = cellsOn({ ...series, plans: [] }, [day], { newest: null, today: day })
      return alone?.value ?? null
    })
  // Without its plan a cell is told since the year began, which others may not be.
  return units.map(({ cell }) => (first === year || cell.target !== null ? cell.value : null))
}

/**
 * The units that an indicator is of together on its axis: sums are added, means weighed, the others left alone. What
 * stands below another of these units counts in that one.
 */
export function allTogether(
  units: readonly { id: string; value: number | null; weight: number | null }[],
  below: ReadonlyMap<string, ReadonlySet<string>>,
  across: DefinitionRules['acrossBodies'],
): Whole {
  const { inside } = topmost(
    units.map(({ id }) => id),
    below,
  )
  return wholeOf(
    units.filter(({ id }) => !inside.has(id)),
    across,
  )
}

const urgency: readonly UnitState[] = ['late', 'watch', 'missing', 'notJudged', 'onTrack']

interface Ranked {
  name: string
  cell: UnitCell
}

/**
 * Units in their order: by the part of what is expected that is reached where any has one, else by the figure, the
 * better first. What cannot be ranked stands behind, without a rank; equals share one.
 */
export function ranking<U extends Ranked>(
  units: readonly U[],
  direction: 'up' | 'down' | 'band' | 'none',
): { by: 'share' | 'value'; ranked: (U & { rank: number })[]; others: U[] } {
  const by = units.some(({ cell }) => cell.share !== null) ? 'share' : 'value'
  const keyOf = ({ cell }: Ranked): number | null =>
    by === 'share'
      ? cell.share
      : cell.value === null
        ? null
        : direction === 'down'
          ? -cell.value
          : cell.value
  // In a band neither more nor less is better, and where nobody says what is better no figure is.
  const none = by === 'value' && (direction === 'band' || direction === 'none')
  const there = units.flatMap((unit) => {
    const key = none ? null : keyOf(unit)
    return key === null ? [] : [{ unit, key }]
  })
  const sorted = there.toSorted(
    (a, b) => b.key - a.key || a.unit.name.localeCompare(b.unit.name, 'vi'),
  )
  const ranked = sorted.map(({ unit, key }) => ({
    ...unit,
    rank: sorted.filter((other) => other.key > key).length + 1,
  }))
  const placed = new Set(there.map(({ unit }) => unit))
  return {
    ...{ by, ranked },
    others: units
      .filter((unit) => !placed.has(unit))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'vi')),
  }
}

/** Rows with most that is late first, then to be watched, then missing; equals by name. */
export function byStates<R extends { name: string; cells: readonly { state: UnitState }[] }>(
  rows: readonly R[],
): R[] {
  const counts = new Map(
    rows.map((row) => [
      row,
      urgency.map((state) => row.cells.filter((cell) => cell.state === state).length),
    ]),
  )
  return rows.toSorted((a, b) => {
    const of = counts.get(a) ?? []
    const other = counts.get(b) ?? []
    const at = urgency.findIndex((_, index) => of[index] !== other[index])
    return at < 0 ? a.name.localeCompare(b.name, 'vi') : (other[at] ?? 0) - (of[at] ?? 0)
  })
}

/** What changed between two periods: of rates in points, of others in percent of the former, null where none. */
export function changeOf(
  before: UnitCell,
  after: UnitCell,
  rate: boolean,
): { amount: number; unit: '%' | 'point' } | null {
  if (before.value === null || after.value === null) return null
  if (rate) return { amount: after.value - before.value, unit: 'point' }
  if (before.value <= 0) return null
  return { amount: (after.value / before.value - 1) * 100, unit: '%' }
}
