// Giving, delegating and ending grants. Each is on record; nothing is taken away silently.
import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { todayInVietnam } from '../../calendar.ts'
import { holds } from '../../database/days.ts'
import type { Reads, Row, Tx } from '../../database/tables.ts'
import { type Actor, accountOf, allowed, authorise, mayAnywhere } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import { organisationNames } from '../organisations/names.ts'
import type { Delegation, NewGrant, RoleGrant } from './contract.ts'
import { inForceOn, whatItHangsOn } from './grants.ts'

/** The province itself as a body: what a grant in the whole province is granted in. */
export async function rootOrganisation(db: Reads, provinceId: number): Promise<string> {
  const row = await db
    .selectFrom('organisation')
    .select('organisation_id')
    .where('province_id', '=', provinceId)
    .where('kind', '=', 'province')
    .executeTakeFirstOrThrow()
  return row.organisation_id
}

/** Grants of accounts, or those delegated from an account's; all that ever were, oldest first. */
export async function listGrants(
  db: Reads,
  provinceId: number,
  wanted: { accounts?: readonly string[]; delegatedBy?: string; ids?: readonly string[] },
  today = todayInVietnam(),
): Promise<Map<string, RoleGrant[]>> {
  const of = wanted.accounts
    ? sql`g.account_id = any(${[...wanted.accounts]}::uuid[])`
    : wanted.ids
      ? sql`g.grant_id = any(${[...wanted.ids]}::uuid[])`
      : sql`s.account_id = ${wanted.delegatedBy ?? null}`
  const { rows } = await sql<
    Row<'role_grant'> & {
      everywhere: boolean
      behalf: string | null
      by: string | null
      holder: string
      in_force: boolean
    }
  >`select g.*, o.kind = 'province' as everywhere, a.name as behalf, c.name as by, h.name as holder,
      ${inForceOn(today)} as in_force
    from role_grant g ${whatItHangsOn}
    join account h on h.province_id = g.province_id and h.account_id = g.account_id
    left join account c on c.province_id = g.province_id and c.account_id = g.granted_by
    where g.province_id = ${provinceId} and ${of}
    order by g.granted_at, g.grant_id`.execute(db)
  const names = await organisationNames(
    db,
    provinceId,
    rows.map((row) => row.organisation_id),
    today,
  )
  const found = new Map<string, RoleGrant[]>()
  for (const row of rows) {
    const list = found.get(row.account_id) ?? []
    found.set(row.account_id, list)
    list.push({
      id: row.grant_id,
      holder: row.holder,
      role: row.role,
      organisation: {
        id: row.organisation_id,
        name: names.get(row.organisation_id) ?? '',
        everywhere: row.everywhere,
      },
      from: row.valid_from,
      to: row.valid_to,
      onBehalfOf: row.behalf,
      delegatedFrom: row.delegated_from,
      membershipId: row.membership_id,
      reason: row.reason,
      grantedBy: row.by,
      grantedAt: row.granted_at,
      endedAt: row.ended_at,
      inForce: row.in_force,
      version: row.version,
    })
  }
  return found
}

/** Grants a role; the province itself where no body is named. `notFound` for a body of nowhere. */
export async function giveGrant(
  tx: Tx,
  actor: Actor,
  accountId: string,
  given: NewGrant,
): Promise<void> {
  const provinceId = actor.provinceId
  const organisationId = given.organisationId ?? (await rootOrganisation(tx, provinceId))
  authorise(actor, 'grant.give', provinceId, organisationId)
  await mustExist(tx, provinceId, 'organisation', 'organisation_id', organisationId)
  await mustExist(tx, provinceId, 'account', 'account_id', accountId)
  if (given.membershipId) {
    await mustExist(tx, provinceId, 'membership', 'membership_id', given.membershipId)
  }
  const from = given.from ?? todayInVietnam()
  if (given.to && given.to < from) throw new Problem('invalidInput', { where: 'to' })
  await insertGrant(tx, actor, {
    account_id: accountId,
    role: given.role,
    organisation_id: organisationId,
    valid_from: from,
    valid_to: given.to ?? null,
    membership_id: given.membershipId ?? null,
    delegated_from: null,
    reason: given.reason ?? null,
  })
}

/**
 * Lets another account stand in for the holder of a grant, with the same role in the same body, until
 * a day. Only the holder, or who may give grants there; a delegated grant goes no further
 * (`notDelegable`), nor do roles without the right to delegate.
 */
export async function delegateGrant(
  tx: Tx,
  actor: Actor,
  grantId: string,
  given: Delegation,
): Promise<RoleGrant> {
  const provinceId = actor.provinceId
  const source = await lockGrant(tx, provinceId, grantId)
  if (source.account_id === actor.accountId) {
    authorise(actor, 'grant.delegate', provinceId, source.organisation_id)
  } else authorise(actor, 'grant.give', provinceId, source.organisation_id)
  const today = todayInVietnam()
  const over = source.ended_at !== null || (source.valid_to !== null && source.valid_to < today)
  if (source.delegated_from || over || !allowed[source.role].has('grant.delegate')) {
    throw new Problem('notDelegable')
  }
  const from = given.from ?? today
  if (given.to < from || (source.valid_to !== null && given.to > source.valid_to)) {
    throw new Problem('invalidInput', { where: 'to' })
  }
  const account = await tx
    .selectFrom('account')
    .select('account_id')
    .where('province_id', '=', provinceId)
    .where('address', '=', given.address.trim().toLowerCase())
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  if (!account || account.account_id === source.account_id) {
    throw new Problem('invalidInput', { where: 'address' })
  }
  const id = await insertGrant(tx, actor, {
    account_id: account.account_id,
    role: source.role,
    organisation_id: source.organisation_id,
    valid_from: from,
    valid_to: given.to,
    membership_id: null,
    delegated_from: grantId,
    reason: given.reason,
  })
  return oneGrant(tx, provinceId, id)
}

/**
 * Ends a grant at once: its holder's next request has no such right. Delegated ones fall with it. The
 * holder may give up what was delegated, and take back what he delegated; else who may give grants.
 */
export async function endGrant(
  tx: Tx,
  actor: Actor,
  grantId: string,
  version: number,
  reason: string,
): Promise<RoleGrant> {
  const provinceId = actor.provinceId
  const grant = await lockGrant(tx, provinceId, grantId)
  const source = grant.delegated_from
    ? await lockGrant(tx, provinceId, grant.delegated_from)
    : undefined
  const own = source && [grant.account_id, source.account_id].includes(accountOf(actor))
  if (!own) {
    if (!mayAnywhere(actor, 'grant.give')) throw new Problem('notFound')
    authorise(actor, 'grant.give', provinceId, grant.organisation_id)
  }
  if (grant.version !== version) {
    throw new Problem('versionOld', { current: await oneGrant(tx, provinceId, grantId) })
  }
  if (grant.role === 'administrator') {
    await keepOneAdministrator(tx, provinceId, { grantId })
  }
  await tx
    .updateTable('role_grant')
    .set({ ended_at: new Date().toISOString(), version: grant.version + 1 })
    .where('province_id', '=', provinceId)
    .where('grant_id', '=', grantId)
    .where('ended_at', 'is', null)
    .execute()
  await writeRecord(tx, actor, {
    action: 'grant.end',
    subjectKind: 'account',
    subjectId: grant.account_id,
    before: shown(grant),
    reason,
  })
  return oneGrant(tx, provinceId, grantId)
}

/**
 * Refuses (`lastAdministrator`) what would leave the province without an open account that
 * administers it for good. Locks them all in one order, so that two cannot close each other at once.
 */
export async function keepOneAdministrator(
  tx: Tx,
  provinceId: number,
  except: { accountId?: string; grantId?: string },
): Promise<void> {
  await tx
    .selectFrom('account')
    .select('account_id')
    .where('province_id', '=', provinceId)
    .where('disabled_at', 'is', null)
    .where('account_id', 'in', (build) =>
      build
        .selectFrom('role_grant')
        .select('account_id')
        .where('province_id', '=', provinceId)
        .where('role', '=', 'administrator'),
    )
    .orderBy('account_id')
    .forUpdate()
    .execute()
  const { rows } = await sql<{ account_id: string; grant_id: string }>`
    select g.account_id, g.grant_id from role_grant g
    join account a on a.province_id = g.province_id and a.account_id = g.account_id
    join organisation o on o.province_id = g.province_id and o.organisation_id = g.organisation_id
    where g.province_id = ${provinceId} and g.role = 'administrator' and o.kind = 'province'
      and g.ended_at is null and g.valid_to is null and g.membership_id is null
      and g.valid_from <= ${todayInVietnam()} and a.disabled_at is null`.execute(tx)
  const left = rows.some(
    (row) => row.account_id !== except.accountId && row.grant_id !== except.grantId,
  )
  if (!left) throw new Problem('lastAdministrator')
}

/** Bodies of today that a right can be granted in, the province first, then by name. */
export async function bodiesToGrantIn(db: Reads, actor: Actor, today = todayInVietnam()) {
  authorise(actor, 'account.read', actor.provinceId)
  const { rows } = await sql<{ id: string; name: string; everywhere: boolean }>`
    select o.organisation_id as id, min(n.name) as name, o.kind = 'province' as everywhere
    from organisation o join organisation_name n
      on n.province_id = o.province_id and n.organisation_id = o.organisation_id
    where o.province_id = ${actor.provinceId} and n.role = 'official'
      and ${holds(today, 'o')} and ${holds(today, 'n')}
    group by o.organisation_id, o.kind
    order by 3 desc, 2`.execute(db)
  return rows
}

/** One's own grants in full, and those one has delegated. */
export async function ownGrants(db: Reads, actor: Actor) {
  authorise(actor, 'session.own', actor.provinceId)
  const accountId = accountOf(actor)
  const own = await listGrants(db, actor.provinceId, { accounts: [accountId] })
  const delegated = await listGrants(db, actor.provinceId, { delegatedBy: accountId })
  return { grants: own.get(accountId) ?? [], delegated: [...delegated.values()].flat() }
}

async function insertGrant(
  tx: Tx,
  actor: Actor,
  given: Omit<
    Row<'role_grant'>,
    'province_id' | 'grant_id' | 'granted_by' | 'granted_at' | 'ended_at' | 'version'
  >,
): Promise<string> {
  const row = {
    province_id: actor.provinceId,
    grant_id: uuidv7(),
    granted_by: actor.accountId,
    ended_at: null,
    ...given,
  }
  await tx.insertInto('role_grant').values(row).execute()
  await writeRecord(tx, actor, {
    action: given.delegated_from ? 'grant.delegate' : 'grant.give',
    subjectKind: 'account',
    subjectId: given.account_id,
    after: shown(row),
    reason: given.reason ?? undefined,
  })
  return row.grant_id
}

async function oneGrant(db: Reads, provinceId: number, id: string): Promise<RoleGrant> {
  const found = [...(await listGrants(db, provinceId, { ids: [id] })).values()].flat()[0]
  if (!found) throw new Problem('notFound')
  return found
}

async function lockGrant(tx: Tx, provinceId: number, id: string): Promise<Row<'role_grant'>> {
  const row = await tx
    .selectFrom('role_grant')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('grant_id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Problem('notFound')
  return row
}

async function mustExist(
  tx: Tx,
  provinceId: number,
  table: 'organisation' | 'account' | 'membership',
  column: string,
  id: string,
): Promise<void> {
  const { rows } = await sql`select 1 from ${sql.table(table)}
    where province_id = ${provinceId} and ${sql.ref(column)} = ${id}`.execute(tx)
  if (rows.length === 0) throw new Problem('notFound')
}

const shown = (
  row: Pick<Row<'role_grant'>, 'role' | 'organisation_id' | 'valid_from' | 'valid_to'>,
) => ({
  role: row.role,
  organisationId: row.organisation_id,
  from: row.valid_from,
  to: row.valid_to,
})
