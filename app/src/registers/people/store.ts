// Accounts of a province.
import { uuidv7 } from 'uuidv7'
import type { Locale, Reads, Row, Tx } from '../../database/tables.ts'
import { type Actor, authorise } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import { codesUntil, dropCode } from './codes.ts'
import type { Account, AccountChange, NewAccount } from './contract.ts'
import { withFactor } from './factors.ts'
import { giveGrant, keepOneAdministrator, listGrants } from './granting.ts'
import { actorOf } from './grants.ts'
import { hashPassword } from './passwords.ts'
import { endSessionsOf } from './sessions.ts'

/** All accounts, by name. */
export async function listAccounts(db: Reads, actor: Actor): Promise<Account[]> {
  authorise(actor, 'account.read', actor.provinceId)
  const rows = await db
    .selectFrom('account')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .orderBy('name')
    .execute()
  return withGrants(db, actor.provinceId, rows)
}

/** One account with its grants. */
export async function getAccount(db: Reads, actor: Actor, id: string): Promise<Account> {
  authorise(actor, 'account.read', actor.provinceId)
  const row = await db
    .selectFrom('account')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('account_id', '=', id)
    .executeTakeFirst()
  const found = row && (await withGrants(db, actor.provinceId, [row]))[0]
  if (!found) throw new Problem('notFound')
  return found
}

async function withGrants(
  db: Reads,
  provinceId: number,
  rows: readonly Row<'account'>[],
): Promise<Account[]> {
  const accounts = rows.map((row) => row.account_id)
  const grants = await listGrants(db, provinceId, { accounts })
  const codes = await codesUntil(db, provinceId, accounts)
  const secured = await withFactor(db, provinceId, accounts)
  return rows.map((row) => {
    const codeUntil = codes.get(row.account_id) ?? null
    const signsInBy = row.password_hash
      ? 'password'
      : codeUntil
        ? 'code'
        : row.sso_name
          ? 'sso'
          : 'nothing'
    const secondFactor = secured.has(row.account_id)
    return {
      ...facts(row),
      signsInBy,
      codeUntil,
      secondFactor,
      grants: grants.get(row.account_id) ?? [],
    }
  })
}

/**
 * Adds an account with its first grant; `nameTaken` for an address that the province has already.
 * Without a password (through HTTP there is none) it signs in once it has a one-time code.
 */
export async function addAccount(
  tx: Tx,
  actor: Actor,
  given: NewAccount & { password?: string },
): Promise<Account> {
  authorise(actor, 'account.manage', actor.provinceId)
  const address = given.address.trim().toLowerCase()
  const known = await knownOf(tx, actor.provinceId, { name: given.name, address })
  const password = given.password === undefined ? null : await hashPassword(given.password, known)
  const same = await tx
    .selectFrom('account')
    .select('account_id')
    .where('province_id', '=', actor.provinceId)
    .where('address', '=', address)
    .executeTakeFirst()
  if (same) throw new Problem('nameTaken', { name: address })
  const row = await tx
    .insertInto('account')
    .values({
      province_id: actor.provinceId,
      account_id: uuidv7(),
      address,
      name: given.name.trim(),
      person_id: given.personId ?? null,
      password_hash: password,
      disabled_at: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await writeRecord(tx, actor, {
    action: 'account.add',
    subjectKind: 'account',
    subjectId: row.account_id,
    after: facts(row),
  })
  await giveGrant(tx, actor, row.account_id, {
    role: given.role,
    organisationId: given.organisationId,
  })
  return getAccount(tx, actor, row.account_id)
}

/**
 * Changes an account. Closing it ends its sessions and its one-time code; the last open administrator
 * cannot be taken away (`lastAdministrator`).
 */
export async function changeAccount(
  tx: Tx,
  actor: Actor,
  accountId: string,
  version: number,
  given: AccountChange,
): Promise<Account> {
  const before = await accountForUpdate(tx, actor, accountId, version)
  const disabled = given.disabled ?? before.disabled_at !== null
  if (disabled && before.disabled_at === null) {
    const grants = await listGrants(tx, actor.provinceId, { accounts: [accountId] })
    if (grants.get(accountId)?.some((one) => one.role === 'administrator' && one.inForce)) {
      await keepOneAdministrator(tx, actor.provinceId, { accountId })
    }
  }
  const after = await tx
    .updateTable('account')
    .set({
      name: given.name?.trim() ?? before.name,
      ...ssoOf(before, given.ssoName),
      person_id: given.personId === undefined ? before.person_id : given.personId,
      disabled_at: disabled ? (before.disabled_at ?? new Date().toISOString()) : null,
      version: before.version + 1,
    })
    .where('province_id', '=', actor.provinceId)
    .where('account_id', '=', accountId)
    .returningAll()
    .executeTakeFirstOrThrow()
  if (disabled) await shutOut(tx, actor.provinceId, accountId)
  await writeRecord(tx, actor, {
    action: 'account.change',
    subjectKind: 'account',
    subjectId: accountId,
    before: facts(before),
    after: facts(after),
  })
  return getAccount(tx, actor, accountId)
}

/** Another name at the provider: whoever used the former one does not come in by it any more. */
function ssoOf(before: Row<'account'>, given: string | null | undefined) {
  const name =
    given === undefined ? before.sso_name : given?.includes('@') ? given.toLowerCase() : given
  return name === before.sso_name ? {} : { sso_name: name, sso_subject: null }
}

/** A closed account is out at once, and nothing that was handed out for it opens it again. */
async function shutOut(tx: Tx, provinceId: number, accountId: string): Promise<void> {
  await endSessionsOf(tx, provinceId, accountId)
  await dropCode(tx, provinceId, accountId)
}

/** What everybody knows of an account's owner: no password is made of it. */
export async function knownOf(
  db: Reads,
  provinceId: number,
  { name, address }: { name: string; address: string },
): Promise<string[]> {
  const province = await db
    .selectFrom('province')
    .select('name')
    .where('province_id', '=', provinceId)
    .executeTakeFirstOrThrow()
  return [name, address, province.name]
}

/** The language of one's own screens. */
export async function setOwnLocale(tx: Tx, actor: Actor, locale: Locale): Promise<void> {
  authorise(actor, 'session.own', actor.provinceId)
  if (actor.accountId === null) throw new Problem('signInNeeded')
  await tx
    .updateTable('account')
    .set({ locale })
    .where('province_id', '=', actor.provinceId)
    .where('account_id', '=', actor.accountId)
    .execute()
}

/** The open account with this address, as an actor: for the command line on the server itself. */
export async function actorByAddress(
  db: Reads,
  provinceId: number,
  address: string,
): Promise<Actor | null> {
  const row = await db
    .selectFrom('account')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('address', '=', address.trim().toLowerCase())
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  return row ? actorOf(db, row) : null
}

/** An account that the actor manages, locked; `versionOld` where it is no longer as the actor saw it. */
export async function accountForUpdate(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
): Promise<Row<'account'>> {
  authorise(actor, 'account.manage', actor.provinceId)
  const row = await tx
    .selectFrom('account')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('account_id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Problem('notFound')
  if (row.version !== version) {
    throw new Problem('versionOld', { current: await getAccount(tx, actor, id) })
  }
  return row
}

const facts = (
  row: Row<'account'>,
): Omit<Account, 'grants' | 'signsInBy' | 'codeUntil' | 'secondFactor'> => ({
  id: row.account_id,
  address: row.address,
  name: row.name,
  personId: row.person_id,
  ssoName: row.sso_name,
  locale: row.locale,
  disabled: row.disabled_at !== null,
  createdAt: row.created_at,
  version: row.version,
})
