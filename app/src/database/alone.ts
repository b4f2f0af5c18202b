// One at a time, among all servers that work on one database.
import type pg from 'pg'

/** What is done by one server at a time; each has its own lock. That of imports is the first of one a province. */
export const locks = {
  jobs: 4_717_238_157,
  post: 4_717_238_158,
  figures: 4_718_000_000,
} as const

/**
 * Runs `work` while no other server does the same, of the province where one is named; null, and nothing run, where one
 * does. The lock ends with its connection, so a server that was killed holds nobody up. A connection that is lost meanwhile lets another begin:
 * `work` must not rely on the lock alone for what may happen only once.
 */
export async function alone<T>(
  pool: pg.Pool,
  lock: keyof typeof locks,
  work: () => Promise<T>,
  provinceId = 0,
): Promise<T | null> {
  const key = locks[lock] + provinceId
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    const { rows } = await client.query<{ got: boolean }>(
      'select pg_try_advisory_lock($1) as got',
      [key],
    )
    if (!rows[0]?.got) return null
    try {
      return await work()
    } finally {
      await client.query('select pg_advisory_unlock($1)', [key]).catch((error: Error) => {
        broken = error
      })
    }
  } finally {
    client.release(broken)
  }
}
