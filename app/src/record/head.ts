// A signed head: how long a province's record is and the hash of its last link, under the
// installation's key. Whoever keeps one can prove later that everything up to it is as it was.
import {
  createHash,
  createPublicKey,
  type KeyObject,
  sign as signBytes,
  verify as verifyBytes,
} from 'node:crypto'
import { canonical, genesis } from './record.ts'

export const headFormat = 'giaoban-head-1'

/** What is signed: nothing personal, nothing of any content. */
export interface Statement {
  format: typeof headFormat
  /** Code of the province, as in its addresses. */
  province: string
  /** Heads of a province are numbered from 1 without gaps. */
  number: number
  /** The day in Vietnam, `YYYY-MM-DD`. */
  day: string
  /** When it was signed (ISO 8601, UTC). */
  at: string
  /** Links of the record. */
  count: number
  /** Hash of the last link; 64 zeros for an empty record. */
  hash: string
  /** SHA-256 of the head before; 64 zeros for the first. */
  previous: string
  /** Fingerprint of the key that signs. */
  key: string
}

export interface Head {
  statement: Statement
  /** Ed25519 over the canonical JSON of the statement, base64. */
  signature: string
  /** SPKI in base64, for convenience: trust the fingerprint that you were given, not this. */
  publicKey: string
}

/** SPKI bytes of the public half of a key, base64. */
export function publicText(key: KeyObject): string {
  const half = key.type === 'private' ? createPublicKey(key) : key
  return half.export({ type: 'spki', format: 'der' }).toString('base64')
}

/** The key in 32 hexadecimal digits: SHA-256 of its SPKI bytes, cut. Short enough to print in minutes. */
export const fingerprint = (publicKey: string): string =>
  createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex').slice(0, 32)

/** Hash of a head, which the next one names. */
export const statementHash = (statement: Statement): string =>
  createHash('sha256').update(canonical(statement)).digest('hex')

/** Signs the next head of a province after `last` (null for the first). */
export function signHead(
  key: KeyObject,
  last: Statement | null,
  now: Pick<Statement, 'province' | 'day' | 'at' | 'count' | 'hash'>,
): Head {
  const publicKey = publicText(key)
  const statement: Statement = {
    format: headFormat,
    ...now,
    number: (last?.number ?? 0) + 1,
    previous: last ? statementHash(last) : genesis,
    key: fingerprint(publicKey),
  }
  const signature = signBytes(null, Buffer.from(canonical(statement)), key).toString('base64')
  return { statement, signature, publicKey }
}

/** Whether the signature is the named key's. */
export function headIsSigned(head: Head): boolean {
  const key = createPublicKey({
    key: Buffer.from(head.publicKey, 'base64'),
    type: 'spki',
    format: 'der',
  })
  return (
    fingerprint(head.publicKey) === head.statement.key &&
    verifyBytes(
      null,
      Buffer.from(canonical(head.statement)),
      key,
      Buffer.from(head.signature, 'base64'),
    )
  )
}

/** A line of a file of heads. */
export const headLine = (head: Head): string => canonical({ type: 'head', ...head })
