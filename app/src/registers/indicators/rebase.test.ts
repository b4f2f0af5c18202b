// Figures of bodies that merged, with the real mergers of July 2025 as they are shipped.
import { describe, expect, test } from 'vitest'
import { planOf, provinceKey, reformDay } from '../organisations/reference.ts'
import { type Descent, type Former, rebase } from './rebase.ts'

/** Keys of communes that went into others. */
const formerUnit = /^unit\.\d+\.former\./

/** Lines and last days as a province set up from the shipped reference has them. */
function real(code: string) {
  const plan = planOf(code)
  if (!plan) throw new Error(code)
  const descents = plan.changes.flatMap((change) =>
    change.lines.map(
      ({ from, to, weight }): Descent => ({
        ...{ from, to, on: change.on },
        share: weight === null ? null : Number(weight),
      }),
    ),
  )
  const last = new Map(plan.bodies.map((body) => [body.key, body.to]))
  const communes = plan.bodies.filter((body) => formerUnit.test(body.key))
  const units = plan.bodies.filter((body) => /^unit\.\d+$/.test(body.key))
  return { descents, lastDayOf: (id: string) => last.get(id) ?? null, communes, units }
}

const before = { periodTo: '2025-06-30', day: '2026-11-26' }

describe('Thái Nguyên, with Bắc Kạn', () => {
  const { descents, lastDayOf, communes, units } = real('19')

  test('two provinces are one: their amounts add up, their rates are weighed by their people', () => {
    const [old, joined] = descents.filter(({ to }) => to === provinceKey).map(({ from }) => from)
    const values = [
      { organisationId: old ?? '', value: 60, weight: 3 },
      { organisationId: joined ?? '', value: 20, weight: 1 },
    ]
    const sum = rebase(values, descents, lastDayOf, before, 'sum')
    expect(sum.rows).toEqual([
      {
        organisationId: provinceKey,
        value: 80,
        from: [old, joined],
        parts: 2,
        of: 2,
        how: 'exact',
      },
    ])
    expect(sum.control).toEqual({ before: 80, after: 80, unplaced: 0 })
    const mean = rebase(values, descents, lastDayOf, before, 'weightedMean')
    expect(mean.rows[0]).toMatchObject({ value: 50, how: 'exact' })
    const apart = rebase(values, descents, lastDayOf, before, 'none')
    expect(apart.rows[0]).toMatchObject({ value: null, how: 'notAdded' })
    const [alone] = rebase(values.slice(0, 1), descents, lastDayOf, before, 'sum').rows
    expect(alone).toMatchObject({ value: 60, parts: 1, of: 2 })
  })

  test('on the map of then they stand as they were', () => {
    const values = [
      { organisationId: 'province.19', value: 60 },
      { organisationId: 'province.06', value: 20 },
    ]
    const then = { ...before, day: '2025-06-30' }
    const { rows, control } = rebase(values, descents, lastDayOf, then, 'sum')
    expect(rows.map(({ organisationId, value, how }) => [organisationId, value, how])).toEqual([
      ['province.19', 60, 'own'],
      ['province.06', 20, 'own'],
    ])
    expect(control).toEqual({ before: 80, after: 80, unplaced: 0 })
  })

  test('its 92 communes and wards hold what all that became them held', () => {
    expect(units).toHaveLength(92)
    const values = communes.map(({ key }, at): Former => ({ organisationId: key, value: at + 0.5 }))
    const { rows, control } = rebase(values, descents, lastDayOf, before, 'sum')
    expect(new Set(rows.map((row) => row.organisationId))).toEqual(
      new Set(descents.filter(({ from }) => formerUnit.test(from)).map(({ to }) => to)),
    )
    expect(rows.filter(({ how }) => how !== 'exact')).toEqual([])
    const total = (communes.length * communes.length) / 2
    expect(control).toEqual({ before: total, after: total, unplaced: 0 })
  })
})

describe('Lạng Sơn', () => {
  const { descents, lastDayOf, communes, units } = real('20')

  test('is what it was as a province; its 65 units add up to what their former ones held', () => {
    expect(descents.filter(({ to }) => to === provinceKey)).toEqual([])
    const own = [{ organisationId: provinceKey, value: 7 }]
    expect(rebase(own, descents, lastDayOf, before, 'none').rows).toEqual([
      { organisationId: provinceKey, value: 7, from: [provinceKey], parts: 1, of: 1, how: 'own' },
    ])
    expect(units).toHaveLength(65)
    const values = communes.map(({ key }) => ({ organisationId: key, value: 3 }))
    const { control } = rebase(values, descents, lastDayOf, before, 'sum')
    expect(control).toEqual({
      before: 3 * communes.length,
      after: 3 * communes.length,
      unplaced: 0,
    })
  })
})

describe('shares', () => {
  const on = reformDay
  const last = new Map([
    ['a', '2025-06-30'],
    ['b', '2025-06-30'],
  ])
  const lastDayOf = (id: string) => last.get(id) ?? null

  test('a body that was split is estimated by them; the total stays', () => {
    const descents = [
      { from: 'a', to: 'x', on, share: 0.25 },
      { from: 'a', to: 'y', on, share: 0.75 },
      { from: 'b', to: 'y', on, share: 1 },
    ]
    const values = [
      { organisationId: 'a', value: 10 },
      { organisationId: 'b', value: 20 },
    ]
    const { rows, control } = rebase(values, descents, lastDayOf, before, 'sum')
    expect(rows.map(({ organisationId, value, how }) => [organisationId, value, how])).toEqual([
      ['x', 2.5, 'estimated'],
      ['y', 27.5, 'estimated'],
    ])
    expect(control).toEqual({ before: 30, after: 30, unplaced: 0 })
  })

  test('that nobody knows leave the place blank, and the total says what is not placed', () => {
    const descents = [
      { from: 'a', to: 'x', on, share: null },
      { from: 'b', to: 'y', on, share: 1 },
    ]
    const values = [
      { organisationId: 'a', value: 10 },
      { organisationId: 'b', value: 20 },
    ]
    const { rows, control } = rebase(values, descents, lastDayOf, before, 'sum')
    expect(rows[0]).toMatchObject({ organisationId: 'x', value: null, how: 'shareUnknown' })
    expect(control).toEqual({ before: 30, after: 20, unplaced: 10 })
  })

  test('a body that stands on keeps what it did not give; figures of after are its own', () => {
    const descents = [{ from: 's', to: 't', on, share: 0.2 }]
    const values = [{ organisationId: 's', value: 10 }]
    const rows = rebase(values, descents, lastDayOf, before, 'sum').rows
    expect(rows.map(({ organisationId, value }) => [organisationId, value])).toEqual([
      ['t', 2],
      ['s', 8],
    ])
    const after = { periodTo: '2025-12-31', day: '2026-11-26' }
    expect(rebase(values, descents, lastDayOf, after, 'sum').rows).toMatchObject([
      { organisationId: 's', value: 10, how: 'own' },
    ])
  })

  test('go on through what became of those that they went to, and end where lines run in a ring', () => {
    const descents = [
      { from: 'a', to: 'b', on, share: 1 },
      { from: 'b', to: 'c', on: '2026-01-01', share: 0.5 },
      { from: 'b', to: 'd', on: '2026-01-01', share: 0.5 },
      { from: 'd', to: 'a', on: '2026-02-01', share: 1 },
    ]
    const { rows } = rebase([{ organisationId: 'a', value: 8 }], descents, lastDayOf, before, 'sum')
    expect(rows.find((row) => row.organisationId === 'c')).toMatchObject({ value: 4 })
  })
})
