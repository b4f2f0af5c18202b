// What every request carries, and the two ways to answer one: by reading or by changing.
import type { Context } from 'hono'
import type { Logger } from 'pino'
import { type Database, transaction } from '../database/open.ts'
import type { Tx } from '../database/tables.ts'
import { Problem } from '../problem.ts'
import { once, requestHash } from '../record/idempotency.ts'
import type { OpenSession } from '../registers/people/sessions.ts'
import type { Actor } from './access.ts'
import type { SsoSettings } from './provider.ts'

export interface HttpSettings {
  /** True behind TLS, own or a declared proxy's: cookies get the `__Host-` prefix. */
  secure: boolean
  /** True where X-Forwarded-For comes from a proxy that we were told to trust. */
  trustProxy: boolean
  /** Folder of the built screens, or null for none. */
  webFolder: string | null
  /** 32 bytes that the secrets of second factors are sealed with. */
  factorKey: Buffer
  /** Days until roles that need a second factor cannot sign in without; null: they can. */
  graceDays: number | null
  /** The identity provider people may sign in through, or null. */
  sso: SsoSettings | null
}

export interface Parts {
  settings: HttpSettings
  database: Database
  log: Logger
  /** Aborted when the server ends: answers that never end by themselves do so then. */
  ending?: AbortSignal
}

export interface Env {
  Variables: { actor: Actor; session: OpenSession | null; locale: 'vi' | 'en' }
}

/** The version in If-Match: `"3"` → 3. `versionMissing` without one. */
export function expectedVersion(c: Context<Env>): number {
  const match = /^"?(\d{1,9})"?$/.exec(c.req.header('if-match')?.trim() ?? '')
  if (!match) throw new Problem('versionMissing')
  return Number(match[1])
}

/** The Idempotency-Key; `idempotencyKeyMissing` without one. Asked for before a file is read for nothing. */
export function mustHaveKey(c: Context<Env>): string {
  const key = c.req.header('idempotency-key')
  if (!key) throw new Problem('idempotencyKeyMissing')
  return key
}

/**
 * One change: one transaction, once for its Idempotency-Key. `content` stands for the request in
 * the comparison with a repeated one.
 */
export async function create<T>(
  c: Context<Env>,
  parts: Parts,
  content: unknown,
  work: (tx: Tx, actor: Actor) => Promise<{ status: 200 | 201; body: T }>,
): Promise<{ status: 200 | 201; body: T }> {
  const actor = c.get('actor')
  if (actor.accountId === null) throw new Problem('signInNeeded')
  const key = mustHaveKey(c)
  const hash = requestHash(`${c.req.method} ${c.req.path}`, content)
  const answer = await withYours(content, () =>
    transaction(parts.database, (tx) => once(tx, actor, key, hash, () => work(tx, actor))),
  )
  return answer as { status: 200 | 201; body: T }
}

/** One change of an existing thing, guarded by its version. */
export async function change<T>(
  c: Context<Env>,
  parts: Parts,
  work: (tx: Tx, actor: Actor, version: number) => Promise<T>,
): Promise<T> {
  const actor = c.get('actor')
  if (actor.accountId === null) throw new Problem('signInNeeded')
  const version = expectedVersion(c)
  const content: unknown = await c.req.json()
  return withYours(content, () => transaction(parts.database, (tx) => work(tx, actor, version)))
}

/** An old version is answered with both texts: `current` is the present one, `yours` what was sent. */
async function withYours<T>(content: unknown, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'versionOld') throw error
    const { password: _secret, ...yours } = (content ?? {}) as Record<string, unknown>
    throw new Problem('versionOld', { ...error.details, yours })
  }
}
