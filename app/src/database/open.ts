// The connection pool and Kysely over it. Dates come as `YYYY-MM-DD`, instants as ISO strings,
// numerics as strings, 64-bit integers as numbers.
import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { PreparingClient } from './prepared.ts'
import type { Tables, Tx } from './tables.ts'

const { builtins } = pg.types

const parsers = new Map<number, (value: string) => unknown>([
  [builtins.DATE, (value) => value],
  [builtins.NUMERIC, (value) => value],
  [builtins.INT8, Number],
  [builtins.TIMESTAMPTZ, (value) => new Date(value).toISOString()],
])

const types: pg.CustomTypesConfig = {
  getTypeParser: ((id: number, format?: 'text' | 'binary') =>
    parsers.get(id) ??
    pg.types.getTypeParser(id, format as 'text')) as pg.CustomTypesConfig['getTypeParser'],
}

export interface Database {
  db: Kysely<Tables>
  pool: pg.Pool
  close(): Promise<void>
}

/** Where a database is: a URL, or the parts of a connection. */
export type Connection = string | pg.ConnectionConfig

/**
 * Opens a pool of up to `size` connections. A lost idle connection is reported to `onError` and
 * replaced; a statement is ended by the server after 30 seconds.
 */
export function openDatabase(
  connection: Connection,
  options: { size?: number; onError?: (error: Error) => void } = {},
): Database {
  const pool = new pg.Pool({
    ...(typeof connection === 'string' ? { connectionString: connection } : connection),
    Client: PreparingClient,
    max: options.size ?? 10,
    types,
    statement_timeout: 30_000,
    connectionTimeoutMillis: 10_000,
    application_name: 'giaoban',
  })
  pool.on('error', (error) => options.onError?.(error))
  // A connection that is lost while it is in use fails its statement and tells here as well; without
  // anybody listening that would end the process.
  pool.on('connect', (client) => client.on('error', (error) => options.onError?.(error)))
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return {
    db,
    pool,
    async close() {
      await db.destroy()
      // Kysely ends only a pool that it has used.
      if (!pool.ended) await pool.end()
    },
  }
}

/** Two writers that waited for each other: the database ended one, and it may simply try again. */
const collisions = new Set(['40001', '40P01'])
const mostTries = 4

/**
 * Runs `work` in one transaction; anything thrown rolls all of it back. After a deadlock it runs
 * again, so it must change nothing but the database.
 */
export async function transaction<T>(database: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await database.db.transaction().execute(work)
    } catch (error) {
      const { code } = error as { code?: string }
      if (!code || !collisions.has(code) || attempt === mostTries) throw error
    }
  }
}

/** Runs a part of a transaction; anything thrown takes back this part only, and is thrown on. */
export async function part<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await sql`savepoint part`.execute(tx)
  try {
    const done = await work()
    await sql`release savepoint part`.execute(tx)
    return done
  } catch (error) {
    await sql`rollback to savepoint part`.execute(tx)
    throw error
  }
}

/** Runs `work` on a connection that is inside a transaction already; it commits or rolls back itself. */
export async function inTransactionOf<T>(
  client: pg.PoolClient,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const borrowed = {
    query: client.query.bind(client),
    release: () => undefined,
  } as unknown as pg.PoolClient
  const pool = { options: {}, connect: async () => borrowed, end: async () => undefined }
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return work(db as unknown as Tx)
}
