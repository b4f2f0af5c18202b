// Figures of indicators with a formula, worked out place by place from the figures of its parts. Pure.
import type { DefinitionRules } from './definition.ts'
import { figureOfInterval, type Whole } from './derive.ts'
import { type Accumulation, stages } from './figure.ts'
import { codesIn, evaluateFormula, type Formula, parseFormula } from './formula.ts'
import { type ReportedAt, togetherByFormula } from './unitfigures.ts'

/** A figure of what was, at its place. */
export interface Placed extends ReportedAt {
  indicatorId: string
}

export interface Catalogue {
  idOf: (code: string) => string | undefined
  rulesOn: (indicatorId: string, day: string) => Pick<DefinitionRules, 'acrossTime' | 'formula'>
  /** Every formula that an indicator ever had. */
  formulasOf: (indicatorId: string) => readonly string[]
}

/** Formulas may not come back to themselves; this is for data that was never asked. */
const deepest = 20

/** The formula that can be read; null for none. */
export function readFormula(text: string | null): Formula | null {
  const formula = text === null ? null : parseFormula(text)
  return formula && !('faultAt' in formula) ? formula : null
}

/** The indicators with all that their formulas are made of. */
export function madeOfAll(ids: readonly string[], catalogue: Catalogue): string[] {
  const found = new Set<string>()
  const visit = (id: string) => {
    if (found.has(id)) return
    found.add(id)
    for (const part of partsOf(id, catalogue)) visit(part)
  }
  for (const id of ids) visit(id)
  return [...found]
}

/** What the formulas of an indicator name. */
export const partsOf = (id: string, { formulasOf, idOf }: Catalogue): string[] =>
  formulasOf(id).flatMap((text) => {
    const formula = readFormula(text)
    return formula ? codesIn(formula).flatMap((code) => idOf(code) ?? []) : []
  })

/**
 * The figures of these indicators as they stand: where a formula gives one, that one, else what was reported. It is
 * worked out for the intervals that a part of it was told of, from parts of the same body and interval that are all
 * there, by the version of its last day; as settled as the least settled of them.
 */
export function withFormulas<F extends Placed>(
  figures: readonly F[],
  ids: readonly string[],
  catalogue: Catalogue,
): (F | Placed)[] {
  const own = Map.groupBy(figures, (one) => one.indicatorId)
  const standing = standingBy(own, ids, catalogue)
  return ids.flatMap((id) => standing.get(id) ?? [])
}

/** The same by indicator. The list of one that no formula gives anything is the one that was given. */
export function standingBy<F extends Placed>(
  own: ReadonlyMap<string, readonly F[]>,
  ids: readonly string[],
  catalogue: Catalogue,
): Map<string, readonly (F | Placed)[]> {
  const known = new Map<string, readonly (F | Placed)[]>()
  const resolved = (id: string, depth: number): readonly (F | Placed)[] => {
    const there = known.get(id)
    if (there) return there
    const reported = own.get(id) ?? []
    const parts = depth < deepest ? partsOf(id, catalogue) : []
    const told = parts.flatMap((part) => resolved(part, depth + 1))
    const worked = workedOut(id, told, catalogue)
    const replaced = new Set(worked.map(placed))
    const all =
      worked.length === 0
        ? reported
        : [...reported.filter((one) => !replaced.has(placed(one))), ...worked]
    known.set(id, all)
    return all
  }
  return new Map(ids.map((id) => [id, resolved(id, 0)]))
}

/** An interval has one value, however it was told. */
const placed = (one: Placed) => [one.organisationId, one.periodFrom, one.periodTo].join(' ')

function workedOut(id: string, told: readonly Placed[], catalogue: Catalogue): Placed[] {
  const found: Placed[] = []
  for (const [organisationId, those] of Map.groupBy(told, (one) => one.organisationId)) {
    const valued = those.filter((one) => one.value !== null)
    const byPart = Map.groupBy(
      valued.map(({ periodFrom: from, periodTo: to, ...one }) => ({ ...one, from, to })),
      (one) => one.indicatorId,
    )
    const intervals = Map.groupBy(valued, (one) => `${one.periodFrom} ${one.periodTo}`)
    for (const [first] of [...intervals.values()]) {
      if (!first) continue
      const interval = { from: first.periodFrom, to: first.periodTo }
      const formula = readFormula(catalogue.rulesOn(id, interval.to).formula)
      if (!formula) continue
      const used = codesIn(formula).flatMap((code) => byPart.get(catalogue.idOf(code) ?? '') ?? [])
      const value = evaluateFormula(formula, (code) => {
        const part = catalogue.idOf(code)
        if (part === undefined) return null
        const rules = catalogue.rulesOn(part, interval.to)
        return figureOfInterval(byPart.get(part) ?? [], interval, rules)?.value ?? null
      })
      if (value === null) continue
      const inside = used.filter((one) => one.from >= interval.from && one.to <= interval.to)
      const stage = stages.find((least) => inside.some((one) => one.stage === least)) ?? first.stage
      const total = inside.every((one) => one.accumulation === 'cumulative')
      const accumulation: Accumulation = total ? 'cumulative' : 'period'
      const at = { indicatorId: id, organisationId, ...{ periodFrom: interval.from } }
      found.push({
        ...{ ...at, periodTo: interval.to, accumulation, value, missingReason: null, stage },
      })
    }
  }
  return found
}

/**
 * Bodies together at the end of a period, of an indicator with a formula: the formula over what its parts are together
 * on their own axes, over the bodies that it is worked out for. Where these tell it of different intervals, of the one
 * that most tell (of as many the longer). Null where no body has one.
 */
export function wholeByFormula(
  id: string,
  bodies: readonly string[],
  day: string,
  told: readonly Placed[],
  catalogue: Catalogue & { acrossOf: (indicatorId: string) => DefinitionRules['acrossBodies'] },
): Whole {
  const none = { value: null, parts: 0, of: bodies.length }
  const formula = readFormula(catalogue.rulesOn(id, day).formula)
  if (!formula) return none
  const worked = withFormulas(told, [id], catalogue).filter(
    (one) =>
      one.periodTo === day && one.organisationId !== null && bodies.includes(one.organisationId),
  )
  const byStart = [...Map.groupBy(worked, (one) => one.periodFrom)].toSorted(
    ([first, a], [second, b]) => b.length - a.length || first.localeCompare(second),
  )
  const [most] = byStart
  if (!most) return none
  const interval = { from: most[0], to: day }
  const ofBody = Map.groupBy(
    told.map(({ periodFrom: from, periodTo: to, ...one }) => ({ ...one, from, to })),
    (one) => `${one.indicatorId} ${one.organisationId}`,
  )
  const partOf = (part: string, body: string) =>
    figureOfInterval(ofBody.get(`${part} ${body}`) ?? [], interval, catalogue.rulesOn(part, day))
      ?.value ?? null
  const codes = codesIn(formula)
  const parts = codes.map((code) => {
    const part = catalogue.idOf(code)
    return {
      rules: { acrossBodies: catalogue.acrossOf(part ?? '') },
      values: new Map(
        part === undefined ? [] : bodies.map((body) => [body, { value: partOf(part, body) }]),
      ),
      weights: new Map<string, number>(),
    }
  })
  return togetherByFormula(formula, parts, codes, bodies)
}
