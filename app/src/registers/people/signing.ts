// Signing in: which account an address and a secret stand for.
import type { Reads, Row } from '../../database/tables.ts'
import { Problem } from '../../problem.ts'
import { codeFits } from './codes.ts'
import { isKnownDevice, type Owner } from './devices.ts'
import { isCurrent, passwordFits, rehash } from './passwords.ts'
import { ambiguous, idsOf, listProvinces } from './provinces.ts'
import { countAttempt, forgetAttempts } from './throttle.ts'

export interface SignedIn {
  account: Row<'account'>
  /** A one-time code lets its account choose a password, and nothing else. */
  by: 'password' | 'code'
}

/** In place of an account where there is none: the database is asked the same, so that no time tells. */
const nobody: Owner = { province_id: 0, account_id: '00000000-0000-0000-0000-000000000000' }

/**
 * The account for an address and a password or a one-time code. The province is known by the address;
 * where it has accounts with this secret in several, `provinceAmbiguous` names them. Wrong ones are
 * counted by address and by network address, and slow down (`tooManyAttempts`).
 */
export async function signIn(
  db: Reads,
  given: {
    address: string
    password: string
    provinceId?: number | undefined
    /** The network asked from, and the browser where it has been here before. */
    from: string
    device: string | null
  },
): Promise<SignedIn> {
  const address = given.address.trim().toLowerCase()
  const provinces = await listProvinces(db)
  const wanted = idsOf(provinces, given.provinceId)
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
  // Where it may be in several provinces, an address in none or in one is looked at twice as well.
  const looked = [...accounts, null, null].slice(
    0,
    Math.max(accounts.length, wanted.length > 1 ? 2 : 1),
  )
  const owners = looked.map((account) => account ?? nobody)
  const fitting: SignedIn[] = []
  for (const account of looked) {
    const fits = await codeFits(db, account ?? nobody, given.password)
    if (fits && account) fitting.push({ account, by: 'code' })
  }
  // A code of 79 bits is not guessed: it gets in also while others hammer at the address.
  const keys = fitting.length
    ? []
    : (await isKnownDevice(db, owners, given.device))
      ? [`device:${address} ${given.device}`]
      : [`both:${address} ${given.from}`, `address:${address}`, `from:${given.from}`]
  // Counted before the password is looked at, so that many guesses at once are counted as well.
  for (const key of keys) await countAttempt(db, key)
  for (const account of looked) {
    const fits = await passwordFits(account?.password_hash ?? null, given.password)
    if (fits && account)
      fitting.push({ account: await upToDate(db, account, given.password), by: 'password' })
  }
  const only = fitting[0]
  if (!only) throw new Problem('signInFailed')
  await forgetAttempts(db, keys)
  if (fitting.length > 1) {
    throw ambiguous(
      provinces,
      fitting.map(({ account }) => account),
    )
  }
  return only
}

/** A hash of former costs gives way to one of today's, now that the password is at hand. */
async function upToDate(
  db: Reads,
  account: Row<'account'>,
  password: string,
): Promise<Row<'account'>> {
  if (account.password_hash === null || isCurrent(account.password_hash)) return account
  await db
    .updateTable('account')
    .set({ password_hash: await rehash(password) })
    .where('province_id', '=', account.province_id)
    .where('account_id', '=', account.account_id)
    .where('password_hash', '=', account.password_hash)
    .execute()
  return account
}
