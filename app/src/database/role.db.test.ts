// The application's own role: of the record it can only read and add, tables it cannot touch at all;
// and where it cannot be had, that is said.
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { fileForm, world } from '../../test/world.ts'
import { connectAs, roleConnection } from './connect-as.ts'
import { openDatabase, transaction } from './open.ts'
import { appendOnly } from './role.ts'

let here: Awaited<ReturnType<typeof world>>

beforeAll(async () => {
  here = await world()
})

afterAll(() => here.close())

const refused = (statement: string) =>
  expect(here.database.pool.query(statement), statement).rejects.toMatchObject({ code: '42501' })

test('the tests themselves work as this role, which is nobody special', async () => {
  const { rows } = await here.database.pool.query(
    `select current_user as name, rolsuper, rolcreaterole, rolcreatedb, rolbypassrls
     from pg_roles where rolname = current_user`,
  )
  expect(rows[0]).toEqual({
    name: `${inject('server').user}_app`,
    rolsuper: false,
    rolcreaterole: false,
    rolcreatedb: false,
    rolbypassrls: false,
  })
})

test.each(appendOnly)('%s is read and added to, and nothing else', async (table) => {
  await here.database.pool.query(`select count(*) from ${table}`)
  // PostgreSQL only warns that this grants nothing.
  await here.database.pool.query(`grant update, delete on ${table} to current_user`)
  await refused(`update ${table} set province_id = province_id`)
  await refused(`delete from ${table}`)
  await refused(`truncate ${table}`)
  await refused(`select * from ${table} for update`)
  await refused(`alter table ${table} add column more text`)
  await refused(`drop table ${table}`)
  await refused(`create trigger t before insert on ${table} execute function f()`)
})

test('the record, its heads, the ledger of destructions, the access log and figures are these', () => {
  expect(appendOnly).toEqual([
    'audit_record',
    'record_publication',
    'document_destruction',
    'access_entry',
    'figure',
    'figure_entry',
    'figure_version',
    'figure_snapshot',
    'indicator_definition',
  ])
})

test('salts are destroyed but never changed, the newest link never deleted, no table made', async () => {
  await refused('update record_salt set salt = salt')
  await refused('delete from record_head')
  await refused('truncate record_salt')
  await refused(`update record_content set after = '{}'`)
  await refused(`insert into migration (name, sha256) values ('x', 'x')`)
  await refused('create table public.more (a integer)')
  await refused(`set role ${inject('server').user}`)
  await expect(
    here.database.pool.query(`alter role ${inject('server').user}_app superuser`),
  ).rejects.toMatchObject({ code: '42501' })
})

test('a document is destroyed all the same, with its salts', async () => {
  const office = await here.client('office')
  const administrator = await here.client('administrator')
  const { body } = await office.ask('POST', '/api/documents', {
    form: fileForm('Thu đạt 12 tỷ đồng.', 'a.txt'),
  })
  const { id, version } = body.document
  const salts = async () =>
    (await here.database.pool.query('select 1 from record_salt where subject_id = $1', [id]))
      .rowCount
  expect(await salts()).toBe(1)
  const done = await administrator.ask('POST', `/api/documents/${id}/destroy`, {
    json: { reason: 'x' },
    version,
  })
  expect(done.status, JSON.stringify(done.body)).toBe(200)
  const verified = await administrator.ask('GET', '/api/record/verify')
  expect(verified.body.intact).toBe(true)
})

test('an owner who may not make roles goes on as the owner, and it is said', async () => {
  const { pool } = here.owner()
  const { rows } = await pool.query('select current_database() as name')
  const server = { ...inject('server'), database: rows[0].name }
  await pool.query(`create role plain_owner login password 'plain'`)
  try {
    const connection = { ...server, user: 'plain_owner', password: 'plain' }
    const pools = await connectAs(connection, openDatabase(connection))
    expect(pools.role).toEqual({ name: 'plain_owner', kind: 'owner', why: 'mayNotCreate' })
    expect(pools.owner()).toBe(pools.database)
    await pools.close()
    const open = { ...server, password: '' }
    const without = await connectAs(open, here.owner())
    expect(without.role).toMatchObject({ kind: 'owner', why: 'noPassword' })
  } finally {
    await pool.query('drop role plain_owner')
  }
})

test('what a URL says beside user and password stays', () => {
  const url = 'postgres://an%40na:b%2Fc@db.example:5433/giao?sslmode=verify-full&user=other'
  const own = new URL(roleConnection(url) as string)
  expect(own.host + own.pathname + own.search).toBe('db.example:5433/giao?sslmode=verify-full')
  expect(own.username).toBe('other_app')
  expect(own.password).toMatch(/^[0-9a-f]{64}$/)
  expect(roleConnection(url)).toBe(roleConnection(url))
})

test('what a transaction did before it was refused is taken back', async () => {
  const count = async () =>
    (await here.database.pool.query('select count(*)::int as n from audit_record')).rows[0].n
  const before = await count()
  await expect(
    transaction(here.database, async (tx) => {
      await tx
        .insertInto('record_publication')
        .values({
          province_id: here.east.province_id,
          number: 1,
          day: '2026-01-01',
          at: '2026-01-01T00:00:00Z',
          count: 1,
          hash: 'x',
          previous: 'x',
          key: 'x',
          public_key: 'x',
          signature: 'x',
        })
        .execute()
      await tx.deleteFrom('audit_record').where('province_id', '=', here.east.province_id).execute()
    }),
  ).rejects.toMatchObject({ code: '42501' })
  expect(await count()).toBe(before)
  const { rowCount } = await here.database.pool.query('select 1 from record_publication')
  expect(rowCount).toBe(0)
})
