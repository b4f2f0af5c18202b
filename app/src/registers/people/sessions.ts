// Sessions: random tokens whose hash is in the database, and the brake on guessing passwords.
import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { type Database, transaction } from '../../database/open.ts'
import type { Reads, Row, Tx } from '../../database/tables.ts'
import { type Actor, accountOf, authorise } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import { hashPassword, passwordFits } from './passwords.ts'
import { listProvinces } from './provinces.ts'
import { actorOf, knownOf } from './store.ts'

const hour = 3_600_000
/** A session ends after this long without use, and in any case after `longest`. */
const idle = 12 * hour
const longest = 7 * 24 * hour

export interface OpenSession {
  actor: Actor
  account: Row<'account'>
  tokenHash: Buffer
  csrfToken: string
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Opens a session; the cookie's value is `<province>.<token>`, so that look-ups carry the province. */
export async function openSession(
  tx: Tx,
  account: Row<'account'>,
): Promise<{ cookie: string; session: OpenSession }> {
  const token = randomBytes(32).toString('base64url')
  const session = {
    province_id: account.province_id,
    token_hash: hashOf(token),
    account_id: account.account_id,
    csrf_token: randomBytes(24).toString('base64url'),
    expires_at: new Date(Date.now() + longest).toISOString(),
  }
  await tx.insertInto('session').values(session).execute()
  await tidy(tx, account)
  const actor = await actorOf(tx, account)
  await writeRecord(tx, actor, {
    action: 'session.open',
    subjectKind: 'account',
    subjectId: account.account_id,
  })
  return {
    cookie: `${account.province_id}.${token}`,
    session: { actor, account, tokenHash: session.token_hash, csrfToken: session.csrf_token },
  }
}

/** Takes away what has served: sessions that are over, and kept answers nobody will ask for again. */
async function tidy(tx: Tx, account: Row<'account'>): Promise<void> {
  const own = sql`province_id = ${account.province_id} and account_id = ${account.account_id}`
  await sql`delete from session where ${own} and (expires_at < now()
    or last_seen_at < now() - ${`${idle} milliseconds`}::interval)`.execute(tx)
  await sql`delete from idempotency where ${own} and created_at < now() - interval '7 days'`.execute(
    tx,
  )
}

/** The session of a cookie, or null where it is unknown, over, or its account closed. */
export async function findSession(db: Reads, cookie: string): Promise<OpenSession | null> {
  const match = /^(\d{1,9})\.([\w-]{43})$/.exec(cookie)
  if (!match?.[1] || !match[2]) return null
  const provinceId = Number(match[1])
  const tokenHash = hashOf(match[2])
  const row = await db
    .selectFrom('session')
    .innerJoin('account', (join) =>
      join
        .onRef('account.province_id', '=', 'session.province_id')
        .onRef('account.account_id', '=', 'session.account_id'),
    )
    .selectAll('account')
    .select(['csrf_token', 'last_seen_at', 'expires_at'])
    .where('session.province_id', '=', provinceId)
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst()
  if (!row || row.disabled_at !== null) return null
  const now = Date.now()
  if (now > Date.parse(row.expires_at) || now > Date.parse(row.last_seen_at) + idle) return null
  if (now > Date.parse(row.last_seen_at) + 5 * 60_000) {
    await db
      .updateTable('session')
      .set({ last_seen_at: new Date(now).toISOString() })
      .where('province_id', '=', provinceId)
      .where('token_hash', '=', tokenHash)
      .execute()
  }
  const { csrf_token, last_seen_at: _seen, expires_at: _expires, ...account } = row
  return { actor: await actorOf(db, account), account, tokenHash, csrfToken: csrf_token }
}

/** Ends one session. */
export async function closeSession(tx: Tx, actor: Actor, tokenHash: Buffer): Promise<void> {
  await tx
    .deleteFrom('session')
    .where('province_id', '=', actor.provinceId)
    .where('token_hash', '=', tokenHash)
    .execute()
}

/**
 * A new password of one's own: the present one is asked for, with the same brake as sign-in
 * (`passwordWrong`, `tooManyAttempts`). This session goes on, all others of the account end.
 */
export async function changeOwnPassword(
  database: Database,
  actor: Actor,
  tokenHash: Buffer,
  current: string,
  next: string,
): Promise<void> {
  authorise(actor, 'session.own', actor.provinceId)
  const accountId = accountOf(actor)
  const own = { province_id: actor.provinceId, account_id: accountId }
  const key = `both:own password of ${accountId}`
  await countAttempt(database.db, key)
  const account = await database.db
    .selectFrom('account')
    .select(['password_hash', 'name', 'address'])
    .where('province_id', '=', own.province_id)
    .where('account_id', '=', own.account_id)
    .executeTakeFirstOrThrow()
  if (!(await passwordFits(account.password_hash, current))) throw new Problem('passwordWrong')
  const hash = await hashPassword(next, await knownOf(database.db, actor.provinceId, account))
  await forgetAttempts(database.db, [key])
  await transaction(database, async (tx) => {
    await tx
      .updateTable('account')
      .set((build) => ({ password_hash: hash, version: build('version', '+', 1) }))
      .where('province_id', '=', own.province_id)
      .where('account_id', '=', own.account_id)
      .execute()
    await tx
      .deleteFrom('session')
      .where('province_id', '=', own.province_id)
      .where('account_id', '=', own.account_id)
      .where('token_hash', '<>', tokenHash)
      .execute()
    await writeRecord(tx, actor, {
      action: 'account.password',
      subjectKind: 'account',
      subjectId: accountId,
    })
  })
}

const forgetAfter = hour

/**
 * Failures that cost nothing: few for one address from one network, more for an address from
 * anywhere (nobody can lock a colleague out cheaply), many for a network (an office shares one).
 */
const free: Record<string, number> = { both: 5, address: 25, from: 60 }

/** Longest wait, in seconds. */
const longestWait = 900

/** Seconds to wait after `failures` beyond the free ones: doubling to 15 minutes. */
export function waitAfter(key: string, failures: number): number {
  const beyond = failures - freeOf(key)
  return beyond < 0 ? 0 : Math.min(longestWait, 2 ** (beyond + 1))
}

const freeOf = (key: string): number => free[key.slice(0, key.indexOf(':'))] ?? 0

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

/**
 * Counts one attempt, in one statement, so that no two of them see the same count. Refused with
 * `tooManyAttempts` while the wait of the former failures is not over; that costs nothing further.
 */
async function countAttempt(db: Reads, key: string): Promise<void> {
  const least = freeOf(key)
  const counted = await sql<{ failures: number }>`
    insert into login_attempt (province_id, key, failures, last_at) values (0, ${key}, 1, now())
    on conflict (province_id, key) do update set
      failures = case when login_attempt.last_at < now() - ${`${forgetAfter} milliseconds`}::interval
        then 1 else login_attempt.failures + 1 end,
      last_at = now()
    where login_attempt.failures < ${least}
      or login_attempt.last_at + make_interval(secs => least(${longestWait},
        power(2, least(login_attempt.failures - ${least}, 20) + 1))) <= now()
    returning failures`.execute(db)
  if (counted.rows.length > 0) return
  const row = await db
    .selectFrom('login_attempt')
    .select(['failures', 'last_at'])
    .where('province_id', '=', 0)
    .where('key', '=', key)
    .executeTakeFirst()
  const until = row ? Date.parse(row.last_at) + waitAfter(key, row.failures) * 1000 : 0
  const seconds = Math.max(1, Math.ceil((until - Date.now()) / 1000))
  throw new Problem('tooManyAttempts', { seconds })
}

/** After a success: nothing is held against the address, and one attempt less against the network. */
async function forgetAttempts(db: Reads, keys: string[]): Promise<void> {
  await sql`delete from login_attempt where province_id = 0 and key = any(${keys})
    and key not like 'from:%'`.execute(db)
  await sql`update login_attempt set failures = greatest(failures - 1, 0)
    where province_id = 0 and key = any(${keys})`.execute(db)
}
