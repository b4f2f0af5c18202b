// Which tables a backup holds, in which order, and how their rows are written.
import type pg from 'pg'

/**
 * What serves only the moment: who is signed in, failed sign-ins, answers kept for a retry, one-time
 * codes (a restore must not bring a used one back), files and figures that are still on their way in.
 */
const passing = new Set([
  'session',
  'login_attempt',
  'idempotency',
  'migration',
  'account_code',
  'known_device',
  'upload',
  'upload_part',
  'figure_staged',
])

export interface StoredTable {
  name: string
  columns: string[]
  /** Columns of the primary key: the order of the rows, so that the same content has the same hash. */
  key: string[]
}

/** The tables to keep, referenced ones before those that refer to them. */
export async function storedTables(client: pg.ClientBase): Promise<StoredTable[]> {
  const { rows } = await client.query<StoredTable & { refers: string[] }>(`
    select c.relname as name,
      (select json_agg(a.attname order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select json_agg(a.attname order by array_position(i.indkey::int2[], a.attnum)) from pg_index i
        join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey::int2[])
        where i.indrelid = c.oid and i.indisprimary) as key,
      coalesce((select json_agg(distinct r.relname) from pg_constraint f
        join pg_class r on r.oid = f.confrelid
        where f.conrelid = c.oid and f.contype = 'f' and r.oid <> c.oid), '[]') as refers
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p')
    order by c.relname`)
  const wanted = rows.filter((row) => !passing.has(row.name))
  const sorted: StoredTable[] = []
  const done = new Set<string>()
  while (sorted.length < wanted.length) {
    const ready = wanted.filter(
      (row) =>
        !done.has(row.name) &&
        row.refers.every((name) => done.has(name) || !wanted.some((one) => one.name === name)),
    )
    if (ready.length === 0) throw new Error('tables refer to each other in a circle')
    for (const { name, columns, key } of ready) {
      sorted.push({ name, columns, key })
      done.add(name)
    }
  }
  return sorted
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
const list = (names: readonly string[]): string => names.map(quoted).join(', ')

/** The statement that writes a table's rows, in the order of its key. */
export const copyOut = (table: StoredTable): string =>
  `copy (select ${list(table.columns)} from ${quoted(table.name)} order by ${list(table.key)}) to stdout`

/** The statement that takes rows in. */
export const copyIn = (table: { name: string; columns: readonly string[] }): string =>
  `copy ${quoted(table.name)} (${list(table.columns)}) from stdin`

/** Text forms that must not depend on settings of the server. */
export const plainForms = `set datestyle to 'ISO, MDY'; set timezone to 'UTC'; set intervalstyle to 'postgres';
  set extra_float_digits to 1; set bytea_output to 'hex'; set statement_timeout to 0`
