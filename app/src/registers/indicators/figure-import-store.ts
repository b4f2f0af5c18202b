// Very many figures at once, as a province's past: some thousand rows at a time are looked at and written while the next are
// read, so that memory does not grow with the file. All or none, as one entry and one record with a hash over the rows.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import type { Tx } from '../../database/tables.ts'
import { type Actor, authorise } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { lockedTip } from '../../record/record.ts'
import { followsFromReports } from './counted.ts'
import { placeKey } from './figure.ts'
import { lockIndicators, mustBeFigures } from './figure-store.ts'
import {
  addEntry,
  addRows,
  decided,
  type FigureFile,
  hashRows,
  type NewFigure,
  recordEntry,
  type Standing,
  standing,
} from './figure-write-store.ts'
import { type AskedOfImport, askedOfImport, type Said } from './import-checks-store.ts'
import { allIndicators } from './store.ts'

/** A figure of a file, with growth over the same period of last year and share of the plan as somebody typed them. */
export interface ImportedFigure extends NewFigure, Said {}

export interface ImportResult {
  /** What they were recorded as; null where nothing changed. */
  entryId: string | null
  rowsHash: string
  versions: number
  unchanged: number
  asked: AskedOfImport
}

/** How far an import is: rows written, indicators of which all was asked. */
export type ImportProgress = (done: { rows: number } | { asked: number; of: number }) => void

/**
 * Records the figures of a file, some thousand a chunk. As `recordFigures`, and what there is to ask about them (V1 to V10)
 * is asked when all are there: `figureAsked` with how many questions of each kind and the first of them, and nothing is
 * written, until it comes again with `sure`. `figureInvalid` also for a place that a chunk before has named.
 */
export async function importFigures(
  tx: Tx,
  actor: Actor,
  chunks: AsyncIterable<readonly ImportedFigure[]>,
  file: FigureFile,
  { sure = false, tell = () => undefined }: { sure?: boolean; tell?: ImportProgress } = {},
): Promise<ImportResult> {
  const { provinceId } = actor
  await sql`set local statement_timeout = 0`.execute(tx)
  // The entry says how many rows it has, which is known at the end only.
  await sql`set constraints figure_version_province_id_entry_id_fkey deferred`.execute(tx)
  const indicators = await allIndicators(tx, provinceId)
  const codes = new Map(indicators.map((one) => [one.indicator_id, one.code]))
  // All of them before the record, as every other writer does.
  const reported = indicators.filter((one) => !followsFromReports(one.code))
  await lockIndicators(
    tx,
    provinceId,
    reported.map((one) => one.indicator_id),
  )
  const seq = (await lockedTip(tx, provinceId)).seq + 1
  const entryId = uuidv7()
  const hash = createHash('sha256')
  const bodies = new Set<string | null>()
  const said = new Map<string, Said>()
  let [rowsRead, versions, unchanged] = [0, 0, 0]
  let writing = Promise.resolve()
  for await (const rows of chunks) {
    mustBeFigures(rows, rowsRead)
    for (const { indicatorId } of rows) {
      const code = codes.get(indicatorId)
      if (code === undefined) throw new Problem('notFound')
      if (followsFromReports(code)) throw new Problem('figureCounted', { code })
    }
    for (const { organisationId } of rows) {
      if (bodies.has(organisationId)) continue
      authorise(actor, 'register.edit', provinceId, organisationId)
      bodies.add(organisationId)
    }
    await writing
    const there = await standing(tx, provinceId, rows)
    mustBeNewHere(rows, there, seq, rowsRead)
    const given = sure ? rows.map((row) => ({ ...row, stageBack: true })) : rows
    const { written } = decided(given, there, rowsRead)
    writing = addRows(tx, provinceId, { entryId, seq }, written)
    // What fails is told where it is waited for.
    writing.catch(() => undefined)
    hashRows(hash, written)
    for (const { row, figureId } of written) {
      const { growth, share }: ImportedFigure = row
      if (growth !== undefined || share !== undefined) said.set(figureId, { growth, share })
    }
    rowsRead += rows.length
    versions += written.length
    unchanged += rows.length - written.length
    tell({ rows: rowsRead })
  }
  await writing
  const rowsHash = hash.digest('hex')
  const asked = await askedOfImport(tx, actor, seq, indicators, said, (done) =>
    tell({ asked: done, of: indicators.length }),
  )
  if (asked.first.length > 0 && !sure)
    throw new Problem('figureAsked', { questions: asked.first, counts: asked.counts })
  if (versions === 0) return { entryId: null, rowsHash, versions, unchanged, asked }
  const entry = { entryId, seq, versions, rowsHash, file }
  await addEntry(tx, actor, entry)
  await recordEntry(tx, actor, entry)
  return { entryId, rowsHash, versions, unchanged, asked }
}

/** A place that this import has written already was named twice. */
function mustBeNewHere(
  rows: readonly NewFigure[],
  there: ReadonlyMap<string, Standing>,
  seq: number,
  first: number,
): void {
  for (const [index, row] of rows.entries())
    if (there.get(placeKey(row))?.seq === seq)
      throw new Problem('figureInvalid', { row: first + index })
}
