// Figures of bodies for one period: each as reported or as it follows, together, and on the map of a day. Pure.
import type { DefinitionRules } from './definition.ts'
import { figureOfInterval, type Part, type Whole, wholeOf } from './derive.ts'
import { type Accumulation, type FigureStage, type MissingReason, stages } from './figure.ts'
import { evaluateFormula, type Formula } from './formula.ts'
import type { Interval } from './period.ts'
import { type Descent, type Mapped, type Rebased, rebase } from './rebase.ts'

/** What one body has for the period. */
export interface UnitValue {
  value: number | null
  missingReason: MissingReason | null
  stage: FigureStage | null
  /** As reported, out of totals or months, or by the formula of its indicator. */
  worked: 'reported' | 'cumulative' | 'months' | 'formula' | null
}

/** A figure of what was, of one indicator. */
export interface ReportedAt {
  /** Null: the province as a whole. */
  organisationId: string | null
  periodFrom: string
  periodTo: string
  accumulation: Accumulation
  value: number | null
  missingReason: MissingReason | null
  stage: FigureStage
}

/** Indicators by code, with what is known of each for the period. */
export interface Known {
  rules: DefinitionRules
  /** By body; the province as a whole under null. */
  values: ReadonlyMap<string | null, UnitValue>
  weights: ReadonlyMap<string | null, number>
}

export const noValue: UnitValue = { value: null, missingReason: null, stage: null, worked: null }

/** What each body reported for the interval, or what follows from what it reported. */
export function valuesOf(
  reported: readonly ReportedAt[],
  interval: Interval,
  rules: Pick<DefinitionRules, 'acrossTime'>,
): Map<string | null, UnitValue> {
  const found = new Map<string | null, UnitValue>()
  for (const [id, own] of Map.groupBy(reported, (one) => one.organisationId)) {
    const all = own.map(({ periodFrom: from, periodTo: to, ...one }) => ({ ...one, from, to }))
    const here = all.filter((one) => one.from === interval.from && one.to === interval.to)
    const figure = figureOfInterval(all, interval, rules)
    const missing = here.find((one) => one.missingReason !== null)
    if (figure) {
      const parts = figure.by === 'reported' ? here.filter((one) => one.value !== null) : all
      const stage = leastSettled(parts.map((one) => one.stage))
      found.set(id, { value: figure.value, missingReason: null, stage, worked: figure.by })
    } else if (missing)
      found.set(id, { ...noValue, missingReason: missing.missingReason, stage: missing.stage })
  }
  return found
}

const leastSettled = (all: readonly (FigureStage | null)[]): FigureStage | null =>
  stages.find((stage) => all.includes(stage)) ?? null

/**
 * Of every body what the formula gives with its figures; where it gives nothing, what the body itself reported.
 * The stage is the least settled of what it is made of.
 */
export function byFormula(
  formula: Formula,
  parts: readonly ReadonlyMap<string | null, UnitValue>[],
  codes: readonly string[],
  own: ReadonlyMap<string | null, UnitValue>,
): Map<string | null, UnitValue> {
  const bodies = new Set([...own.keys(), ...parts.flatMap((one) => [...one.keys()])])
  const found = new Map<string | null, UnitValue>()
  for (const id of bodies) {
    const values = parts.map((one) => one.get(id) ?? noValue)
    const value = evaluateFormula(formula, (code) => values[codes.indexOf(code)]?.value ?? null)
    const stage = leastSettled(values.map((one) => one.stage))
    if (value !== null) found.set(id, { value, missingReason: null, stage, worked: 'formula' })
    else found.set(id, own.get(id) ?? noValue)
  }
  return found
}

/** Of `Known` what figures together need. */
export interface Summed {
  rules: Pick<DefinitionRules, 'acrossBodies'>
  values: ReadonlyMap<string | null, Pick<UnitValue, 'value'>>
  weights: ReadonlyMap<string | null, number>
}

/** The figures of these bodies together, on the axis of the indicator. */
export function together(known: Summed, bodies: readonly string[]): Whole {
  const parts = bodies.map(
    (id): Part => ({
      value: known.values.get(id)?.value ?? null,
      weight: known.weights.get(id) ?? null,
    }),
  )
  return wholeOf(parts, known.rules.acrossBodies)
}

/** As `together`, of an indicator with a formula: of what its parts are together, over bodies that have them all. */
export function togetherByFormula(
  formula: Formula,
  parts: readonly Summed[],
  codes: readonly string[],
  bodies: readonly string[],
): Whole {
  const whole = bodies.filter((id) => parts.every((one) => one.values.get(id)?.value != null))
  const sums = parts.map((one) => together(one, whole).value)
  const value =
    whole.length === 0
      ? null
      : evaluateFormula(formula, (code) => sums[codes.indexOf(code)] ?? null)
  return { value, parts: whole.length, of: bodies.length }
}

export interface Lineage {
  descents: readonly Descent[]
  lastDayOf: (id: string) => string | null
}

/** Figures of these bodies on the map of a day. */
export function mapped(
  known: Known,
  bodies: readonly string[],
  { descents, lastDayOf }: Lineage,
  at: { periodTo: string; day: string },
): Mapped {
  const values = bodies.flatMap((id) => {
    const value = known.values.get(id)?.value
    return value == null
      ? []
      : [{ organisationId: id, value, weight: known.weights.get(id) ?? null }]
  })
  return rebase(values, descents, lastDayOf, at, known.rules.acrossBodies)
}

/** The formula over figures that are on the map already: as exact as the least exact of them. */
export function mappedByFormula(
  formula: Formula,
  parts: readonly Mapped[],
  codes: readonly string[],
): Mapped {
  const ids = [...new Set(parts.flatMap(({ rows }) => rows.map((row) => row.organisationId)))]
  const rows = ids.map((id): Rebased => {
    const those = parts.map(({ rows: all }) => all.find((row) => row.organisationId === id))
    const there = those.filter((one) => one !== undefined)
    const value = evaluateFormula(formula, (code) => those[codes.indexOf(code)]?.value ?? null)
    const how = doubts.find((doubt) => there.some((one) => one.how === doubt)) ?? 'own'
    return {
      organisationId: id,
      value,
      from: [...new Set(there.flatMap((one) => one.from))],
      parts: Math.min(...there.map((one) => one.parts)),
      of: Math.max(...there.map((one) => one.of)),
      how,
    }
  })
  return { rows, control: null }
}

const doubts = ['weightMissing', 'shareUnknown', 'notAdded', 'estimated', 'exact'] as const

/** Those that stand below none of the others. */
export const topmost = (
  bodies: readonly string[],
  below: ReadonlyMap<string, ReadonlySet<string>>,
): { top: string[]; inside: Map<string, string> } => {
  const inside = new Map<string, string>()
  for (const id of bodies) {
    const above = bodies.find((one) => one !== id && below.get(one)?.has(id))
    if (above) inside.set(id, above)
  }
  return { top: bodies.filter((id) => !inside.has(id)), inside }
}
