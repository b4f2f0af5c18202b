// What bodies are called, for lists of other registers.
import { sql } from 'kysely'
import { todayInVietnam } from '../../calendar.ts'
import { holdsDay } from '../../database/days.ts'
import { eachRequest } from '../../database/prepared.ts'
import type { OrganisationKind, Reads } from '../../database/tables.ts'
import { Problem } from '../../problem.ts'

/** Official names of bodies on a day, by id; where a body had none that day, its newest. */
export async function organisationNames(
  db: Reads,
  provinceId: number,
  ids: readonly (string | null)[],
  day = todayInVietnam(),
): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (wanted.length === 0) return new Map()
  const rows = await db
    .selectFrom('organisation_name')
    .select(['organisation_id', 'name', 'valid_from', 'valid_to'])
    .where('province_id', '=', provinceId)
    .where(sql<boolean>`organisation_id = any(${wanted}::uuid[])`)
    .where('role', '=', 'official')
    .orderBy('valid_from', (order) => order.asc().nullsFirst())
    .modifyEnd(eachRequest)
    .execute()
  const names = new Map<string, string>()
  const settled = new Set<string>()
  for (const row of rows) {
    if (settled.has(row.organisation_id)) continue
    names.set(row.organisation_id, row.name)
    if (holdsDay(row, day)) settled.add(row.organisation_id)
  }
  return names
}

/** Bodies by each official name that only they have or had. */
export async function bodiesByName(db: Reads, provinceId: number): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('organisation_name')
    .select(['organisation_id', 'name'])
    .distinct()
    .where('province_id', '=', provinceId)
    .where('role', '=', 'official')
    .execute()
  const named = Map.groupBy(rows, (row) => row.name)
  return new Map(
    [...named].flatMap(([name, [first, ...others]]) =>
      first && others.length === 0 ? [[name, first.organisation_id]] : [],
    ),
  )
}

/** `notFound` where one of these is no body of the province. */
export async function mustBeBodies(
  db: Reads,
  provinceId: number,
  ids: readonly (string | null)[],
): Promise<void> {
  const wanted = new Set(ids.filter((id) => id !== null))
  const known = await organisationNames(db, provinceId, [...wanted])
  if (known.size !== wanted.size) throw new Problem('notFound')
}

/** All names that bodies of a province have or had, with the kind of the body; for the reader. */
export function bodyNames(
  db: Reads,
  provinceId: number,
): Promise<{ kind: OrganisationKind; name: string }[]> {
  return db
    .selectFrom('organisation_name as n')
    .innerJoin('organisation as o', (join) =>
      join
        .onRef('o.province_id', '=', 'n.province_id')
        .onRef('o.organisation_id', '=', 'n.organisation_id'),
    )
    .select(['o.kind', 'n.name'])
    .distinct()
    .where('n.province_id', '=', provinceId)
    .orderBy('n.name')
    .orderBy('o.kind')
    .execute()
}
