// Who answers for what a body that is over owed, and for what is sent to it.
import { sql } from 'kysely'
import type { Reads } from '../../database/tables.ts'

/**
 * By body that is over on the day: the standing body that its work came to as a whole, by merger or
 * take-over, at one remove or more (the rule of `inheritedBy` in registers/people, for tasks and messages). A body
 * that was split, or whose work went nowhere, has no heir here: its tasks have to be referred by somebody.
 */
export async function heirsOf(
  db: Reads,
  provinceId: number,
  bodies: readonly string[],
  today: string,
): Promise<Map<string, string>> {
  if (bodies.length === 0) return new Map()
  const { rows } = await heirsAsked(provinceId, bodies, today).execute(db)
  return new Map(rows.map(({ start, heir }) => [start, heir]))
}

/** The question for them, to be asked with others. */
export const heirsAsked = (provinceId: number, bodies: readonly string[], today: string) =>
  sql<{ start: string; heir: string }>`
    with recursive walk (start, id) as (
      select organisation_id, organisation_id from organisation
      where province_id = ${provinceId} and organisation_id = any(${[...new Set(bodies)]}::uuid[])
        and valid_to < ${today}::date
      union
      select walk.start, l.successor_id from walk
      join organisation_lineage l on l.province_id = ${provinceId} and l.predecessor_id = walk.id
        and l.basis = 'full' and l.successor_id <> l.predecessor_id
      join organisation_change c on c.province_id = l.province_id and c.change_id = l.change_id
        and c.kind in ('merge', 'takeOver')
    ) select walk.start, walk.id as heir from walk
      join organisation o on o.province_id = ${provinceId} and o.organisation_id = walk.id
      where o.valid_to is null or o.valid_to >= ${today}::date`
