// Which indicators units have figures of, and on which days these end: as reported, counted, or by a formula.
import { sql } from 'kysely'
import type { Reads, Row } from '../../database/tables.ts'
import type { Actor } from '../../http/access.ts'
import { type Defined, definedOf } from '../indicators/definition-store.ts'
import { type Catalogue, madeOfAll, type Placed, partsOf } from '../indicators/derived-figures.ts'
import { catalogueOf, countedFigures, whereOwed } from '../indicators/derived-store.ts'
import { allIndicators } from '../indicators/store.ts'

/** The catalogue with what indicators are, and what is counted of the reports. */
export interface IndicatorsNow {
  rows: readonly Row<'indicator'>[]
  defined: Defined
  formulas: Catalogue
  counted: readonly Placed[]
}

async function catalogueWith(
  db: Reads,
  actor: Actor,
  bodyId: string | null,
): Promise<IndicatorsNow> {
  const rows = await allIndicators(db, actor.provinceId)
  const defined = await definedOf(db, actor.provinceId, rows)
  const units = bodyId === null ? 'all' : [bodyId]
  const counted = await countedFigures(db, actor, rows, { whole: bodyId === null, units })
  return { rows, defined, formulas: catalogueOf(rows, defined), counted }
}

/**
 * By indicator the last day until `until` on which a figure of a unit ends; of one with a formula the last day of which
 * all its parts have some.
 */
export async function newestEnds(
  db: Reads,
  actor: Actor,
  until: string,
  bodyId: string | null = null,
  id: string | null = null,
): Promise<{ catalogue: IndicatorsNow; newest: Map<string, string> }> {
  const { provinceId } = actor
  const catalogue = await catalogueWith(db, actor, bodyId)
  const wanted = id === null ? null : madeOfAll([id], catalogue.formulas)
  const some = wanted === null ? sql`true` : sql`i.indicator_id = any(${wanted}::uuid[])`
  const body =
    bodyId === null ? sql`f.organisation_id is not null` : sql`f.organisation_id = ${bodyId}`
  const { rows } = await sql<{ indicator_id: string; period_to: string }>`
    select i.indicator_id, n.period_to from indicator i
    join lateral (select f.period_to from figure f
      where f.province_id = ${provinceId} and f.indicator_id = i.indicator_id
        and ${body} and f.kind = 'actual' and f.period_to <= ${until}
        and (select missing_reason from figure_version where figure_version.province_id = ${provinceId}
          and figure_version.figure_id = f.figure_id order by number desc limit 1)
          is distinct from 'withdrawn'
      order by f.period_to desc limit 1) n on true
    where i.province_id = ${provinceId} and not i.quarantined and ${some}`.execute(db)
  const told = new Map(rows.map((row) => [row.indicator_id, row.period_to]))
  for (const { indicatorId, periodTo, organisationId } of whereOwed(catalogue.counted))
    if (organisationId !== null && periodTo <= until && periodTo > (told.get(indicatorId) ?? ''))
      told.set(indicatorId, periodTo)
  const newest = new Map(told)
  const endOf = (one: string, depth: number): string | undefined => {
    const parts = depth < deepest ? partsOf(one, catalogue.formulas) : []
    const ends = parts.map((part) => endOf(part, depth + 1))
    const common = ends.includes(undefined) ? undefined : ends.toSorted()[0]
    const own = told.get(one)
    return common !== undefined && common > (own ?? '') ? common : own
  }
  for (const { indicator_id: one } of catalogue.rows) {
    const end = wanted === null || wanted.includes(one) ? endOf(one, 0) : undefined
    if (end !== undefined) newest.set(one, end)
  }
  return { catalogue, newest }
}

/** Formulas may not come back to themselves; this is for data that was never asked. */
const deepest = 20

/** The days of two years on which figures of units end, or of what an indicator is made of. */
export async function endsOf(
  db: Reads,
  actor: Actor,
  { formulas, counted }: IndicatorsNow,
  id: string,
  first: number,
  last: number,
): Promise<string[]> {
  const made = madeOfAll([id], formulas)
  const rows = await db
    .selectFrom('figure')
    .select('period_to')
    .distinct()
    .where('province_id', '=', actor.provinceId)
    .where('indicator_id', '=', sql<string>`any(${made}::uuid[])`)
    .where('organisation_id', 'is not', null)
    .where('kind', '=', 'actual')
    .where('period_to', '>=', `${first}-01-01`)
    .where('period_to', '<=', `${last}-12-31`)
    .execute()
  const days = whereOwed(counted).flatMap(({ indicatorId, organisationId, periodTo }) =>
    organisationId !== null &&
    made.includes(indicatorId) &&
    Number(periodTo.slice(0, 4)) >= first &&
    Number(periodTo.slice(0, 4)) <= last
      ? [periodTo]
      : [],
  )
  return [...new Set([...rows.map((row) => row.period_to), ...days])].toSorted()
}
