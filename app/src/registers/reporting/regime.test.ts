import { expect, test } from 'vitest'
import { rolling } from '../assignments/clock-store.ts'
import { checksOf } from './checks.ts'
import {
  dueOf,
  periodBefore,
  periodsBetween,
  placeOf,
  ratesOf,
  shifted,
  slotState,
  timingOf,
  windowOf,
} from './regime.ts'
import { cellsOf, readTyped } from './typed.ts'

const { dueOn } = rolling([])
const clock = { dueOn, workingOn: dueOn }
const terms = { frequency: 'month', cutoffDay: 14, dueDays: 2, graceDays: 1 } as const
const september = { from: '2026-09-01', to: '2026-09-30' }

test('periods of every frequency, the nine months among them', () => {
  const names = (frequency: Parameters<typeof periodsBetween>[0]) =>
    periodsBetween(frequency, '2026-03-01', '2026-12-31').map(({ from, to }) => `${from} ${to}`)
  expect(names('month')).toHaveLength(10)
  expect(names('quarter')[0]).toBe('2026-01-01 2026-03-31')
  expect(names('half')).toEqual(['2026-01-01 2026-06-30', '2026-07-01 2026-12-31'])
  expect(names('nineMonths')).toEqual(['2026-01-01 2026-09-30'])
  expect(names('year')).toEqual(['2026-01-01 2026-12-31'])
  expect(periodsBetween('month', '2024-02-01', '2024-02-29')[0]?.to).toBe('2024-02-29')
})

test('collected from the day after the last cut-off, due so many working days after this one', () => {
  expect(windowOf(terms, september)).toEqual({ from: '2026-08-15', to: '2026-09-14' })
  expect(windowOf({ cutoffDay: 31 }, { from: '2026-02-01', to: '2026-02-28' })).toEqual({
    from: '2026-02-01',
    to: '2026-02-28',
  })
  // 14 September 2026 is a Monday; with grace, Thursday is still on time.
  expect(dueOf(terms, september, null, clock)).toEqual({
    cutoff: '2026-09-14',
    due: '2026-09-16',
    last: '2026-09-17',
  })
  // The cut-off of November falls on Saturday the 14th: the first working day after it is Monday, the second Tuesday.
  // A deadline that falls on a day off moves, a day from which days are counted does not.
  const november = { from: '2026-11-01', to: '2026-11-30' }
  expect(dueOf(terms, november, null, clock)).toMatchObject({
    due: '2026-11-17',
    last: '2026-11-18',
  })
  // Working days are that also where deadlines stand as written; without any, the day stands as it is written.
  const asWritten = { dueOn: (day: string) => day, workingOn: dueOn }
  expect(dueOf(terms, november, null, asWritten).due).toBe('2026-11-17')
  const thursday = { ...terms, cutoffDay: 12 }
  expect(dueOf(thursday, november, null, asWritten).due).toBe('2026-11-16')
  const atOnce = { ...terms, dueDays: 0, graceDays: 0 }
  expect(dueOf(atOnce, november, null, asWritten).last).toBe('2026-11-14')
  expect(dueOf(atOnce, november, null, clock).last).toBe('2026-11-16')
  // Another day, on a Sunday, is met on the Monday.
  expect(dueOf(terms, september, '2026-09-20', clock).due).toBe('2026-09-21')
})

test('where a report stands and whether it came on time', () => {
  const nothing = {
    excused: false,
    submitted: false,
    returned: false,
    accepted: false,
    locked: false,
  }
  expect(slotState(nothing)).toBe('draft')
  expect(slotState({ ...nothing, returned: true })).toBe('returned')
  expect(slotState({ ...nothing, excused: true, submitted: true })).toBe('submitted')
  expect(slotState({ ...nothing, accepted: true, locked: true, submitted: true })).toBe('locked')
  const at = (sentOn: string | null, today: string, excused = false) =>
    timingOf({ excused, sentOn }, { last: '2026-09-17' }, today)
  expect([at(null, '2026-09-17'), at(null, '2026-09-18')]).toEqual(['notDue', 'missing'])
  expect([at('2026-09-17', '2026-10-01'), at('2026-09-18', '2026-10-01')]).toEqual([
    'onTime',
    'late',
  ])
  expect(at(null, '2026-10-01', true)).toBe('excused')
  expect(ratesOf(['onTime', 'late', 'missing', 'notDue', 'excused'])).toEqual({
    ...{ owed: 3, sent: 2, onTime: 1, missing: 1 },
  })
})

test('a figure stands at its place, and is held against the period before', () => {
  expect(periodBefore('cumulative', september)).toEqual({
    from: '2026-08-01',
    to: '2026-08-31',
  })
  // What counts up begins anew in January; what is of the month does not.
  const january = { from: '2026-01-01', to: '2026-01-31' }
  expect(periodBefore('cumulative', january)).toBeNull()
  expect(periodBefore('period', january)?.to).toBe('2025-12-31')
  const nine = { from: '2026-01-01', to: '2026-09-30' }
  expect(periodBefore('period', nine)?.to).toBe('2025-09-30')
  expect(placeOf('cumulative', september, 'C')).toEqual({
    ...{ periodFrom: '2026-01-01', periodTo: '2026-09-30' },
    ...{ accumulation: 'cumulative', kind: 'actual' },
  })
  expect(placeOf('period', september, 'P').periodFrom).toBe('2026-09-30')
  expect(placeOf('yearEstimate', september, 'C')).toMatchObject({
    ...{ periodTo: '2026-12-31', kind: 'yearEstimate' },
  })
})

test.each([
  ['1.234,5', 1234.5],
  ['1,234.5', 1234.5],
  ['1.234.567', 1234567],
  ['1234,5', 1234.5],
  ['1234.567', 1234.567],
  ['12,5', 12.5],
  ['0,123', 0.123],
  ['−3', -3],
  ['1 234', 1234],
])('%s is %d', (typed, value) => {
  expect(readTyped(typed)).toEqual({ is: 'number', value })
})

test('one mark before three digits is asked about, other words are no number', () => {
  expect(readTyped('1.234')).toEqual({ is: 'either', thousands: 1234, decimal: 1.234 })
  expect(readTyped('1,234')).toEqual({ is: 'either', thousands: 1234, decimal: 1.234 })
  expect([' ', '1.23.4', '12 tỷ', '999999999999999999'].map((one) => readTyped(one).is)).toEqual([
    'empty',
    ...Array(3).fill('unread'),
  ])
  expect(cellsOf('1\t2\r\n3\t\r\n')).toEqual([
    ['1', '2'],
    ['3', ''],
  ])
  expect([shifted(1234.567, 6), shifted(1e21, -9), shifted(0.1, 9)]).toEqual([
    1234567000, 1e12, 1e8,
  ])
})

test('what stands out is asked about: units, falls, shares, what is behind the plan', () => {
  const beside = {
    ...({ measure: 'cumulative', unit: 'VND', kind: 'C', direction: 'up' } as const),
    ...{ last: 120, same: null, expected: null, usual: null, latest: [] },
    limits: { least: null, most: null },
  }
  expect(checksOf(130, beside)).toEqual([])
  expect(checksOf(130_000, beside)).toEqual(['jump'])
  expect(checksOf(110, beside)).toEqual(['falls'])
  expect(checksOf(101, { ...beside, unit: '%', kind: 'P' })).toEqual(['percent'])
  expect(checksOf(-5, { ...beside, last: null })).toEqual(['negative'])
  expect(checksOf(-5, { ...beside, last: null, unit: '%', kind: 'R' })).toEqual([])
  const usual = { middle: 120, distance: 2 }
  expect(checksOf(127, { ...beside, usual })).toEqual(['unusual'])
  expect(checksOf(126, { ...beside, usual })).toEqual([])
  expect(checksOf(130_000, { ...beside, usual })).toEqual(['jump'])
  const limits = { least: 0, most: 125 }
  expect(checksOf(130, { ...beside, limits })).toEqual(['limits'])
  expect(checksOf(101, { ...beside, limits, last: 100, unit: '%', kind: 'P' })).toEqual([])
  const monthly = { ...beside, measure: 'period' as const, latest: [120, 120] }
  expect(checksOf(120, monthly)).toEqual(['unchanged'])
  expect(checksOf(120, { ...monthly, kind: 'P' })).toEqual([])
  expect(checksOf(130, { ...beside, expected: { low: 200, high: 200 } })).toEqual(['offTrack'])
})
