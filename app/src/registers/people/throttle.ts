// The brake on guessing: attempts counted in the database, so that it outlives a restart and holds
// between processes.
import { sql } from 'kysely'
import type { Reads } from '../../database/tables.ts'
import { Problem } from '../../problem.ts'

const forgetAfter = 3_600_000

/**
 * Attempts that cost no wait: few for one address from one network, hardly more for an address from
 * everywhere, many for a network (an office shares one). With the waits below, at most 10 secrets of an
 * account are looked at in 15 minutes, and 100 from a network in an hour. A browser that the account has
 * signed in with before is counted by itself (`devices.ts`).
 */
const free: Record<string, number> = {
  ...{ both: 5, device: 5, factor: 5, address: 6 },
  ...{ from: 60, setup: 20, sso: 30, wall: 30 },
}

/** First and longest wait, in seconds: 30, 60, 120 … 900. */
const firstWait = 30
const longestWait = 900

/** Seconds to wait after so many attempts of a kind. */
function waitAfter(key: string, failures: number): number {
  const beyond = failures - freeOf(key)
  return beyond < 0 ? 0 : Math.min(longestWait, firstWait * 2 ** beyond)
}

const freeOf = (key: string): number => free[key.slice(0, key.indexOf(':'))] ?? 0

/**
 * Counts one attempt, in one statement, so that no two of them see the same count. Refused with
 * `tooManyAttempts` while the wait of the former failures is not over; that costs nothing further.
 */
export async function countAttempt(db: Reads, key: string): Promise<void> {
  const least = freeOf(key)
  const counted = await sql<{ failures: number }>`
    insert into login_attempt (province_id, key, failures, last_at) values (0, ${key}, 1, now())
    on conflict (province_id, key) do update set
      failures = case when login_attempt.last_at < now() - ${`${forgetAfter} milliseconds`}::interval
        then 1 else login_attempt.failures + 1 end,
      last_at = now()
    where login_attempt.failures < ${least}
      or login_attempt.last_at + make_interval(secs => least(${longestWait},
        ${firstWait} * power(2, least(login_attempt.failures - ${least}, 20)))) <= now()
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
export async function forgetAttempts(db: Reads, keys: readonly string[]): Promise<void> {
  await sql`delete from login_attempt where province_id = 0 and key = any(${keys})
    and key not like 'from:%'`.execute(db)
  await sql`update login_attempt set failures = greatest(failures - 1, 0)
    where province_id = 0 and key = any(${keys})`.execute(db)
}
