// The accounts that act for bodies, looked up once for all tasks that are told of.
import { sql } from 'kysely'
import { todayInVietnam } from '../../calendar.ts'
import type { Reads } from '../../database/tables.ts'
import type { Role } from '../../http/access.ts'
import { heirsOf } from '../organisations/heirs-store.ts'
import { rootOrganisation } from '../people/granting.ts'
import { inForceOn, whatItHangsOn } from '../people/grants.ts'
import type { Holders, Whose } from './audience.ts'

/** The holders of roles, by grants in force on the day, in the bodies of these tasks and their heirs. */
export async function holdersIn(
  db: Reads,
  provinceId: number,
  tasks: readonly Whose[],
  today = todayInVietnam(),
): Promise<Holders> {
  const root = await rootOrganisation(db, provinceId)
  const bodies = new Set([root])
  for (const { lead_id, cooperating_ids, owner_id } of tasks) {
    for (const body of [lead_id, owner_id, ...cooperating_ids]) if (body !== null) bodies.add(body)
  }
  const heirs = await heirsOf(db, provinceId, [...bodies], today)
  const { rows } = await sql<{ account_id: string; organisation_id: string; role: Role }>`
    select g.account_id, g.organisation_id, g.role
    from role_grant g ${whatItHangsOn}
    join account h on h.province_id = g.province_id and h.account_id = g.account_id
    where g.province_id = ${provinceId} and ${inForceOn(today)} and h.disabled_at is null
      and g.organisation_id = any(${[...bodies, ...heirs.values()]}::uuid[])
    order by g.account_id, g.organisation_id, g.role`.execute(db)
  const held = Map.groupBy(rows, (row) => row.organisation_id)
  return (wanted, roles) => {
    const found = wanted
      .map((body) => body ?? root)
      .flatMap((body) => [body, ...(heirs.get(body) ? [heirs.get(body) as string] : [])])
      .flatMap((body) => held.get(body) ?? [])
    return [...new Set(found.filter((row) => roles.has(row.role)).map((row) => row.account_id))]
  }
}

/**
 * By agenda item: the accounts of whoever chairs the conference that it is an item of, as far as they are open and act
 * by a grant in force on the day. None for an item whose chairs are all gone.
 */
export async function chairsOf(
  db: Reads,
  provinceId: number,
  items: readonly string[],
  today = todayInVietnam(),
): Promise<ReadonlyMap<string, string[]>> {
  if (items.length === 0) return new Map()
  const rows = await db
    .selectFrom('session_item')
    .innerJoin('invitation', (join) =>
      join
        .onRef('invitation.province_id', '=', 'session_item.province_id')
        .onRef('invitation.conference_id', '=', 'session_item.conference_id'),
    )
    .select(['session_item.session_item_id', 'invitation.account_id'])
    .where('session_item.province_id', '=', provinceId)
    .where('session_item.session_item_id', 'in', [...items])
    .where('invitation.capacity', '=', 'chair')
    .where('invitation.withdrawn_at', 'is', null)
    .where(
      sql<boolean>`exists (select 1 from account h
        join role_grant g on g.province_id = h.province_id and g.account_id = h.account_id ${whatItHangsOn}
        where h.province_id = invitation.province_id and h.account_id = invitation.account_id
          and h.disabled_at is null and ${inForceOn(today)})`,
    )
    .orderBy('invitation.account_id')
    .execute()
  const chairs = new Map<string, string[]>()
  for (const { session_item_id: item, account_id: account } of rows) {
    if (account !== null) chairs.set(item, [...(chairs.get(item) ?? []), account])
  }
  return chairs
}
