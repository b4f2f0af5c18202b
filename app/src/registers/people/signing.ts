// Signing in: which account an address and a secret stand for.
import type { Reads, Row } from '../../database/tables.ts'
import { Problem } from '../../problem.ts'
import { passwordFits } from './passwords.ts'
import { listProvinces } from './provinces.ts'
import { countAttempt, forgetAttempts } from './throttle.ts'

/**
 * The account for an address and a password. The province is known by the address; where it has
 * accounts with this password in several, `provinceAmbiguous` names them. Wrong ones are counted by address and by
 * network address, and slow down (`tooManyAttempts`).
 */
export async function signIn(
  db: Reads,
  given: { address: string; password: string; provinceId?: number | undefined; from: string },
): Promise<Row<'account'>> {
  const address = given.address.trim().toLowerCase()
  const keys = [`both:${address} ${given.from}`, `address:${address}`, `from:${given.from}`]
  // Counted before the password is looked at, so that many guesses at once are counted as well.
  for (const key of keys) await countAttempt(db, key)
  const provinces = await listProvinces(db)
  const ids = provinces.map((province) => province.province_id)
  const wanted = given.provinceId === undefined ? ids : ids.filter((id) => id === given.provinceId)
  const accounts = wanted.length
    ? await db
        .selectFrom('account')
        .selectAll()
        .where('province_id', 'in', wanted)
        .where('address', '=', address)
        .where('disabled_at', 'is', null)
        .orderBy('province_id')
        .execute()
    : []
  const fitting: Row<'account'>[] = []
  for (const account of accounts.length ? accounts : [null]) {
    const fits = await passwordFits(account?.password_hash ?? null, given.password)
    if (fits && account) fitting.push(account)
  }
  const only = fitting[0]
  if (!only) throw new Problem('signInFailed')
  await forgetAttempts(db, keys)
  if (fitting.length > 1) {
    throw new Problem('provinceAmbiguous', {
      provinces: provinces
        .filter((province) => fitting.some((one) => one.province_id === province.province_id))
        .map((province) => ({ id: province.province_id, name: province.name })),
    })
  }
  return only
}
