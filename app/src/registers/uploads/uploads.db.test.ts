// Files that come in parts: the line is cut, the server ends, two send at once, and what arrives is the file or nothing.
import { randomBytes } from 'node:crypto'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, plainSettings, signIn, world } from '../../../test/world.ts'
import { transaction } from '../../database/open.ts'
import { createServer } from '../../http/server.ts'
import { Problem } from '../../problem.ts'
import { sha256Of } from '../documents/store.ts'
import { isRefused } from './routes.ts'
import { dropStale } from './store.ts'
import { largestPart, largestUpload, mostUploads } from './upload.ts'

let here: Awaited<ReturnType<typeof world>>
let officer: Awaited<ReturnType<typeof here.grantee>>
let body = ''
const at = '/api/uploads'

beforeAll(async () => {
  here = await world()
  body = await here.body('Sở Xây dựng')
  officer = await here.grantee('departmentOfficer', body)
})

afterAll(() => here.close())

/** A photograph, as its first bytes say; the rest is noise. */
const photograph = (size: number) =>
  Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(size - 4)])

const begin = (client: Client, bytes: Uint8Array, more: object = {}) =>
  client.ask('POST', at, {
    json: {
      ...{ fileName: 'to-trinh.jpg', size: bytes.length, sha256: sha256Of(bytes) },
      ...{ declaration: 'noStateSecrets', ...more },
    },
  })

/** One part over the real application, its bytes as they are. */
async function add(client: Client, id: string, offset: number, bytes: Uint8Array) {
  const headers = { 'upload-offset': String(offset), 'content-type': 'application/octet-stream' }
  return client.ask('PATCH', `${at}/${id}`, {
    headers,
    rawBody: bytes as unknown as string,
  })
}

/** Everything from `offset` on, in parts. */
async function send(client: Client, id: string, bytes: Uint8Array, offset = 0) {
  for (let from = offset; from < bytes.length; from += largestPart) {
    const { status, body: told } = await add(
      client,
      id,
      from,
      bytes.subarray(from, from + largestPart),
    )
    expect(status, JSON.stringify(told)).toBe(200)
  }
}

const finish = (client: Client, id: string, key?: string) =>
  client.ask('POST', `${at}/${id}/finish`, { json: {}, ...(key ? { key } : {}) })

async function left(): Promise<[number, number]> {
  const { rows } = await here.database.pool.query(
    `select (select count(*)::integer from upload where province_id = $1) as uploads,
      (select count(*)::integer from upload_part where province_id = $1) as parts`,
    [here.east.province_id],
  )
  return [rows[0].uploads, rows[0].parts]
}

test('a scan of 20 MB arrives whole though the server ends between its parts, and is one document', async () => {
  const bytes = photograph(largestUpload)
  const { status, body: begun } = await begin(officer.client, bytes)
  expect([status, begun.upload.received]).toEqual([201, 0])
  const { id } = begun.upload
  await add(officer.client, id, 0, bytes.subarray(0, 300_000))
  // Another server on the same rows: nothing was kept in the memory of the first.
  const next = createServer({
    settings: plainSettings,
    database: here.database,
    log: pino({ level: 'silent' }),
  })
  const later = await signIn(next, officer.address)
  // The page was loaded again: the same file is recognised, and goes on.
  const again = await begin(later, bytes)
  expect([again.status, again.body.upload]).toEqual([200, { ...begun.upload, received: 300_000 }])
  expect((await officer.client.ask('GET', at)).body.uploads).toEqual([again.body.upload])
  const early = await finish(officer.client, id)
  expect([early.status, early.body.code, early.body.received]).toEqual([
    ...[409, 'uploadIncomplete', 300_000],
  ])
  await send(later, id, bytes, 300_000)
  const done = await finish(later, id, 'finish-once')
  expect(done.status, JSON.stringify(done.body)).toBe(201)
  expect(done.body.document).toMatchObject({
    ...{ fileName: 'to-trinh.jpg', format: 'jpg', sha256: sha256Of(bytes), byteSize: bytes.length },
  })
  expect(await left()).toEqual([0, 0])
  // The answer was lost on the way: asked again, it is the same.
  expect((await finish(officer.client, id, 'finish-once')).body).toEqual(done.body)
  expect((await finish(officer.client, id)).status).toBe(404)
  const original = await officer.client.file(`/api/documents/${done.body.document.id}/original`)
  expect(Buffer.compare(original.bytes, bytes)).toBe(0)
  // The record has the declaration, as for every document.
  const { rows } = await here.database.pool.query(
    `select reason from audit_record where province_id = $1 and subject_id = $2
      and action = 'document.add'`,
    [here.east.province_id, done.body.document.id],
  )
  expect(rows).toEqual([{ reason: 'khai: không chứa bí mật nhà nước' }])
})

test('parts follow each other, also of two that send at once; beyond the whole nothing is taken', async () => {
  const bytes = photograph(900_000)
  const { id } = (await begin(officer.client, bytes)).body.upload
  const part = bytes.subarray(0, 200_000)
  const both = await Promise.all([0, 0].map((from) => add(officer.client, id, from, part)))
  expect(both.map((one) => one.status).sort()).toEqual([200, 409])
  const late = both.find((one) => one.status === 409)
  expect([late?.body.code, late?.body.received]).toEqual(['uploadOffset', 200_000])
  for (const [offset, length, code] of [
    [100_000, 200_000, 'uploadOffset'],
    [300_000, 10, 'uploadOffset'],
    [200_000, 0, 'invalidInput'],
    [200_000, largestPart + 1, 'invalidInput'],
  ] as const) {
    const answer = await add(officer.client, id, offset, bytes.subarray(offset, offset + length))
    expect(answer.body.code, `${offset} ${length}`).toBe(code)
  }
  await send(officer.client, id, bytes, 200_000)
  expect((await add(officer.client, id, 900_000, part)).body.code).toBe('invalidInput')
  expect((await officer.client.ask('DELETE', `${at}/${id}`)).body).toEqual({ uploads: [] })
  expect(await left()).toEqual([0, 0])
})

test('what is not the file that was said, or may not be here, leaves nothing', async () => {
  const bytes = photograph(5000)
  const other = await begin(officer.client, bytes)
  await send(officer.client, other.body.upload.id, photograph(5000))
  expect((await finish(officer.client, other.body.upload.id)).body.code).toBe('uploadBroken')
  const marked = new TextEncoder().encode('BÁO CÁO\nTỐI MẬT\nSố 12-BC/TU\nThu đạt 12 tỷ đồng.')
  const secret = await begin(officer.client, marked, { fileName: 'bao-cao.txt' })
  await send(officer.client, secret.body.upload.id, marked)
  expect((await finish(officer.client, secret.body.upload.id)).body.code).toBe('stateSecret')
  const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(2000)])
  const exe = await begin(officer.client, program, { fileName: 'anh.jpg' })
  await send(officer.client, exe.body.upload.id, program)
  expect((await finish(officer.client, exe.body.upload.id)).body.code).toBe('fileRefused')
  expect(await left()).toEqual([0, 0])
  // One that was not read in time on a busy machine stays: it is sent again without its bytes.
  const refused = (reason: string) => isRefused(new Problem('fileRefused', { reason }))
  expect(['tooSlow', 'tooMuchMemory', 'encrypted'].map(refused)).toEqual([false, false, true])
  // Not one byte of these is asked for.
  for (const [more, code] of [
    [{ fileName: 'Công văn mật số 5.pdf' }, 'stateSecret'],
    [{ declaration: undefined }, 'declarationMissing'],
    [{ size: 21 * 1024 * 1024 }, 'invalidInput'],
  ] as const) {
    expect((await begin(officer.client, bytes, more)).body.code).toBe(code)
  }
})

test('one’s own alone, so many at a time, for a day, while one may bring documents in', async () => {
  const bytes = photograph(5000)
  const { id } = (await begin(officer.client, bytes)).body.upload
  await add(officer.client, id, 0, bytes.subarray(0, 100))
  const head = await here.grantee('departmentHead', body)
  for (const [method, path] of [
    ['GET', ''],
    ['PATCH', ''],
    ['DELETE', ''],
    ['POST', '/finish'],
  ]) {
    const answer = await head.client.ask(method ?? '', `${at}/${id}${path}`, {
      ...(method === 'GET' ? {} : { json: {} }),
      headers: { 'upload-offset': '100' },
    })
    expect(answer.status, `${method} ${path}`).toBe(404)
  }
  expect((await head.client.ask('GET', at)).body.uploads).toEqual([])
  for (let n = 1; n < mostUploads; n++) await begin(officer.client, photograph(5000 + n))
  const many = await begin(officer.client, photograph(9000))
  expect(many.body.code).toBe('uploadsTooMany')
  const stale = (now = new Date()) =>
    transaction(here.database, (tx) => dropStale(tx, here.east.province_id, now))
  expect(await stale()).toBe(0)
  expect(await stale(new Date(Date.now() + 25 * 3_600_000))).toBe(mostUploads)
  expect(await left()).toEqual([0, 0])
  // Over its day it is gone also before it is swept.
  const { id: old } = (await begin(officer.client, bytes)).body.upload
  await here.database.pool.query(
    `update upload set expires_at = now() where province_id = $1 and upload_id = $2`,
    [here.east.province_id, old],
  )
  expect((await add(officer.client, old, 0, bytes)).status).toBe(404)
  const { id: mine } = (await begin(officer.client, bytes)).body.upload
  await add(officer.client, mine, 0, bytes.subarray(0, 100))
  await here.database.pool.query(
    `update role_grant set ended_at = now() where province_id = $1 and account_id = $2`,
    [here.east.province_id, officer.actor.accountId],
  )
  expect((await add(officer.client, mine, 100, bytes.subarray(100))).status).toBe(403)
  expect(await stale()).toBe(2)
  expect(await left()).toEqual([0, 0])
})
