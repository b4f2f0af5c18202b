// Recovery codes: in place of the telephone, each once.
import { createHash } from 'node:crypto'
import type { Row, Tx } from '../../database/tables.ts'
import { plainCode } from './codes.ts'
import { newPassword } from './passwords.ts'

export type Owner = Pick<Row<'account'>, 'province_id' | 'account_id'>

const howMany = 10

const hashOf = ({ province_id, account_id }: Owner, code: string): Buffer =>
  createHash('sha256')
    .update(`${province_id} ${account_id} ${plainCode(code)}`)
    .digest()

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
        code_hash: hashOf(account, code),
        used_at: null,
      })),
    )
    .execute()
  return codes
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
    .where('code_hash', '=', hashOf(account, code))
    .where('used_at', 'is', null)
    .returning('account_id')
    .execute()
  return used.length > 0
}
