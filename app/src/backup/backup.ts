// Everything into one file: the database in one snapshot, documents with it (their bytes are rows).
// Keys stay where they are: a backup opens nothing.
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { Database } from '../database/open.ts'
import { type Frame, type Header, type TableEnd, writeArchive } from './archive.ts'
import { copyOut, plainForms, storedTables } from './schema.ts'

export interface BackupResult {
  header: Header
  tables: Map<string, TableEnd>
}

/** Where the last backup is remembered, for `giaoban status`. */
export const lastBackupKey = 'last_backup'

/**
 * Writes a backup to `file`; the one that stood there is replaced only by a whole new one. The server
 * may run on: the snapshot is of one moment.
 */
export async function backUp(
  database: Database,
  file: string,
  product: string,
): Promise<BackupResult> {
  const client = await database.pool.connect()
  let header: Header | null = null
  const snapshot = async function* (): AsyncGenerator<
    Exclude<Frame, { kind: 'end' }> | { kind: 'end' }
  > {
    header = await headerOf(client, product)
    yield { kind: 'header', header }
    for (const table of await storedTables(client)) {
      yield { kind: 'table', table: { name: table.name, columns: table.columns } }
      for await (const bytes of client.query(copyTo(copyOut(table)))) yield { kind: 'rows', bytes }
      yield { kind: 'end' }
    }
  }
  try {
    await client.query(plainForms)
    await client.query('begin isolation level repeatable read read only')
    const tables = await writeArchive(file, snapshot())
    await client.query('commit')
    client.release(true)
    // The file is whole on disk by now: not being able to note it is no failure of the backup.
    await remember(database, file, tables).catch(() => undefined)
    if (!header) throw new Error('no header was written')
    return { header, tables }
  } catch (error) {
    client.release(true)
    throw error
  }
}

async function headerOf(client: pg.ClientBase, product: string): Promise<Header> {
  const { rows: migrations } = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from migration order by name',
  )
  return { product, madeAt: new Date().toISOString(), migrations }
}

async function remember(
  database: Database,
  file: string,
  tables: Map<string, TableEnd>,
): Promise<void> {
  const rows = [...tables.values()].reduce((sum, one) => sum + one.rows, 0)
  const value = JSON.stringify({ at: new Date().toISOString(), file, rows })
  await database.db
    .insertInto('server_setting')
    .values({ key: lastBackupKey, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
}
