// Passwords: argon2id, and what we ask of a new one.
import { createHash, randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import type { Reads, Row } from '../../database/tables.ts'
import { Problem } from '../../problem.ts'
import { countAttempt } from './throttle.ts'

/** OWASP's first choice for argon2id: 19 MiB, 2 passes, 1 lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/**
 * The hash to keep of a new password; `passwordWeak` with the reason for one that is refused. `about`:
 * name, address and province of its owner. The rules are loaded when they are first asked: the list of
 * common passwords takes long to unpack, and most commands and most sign-ins need none of it.
 */
export async function hashPassword(password: string, about: readonly string[]): Promise<string> {
  const { leastLength, passwordFault } = await import('./passwordrules.ts')
  const reason = passwordFault(password, about)
  if (reason) throw new Problem('passwordWeak', { where: 'password', reason, least: leastLength })
  return rehash(password)
}

/** Whether a hash was made at today's costs. */
export const isCurrent = (stored: string): boolean =>
  stored.startsWith(`$argon2id$v=19$m=${cost.memoryCost},t=${cost.timeCost},p=${cost.parallelism}$`)

/** The same password at today's costs; it was accepted before and is not judged again. */
export const rehash = (password: string): Promise<string> => hash(password.normalize('NFC'), cost)

let decoy: string | null = null

/** Checks a password; takes as long for an account that does not exist (`stored` null). */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  decoy ??= await hash(randomBytes(16).toString('hex'), cost)
  const fits = await verify(stored ?? decoy, password.normalize('NFC'))
  return stored !== null && fits
}

/**
 * The present password of an account, asked for again by who is signed in, with the same brake as sign-in
 * (`passwordWrong`, `tooManyAttempts`). Gives the counted attempts, to be forgotten.
 */
export async function ownPasswordMustFit(
  db: Reads,
  account: Pick<Row<'account'>, 'account_id' | 'password_hash'>,
  typed: string,
): Promise<string[]> {
  const key = `both:own password of ${account.account_id}`
  await countAttempt(db, key)
  if (!(await passwordFits(account.password_hash, typed))) throw new Problem('passwordWrong')
  return [key]
}

/** What is kept of a random token: long enough that nobody guesses it, so a plain hash will do. */
export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest()

const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A password a person can copy from a screen: four groups, about 79 bits. */
export function newPassword(): string {
  const bytes = randomBytes(64)
  let made = ''
  for (const byte of bytes) {
    if (byte >= 248 || made.length === 19) continue
    if (made.length % 5 === 4) made += '-'
    made += letters[byte % 31] ?? ''
  }
  return made
}
