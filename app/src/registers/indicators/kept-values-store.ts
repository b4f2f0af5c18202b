// What the province as a whole had reached, kept in the process as of a record. A version is only ever added and carries the
// number of its record, so what stood at a record never changes. A request asks in one statement whether that record is still
// in the chain, by its hash (which is over all records before it), and for what was recorded since: what is kept is never taken as
// it is. Whoever reads the indicators sees the same values of the province as a whole, so nobody's rights are in it.
import { sql } from 'kysely'
import { eachRequest } from '../../database/prepared.ts'
import type { Reads } from '../../database/tables.ts'
import { type Actor, authorise } from '../../http/access.ts'
import type {
  Accumulation,
  FigurePlace,
  FigureStage,
  FigureValue,
  MissingReason,
} from './figure.ts'

/** What stands at a place of the province as a whole, for what is derived of it. */
export interface ProvinceValue extends Omit<FigurePlace, 'kind'>, FigureValue {
  figureId: string
}

/** By indicator, each by end of the period; a list is never changed, one with another value is another list. */
export type ProvinceValues = ReadonlyMap<string, readonly ProvinceValue[]>

interface Kept {
  seq: number
  hash: string
  values: ProvinceValues
}

const keptIn = new WeakMap<Reads, Map<number, Kept>>()

/** More provinces than there are; the one kept first makes room. */
const mostKept = 40
/** So many entries and versions since are read beside what is kept; after more, everything is read. */
const mostSince = 5000

/**
 * What was reached by the province as a whole as it stands, without who recorded it, of all its indicators (who asks
 * knows which of them may be shown). Inside a transaction it is read as it stands there, and not kept.
 */
export async function provinceValues(db: Reads, actor: Actor): Promise<ProvinceValues> {
  authorise(actor, 'register.read', actor.provinceId)
  const { provinceId } = actor
  if (db.isTransaction) return (await allValues(db, provinceId))?.values ?? new Map()
  const provinces = keptIn.get(db) ?? new Map<number, Kept>()
  keptIn.set(db, provinces)
  const kept = provinces.get(provinceId)
  const now = (kept && (await withSince(db, provinceId, kept))) ?? (await allValues(db, provinceId))
  if (!now) return new Map()
  const [first] = provinces.keys()
  if (!kept && first !== undefined && provinces.size >= mostKept) provinces.delete(first)
  provinces.set(provinceId, now)
  return now.values
}

type Line = [
  figureId: string,
  indicatorId: string,
  periodFrom: string,
  periodTo: string,
  accumulation: Accumulation,
  value: string | null,
  missingReason: MissingReason | null,
  stage: FigureStage,
]

const line = sql`json_build_array(f.figure_id, f.indicator_id, f.period_from, f.period_to, f.accumulation,
  v.value::text, v.missing_reason, v.stage)`

/** All that stands, with the record that it stands at; null for no such province. */
async function allValues(db: Reads, provinceId: number): Promise<Kept | null> {
  const { rows } = await sql<{ seq: number; hash: string; lines: Line[] }>`
    select h.seq, h.hash, (select coalesce(json_agg(${line}
        order by f.indicator_id, f.period_to, f.period_from, f.accumulation), '[]'::json)
      from figure f
      join lateral (select value, stage, missing_reason from figure_version
        where figure_version.province_id = ${provinceId} and figure_version.figure_id = f.figure_id
        order by number desc limit 1) v on true
      where f.province_id = ${provinceId} and f.organisation_id is null and f.kind = 'actual'
        and v.missing_reason is distinct from 'withdrawn') as lines
    from record_head h where h.province_id = ${provinceId} ${eachRequest}`.execute(db)
  const [row] = rows
  if (!row) return null
  const values = Map.groupBy(row.lines.map(valueIn), (one) => one.indicatorId)
  return { seq: row.seq, hash: row.hash, values }
}

/** What is kept with what was recorded since; null where its record is not in the chain, or too much came since. */
async function withSince(db: Reads, provinceId: number, kept: Kept): Promise<Kept | null> {
  const { rows } = await sql<{
    seq: number
    hash: string
    entries: [id: string, versions: number][]
  }>`
    select h.seq, h.hash, (select coalesce(json_agg(json_build_array(e.entry_id, e.versions)), '[]'::json)
      from (select entry_id, versions from figure_entry where province_id = ${provinceId}
        and record_seq > ${kept.seq}::bigint limit ${sql.lit(mostSince)}) e) as entries
    from record_head h where h.province_id = ${provinceId}
      and ((h.seq = ${kept.seq}::bigint and h.hash = ${kept.hash}) or exists (
        select 1 from audit_record r where r.province_id = ${provinceId}
          and r.seq = ${kept.seq}::bigint and r.hash = ${kept.hash})) ${eachRequest}`.execute(db)
  const [row] = rows
  if (!row) return null
  const { seq, hash, entries } = row
  if (entries.reduce((sum, [, versions]) => sum + versions, 0) > mostSince) return null
  const newer = await recordedWith(
    db,
    provinceId,
    entries.map(([id]) => id),
  )
  return { seq, hash, values: changed(kept.values, newer) }
}

/** The versions of entries, in order. An entry never changes, so that this may be another statement. */
async function recordedWith(
  db: Reads,
  provinceId: number,
  entries: readonly string[],
): Promise<ProvinceValue[]> {
  if (entries.length === 0) return []
  // Planned anew each time: one entry has a version, another a million.
  const { rows } = await sql<{ lines: Line[] }>`
    select coalesce(json_agg(${line} order by v.record_seq, v.number), '[]'::json) as lines
    from figure_version v
    join figure f on f.province_id = ${provinceId} and f.figure_id = v.figure_id
    where v.province_id = ${provinceId} and v.entry_id = any(${[...entries]}::uuid[])
      and f.organisation_id is null and f.kind = 'actual'`.execute(db)
  return (rows[0]?.lines ?? []).map(valueIn)
}

/** The values with newer ones in their places; the same map where there is none. */
function changed(values: ProvinceValues, newer: readonly ProvinceValue[]): ProvinceValues {
  if (newer.length === 0) return values
  const result = new Map(values)
  for (const [indicatorId, those] of Map.groupBy(newer, (one) => one.indicatorId)) {
    const places = new Map((values.get(indicatorId) ?? []).map((one) => [one.figureId, one]))
    for (const one of those) places.set(one.figureId, one)
    const standing = [...places.values()].filter((one) => one.missingReason !== 'withdrawn')
    result.set(indicatorId, standing.sort(byPeriod))
  }
  return result
}

const byPeriod = (a: ProvinceValue, b: ProvinceValue): number =>
  order(a.periodTo, b.periodTo) ||
  order(a.periodFrom, b.periodFrom) ||
  order(a.accumulation, b.accumulation)

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function valueIn(told: Line): ProvinceValue {
  const [figureId, indicatorId, periodFrom, periodTo, accumulation, value, missingReason, stage] =
    told
  return {
    ...{ figureId, indicatorId, organisationId: null, periodFrom, periodTo, accumulation },
    ...{ value: value === null ? null : Number(value), missingReason, stage },
  }
}
