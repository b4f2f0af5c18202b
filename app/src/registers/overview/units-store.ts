// Figures of units with how they stand to their plans: units by indicators, by periods, and of one unit; each in a
// fixed number of queries.
import { sql } from 'kysely'
import { todayInVietnam } from '../../calendar.ts'
import { holds } from '../../database/days.ts'
import type { Reads, Row } from '../../database/tables.ts'
import { type Actor, authorise, may } from '../../http/access.ts'
import { isCounted } from '../indicators/counted.ts'
import {
  madeOfAll,
  type Placed,
  wholeByFormula,
  withFormulas,
} from '../indicators/derived-figures.ts'
import { yearsBefore } from '../indicators/period.ts'
import { indicatorById } from '../indicators/store.ts'
import { versionOf } from '../indicators/target-reads-store.ts'
import { topmost } from '../indicators/unitfigures.ts'
import { organisationNames } from '../organisations/names.ts'
import { reach } from '../people/grants.ts'
import { endsOf, type IndicatorsNow, newestEnds } from './ends-store.ts'
import {
  addends,
  allTogether,
  cellsOn,
  nothingCame,
  type UnitCell,
  type UnitFigure,
  type UnitPlan,
  type UnitSeries,
} from './units.ts'
import type { IndicatorUnits, UnitMap, UnitRows } from './units-contract.ts'

/** Indicators that stand beside each other on one page. */
export const columnsOfMap = 12

/**
 * Units by indicators, each at the end of its newest period until `to` that units have figures of: one that is told by
 * quarters stands beside one of months.
 */
export async function unitMap(
  db: Reads,
  actor: Actor,
  asked: { to?: string | undefined; offset?: number | undefined },
): Promise<UnitMap> {
  authorise(actor, 'register.read', actor.provinceId)
  const today = todayInVietnam()
  const { catalogue, newest } = await newestEnds(db, actor, asked.to ?? today)
  const to = [...newest.values()].toSorted().at(-1) ?? null
  const mayExport = may(actor, 'register.edit', actor.provinceId)
  const none = { to, ends: [], indicators: [], units: [], wholes: [], province: [], mayExport }
  if (to === null) return { ...none, offset: 0, count: 0 }
  const year = to.slice(0, 4)
  const all = shownOf(catalogue, newest, year)
  const offset = Math.min(asked.offset ?? 0, Math.max(0, all.length - 1))
  const indicators = all.slice(offset, offset + columnsOfMap)
  const dayOf = (row: Row<'indicator'>) => newest.get(row.indicator_id) ?? to
  const days = [...new Set(indicators.map(dayOf))].toSorted()
  const loaded = await load(db, actor, indicators, { days, today, catalogue })
  const at = indicators.map((row) => days.indexOf(dayOf(row)))
  const cell = (row: Row<'indicator'>, column: number, id: string | null) =>
    loaded.cells(row, id)[at[column] ?? 0]
  return {
    ...{ to, offset, count: all.length, ends: loaded.ends, mayExport },
    indicators: indicators.map((row) => ({
      ...columnOf(row, loaded.across(row)),
      to: dayOf(row),
    })),
    units: loaded.units((id) => indicators.map((row, one) => cell(row, one, id) ?? nothingCame)),
    wholes: indicators.map((row, one) => loaded.whole(row, at[one] ?? 0)),
    province: indicators.map((row, one) => cell(row, one, null)?.value ?? null),
  }
}

/**
 * Those that units have figures of in the year. What shares of reports are counted by is left out: the shares say it,
 * and the reports themselves are listed.
 */
const shownOf = ({ rows }: IndicatorsNow, newest: ReadonlyMap<string, string>, year: string) =>
  rows.filter(
    (row) => (newest.get(row.indicator_id) ?? '') >= `${year}-01-01` && !isCounted(row.code),
  )

/** One indicator: its units by the ends of periods of a year and the year before. */
export async function indicatorUnits(
  db: Reads,
  actor: Actor,
  id: string,
  asked: { year?: number | undefined },
): Promise<IndicatorUnits> {
  authorise(actor, 'register.read', actor.provinceId)
  const row = await indicatorById(db, actor.provinceId, id)
  const today = todayInVietnam()
  const until = asked.year === undefined ? today : `${asked.year}-12-31`
  const { catalogue, newest } = await newestEnds(db, actor, until, null, id)
  const year = asked.year ?? Number((newest.get(id) ?? today).slice(0, 4))
  const ends = await endsOf(db, actor, catalogue, id, year - 1, year)
  const loaded = await load(db, actor, [row], { days: ends, today, catalogue })
  return {
    ...{ year, ends, indicator: columnOf(row, loaded.across(row)) },
    units: loaded.units((body) => loaded.cells(row, body)),
    wholes: ends.map((_, at) => loaded.whole(row, at)),
    province: loaded.cells(row, null).map(({ value }) => value),
  }
}

/** One unit: its indicators at the end of the newest period until `to`. */
export async function unitRows(
  db: Reads,
  actor: Actor,
  bodyId: string,
  asked: { to?: string | undefined },
): Promise<UnitRows> {
  const today = todayInVietnam()
  const { catalogue, newest } = await newestEnds(db, actor, asked.to ?? today, bodyId)
  const to = [...newest.values()].toSorted().at(-1) ?? null
  if (to === null) return { to, ends: [], rows: [] }
  const indicators = shownOf(catalogue, newest, to.slice(0, 4))
  const dayOf = (row: Row<'indicator'>) => newest.get(row.indicator_id) ?? to
  const days = [...new Set(indicators.map(dayOf))].toSorted()
  const loaded = await load(db, actor, indicators, { days, today, catalogue, bodyId })
  return {
    ...{ to, ends: loaded.ends },
    rows: indicators.map((row) => ({
      indicator: columnOf(row, loaded.across(row)),
      to: dayOf(row),
      cell: loaded.cells(row, bodyId)[days.indexOf(dayOf(row))] ?? nothingCame,
    })),
  }
}

const columnOf = (row: Row<'indicator'>, across: UnitMap['indicators'][number]['across']) => ({
  id: row.indicator_id,
  nameVi: row.name_vi,
  nameEn: row.name_en,
  unit: row.unit,
  kind: row.kind,
  direction: row.direction,
  across,
})

interface Wanted {
  days: readonly string[]
  today: string
  catalogue: IndicatorsNow
  /** Only this unit. */
  bodyId?: string
}

/** Everything that the cells of these indicators need. */
async function load(
  db: Reads,
  actor: Actor,
  indicators: readonly Row<'indicator'>[],
  { days, today, catalogue, bodyId }: Wanted,
) {
  const { provinceId } = actor
  const last = days.toSorted().at(-1) ?? today
  const { defined, formulas } = catalogue
  const rulesOf = (row: Row<'indicator'>) => defined.rulesOn(row.indicator_id, last)
  const weights = indicators.flatMap((row) => rulesOf(row).weightIndicatorId ?? [])
  const ids = [...new Set([...indicators.map((row) => row.indicator_id), ...weights])]
  const made = madeOfAll(ids, formulas)
  const recorded = await figuresFor(db, provinceId, made, days, bodyId)
  const counted = catalogue.counted.filter(({ indicatorId }) => made.includes(indicatorId))
  const all = [...recorded, ...counted]
  const figures = withFormulas(all, ids, formulas)
  const plans = await plansFor(db, provinceId, ids, days, bodyId)
  const own = new Set(indicators.map((row) => row.indicator_id))
  const key = (indicatorId: string, body: string | null) => `${indicatorId} ${body ?? ''}`
  const reported = Map.groupBy(figures, (one) => key(one.indicatorId, one.organisationId))
  const planned = Map.groupBy(plans, (one) => key(one.indicatorId, one.organisationId))
  const named = new Set(
    [...figures, ...plans].flatMap(({ organisationId, indicatorId }) =>
      organisationId !== null && own.has(indicatorId) ? [organisationId] : [],
    ),
  )
  const told = new Set(
    figures.flatMap((one) => (days.includes(one.periodTo) ? (one.organisationId ?? []) : [])),
  )
  const bodies = await unitsAmong(db, provinceId, [...named], last, told)
  const names = await organisationNames(db, provinceId, bodies, last)
  const below = await reach(db, provinceId, bodies, last, 'down')
  const endsBy = Map.groupBy(
    figures.filter(
      ({ organisationId, indicatorId, periodTo }) =>
        organisationId !== null &&
        own.has(indicatorId) &&
        periodTo.slice(0, 4) === last.slice(0, 4),
    ),
    (one) => one.indicatorId,
  )
  const ends = [...new Set([...endsBy.values()].flat().map(({ periodTo }) => periodTo))].toSorted()
  const newestOf = new Map(
    [...endsBy].map(([id, those]) => [
      id,
      those
        .map(({ periodTo }) => periodTo)
        .toSorted()
        .at(-1),
    ]),
  )
  const seriesOf = (row: Row<'indicator'>, body: string | null): UnitSeries => {
    const id = key(row.indicator_id, body)
    return {
      indicator: row,
      reported: reported.get(id) ?? [],
      plans: planned.get(id) ?? [],
      rulesOn: (day) => defined.rulesOn(row.indicator_id, day),
      breaks: defined.breaksOf(row.indicator_id),
    }
  }
  const known = new Map<string, UnitCell[]>()
  const cells = (row: Row<'indicator'>, body: string | null): UnitCell[] => {
    const id = key(row.indicator_id, body)
    const found =
      known.get(id) ??
      cellsOn(seriesOf(row, body), days, { newest: newestOf.get(row.indicator_id) ?? null, today })
    known.set(id, found)
    return found
  }
  const weightOf = (id: string | null, body: string, day: string | undefined) =>
    (id === null
      ? null
      : reported.get(key(id, body))?.find((one) => one.periodTo === day && one.value !== null)
          ?.value) ?? null
  return {
    ends,
    cells,
    across: (row: Row<'indicator'>) => {
      const { formula, acrossBodies } = rulesOf(row)
      return formula === null ? acrossBodies : ('formula' as const)
    },
    units: (cellsOf: (id: string) => UnitCell[]) =>
      bodies
        .map((id) => ({ body: { id, name: names.get(id) ?? '' }, cells: cellsOf(id) }))
        .toSorted((a, b) => a.body.name.localeCompare(b.body.name, 'vi')),
    whole: (row: Row<'indicator'>, at: number) => {
      const { acrossBodies, weightIndicatorId, formula } = rulesOf(row)
      const of = bodies.filter(
        (id) => reported.has(key(row.indicator_id, id)) || planned.has(key(row.indicator_id, id)),
      )
      const day = days[at] ?? last
      if (formula !== null) {
        const { top } = topmost(of, below)
        const acrossOf = (id: string) => defined.rulesOn(id, day).acrossBodies
        return wholeByFormula(row.indicator_id, top, day, all, { ...formulas, acrossOf })
      }
      const values = addends(
        of.map((id) => ({ series: seriesOf(row, id), cell: cells(row, id)[at] ?? nothingCame })),
        day,
      )
      const parts = of.map((id, one) => ({
        id,
        value: values[one] ?? null,
        weight: weightOf(weightIndicatorId, id, day),
      }))
      return allTogether(parts, below, acrossBodies)
    },
  }
}

/** Those that stand on the day, or have a figure; the province as a whole is told apart. */
async function unitsAmong(
  db: Reads,
  provinceId: number,
  ids: readonly string[],
  day: string,
  told: ReadonlySet<string>,
): Promise<string[]> {
  const rows = await db
    .selectFrom('organisation')
    .select(['organisation_id', holds(day).as('stands')])
    .where('province_id', '=', provinceId)
    .where('organisation_id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .where('kind', '<>', 'province')
    .orderBy('organisation_id')
    .execute()
  return rows.flatMap(({ organisation_id: id, stands }) => (stands || told.has(id) ? [id] : []))
}

/**
 * What stands of these years, and of former years what seasons are told by: the same days and whole years, and the
 * months that these follow from where no totals are told.
 */
async function figuresFor(
  db: Reads,
  provinceId: number,
  ids: readonly string[],
  days: readonly string[],
  bodyId: string | undefined,
): Promise<Placed[]> {
  const [first, last] = spanOf(days)
  const former = [1, 2, 3].flatMap((years) =>
    [...days, `${first.slice(0, 4)}-12-31`].map(
      (day) => yearsBefore({ from: day, to: day }, years).to,
    ),
  )
  const begun = yearsBefore({ from: first, to: first }, 3).from
  const body = bodyId === undefined ? sql`true` : sql`f.organisation_id = ${bodyId}`
  const { rows } = await sql<{
    indicator_id: string
    organisation_id: string | null
    period_from: string
    period_to: string
    accumulation: UnitFigure['accumulation']
    value: string | null
    missing_reason: UnitFigure['missingReason']
    stage: UnitFigure['stage']
  }>`select f.indicator_id, f.organisation_id, f.period_from, f.period_to, f.accumulation, v.value,
      v.missing_reason, v.stage
    from figure f join lateral (select value, missing_reason, stage from figure_version
      where figure_version.province_id = ${provinceId} and figure_version.figure_id = f.figure_id
      order by number desc limit 1) v on true
    where f.province_id = ${provinceId} and f.indicator_id = any(${[...ids]}::uuid[])
      and f.kind = 'actual' and ${body} and v.missing_reason is distinct from 'withdrawn'
      and ((f.period_to >= ${first} and f.period_to <= ${last})
        or f.period_to = any(${former}::date[])
        or (f.accumulation = 'period' and f.period_to >= ${begun} and f.period_to < ${first}))
    order by f.period_to, f.period_from`.execute(db)
  return rows.map((row) => ({
    indicatorId: row.indicator_id,
    organisationId: row.organisation_id,
    periodFrom: row.period_from,
    periodTo: row.period_to,
    accumulation: row.accumulation,
    value: row.value === null ? null : Number(row.value),
    missingReason: row.missing_reason,
    stage: row.stage,
  }))
}

/** The first and last day of the years of these days. */
function spanOf(days: readonly string[]): [string, string] {
  const sorted = days.toSorted()
  const year = (day: string | undefined) => (day ?? todayInVietnam()).slice(0, 4)
  return [`${year(sorted[0])}-01-01`, `${year(sorted.at(-1))}-12-31`]
}

interface LoadedPlan extends UnitPlan {
  indicatorId: string
  organisationId: string
}

/** Plans of units that these years lie in, each with its versions. */
async function plansFor(
  db: Reads,
  provinceId: number,
  ids: readonly string[],
  days: readonly string[],
  bodyId: string | undefined,
): Promise<LoadedPlan[]> {
  const [first, last] = spanOf(days)
  const rows = await db
    .selectFrom('target')
    .innerJoin('target_version', (join) =>
      join
        .onRef('target_version.province_id', '=', 'target.province_id')
        .onRef('target_version.target_id', '=', 'target.target_id'),
    )
    .select(['target.target_id', 'target.indicator_id', 'target.organisation_id'])
    .select(['target.authority', 'target.period_from', 'target.period_to'])
    .select(['target_version.number', 'low', 'high', 'words', 'path', 'withdrawn', 'decided_on'])
    .where('target.province_id', '=', provinceId)
    .where('target.indicator_id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .where('target.kind', '=', 'plan')
    .where('target.period_from', '<=', last)
    .where('target.period_to', '>=', first)
    .where(
      bodyId === undefined
        ? sql<boolean>`target.organisation_id is not null`
        : sql<boolean>`target.organisation_id = ${bodyId}`,
    )
    .orderBy('target.target_id')
    .orderBy('target_version.number')
    .execute()
  return [...Map.groupBy(rows, (row) => row.target_id).values()].flatMap((versions) => {
    const [row] = versions
    if (!row?.organisation_id) return []
    return [
      {
        indicatorId: row.indicator_id,
        organisationId: row.organisation_id,
        authority: row.authority,
        from: row.period_from,
        to: row.period_to,
        versions: versions.map(versionOf),
      },
    ]
  })
}
