// Grants in force: which role an account has in which body today; looked up at every request.
import { sql } from 'kysely'
import { todayInVietnam } from '../../calendar.ts'
import type { AccountRole, Reads, Row } from '../../database/tables.ts'
import type { Actor, Grant } from '../../http/access.ts'

/**
 * What a grant `g` hangs on: its body `o` and membership `m`; the grant `s` it was delegated from, with
 * that one's account `a` and membership `n`.
 */
export const whatItHangsOn = sql`
    join organisation o on o.province_id = g.province_id and o.organisation_id = g.organisation_id
    left join membership m on m.province_id = g.province_id and m.membership_id = g.membership_id
    left join role_grant s on s.province_id = g.province_id and s.grant_id = g.delegated_from
    left join account a on a.province_id = s.province_id and a.account_id = s.account_id
    left join membership n on n.province_id = s.province_id and n.membership_id = s.membership_id`

/** `from` to `to` of a row hold the day, both ends included; an open end holds every day. */
const holds = (row: string, day: string) =>
  sql`(coalesce(${sql.ref(`${row}.valid_from`)}, ${day}::date) <= ${day}::date
      and coalesce(${sql.ref(`${row}.valid_to`)}, ${day}::date) >= ${day}::date)`

/**
 * Whether a grant `g` is in force on a day, over `whatItHangsOn`: begun, not over, not ended; its body
 * there; the membership that it hangs on still held; for a delegated one, the grant it comes from in force as well
 * and its holder's account open.
 */
export const inForceOn = (
  day: string,
) => sql<boolean>`(g.ended_at is null and ${holds('g', day)} and ${holds('o', day)}
      and (g.membership_id is null or ${holds('m', day)})
      and (g.delegated_from is null
        or (s.ended_at is null and ${holds('s', day)} and a.disabled_at is null
          and (s.membership_id is null or ${holds('n', day)}))))`

/** The account as an actor, with the grants that are in force now. */
export async function actorOf(db: Reads, row: Row<'account'>): Promise<Actor> {
  return {
    kind: 'account',
    accountId: row.account_id,
    provinceId: row.province_id,
    grants: await grantsInForce(db, row.province_id, row.account_id),
    name: row.name,
    locale: row.locale,
  }
}

/** The grants of an account that are in force today. */
export async function grantsInForce(
  db: Reads,
  provinceId: number,
  accountId: string,
  today = todayInVietnam(),
): Promise<Grant[]> {
  const rows = await sql<{
    grant_id: string
    role: AccountRole
    organisation_id: string
    everywhere: boolean
  }>`select g.grant_id, g.role, g.organisation_id, o.kind = 'province' as everywhere
    from role_grant g ${whatItHangsOn}
    where g.province_id = ${provinceId} and g.account_id = ${accountId} and ${inForceOn(today)}
    order by o.kind <> 'province', g.granted_at, g.grant_id`.execute(db)
  const grants: Grant[] = []
  for (const row of rows.rows) {
    const known = grants.find((one) => one.organisationId === row.organisation_id)
    grants.push({
      id: row.grant_id,
      role: row.role,
      organisationId: row.organisation_id,
      everywhere: row.everywhere,
      covers: row.everywhere
        ? new Set()
        : (known?.covers ?? (await reach(db, provinceId, row.organisation_id, today, 'down'))),
      above: row.everywhere
        ? new Set()
        : (known?.above ?? (await reach(db, provinceId, row.organisation_id, today, 'up'))),
    })
  }
  return grants
}

/**
 * The bodies below (with the body itself) or above one, today, along the administrative and the party
 * tree. A tree of a sector gives guidance, no rights.
 */
async function reach(
  db: Reads,
  provinceId: number,
  organisationId: string,
  today: string,
  way: 'up' | 'down',
): Promise<ReadonlySet<string>> {
  const [from, to] =
    way === 'down' ? ['parent_id', 'organisation_id'] : ['organisation_id', 'parent_id']
  const { rows } = await sql<{ id: string }>`
    with recursive walk (id) as (
      select ${organisationId}::uuid
      union
      select ${sql.ref(`p.${to}`)} from walk join organisation_parent p
        on p.province_id = ${provinceId} and ${sql.ref(`p.${from}`)} = walk.id
      where p.tree in ('administrative', 'party')
        and coalesce(p.valid_from, ${today}) <= ${today} and coalesce(p.valid_to, ${today}) >= ${today}
    ) select id from walk`.execute(db)
  const found = new Set(rows.map((row) => row.id))
  if (way === 'up') found.delete(organisationId)
  return found
}
