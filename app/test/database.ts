// A database of a test's own: a copy of the run's migrated template.
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { type Database, openDatabase } from '../src/database/open.ts'
import { watchProvinces } from './province-lint.ts'

/**
 * A fresh, migrated, empty database; `close()` drops it, and fails where our code sent a text without
 * its province.
 */
export async function freshDatabase(): Promise<Database> {
  const server = inject('server')
  const name = `giaoban_test_${randomBytes(6).toString('hex')}`
  await run(server, `create database ${name} template ${inject('template')}`)
  const database = openDatabase({ ...server, database: name }, { size: 8 })
  const watch = watchProvinces(database.pool)
  return {
    ...database,
    async close() {
      await database.close()
      await run(server, `drop database ${name} with (force)`)
      const [trouble] = watch.troubles()
      if (trouble) throw new Error(`SQL without its province: ${trouble}`)
    },
  }
}

/** Creating from a template needs it unconnected; several files may ask at once, so one at a time. */
async function run(server: pg.ClientConfig, statement: string): Promise<void> {
  const client = new pg.Client({ ...server, database: 'postgres' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(471723)')
    await client.query(statement)
  } finally {
    await client.end()
  }
}
