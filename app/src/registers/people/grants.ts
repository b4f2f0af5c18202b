// Grants in force: which role an account has in which body today; looked up at every request.
import { sql } from 'kysely'
import { todayInVietnam } from '../../calendar.ts'
import type { AccountRole, Reads } from '../../database/tables.ts'
import type { Grant } from '../../http/access.ts'

/**
 * The grants of an account that are in force today: begun, not over, not ended; the membership they
 * hang on still held; for a delegated one, the grant it comes from in force as well and its holder's
 * account open.
 */
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
    from role_grant g
    join organisation o on o.province_id = g.province_id and o.organisation_id = g.organisation_id
    left join membership m on m.province_id = g.province_id and m.membership_id = g.membership_id
    left join role_grant s on s.province_id = g.province_id and s.grant_id = g.delegated_from
    left join account a on a.province_id = s.province_id and a.account_id = s.account_id
    left join membership n on n.province_id = s.province_id and n.membership_id = s.membership_id
    where g.province_id = ${provinceId} and g.account_id = ${accountId}
      and g.ended_at is null and g.valid_from <= ${today} and (g.valid_to is null or g.valid_to >= ${today})
      and (g.membership_id is null
        or (coalesce(m.valid_from, ${today}) <= ${today} and coalesce(m.valid_to, ${today}) >= ${today}))
      and (g.delegated_from is null
        or (s.ended_at is null and s.valid_from <= ${today}
          and (s.valid_to is null or s.valid_to >= ${today}) and a.disabled_at is null
          and (s.membership_id is null
            or (coalesce(n.valid_from, ${today}) <= ${today} and coalesce(n.valid_to, ${today}) >= ${today}))))
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
