// Reported figures: new versions recorded, and read as they stand or stood.
import { createHash } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { piecesOf } from '../../database/pieces.ts'
import type { Tx } from '../../database/tables.ts'
import { type Actor, authorise } from '../../http/access.ts'
import { visible } from '../../http/visible.ts'
import { Problem } from '../../problem.ts'
import { lockedTip } from '../../record/record.ts'
import { followsFromReports } from './counted.ts'
import { type FigurePlace, type FigureValue, isFigure, placeKey } from './figure.ts'
import {
  addEntry,
  addRows,
  decided,
  type FigureFile,
  hashRows,
  type NewFigure,
  recordEntry,
  standing,
  step,
  type Written,
} from './figure-write-store.ts'

export {
  type FigureFilter,
  type FigureView,
  figuresOf,
  recordAt,
  versionsOf,
} from './figure-reads-store.ts'
export type { FigureFile, NewFigure } from './figure-write-store.ts'

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
  const { written, kept } = decided(rows, there)
  const changes = written.map(({ row, figureId, number, before }): FigureChange => {
    const { indicatorId, organisationId, periodFrom, periodTo, accumulation, kind } = row
    return {
      ...{ indicatorId, organisationId, periodFrom, periodTo, accumulation, kind },
      ...{ figureId, number, before },
      after: { value: row.value, missingReason: row.missingReason, stage: row.stage },
    }
  })
  const unchanged = rows.length - changes.length - kept.length
  if (changes.length === 0) return { entryId: null, changes, unchanged, kept }
  const entryId = await enter(tx, actor, seq, written, file)
  return { entryId, changes, unchanged, kept }
}

/** Writes places, the entry, its versions and its record, which is number `seq`. */
async function enter(
  tx: Tx,
  actor: Actor,
  seq: number,
  written: readonly Written[],
  file: FigureFile | null,
): Promise<string> {
  const entryId = uuidv7()
  const hash = createHash('sha256')
  hashRows(hash, written)
  const entry = { entryId, seq, versions: written.length, rowsHash: hash.digest('hex'), file }
  await addEntry(tx, actor, entry)
  for (const some of piecesOf(written, step)) await addRows(tx, actor.provinceId, entry, some)
  await recordEntry(tx, actor, entry)
  return entryId
}

/** `figureInvalid` for rows that no place can hold, and for a place that is named twice. */
function mustBeFigures(rows: readonly NewFigure[]): void {
  const seen = new Set<string>()
  for (const [index, row] of rows.entries()) {
    const key = placeKey(row)
    if (!isFigure(row) || seen.has(key)) throw new Problem('figureInvalid', { row: index })
    seen.add(key)
  }
}

/**
 * Keeps the indicators from being destroyed meanwhile; `notFound` for unknown ones and in quarantine, `figureCounted`
 * for one that follows from the reports.
 */
export async function lockIndicators(
  tx: Tx,
  provinceId: number,
  ids: readonly string[],
): Promise<void> {
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
