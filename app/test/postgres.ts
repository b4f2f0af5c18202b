// Vitest's global set-up for database tests: one PostgreSQL for the run, one migrated template that
// every test file copies. With DATABASE_URL set, that server is used instead.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { connectAs } from '../src/database/connect-as.ts'
import { type Embedded, startEmbedded } from '../src/database/embedded.ts'
import { migrate } from '../src/database/migrate.ts'
import { openDatabase } from '../src/database/open.ts'

declare module 'vitest' {
  interface ProvidedContext {
    server: pg.ClientConfig
    template: string
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'giaoban-pg-'))
  chmodSync(folder, 0o711)
  const url = process.env.DATABASE_URL
  // What is lost with the machine is only a test: speed is worth more than the disk here.
  const fast = ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off']
  const embedded: Embedded | null = url ? null : await startEmbedded(folder, fast)
  const server: pg.ClientConfig = embedded ? embedded.connection : configOf(url ?? '')
  const template = `giaoban_template_${process.pid}`
  await run(server, `drop database if exists ${template}`)
  await run(server, `create database ${template}`)
  const database = openDatabase({ ...server, database: template }, { size: 1 })
  await migrate(database.pool)
  // What is granted is copied with the template: tests work as the application does.
  await (await connectAs({ ...server, database: template }, database)).close()
  project.provide('server', server)
  project.provide('template', template)
  return async () => {
    if (embedded) await embedded.stop()
    else await run(server, `drop database if exists ${template}`)
    rmSync(folder, { recursive: true, force: true })
  }
}

function configOf(url: string): pg.ClientConfig {
  const { hostname, port, username, password, pathname } = new URL(url)
  return {
    host: decodeURIComponent(hostname),
    port: Number(port || 5432),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: pathname.slice(1) || 'postgres',
  }
}

async function run(server: pg.ClientConfig, statement: string): Promise<void> {
  const client = new pg.Client({ ...server, database: 'postgres' })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
