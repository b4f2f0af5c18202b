// Accounts of a province.
import { uuidv7 } from 'uuidv7'
import type { AccountRole, Locale, Reads, Row, Tx } from '../../database/tables.ts'
import { type Actor, authorise } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import type { Account, AccountChange, NewAccount } from './contract.ts'
import { hashPassword } from './passwords.ts'

/** All accounts, by name. */
export async function listAccounts(db: Reads, actor: Actor): Promise<Account[]> {
  authorise(actor, 'account.read', actor.provinceId)
  const rows = await db
    .selectFrom('account')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .orderBy('name')
    .execute()
  return rows.map(shown)
}

/** Adds an account; `nameTaken` for an address that the province has already. */
export async function addAccount(tx: Tx, actor: Actor, given: NewAccount): Promise<Account> {
  authorise(actor, 'account.manage', actor.provinceId)
  const address = given.address.trim().toLowerCase()
  const password = await hashPassword(given.password)
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
      role: given.role,
      password_hash: password,
      disabled_at: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await writeRecord(tx, actor, {
    action: 'account.add',
    subjectKind: 'account',
    subjectId: row.account_id,
    after: shown(row),
  })
  return shown(row)
}

/**
 * Changes an account. Closing it or a new password ends its sessions; the last open administrator
 * cannot be taken away (`lastAdministrator`).
 */
export async function changeAccount(
  tx: Tx,
  actor: Actor,
  accountId: string,
  version: number,
  given: AccountChange,
): Promise<Account> {
  authorise(actor, 'account.manage', actor.provinceId)
  const before = await accountForUpdate(tx, actor.provinceId, accountId)
  if (before.version !== version) throw new Problem('versionOld', { current: shown(before) })
  const role: AccountRole = given.role ?? before.role
  const disabled = given.disabled ?? before.disabled_at !== null
  if (before.role === 'administrator' && (role !== 'administrator' || disabled)) {
    await keepOneAdministrator(tx, actor.provinceId, accountId)
  }
  const after = await tx
    .updateTable('account')
    .set({
      name: given.name?.trim() ?? before.name,
      role,
      disabled_at: disabled ? (before.disabled_at ?? new Date().toISOString()) : null,
      ...(given.password ? { password_hash: await hashPassword(given.password) } : {}),
      version: before.version + 1,
    })
    .where('province_id', '=', actor.provinceId)
    .where('account_id', '=', accountId)
    .returningAll()
    .executeTakeFirstOrThrow()
  if (disabled || given.password) await endSessions(tx, actor.provinceId, accountId)
  await writeRecord(tx, actor, {
    action: 'account.change',
    subjectKind: 'account',
    subjectId: accountId,
    before: shown(before),
    after: { ...shown(after), passwordChanged: given.password !== undefined },
  })
  return shown(after)
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
  return row ? actorOf(row) : null
}

export const actorOf = (row: Row<'account'>): Actor => ({
  accountId: row.account_id,
  provinceId: row.province_id,
  role: row.role,
  name: row.name,
  locale: row.locale,
})

async function accountForUpdate(tx: Tx, provinceId: number, id: string): Promise<Row<'account'>> {
  const row = await tx
    .selectFrom('account')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('account_id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Problem('notFound')
  return row
}

/** Locks all administrators in one order, so that two of them cannot close each other at once. */
async function keepOneAdministrator(tx: Tx, provinceId: number, except: string): Promise<void> {
  const rows = await tx
    .selectFrom('account')
    .select('account_id')
    .where('province_id', '=', provinceId)
    .where('role', '=', 'administrator')
    .where('disabled_at', 'is', null)
    .orderBy('account_id')
    .forUpdate()
    .execute()
  if (!rows.some((row) => row.account_id !== except)) throw new Problem('lastAdministrator')
}

async function endSessions(tx: Tx, provinceId: number, accountId: string): Promise<void> {
  await tx
    .deleteFrom('session')
    .where('province_id', '=', provinceId)
    .where('account_id', '=', accountId)
    .execute()
}

function shown(row: Row<'account'>): Account {
  return {
    id: row.account_id,
    address: row.address,
    name: row.name,
    role: row.role,
    locale: row.locale,
    disabled: row.disabled_at !== null,
    createdAt: row.created_at,
    version: row.version,
  }
}
