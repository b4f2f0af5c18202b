// Rows of a file of figures on their way in (`figure_staged`): as they come, beside what stands at their places, and at
// last as places and versions. Nobody reads them; an import of the province has the table for itself.
import { sql } from 'kysely'
import { copyLine, copyLines } from '../../database/copy.ts'
import type { Database } from '../../database/open.ts'
import type { Reads, Tx } from '../../database/tables.ts'
import {
  type Accumulation,
  decimalText,
  type FigureKind,
  type FigureMethod,
  type FigureStage,
  type FigureValue,
  type MissingReason,
} from './figure.ts'
import { type Entry, type NewFigure, type Standing, step } from './figure-write-store.ts'
import { orderedIds } from './ordered-ids.ts'

/** A figure of a file, with growth over the same period of last year and share of the plan, in percent, as typed. */
export interface ImportedFigure
  extends Omit<NewFigure, 'source' | 'seen' | 'stageBack' | 'yields'> {
  source?: { cell?: string } | undefined
  growth?: number | undefined
  share?: number | undefined
}

/** A place of an indicator, with what a file says of it and what stands there. */
export interface StagedLine {
  organisationId: string | null
  periodFrom: string
  periodTo: string
  accumulation: Accumulation
  kind: FigureKind
  staged: StagedFigure | null
  stood: Pick<Standing, 'figureId' | 'number' | 'value'> | null
}

/** What a file says of a place. */
export interface StagedFigure extends FigureValue {
  row: number
  /** Of the place, should it be new. */
  figureId: string
  method: FigureMethod
  cell: string | null
  reason: string | null
  growth: number | null
  share: number | null
}

const columns = `figure_staged (province_id, indicator_id, row, figure_id, organisation_id, period_from, period_to,
  accumulation, kind, value, missing_reason, stage, method, cell, reason, growth, share)`

/** Takes the rows in, all or none, as one stream. */
export async function stageRows(
  database: Database,
  provinceId: number,
  chunks: AsyncIterable<readonly ImportedFigure[]>,
): Promise<void> {
  const client = await database.pool.connect()
  let broken = true
  try {
    await client.query('begin')
    await client.query('set local statement_timeout = 0')
    await copyLines(client, columns, linesFor(provinceId, chunks))
    await client.query('commit')
    broken = false
  } finally {
    // What failed in the middle of a stream is not used again.
    client.release(broken)
  }
}

async function* linesFor(
  provinceId: number,
  chunks: AsyncIterable<readonly ImportedFigure[]>,
): AsyncGenerator<string> {
  const id = orderedIds()
  const groups = new Map<string, number>()
  const parts = new Map<string | null, number>()
  const ordinal = <T>(known: Map<T, number>, one: T): number => {
    const at = known.get(one) ?? known.size
    if (at === known.size) known.set(one, at)
    return at
  }
  let number = 0
  for await (const rows of chunks) {
    let lines = ''
    for (const row of rows) {
      const group = ordinal(groups, row.indicatorId)
      const part = ordinal(parts, row.organisationId)
      lines += copyLine([
        ...[provinceId, row.indicatorId, number, id(group, part, number), row.organisationId],
        ...[row.periodFrom, row.periodTo, row.accumulation, row.kind],
        ...[row.value === null ? null : decimalText(row.value), row.missingReason, row.stage],
        ...[row.method, row.source?.cell, row.reason?.trim() || null, row.growth, row.share],
      ])
      number++
    }
    yield lines
  }
}

/** Lets go of all rows that wait. */
export async function dropStaged(db: Reads, provinceId: number): Promise<void> {
  await sql`delete from figure_staged where province_id = ${provinceId}`.execute(db)
}

type Staged = [
  ...[number, string, number | null, MissingReason | null, FigureStage, FigureMethod],
  ...[string | null, string | null, number | null, number | null],
]
type Stood = [string, number, number | null, MissingReason | null, FigureStage | null]
type Told = [string | null, string, string, Accumulation, FigureKind, Staged | null, Stood | null]

/** In the place of no body, since what is joined by "is null or equal" is not sorted or hashed. */
const province = sql`'00000000-0000-0000-0000-000000000000'::uuid`

/** All places of an indicator of which a file says something or where something stands, in the order of their series. */
export async function linesOf(
  db: Reads,
  provinceId: number,
  indicatorId: string,
): Promise<StagedLine[]> {
  const { rows } = await sql<{ lines: Told[] }>`
    with staged as (
      select *, coalesce(organisation_id, ${province}) as body from figure_staged
      where province_id = ${provinceId} and indicator_id = ${indicatorId}
    ), stood as (
      select f.*, coalesce(f.organisation_id, ${province}) as body, v.number, v.value, v.missing_reason, v.stage
      from figure f left join lateral (select number, value, missing_reason, stage from figure_version
        where figure_version.province_id = ${provinceId} and figure_version.figure_id = f.figure_id
        order by number desc limit 1) v on true
      where f.province_id = ${provinceId} and f.indicator_id = ${indicatorId}
    )
    select coalesce(json_agg(json_build_array(nullif(body, ${province}), period_from, period_to, accumulation, kind,
      case when s.row is not null then json_build_array(s.row, s.figure_id, s.value, s.missing_reason, s.stage,
        s.method, s.cell, s.reason, s.growth, s.share) end,
      case when o.figure_id is not null then json_build_array(o.figure_id, coalesce(o.number, 0), o.value,
        o.missing_reason, o.stage) end)
      order by body, accumulation, kind, period_to, period_from, s.row), '[]'::json) as lines
    from staged s full join stood o using (body, period_from, period_to, accumulation, kind)`.execute(
    db,
  )
  return (rows[0]?.lines ?? []).map(lineOf)
}

const lineOf = (told: Told): StagedLine => {
  const [organisationId, periodFrom, periodTo, accumulation, kind, staged, stood] = told
  return {
    ...{ organisationId, periodFrom, periodTo, accumulation, kind },
    staged: staged && stagedOf(staged),
    stood: stood && stoodOf(stood),
  }
}

const stagedOf = ([row, figureId, value, missingReason, stage, method, ...beside]: Staged) => {
  const [cell, reason, growth, share] = beside
  return { row, figureId, value, missingReason, stage, method, cell, reason, growth, share }
}

const stoodOf = ([figureId, number, value, missingReason, stage]: Stood) => ({
  ...{ figureId, number },
  value: stage && { value, missingReason, stage },
})

/** A row of which something stands: the version that it becomes there, 0 for none. */
export interface Mark {
  row: number
  figureId: string
  number: number
}

/** Says of rows of an indicator what becomes of them; of the others stands that they are new. */
export async function markStaged(
  db: Reads,
  provinceId: number,
  indicatorId: string,
  marks: readonly Mark[],
): Promise<void> {
  for (let from = 0; from < marks.length; from += step) {
    const some = marks.slice(from, from + step)
    await sql`
      update figure_staged s set figure_id = mark.figure_id, number = mark.number
      from unnest(${some.map((one) => one.row)}::integer[], ${some.map((one) => one.figureId)}::uuid[],
        ${some.map((one) => one.number)}::integer[]) as mark (row, figure_id, number)
      where s.province_id = ${provinceId} and s.indicator_id = ${indicatorId} and s.row = mark.row
        and (s.figure_id, s.number) is distinct from (mark.figure_id, mark.number)`.execute(db)
  }
}

/** Makes the new places of some indicators. One that another has made meanwhile stays as it is. */
export async function addStagedPlaces(
  tx: Tx,
  provinceId: number,
  indicatorIds: readonly string[],
): Promise<void> {
  await sql`
    insert into figure (province_id, figure_id, indicator_id, organisation_id, period_from, period_to,
      accumulation, kind)
    select province_id, figure_id, indicator_id, organisation_id, period_from, period_to, accumulation, kind
    from figure_staged where province_id = ${provinceId} and indicator_id = any(${[...indicatorIds]}::uuid[])
      and number = 1
    order by figure_id on conflict do nothing`.execute(tx)
}

/** Writes the versions of some indicators; how many. */
export async function addStagedVersions(
  tx: Tx,
  provinceId: number,
  { entryId, seq }: Pick<Entry, 'entryId' | 'seq'>,
  indicatorIds: readonly string[],
): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into figure_version (province_id, entry_id, record_seq, figure_id, number, value, missing_reason,
      stage, method, cell, reason)
    select province_id, ${entryId}::uuid, ${seq}::bigint, figure_id, number, value, missing_reason, stage,
      method, cell, reason
    from figure_staged where province_id = ${provinceId} and indicator_id = any(${[...indicatorIds]}::uuid[])
      and number > 0
    order by figure_id`.execute(tx)
  return Number(numAffectedRows ?? 0)
}
