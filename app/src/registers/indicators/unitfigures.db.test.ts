// Figures of all units over HTTP, with the real mergers of July 2025 as a province of the shipped list has them.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, world } from '../../../test/world.ts'
import { transaction } from '../../database/open.ts'
import { systemActor } from '../../http/access.ts'
import { setUpFromReference } from '../organisations/founding.ts'
import { type NewFigure, recordFigures } from './figure-store.ts'

type Row = {
  organisation: { id: string; name: string }
  value: number | null
  how: string
  from: { name: string }[]
}

let here: Awaited<ReturnType<typeof world>>
let east: Client
let west: Client
/** Former communes and wards of each province, by when they were written. */
let former: { east: string[]; west: string[] }
/** Indicators of one's own, by name. */
const ids = new Map<string, { id: string; code: string }>()

beforeAll(async () => {
  here = await world()
  const found = async (province: typeof here.east, code: string) => {
    const { province_id: provinceId } = province
    await transaction(here.database, (tx) =>
      setUpFromReference(tx, systemActor(provinceId), provinceId, code),
    )
    const rows = await here.database.db
      .selectFrom('organisation')
      .select('organisation_id')
      .where('province_id', '=', provinceId)
      .where('kind', 'in', ['commune', 'ward'])
      .where('valid_to', '=', '2025-06-30')
      .orderBy('organisation_id')
      .execute()
    return rows.map((row) => row.organisation_id)
  }
  former = { east: await found(here.east, '19'), west: await found(here.west, '20') }
  east = await here.client('office')
  west = await here.client('office', here.west)
})

afterAll(() => here.close())

async function add(client: Client, nameVi: string, unit: string, kind: string) {
  const { body } = await client.ask('POST', '/api/indicators', { json: { nameVi, unit, kind } })
  ids.set(nameVi, { id: body.indicator.id, code: body.indicator.code })
  return body.indicator.id as string
}

async function define(client: Client, id: string, over: object) {
  const { rules } = (await client.ask('GET', `/api/indicators/${id}/figures`)).body
  const { bodies } = (await client.ask('GET', '/api/organisations')).body
  const { status } = await client.ask('POST', `/api/indicators/${id}/definitions`, {
    json: {
      ...{ ...rules, validFrom: '2020-01-01', ownerId: bodies[0].id, content: null, seen: 0 },
      ...{ legalReference: 'Quyết định số 05/2024/QĐ-TTg', reason: null, breaks: false, ...over },
    },
  })
  expect(status).toBe(201)
}

/** Values of the first half of 2025, as one entry. */
async function record(
  indicatorId: string,
  values: [string | null, number][],
  province = here.east,
  over: Partial<NewFigure> = {},
) {
  const actor = await here.actor('office', province)
  const rows = values.map(
    ([organisationId, value]): NewFigure => ({
      ...{ indicatorId, organisationId, periodFrom: '2025-01-01', periodTo: '2025-06-30' },
      ...{ accumulation: 'cumulative', kind: 'actual', value, missingReason: null },
      ...{ stage: 'official', method: 'file', reason: null, ...over },
    }),
  )
  await transaction(here.database, (tx) => recordFigures(tx, actor, rows))
}

const units = async (id: string, query = '', client = east) =>
  (await client.ask('GET', `/api/indicators/${id}/units${query}`)).body

describe('Thái Nguyên, with Bắc Kạn', () => {
  test('what its former communes had stands as it was, and on the map of now adds up to the same', async () => {
    const id = await add(east, 'Thu xã nộp', 'VND', 'C')
    await record(
      id,
      former.east.slice(0, -1).map((one, at) => [one, (at + 1) * 1e6]),
    )
    const n = former.east.length - 1
    const sum = ((n * (n + 1)) / 2) * 1e6
    // The last one is known to owe it: it had one in the year.
    await record(id, [[former.east.at(-1) ?? '', 5e6]], here.east, {
      ...{ periodFrom: '2025-01-01', periodTo: '2025-03-31' },
    })
    const then = await units(id, '?from=2025-01-01&to=2025-06-30')
    expect(then.rows).toHaveLength(n)
    expect(then.whole).toEqual({ value: sum, parts: n, of: n + 1 })
    expect(then.missing).toMatchObject([{ organisation: { id: former.east.at(-1) } }])
    const now = await units(id, '?from=2025-01-01&to=2025-06-30&map=now')
    expect(now.control).toEqual({ before: sum, after: sum, unplaced: 0 })
    // The shipped list says of 92 units what they were formed from, or that they stayed what they were.
    expect(now.rows.length).toBeLessThanOrEqual(92)
    expect(now.rows.length).toBeGreaterThan(85)
    expect(now.rows.every((row: Row) => row.how === 'exact' || row.how === 'own')).toBe(true)
    const added = now.rows.reduce((total: number, row: Row) => total + (row.value ?? 0), 0)
    expect(added).toBe(sum)
    expect(now.rows.find((row: Row) => row.from.length > 1)?.from[0]?.name).toMatch(
      /^(Xã|Phường|Thị)/,
    )
    expect(
      now.rows.filter((row: { parts: number; of: number }) => row.parts < row.of),
    ).toHaveLength(1)
  })

  test('a rate is weighed by its people, and blank where nobody says how many they are', async () => {
    const people = await add(east, 'Số hộ thử', 'household', 'P')
    const rate = await add(east, 'Tỷ lệ hộ thử', '%', 'P')
    await define(east, rate, { acrossBodies: 'weightedMean', weightIndicatorId: people })
    const [row] = (await units(ids.get('Thu xã nộp')?.id ?? '', '?map=now')).rows.filter(
      (one: Row) => one.from.length > 1,
    )
    const two: string[] = row.from.map((one: { id: string }) => one.id).slice(0, 2)
    const day = { periodFrom: '2025-06-30', accumulation: 'period' } as const
    await record(
      rate,
      [
        [two[0] ?? '', 10],
        [two[1] ?? '', 30],
      ],
      here.east,
      day,
    )
    const at = '?map=now'
    expect((await units(rate, at)).rows).toMatchObject([
      { organisation: row.organisation, value: null, how: 'weightMissing' },
    ])
    await record(
      people,
      [
        [two[0] ?? '', 300],
        [two[1] ?? '', 100],
      ],
      here.east,
      day,
    )
    expect((await units(rate, at)).rows).toMatchObject([
      { organisation: row.organisation, value: 15, how: 'exact', parts: 2, of: row.of },
    ])
    expect((await units(rate)).whole).toEqual({ value: 15, parts: 2, of: 2 })
    // Of a mean of half a year the households of that half year weigh, not those of its last day.
    await record(rate, [
      [two[0] ?? '', 10],
      [two[1] ?? '', 30],
    ])
    await record(people, [[two[0] ?? '', 100]])
    expect((await units(rate, '?from=2025-01-01&to=2025-06-30')).whole.value).toBe(20)
    expect((await units(rate, '?from=2025-06-30&to=2025-06-30')).whole.value).toBe(15)
  })

  test('the two provinces it was are one: a formula is worked out anew on the map of now', async () => {
    const done = await add(east, 'Việc đã xong', 'item', 'C')
    const all = await add(east, 'Việc được giao', 'item', 'C')
    const share = await add(east, 'Tỷ lệ xong', '%', 'R')
    const code = (name: string) => ids.get(name)?.code ?? ''
    await define(east, share, {
      formula: `100 * ${code('Việc đã xong')} / ${code('Việc được giao')}`,
    })
    const provinces = await here.database.db
      .selectFrom('organisation')
      .select('organisation_id')
      .where('province_id', '=', here.east.province_id)
      .where('kind', '=', 'formerProvince')
      .execute()
    const [a = '', b = ''] = provinces.map((row) => row.organisation_id)
    await record(done, [
      [a, 90],
      [b, 10],
    ])
    await record(all, [
      [a, 100],
      [b, 100],
    ])
    const then = await units(share)
    expect(then.rows.map((row: Row) => row.value).toSorted()).toEqual([10, 90])
    expect(then.rows[0]).toMatchObject({ worked: 'formula', stage: 'official' })
    // Not the mean of both shares by chance: three of four would be 75.
    await record(all, [[b, 400]], here.east, { reason: 'Rà soát lại' })
    expect((await units(share)).whole).toEqual({ value: 20, parts: 2, of: 2 })
    const now = await units(share, '?map=now')
    expect(now.rows).toMatchObject([{ value: 20, how: 'exact', parts: 2 }])
    // V4: the province says something else than its parts.
    await record(all, [[null, 450]])
    expect((await units(all)).question).toEqual({ code: 'V4', found: 500, against: 450 })
    await record(all, [[null, 500]], here.east, { reason: 'Rà soát lại' })
    expect((await units(all)).question).toBeNull()
  })
})

test('Lạng Sơn is what it was as a province; its units hold what their former ones held', async () => {
  const id = await add(west, 'Thu xã nộp', 'VND', 'C')
  await record(
    id,
    former.west.map((one) => [one, 3e6]),
    here.west,
  )
  const sum = former.west.length * 3e6
  const now = await units(id, '?map=now', west)
  expect(now.control).toEqual({ before: sum, after: sum, unplaced: 0 })
  expect(now.rows.length).toBeLessThanOrEqual(65)
  expect(now.whole).toEqual({ value: sum, parts: former.west.length, of: former.west.length })
  // Another province's indicator is nobody's here.
  expect((await west.ask('GET', `/api/indicators/${ids.get('Tỷ lệ xong')?.id}/units`)).status).toBe(
    404,
  )
})
