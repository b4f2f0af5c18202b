// Grants in force: which role an account has in which body today; looked up at every request.
import { type RawBuilder, sql } from 'kysely'
import { todayInVietnam } from '../../calendar.ts'
import { holds } from '../../database/days.ts'
import { eachRequest } from '../../database/prepared.ts'
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

/**
 * Whether a grant `g` is in force on a day, over `whatItHangsOn`: begun, not over, not ended; its body
 * there; the membership that it hangs on still held; for a delegated one, the grant it comes from in force as well
 * and its holder's account open.
 */
export const inForceOn = (
  day: string,
) => sql<boolean>`(g.ended_at is null and ${holds(day, 'g')} and ${holds(day, 'o')}
      and (g.membership_id is null or ${holds(day, 'm')})
      and (g.delegated_from is null
        or (s.ended_at is null and ${holds(day, 's')} and a.disabled_at is null
          and (s.membership_id is null or ${holds(day, 'n')}))))`

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

/** Accounts of one province as actors, by their ids, in a fixed number of queries. */
export async function actorsOf(
  db: Reads,
  provinceId: number,
  rows: readonly Row<'account'>[],
): Promise<Map<string, Actor>> {
  if (rows.length === 0) return new Map()
  const ids = [...new Set(rows.map((row) => row.account_id))]
  const held = Map.groupBy(await grantsOfAccounts(db, provinceId, ids), (one) => one.accountId)
  return new Map(
    rows.map((row) => [
      row.account_id,
      {
        kind: 'account',
        accountId: row.account_id,
        provinceId,
        grants: held.get(row.account_id) ?? [],
        name: row.name,
        locale: row.locale,
      },
    ]),
  )
}

/** The grants of an account that are in force today. */
export async function grantsInForce(
  db: Reads,
  provinceId: number,
  accountId: string,
  today = todayInVietnam(),
): Promise<Holding[]> {
  return holdings(db, provinceId, sql`g.account_id = ${accountId}`, today)
}

/** A grant in force with what people want to know of it. */
export interface Holding extends Grant {
  accountId: string
  holder: string
  /** The last day of it as things stand: of itself, its body, its post, or what it was delegated from. */
  until: string | null
  onBehalfOf: string | null
}

/** All grants of open accounts that are in force today, by name of the holder. */
export const allInForce = (
  db: Reads,
  provinceId: number,
  today = todayInVietnam(),
): Promise<Holding[]> => holdings(db, provinceId, sql`h.disabled_at is null`, today)

/** The grants of these accounts that are in force today. */
export const grantsOfAccounts = (
  db: Reads,
  provinceId: number,
  accounts: readonly string[],
  today = todayInVietnam(),
): Promise<Holding[]> =>
  holdings(db, provinceId, sql`g.account_id = any(${[...accounts]}::uuid[])`, today)

async function holdings(
  db: Reads,
  provinceId: number,
  whose: RawBuilder<unknown>,
  today: string,
): Promise<Holding[]> {
  const { rows } = await sql<{
    grant_id: string
    account_id: string
    holder: string
    role: AccountRole
    organisation_id: string
    everywhere: boolean
    until: string | null
    behalf: string | null
  }>`select g.grant_id, g.account_id, h.name as holder, g.role, g.organisation_id,
      o.kind = 'province' as everywhere, a.name as behalf,
      least(g.valid_to, o.valid_to, m.valid_to, s.valid_to, n.valid_to) as until
    from role_grant g ${whatItHangsOn}
    join account h on h.province_id = g.province_id and h.account_id = g.account_id
    where g.province_id = ${provinceId} and ${whose} and ${inForceOn(today)}
    order by o.kind <> 'province', h.name, g.granted_at, g.grant_id
    ${eachRequest}`.execute(db)
  const bodies = [
    ...new Set(rows.filter((row) => !row.everywhere).map((row) => row.organisation_id)),
  ]
  const covers = await reach(db, provinceId, bodies, today, 'down')
  const above = await reach(db, provinceId, bodies, today, 'up')
  const inherited = await inheritedBy(db, provinceId, covers, today)
  return rows.map((row) => ({
    id: row.grant_id,
    accountId: row.account_id,
    holder: row.holder,
    role: row.role,
    organisationId: row.organisation_id,
    everywhere: row.everywhere,
    covers: covers.get(row.organisation_id) ?? new Set(),
    above: above.get(row.organisation_id) ?? new Set(),
    inherited: new Set(inherited.get(row.organisation_id)?.map((one) => one.id)),
    standsFor: new Set([
      row.organisation_id,
      ...(inherited.get(row.organisation_id) ?? [])
        .filter((one) => one.heir === row.organisation_id)
        .map((one) => one.id),
    ]),
    until: row.until,
    onBehalfOf: row.behalf,
  }))
}

/**
 * The bodies below (with the body itself) or above each of these, today, along the administrative and the
 * party tree. A tree of a sector gives guidance, no rights.
 */
export async function reach(
  db: Reads,
  provinceId: number,
  bodies: readonly string[],
  today: string,
  way: 'up' | 'down',
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  if (bodies.length === 0) return new Map()
  const [from, to] =
    way === 'down' ? ['parent_id', 'organisation_id'] : ['organisation_id', 'parent_id']
  const { rows } = await sql<{ start: string; id: string }>`
    with recursive walk (start, id) as (
      select one, one from unnest(${[...bodies]}::uuid[]) as one
      union
      select walk.start, ${sql.ref(`p.${to}`)} from walk join organisation_parent p
        on p.province_id = ${provinceId} and ${sql.ref(`p.${from}`)} = walk.id
      where p.tree in ('administrative', 'party')
        and ${holds(today, 'p')}
    ) select start, id from walk ${eachRequest}`.execute(db)
  const found = new Map<string, Set<string>>(bodies.map((body) => [body, new Set()]))
  for (const { start, id } of rows) {
    if (way === 'down' || id !== start) found.get(start)?.add(id)
  }
  return found
}

/** A body that is over, and the body there today that its papers came to. */
interface Inherited {
  id: string
  heir: string
}

/**
 * By body: the bodies that are over today and whose papers came to one of those it covers, at one remove or
 * more. They come to the body that the ended one went into as a whole, by merger or take-over; where it
 * went into none, they stay with the body it stood below on its last day. A share that went elsewhere, a
 * split and a body moved alive hand over nothing.
 */
async function inheritedBy(
  db: Reads,
  provinceId: number,
  covers: ReadonlyMap<string, ReadonlySet<string>>,
  today: string,
): Promise<ReadonlyMap<string, readonly Inherited[]>> {
  const pairs = [...covers].flatMap(([start, ids]) => [...ids].map((id) => ({ start, id })))
  if (pairs.length === 0) return new Map()
  const { rows } = await sql<Inherited & { start: string }>`
    with recursive keeper (id, gone) as (
      select l.successor_id, l.predecessor_id from organisation_lineage l
      join organisation_change c on c.province_id = l.province_id and c.change_id = l.change_id
      join organisation o
        on o.province_id = l.province_id and o.organisation_id = l.predecessor_id
      where l.province_id = ${provinceId} and l.basis = 'full' and c.kind in ('merge', 'takeOver')
        and l.successor_id <> l.predecessor_id and o.valid_to < ${today}
      union all select p.parent_id, p.organisation_id from organisation_parent p
      join organisation o on o.province_id = p.province_id and o.organisation_id = p.organisation_id
      where p.province_id = ${provinceId} and p.tree in ('administrative', 'party')
        and o.valid_to < ${today} and p.valid_to = o.valid_to
        and not exists (select 1 from organisation_lineage l
          where l.province_id = p.province_id and l.predecessor_id = p.organisation_id
            and l.successor_id <> l.predecessor_id)
    ), walk (start, heir, id, gone) as (
      select start, id, id, false
      from unnest(${pairs.map((one) => one.start)}::uuid[], ${pairs.map((one) => one.id)}::uuid[])
        as given (start, id)
      union
      select walk.start, walk.heir, keeper.gone, true from walk join keeper on keeper.id = walk.id
    ) select start, heir, id from walk where gone ${eachRequest}`.execute(db)
  return Map.groupBy(rows, (row) => row.start)
}
