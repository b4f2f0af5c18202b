// The treasury's file of disbursement: the form, and its figures taken as one, once.
import { createHash } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { todayInVietnam } from '../../calendar.ts'
import { piecesOf } from '../../database/pieces.ts'
import type { Reads, Tx } from '../../database/tables.ts'
import { type Actor, accountOf, authorise } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { canonical, writeRecord } from '../../record/record.ts'
import { fallsAt, type MonthFigure, yearInHand } from './project.ts'
import { figuresIn, type Known, type TreasuryRow } from './treasury.ts'
import type { TreasuryTaken } from './treasury-contract.ts'
import { amountOf, listProjects, plansOf } from './view-store.ts'

/** A line of the form: a source of a project that has a plan for the year, with what stands there. */
export interface TreasuryLine {
  code: string
  name: string
  source: TreasuryRow['source']
  year: number
}

export async function treasuryLines(
  db: Reads,
  actor: Actor,
  given: number | undefined,
): Promise<TreasuryLine[]> {
  authorise(actor, 'project.manage', actor.provinceId)
  const year = given ?? yearInHand(todayInVietnam())
  const { projects } = await listProjects(db, actor, year)
  const own = projects.filter((one) => one.code !== null && one.closedOn === null)
  if (own.length === 0) return []
  const plans = await plansOf(
    db,
    actor.provinceId,
    own.map(({ id }) => id),
    todayInVietnam(),
  )
  return own.flatMap(({ id, code, name }) => {
    const given = (plans.get(id) ?? []).filter(
      (one) => one.fromYear === year && one.toYear === year && one.standing !== null,
    )
    const sources = [...new Set(given.map(({ source }) => source))]
    return sources.map((source) => ({ code: code ?? '', name, source, year }))
  })
}

/** A file, its bytes read into a table. */
export interface TreasurySheet {
  name: string
  sha256: string
  table: readonly (readonly (string | number)[])[]
}

/** How many of the changes are told. */
const mostTold = 200
/** How many rows go to the database at once. */
const step = 1000

/**
 * Takes the figures of a file, all or none: with problems in its cells nothing is written. A figure that stands there
 * already is passed over, so the same file may come again. `projectReason` where a figure is revised, or a total falls,
 * without a reason for the file.
 */
export async function takeTreasury(
  tx: Tx,
  actor: Actor,
  { name, sha256, table }: TreasurySheet,
  { reason, check }: { reason: string | null; check: boolean },
): Promise<TreasuryTaken> {
  authorise(actor, 'project.manage', actor.provinceId)
  const known = await lockedProjects(tx, actor.provinceId)
  const names = new Map([...known.values()].map((one) => [one.id, one.name]))
  const { rows, problems } = figuresIn(table, known, actor.locale, todayInVietnam())
  const there = await standingOf(tx, actor.provinceId, rows)
  const changed = rows.filter((row) => there(row).amount !== row.amount)
  // What the file itself says of other months counts as well.
  const seriesOf = ({ projectId, source }: TreasuryRow) => `${projectId} ${source}`
  const bySeries = Map.groupBy(changed, seriesOf)
  const told = changed.map((row) => {
    const { amount: before, months } = there(row)
    const own = (bySeries.get(seriesOf(row)) ?? []).map(asFigure)
    const replaced = new Set(own.map(({ year, until }) => `${year} ${until}`))
    const others = months.filter(({ year, until }) => !replaced.has(`${year} ${until}`))
    return { row, before, falls: fallsAt([...others, ...own], asFigure(row)) }
  })
  const asked = told.filter(({ row, falls }) => there(row).number > 0 || falls).length
  const result: TreasuryTaken = {
    ...{ changed: changed.length, same: rows.length - changed.length, asked, problems },
    rows: told.slice(0, mostTold).map(({ row, before, falls }) => ({
      ...{ row: row.row, project: names.get(row.projectId) ?? '', source: row.source },
      ...{ until: row.until, before, after: row.amount, falls },
    })),
    done: false,
  }
  if (problems.length > 0 || check) return result
  if (changed.length === 0) return { ...result, done: true }
  if (asked > 0 && reason === null) throw new Problem('projectReason')
  const fileId = uuidv7()
  await tx
    .insertInto('project_file')
    .values({
      ...{ province_id: actor.provinceId, file_id: fileId, file_name: name, sha256 },
      ...{ figures: changed.length, taken_by: accountOf(actor) },
    })
    .execute()
  const values = changed.map((row) => ({
    ...{ province_id: actor.provinceId, project_id: row.projectId, kind: 'disbursed' as const },
    ...{ plan_year: row.year, until: row.until, source: row.source },
    number: there(row).number + 1,
    amount: String(row.amount),
    ...{ method: 'file' as const, file_id: fileId, cell: row.cell, reason },
    recorded_by: accountOf(actor),
  }))
  for (const some of piecesOf(values, step))
    await tx.insertInto('project_month').values(some).execute()
  const hash = createHash('sha256')
  for (const one of values) hash.update(`${canonical(one)}\n`)
  await writeRecord(tx, actor, {
    action: 'project.import',
    subjectKind: 'projectFile',
    subjectId: fileId,
    after: { file: name, sha256, figures: changed.length, rowsHash: hash.digest('hex') },
    reason: reason ?? undefined,
  })
  return { ...result, done: true }
}

const asFigure = ({ year, until, source, amount }: TreasuryRow): MonthFigure => ({
  ...{ kind: 'disbursed', year, until, source, amount },
})

/** All projects with a code, locked, by it: nobody closes one, or enters a month, meanwhile. */
async function lockedProjects(tx: Tx, provinceId: number) {
  const rows = await tx
    .selectFrom('project')
    .select(['project_id', 'code', 'kind', 'closed_on', 'name'])
    .where('province_id', '=', provinceId)
    .where('code', 'is not', null)
    .orderBy('project_id')
    .forNoKeyUpdate()
    .execute()
  return new Map(
    rows.map(({ project_id: id, code, kind, closed_on, name }) => [
      code ?? '',
      { id, kind, closed: closed_on !== null, name },
    ]),
  ) satisfies Known
}

interface Standing {
  /** Of the newest version; 0 for none. */
  number: number
  amount: number | null
  /** All months of its project and source. */
  months: readonly MonthFigure[]
}

/** What stands in the places of these rows. */
async function standingOf(
  tx: Tx,
  provinceId: number,
  rows: readonly TreasuryRow[],
): Promise<(row: TreasuryRow) => Standing> {
  const ids = [...new Set(rows.map(({ projectId }) => projectId))]
  const found =
    ids.length === 0
      ? []
      : await tx
          .selectFrom('project_month')
          .select(['project_id', 'plan_year', 'until', 'source', 'number', 'amount'])
          .where('province_id', '=', provinceId)
          .where('project_id', 'in', ids)
          .where('kind', '=', 'disbursed')
          .orderBy('number')
          .execute()
  const newest = new Map(
    found.map((one) => [[one.project_id, one.source, one.plan_year, one.until].join(' '), one]),
  )
  const months = Map.groupBy(newest.values(), (one) => `${one.project_id} ${one.source}`)
  return ({ projectId, source, year, until }) => {
    const one = newest.get([projectId, source, year, until].join(' '))
    return {
      number: one?.number ?? 0,
      amount: amountOf(one?.amount ?? null),
      months: (months.get(`${projectId} ${source}`) ?? []).map((each) => ({
        ...{ kind: 'disbursed', year: each.plan_year, until: each.until, source },
        amount: amountOf(each.amount),
      })),
    }
  }
}
