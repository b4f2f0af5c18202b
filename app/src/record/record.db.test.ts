// The record of changes: it verifies while others write, and tells every kind of tampering.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { world } from '../../test/world.ts'
import { transaction } from '../database/open.ts'
import { writeRecord } from './record.ts'
import { verifyChain } from './store.ts'

let here: Awaited<ReturnType<typeof world>>
let provinceId = 0

beforeAll(async () => {
  here = await world()
  provinceId = here.east.province_id
})

afterAll(() => here.close())

async function write(mark: string): Promise<void> {
  const actor = await here.actor('office')
  const change = { action: 'test', subjectKind: 'test', subjectId: mark, after: { mark } }
  await transaction(here.database, (tx) => writeRecord(tx, actor, change))
}

test('it verifies at any moment while others write, and numbers have no gaps', async () => {
  let writing = true
  const writers = Promise.all(
    ['a', 'b', 'c'].map(async (name) => {
      for (let at = 0; at < 40; at++) await write(`${name}${at % 5}`)
    }),
  ).finally(() => {
    writing = false
  })
  let checks = 0
  while (writing) {
    expect(await verifyChain(here.database.db, provinceId)).toMatchObject({ intact: true })
    checks++
  }
  await writers
  expect(checks).toBeGreaterThan(2)
  const { rows } = await here.database.pool.query(
    'select count(*)::int as count, max(seq)::int as last from audit_record where province_id = $1',
    [provinceId],
  )
  expect(rows[0].count).toBe(rows[0].last)
})

test.each([
  ['a changed field', `update audit_record set action = 'x' where province_id = $1 and seq = 7`, 7],
  [
    'a changed reason',
    `update audit_record set reason = 'x' where province_id = $1 and seq = 8`,
    8,
  ],
  [
    'a changed time',
    `update audit_record set at = at + interval '1 s' where province_id = $1 and seq = 9`,
    9,
  ],
  ['a missing link', 'delete from audit_record where province_id = $1 and seq = 10', 10],
  [
    'a missing end',
    'delete from audit_record where province_id = $1 and seq = (select max(seq) from audit_record where province_id = $1)',
    null,
  ],
  [
    'a link too many',
    `insert into audit_record select province_id, seq + 1, at, actor_id, actor_name, action, subject_kind, subject_id, before_hash, after_hash, reason, hash, hash from audit_record where province_id = $1 order by seq desc limit 1`,
    null,
  ],
  ['a head set back', 'update record_head set seq = seq - 1 where province_id = $1', null],
])('%s is told', async (_what, statement, at) => {
  const client = await here.owner().pool.connect()
  try {
    await client.query('create table kept_record as select * from audit_record')
    await client.query('create table kept_head as select * from record_head')
    await client.query(statement, [provinceId])
    const found = await verifyChain(here.database.db, provinceId)
    expect(found.intact).toBe(false)
    if (at !== null) expect(found.brokenAt).toBe(at)
    expect((await verifyChain(here.database.db, here.west.province_id)).intact).toBe(true)
    await client.query('delete from audit_record')
    await client.query('insert into audit_record select * from kept_record')
    await client.query('delete from record_head')
    await client.query('insert into record_head select * from kept_head')
    await client.query('drop table kept_record, kept_head')
    expect((await verifyChain(here.database.db, provinceId)).intact).toBe(true)
  } finally {
    client.release()
  }
})

test('the whole record is read page by page, each line once', async () => {
  const actor = await here.actor('office')
  await transaction(here.database, async (tx) => {
    for (let at = 0; at < 520; at++) {
      const change = { action: 'test', subjectKind: 'test', subjectId: `page ${at}` }
      await writeRecord(tx, actor, change)
    }
  })
  const office = await here.client('office')
  const seen: number[] = []
  let before = ''
  for (let more = true; more; ) {
    const { body } = await office.ask('GET', `/api/record${before}`)
    seen.push(...body.changes.map((one: { seq: number }) => one.seq))
    more = body.more
    before = `?before=${seen.at(-1)}`
    expect(body.changes.length).toBe(more ? 500 : seen.length % 500)
  }
  expect(seen).toEqual(Array.from(seen, (_, at) => seen.length - at))
  expect(seen.length).toBeGreaterThan(520)
})
