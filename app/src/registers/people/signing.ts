// Signing in: which account an address and a secret stand for.
import type { Reads, Row } from '../../database/tables.ts'
import { Problem } from '../../problem.ts'
import { codeFits } from './codes.ts'
import { passwordFits } from './passwords.ts'
import { listProvinces } from './provinces.ts'
import { countAttempt, forgetAttempts } from './throttle.ts'

export interface SignedIn {
  account: Row<'account'>
  /** A one-time code lets its account choose a password, and nothing else. */
  by: 'password' | 'code'
}

/**
 * The account for an address and a password or a one-time code. The province is known by the address;
 * where it has accounts with this secret in several, `provinceAmbiguous` names them. Wrong ones are
 * counted by address and by network address, and slow down (`tooManyAttempts`).
 */
export async function signIn(
  db: Reads,
  given: { address: string; password: string; provinceId?: number | undefined; from: string },
): Promise<SignedIn> {
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
  const fitting: SignedIn[] = []
  for (const account of accounts.length ? accounts : [null]) {
    const fits = await passwordFits(account?.password_hash ?? null, given.password)
    const byCode = await codeFits(db, account ?? nobody, given.password)
    if (account && (fits || byCode)) fitting.push({ account, by: fits ? 'password' : 'code' })
  }
  const only = fitting[0]
  if (!only) throw new Problem('signInFailed')
  await forgetAttempts(db, keys)
  if (fitting.length > 1) {
    throw new Problem('provinceAmbiguous', {
      provinces: provinces
        .filter((province) =>
          fitting.some(({ account }) => account.province_id === province.province_id),
        )
        .map((province) => ({ id: province.province_id, name: province.name })),
    })
  }
  return only
}

/** As much is asked of the database for an address that has no account. */
const nobody = { province_id: 0, account_id: '00000000-0000-0000-0000-000000000000' }
