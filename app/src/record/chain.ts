// Walking the chain: from any link that is known to be right to the newest.
import type { Reads, Row } from '../database/tables.ts'
import { linkHash } from './record.ts'

/** A place in the chain: the number and the hash of a link, or 0 and `genesis` before the first. */
export interface Place {
  seq: number
  hash: string
}

/** Links fetched at once. */
const step = 1000

/**
 * Walks from `from` to at most link `until`: numbers without gaps, each hash right, each naming the one
 * before. `brokenAt` is the first link that does not fit, or null; `end` the last that does.
 */
export async function walk(
  db: Reads,
  provinceId: number,
  from: Place,
  until: number,
): Promise<{ end: Place; brokenAt: number | null }> {
  let end = from
  for (;;) {
    const rows = await linksAfter(db, provinceId, end.seq, until)
    for (const { hash, ...link } of rows) {
      const fits =
        link.seq === end.seq + 1 && link.previous_hash === end.hash && linkHash(link) === hash
      if (!fits) return { end, brokenAt: end.seq + 1 }
      end = { seq: link.seq, hash }
    }
    if (rows.length === 0) return { end, brokenAt: null }
  }
}

/** The next links behind number `seq`, up to number `until`; some hundreds at once. */
export async function linksAfter(
  db: Reads,
  provinceId: number,
  seq: number,
  until: number,
): Promise<Row<'audit_record'>[]> {
  return db
    .selectFrom('audit_record')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('seq', '>', seq)
    .where('seq', '<=', until)
    .orderBy('seq')
    .limit(step)
    .execute()
}

/** The newest link of a province, as the row that writers lock says. */
export async function tipOf(db: Reads, provinceId: number): Promise<Place> {
  return db
    .selectFrom('record_head')
    .select(['seq', 'hash'])
    .where('province_id', '=', provinceId)
    .executeTakeFirstOrThrow()
}
