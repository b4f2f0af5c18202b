// Own notes: kept by version without ever losing text, for papers that one may read, seen by nobody else.
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Client, fileForm, world } from '../../../test/world.ts'

let here: Awaited<ReturnType<typeof world>>
let office: Client
let reader: Client
let administrator: Client
let paperId = ''
let documentId = ''
const canary = 'chim hoàng yến hót trong ghi chú'

beforeAll(async () => {
  here = await world()
  office = await here.client('office')
  reader = await here.client('reader')
  administrator = await here.client('administrator')
  const form = fileForm('Thu ngân sách đạt 12 tỷ đồng.', 'a.txt')
  documentId = (await office.ask('POST', '/api/documents', { form })).body.document.id
  const owner = here.owner().pool
  const province = here.east.province_id
  const [matter, paper] = [uuidv7(), uuidv7()]
  await owner.query('insert into matter (province_id, matter_id, title) values ($1, $2, $3)', [
    ...[province, matter, 'Đề án'],
  ])
  await owner.query(
    `insert into dossier_paper (province_id, paper_id, matter_id, kind, title, position)
     values ($1, $2, $3, 'draft', 'Dự thảo', 1)`,
    [province, paper, matter],
  )
  await owner.query(
    `insert into dossier_paper_version (province_id, paper_id, number, document_id, added_by)
     select province_id, $2, 1, document_id, added_by from document where province_id = $1`,
    [province, paper],
  )
  paperId = paper
})

beforeEach(() => level('internal'))

afterAll(() => here.close())

const level = (to: string) =>
  here.owner().pool.query('update document set level = $1 where document_id = $2', [to, documentId])

const content = (body: string, minute = 0) => ({
  ...{ paperId, documentId, start: 4, end: 13, quote: 'ngân sách', body, mark: 'note' },
  at: `2026-01-01T00:${String(minute).padStart(2, '0')}:00.000Z`,
})

const put = (client: Client, id: string, version: number, body: string, minute = 0) =>
  client.ask('PUT', `/api/paper-notes/${id}`, { json: content(body, minute), version })

const own = async (client: Client): Promise<{ id: string; body: string }[]> =>
  (await client.ask('GET', '/api/paper-notes')).body.notes

test('a note is written, changed, and deleted with its words', async () => {
  const id = uuidv7()
  expect((await put(reader, id, 0, 'A')).body).toMatchObject({ note: { version: 1 }, beside: null })
  expect((await put(reader, id, 1, 'B')).body.note).toMatchObject({ version: 2, body: 'B' })
  const at = `/api/paper-notes/${id}`
  expect((await reader.ask('DELETE', at, { version: 1 })).body.note).toMatchObject({ body: 'B' })
  expect((await reader.ask('DELETE', at, { version: 2 })).body).toEqual({ note: null })
  expect(await own(reader)).toEqual([])
  const { rows } = await here
    .owner()
    .pool.query('select body, quote from paper_note where note_id = $1', [id])
  expect(rows).toEqual([{ body: '', quote: '' }])
  // Written on another device before that one heard of the deletion: the words stay.
  expect((await put(reader, id, 2, 'C', 5)).body.note).toMatchObject({ body: 'C' })
})

test('two devices that wrote apart: the later text is the note, the other stays beside it', async () => {
  const id = uuidv7()
  await put(reader, id, 0, 'A')
  await put(reader, id, 1, 'từ máy tính', 3)
  const late = await put(reader, id, 1, 'từ máy tính bảng', 4)
  expect(late.body).toMatchObject({
    note: { id, body: 'từ máy tính bảng' },
    beside: { body: 'từ máy tính', quote: 'ngân sách' },
  })
  // The answer was lost and the same edit comes again, then one from before.
  expect((await put(reader, id, 1, 'từ máy tính bảng', 4)).body.beside).toBeNull()
  const early = await put(reader, id, 1, 'từ điện thoại', 1)
  expect(early.body).toMatchObject({
    note: { body: 'từ máy tính bảng' },
    beside: { body: 'từ điện thoại' },
  })
  const again = await put(reader, id, 1, 'từ điện thoại', 1)
  expect(again.body.beside.id).toBe(early.body.beside.id)
  const texts = (await own(reader)).map((one) => one.body)
  expect(texts).toEqual(
    expect.arrayContaining(['từ máy tính bảng', 'từ máy tính', 'từ điện thoại']),
  )
})

test('another’s note is not there, whatever the role, and in no answer to anybody else', async () => {
  const id = uuidv7()
  await put(reader, id, 0, canary)
  const others = [office, administrator, (await here.grantee('inspector')).client]
  const { account } = (await reader.ask('GET', '/api/session')).body
  for (const client of others) {
    expect((await put(client, id, 1, 'x')).status).toBe(404)
    expect((await client.ask('DELETE', `/api/paper-notes/${id}`, { version: 1 })).status).toBe(404)
    for (const path of [
      '/api/paper-notes',
      '/api/session/personal-data',
      `/api/accounts/${account.id}/personal-data`,
      '/api/search?q=chim hoang yen',
      '/api/record',
      '/api/record/export',
      '/api/access-log',
    ]) {
      const { body } = await client.ask('GET', path)
      expect(JSON.stringify(body)).not.toContain('hoàng yến hót')
    }
  }
  const mine = (await reader.ask('GET', '/api/session/personal-data')).body
  expect(JSON.stringify(mine)).toContain(canary)
  expect((await put(await here.client('reader', here.west), id, 1, 'x')).status).toBe(404)
})

test('a paper that is closed takes its notes out of sight; what was written stays', async () => {
  const id = uuidv7()
  await put(reader, id, 0, 'A')
  await level('office')
  expect(await own(reader)).toEqual([])
  expect((await put(reader, uuidv7(), 0, 'mới')).status).toBe(404)
  // Written before it was heard of.
  expect((await put(reader, id, 1, 'B')).body.note.body).toBe('B')
  await level('internal')
  expect((await own(reader)).map((one) => one.body)).toContain('B')
})
