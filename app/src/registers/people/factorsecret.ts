// The secret of a second factor: made, encrypted for the database, and the codes of it (RFC 6238: six
// digits, 30 seconds, SHA-1, as every authenticator app has them).
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { Problem } from '../../problem.ts'

const seconds = 30

/** A new secret of 160 bits. */
export const newSecret = (): Buffer => randomBytes(20)

/** For the database: nonce, tag and the secret under AES-256-GCM, bound to its account. */
export function sealed(key: Buffer, accountId: string, secret: Buffer): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(accountId))
  const body = Buffer.concat([cipher.update(secret), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

/** The secret again; `factorUnreadable` where the key is not the one it was sealed with. */
export function unsealed(key: Buffer, accountId: string, stored: Buffer): Buffer {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, stored.subarray(0, 12))
    decipher.setAAD(Buffer.from(accountId)).setAuthTag(stored.subarray(12, 28))
    return Buffer.concat([decipher.update(stored.subarray(28)), decipher.final()])
  } catch {
    throw new Problem('factorUnreadable')
  }
}

const totpOf = (secret: Buffer, label = ''): TOTP =>
  new TOTP({
    issuer: 'Giao Ban',
    label,
    secret: new Secret({ buffer: Uint8Array.from(secret).buffer }),
  })

/** What an authenticator app is given: an `otpauth:` address to scan, and the secret to type. */
export function forTheApp(secret: Buffer, label: string): { uri: string; secret: string } {
  const totp = totpOf(secret, label)
  return { uri: totp.toString(), secret: totp.secret.base32 }
}

/**
 * The time step whose code this is, at `now` (milliseconds): the present one or one beside it, for clocks
 * that differ. Null for any other.
 */
export function stepOfCode(secret: Buffer, code: string, now = Date.now()): number | null {
  const token = code.replace(/\s+/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const delta = totpOf(secret).validate({ token, timestamp: now, window: 1 })
  return delta === null ? null : Math.floor(now / 1000 / seconds) + delta
}

/** The code of a secret at a time, as the app shows it. */
export const codeAt = (base32: string, now: number): string =>
  new TOTP({ secret: Secret.fromBase32(base32) }).generate({ timestamp: now })
