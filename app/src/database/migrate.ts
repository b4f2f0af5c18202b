// Brings a database to the newest schema: files in order, one statement a call, each file whole or
// not at all, once only. A file that was changed after it ran is refused.
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'

const folder = join(import.meta.dirname, 'migrations')

/** One lock for all servers that start on the same database at once. */
const lock = 4_717_238_155

/** A migration that ran is not the file of this release any more. */
export class ChangedMigration extends Error {
  constructor(name: string) {
    super(`migration ${name} is not the one that this database was made with`)
    this.name = 'ChangedMigration'
  }
}

/** The statements of a file: between lines `-- ;;`, without empty ones. */
export function statementsOf(text: string): string[] {
  return text
    .split(/^-- ;;\s*$/m)
    .map((statement) => statement.trim())
    .filter((statement) => statement.replace(/^\s*--.*$/gm, '').trim() !== '')
}

/** Runs what is missing and returns the names of what ran. */
export async function migrate(pool: pg.Pool): Promise<string[]> {
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lock])
    await client.query(`create table if not exists migration (
      name text primary key, sha256 text not null, ran_at timestamptz not null default now())`)
    const { rows } = await client.query<{ name: string; sha256: string }>(
      'select name, sha256 from migration',
    )
    const done = new Map(rows.map((row) => [row.name, row.sha256]))
    const ran: string[] = []
    for (const name of (await readdir(folder)).filter((one) => one.endsWith('.sql')).sort()) {
      const text = await readFile(join(folder, name), 'utf8')
      const sha256 = createHash('sha256').update(text).digest('hex')
      const former = done.get(name)
      if (former !== undefined && former !== sha256) throw new ChangedMigration(name)
      if (former !== undefined) continue
      await runFile(client, name, text, sha256)
      ran.push(name)
    }
    return ran
  } finally {
    await client.query('select pg_advisory_unlock($1)', [lock])
    client.release()
  }
}

async function runFile(
  client: pg.PoolClient,
  name: string,
  text: string,
  sha256: string,
): Promise<void> {
  await client.query('begin')
  try {
    for (const statement of statementsOf(text)) await client.query(statement)
    await client.query('insert into migration (name, sha256) values ($1, $2)', [name, sha256])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
