// The schema shards as it is: every province's table is keyed by province first, everywhere, and nothing
// is used that a cluster of PostgreSQL servers would refuse.
import { afterAll, beforeAll, expect, test } from 'vitest'

import { type FreshDatabase, freshDatabase } from './database.ts'
import { tableMarks } from './province-lint.ts'

let database: FreshDatabase

beforeAll(async () => {
  database = await freshDatabase()
})

afterAll(() => database.close())

test('every table is marked as a province’s or as reference', async () => {
  const { rows } = await database.pool.query<{ table_name: string }>(
    `select table_name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'migration'`,
  )
  const marked = tableMarks()
  expect(rows.map((row) => row.table_name).sort()).toEqual([...marked.keys()].sort())
  expect(
    [...marked.values()].filter((mark) => mark !== 'province' && mark !== 'reference'),
  ).toEqual([])
})

test('primary, unique, exclusion and foreign keys of a province’s table start with province_id', async () => {
  const marked = tableMarks()
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
     where k.contype in ('p', 'u', 'f', 'x')`,
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

test('unique indexes start with province_id', async () => {
  const marked = tableMarks()
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
})

test('the province is the same kind of number everywhere and always there', async () => {
  const marked = tableMarks()
  const { rows } = await database.pool.query<{ table: string; type: string; needed: boolean }>(
    `select c.relname as table, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as needed
     from pg_attribute a
     join pg_class c on c.oid = a.attrelid and c.relkind = 'r'
     join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
     where a.attname = 'province_id'`,
  )
  const own = [...marked].flatMap(([table, mark]) => (mark === 'province' ? table : []))
  const columns = rows.filter((row) => marked.get(row.table) === 'province')
  expect(columns.map((row) => row.table).sort()).toEqual(own.sort())
  expect(columns.filter((row) => row.type !== 'integer' || !row.needed)).toEqual([])
})

/** Each rule as a query for what breaks it, and a statement that would. */
const refused: readonly [string, string, string][] = [
  [
    'foreign keys set nothing to null or to a default',
    `select conname from pg_constraint where contype = 'f'
       and (confdeltype in ('n', 'd') or confupdtype in ('n', 'd'))`,
    'alter table membership add foreign key (province_id, term_id) references term on delete set null',
  ],
  [
    'no triggers',
    'select tgname from pg_trigger where not tgisinternal',
    `create trigger t before insert on term for each row
       execute function suppress_redundant_updates_trigger()`,
  ],
  [
    'no rules, no views that could be written through',
    `select c.relname from pg_rewrite r join pg_class c on c.oid = r.ev_class
     join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'`,
    'create view v as select * from term',
  ],
  [
    'no inheritance, no partitions of partitions',
    `select i.inhrelid::regclass::text from pg_inherits i
     join pg_class parent on parent.oid = i.inhparent
     where parent.relkind = 'r' or (parent.relkind = 'p' and parent.relispartition)`,
    'create table t () inherits (term)',
  ],
  [
    'numbers made by the database are 64 bit',
    `select c.relname from pg_sequence s join pg_class c on c.oid = s.seqrelid
     where s.seqtypid <> 'bigint'::regtype`,
    'create table t (id serial)',
  ],
  [
    'no row level policy that opens when nothing is set',
    'select polname from pg_policy',
    'create policy p on term using (true)',
  ],
  [
    'no unlogged tables: what was acknowledged survives a crash',
    `select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relpersistence <> 'p'`,
    'create unlogged table t (id integer)',
  ],
]

test.each(refused)('%s', async (_, query, breaking) => {
  expect((await database.pool.query(query)).rows).toEqual([])
  const client = await database.owner().pool.connect()
  try {
    await client.query('begin')
    await client.query(breaking)
    expect((await client.query(query)).rows).not.toEqual([])
  } finally {
    await client.query('rollback')
    client.release()
  }
})
