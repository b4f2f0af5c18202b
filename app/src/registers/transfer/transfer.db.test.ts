// Excel files there and back: what goes out comes in again as known, new rows come in whole, and one
// wrong row keeps all out.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, world } from '../../../test/world.ts'
import { readRows, writeRows } from '../../office/workbook.ts'
import type { SheetName, Transferred } from './contract.ts'
import { headingsOf } from './sheets.ts'

let here: Awaited<ReturnType<typeof world>>
let administrator: Client
let finance: string

beforeAll(async () => {
  here = await world()
  administrator = await here.client('administrator')
  finance = await here.body('Sở Tài chính')
})

afterAll(() => here.close())

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

async function takeIn(
  name: SheetName,
  rows: string[][],
  { check = false, head = headingsOf(name, 'vi') } = {},
): Promise<Transferred> {
  const file = base64(await writeRows('Tờ 1', head, rows))
  const answer = await administrator.ask('POST', `/api/files/${name}`, { json: { file, check } })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body
}

/** The rows of the file that goes out, without its heading. */
async function out(name: SheetName): Promise<string[][]> {
  const own = await signedIn()
  const response = await here.app.request(`/api/files/${name}`, { headers: { cookie: own } })
  expect(response.status).toBe(200)
  const [head, ...rows] = await readRows(new Uint8Array(await response.arrayBuffer()))
  expect(head).toEqual(headingsOf(name, 'vi'))
  return rows
}

async function signedIn(): Promise<string> {
  const { password } = await import('../../../test/world.ts')
  const response = await here.app.request('/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ address: `administrator@${here.east.slug}`, password }),
  })
  return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}

const faults = ({ problems }: Transferred) =>
  problems.map((one) => `${one.row} ${one.column}: ${one.code}`)

test('bodies come in with places of the same file in any order, and once', async () => {
  const rows = [
    [
      '',
      'Phòng Tài chính Một',
      'Sở, ban, ngành',
      'P1; PTC&1',
      'Chi cục Một',
      'Hành chính',
      '1/3/2025',
      'QĐ 1',
    ],
    ['CC1', 'Chi cục Một', 'Sở, ban, ngành', '', 'Sở Tài chính', '', '2025-03-01', ''],
  ]
  const looked = await takeIn('bodies', rows, { check: true })
  expect(looked).toEqual({ added: 2, already: 0, problems: [], done: false })
  expect((await out('bodies')).map((row) => row[1])).not.toContain('Chi cục Một')
  expect(await takeIn('bodies', rows)).toMatchObject({ added: 2, done: true })
  expect(await takeIn('bodies', rows)).toMatchObject({ added: 0, already: 2 })
  const all = await out('bodies')
  expect(all).toContainEqual([
    '',
    'Phòng Tài chính Một',
    'Sở, ban, ngành',
    'P1; PTC&1',
    'Chi cục Một',
    'Hành chính',
    '2025-03-01',
    '',
  ])
  expect(await takeIn('bodies', all)).toEqual({
    added: 0,
    already: all.length,
    problems: [],
    done: true,
  })
})

test('one wrong row keeps all out, and each fault has its row and column', async () => {
  const good = ['', 'Sở Đúng', 'Sở, ban, ngành', '', '', '', '', '']
  const result = await takeIn('bodies', [
    good,
    ['', '', 'Sở, ban, ngành', '', '', '', '', ''],
    ['', 'Sở Sai Loại', 'Sở', '', '', '', '', ''],
    ['', 'Sở Sai Ngày', 'Sở, ban, ngành', '', '', '', '30/2/2025', ''],
  ])
  expect(faults(result)).toEqual([
    '3 Tên cơ quan, đơn vị: required',
    '4 Loại: unknownWord',
    '5 Từ ngày: notADate',
  ])
  const second = await takeIn('bodies', [
    good,
    good,
    ['', 'Sở Lạc', 'Sở, ban, ngành', '', 'Sở Không Có', '', '', ''],
    ['', 'Phòng Sớm', 'Sở, ban, ngành', '', 'Chi cục Một', '', '2025-02-28', ''],
  ])
  expect(faults(second)).toEqual([
    '3 Tên cơ quan, đơn vị: twice',
    '4 Trực thuộc: unknownBody',
    '5 : refused',
  ])
  expect(second.problems[2]?.given).toContain('Cơ quan không có vào ngày này')
  expect((await out('bodies')).map((row) => row[1])).not.toContain('Sở Đúng')
})

test('a file that is none, or lacks a column, says so', async () => {
  const file = base64(new TextEncoder().encode('Mã;Tên'))
  const answer = await administrator.ask('POST', '/api/files/bodies', { json: { file } })
  expect(answer).toMatchObject({ status: 422, body: { code: 'fileRefused' } })
  const without = await takeIn('people', [['An']], { head: ['Tên'] })
  expect(faults(without)).toEqual(['1 Họ và tên: noHeading'])
  const english = await takeIn('people', [['Lê Anh']], { head: ['Full name'] })
  expect(english).toMatchObject({ added: 1, done: true })
})

test('people come in with several posts, and people of one name are told apart', async () => {
  const rows = [
    ['Nguyễn Văn An', '0900 000 001', '', '', 'Giám đốc', 'Sở Tài chính', '2025-03-01', ''],
    ['Nguyễn Văn An', '0900 000 001', '', '', 'Ủy viên', 'cc1', '2025-04-01', ''],
    ['Nguyễn Văn An', '0900 000 002', '', '', '', '', '', ''],
  ]
  expect(await takeIn('people', rows)).toMatchObject({ added: 3, already: 0, done: true })
  const all = await out('people')
  expect(all.filter((row) => row[0] === 'Nguyễn Văn An')).toHaveLength(3)
  expect(await takeIn('people', all)).toMatchObject({ added: 0, already: all.length })
  const unclear = ['Nguyễn Văn An', '', '', '', 'Trưởng phòng', 'Sở Tài chính', '', '']
  const half = ['Trần Bình', '', '', '', 'Trưởng phòng', '', '', '']
  expect(faults(await takeIn('people', [unclear, half]))).toEqual([
    '2 Họ và tên: ambiguousPerson',
    '3 Tại cơ quan: required',
  ])
})

test('40 accounts come in with their rights, without passwords', async () => {
  const rows = Array.from({ length: 40 }, (_, index) => [
    `canbo${index}@dong-ha`,
    `Cán bộ ${index}`,
    'Chuyên viên sở, ngành',
    'Sở Tài chính',
  ])
  const started = performance.now()
  expect(await takeIn('accounts', rows)).toMatchObject({ added: 40, done: true })
  process.stdout.write(`40 accounts: ${Math.round(performance.now() - started)} ms\n`)
  const { body } = await administrator.ask('GET', '/api/accounts')
  const added = body.accounts.find((one: { address: string }) => one.address === 'canbo7@dong-ha')
  expect(added.grants).toMatchObject([{ role: 'departmentOfficer', organisation: { id: finance } }])
  const all = await out('accounts')
  expect(await takeIn('accounts', all)).toMatchObject({ added: 0, already: all.length })
})

test('who manages no accounts gets and brings none', async () => {
  const office = await here.client('office')
  expect((await office.ask('GET', '/api/files/accounts')).status).toBe(403)
  const file = base64(await writeRows('x', headingsOf('accounts', 'vi'), []))
  expect((await office.ask('POST', '/api/files/accounts', { json: { file } })).status).toBe(403)
})
