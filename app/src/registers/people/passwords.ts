// Passwords: argon2id, and what we ask of a new one.
import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { Problem } from '../../problem.ts'

/** OWASP's first choice for argon2id: 19 MiB, 2 passes, 1 lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

const least = 10

/** Throws `invalidInput` for a password that is too short; long phrases are welcome. */
export async function hashPassword(password: string): Promise<string> {
  if ([...password].length < least) {
    throw new Problem('invalidInput', { where: 'password', reason: 'passwordShort', least })
  }
  return hash(password.normalize('NFC'), cost)
}

let decoy: string | null = null

/** Checks a password; takes as long for an account that does not exist (`stored` null). */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  decoy ??= await hash(randomBytes(16).toString('hex'), cost)
  const fits = await verify(stored ?? decoy, password.normalize('NFC'))
  return stored !== null && fits
}

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
