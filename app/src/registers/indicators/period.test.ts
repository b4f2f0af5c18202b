import { describe, expect, test } from 'vitest'
import {
  isoPeriod,
  monthsOf,
  parsePeriod,
  periodLabel,
  periodOf,
  previousPeriod,
  sinceNewYear,
  type Term,
  yearsBefore,
} from './period.ts'

const terms: Term[] = [{ firstYear: 2020, lastYear: 2025, from: '2020-10-15', to: '2025-09-23' }]

// Code as asked, first and last day, code, as SDMX, in Vietnamese, in English.
const cases = [
  ['2025-M09', '2025-09-01', '2025-09-30', '2025-M09', '2025-09', 'tháng 9/2025', 'September 2025'],
  ['2024-M02', '2024-02-01', '2024-02-29', '2024-M02', '2024-02', 'tháng 2/2024', 'February 2024'],
  [
    '2025-Q3',
    '2025-07-01',
    '2025-09-30',
    '2025-Q3',
    '2025-Q3',
    'quý III/2025',
    'quarter III of 2025',
  ],
  [
    '2025-S1',
    '2025-01-01',
    '2025-06-30',
    '2025-S1',
    '2025-S1',
    '6 tháng đầu năm 2025',
    'first half of 2025',
  ],
  [
    '2025-s2',
    '2025-07-01',
    '2025-12-31',
    '2025-S2',
    '2025-S2',
    '6 tháng cuối năm 2025',
    'second half of 2025',
  ],
  [
    '2025-YTD09',
    '2025-01-01',
    '2025-09-30',
    '2025-YTD09',
    '2025-01-01/P9M',
    '9 tháng đầu năm 2025',
    'first 9 months of 2025',
  ],
  [
    '2025-YTD11',
    '2025-01-01',
    '2025-11-30',
    '2025-YTD11',
    '2025-01-01/P11M',
    '11 tháng đầu năm 2025',
    'first 11 months of 2025',
  ],
  ['2025-YTD01', '2025-01-01', '2025-01-31', '2025-M01', '2025-01', 'tháng 1/2025', 'January 2025'],
  [
    '2025-YTD03',
    '2025-01-01',
    '2025-03-31',
    '2025-Q1',
    '2025-Q1',
    'quý I/2025',
    'quarter I of 2025',
  ],
  [
    '2025-YTD06',
    '2025-01-01',
    '2025-06-30',
    '2025-S1',
    '2025-S1',
    '6 tháng đầu năm 2025',
    'first half of 2025',
  ],
  ['2025-YTD12', '2025-01-01', '2025-12-31', '2025', '2025', 'năm 2025', '2025'],
  ['2025', '2025-01-01', '2025-12-31', '2025', '2025', 'năm 2025', '2025'],
  [
    'KH-2021-2025',
    '2021-01-01',
    '2025-12-31',
    'KH-2021-2025',
    '2021-01-01/P5Y',
    'giai đoạn 2021-2025',
    '2021-2025 (plan)',
  ],
  [
    'NK-2020-2025',
    '2020-10-15',
    '2025-09-23',
    'NK-2020-2025',
    '2020-10-15/P1805D',
    'nhiệm kỳ 2020-2025',
    '2020-2025 (term)',
  ],
  [
    'NSDT-2025',
    '2025-01-01',
    '2026-01-31',
    'NSDT-2025',
    '2025-01-01/P13M',
    'năm ngân sách đầu tư 2025 (đến 31/01/2026)',
    'investment year 2025 (to 31/01/2026)',
  ],
  [
    '2025-09-30',
    '2025-09-30',
    '2025-09-30',
    '2025-09-30',
    '2025-09-30',
    'ngày 30/9/2025',
    '30/9/2025',
  ],
  [
    '2025-01-01/2025-09-14',
    '2025-01-01',
    '2025-09-14',
    '2025-01-01/2025-09-14',
    '2025-01-01/P257D',
    'từ 01/01/2025–14/9/2025',
    '01/01/2025–14/9/2025',
  ],
] as const

test.each(cases)('%s', (asked, from, to, code, iso, vi, en) => {
  const period = parsePeriod(asked, terms)
  expect(period).toMatchObject({ from, to, code })
  if (!period) return
  expect(isoPeriod(period)).toBe(iso)
  expect(periodLabel(period, 'vi')).toBe(vi)
  expect(periodLabel(period, 'en')).toBe(en)
  expect(parsePeriod(period.code, terms)).toEqual(period)
})

test.each([
  ...['2025-M13', '2025-M0', '2025-Q5', '2025-S3', '2025-YTD13', '2025-N9', '2025-9T', '2025S1'],
  ...[
    '202509',
    'KH-2025-2021',
    'KH-2025',
    'NK-2015-2020',
    '2025-02-30',
    '2025-03-02/2025-03-01',
    '',
  ],
])('%s is no period', (code) => {
  expect(parsePeriod(code, terms)).toBeNull()
})

describe('the same period of last year', () => {
  test.each([
    ['2025-YTD09', '2024-YTD09'],
    ['2025-M02', '2024-M02'],
    ['2024-M02', '2023-M02'],
    ['2025-YTD02', '2024-YTD02'],
    ['2024-02-29', '2023-02-28'],
    ['2025-02-28', '2024-02-29'],
    ['2024-02-28', '2023-02-28'],
    ['NSDT-2025', 'NSDT-2024'],
    ['2025-09-14', '2024-09-14'],
  ])('of %s is %s', (code, former) => {
    const period = parsePeriod(code)
    expect(period && periodOf(yearsBefore(period, 1)).code).toBe(former)
  })
})

describe('the period before', () => {
  test.each([
    ['2025-M03', '2025-M02'],
    ['2025-M01', '2024-M12'],
    ['2025-Q1', '2024-Q4'],
    ['2025-S1', '2024-S2'],
    ['2025', '2024'],
    ['KH-2021-2025', 'KH-2016-2020'],
    ['NSDT-2025', 'NSDT-2024'],
    ['2025-03-01', '2025-02-28'],
    ['2025-03-11/2025-03-20', '2025-03-01/2025-03-10'],
    ['2025-YTD09', null],
  ])('of %s is %s', (code, before) => {
    const period = parsePeriod(code)
    const found = period && previousPeriod(period)
    expect(found && periodOf(found).code).toBe(before)
  })

  test('there is none of what is told since a beginning', () => {
    const half = parsePeriod('2025-S1')
    expect(half && previousPeriod(half, 'cumulative')).toBeNull()
  })
})

test('every month belongs to its quarter, half and year, and they are made of them', () => {
  for (let year = 1999; year <= 2030; year++) {
    for (const [code, count] of [
      ['S1', 6],
      ['Q4', 3],
      ['YTD11', 11],
    ] as const) {
      const period = parsePeriod(`${year}-${code}`)
      if (!period) throw new Error(code)
      const parts = monthsOf(period)
      expect(parts).toHaveLength(count)
      expect([parts[0]?.from, parts.at(-1)?.to]).toEqual([period.from, period.to])
      for (const [at, part] of parts.entries()) {
        if (at > 0) expect(previousPeriod(part)).toEqual(parts[at - 1])
        expect(parsePeriod(periodOf(part).code)).toEqual(periodOf(part))
        expect(sinceNewYear(part)).toEqual({ from: `${year}-01-01`, to: part.to })
      }
    }
  }
})
