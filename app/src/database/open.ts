// The connection pool and Kysely over it. Dates come as `YYYY-MM-DD`, instants as ISO strings,
// numerics as strings, 64-bit integers as numbers.
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
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
    max: options.size ?? 10,
    types,
    statement_timeout: 30_000,
    connectionTimeoutMillis: 10_000,
    application_name: 'giaoban',
  })
  pool.on('error', (error) => options.onError?.(error))
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

/** Runs `work` in one transaction; anything thrown rolls all of it back. */
export function transaction<T>(database: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  return database.db.transaction().execute(work)
}
