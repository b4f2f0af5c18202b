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

/** Runs what is missing, each file in a transaction of its own, and returns the names of what ran. */
export async function migrate(pool: pg.Pool): Promise<string[]> {
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lock])
    const ran: string[] = []
    for (const file of await missing(client)) {
      await client.query('begin')
      try {
        await runFile(client, file)
        await client.query('commit')
      } catch (error) {
        await client.query('rollback')
        throw error
      }
      ran.push(file.name)
    }
    return ran
  } finally {
    await client.query('select pg_advisory_unlock($1)', [lock])
    client.release()
  }
}

interface MigrationFile {
  name: string
  text: string
  sha256: string
}

/**
 * Inside the caller's transaction: runs what is missing, or only what `upTo` names. False, and nothing
 * run, where `upTo` names a file that this release does not have as it was.
 */
export async function runMigrations(
  client: pg.ClientBase,
  { upTo }: { upTo?: readonly { name: string; sha256: string }[] },
): Promise<boolean> {
  const files = await missing(client)
  const has = (one: { name: string; sha256: string }) =>
    files.some((file) => file.name === one.name && file.sha256 === one.sha256)
  if (upTo && !upTo.every(has)) return false
  for (const file of files) {
    if (!upTo || upTo.some((one) => one.name === file.name)) await runFile(client, file)
  }
  return true
}

/** The files that have not run yet, in order; `ChangedMigration` where one that ran is another now. */
async function missing(client: pg.ClientBase): Promise<MigrationFile[]> {
  await client.query(`create table if not exists migration (
    name text primary key, sha256 text not null, ran_at timestamptz not null default now())`)
  const { rows } = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from migration',
  )
  const done = new Map(rows.map((row) => [row.name, row.sha256]))
  const files: MigrationFile[] = []
  for (const name of (await readdir(folder)).filter((one) => one.endsWith('.sql')).sort()) {
    const text = await readFile(join(folder, name), 'utf8')
    const sha256 = createHash('sha256').update(text).digest('hex')
    const former = done.get(name)
    if (former !== undefined && former !== sha256) throw new ChangedMigration(name)
    if (former === undefined) files.push({ name, text, sha256 })
  }
  return files
}

async function runFile(
  client: pg.ClientBase,
  { name, text, sha256 }: MigrationFile,
): Promise<void> {
  for (const statement of statementsOf(text)) await client.query(statement)
  await client.query('insert into migration (name, sha256) values ($1, $2)', [name, sha256])
}

/** Names of all tables that the migrations of this release make, and of the list of them. */
export async function madeTables(): Promise<ReadonlySet<string>> {
  const names = new Set(['migration'])
  for (const name of (await readdir(folder)).filter((one) => one.endsWith('.sql'))) {
    const text = await readFile(join(folder, name), 'utf8')
    for (const [, table] of text.matchAll(/^create table (?:if not exists )?(\w+)/gm)) {
      if (table) names.add(table)
    }
  }
  return names
}
