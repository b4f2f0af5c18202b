// A year's figures as .xlsx: one body's for whoever reads them, all for the office; numbers, revision, stage, source.
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asking, type Client, world } from '../../../test/world.ts'
import { readCells } from '../../office/workbook.ts'
import { vi } from './figure-texts.ts'

let here: Awaited<ReturnType<typeof world>>
let office: Client
let reader: Client
let first = ''

const t = vi.year.columns

beforeAll(async () => {
  here = await world()
  office = await here.client('office')
  reader = (await here.grantee('reader')).client
  const done = asking(office)
  const { indicators } = await done('GET', '/api/indicators')
  const { id } = indicators.find(
    (one: { kind: string; unit: string }) => one.kind === 'C' && one.unit === 'VND',
  )
  first = await here.body('Xã Thứ nhất')
  const second = await here.body('Xã Thứ hai')
  for (const [organisationId, to, figure, more] of [
    [first, '2026-01-31', '1.234,5 tỷ đồng', {}],
    [first, '2026-02-28', '2.000 tỷ đồng', {}],
    [first, '2026-02-28', '2.100 tỷ đồng', { reason: 'Đối chiếu kho bạc', stage: 'official' }],
    [second, '2026-01-31', '7 tỷ đồng', {}],
    [null, '2026-01-31', '1.241,5 tỷ đồng', {}],
    [first, '2025-12-31', '9 tỷ đồng', {}],
  ] as const)
    await done('POST', `/api/indicators/${id}/figures`, {
      json: {
        ...{ organisationId, from: `${to.slice(0, 4)}-01-01`, to, figure, kind: 'actual' },
        ...{ accumulation: 'cumulative', stage: 'estimate', sure: true, ...more },
      },
    })
})

afterAll(() => here.close())

/** The rows of the file by its headings. */
async function sheetOf(client: Client, query: string) {
  const { status, bytes } = await client.file(`/api/figures/xlsx?${query}`)
  if (status !== 200) return { status, bytes, rows: [] }
  const [head = [], ...rows] = await readCells(bytes)
  return {
    ...{ status, bytes },
    rows: rows.map((cells) => (name: string) => cells[head.indexOf(name)] ?? ''),
  }
}

test('a unit’s year has its figures as numbers, with revision, stage and reason', async () => {
  const { rows } = await sheetOf(reader, `year=2026&body=${first}`)
  expect(
    rows.map((of) => [of(t.body), of(t.to), of(t.value), of(t.unit), of(t.stage), of(t.revision)]),
  ).toEqual([
    ['Xã Thứ nhất', '2026-01-31', 1234.5, 'tỷ đồng', 'ước tính', 1],
    ['Xã Thứ nhất', '2026-02-28', 2100, 'tỷ đồng', 'chính thức', 2],
  ])
  expect(rows.map((of) => [of(t.method), of(t.reason), of(t.counted)])).toEqual([
    ['nhập tay', '', 'lũy kế'],
    ['nhập tay', 'Đối chiếu kho bạc', 'lũy kế'],
  ])
})

test('all units and the province are for the office', async () => {
  const { rows } = await sheetOf(office, 'year=2026')
  expect(rows.map((of) => [of(t.body), of(t.value)])).toEqual([
    ['Toàn tỉnh', 1241.5],
    ['Xã Thứ hai', 7],
    ['Xã Thứ nhất', 1234.5],
    ['Xã Thứ nhất', 2100],
  ])
  expect((await sheetOf(reader, 'year=2026')).status).toBe(403)
  expect((await sheetOf(office, `year=2026&body=${here.east.province_id}`)).status).toBe(400)
  const elsewhere = '01900000-0000-7000-8000-000000000000'
  expect((await sheetOf(office, `year=2026&body=${elsewhere}`)).status).toBe(404)
})

test('numbers are written with as many decimals as they have, so that each program shows them its own way', async () => {
  const { bytes } = await sheetOf(office, 'year=2026')
  const styles = strFromU8(unzipSync(bytes)['xl/styles.xml'] ?? new Uint8Array())
  const codes = [...styles.matchAll(/formatCode="([^"]*)"/g)].map(([, code]) => code)
  expect(codes).toContain('#,##0.0')
  expect(codes.filter((code) => code?.endsWith('.') || code?.includes('#.#'))).toEqual([])
})

test('what a formula gives stands alone at its place, though somebody had recorded it', async () => {
  const done = asking(office)
  const { indicators } = await done('GET', '/api/indicators')
  const part = indicators.find(
    (one: { kind: string; unit: string }) => one.kind === 'C' && one.unit === 'VND',
  )
  const { indicator } = await done('POST', '/api/indicators', {
    json: { nameVi: 'Thu gấp đôi', unit: 'VND', kind: 'C' },
  })
  await done('POST', `/api/indicators/${indicator.id}/figures`, {
    json: {
      ...{ organisationId: first, from: '2026-01-01', to: '2026-01-31', kind: 'actual' },
      ...{ accumulation: 'cumulative', figure: '1 tỷ đồng', stage: 'official', sure: true },
    },
  })
  const { rules } = await done('GET', `/api/indicators/${indicator.id}/figures`)
  await done('POST', `/api/indicators/${indicator.id}/definitions`, {
    json: {
      ...{ ...rules, formula: `2 * ${part.code}`, validFrom: '2020-01-01', ownerId: first },
      ...{ content: null, legalReference: 'x', reason: null, breaks: false, seen: 0 },
    },
  })
  const { rows } = await sheetOf(reader, `year=2026&body=${first}`)
  expect(
    rows
      .filter((of) => of(t.code) === indicator.code)
      .map((of) => [of(t.to), of(t.value), of(t.method)]),
  ).toEqual([
    ['2026-01-31', 2469, 'tính ra'],
    ['2026-02-28', 4200, 'tính ra'],
  ])
})
