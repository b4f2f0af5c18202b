// Recovery codes: in place of the telephone, each once.
import { sql } from 'kysely'
import type { Reads, Tx } from '../../database/tables.ts'
import { codeHash } from './codes.ts'
import type { Owner } from './devices.ts'
import { newPassword } from './passwords.ts'

const howMany = 10

/** New recovery codes in place of all former ones. */
export async function putRecoveryCodes(tx: Tx, account: Owner): Promise<string[]> {
  const { province_id, account_id } = account
  const codes = Array.from({ length: howMany }, newPassword)
  await dropRecoveryCodes(tx, account)
  await tx
    .insertInto('recovery_code')
    .values(
      codes.map((code) => ({
        province_id,
        account_id,
        code_hash: codeHash(account, code),
        used_at: null,
      })),
    )
    .execute()
  return codes
}

/** How many recovery codes of an account are not used yet. */
export async function recoveryCodesLeft(db: Reads, account: Owner): Promise<number> {
  const { rows } = await sql<{ left: number }>`select count(*)::int as left from recovery_code
    where province_id = ${account.province_id} and account_id = ${account.account_id}
      and used_at is null`.execute(db)
  return rows[0]?.left ?? 0
}

/** Takes all recovery codes of an account away. */
export async function dropRecoveryCodes(tx: Tx, { province_id, account_id }: Owner): Promise<void> {
  await tx
    .deleteFrom('recovery_code')
    .where('province_id', '=', province_id)
    .where('account_id', '=', account_id)
    .execute()
}

/** Whether it is a recovery code that was not used before; it is from now on. */
export async function takeRecoveryCode(tx: Tx, account: Owner, code: string): Promise<boolean> {
  const used = await tx
    .updateTable('recovery_code')
    .set({ used_at: new Date().toISOString() })
    .where('province_id', '=', account.province_id)
    .where('account_id', '=', account.account_id)
    .where('code_hash', '=', codeHash(account, code))
    .where('used_at', 'is', null)
    .returning('account_id')
    .execute()
  return used.length > 0
}
