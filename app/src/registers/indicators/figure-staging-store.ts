// Rows of a file of figures on their way in (`figure_staged`): as they come, beside what stands at their places, and at
// last as places and versions. Nobody reads them; an import of the province has the table for itself.
import { sql } from 'kysely'
import { copyLine, copyLines } from '../../database/copy.ts'
import type { Database } from '../../database/open.ts'
import { piecesOf } from '../../database/pieces.ts'
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

const intoStaged = `figure_staged (province_id, indicator_id, row, figure_id, organisation_id, period_from, period_to,
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
    await copyLines(client, intoStaged, linesFor(provinceId, chunks))
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

/** In the place of no body, since what is joined by "is null or equal" is not sorted or hashed. */
const none = '00000000-0000-0000-0000-000000000000'
const bodyOf = sql`coalesce(organisation_id, ${sql.lit(none)}::uuid) as body`

/** What no comma can be in: a column comes as one text, which costs the database a fifth of what rows as JSON do. */
const columns = [
  ...[
    'body',
    'period_from',
    'period_to',
    'accumulation',
    'kind',
    'row',
    'staged_id',
    'staged_value',
  ],
  ...['staged_missing', 'staged_stage', 'method', 'growth', 'share', 'stood_id', 'number'],
  ...['stood_value', 'stood_missing', 'stood_stage'],
] as const

/** All places of an indicator of which a file says something or where something stands, in the order of their series. */
export async function linesOf(
  db: Reads,
  provinceId: number,
  indicatorId: string,
): Promise<StagedLine[]> {
  const told = columns.map(
    (name) => sql`string_agg(coalesce(${sql.ref(name)}::text, ''), ',') as ${sql.ref(name)}`,
  )
  const { rows } = await sql<Columns>`
    with staged as (
      select *, ${bodyOf}, figure_id as staged_id, value as staged_value, missing_reason as staged_missing,
        stage as staged_stage
      from figure_staged where province_id = ${provinceId} and indicator_id = ${indicatorId}
    ), stood as (
      select f.*, ${bodyOf}, f.figure_id as stood_id, coalesce(v.number, 0) as number, v.value as stood_value,
        v.missing_reason as stood_missing, v.stage as stood_stage
      from figure f left join lateral (select number, value, missing_reason, stage from figure_version
        where figure_version.province_id = ${provinceId} and figure_version.figure_id = f.figure_id
        order by number desc limit 1) v on true
      where f.province_id = ${provinceId} and f.indicator_id = ${indicatorId}
    )
    select ${sql.join(told)}, json_agg(cell) as cell, json_agg(reason) as reason from (
      select body, period_from, period_to, accumulation, kind, row, staged_id, staged_value, staged_missing,
        staged_stage, method, cell, reason, growth, share, stood_id, o.number, stood_value, stood_missing,
        stood_stage
      from staged s full join stood o using (body, period_from, period_to, accumulation, kind)
      order by body, accumulation, kind, period_to, period_from, row) line`.execute(db)
  return rows[0] && rows[0].body !== null ? linesIn(rows[0]) : []
}

type Column = (typeof columns)[number]

type Columns = Record<Column, string | null> & {
  cell: (string | null)[]
  reason: (string | null)[]
}

/** Columns as lines. */
function linesIn({ cell, reason, ...told }: Columns): StagedLine[] {
  const all = Object.fromEntries(columns.map((name) => [name, told[name]?.split(',')]))
  return (all.body ?? []).map((_, at) =>
    lineIn((name) => all[name]?.[at] ?? '', cell[at] ?? null, reason[at] ?? null),
  )
}

/** A line of what its columns have, empty where they have nothing. */
const lineIn = (
  of: (name: Column) => string,
  cell: string | null,
  reason: string | null,
): StagedLine => ({
  organisationId: of('body') === none ? null : of('body'),
  ...{ periodFrom: of('period_from'), periodTo: of('period_to') },
  ...{ accumulation: of('accumulation') as Accumulation, kind: of('kind') as FigureKind },
  staged:
    of('row') === ''
      ? null
      : {
          ...{
            row: Number(of('row')),
            figureId: of('staged_id'),
            method: of('method') as FigureMethod,
          },
          ...figureIn(of('staged_value'), of('staged_missing'), of('staged_stage')),
          ...{ cell, reason, growth: numberIn(of('growth')), share: numberIn(of('share')) },
        },
  stood:
    of('stood_id') === ''
      ? null
      : {
          ...{ figureId: of('stood_id'), number: Number(of('number')) },
          value:
            of('number') === '0'
              ? null
              : figureIn(of('stood_value'), of('stood_missing'), of('stood_stage')),
        },
})

const figureIn = (value: string, missing: string, stage: string): FigureValue => ({
  value: numberIn(value),
  missingReason: missing === '' ? null : (missing as MissingReason),
  stage: stage as FigureStage,
})

const numberIn = (text: string): number | null => (text === '' ? null : Number(text))

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
  for (const some of piecesOf(marks, step)) {
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
