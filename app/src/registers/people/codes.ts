// One-time codes: the first password of a new account and the way back after a forgotten one. A code is
// printed or told once, runs out, and does one thing: it lets its account choose a password.
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Reads, Tx } from '../../database/tables.ts'
import { type Actor, authorise } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import type { IssuedCode } from './contract.ts'
import { forgetDevices, type Owner } from './devices.ts'
import { newPassword } from './passwords.ts'
import { endSessionsOf } from './sessions.ts'

const day = 86_400_000

/** As people type it: in capitals, with spaces, without the dashes. */
const plainCode = (typed: string): string => typed.toLowerCase().replace(/[\s-]+/g, '')

/** What is kept of a code that is typed: of a one-time code, of a recovery code. */
export const codeHash = ({ province_id, account_id }: Owner, code: string): Buffer =>
  createHash('sha256')
    .update(`${province_id} ${account_id} ${plainCode(code)}`)
    .digest()

/**
 * Issues a code for each account, in the order asked for; the former code of the account stops working,
 * so does its password, and its sessions end. A code for an account that has a password needs a reason
 * (`reasonMissing`); a closed account gets none, nor the administrator's own (`notForOneself`).
 */
export async function issueCodes(
  tx: Tx,
  actor: Actor,
  given: { accounts: readonly string[]; days: number; reason?: string | undefined },
): Promise<IssuedCode[]> {
  authorise(actor, 'account.manage', actor.provinceId)
  if (actor.accountId !== null && given.accounts.includes(actor.accountId)) {
    throw new Problem('notForOneself')
  }
  const rows = await tx
    .selectFrom('account')
    .select(['account_id', 'name', 'address', 'password_hash'])
    .where('province_id', '=', actor.provinceId)
    .where('account_id', 'in', given.accounts)
    .where('disabled_at', 'is', null)
    .orderBy('account_id')
    .forUpdate()
    .execute()
  const byId = new Map(rows.map((row) => [row.account_id, row]))
  if (byId.size < new Set(given.accounts).size) throw new Problem('notFound')
  if (!given.reason && rows.some((row) => row.password_hash !== null)) {
    throw new Problem('reasonMissing')
  }
  const issued: IssuedCode[] = []
  for (const id of new Set(given.accounts)) {
    const row = byId.get(id)
    if (!row) continue
    const { code, expiresAt } = await putCode(tx, actor, id, given.days)
    issued.push({ accountId: id, name: row.name, address: row.address, code, expiresAt })
    await writeRecord(tx, actor, {
      action: 'account.code',
      subjectKind: 'account',
      subjectId: id,
      after: { expiresAt, days: given.days },
      ...(given.reason ? { reason: given.reason } : {}),
    })
  }
  return issued
}

/** Replaces code and password of one account by a new code. */
async function putCode(
  tx: Tx,
  actor: Actor,
  accountId: string,
  days: number,
): Promise<{ code: string; expiresAt: string }> {
  const own = { province_id: actor.provinceId, account_id: accountId }
  const code = newPassword()
  const kept = {
    code_hash: codeHash(own, code),
    issued_by: actor.accountId,
    issued_at: new Date().toISOString(),
    expires_at: new Date(Date.now() + days * day).toISOString(),
  }
  await tx
    .insertInto('account_code')
    .values({ ...own, ...kept })
    .onConflict((conflict) => conflict.columns(['province_id', 'account_id']).doUpdateSet(kept))
    .execute()
  await tx
    .updateTable('account')
    .set({ password_hash: null })
    .where('province_id', '=', own.province_id)
    .where('account_id', '=', own.account_id)
    .execute()
  await endSessionsOf(tx, own.province_id, own.account_id)
  await forgetDevices(tx, own)
  return { code, expiresAt: kept.expires_at }
}

/** Whether this is the account's code, and it has not run out. It is not used up by asking. */
export async function codeFits(db: Reads, account: Owner, typed: string): Promise<boolean> {
  const row = await db
    .selectFrom('account_code')
    .select('code_hash')
    .where('province_id', '=', account.province_id)
    .where('account_id', '=', account.account_id)
    .where('expires_at', '>', new Date().toISOString())
    .executeTakeFirst()
  const given = codeHash(account, typed)
  return row !== undefined && timingSafeEqual(row.code_hash, given)
}

/** Uses the account's code up; `codeOver` where there is none any more. */
export async function useCodeUp(tx: Tx, account: Owner): Promise<void> {
  const used = await tx
    .deleteFrom('account_code')
    .where('province_id', '=', account.province_id)
    .where('account_id', '=', account.account_id)
    .where('expires_at', '>', new Date().toISOString())
    .returning('account_id')
    .execute()
  if (used.length === 0) throw new Problem('codeOver')
}

/** Account → until when its code is good, for those that have one. */
export async function codesUntil(
  db: Reads,
  provinceId: number,
  accounts: readonly string[],
): Promise<Map<string, string>> {
  if (accounts.length === 0) return new Map()
  const rows = await db
    .selectFrom('account_code')
    .select(['account_id', 'expires_at'])
    .where('province_id', '=', provinceId)
    .where('account_id', 'in', accounts)
    .where('expires_at', '>', new Date().toISOString())
    .execute()
  return new Map(rows.map((row) => [row.account_id, row.expires_at]))
}

/** Takes an account's code away. */
export async function dropCode(tx: Tx, provinceId: number, accountId: string): Promise<void> {
  await tx
    .deleteFrom('account_code')
    .where('province_id', '=', provinceId)
    .where('account_id', '=', accountId)
    .execute()
}
