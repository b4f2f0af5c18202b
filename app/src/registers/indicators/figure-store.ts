// Reported figures: new versions recorded, and read as they stand or stood.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import type { Tx } from '../../database/tables.ts'
import { type Actor, accountOf, authorise } from '../../http/access.ts'
import { visible } from '../../http/visible.ts'
import { Problem } from '../../problem.ts'
import { canonical, lockedTip, writeRecord } from '../../record/record.ts'
import { followsFromReports } from './counted.ts'
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

export {
  type FigureFilter,
  type FigureView,
  figuresOf,
  recordAt,
  versionsOf,
} from './figure-reads-store.ts'

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

/** What one row changed; `before` is null where nothing stood. */
export interface FigureChange extends FigurePlace {
  figureId: string
  number: number
  before: FigureValue | null
  after: FigureValue
}

export interface RecordedFigures {
  /** What they were recorded as together; null where nothing changed. */
  entryId: string | null
  changes: FigureChange[]
  /** Rows that say what stands there already: nothing is written for them. */
  unchanged: number
  /** Rows with `yields` in whose place something more settled stands: nothing is written for them. */
  kept: NewFigure[]
}

/** The file that rows come from. */
export interface FigureFile {
  name: string
  sha256: string
}

/**
 * Records values as new versions, all or none, as one record. A row equal to what stands at its place
 * changes nothing, so the same rows may come again. Asks `register.edit` of each body named. Problems
 * name the row (`row`, from 0): `figureInvalid` for no place, no number, or a place named twice,
 * `reasonNeeded` for a revision without its reason, `stageBack` where an official value would become
 * an estimate again, `versionOld`; `notFound` for an unknown indicator, body or source.
 */
export async function recordFigures(
  tx: Tx,
  actor: Actor,
  rows: readonly NewFigure[],
  file: FigureFile | null = null,
): Promise<RecordedFigures> {
  for (const id of new Set(rows.map((row) => row.organisationId)))
    authorise(actor, 'register.edit', actor.provinceId, id)
  return writeFigures(tx, actor, rows, file)
}

/** As `recordFigures`, for registers with a policy of their own, which they have asked. */
export async function writeFigures(
  tx: Tx,
  actor: Actor,
  rows: readonly NewFigure[],
  file: FigureFile | null = null,
): Promise<RecordedFigures> {
  mustBeFigures(rows)
  const { provinceId } = actor
  await lockIndicators(tx, provinceId, [...new Set(rows.map((row) => row.indicatorId))])
  await mustBeSources(tx, actor, rows)
  // From here on the record stands still: what is read below is what the versions are added to.
  const seq = (await lockedTip(tx, provinceId)).seq + 1
  const there = await standing(tx, provinceId, rows)
  const written: Written[] = []
  const kept: NewFigure[] = []
  for (const [index, row] of rows.entries()) {
    const place = there.get(placeKey(row))
    const before = place?.value ?? null
    const number = place?.number ?? 0
    if (row.seen !== undefined && row.seen !== number)
      throw new Problem('versionOld', { row: index, current: before && { number, ...before } })
    if (before && sameValue(before, row)) continue
    if (before && !row.reason?.trim()) throw new Problem('reasonNeeded', { row: index })
    const back = before && goesBack(before.stage, row.stage)
    // What was taken back as entered by mistake is nothing that a report would have to stay behind.
    if (back && row.yields && before.missingReason !== 'withdrawn') {
      kept.push(row)
      continue
    }
    if (back && !row.stageBack && !row.yields)
      throw new Problem('stageBack', { row: index, before: before.stage, after: row.stage })
    written.push({ row, figureId: place?.figureId ?? uuidv7(), isNew: !place, number: number + 1 })
  }
  const changes = written.map(({ row, figureId, number }): FigureChange => {
    const { indicatorId, organisationId, periodFrom, periodTo, accumulation, kind } = row
    return {
      ...{ indicatorId, organisationId, periodFrom, periodTo, accumulation, kind },
      ...{ figureId, number, before: there.get(placeKey(row))?.value ?? null },
      after: { value: row.value, missingReason: row.missingReason, stage: row.stage },
    }
  })
  const unchanged = rows.length - changes.length - kept.length
  if (changes.length === 0) return { entryId: null, changes, unchanged, kept }
  const entryId = await enter(tx, actor, seq, written, file)
  return { entryId, changes, unchanged, kept }
}

interface Written {
  row: NewFigure
  figureId: string
  isNew: boolean
  number: number
}

/** How many rows go to the database at once. */
const step = 5000

/** Writes places, the entry, its versions and its record, which is number `seq`. */
async function enter(
  tx: Tx,
  actor: Actor,
  seq: number,
  written: readonly Written[],
  file: FigureFile | null,
): Promise<string> {
  const { provinceId } = actor
  const entryId = uuidv7()
  const hash = createHash('sha256')
  for (const one of written) hash.update(`${canonical(asHashed(one))}\n`)
  const rowsHash = hash.digest('hex')
  await tx
    .insertInto('figure_entry')
    .values({
      province_id: provinceId,
      entry_id: entryId,
      record_seq: seq,
      file_name: file?.name ?? null,
      file_sha256: file?.sha256 ?? null,
      versions: written.length,
      rows_hash: rowsHash,
      recorded_by: accountOf(actor),
      recorded_at: new Date().toISOString(),
    })
    .execute()
  for (let from = 0; from < written.length; from += step) {
    const some = written.slice(from, from + step)
    await addPlaces(
      tx,
      provinceId,
      some.filter((one) => one.isNew),
    )
    await addVersions(tx, provinceId, entryId, seq, some)
    await addSources(tx, provinceId, some)
  }
  await writeRecord(tx, actor, {
    action: 'figures.record',
    subjectKind: 'figures',
    subjectId: entryId,
    after: { rowsHash, versions: written.length, file },
  })
  return entryId
}

/** What of a version its entry's hash is over. */
const asHashed = ({ row, figureId, number }: Written) => [
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

/** `figureInvalid` for rows that no place can hold, and for a place that is named twice. */
function mustBeFigures(rows: readonly NewFigure[]): void {
  const seen = new Set<string>()
  for (const [index, row] of rows.entries()) {
    const key = placeKey(row)
    const valued = row.value !== null
    if (
      row.periodFrom > row.periodTo ||
      valued === (row.missingReason !== null) ||
      (valued && !Number.isFinite(row.value)) ||
      seen.has(key)
    )
      throw new Problem('figureInvalid', { row: index })
    seen.add(key)
  }
}

/**
 * Keeps the indicators from being destroyed meanwhile; `notFound` for unknown ones and in quarantine, `figureCounted`
 * for one that follows from the reports.
 */
async function lockIndicators(tx: Tx, provinceId: number, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const found = await tx
    .selectFrom('indicator')
    .select(['indicator_id', 'code'])
    .where('province_id', '=', provinceId)
    .where('indicator_id', 'in', ids)
    .where('quarantined', '=', false)
    .orderBy('indicator_id')
    .forKeyShare()
    .execute()
  if (found.length !== ids.length) throw new Problem('notFound')
  const counted = found.find((one) => followsFromReports(one.code))
  if (counted) throw new Problem('figureCounted', { code: counted.code })
}

/** Sources are figures of the same indicator in documents that the actor may read; `notFound` else. */
async function mustBeSources(tx: Tx, actor: Actor, rows: readonly NewFigure[]): Promise<void> {
  const told = rows.flatMap(({ source, indicatorId }) =>
    source?.observationId ? [{ id: source.observationId, indicatorId }] : [],
  )
  if (told.length === 0) return
  const found = await tx
    .selectFrom('observation')
    .select(['observation_id', 'indicator_id'])
    .where('province_id', '=', actor.provinceId)
    .where(
      'observation_id',
      'in',
      told.map(({ id }) => id),
    )
    .where('withdrawn_at', 'is', null)
    .where(visible(actor, 'document_id'))
    .execute()
  const indicatorOf = new Map(found.map((one) => [one.observation_id, one.indicator_id]))
  if (told.some(({ id, indicatorId }) => indicatorOf.get(id) !== indicatorId))
    throw new Problem('notFound')
}

interface Standing {
  figureId: string
  number: number
  value: FigureValue | null
}

/** What stands at the places of the rows now, by `placeKey`. */
async function standing(
  tx: Tx,
  provinceId: number,
  rows: readonly FigurePlace[],
): Promise<Map<string, Standing>> {
  const found = new Map<string, Standing>()
  for (let from = 0; from < rows.length; from += step) {
    const some = rows.slice(from, from + step)
    for (const whole of [true, false]) {
      const asked = some.filter((row) => (row.organisationId === null) === whole)
      if (asked.length === 0) continue
      // Apart, since an index knows "is null" and "=", not both at once.
      const same = whole
        ? sql`f.organisation_id is null`
        : sql`f.organisation_id = asked.organisation_id`
      const { rows: placed } = await sql<PlaceRow>`
        select f.figure_id, f.indicator_id, f.organisation_id, f.period_from, f.period_to,
          f.accumulation, f.kind, v.number, v.value, v.missing_reason, v.stage
        from unnest(${asked.map((row) => row.indicatorId)}::uuid[],
          ${asked.map((row) => row.organisationId)}::uuid[],
          ${asked.map((row) => row.periodFrom)}::date[], ${asked.map((row) => row.periodTo)}::date[],
          ${asked.map((row) => row.accumulation)}::text[], ${asked.map((row) => row.kind)}::text[])
          as asked (indicator_id, organisation_id, period_from, period_to, accumulation, kind)
        join figure f on f.province_id = ${provinceId} and f.indicator_id = asked.indicator_id
          and f.period_from = asked.period_from and f.period_to = asked.period_to
          and f.accumulation = asked.accumulation and f.kind = asked.kind and ${same}
        left join lateral (select number, value, missing_reason, stage from figure_version
          where figure_version.province_id = ${provinceId} and figure_version.figure_id = f.figure_id
          order by number desc limit 1) v on true`.execute(tx)
      for (const row of placed) {
        found.set(placeKey(placeOf(row)), {
          figureId: row.figure_id,
          number: row.number ?? 0,
          value: row.stage === null ? null : valueIn({ ...row, stage: row.stage }),
        })
      }
    }
  }
  return found
}

interface PlaceRow extends PlaceColumns {
  number: number | null
  value: string | null
  missing_reason: MissingReason | null
  stage: FigureStage | null
}
