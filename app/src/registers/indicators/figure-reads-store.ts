// Reported figures as they stand, or stood at any record.
import { sql } from 'kysely'
import { eachRequest } from '../../database/prepared.ts'
import type { Reads } from '../../database/tables.ts'
import { type Actor, authorise } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import type {
  Accumulation,
  FigureKind,
  FigureMethod,
  FigurePlace,
  FigureStage,
  FigureValue,
  MissingReason,
} from './figure.ts'

/** What stands at a place. */
export interface FigureView extends FigurePlace, FigureValue {
  figureId: string
  /** Its version, from 1. */
  number: number
  entryId: string
  method: FigureMethod
  cell: string | null
  reason: string | null
  recordedBy: string
  recordedAt: string
}

/** Which places are asked for; what is left out is not asked. */
export interface FigureFilter {
  indicatorIds?: readonly string[]
  /** Null among them: the province as a whole. */
  organisationIds?: readonly (string | null)[]
  /** Periods that end on these days or between them. */
  endsFrom?: string
  endsTo?: string
  accumulation?: Accumulation
  kind?: FigureKind
}

/**
 * What stands at the places, by indicator, body and end of the period. With `asOf`, a number of the
 * record (`recordAt`), what stood there then. Places whose value was taken back (`withdrawn`) are left
 * out, and indicators in quarantine.
 */
export async function figuresOf(
  db: Reads,
  actor: Actor,
  filter: FigureFilter,
  asOf: number | null = null,
): Promise<FigureView[]> {
  authorise(actor, 'register.read', actor.provinceId)
  const { provinceId } = actor
  if (filter.indicatorIds?.length === 0 || filter.organisationIds?.length === 0) return []
  const { rows } = await sql<ViewRow>`
    select ${viewColumns} from figure f ${newest(provinceId, asOf)} ${viewJoins(provinceId)}
    where ${wanted(provinceId, filter)} ${inOrder} ${eachRequest}`.execute(db)
  return rows.map(figureShown)
}

/** What stands at a place, without who recorded it and how. */
export type FigureAt = Omit<FigurePlace, 'kind'> & FigureValue

/**
 * The same values without who recorded them and how, for tables that read thousands: as rows without names. Whether an
 * indicator may be shown is for who asks.
 */
export async function valuesOf(
  db: Reads,
  actor: Actor,
  filter: FigureFilter & { indicatorIds: readonly string[]; kind: FigureKind },
  asOf: number | null = null,
): Promise<FigureAt[]> {
  authorise(actor, 'register.read', actor.provinceId)
  const { provinceId } = actor
  if (filter.indicatorIds.length === 0 || filter.organisationIds?.length === 0) return []
  const { rows } = await sql<{ lines: Line[] }>`
    select coalesce(json_agg(json_build_array(f.indicator_id, f.organisation_id, f.period_from, f.period_to,
      f.accumulation, v.value::text, v.missing_reason, v.stage) ${inOrder}), '[]'::json) as lines
    from figure f ${newest(provinceId, asOf)}
    where ${wanted(provinceId, filter)} ${eachRequest}`.execute(db)
  return (rows[0]?.lines ?? []).map(
    ([indicatorId, organisationId, periodFrom, periodTo, accumulation, value, why, stage]) => ({
      ...{ indicatorId, organisationId, periodFrom, periodTo, accumulation },
      ...{ value: value === null ? null : Number(value), missingReason: why, stage },
    }),
  )
}

type Line = [
  indicatorId: string,
  organisationId: string | null,
  periodFrom: string,
  periodTo: string,
  accumulation: Accumulation,
  value: string | null,
  missingReason: MissingReason | null,
  stage: FigureStage,
]

/** The newest version `v` of each place `f`, or the one that stood at a record. */
const newest = (provinceId: number, asOf: number | null) => sql`
  join lateral (select * from figure_version where figure_version.province_id = ${provinceId}
    and figure_version.figure_id = f.figure_id
    ${asOf === null ? sql`` : sql`and figure_version.record_seq <= ${asOf}::bigint`}
    order by number desc limit 1) v on true`

/** The condition of a filter on a place `f` and its version `v`. */
function wanted(provinceId: number, filter: FigureFilter) {
  const { indicatorIds, organisationIds, endsFrom, endsTo, accumulation, kind } = filter
  const bodies = organisationIds?.filter((id) => id !== null) ?? []
  return sql.join(
    [
      sql`f.province_id = ${provinceId}`,
      ...(indicatorIds ? [sql`f.indicator_id = any(${[...indicatorIds]}::uuid[])`] : []),
      ...(organisationIds
        ? [
            organisationIds.includes(null)
              ? sql`(f.organisation_id is null or f.organisation_id = any(${bodies}::uuid[]))`
              : sql`f.organisation_id = any(${bodies}::uuid[])`,
          ]
        : []),
      ...(endsFrom ? [sql`f.period_to >= ${endsFrom}::date`] : []),
      ...(endsTo ? [sql`f.period_to <= ${endsTo}::date`] : []),
      ...(accumulation ? [sql`f.accumulation = ${accumulation}`] : []),
      ...(kind ? [sql`f.kind = ${kind}`] : []),
      sql`v.missing_reason is distinct from 'withdrawn'`,
    ],
    sql` and `,
  )
}

const inOrder = sql`order by f.indicator_id, f.organisation_id nulls first, f.period_to,
  f.period_from, f.accumulation, f.kind`

/** What is read of a place `f` and a version `v` of it, with what `viewJoins` adds: a `ViewRow`. */
const viewColumns = sql`f.figure_id, f.indicator_id, f.organisation_id, f.period_from, f.period_to,
  f.accumulation, f.kind, v.number, v.entry_id, v.value, v.missing_reason, v.stage, v.method, v.cell,
  v.reason, a.name as recorded_by, e.recorded_at`

/** Who recorded it and when; an indicator in quarantine is nobody's to see. */
const viewJoins = (provinceId: number) => sql`
  join figure_entry e on e.province_id = ${provinceId} and e.entry_id = v.entry_id
  join account a on a.province_id = ${provinceId} and a.account_id = e.recorded_by
  join indicator i on i.province_id = ${provinceId} and i.indicator_id = f.indicator_id
    and not i.quarantined`

interface ViewRow extends PlaceColumns {
  number: number
  entry_id: string
  value: string | null
  missing_reason: MissingReason | null
  stage: FigureStage
  method: FigureMethod
  cell: string | null
  reason: string | null
  recorded_by: string
  recorded_at: string
}

const figureShown = (row: ViewRow): FigureView => ({
  ...placeOf(row),
  ...valueIn(row),
  figureId: row.figure_id,
  number: row.number,
  entryId: row.entry_id,
  method: row.method,
  cell: row.cell,
  reason: row.reason,
  recordedBy: row.recorded_by,
  recordedAt: row.recorded_at,
})

/** All versions of a place, oldest first, also of one that was taken back. */
export async function versionsOf(db: Reads, actor: Actor, figureId: string): Promise<FigureView[]> {
  authorise(actor, 'register.read', actor.provinceId)
  const { provinceId } = actor
  const { rows } = await sql<ViewRow>`
    select ${viewColumns} from figure f
    join figure_version v on v.province_id = ${provinceId} and v.figure_id = f.figure_id
    ${viewJoins(provinceId)}
    where f.province_id = ${provinceId} and f.figure_id = ${figureId}
    order by v.number`.execute(db)
  if (rows.length === 0) throw new Problem('notFound')
  return rows.map(figureShown)
}

/** The number of the last record up to a moment (ISO, UTC): what `figuresOf` is asked with. */
export async function recordAt(db: Reads, provinceId: number, moment: string): Promise<number> {
  const last = await db
    .selectFrom('audit_record')
    .select('seq')
    .where('province_id', '=', provinceId)
    .where('at', '<=', moment)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.seq ?? 0
}

export interface PlaceColumns {
  figure_id: string
  indicator_id: string
  organisation_id: string | null
  period_from: string
  period_to: string
  accumulation: Accumulation
  kind: FigureKind
}

export const placeOf = (row: PlaceColumns): FigurePlace => ({
  indicatorId: row.indicator_id,
  organisationId: row.organisation_id,
  periodFrom: row.period_from,
  periodTo: row.period_to,
  accumulation: row.accumulation,
  kind: row.kind,
})

export const valueIn = (row: {
  value: string | null
  missing_reason: MissingReason | null
  stage: FigureStage
}): FigureValue => ({
  value: row.value === null ? null : Number(row.value),
  missingReason: row.missing_reason,
  stage: row.stage,
})
