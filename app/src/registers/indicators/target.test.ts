import { describe, expect, it, test } from 'vitest'
import { yearsBefore } from './period.ts'
import {
  expectedBy,
  figureFor,
  forecastOf,
  formerShares,
  splitOf,
  standingOn,
  standingTo,
} from './target.ts'

const year = { from: '2026-01-01', to: '2026-12-31' }
const half = { from: '2026-01-01', to: '2026-06-30' }
const aim = { ...year, value: 6000, path: [] }

describe('versions', () => {
  const first = { number: 1, decidedOn: '2025-02-05', withdrawn: false }
  const second = { number: 2, decidedOn: '2025-08-05', withdrawn: false }
  it('counts by the day it was decided, whenever it was entered', () => {
    expect(standingOn([first, second], '2025-02-04')).toBeNull()
    expect(standingOn([second, first], '2025-08-04')).toBe(first)
    expect(standingOn([first, second], '2025-08-05')).toBe(second)
  })
  it('of one day the one entered last, and none once taken back', () => {
    const corrected = { ...second, number: 3 }
    expect(standingOn([first, corrected, second], '2025-09-01')).toBe(corrected)
    const gone = { number: 4, decidedOn: '2025-10-01', withdrawn: true }
    expect(standingOn([first, second, gone], '2025-12-31')).toBeNull()
    expect(standingOn([first, second, gone], '2025-09-30')).toBe(second)
  })
})

test('the same period of a former year is its days, a leap day the last of February', () => {
  expect(yearsBefore({ from: '2024-01-01', to: '2024-02-29' }, 1)).toEqual({
    from: '2023-01-01',
    to: '2023-02-28',
  })
  expect(yearsBefore({ from: '2024-01-01', to: '2024-02-29' }, 4).to).toBe('2020-02-29')
  // The year of public investment ends on 31 January.
  expect(yearsBefore({ from: '2026-01-01', to: '2027-01-31' }, 1)).toEqual({
    from: '2025-01-01',
    to: '2026-01-31',
  })
})

describe('what is expected', () => {
  const history = [
    { from: '2025-01-01', to: '2025-06-30', value: 30 },
    { from: '2025-01-01', to: '2025-12-31', value: 100 },
    { from: '2024-01-01', to: '2024-06-30', value: 100 },
    { from: '2024-01-01', to: '2024-12-31', value: 250 },
    // No whole year of it: not counted.
    { from: '2023-01-01', to: '2023-06-30', value: 90 },
  ]
  it('goes by the days where nothing else is known', () => {
    const told = expectedBy(aim, 'C', half, [])
    expect(told).toMatchObject({ by: 'linear' })
    expect(told?.value).toBeCloseTo((6000 * 181) / 365)
  })
  it('goes by what former years had reached by then', () => {
    expect(formerShares(year, half, history)).toEqual([0.3, 0.4])
    expect(expectedBy(aim, 'C', half, history)).toEqual({ value: 2100, by: 'seasonal', years: 2 })
  })
  it('goes by the scenario of its document first', () => {
    const path = [
      { by: '2026-06-30', value: 2500 },
      { by: '2026-09-30', value: 4000 },
    ]
    expect(expectedBy({ ...aim, path }, 'C', half, history)).toEqual({
      value: 2500,
      by: 'scenario',
      years: 0,
    })
    const august = expectedBy({ ...aim, path }, 'C', { ...half, to: '2026-08-15' }, [])
    expect(august?.value).toBeCloseTo(2500 + (1500 * 46) / 92)
  })
  it('is the target itself for a rate, and at the end', () => {
    expect(expectedBy(aim, 'R', half, history)).toMatchObject({ value: 6000, by: 'whole' })
    expect(expectedBy(aim, 'C', year, [])).toMatchObject({ value: 6000, by: 'whole' })
  })
  it('says nothing of a rate before its scenario begins', () => {
    const path = [{ by: '2026-09-30', value: 8 }]
    expect(expectedBy({ ...aim, path }, 'R', half, [])).toBeNull()
  })
})

test.each([
  [97, { low: 100, high: 100 }, 'up', 'onTrack'],
  [96.96, { low: 100, high: 100 }, 'up', 'onTrack'],
  [96.9, { low: 100, high: 100 }, 'up', 'watch'],
  [85, { low: 100, high: 100 }, 'up', 'watch'],
  [84.9, { low: 100, high: 100 }, 'up', 'late'],
  [8.3, { low: 8.3, high: 8.5 }, 'up', 'onTrack'],
  // Less is better: the upper end counts.
  [3, { low: 2, high: 3 }, 'down', 'onTrack'],
  [3.2, { low: 2, high: 3 }, 'down', 'watch'],
  [4, { low: 2, high: 3 }, 'down', 'late'],
  [0, { low: 0, high: 0 }, 'down', 'onTrack'],
  [1, { low: 0, high: 0 }, 'down', 'late'],
  [0, { low: 0, high: 0 }, 'up', 'onTrack'],
  [-1, { low: 0, high: 0 }, 'up', 'late'],
  [-2, { low: 5, high: 5 }, 'up', 'late'],
  [-1, { low: -2, high: -2 }, 'up', 'onTrack'],
  [40, { low: 38, high: 42 }, 'band', 'onTrack'],
  [37, { low: 38, high: 42 }, 'band', 'onTrack'],
  [35, { low: 38, high: 42 }, 'band', 'watch'],
  [60, { low: 38, high: 42 }, 'band', 'late'],
  [50, { low: 1, high: 2 }, 'none', 'notJudged'],
] as const)('%d against %o, better %s: %s', (actual, expected, direction, state) => {
  expect(standingTo(actual, expected, direction).state).toBe(state)
})

test('the forecast has the range of the years it comes from', () => {
  const reached = { ...half, value: 2400 }
  const history = [
    { from: '2025-01-01', to: '2025-06-30', value: 30 },
    { from: '2025-01-01', to: '2025-12-31', value: 100 },
    { from: '2024-01-01', to: '2024-06-30', value: 50 },
    { from: '2024-01-01', to: '2024-12-31', value: 100 },
  ]
  expect(forecastOf(reached, year, 'C', history)).toEqual({
    value: 6000,
    least: 4800,
    most: 8000,
    years: 2,
  })
  expect(forecastOf(reached, year, 'P', history)).toBeNull()
  expect(forecastOf(reached, year, 'C', [])).toBeNull()
  // A quarter says nothing of the year so far.
  expect(forecastOf({ ...reached, from: '2026-04-01' }, year, 'C', history)).toBeNull()
})

describe('the figure a target is held against', () => {
  const quarter = { from: '2026-04-01', to: '2026-06-30', value: 1 }
  const first = { ...half, value: 2 }
  const again = { ...half, value: 3 }
  const month = { from: '2026-01-01', to: '2026-01-31', value: 4 }
  it('counts from the first day, ends last, was entered last', () => {
    expect(figureFor(year, 'C', [first, again, quarter, month])).toBe(again)
    expect(figureFor(year, 'P', [first, quarter])).toBe(quarter)
  })
  it('is none outside the period', () => {
    expect(figureFor({ from: '2025-01-01', to: '2025-12-31' }, 'R', [first])).toBeNull()
    expect(figureFor({ ...year, to: '2026-03-31' }, 'C', [first])).toBeNull()
  })
})

test('what is given to bodies is added up and held against the whole', () => {
  expect(splitOf(100, [60, 45.5])).toEqual({ sum: 105.5, difference: 5.5 })
  expect(splitOf(0.3, [0.1, 0.2])).toMatchObject({ difference: 0 })
  expect(splitOf(100, [])).toBeNull()
})
