// The schema shards as it is: every province's table is keyed by province first, everywhere.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { statementsOf } from '../src/database/migrate.ts'
import type { Database } from '../src/database/open.ts'
import { freshDatabase } from './database.ts'

let database: Database

beforeAll(async () => {
  database = await freshDatabase()
})

afterAll(() => database.close())

/** Table → mark, as the migrations give it in the line before `create table`. */
async function marks(): Promise<Map<string, string>> {
  const folder = join(import.meta.dirname, '../src/database/migrations')
  const found = new Map<string, string>()
  for (const name of await readdir(folder)) {
    const text = await readFile(join(folder, name), 'utf8')
    for (const statement of statementsOf(text)) {
      const table = /^create table (\w+)/m.exec(statement)?.[1]
      const mark = /^-- @(\w+)$/m.exec(statement)?.[1]
      if (table) found.set(table, mark ?? 'none')
    }
  }
  return found
}

test('every table is marked as a province’s or as reference', async () => {
  const { rows } = await database.pool.query<{ table_name: string }>(
    `select table_name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'migration'`,
  )
  const marked = await marks()
  expect(rows.map((row) => row.table_name).sort()).toEqual([...marked.keys()].sort())
  expect(
    [...marked.values()].filter((mark) => mark !== 'province' && mark !== 'reference'),
  ).toEqual([])
})

test('primary, unique and foreign keys of a province’s table start with province_id', async () => {
  const marked = await marks()
  const { rows } = await database.pool.query<{
    table: string
    name: string
    kind: string
    first: string
    target: string | null
  }>(
    `select c.relname as table, k.conname as name, k.contype as kind, a.attname as first, t.relname as target
     from pg_constraint k
     join pg_class c on c.oid = k.conrelid
     join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
     join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
     left join pg_class t on t.oid = k.confrelid
     where k.contype in ('p', 'u', 'f')`,
  )
  const own = rows.filter((row) => marked.get(row.table) === 'province')
  expect(own.length).toBeGreaterThan(30)
  expect(own.filter((row) => row.first !== 'province_id')).toEqual([])
  const fromReference = rows.filter(
    (row) =>
      marked.get(row.table) === 'reference' && row.target && marked.get(row.target) === 'province',
  )
  expect(fromReference).toEqual([])
})

test('unique indexes start with province_id, and there are no triggers', async () => {
  const marked = await marks()
  const { rows } = await database.pool.query<{ table: string; first: string | null }>(
    `select c.relname as table, a.attname as first
     from pg_index i
     join pg_class c on c.oid = i.indrelid
     join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
     left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
     where i.indisunique`,
  )
  const own = rows.filter((row) => marked.get(row.table) === 'province')
  expect(own.length).toBeGreaterThan(15)
  expect(own.filter((row) => row.first !== 'province_id')).toEqual([])
  const triggers = await database.pool.query('select tgname from pg_trigger where not tgisinternal')
  expect(triggers.rows).toEqual([])
})
