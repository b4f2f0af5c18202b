// Browsers an account has signed in with before. Attempts from such a browser are counted for it alone,
// so nobody's guessing, from whatever network, locks the owner out of the machine they always use.
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Reads, Row, Tx } from '../../database/tables.ts'
import { hashOfToken } from './passwords.ts'

/** Whose something is. */
export type Owner = Pick<Row<'account'>, 'province_id' | 'account_id'>

/** So many browsers are known for one account; the one used longest ago gives way. */
const most = 10

/** A token as the browser keeps it: it opens nothing, it only says "was here before". */
export const newDevice = (): string => randomBytes(32).toString('base64url')

export const isDevice = (token: string | undefined): token is string =>
  /^[\w-]{43}$/.test(token ?? '')

/** Whether one of the accounts has signed in with this browser. */
export async function isKnownDevice(
  db: Reads,
  accounts: readonly Owner[],
  token: string | null,
): Promise<boolean> {
  if (token === null || accounts.length === 0) return false
  const found = await db
    .selectFrom('known_device')
    .select('account_id')
    .where(
      'province_id',
      'in',
      accounts.map((one) => one.province_id),
    )
    .where(
      'account_id',
      'in',
      accounts.map((one) => one.account_id),
    )
    .where('token_hash', '=', hashOfToken(token))
    .limit(1)
    .execute()
  return found.length > 0
}

/** Notes that the account is signed in with this browser. */
export async function rememberDevice(tx: Tx, account: Owner, token: string): Promise<void> {
  const { province_id, account_id } = account
  const last_used_at = new Date().toISOString()
  await tx
    .insertInto('known_device')
    .values({ province_id, account_id, token_hash: hashOfToken(token), last_used_at })
    .onConflict((conflict) =>
      conflict.columns(['province_id', 'account_id', 'token_hash']).doUpdateSet({ last_used_at }),
    )
    .execute()
  await sql`delete from known_device where province_id = ${province_id}
    and account_id = ${account_id} and token_hash not in (select token_hash from known_device
      where province_id = ${province_id} and account_id = ${account_id}
      order by last_used_at desc limit ${most})`.execute(tx)
}

/** No browser of the account is known any more. */
export async function forgetDevices(tx: Tx, { province_id, account_id }: Owner): Promise<void> {
  await tx
    .deleteFrom('known_device')
    .where('province_id', '=', province_id)
    .where('account_id', '=', account_id)
    .execute()
}
