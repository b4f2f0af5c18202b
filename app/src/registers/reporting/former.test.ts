import { expect, test } from 'vitest'
import { formerOf } from './former.ts'

const month = (periodFrom: string, periodTo: string, value: number | null) => ({
  ...{ periodFrom, periodTo, value },
  accumulation: 'period' as const,
  kind: 'actual' as const,
})
const all = () => true

const months = [10, 12, 11, null, 13, 12].map((value, index) =>
  month(`2026-0${index + 1}-01`, `2026-0${index + 1}-28`, value),
)

test('what was told as it is, of as long a period, says what is usual', () => {
  const place = month('2026-07-01', '2026-07-31', null)
  expect(formerOf(months, place, all)).toEqual({
    usual: { middle: 12, distance: 1 },
    latest: [13, 12],
  })
  const quarter = month('2026-07-01', '2026-09-30', null)
  expect(formerOf(months, quarter, all)).toEqual({ usual: null, latest: [] })
  // Later ones and its own say nothing, nor what lies beyond a break.
  expect(
    formerOf(months, { ...place, periodFrom: '2026-02-01', periodTo: '2026-02-28' }, all),
  ).toEqual({ usual: null, latest: [10] })
  expect(formerOf(months, place, (to) => to > '2026-05-01').latest).toEqual([13, 12])
  expect(formerOf(months, place, (to) => to > '2026-05-01').usual).toBeNull()
})

test('totals are held against the same day of other years', () => {
  const total = (year: number, to: string, value: number) => ({
    ...{ periodFrom: `${year}-01-01`, periodTo: `${year}-${to}`, value },
    accumulation: 'cumulative' as const,
    kind: 'actual' as const,
  })
  const told = [2021, 2022, 2023, 2024, 2025].flatMap((year, index) => [
    total(year, '03-31', 100 + index),
    total(year, '06-30', 200 + index),
  ])
  expect(formerOf(told, total(2026, '03-31', 0), all)).toEqual({
    usual: { middle: 102, distance: 1 },
    latest: [103, 104],
  })
})
