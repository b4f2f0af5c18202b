// Very many figures at once, as a province's past. They are staged and looked at while others go on writing; the record is
// held only while the versions are written, and what was recorded meanwhile is looked at before. All or none, as one entry
// and one record with a hash over the rows.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { alone } from '../../database/alone.ts'
import { type Database, transaction } from '../../database/open.ts'
import type { Row, Tx } from '../../database/tables.ts'
import { type Actor, authorise } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { lockedTip } from '../../record/record.ts'
import { followsFromReports } from './counted.ts'
import { isFigure } from './figure.ts'
import {
  addStagedPlaces,
  addStagedVersions,
  dropStaged,
  type ImportedFigure,
  stageRows,
} from './figure-staging-store.ts'
import { lockIndicators } from './figure-store.ts'
import { addEntry, type FigureFile, recordEntry } from './figure-write-store.ts'
import { type AskedOfImport, together } from './import-checks-store.ts'
import { type Looked, lookAt } from './import-look-store.ts'
import { allIndicators } from './store.ts'

export type { ImportedFigure } from './figure-staging-store.ts'

export interface ImportResult {
  /** What they were recorded as; null where nothing changed. */
  entryId: string | null
  /** Over the versions by indicator and place, as `hashRows` makes it. */
  rowsHash: string
  versions: number
  unchanged: number
  asked: AskedOfImport
}

/** How far an import is: rows taken in; indicators looked at; what part is written. */
export type ImportProgress = (
  done: { rows: number } | { asked: number; of: number } | { written: number; of: number },
) => void

/** An import under way. */
interface Import {
  actor: Actor
  file: FigureFile
  sure: boolean
  tell: ImportProgress
}

/**
 * Records the figures of a file. As `recordFigures`, and what there is to ask about them (V1 to V10) is asked when all are
 * there: `figureAsked` with how many questions of each kind and the first of them, and nothing is written, until it comes
 * again with `sure`. `busy` while another import of the province runs.
 */
export async function importFigures(
  database: Database,
  actor: Actor,
  chunks: AsyncIterable<readonly ImportedFigure[]>,
  file: FigureFile,
  { sure = false, tell = () => undefined }: { sure?: boolean; tell?: ImportProgress } = {},
): Promise<ImportResult> {
  const { provinceId } = actor
  const work = () => brought(database, chunks, { actor, file, sure, tell })
  const result = await alone(database.pool, 'figures', work, provinceId)
  if (!result) throw new Problem('busy')
  return result
}

async function brought(
  database: Database,
  chunks: AsyncIterable<readonly ImportedFigure[]>,
  one: Import,
): Promise<ImportResult> {
  const { db } = database
  const { provinceId } = one.actor
  // What one that was killed has left.
  await dropStaged(db, provinceId)
  try {
    const catalogue = await allIndicators(db, provinceId)
    const named = new Set<string>()
    await stageRows(database, provinceId, admitted(chunks, catalogue, named, one))
    const indicators = catalogue.filter(({ indicator_id: id }) => named.has(id))
    const looked = await lookAt(db, one.actor, indicators, lookingOf(one, indicators.length))
    mustBeSure(looked, one.sure)
    return await transaction(database, (tx) => written(tx, indicators, looked, one))
  } finally {
    await dropStaged(db, provinceId)
  }
}

/** The rows as they are, once each can be a figure, of a body that the actor may record of; adds who is `named`. */
async function* admitted(
  chunks: AsyncIterable<readonly ImportedFigure[]>,
  catalogue: readonly Row<'indicator'>[],
  named: Set<string>,
  { actor, tell }: Import,
): AsyncGenerator<readonly ImportedFigure[]> {
  const codes = new Map(catalogue.map((one) => [one.indicator_id, one.code]))
  const bodies = new Set<string | null>()
  let read = 0
  for await (const rows of chunks) {
    for (const [index, row] of rows.entries()) {
      if (!isFigure(row)) throw new Problem('figureInvalid', { row: read + index })
      if (!named.has(row.indicatorId)) {
        const code = codes.get(row.indicatorId)
        if (code === undefined) throw new Problem('notFound')
        if (followsFromReports(code)) throw new Problem('figureCounted', { code })
        named.add(row.indicatorId)
      }
      if (bodies.has(row.organisationId)) continue
      authorise(actor, 'register.edit', actor.provinceId, row.organisationId)
      bodies.add(row.organisationId)
    }
    yield rows
    read += rows.length
    tell({ rows: read })
  }
}

const lookingOf = ({ sure, tell }: Import, of: number) => ({
  sure,
  tell: (asked: number) => tell({ asked, of }),
})

function mustBeSure({ each }: Looked, sure: boolean): void {
  const { first, counts } = together(each.map(({ asked }) => asked))
  if (first.length > 0 && !sure) throw new Problem('figureAsked', { questions: first, counts })
}

/** The staged rows as places, versions, an entry and its record. The record stands still from `lockedTip` on. */
async function written(
  tx: Tx,
  indicators: readonly Row<'indicator'>[],
  looked: Looked,
  one: Import,
): Promise<ImportResult> {
  const { actor, file, sure, tell } = one
  const { provinceId } = actor
  await sql`set local statement_timeout = 0`.execute(tx)
  const ids = indicators.map(({ indicator_id: id }) => id)
  await lockIndicators(tx, provinceId, ids)
  const groups = groupsOf(ids, looked)
  const of = groups.length * 2
  for (const [at, group] of groups.entries()) {
    await addStagedPlaces(tx, provinceId, group)
    tell({ written: at + 1, of })
  }
  // Once before the record is held, so that what is left to look at while it is held is next to nothing.
  const looking = lookingOf(one, indicators.length)
  const again = await lookAt(tx, actor, indicators, looking, looked)
  const seq = (await lockedTip(tx, provinceId)).seq + 1
  const last = await lookAt(tx, actor, indicators, looking, again)
  mustBeSure(last, sure)
  const result = resultOf(last)
  if (result.versions === 0) return { entryId: null, ...result }
  const entry = { entryId: uuidv7(), seq, file, ...result }
  await addEntry(tx, actor, entry)
  let added = 0
  for (const [at, group] of groups.entries()) {
    added += await addStagedVersions(tx, provinceId, entry, group)
    tell({ written: groups.length + at + 1, of })
  }
  // Somebody else has had the staged rows: the connection that kept them from it was lost.
  if (added !== result.versions) throw new Problem('busy')
  await recordEntry(tx, actor, entry)
  return { entryId: entry.entryId, ...result }
}

function resultOf({ each }: Looked): Omit<ImportResult, 'entryId'> {
  const sum = (of: 'versions' | 'unchanged') => each.reduce((all, one) => all + one[of], 0)
  return {
    rowsHash: (each.at(-1)?.hash.copy() ?? createHash('sha256')).digest('hex'),
    ...{ versions: sum('versions'), unchanged: sum('unchanged') },
    asked: together(each.map(({ asked }) => asked)),
  }
}

/** So many rows go into a table at once, or those of one indicator: what a statement has to check waits in memory. */
const most = 50_000

/** Indicators by turns, so that those of a group have some ten thousand rows together. */
function groupsOf(ids: readonly string[], { each }: Looked): string[][] {
  const groups: string[][] = []
  let rows = most
  for (const [at, id] of ids.entries()) {
    const { versions = 0, unchanged = 0 } = each[at] ?? {}
    if (rows + versions > most) {
      groups.push([])
      rows = 0
    }
    groups.at(-1)?.push(id)
    rows += versions + unchanged
  }
  return groups
}
