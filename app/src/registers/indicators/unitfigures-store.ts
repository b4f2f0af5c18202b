// Figures of the units for one period, read with all that follows from them.
import { sql } from 'kysely'
import { todayInVietnam } from '../../calendar.ts'
import { atOnce } from '../../database/at-once.ts'
import { holds } from '../../database/days.ts'
import { eachRequest } from '../../database/prepared.ts'
import type { Reads, Row } from '../../database/tables.ts'
import { type Actor, authorise } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { organisationNames } from '../organisations/names.ts'
import { reach } from '../people/grants.ts'
import { sumDiffers } from './checks.ts'
import { isCounted } from './counted.ts'
import { type Defined, definedOf } from './definition-store.ts'
import type { Placed } from './derived-figures.ts'
import { countedFigures, countedPeriods } from './derived-store.ts'
import { recordAt, valuesOf as valuesAt } from './figure-reads-store.ts'
import { codesIn, type Formula, parseFormula } from './formula.ts'
import { type Interval, sinceNewYear } from './period.ts'
import type { Mapped } from './rebase.ts'
import { allIndicators } from './store.ts'
import {
  byFormula,
  type Known,
  type Lineage,
  mapped,
  mappedByFormula,
  noValue,
  together,
  togetherByFormula,
  topmost,
  valuesOf,
} from './unitfigures.ts'
import type { MapOf, UnitFigures } from './unitfigures-contract.ts'

interface Asked {
  from?: string | undefined
  to?: string | undefined
  map?: MapOf | undefined
  at?: string | undefined
}

/** The figures of all units for a period. `notFound` for no such indicator. */
export async function unitFiguresOf(
  db: Reads,
  actor: Actor,
  id: string,
  asked: Asked,
): Promise<UnitFigures> {
  authorise(actor, 'register.read', actor.provinceId)
  const { provinceId } = actor
  const indicators = await allIndicators(db, provinceId)
  if (!indicators.some((one) => one.indicator_id === id)) throw new Problem('notFound')
  const defined = await definedOf(db, provinceId, indicators)
  const today = todayInVietnam()
  const { ids: formed } = madeOf(indicators, defined, id, asked.to ?? today)
  const recordedOf = await periodsOf(db, provinceId, formed)
  const countsOf = countedOnce(db, actor, indicators)
  const periods = newestFirst([...recordedOf, ...countedPeriods(await countsOf(formed))])
  const wanted = asked.from && asked.to ? { from: asked.from, to: asked.to } : null
  const period = wanted ?? periods[0] ?? null
  // By the formula of the period, as everything else of it.
  const made = madeOf(indicators, defined, id, period?.to ?? today)
  const rules = defined.rulesOn(id, period?.to ?? today)
  const weightRow = indicators.find((one) => one.indicator_id === rules.weightIndicatorId)
  const map = asked.map ?? 'then'
  const told = {
    ...{ periods, period, map, across: rules.acrossBodies, formula: rules.formula },
    written: defined.isSaid(id, period?.to ?? today)
      ? { entryFactor: rules.entryFactor, decimals: rules.decimals }
      : null,
    weight: weightRow
      ? { id: weightRow.indicator_id, nameVi: weightRow.name_vi, nameEn: weightRow.name_en }
      : null,
  }
  const nothing = { rows: [], missing: [], province: null, question: null, control: null }
  const empty = { ...told, ...nothing, day: null, whole: { value: null, parts: 0, of: 0 } }
  if (period === null) return empty

  const asOf = asked.at ? await recordAt(db, provinceId, new Date(asked.at).toISOString()) : null
  const begun = [period.from, sinceNewYear(period).from].toSorted()[0] ?? period.from
  const recorded = await valuesAt(
    db,
    actor,
    { indicatorIds: made.withWeights, kind: 'actual', endsFrom: begun, endsTo: period.to },
    asOf,
  )
  const counted = asOf === null ? await countsOf(made.withWeights) : []
  const figures = [
    ...recorded,
    ...counted.filter((one) => one.periodTo >= begun && one.periodTo <= period.to),
  ]
  const tree = treeOf(made, figures, defined, period)
  const { all, expected, lines } = await bodiesOf(db, provinceId, made.ids, period, figures, today)
  const below = await reach(db, provinceId, all, period.to, 'down')
  const { top, inside } = topmost(all, below)
  const whole = wholeIn(tree, top)
  const own = tree.known.values.get(null)
  const province = own?.value == null ? null : { value: own.value, stage: own.stage }
  const question =
    rules.acrossBodies === 'sum' || tree.formula ? sumDiffers(whole, province?.value ?? null) : null
  const day = map === 'now' ? today : period.to
  const shown = map === 'now' ? mapIn(tree, top, lines, { periodTo: period.to, day }) : null
  const ids = [...all, ...(shown?.rows.map((one) => one.organisationId) ?? [])]
  const names = await organisationNames(db, provinceId, ids, day)
  const thenNames = map === 'now' ? await organisationNames(db, provinceId, all, period.to) : names
  const body = (one: string, of = names) => ({ id: one, name: of.get(one) ?? '' })
  const value = (one: string) => tree.known.values.get(one) ?? noValue
  const rows = shown
    ? shown.rows.map(({ organisationId, from, ...one }) => ({
        ...{ organisation: body(organisationId), ...one },
        ...{ missingReason: null, stage: value(organisationId).stage, worked: null, inside: null },
        from: one.how === 'own' ? [] : from.map((former) => body(former, thenNames)),
      }))
    : all.map((one) => {
        const above = inside.get(one)
        const there = value(one).value !== null
        return {
          ...{ organisation: body(one), ...value(one), how: 'own' as const, from: [] },
          ...{ parts: there ? 1 : 0, of: 1, inside: above ? body(above) : null },
        }
      })
  return {
    ...{ ...told, day, whole, province, question, control: shown?.control ?? null },
    rows: rows
      .filter((one) => shown !== null || one.value !== null)
      .toSorted((a, b) => a.organisation.name.localeCompare(b.organisation.name, 'vi')),
    missing: all
      .filter((one) => value(one).value === null && (expected.has(one) || !inside.has(one)))
      .map((one) => ({
        organisation: body(one, thenNames),
        missingReason: value(one).missingReason,
      }))
      .toSorted((a, b) => a.organisation.name.localeCompare(b.organisation.name, 'vi')),
  }
}

/** What is counted of reports for some of the indicators: counted once, and where one of them asks for it. */
function countedOnce(db: Reads, actor: Actor, indicators: readonly Row<'indicator'>[]) {
  const asked = { whole: true, units: 'all' } as const
  const codes = new Map(indicators.map((one) => [one.indicator_id, one.code]))
  let counted: Promise<Placed[]> | null = null
  return async (ids: readonly string[]): Promise<Placed[]> => {
    if (!ids.some((id) => isCounted(codes.get(id) ?? ''))) return []
    counted ??= countedFigures(db, actor, indicators, asked)
    return (await counted).filter((one) => ids.includes(one.indicatorId))
  }
}

/** What an indicator is made of: itself, and through its formula others. */
interface Made {
  id: string
  /** Itself and all indicators in its formulas. */
  ids: string[]
  withWeights: string[]
  formula: { formula: Formula; codes: string[]; of: Made[] } | null
}

/** Formulas may not come back to themselves (`formulaCycle`); `deepest` is for data that was never asked. */
const deepest = 20

function madeOf(
  indicators: readonly Row<'indicator'>[],
  defined: Defined,
  id: string,
  day: string,
  depth = 0,
): Made {
  const rules = defined.rulesOn(id, day)
  const parsed = rules.formula && depth < deepest ? parseFormula(rules.formula) : null
  const formula = parsed && !('faultAt' in parsed) ? parsed : null
  const codes = formula ? codesIn(formula) : []
  const parts = codes.flatMap((code) => indicators.find((one) => one.code === code) ?? [])
  const of = parts.map((one) => madeOf(indicators, defined, one.indicator_id, day, depth + 1))
  const known = formula !== null && parts.length === codes.length
  return {
    id,
    ids: [...new Set([id, ...of.flatMap((one) => one.ids)])],
    withWeights: [
      ...new Set([
        id,
        ...(rules.weightIndicatorId ? [rules.weightIndicatorId] : []),
        ...of.flatMap((one) => one.withWeights),
      ]),
    ],
    formula: known ? { formula, codes, of } : null,
  }
}

interface Tree {
  known: Known
  formula: { formula: Formula; codes: string[]; of: Tree[] } | null
}

/** What every body has of an indicator, its formulas worked out from the leaves on. */
function treeOf(made: Made, figures: readonly Placed[], defined: Defined, period: Interval): Tree {
  const rules = defined.rulesOn(made.id, period.to)
  const of = (id: string) => figures.filter((one) => one.indicatorId === id)
  const own = valuesOf(of(made.id), period, rules)
  const weights = new Map<string | null, number>()
  if (rules.weightIndicatorId) {
    const weighing = of(rules.weightIndicatorId)
    // A stock is told of a day, a mean of the period that ends with it; of the same period before others.
    for (const one of weighing)
      if (one.periodTo === period.to && one.value !== null)
        weights.set(one.organisationId, one.value)
    const exact =
      weighing.length > 0
        ? valuesOf(weighing, period, defined.rulesOn(rules.weightIndicatorId, period.to))
        : []
    for (const [body, { value }] of exact) if (value !== null) weights.set(body, value)
  }
  if (!made.formula) return { known: { rules, values: own, weights }, formula: null }
  const { formula, codes } = made.formula
  const parts = made.formula.of.map((one) => treeOf(one, figures, defined, period))
  const values = byFormula(
    formula,
    parts.map((one) => one.known.values),
    codes,
    own,
  )
  return { known: { rules, values, weights }, formula: { formula, codes, of: parts } }
}

const wholeIn = ({ known, formula }: Tree, bodies: readonly string[]) =>
  formula
    ? togetherByFormula(
        formula.formula,
        formula.of.map((one) => one.known),
        formula.codes,
        bodies,
      )
    : together(known, bodies)

function mapIn(
  { known, formula }: Tree,
  bodies: readonly string[],
  lines: Lineage,
  at: { periodTo: string; day: string },
): Mapped {
  if (!formula) return mapped(known, bodies, lines, at)
  const parts = formula.of.map((one) => mapIn(one, bodies, lines, at))
  return mappedByFormula(formula.formula, parts, formula.codes)
}

/** Periods to choose from. */
const periodsShown = 60

/** Each once, by its end, of one end the longest first. */
const newestFirst = (periods: readonly Interval[]): Interval[] =>
  [...new Map(periods.map((one) => [`${one.from} ${one.to}`, one])).values()]
    .toSorted((a, b) => b.to.localeCompare(a.to) || a.from.localeCompare(b.from))
    .slice(0, periodsShown)

/** Periods of which units have figures, the newest first, of one end the longest. */
async function periodsOf(
  db: Reads,
  provinceId: number,
  ids: readonly string[],
): Promise<Interval[]> {
  const { rows } = await sql<{ period_from: string; period_to: string }>`
    select distinct period_to, period_from from figure
    where province_id = ${provinceId} and indicator_id = any(${[...ids]}::uuid[])
      and organisation_id is not null and kind = 'actual'
    order by period_to desc, period_from limit ${periodsShown} ${eachRequest}`.execute(db)
  return rows.map((row) => ({ from: row.period_from, to: row.period_to }))
}

/**
 * Bodies that the figure is of: those that have one, and those that standed on the last day of the period and had one
 * that year, or of which a regime asks it. Lines of descent and last days of all.
 */
async function bodiesOf(
  db: Reads,
  provinceId: number,
  ids: readonly string[],
  period: Interval,
  figures: readonly Placed[],
  today: string,
): Promise<{ all: string[]; expected: ReadonlySet<string>; lines: Lineage }> {
  const told = new Set(
    figures.flatMap(({ indicatorId, organisationId }) =>
      organisationId && ids.includes(indicatorId) ? [organisationId] : [],
    ),
  )
  const { asked, standing, lines } = await atOnce(db, bodiesAsked(provinceId, ids, period, today))
  const expected = new Set(asked.map((row) => row.organisation_id))
  const bodies = new Map(standing.map((row) => [row.organisation_id, row]))
  const valued = new Set(
    figures.flatMap((one) =>
      one.periodTo === period.to && one.organisationId ? [one.organisationId] : [],
    ),
  )
  const all = [...new Set([...told, ...expected])].filter((id) => {
    const body = bodies.get(id)
    // The province as a whole is told apart.
    return body && body.kind !== 'province' && (body.stood || valued.has(id))
  })
  return {
    all,
    expected,
    lines: {
      descents: lines.map((row) => ({
        ...{ from: row.predecessor_id, to: row.successor_id, on: row.effective_on },
        share: row.weight === null ? null : Number(row.weight),
      })),
      lastDayOf: (id) => bodies.get(id)?.valid_to ?? null,
    },
  }
}

/** Of whom a regime asks an indicator for the period; all bodies; lines of descent until today. */
const bodiesAsked = (
  provinceId: number,
  ids: readonly string[],
  period: Interval,
  today: string,
) => ({
  asked: sql<{ organisation_id: string }>`
    select distinct s.organisation_id from report_slot s
    join lateral (select number from report_regime_version
      where report_regime_version.province_id = ${provinceId}
        and report_regime_version.regime_id = s.regime_id
        and report_regime_version.valid_from <= s.period_to
      order by valid_from desc, number desc limit 1) v on true
    join report_line l on l.province_id = ${provinceId} and l.regime_id = s.regime_id
      and l.number = v.number and l.indicator_id = any(${[...ids]}::uuid[])
    where s.province_id = ${provinceId} and s.period_to = ${period.to} and not s.excused`,
  standing: sql<{
    organisation_id: string
    valid_to: string | null
    stood: boolean
    kind: string
  }>`select organisation_id, valid_to, ${holds(period.to)} as stood, kind from organisation
    where province_id = ${provinceId}`,
  lines: sql<{
    predecessor_id: string
    successor_id: string
    effective_on: string
    weight: string | null
  }>`select l.predecessor_id, l.successor_id, c.effective_on, l.weight
    from organisation_lineage l
    join organisation_change c on c.province_id = ${provinceId} and c.change_id = l.change_id
    where l.province_id = ${provinceId} and c.effective_on <= ${today}::date`,
})
