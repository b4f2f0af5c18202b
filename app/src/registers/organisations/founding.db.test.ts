// A province of the shipped list begins with its units and bodies; any other begins with itself alone.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { type Database, transaction } from '../../database/open.ts'
import { systemActor } from '../../http/access.ts'
import { verifyRecord } from '../../record/store.ts'
import { addProvince } from '../people/provinces.ts'
import { planOf } from './reference.ts'

let database: Database

beforeAll(async () => {
  database = await freshDatabase()
})

afterAll(() => database.close())

/** How many bodies of each kind a province has on a day. */
async function kindsOn(provinceId: number, day: string): Promise<Record<string, number>> {
  const { rows } = await database.pool.query<{ kind: string; all: number }>(
    `select kind, count(*)::int as all from organisation where province_id = $1
     and coalesce(valid_from, $2) <= $2 and coalesce(valid_to, $2) >= $2 group by kind`,
    [provinceId, day],
  )
  return Object.fromEntries(rows.map((row) => [row.kind, row.all]))
}

test.each([
  ['19', 'Tỉnh Thái Nguyên', { commune: 77, ward: 15 }],
  ['Thành phố Hồ Chí Minh', 'Thành phố Hồ Chí Minh', { commune: 54, ward: 113, specialZone: 1 }],
])('%s begins with its units of today and of before', async (given, name, units) => {
  const started = performance.now()
  const province = await transaction(database, (tx) => addProvince(tx, given))
  process.stdout.write(`${name}: set up in ${Math.round(performance.now() - started)} ms\n`)
  expect(province.name).toBe(name)
  const today = await kindsOn(province.province_id, '2026-11-25')
  expect(today).toMatchObject(units)
  const all = Object.values(units).reduce((sum, one) => sum + one, 0)
  expect(today.peoplesCommittee).toBe(all + 1)
  expect(today.formerProvince).toBeUndefined()
  const before = await kindsOn(province.province_id, '2024-06-30')
  expect(before.commune).toBeGreaterThan(today.commune ?? 0)
  expect(before.formerProvince).toBe(name.includes('Thái') ? 2 : 3)
  const record = await verifyRecord(database.db, systemActor(province.province_id))
  expect(record.intact).toBe(true)
})

test('every body stands below the province on every day it has a place', async () => {
  const { rows } = await database.pool.query(
    `select count(*)::int as stray from organisation_parent p join organisation o
       on o.province_id = p.province_id and o.organisation_id = p.parent_id
     where o.valid_from > p.valid_from or o.valid_to < p.valid_to`,
  )
  expect(rows[0].stray).toBe(0)
})

test('what became of the bodies of before is told with its legal text', async () => {
  const { rows } = await database.pool.query<{
    from: string
    to: string
    on: string
    legal: string
  }>(
    `select a.name as from, b.name as to, c.effective_on as on, c.legal_reference as legal
     from organisation_lineage l
     join province v on v.province_id = l.province_id and v.slug = 'thai-nguyen'
     join organisation_change c on c.province_id = l.province_id and c.change_id = l.change_id
     join organisation_name a on a.province_id = l.province_id and a.organisation_id = l.predecessor_id
     join organisation_name b on b.province_id = l.province_id and b.organisation_id = l.successor_id
     where a.name in ('Tỉnh Bắc Kạn', 'Ban Dân vận Tỉnh ủy') and b.role = 'official'
     order by 1`,
  )
  expect(rows).toEqual([
    expect.objectContaining({
      from: 'Ban Dân vận Tỉnh ủy',
      to: 'Ban Tuyên giáo và Dân vận Tỉnh ủy',
      on: '2025-02-01',
    }),
    {
      from: 'Tỉnh Bắc Kạn',
      to: 'Tỉnh Thái Nguyên',
      on: '2025-07-01',
      legal: 'Nghị quyết 202/2025/QH15',
    },
  ])
})

test('a province of no list begins with itself alone', async () => {
  const province = await transaction(database, (tx) => addProvince(tx, 'Tỉnh Đông Hà'))
  expect(await kindsOn(province.province_id, '2026-11-25')).toEqual({ province: 1 })
})

test('a former unit that went to several is one body', () => {
  const plan = planOf('01')
  const keys = plan?.bodies.map((body) => body.key) ?? []
  expect(new Set(keys).size).toBe(keys.length)
  const shared =
    plan?.bodies.filter((body) => body.key.startsWith('former.Phường Quang Trung')) ?? []
  const lines = plan?.changes.flatMap((change) => change.lines) ?? []
  const successors = shared.map((body) => lines.filter((line) => line.from === body.key).length)
  expect(Math.max(...successors)).toBeGreaterThan(1)
})
