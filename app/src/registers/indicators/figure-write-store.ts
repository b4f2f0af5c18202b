// How new versions of figures are written: what stands, which rows say something new, and what is added. For some rows
// (figure-store.ts) and for very many (figure-import-store.ts).
import type { Hash } from 'node:crypto'
import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { piecesOf } from '../../database/pieces.ts'
import { eachRequest } from '../../database/prepared.ts'
import type { Tx } from '../../database/tables.ts'
import { type Actor, accountOf } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import {
  decimalText,
  type FigureMethod,
  type FigurePlace,
  type FigureStage,
  type FigureValue,
  goesBack,
  type MissingReason,
  placeKey,
  sameValue,
} from './figure.ts'
import { type PlaceColumns, placeOf, valueIn } from './figure-reads-store.ts'

/** A value to record at its place. */
export interface NewFigure extends FigurePlace, FigureValue {
  method: FigureMethod
  /** The confirmed figure of a document whose sentence says so; the cell of the file. */
  source?: { observationId?: string; cell?: string } | undefined
  /** Compulsory where something stands there already. */
  reason: string | null
  /** The version that the writer saw there, 0 for none: `versionOld` where another stands now. */
  seen?: number | undefined
  /** Somebody was asked, and means it, that the stage goes back. */
  stageBack?: boolean | undefined
  /** Where something more settled stands it is to stay, and the row is told as `kept`. */
  yields?: boolean | undefined
}

/** The file that rows come from. */
export interface FigureFile {
  name: string
  sha256: string
}

/** A row that is written as a new version. */
export interface Written {
  row: NewFigure
  figureId: string
  isNew: boolean
  number: number
  before: FigureValue | null
}

/** Which rows are written, beside what stands. */
export function decided(
  rows: readonly NewFigure[],
  there: ReadonlyMap<string, Standing>,
): { written: Written[]; kept: NewFigure[] } {
  const written: Written[] = []
  const kept: NewFigure[] = []
  for (const [index, row] of rows.entries()) {
    const place = there.get(placeKey(row))
    const verdict = verdictOn(row, place, index)
    if (verdict === 'kept') kept.push(row)
    if (verdict === 'written')
      written.push({
        ...{ row, figureId: place?.figureId ?? uuidv7(), isNew: !place },
        ...{ number: (place?.number ?? 0) + 1, before: place?.value ?? null },
      })
  }
  return { written, kept }
}

/** What becomes of a row beside what stands at its place; `index` is its number, for what is wrong with it. */
export function verdictOn(
  row: FigureValue & Pick<NewFigure, 'reason' | 'seen' | 'stageBack' | 'yields'>,
  place: Pick<Standing, 'number' | 'value'> | undefined,
  index: number,
): 'written' | 'same' | 'kept' {
  const before = place?.value ?? null
  const number = place?.number ?? 0
  if (row.seen !== undefined && row.seen !== number)
    throw new Problem('versionOld', { row: index, current: before && { number, ...before } })
  if (before && sameValue(before, row)) return 'same'
  if (before && !row.reason?.trim()) throw new Problem('reasonNeeded', { row: index })
  const back = before && goesBack(before.stage, row.stage)
  // What was taken back as entered by mistake is nothing that a report would have to stay behind.
  if (back && row.yields && before.missingReason !== 'withdrawn') return 'kept'
  if (back && !row.stageBack && !row.yields)
    throw new Problem('stageBack', { row: index, before: before.stage, after: row.stage })
  return 'written'
}

/** How many rows go to the database at once. */
export const step = 5000

/** What was recorded together, and is record number `seq`. */
export interface Entry {
  entryId: string
  seq: number
  versions: number
  /** SHA-256 over all versions in it, in their order (`hashRows`). */
  rowsHash: string
  file: FigureFile | null
}

export async function addEntry(
  tx: Tx,
  actor: Actor,
  { entryId, seq, versions, rowsHash, file }: Entry,
): Promise<void> {
  await tx
    .insertInto('figure_entry')
    .values({
      province_id: actor.provinceId,
      entry_id: entryId,
      record_seq: seq,
      file_name: file?.name ?? null,
      file_sha256: file?.sha256 ?? null,
      versions,
      rows_hash: rowsHash,
      recorded_by: accountOf(actor),
      recorded_at: new Date().toISOString(),
    })
    .execute()
}

/** Places that are new, versions and their sources, some thousand at once. */
export async function addRows(
  tx: Tx,
  provinceId: number,
  { entryId, seq }: Pick<Entry, 'entryId' | 'seq'>,
  written: readonly Written[],
): Promise<void> {
  await addPlaces(
    tx,
    provinceId,
    written.filter((one) => one.isNew),
  )
  await addVersions(tx, provinceId, entryId, seq, written)
  await addSources(tx, provinceId, written)
}

export const recordEntry = (
  tx: Tx,
  actor: Actor,
  { entryId, rowsHash, versions, file }: Entry,
): Promise<void> =>
  writeRecord(tx, actor, {
    action: 'figures.record',
    subjectKind: 'figures',
    subjectId: entryId,
    after: { rowsHash, versions, file },
  })

/** Adds rows to the hash of their entry. */
export function hashRows(hash: Hash, written: readonly Hashed[]): void {
  hash.update(written.map((one) => `${JSON.stringify(asHashed(one))}\n`).join(''))
}

type Hashed = Pick<Written, 'row' | 'figureId' | 'number'>

/** What of a version its entry's hash is over: words and numbers only, so that its JSON is `canonical` already. */
const asHashed = ({ row, figureId, number }: Hashed) => [
  ...[figureId, row.indicatorId, row.organisationId, row.periodFrom, row.periodTo],
  ...[row.accumulation, row.kind, number, row.value === null ? null : decimalText(row.value)],
  ...[row.missingReason, row.stage, row.method, row.source?.cell ?? null, row.reason],
]

async function addPlaces(tx: Tx, provinceId: number, added: readonly Written[]): Promise<void> {
  if (added.length === 0) return
  const rows = added.map(({ row }) => row)
  await sql`
    insert into figure (province_id, figure_id, indicator_id, organisation_id, period_from, period_to,
      accumulation, kind)
    select ${provinceId}::integer, * from unnest(${added.map(({ figureId }) => figureId)}::uuid[],
      ${rows.map((row) => row.indicatorId)}::uuid[], ${rows.map((row) => row.organisationId)}::uuid[],
      ${rows.map((row) => row.periodFrom)}::date[], ${rows.map((row) => row.periodTo)}::date[],
      ${rows.map((row) => row.accumulation)}::text[], ${rows.map((row) => row.kind)}::text[])`.execute(
    tx,
  )
}

async function addVersions(
  tx: Tx,
  provinceId: number,
  entryId: string,
  seq: number,
  added: readonly Written[],
): Promise<void> {
  const rows = added.map(({ row }) => row)
  const values = rows.map(({ value }) => (value === null ? null : decimalText(value)))
  await sql`
    insert into figure_version (province_id, entry_id, record_seq, figure_id, number, value,
      missing_reason, stage, method, cell, reason)
    select ${provinceId}::integer, ${entryId}::uuid, ${seq}::bigint, * from unnest(
      ${added.map(({ figureId }) => figureId)}::uuid[], ${added.map(({ number }) => number)}::integer[],
      ${values}::numeric[], ${rows.map((row) => row.missingReason)}::text[],
      ${rows.map((row) => row.stage)}::text[], ${rows.map((row) => row.method)}::text[],
      ${rows.map((row) => row.source?.cell ?? null)}::text[],
      ${rows.map((row) => row.reason?.trim() || null)}::text[])`.execute(tx)
}

async function addSources(tx: Tx, provinceId: number, added: readonly Written[]): Promise<void> {
  const told = added.flatMap(({ row, figureId, number }) =>
    row.source?.observationId
      ? [
          {
            province_id: provinceId,
            figure_id: figureId,
            number,
            observation_id: row.source.observationId,
          },
        ]
      : [],
  )
  if (told.length > 0) await tx.insertInto('figure_source').values(told).execute()
}

export interface Standing {
  /** The record that its newest version is of; 0 for none. */
  seq: number
  figureId: string
  number: number
  value: FigureValue | null
}

/** What stands at the places of the rows now, by `placeKey`. */
export async function standing(
  tx: Tx,
  provinceId: number,
  rows: readonly FigurePlace[],
): Promise<Map<string, Standing>> {
  const found = new Map<string, Standing>()
  for (const some of piecesOf(rows, step)) {
    for (const whole of [true, false]) {
      const asked = some.filter((row) => (row.organisationId === null) === whole)
      if (asked.length === 0) continue
      // Apart, since an index knows "is null" and "=", not both at once.
      const same = whole
        ? sql`f.organisation_id is null`
        : sql`f.organisation_id = asked.organisation_id`
      const { rows: placed } = await sql<PlaceRow>`
        select f.figure_id, f.indicator_id, f.organisation_id, f.period_from, f.period_to,
          f.accumulation, f.kind, v.number, v.value, v.missing_reason, v.stage, v.record_seq
        from unnest(${asked.map((row) => row.indicatorId)}::uuid[],
          ${asked.map((row) => row.organisationId)}::uuid[],
          ${asked.map((row) => row.periodFrom)}::date[], ${asked.map((row) => row.periodTo)}::date[],
          ${asked.map((row) => row.accumulation)}::text[], ${asked.map((row) => row.kind)}::text[])
          as asked (indicator_id, organisation_id, period_from, period_to, accumulation, kind)
        join figure f on f.province_id = ${provinceId} and f.indicator_id = asked.indicator_id
          and f.period_from = asked.period_from and f.period_to = asked.period_to
          and f.accumulation = asked.accumulation and f.kind = asked.kind and ${same}
        left join lateral (select number, value, missing_reason, stage, record_seq from figure_version
          where figure_version.province_id = ${provinceId} and figure_version.figure_id = f.figure_id
          order by number desc limit 1) v on true ${eachRequest}`.execute(tx)
      for (const row of placed) {
        found.set(placeKey(placeOf(row)), {
          figureId: row.figure_id,
          ...{ number: row.number ?? 0, seq: row.record_seq ?? 0 },
          value: row.stage === null ? null : valueIn({ ...row, stage: row.stage }),
        })
      }
    }
  }
  return found
}

interface PlaceRow extends PlaceColumns {
  number: number | null
  record_seq: number | null
  value: string | null
  missing_reason: MissingReason | null
  stage: FigureStage | null
}
