// Very many figures at once: written as a few would be, asked about as one that is typed would be.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { world } from '../../../test/world.ts'
import { transaction } from '../../database/open.ts'
import type { Actor } from '../../http/access.ts'
import { assumedDefinition } from './definition.ts'
import { type ImportedFigure, importFigures } from './figure-import-store.ts'
import { figuresOf, recordFigures } from './figure-store.ts'
import { questionsOf } from './page-store.ts'
import { months } from './period.ts'
import { askedInSeries } from './series-checks.ts'
import { allIndicators, shown } from './store.ts'

let here: Awaited<ReturnType<typeof world>>
let office: Actor
let indicators: string[]
let bodies: string[]
const file = { name: 'nap.csv', sha256: 'ab'.repeat(32) }

beforeAll(async () => {
  here = await world()
  office = await here.actor('office')
  const all = await allIndicators(here.database.db, office.provinceId)
  indicators = all.filter((one) => one.unit === 'VND').map((one) => one.indicator_id)
  bodies = [await here.body('Xã Một'), await here.body('Xã Hai')]
})

afterAll(() => here.close())

const month = (index: number) => months(2020 + Math.floor(index / 12), 1, (index % 12) + 1)

const row = (over: Partial<ImportedFigure> = {}): ImportedFigure => ({
  ...{ indicatorId: indicators[0] ?? '', organisationId: null, accumulation: 'cumulative' },
  ...{ periodFrom: month(0).from, periodTo: month(0).to, kind: 'actual', value: 1e9 },
  ...{ missingReason: null, stage: 'official', method: 'file', reason: null },
  ...{ source: { cell: 'Biểu!C1' } },
  ...over,
})

async function* chunked(rows: readonly ImportedFigure[], size: number) {
  for (let from = 0; from < rows.length; from += size) yield rows.slice(from, from + size)
}

const bring = (rows: readonly ImportedFigure[], sure = false, size = 7) =>
  importFigures(here.database, office, chunked(rows, size), file, { sure })

const hashOf = async (entryId: string | null) =>
  here.database.db
    .selectFrom('figure_entry')
    .select(['rows_hash', 'versions', 'file_name'])
    .where('province_id', '=', office.provinceId)
    .where('entry_id', '=', entryId)
    .executeTakeFirst()

/** Grows a little each month, so that nothing is to be asked. */
const growing = (indicatorId: string, organisationId: string | null) =>
  Array.from({ length: 20 }, (_, at) =>
    row({
      ...{ indicatorId, organisationId, value: ((at % 12) + 1) * 1e9 + Math.floor(at / 12) * 1e8 },
      ...{ periodFrom: month(at).from, periodTo: month(at).to },
      source: { cell: `Biểu!C${at}` },
    }),
  )

test('is one entry and one record with a hash over its rows, each with its cell, and seen at once', async () => {
  const rows = bodies.flatMap((body) => growing(indicators[0] ?? '', body))
  const result = await bring(rows)
  expect(result).toMatchObject({ versions: 40, unchanged: 0, asked: { counts: {}, first: [] } })
  expect(await hashOf(result.entryId)).toEqual({
    ...{ rows_hash: result.rowsHash, versions: 40, file_name: 'nap.csv' },
  })
  const stands = await figuresOf(here.database.db, office, { organisationIds: bodies })
  expect(stands).toHaveLength(40)
  expect(new Set(stands.map((one) => one.cell))).toEqual(
    new Set(rows.map((one) => one.source?.cell)),
  )
  expect(await bring(rows)).toMatchObject({ entryId: null, versions: 0, unchanged: 40 })
})

test('writes what as many single ones would write, with the same hash of the same rows', async () => {
  const [, second = '', third = ''] = indicators
  const imported = await bring(growing(second, bodies[0] ?? null), true)
  const recorded = await transaction(here.database, (tx) =>
    recordFigures(tx, office, growing(third, bodies[0] ?? null)),
  )
  const of = (indicatorId: string) =>
    figuresOf(here.database.db, office, { indicatorIds: [indicatorId] })
  const plain = (all: Awaited<ReturnType<typeof of>>) =>
    all.map(({ figureId: _f, entryId: _e, indicatorId: _i, recordedAt: _r, ...one }) => one)
  expect(plain(await of(second))).toEqual(plain(await of(third)))
  expect(imported.versions).toBe(recorded.changes.length)
})

test('a place named twice, in two chunks too, an unknown indicator, a revision without reason: nothing is written', async () => {
  const fourth = indicators[3] ?? ''
  const rows = growing(fourth, bodies[0] ?? null)
  await expect(bring([...rows, ...rows.slice(2, 3)])).rejects.toMatchObject({
    ...{ code: 'figureInvalid', details: { row: 20 } },
  })
  await expect(bring([...rows, row({ indicatorId: bodies[0] ?? '' })])).rejects.toMatchObject({
    code: 'notFound',
  })
  expect(await figuresOf(here.database.db, office, { indicatorIds: [fourth] })).toEqual([])
  await bring(rows)
  const [first] = rows
  await expect(bring([...rows.slice(1), { ...row(), ...first, value: 2e9 }])).rejects.toMatchObject(
    {
      ...{ code: 'reasonNeeded', details: { row: 19 } },
    },
  )
})

test('asks V1 to V10 when all are there, and takes it with `sure`', async () => {
  const fifth = indicators[4] ?? ''
  const [one = null, other = null] = bodies
  const at = (index: number, over: Partial<ImportedFigure> = {}) =>
    row({
      ...{ indicatorId: fifth, organisationId: one, source: { cell: `C${index}` } },
      ...{ periodFrom: month(index).from, periodTo: month(index).to, value: index * 1e9 },
      ...over,
    })
  const single = (index: number, value: number) =>
    at(index, { ...months(2022, index + 1, index + 1), value, accumulation: 'period' })
  const monthly = (index: number, value: number) => {
    const { from, to } = months(2022, index + 1, index + 1)
    return { ...single(index, value), periodFrom: from, periodTo: to }
  }
  const rows = [
    ...[at(0, { value: 5e9 }), at(1, { value: 4e9 }), at(12, { value: 6e9, growth: 90 })],
    ...[at(13, { organisationId: other, value: 5e9 }), at(13, { value: 4.5e9 })],
    ...[at(13, { organisationId: null, value: 99e9, share: 12 })],
    ...[1, 2, 3, 4, 5, 6].map((index) => monthly(index, index % 2 ? 3e9 : 3.1e9)),
    ...[monthly(7, 90e9), monthly(8, 9e13), monthly(9, 9e13), monthly(10, 9e13)],
  ]
  await expect(bring(rows)).rejects.toMatchObject({ code: 'figureAsked' })
  expect(await figuresOf(here.database.db, office, { indicatorIds: [fifth] })).toEqual([])
  const { asked } = await bring(rows, true)
  const codes = asked.first.map(({ code, cell }) => `${code} ${cell}`)
  for (const expected of ['V2 C1', 'V6 C12', 'V4 C13', 'V1 C7', 'V3 C8', 'V9 C10'])
    expect(codes).toContain(expected)
  const back = { ...at(0, { value: 5e9 }), stage: 'estimate' as const, reason: 'Tính lại' }
  await expect(bring([back])).rejects.toMatchObject({ code: 'stageBack' })
  expect((await bring([back], true)).asked.counts).toMatchObject({ V8: 1 })
})

test('asks of a series what is asked of each of its figures when it is typed', async () => {
  const [indicator] = await allIndicators(here.database.db, office.provinceId)
  const unit = indicator?.unit ?? ''
  const rules = { ...assumedDefinition(shown(indicator as never)), least: -5, most: 4e4 }
  let seed = 3
  const below = (most: number) => {
    seed = (seed * 1103515245 + 12345) % 2 ** 31
    return Math.floor((seed / 2 ** 31) * most)
  }
  const breaks = [{ onDay: '2021-05-01', comparable: false }]
  let found = 0
  for (let round = 0; round < 60; round++) {
    const accumulation = round % 2 ? ('cumulative' as const) : ('period' as const)
    const values = Array.from({ length: 40 }, (_, at) => {
      const year = 2019 + Math.floor(at / 12)
      const { from, to } =
        accumulation === 'cumulative'
          ? months(year, 1, (at % 12) + 1)
          : months(year, (at % 12) + 1, (at % 12) + 1)
      const value = below(9) === 0 ? null : below(7) === 0 ? below(60) * 1000 : 5 + below(3)
      return { from, to, value, isNew: true }
    }).filter(() => below(8) > 0)
    const asked = askedInSeries(values, { accumulation, unit, rulesOn: () => rules, breaks })
    for (const [at, one] of values.entries()) {
      if (one.value === null) continue
      const place = {
        periodFrom: one.from,
        periodTo: one.to,
        accumulation,
        kind: 'actual' as const,
      }
      const others = values
        .filter((other) => !(other.to < '2021-05-01' !== one.to < '2021-05-01'))
        .map((other) => ({
          ...place,
          value: other.value,
          periodFrom: other.from,
          periodTo: other.to,
        }))
      const typed = questionsOf(one.value, others as never, place, rules, unit)
      expect([one, asked.get(at) ?? []]).toEqual([one, typed])
      found += typed.length
    }
  }
  expect(found).toBeGreaterThan(100)
})
