// Numbers without gaps: one row a series, locked by whoever takes the next, in the transaction that issues.
// Party: one series a kind of document and term of the committee, shared by the committee, its Standing
// Committee and its standing members, who bear one symbol; State: one a calendar year.
import { uuidv7 } from 'uuidv7'
import { holdsDay } from '../../database/days.ts'
import type { Reads, Row, Tx } from '../../database/tables.ts'
import { Problem } from '../../problem.ts'
import type { Issuer } from './facts-store.ts'
import { type IssueQuestion, isInner, isParty, letterheadOf, missingNumbers } from './numbering.ts'

interface SeriesKey {
  organisation_id: string
  kind: string
  symbol: string
  term_id: string | null
  year: number | null
}

/** Whose series a body's papers are numbered in: the committee's, for the bodies inside it. */
function ownerOf(issuer: Issuer): string {
  return isParty(issuer.kind) && isInner(issuer.name) && issuer.parentId
    ? issuer.parentId
    : issuer.id
}

/** The series a paper of this kind, symbol and date belongs to; null where no Party term can be told. */
async function seriesKey(
  db: Reads,
  conference: Row<'conference'>,
  issuer: Issuer,
  kind: string,
  symbol: string,
  date: string,
): Promise<SeriesKey | null> {
  if (!isParty(issuer.kind)) {
    const year = Number(date.slice(0, 4))
    return { organisation_id: issuer.id, kind, symbol, term_id: null, year }
  }
  const owner = ownerOf(issuer)
  const above = issuer.parentId ? [issuer.parentId] : []
  const terms = await db
    .selectFrom('term')
    .select(['term_id', 'organisation_id', 'valid_from', 'valid_to'])
    .where('province_id', '=', conference.province_id)
    .where('kind', '=', 'party')
    .where((where) =>
      where.or([
        where('organisation_id', 'in', [...new Set([owner, issuer.id, ...above])]),
        where('term_id', '=', conference.term_id),
      ]),
    )
    .orderBy('term_id')
    .execute()
  const live = terms.filter((term) => holdsDay(term, date))
  const term =
    live.find((one) => one.organisation_id === owner) ??
    live.find((one) => one.term_id === conference.term_id) ??
    live[0]
  return term ? { organisation_id: owner, kind, symbol, term_id: term.term_id, year: null } : null
}

/** The row of a series, locked for who takes a number of it. */
async function seriesRow(
  db: Reads,
  provinceId: number,
  key: SeriesKey,
  { lock }: { lock: boolean },
): Promise<Row<'number_series'> | undefined> {
  const select = db
    .selectFrom('number_series')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('organisation_id', '=', key.organisation_id)
    .where('kind', '=', key.kind)
    .where('symbol', '=', key.symbol)
    .where('term_id', 'is not distinct from', key.term_id)
    .where('year', 'is not distinct from', key.year)
  return (lock ? select.forUpdate() : select).executeTakeFirst()
}

/** What the next number would be as things stand; null where no series can be told. */
export async function nextNumber(
  db: Reads,
  conference: Row<'conference'>,
  issuer: Issuer,
  kind: string,
  symbol: string,
  date: string,
): Promise<number | null> {
  const key = await seriesKey(db, conference, issuer, kind, symbol, date)
  if (!key) return null
  const row = await seriesRow(db, conference.province_id, key, { lock: false })
  return (row?.last ?? 0) + 1
}

/** The series of a body for a kind of paper, with the numbers up to the last that no paper here bears. */
export async function seriesOf(
  db: Reads,
  provinceId: number,
  issuer: Issuer,
  kind: string,
): Promise<{ symbol: string; year: number | null; missing: string }[]> {
  const rows = await db
    .selectFrom('number_series')
    .select(['series_id', 'symbol', 'year', 'last'])
    .where('province_id', '=', provinceId)
    .where('organisation_id', '=', ownerOf(issuer))
    .where('kind', '=', kind)
    .where('last', '>', 0)
    .orderBy('series_id', 'desc')
    .execute()
  if (rows.length === 0) return []
  const used = await db
    .selectFrom('notice')
    .select(['series_id', 'number'])
    .where('province_id', '=', provinceId)
    .where(
      'series_id',
      'in',
      rows.map((row) => row.series_id),
    )
    .execute()
  return rows.map(({ series_id, symbol, year, last }) => ({
    symbol,
    year,
    missing: missingNumbers(
      used.flatMap((row) => (row.series_id === series_id ? (row.number ?? []) : [])),
      last,
    ),
  }))
}

/**
 * Takes a number: the next, or the one that the records office gave, which moves the series on. The row
 * stays locked until the transaction ends; if it is rolled back the number is free again. `termMissing`
 * where the Party term is not known, `numberTaken` where the number stands on another paper of the series;
 * `symbolNew`, `numberGap`, `dateOutOfOrder` until somebody says that it is meant.
 */
export async function takeNumber(
  tx: Tx,
  conference: Row<'conference'>,
  issuer: Issuer,
  given: { kind: string; symbol: string; date: string; number: number | null },
  meant: ReadonlySet<IssueQuestion>,
): Promise<{ seriesId: string; number: number }> {
  const provinceId = conference.province_id
  const { kind, symbol, date } = given
  const key = await seriesKey(tx, conference, issuer, kind, symbol, date)
  if (!key) throw new Problem('termMissing')
  await tx
    .insertInto('number_series')
    .values({ province_id: provinceId, series_id: uuidv7(), ...key })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const series = await seriesRow(tx, provinceId, key, { lock: true })
  if (!series) throw new Problem('busy')
  const number = given.number ?? series.last + 1
  if (given.number !== null && (await isTaken(tx, series, number))) {
    throw new Problem('numberTaken', { number })
  }
  if (!meant.has('symbolNew')) await mustBeKnown(tx, series, issuer)
  if (!meant.has('numberGap') && number > series.last + 1) {
    throw new Problem('numberGap', { number, from: series.last + 1, to: number - 1 })
  }
  if (!meant.has('dateOutOfOrder')) await mustFollow(tx, series, number, date)
  await tx
    .updateTable('number_series')
    .set({ last: Math.max(series.last, number), version: series.version + 1 })
    .where('province_id', '=', provinceId)
    .where('series_id', '=', series.series_id)
    .execute()
  return { seriesId: series.series_id, number }
}

/** `symbolNew` for the first paper of a symbol that is neither proposed for the body nor on a paper of it. */
async function mustBeKnown(tx: Tx, series: Row<'number_series'>, issuer: Issuer): Promise<void> {
  const { symbol } = series
  if (series.last > 0 || symbol === letterheadOf(issuer).symbol) return
  const rows = await tx
    .selectFrom('number_series')
    .select('symbol')
    .where('province_id', '=', series.province_id)
    .where('organisation_id', '=', series.organisation_id)
    .where('last', '>', 0)
    .execute()
  const known = [...new Set(rows.map((row) => row.symbol))]
  if (!known.includes(symbol)) {
    throw new Problem('symbolNew', { symbol, known: known.join(', ') })
  }
}

/** `dateOutOfOrder` where a lower number of the series bears a later date, or a higher one an earlier. */
async function mustFollow(
  tx: Tx,
  series: Row<'number_series'>,
  number: number,
  date: string,
): Promise<void> {
  const other = await tx
    .selectFrom('notice')
    .select(['number', 'issued_on'])
    .where('province_id', '=', series.province_id)
    .where('series_id', '=', series.series_id)
    .where((where) =>
      where.or([
        where.and([where('number', '<', number), where('issued_on', '>', date)]),
        where.and([where('number', '>', number), where('issued_on', '<', date)]),
      ]),
    )
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (other) throw new Problem('dateOutOfOrder', { number: other.number, on: other.issued_on })
}

async function isTaken(tx: Tx, series: Row<'number_series'>, number: number): Promise<boolean> {
  const row = await tx
    .selectFrom('notice')
    .select('notice_id')
    .where('province_id', '=', series.province_id)
    .where('series_id', '=', series.series_id)
    .where('number', '=', number)
    .executeTakeFirst()
  return row !== undefined
}

/** Whether a paper of another series of the same year bears this number, symbol and body (ND 30, Annex VI). */
export async function repeats(
  tx: Tx,
  issuer: Issuer,
  provinceId: number,
  given: { seriesId: string; number: number; kind: string; symbol: string; date: string },
): Promise<boolean> {
  const row = await tx
    .selectFrom('notice')
    .innerJoin('number_series', (join) =>
      join
        .onRef('number_series.province_id', '=', 'notice.province_id')
        .onRef('number_series.series_id', '=', 'notice.series_id'),
    )
    .select('notice.notice_id')
    .where('notice.province_id', '=', provinceId)
    .where('notice.issuer_id', '=', issuer.id)
    .where('notice.symbol', '=', given.symbol)
    .where('notice.number', '=', given.number)
    .where('number_series.kind', '=', given.kind)
    .where('notice.series_id', '<>', given.seriesId)
    .where('notice.issued_on', '>=', `${given.date.slice(0, 4)}-01-01`)
    .where('notice.issued_on', '<=', `${given.date.slice(0, 4)}-12-31`)
    .executeTakeFirst()
  return row !== undefined
}
