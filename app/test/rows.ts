// Every row of a database as text: to prove that nothing changed, and to look for words that must not be there.
import { createHash } from 'node:crypto'
import type pg from 'pg'

/** What only tells that somebody came by. */
const visits = new Set(['session', 'login_attempt', 'access_entry'])

async function tableNames(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind = 'r' order by 1`,
  )
  return rows.map(({ name }) => name)
}

/** All rows of all tables, by the table's name. */
export async function everyRow(pool: pg.Pool): Promise<Map<string, unknown[]>> {
  const found = new Map<string, unknown[]>()
  for (const name of await tableNames(pool)) {
    const { rows } = await pool.query(`select to_jsonb(t) as row from "${name}" t`)
    found.set(
      name,
      rows.map(({ row }) => row),
    )
  }
  return found
}

/** A hash of the rows of each table; sessions, attempts and the access log, which tell of visits, left out. */
export async function hashOfTables(pool: pg.Pool): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {}
  for (const name of await tableNames(pool)) {
    if (visits.has(name)) continue
    const { rows } = await pool.query(`select t::text as row from "${name}" t order by 1`)
    hashes[name] = createHash('sha256').update(JSON.stringify(rows)).digest('hex')
  }
  return hashes
}

/** Columns of all tables with their types: what a body might try to set. */
export async function everyColumn(pool: pg.Pool): Promise<{ name: string; type: string }[]> {
  const { rows } = await pool.query<{ name: string; type: string }>(
    `select distinct column_name as name, data_type as type from information_schema.columns
     where table_schema = 'public' order by 1, 2`,
  )
  return rows
}
