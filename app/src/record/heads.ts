// Signed heads of a province: made, kept, listed, and held against the record.
import type { KeyObject } from 'node:crypto'
import { todayInVietnam } from '../calendar.ts'
import { type Database, transaction } from '../database/open.ts'
import type { Reads, Row, Tx } from '../database/tables.ts'
import { Problem } from '../problem.ts'
import { type Place, tipOf, walk } from './chain.ts'
import { type Head, headFormat, type Statement, signHead } from './head.ts'
import { genesis, lockedTip } from './record.ts'

export interface ProvinceOfRecord {
  province_id: number
  slug: string
  name: string
}

/** Every province of the installation, for the daily job. */
export async function recordProvinces(db: Reads): Promise<ProvinceOfRecord[]> {
  return db.selectFrom('province').select(['province_id', 'slug', 'name']).orderBy('slug').execute()
}

/** The province of a code or an id; `notFound` where there is none. */
export async function provinceOf(
  db: Reads,
  key: 'slug' | 'province_id',
  value: string | number,
): Promise<ProvinceOfRecord> {
  const found = await db
    .selectFrom('province')
    .select(['province_id', 'slug', 'name'])
    .where(key, '=', value)
    .executeTakeFirst()
  if (!found) throw new Problem('notFound')
  return found
}

/** Heads with a number above `after`, oldest first; all of them where no `limit` is given. */
export async function listHeads(
  db: Reads,
  province: ProvinceOfRecord,
  { after = 0, limit }: { after?: number; limit?: number } = {},
): Promise<Head[]> {
  let query = db
    .selectFrom('record_publication')
    .selectAll()
    .where('province_id', '=', province.province_id)
    .where('number', '>', after)
    .orderBy('number')
  if (limit !== undefined) query = query.limit(limit)
  return (await query.execute()).map((row) => headOf(row, province.slug))
}

/** Heads in one answer of the feed. */
const feedLength = 400

/** What the feed shows, oldest first: those after a number, or the newest. */
export async function feedHeads(
  db: Reads,
  province: ProvinceOfRecord,
  after?: number,
): Promise<Head[]> {
  const from =
    after ?? Math.max(0, ((await lastHead(db, province))?.statement.number ?? 0) - feedLength)
  return listHeads(db, province, { after: from, limit: feedLength })
}

/** The newest head, or null before the first. */
export async function lastHead(db: Reads, province: ProvinceOfRecord): Promise<Head | null> {
  const row = await db
    .selectFrom('record_publication')
    .selectAll()
    .where('province_id', '=', province.province_id)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? headOf(row, province.slug) : null
}

/**
 * Signs and keeps a new head of the record as it is now. Everything since the last head is walked first:
 * `Problem('recordAltered')` where it does not fit, so that no signature covers up what was altered. The
 * long part of the walk holds nobody up; only the end of it waits for the writers.
 */
export async function publishHead(
  database: Database,
  province: ProvinceOfRecord,
  key: KeyObject,
  now: Date = new Date(),
): Promise<Head> {
  const { province_id: id } = province
  const known = placeOf(await lastHead(database.db, province))
  const walked = await walkFrom(database.db, id, known, (await tipOf(database.db, id)).seq)
  return transaction(database, (tx) => signNext(tx, province, key, walked, now))
}

/** Walks what was written since `walked`, while writers wait, and signs. */
async function signNext(
  tx: Tx,
  province: ProvinceOfRecord,
  key: KeyObject,
  walked: Place,
  now: Date,
): Promise<Head> {
  const { province_id: id, slug } = province
  const tip = await lockedTip(tx, id)
  const last = await lastHead(tx, province)
  // Another head may have been signed meanwhile, of links that it walked itself.
  const from = (last?.statement.count ?? 0) > walked.seq ? placeOf(last) : walked
  const end = await walkFrom(tx, id, from, tip.seq)
  if (end.seq !== tip.seq || end.hash !== tip.hash) {
    throw new Problem('recordAltered', { at: end.seq + 1 })
  }
  const head = signHead(key, last?.statement ?? null, {
    province: slug,
    day: todayInVietnam(now),
    at: now.toISOString(),
    count: tip.seq,
    hash: tip.hash,
  })
  await tx.insertInto('record_publication').values(rowOf(id, head)).execute()
  return head
}

/** Walks and returns the end; `recordAltered` where a link does not fit, the starting one included. */
async function walkFrom(db: Reads, provinceId: number, from: Place, until: number): Promise<Place> {
  if (!(await stands(db, provinceId, from))) throw new Problem('recordAltered', { at: from.seq })
  const { end, brokenAt } = await walk(db, provinceId, from, until)
  if (brokenAt !== null) throw new Problem('recordAltered', { at: brokenAt })
  return end
}

/** Whether the link of this place is still in the record. */
async function stands(db: Reads, provinceId: number, place: Place): Promise<boolean> {
  if (place.seq === 0) return place.hash === genesis
  const row = await db
    .selectFrom('audit_record')
    .select('hash')
    .where('province_id', '=', provinceId)
    .where('seq', '=', place.seq)
    .executeTakeFirst()
  return row?.hash === place.hash
}

/** The first head whose link is not in the record any more, or null: what was rewritten or cut off. */
export async function firstLostHead(db: Reads, provinceId: number): Promise<number | null> {
  const row = await db
    .selectFrom('record_publication as head')
    .leftJoin('audit_record as link', (join) =>
      join
        .onRef('link.province_id', '=', 'head.province_id')
        .onRef('link.seq', '=', 'head.count')
        .onRef('link.hash', '=', 'head.hash'),
    )
    .select('head.count')
    .where('head.province_id', '=', provinceId)
    .where('head.count', '>', 0)
    .where('link.seq', 'is', null)
    .orderBy('head.number')
    .limit(1)
    .executeTakeFirst()
  return row?.count ?? null
}

const placeOf = (head: Head | null): Place => ({
  seq: head?.statement.count ?? 0,
  hash: head?.statement.hash ?? genesis,
})

function headOf(row: Row<'record_publication'>, slug: string): Head {
  const statement: Statement = {
    format: headFormat,
    province: slug,
    number: row.number,
    day: row.day,
    at: row.at,
    count: row.count,
    hash: row.hash,
    previous: row.previous,
    key: row.key,
  }
  return { statement, signature: row.signature, publicKey: row.public_key }
}

function rowOf(provinceId: number, { statement, signature, publicKey }: Head) {
  const { number, day, at, count, hash, previous, key } = statement
  const signed = { signature, public_key: publicKey, previous, key }
  return { province_id: provinceId, number, day, at, count, hash, ...signed }
}
