import { describe, expect, test } from 'vitest'
import { assumedDefinition, breakBetween, definitionFault, definitionOn } from './definition.ts'
import {
  figureOfInterval,
  growth,
  inPeriodFrom,
  shareOfPlan,
  totalFrom,
  wholeOf,
} from './derive.ts'
import { type Interval, parsePeriod, periodOf } from './period.ts'

const period = (code: string): Interval => {
  const found = parsePeriod(code)
  if (!found) throw new Error(code)
  return { from: found.from, to: found.to }
}

/** What was reported, by code. */
const told = (values: Record<string, number>) => (interval: Interval) =>
  values[periodOf(interval).code] ?? null

describe('what came in a period, of totals since the year began', () => {
  const totals = told({
    '2025-YTD08': 700,
    '2025-YTD09': 820,
    '2025-S1': 500,
    '2025-M01': 90,
    '2025-YTD10': 810,
  })

  test.each([
    ['2025-M09', 120, false],
    ['2025-Q3', 320, false],
    ['2025-M01', 90, false],
    ['2025-YTD09', 820, false],
    ['2025-M10', -10, true],
  ])('%s', (code, value, negative) => {
    expect(inPeriodFrom(totals, period(code))).toEqual({ value, negative })
  })

  test('nothing where one of both is missing, or over the turn of a year', () => {
    expect(inPeriodFrom(totals, period('2025-M08'))).toBeNull()
    expect(inPeriodFrom(totals, period('2025-M11'))).toBeNull()
    expect(inPeriodFrom(totals, { from: '2024-12-01', to: '2025-01-31' })).toBeNull()
  })
})

test('a total of months is one only where every month is there; else how many are', () => {
  const months = { '2025-M01': 0.1, '2025-M02': 0.2, '2025-M03': 0, '2025-M05': 4 }
  expect(totalFrom(told(months), period('2025-Q1'))).toEqual({ value: 0.3, months: 3, of: 3 })
  expect(totalFrom(told(months), period('2025-S1'))).toEqual({ value: null, months: 4, of: 6 })
  expect(totalFrom(told(months), { from: '2025-01-01', to: '2025-01-15' })).toBeNull()
})

describe('the figure of an interval', () => {
  const reported = [
    { ...period('2025-S1'), accumulation: 'cumulative' as const, value: 500 },
    { ...period('2025-YTD09'), accumulation: 'cumulative' as const, value: 820 },
    ...['M10', 'M11', 'M12'].map((month) => ({
      ...period(`2025-${month}`),
      accumulation: 'period' as const,
      value: 10,
    })),
  ]
  test.each([
    ['2025-S1', 500, 'reported'],
    ['2025-Q3', 320, 'cumulative'],
    ['2025-Q4', 30, 'months'],
  ])('%s: %d, %s', (code, value, by) => {
    expect(figureOfInterval(reported, period(code), { acrossTime: 'sum' })).toEqual({ value, by })
  })

  test('is never a total added to another, nor worked out of what does not add up over time', () => {
    expect(figureOfInterval(reported, period('2025'), { acrossTime: 'sum' })).toBeNull()
    expect(figureOfInterval(reported, period('2025-Q3'), { acrossTime: 'last' })).toBeNull()
  })
})

describe('compared', () => {
  const [flow, rate] = [{ valueKind: 'flow' }, { valueKind: 'rate' }] as const
  test('in percent, of rates in points, never percent of percent; no percent of nothing', () => {
    expect(growth(1293, 1000, flow)).toEqual({ amount: 29.3, unit: '%' })
    expect(growth(5.2, 6, rate)).toEqual({ amount: -0.8, unit: 'point' })
    expect(growth(0, 0, rate)).toEqual({ amount: 0, unit: 'point' })
    expect(growth(5, 0, flow)).toBeNull()
    expect(growth(5, -2, flow)).toBeNull()
    expect(growth(5, null, flow)).toBeNull()
  })

  test('with a plan: of both denominators its own share', () => {
    expect(shareOfPlan(2892, 5842.4)).toBeCloseTo(49.5, 2)
    expect(shareOfPlan(2892, 8505.9)).toBeCloseTo(34, 2)
    expect(shareOfPlan(1, 0)).toBeNull()
    expect(shareOfPlan(null, 3)).toBeNull()
  })
})

describe('a whole of its parts', () => {
  const parts = [
    { value: 10, weight: 100 },
    { value: 20, weight: 300 },
    { value: null, weight: 50 },
    { value: 40, weight: null },
  ]
  test.each([
    ['sum', 70, 3],
    ['max', 40, 3],
    ['min', 10, 3],
    ['last', 40, 3],
    ['none', null, 3],
    ['weightedMean', 17.5, 2],
  ] as const)('%s', (axis, value, there) => {
    expect(wholeOf(parts, axis)).toEqual({ value, parts: there, of: 4 })
  })

  test('of nothing is nothing, not zero', () => {
    expect(wholeOf([{ value: null }], 'sum')).toEqual({ value: null, parts: 0, of: 1 })
  })
})

describe('a definition', () => {
  test('is assumed from the catalogue: nothing is added up that is a part or a rate', () => {
    const of = (kind: 'C' | 'P' | 'R', unit: string) => {
      const { valueKind, reportMode, acrossBodies, acrossTime } = assumedDefinition({
        ...{ kind, unit },
        priceBasis: '',
      })
      return [valueKind, reportMode, acrossBodies, acrossTime]
    }
    expect(of('C', 'VND')).toEqual(['flow', 'yearToDate', 'sum', 'sum'])
    expect(of('P', 'VND')).toEqual(['stock', 'point', 'sum', 'last'])
    expect(of('P', '%')).toEqual(['rate', 'point', 'none', 'none'])
    expect(of('R', '%')).toEqual(['rate', 'inPeriod', 'none', 'none'])
    expect(of('R', 'VND/person')).toEqual(['rate', 'inPeriod', 'none', 'none'])
    for (const kind of ['C', 'P', 'R'] as const)
      for (const unit of ['VND', '%', 'item'])
        expect(definitionFault(assumedDefinition({ kind, unit, priceBasis: '' }))).toBeNull()
  })

  test('that contradicts itself is named by its field', () => {
    const flow = assumedDefinition({ kind: 'C', unit: 'VND', priceBasis: '' })
    expect(definitionFault({ ...flow, valueKind: 'stock' })).toBe('acrossTime')
    expect(definitionFault({ ...flow, valueKind: 'rate', acrossTime: 'last' })).toBe('acrossBodies')
    expect(definitionFault({ ...flow, acrossBodies: 'weightedMean' })).toBe('weightIndicatorId')
    expect(definitionFault({ ...flow, least: 1, most: 0 })).toBe('most')
  })

  test('counts from its day on, of one day the one entered last', () => {
    const versions = [
      { validFrom: '2025-01-01', number: 1 },
      { validFrom: '2026-01-01', number: 2 },
      { validFrom: '2025-01-01', number: 3 },
    ]
    expect(definitionOn(versions, '2024-12-31')).toBeNull()
    expect(definitionOn(versions, '2025-12-31')?.number).toBe(3)
    expect(definitionOn(versions, '2026-01-01')?.number).toBe(2)
  })

  test('that breaks a series forbids comparing across its day', () => {
    const breaks = [
      { onDay: '2025-07-01', comparable: false },
      { onDay: '2025-03-01', comparable: true },
    ]
    expect(breakBetween(breaks, '2024-12-31', '2025-12-31')).toBe(breaks[0])
    expect(breakBetween(breaks, '2025-07-01', '2025-12-31')).toBeNull()
    expect(breakBetween(breaks, '2024-12-31', '2025-06-30')).toBeNull()
  })
})
