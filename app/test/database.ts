// A database of a test's own: a copy of the run's migrated template.
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { openBeside } from '../src/database/connect-as.ts'
import type { Database } from '../src/database/open.ts'
import { watchProvinces } from './province-lint.ts'

export interface FreshDatabase extends Database {
  /** As the owner of the tables: for what the application may not do. */
  owner(): Database
}

/**
 * A fresh, migrated, empty database, worked on as the application's role; `close()` drops it, and fails
 * where our code sent a text without its province.
 */
export async function freshDatabase(): Promise<FreshDatabase> {
  const server = inject('server')
  const name = `giaoban_test_${randomBytes(6).toString('hex')}`
  await run(server, `create database ${name} template ${inject('template')}`)
  const pools = openBeside({ ...server, database: name }, { size: 8 })
  const watches = [watchProvinces(pools.database.pool)]
  let opened: Database | null = null
  return {
    ...pools.database,
    owner() {
      if (opened === null) {
        opened = pools.owner()
        watches.push(watchProvinces(opened.pool))
      }
      return opened
    },
    async close() {
      await pools.close()
      await run(server, `drop database ${name} with (force)`)
      const [trouble] = watches.flatMap((watch) => watch.troubles())
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
