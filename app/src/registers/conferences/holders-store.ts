// The bodies that hold a conference: the one that leads it, and those that meet with it. Who works in any of them
// sees it from within (`http/visible.ts`); what is done to it is the leading body's.
import type { Reads, Row } from '../../database/tables.ts'

type Held = Pick<Row<'conference'>, 'conference_id' | 'organisation_id'>

/** By conference, the leading body first; none for one that only a report tells of. */
export async function holdersOf(
  db: Reads,
  provinceId: number,
  conferences: readonly Held[],
): Promise<Map<string, string[]>> {
  const found = new Map(
    conferences.map((one) => [one.conference_id, one.organisation_id ? [one.organisation_id] : []]),
  )
  if (found.size === 0) return found
  const rows = await db
    .selectFrom('conference_body')
    .select(['conference_id', 'organisation_id'])
    .where('province_id', '=', provinceId)
    .where('conference_id', 'in', [...found.keys()])
    .orderBy('organisation_id')
    .execute()
  for (const row of rows) found.get(row.conference_id)?.push(row.organisation_id)
  return found
}

/** The same of one. */
export const holdersOfOne = async (
  db: Reads,
  provinceId: number,
  conference: Held,
): Promise<string[]> =>
  (await holdersOf(db, provinceId, [conference])).get(conference.conference_id) ?? []
