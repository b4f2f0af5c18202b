// Signed heads: one a day, chained, refused over an altered record, open to everybody and empty of people.
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { world } from '../../test/world.ts'
import { transaction } from '../database/open.ts'
import { headsFile, signDue } from './daily.ts'
import { headIsSigned, statementHash } from './head.ts'
import { lastHead, listHeads, publishHead } from './heads.ts'
import { writeRecord } from './record.ts'
import { signingKey, signingKeyFile } from './signing-key.ts'
import { verifyChain } from './store.ts'

let here: Awaited<ReturnType<typeof world>>
let dataFolder: string

beforeAll(async () => {
  here = await world()
  dataFolder = mkdtempSync(join(tmpdir(), 'giaoban-heads-'))
})

afterAll(async () => {
  await here.close()
  rmSync(dataFolder, { recursive: true })
})

const unexpected = (_: string, error: Error) => {
  throw error
}

async function write(mark: string): Promise<void> {
  const actor = await here.actor('office')
  await transaction(here.database, (tx) =>
    writeRecord(tx, actor, { action: mark, subjectKind: 'test', subjectId: mark }),
  )
}

const signing = () => ({ database: here.database, dataFolder, key: signingKey(dataFolder) })

test('every province gets one head a day, in a file as well; each names the one before', async () => {
  // 17:30 and 16:30 UTC are two days in Vietnam.
  const days = ['2026-11-24T16:30:00Z', '2026-11-24T17:30:00Z', '2026-11-25T10:00:00Z']
  const signed = []
  for (const day of days) {
    signed.push((await signDue(signing(), new Date(day), unexpected)).length)
    await write(day)
  }
  expect(signed).toEqual([2, 2, 0])
  const heads = await listHeads(here.database.db, here.east)
  expect(heads.map((one) => one.statement.day)).toEqual(['2026-11-24', '2026-11-25'])
  expect(heads.map(headIsSigned)).toEqual([true, true])
  const [first, second] = heads.map((one) => one.statement)
  if (!first || !second) throw new Error('two heads were to be there')
  expect(second.previous).toBe(statementHash(first))
  expect(second.count).toBe(first.count + 1)
  const file = readFileSync(headsFile(dataFolder, here.east.slug), 'utf8').trim().split('\n')
  expect(file.map((line) => JSON.parse(line).signature)).toEqual(heads.map((one) => one.signature))
})

test('two that sign at once make two heads, one after the other, while others write', async () => {
  const before = (await lastHead(here.database.db, here.east))?.statement.number ?? 0
  const writers = Promise.all(['a', 'b', 'c', 'd'].map(write))
  const key = signingKey(dataFolder)
  const made = await Promise.all(
    [1, 2, 3].map(() => publishHead(here.database, here.east, key, new Date())),
  )
  await writers
  expect(made.map((one) => one.statement.number).sort()).toEqual([1, 2, 3].map((n) => before + n))
  expect(await verifyChain(here.database.db, here.east.province_id)).toMatchObject({ intact: true })
})

test('the feed is open, and holds no word and no name of the record', async () => {
  await write('chim hoàng yến')
  await publishHead(here.database, here.east, signingKey(dataFolder))
  const answer = await here.anonymous.ask('GET', `/api/record/heads?province=${here.east.slug}`)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toContain('application/feed+json')
  const numbers = answer.body.items.map(
    (one: { _giaoban: { statement: { number: number } } }) => one._giaoban.statement.number,
  )
  expect(numbers).toEqual([...numbers].sort((a, b) => b - a))
  const text = JSON.stringify(answer.body)
  for (const word of ['hoàng yến', 'office', 'account', 'dong-ha@', here.west.slug]) {
    expect(text).not.toContain(word)
  }
  const after = await here.anonymous.ask(
    'GET',
    `/api/record/heads?province=${here.east.slug}&after=${numbers[1]}`,
  )
  expect(after.body.items).toHaveLength(1)
  expect((await here.anonymous.ask('GET', '/api/record/heads?province=x')).status).toBe(404)
})

test.each([
  ['a link that no head has covered yet', 'update audit_record set action = $2 where seq = $1', 0],
  ['a link under a head', 'update audit_record set hash = $2 where seq = $1', 1],
])('over %s that was altered no head is signed', async (_, statement, under) => {
  const last = await lastHead(here.database.db, here.east)
  await write('one')
  await write('two')
  const seq = (last?.statement.count ?? 0) + 1 - under
  const { pool } = here.owner()
  await pool.query('create table kept_link as select * from audit_record')
  await pool.query(`${statement} and province_id = $3`, [seq, 'x', here.east.province_id])
  try {
    await expect(publishHead(here.database, here.east, signingKey(dataFolder))).rejects.toThrow(
      'recordAltered',
    )
    expect((await lastHead(here.database.db, here.east))?.statement).toEqual(last?.statement)
    // Another province's head does not wait for it.
    const failed: string[] = []
    const signed = await signDue(signing(), new Date('2099-01-01'), (slug) => failed.push(slug))
    expect(failed).toEqual([here.east.slug])
    expect(signed.map((one) => one.statement.province)).toEqual([here.west.slug])
    await pool.query('delete from record_publication where day = $1', ['2099-01-01'])
  } finally {
    await pool.query('delete from audit_record')
    await pool.query('insert into audit_record select * from kept_link')
    await pool.query('drop table kept_link')
  }
})

test('a record that was rewritten whole is told by its heads', async () => {
  const id = here.east.province_id
  expect(await verifyChain(here.database.db, id)).toMatchObject({ intact: true })
  const { pool } = here.owner()
  const { rows } = await pool.query(
    'select hash, count from record_publication where province_id = $1 and number = 1',
    [id],
  )
  await pool.query(
    'update record_publication set hash = $2 where province_id = $1 and number = 1',
    [id, 'f'.repeat(64)],
  )
  expect(await verifyChain(here.database.db, id)).toMatchObject({
    intact: false,
    brokenAt: rows[0].count,
  })
  await pool.query(
    'update record_publication set hash = $2 where province_id = $1 and number = 1',
    [id, rows[0].hash],
  )
})

test('the key is made once, closed to others, and never replaced unseen', () => {
  const folder = mkdtempSync(join(tmpdir(), 'giaoban-key-'))
  const first = signingKey(folder).export({ type: 'pkcs8', format: 'pem' })
  expect(signingKey(folder).export({ type: 'pkcs8', format: 'pem' })).toBe(first)
  const file = signingKeyFile(folder)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  chmodSync(file, 0o600)
  writeFileSync(file, 'not a key')
  expect(() => signingKey(folder)).toThrow('cannot be used')
  expect(readFileSync(file, 'utf8')).toBe('not a key')
  rmSync(folder, { recursive: true })
})
