// Walking the chain: from any link that is known to be right to the newest.
import type { Reads } from '../database/tables.ts'
import { type Link, linkHash } from './record.ts'

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
    const rows = await db
      .selectFrom('audit_record')
      .selectAll()
      .where('province_id', '=', provinceId)
      .where('seq', '>', end.seq)
      .where('seq', '<=', until)
      .orderBy('seq')
      .limit(step)
      .execute()
    for (const { hash, ...link } of rows) {
      const fits =
        link.seq === end.seq + 1 &&
        link.previous_hash === end.hash &&
        linkHash(timed(link)) === hash
      if (!fits) return { end, brokenAt: end.seq + 1 }
      end = { seq: link.seq, hash }
    }
    if (rows.length === 0) return { end, brokenAt: null }
  }
}

/** A stored link with its time in the form that was hashed. */
export const timed = <T extends Link>(link: T): T => ({
  ...link,
  at: new Date(link.at).toISOString(),
})

/** The newest link of a province, as the row that writers lock says. */
export async function tipOf(db: Reads, provinceId: number): Promise<Place> {
  return db
    .selectFrom('record_head')
    .select(['seq', 'hash'])
    .where('province_id', '=', provinceId)
    .executeTakeFirstOrThrow()
}
