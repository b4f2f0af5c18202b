// Sessions: random tokens whose hash is in the database; their list, and their ends.
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { eachRequest } from '../../database/prepared.ts'
import type { Reads, Row, SignInStep, Tx } from '../../database/tables.ts'
import { type Actor, accountOf, authorise } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import { forgetDevices } from './devices.ts'
import { actorOf, actorsOf } from './grants.ts'
import { hashOfToken } from './passwords.ts'

const hour = 3_600_000
/** A session ends after this long without use, and in any case after `longest`. */
const idle = 12 * hour
const longest = 7 * 24 * hour
/** A sign-in that waits for its next step is over after this long. */
const longestPending = hour / 4

export interface OpenSession {
  id: string
  actor: Actor
  account: Row<'account'>
  tokenHash: Buffer
  csrfToken: string
  /** Steps of signing in that are still to do. Until it is empty, the session gives no right at all. */
  pending: SignInStep[]
}

/** Where somebody signs in from, as it is kept: see `agents.ts`. */
export interface Whence {
  device: string
  network: string
}

/**
 * Opens a session, or with steps to do, one that waits for them. The cookie's value is
 * `<province>.<token>`, so that look-ups carry the province.
 */
export async function openSession(
  tx: Tx,
  account: Row<'account'>,
  whence: Whence,
  pending: SignInStep[] = [],
): Promise<{ cookie: string; session: OpenSession }> {
  const token = randomBytes(32).toString('base64url')
  const session = {
    province_id: account.province_id,
    session_id: uuidv7(),
    token_hash: hashOfToken(token),
    account_id: account.account_id,
    csrf_token: randomBytes(24).toString('base64url'),
    expires_at: new Date(Date.now() + (pending.length ? longestPending : longest)).toISOString(),
    pending,
    device: whence.device,
    network: whence.network,
  }
  await tx.insertInto('session').values(session).execute()
  await tidy(tx, account)
  const actor = await actorOf(tx, account)
  if (pending.length === 0) {
    await writeRecord(tx, actor, {
      action: 'session.open',
      subjectKind: 'account',
      subjectId: account.account_id,
    })
  }
  return {
    cookie: `${account.province_id}.${token}`,
    session: {
      id: session.session_id,
      actor,
      account,
      tokenHash: session.token_hash,
      csrfToken: session.csrf_token,
      pending,
    },
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
  return (await findSessions(db, [cookie])).get(cookie) ?? null
}

/** The same for many cookies, in as many queries; those without a session are left out. */
export async function findSessions(
  db: Reads,
  cookies: readonly string[],
): Promise<Map<string, OpenSession>> {
  const asked = cookies.flatMap((cookie) => {
    const match = /^(\d{1,9})\.([\w-]{43})$/.exec(cookie)
    if (!match?.[1] || !match[2]) return []
    return [{ cookie, provinceId: Number(match[1]), tokenHash: hashOfToken(match[2]) }]
  })
  const found = new Map<string, OpenSession>()
  for (const [provinceId, own] of Map.groupBy(asked, (one) => one.provinceId)) {
    const byHash = new Map(own.map((one) => [one.tokenHash.toString('hex'), one]))
    for (const session of await sessionsIn(
      db,
      provinceId,
      own.map((one) => one.tokenHash),
    )) {
      const one = byHash.get(session.tokenHash.toString('hex'))
      if (one) found.set(one.cookie, session)
    }
  }
  return found
}

/** The open sessions of a province with these hashes. */
async function sessionsIn(
  db: Reads,
  provinceId: number,
  hashes: readonly Buffer[],
): Promise<OpenSession[]> {
  const rows = await db
    .selectFrom('session')
    .innerJoin('account', (join) =>
      join
        .onRef('account.province_id', '=', 'session.province_id')
        .onRef('account.account_id', '=', 'session.account_id'),
    )
    .selectAll('account')
    .select(['session_id', 'token_hash', 'csrf_token', 'last_seen_at', 'expires_at', 'pending'])
    .where('session.province_id', '=', provinceId)
    .where('token_hash', 'in', [...hashes])
    .where('account.disabled_at', 'is', null)
    .$if(hashes.length === 1, (one) => one.modifyEnd(eachRequest))
    .execute()
  const now = Date.now()
  const open = rows.filter(
    (row) => now <= Date.parse(row.expires_at) && now <= Date.parse(row.last_seen_at) + idle,
  )
  const rested = open.filter((row) => now > Date.parse(row.last_seen_at) + 5 * 60_000)
  if (rested.length > 0) {
    await db
      .updateTable('session')
      .set({ last_seen_at: new Date(now).toISOString() })
      .where('province_id', '=', provinceId)
      .where(
        'token_hash',
        'in',
        rested.map((row) => row.token_hash),
      )
      .execute()
  }
  const actors = await actorsOf(db, provinceId, open)
  return open.flatMap((row) => {
    const { session_id, token_hash, csrf_token, pending, ...rest } = row
    const { last_seen_at: _seen, expires_at: _expires, ...account } = rest
    const actor = actors.get(account.account_id)
    if (!actor) return []
    return [
      {
        id: session_id,
        actor,
        account,
        tokenHash: token_hash,
        csrfToken: csrf_token,
        pending,
      },
    ]
  })
}

/** Which of these sessions are still open, their accounts too; for pages that only listen. */
export async function liveSessions(
  db: Reads,
  provinceId: number,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectFrom('session')
    .innerJoin('account', (join) =>
      join
        .onRef('account.province_id', '=', 'session.province_id')
        .onRef('account.account_id', '=', 'session.account_id'),
    )
    .select('session_id')
    .where('session.province_id', '=', provinceId)
    .where('session_id', 'in', [...ids])
    .where('account.disabled_at', 'is', null)
    .where('expires_at', '>', new Date().toISOString())
    .where('last_seen_at', '>', new Date(Date.now() - idle).toISOString())
    .execute()
  return new Set(rows.map((row) => row.session_id))
}

/** Ends one session. */
export async function closeSession(tx: Tx, actor: Actor, tokenHash: Buffer): Promise<void> {
  await tx
    .deleteFrom('session')
    .where('province_id', '=', actor.provinceId)
    .where('token_hash', '=', tokenHash)
    .execute()
}

export interface OwnSession {
  id: string
  device: string
  network: string
  /** Instants; the last use is noted every five minutes. */
  since: string
  lastSeen: string
}

/** One's own sessions that are not over, the one used last first. */
export async function listSessions(db: Reads, actor: Actor): Promise<OwnSession[]> {
  authorise(actor, 'session.own', actor.provinceId)
  const rows = await db
    .selectFrom('session')
    .select(['session_id', 'device', 'network', 'created_at', 'last_seen_at'])
    .where('province_id', '=', actor.provinceId)
    .where('account_id', '=', accountOf(actor))
    .where('pending', '=', sql<SignInStep[]>`'{}'`)
    .where('expires_at', '>', new Date().toISOString())
    .where('last_seen_at', '>', new Date(Date.now() - idle).toISOString())
    .orderBy('last_seen_at', 'desc')
    .orderBy('session_id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.session_id,
    device: row.device,
    network: row.network,
    since: row.created_at,
    lastSeen: row.last_seen_at,
  }))
}

/**
 * The next step of a sign-in is done: the session that waited ends, and another with a new token takes
 * its place (nobody who knew the former gains by it).
 */
export async function stepOn(
  tx: Tx,
  session: OpenSession,
  whence: Whence,
  pending: SignInStep[],
): Promise<{ cookie: string; session: OpenSession }> {
  await closeSession(tx, session.actor, session.tokenHash)
  const account = await tx
    .selectFrom('account')
    .selectAll()
    .where('province_id', '=', session.account.province_id)
    .where('account_id', '=', session.account.account_id)
    .executeTakeFirstOrThrow()
  return openSession(tx, account, whence, pending)
}

/** Ends one of one's own sessions; `notFound` for anybody else's. */
export async function endOwnSession(tx: Tx, actor: Actor, id: string): Promise<void> {
  authorise(actor, 'session.own', actor.provinceId)
  const ended = await tx
    .deleteFrom('session')
    .where('province_id', '=', actor.provinceId)
    .where('account_id', '=', accountOf(actor))
    .where('session_id', '=', id)
    .returning('session_id')
    .execute()
  if (ended.length === 0) throw new Problem('notFound')
  await writeRecord(tx, actor, {
    action: 'session.end',
    subjectKind: 'account',
    subjectId: accountOf(actor),
  })
}

/** Ends all one's own sessions, this one with them. */
export async function endOwnSessions(tx: Tx, actor: Actor): Promise<void> {
  authorise(actor, 'session.own', actor.provinceId)
  await endSessionsOf(tx, actor.provinceId, accountOf(actor))
  await forgetDevices(tx, { province_id: actor.provinceId, account_id: accountOf(actor) })
  await writeRecord(tx, actor, {
    action: 'session.endAll',
    subjectKind: 'account',
    subjectId: accountOf(actor),
  })
}

/** Ends the sessions of an account, but for the one to keep. */
export async function endSessionsOf(
  tx: Tx,
  provinceId: number,
  accountId: string,
  keep?: Buffer,
): Promise<void> {
  let ending = tx
    .deleteFrom('session')
    .where('province_id', '=', provinceId)
    .where('account_id', '=', accountId)
  if (keep) ending = ending.where('token_hash', '<>', keep)
  await ending.execute()
}
