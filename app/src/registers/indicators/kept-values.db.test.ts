// What is kept of the province's figures is what stands, whatever was recorded, undone or put back since.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { world } from '../../../test/world.ts'
import { dayFrom } from '../../calendar.ts'
import { transaction } from '../../database/open.ts'
import type { Reads } from '../../database/tables.ts'
import { type Actor, anonymous } from '../../http/access.ts'
import { placeKey } from './figure.ts'
import { importFigures } from './figure-import-store.ts'
import { figuresOf, type NewFigure, recordFigures } from './figure-store.ts'
import { provinceValues } from './kept-values-store.ts'
import { allIndicators } from './store.ts'

let here: Awaited<ReturnType<typeof world>>
let office: Actor
let indicators: string[]
let body = ''

beforeAll(async () => {
  here = await world()
  office = await here.actor('office')
  const all = await allIndicators(here.database.db, office.provinceId)
  indicators = all.map((one) => one.indicator_id)
  body = await here.body('Xã Một')
})

afterAll(() => here.close())

const row = (over: Partial<NewFigure> = {}): NewFigure => ({
  ...{ indicatorId: indicators[0] ?? '', organisationId: null, accumulation: 'cumulative' },
  ...{ periodFrom: '2026-01-01', periodTo: '2026-09-30', kind: 'actual', value: 6e12 },
  ...{ missingReason: null, stage: 'estimate', method: 'typed', reason: null },
  ...over,
})

const record = (...rows: NewFigure[]) =>
  transaction(here.database, (tx) => recordFigures(tx, office, rows))

/** Each place with its value, as they are kept and as they are read. */
async function both(db: Reads = here.database.db, actor = office) {
  const kept = [...(await provinceValues(db, actor)).values()].flat()
  const read = await figuresOf(db, actor, { organisationIds: [null], kind: 'actual' })
  const told = ({ value, missingReason, stage, ...place }: (typeof kept)[number]) => [
    ...[placeKey({ ...place, kind: 'actual' }), value, missingReason, stage],
  ]
  return { kept: kept.map(told).sort(), read: read.map(told).sort() }
}

async function mustBeSame(many: number): Promise<void> {
  const { kept, read } = await both()
  expect(kept).toEqual(read)
  expect(kept).toHaveLength(many)
}

test('is what stands after each entry: new, revised, taken back, of units, of the year', async () => {
  await mustBeSame(0)
  await record(row(), row({ indicatorId: indicators[1] ?? '', value: 5 }))
  await mustBeSame(2)
  await record(row({ value: 7e12, reason: 'Rà soát' }), row({ periodTo: '2026-08-31' }))
  await mustBeSame(3)
  await record(row({ organisationId: body }), row({ kind: 'yearEstimate', value: 9e12 }))
  await mustBeSame(3)
  await record(row({ value: null, missingReason: 'withdrawn', reason: 'Ghi nhầm kỳ' }))
  await mustBeSame(2)
  await record(row({ value: 8e12, reason: 'Ghi lại' }))
  await record(row({ value: null, missingReason: 'notYet', reason: 'Chưa có' }))
  await mustBeSame(3)
  const periods = (await provinceValues(here.database.db, office)).get(indicators[0] ?? '')
  expect(periods?.map((one) => one.periodTo)).toEqual(['2026-08-31', '2026-09-30'])
})

test('is read anew where a file brought very many', async () => {
  const rows = Array.from({ length: 5100 }, (_, at) => {
    const day = dayFrom('2000-01-01', at)
    return { ...row({ organisationId: at % 2 ? body : null }), periodFrom: day, periodTo: day }
  })
  const file = { name: 'nap.csv', sha256: 'ab'.repeat(32) }
  async function* chunk() {
    yield rows
  }
  await importFigures(here.database, office, chunk(), file, { sure: true })
  await mustBeSame(3 + 2550)
})

test('is not taken from a transaction, whose number goes to the next record when it is rolled back', async () => {
  const { length } = (await both()).kept
  const undone = transaction(here.database, async (tx) => {
    await recordFigures(tx, office, [row({ periodTo: '2026-07-31', value: 1 })])
    const { kept, read } = await both(tx)
    expect(kept).toEqual(read)
    expect(kept).toHaveLength(length + 1)
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  await mustBeSame(length)
  await record(row({ periodTo: '2026-06-30', value: 2 }))
  await mustBeSame(length + 1)
})

test('is read anew where another chain stands in the database, as after a restore', async () => {
  const { db } = here.owner()
  const head = await db
    .selectFrom('record_head')
    .selectAll()
    .where('province_id', '=', office.provinceId)
    .executeTakeFirstOrThrow()
  await record(row({ periodTo: '2026-05-31', value: 3 }))
  const { length } = (await both()).kept
  const { provinceId } = office
  const since = [provinceId, head.seq]
  const { pool } = here.owner()
  const { rows } = await pool.query<{ figure_id: string }>(
    'delete from figure_version where province_id = $1 and record_seq > $2 returning figure_id',
    since,
  )
  await pool.query('delete from figure where province_id = $1 and figure_id = $2', [
    ...[provinceId, rows[0]?.figure_id],
  ])
  await pool.query('delete from figure_entry where province_id = $1 and record_seq > $2', since)
  await pool.query('delete from audit_record where province_id = $1 and seq > $2', since)
  await pool.query('update record_head set seq = $2, hash = $3 where province_id = $1', [
    ...since,
    head.hash,
  ])
  await mustBeSame(length - 1)
  await record(row({ periodTo: '2026-04-30', value: 4 }))
  await mustBeSame(length)
})

test('is each province’s own, and nobody’s who may not read the registers', async () => {
  const elsewhere = await here.actor('office', here.west)
  expect((await both(here.database.db, elsewhere)).kept).toEqual([])
  await expect(provinceValues(here.database.db, anonymous)).rejects.toThrow()
})
