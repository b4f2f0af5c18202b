import { expect, test } from 'vitest'
import {
  fold,
  formatDate,
  formatInstant,
  formatNumber,
  formatPeriod,
  momentFrom,
  parseDate,
  parseNumber,
  parseTime,
  partsOfMoment,
} from './format.ts'

test('numbers follow the language', () => {
  expect(formatNumber(1234.5, 'vi')).toBe('1.234,5')
  expect(formatNumber(1234.5, 'en')).toBe('1,234.5')
  expect(parseNumber('1.234,5', 'vi')).toBe(1234.5)
  expect(parseNumber('9500', 'vi')).toBe(9500)
  expect(parseNumber('9 500', 'vi')).toBe(9500)
  expect(parseNumber('1.5', 'vi')).toBeUndefined()
  expect(parseNumber('1.5', 'en')).toBe(1.5)
  expect(parseNumber('', 'vi')).toBeNull()
  expect(parseNumber('về đích', 'vi')).toBeUndefined()
})

test('dates are written as administrative documents write them', () => {
  expect(formatDate('2025-10-05')).toBe('05/10/2025')
  expect(formatDate('2025-07-01')).toBe('01/7/2025')
  expect(formatDate('2025-02-01')).toBe('01/02/2025')
  expect(formatDate(null)).toBe('')
})

test('a period shows the year that was understood', () => {
  const half = { label: '6 tháng đầu năm', from: '2025-01-01', to: '2025-06-30' }
  expect(formatPeriod(half)).toBe('6 tháng đầu năm (2025)')
  expect(formatPeriod({ ...half, label: '6 tháng đầu năm 2025' })).toBe('6 tháng đầu năm 2025')
  expect(formatPeriod({ label: 'đến nay', from: null, to: null })).toBe('Đến nay')
  expect(formatPeriod({ ...half, label: '9 THÁNG NĂM 2025' })).toBe('9 tháng năm 2025')
  expect(formatPeriod({ ...half, label: 'QUÝ II' })).toBe('Quý II (2025)')
  expect(formatPeriod(null)).toBe('')
})

test('instants are shown in Vietnam time', () => {
  expect(formatInstant('2022-06-30T18:05:00Z')).toBe('01/7/2022 01:05')
})

test.each([
  ['30/6/2022', '2022-06-30'],
  ['30-06-22', '2022-06-30'],
  ['30062022', '2022-06-30'],
  ['2022-06-30', '2022-06-30'],
  ['', null],
  ['31/6/2022', undefined],
  ['quý III', undefined],
])('"%s" is read as a date', (typed, expected) => {
  expect(parseDate(typed)).toBe(expected)
})

test('folding takes away diacritics in either normal form', () => {
  expect(fold('Đất đai')).toBe('dat dai')
  expect(fold('Thu ngân sách'.normalize('NFD'))).toBe('thu ngan sach')
})

test('a time is taken as people type it, and a moment is day and time in Vietnam', () => {
  const typed = ['8:00', '8h30', '0830', '8', '', '24:00', '8:60', 'sáng']
  expect(typed.map(parseTime)).toEqual([
    '08:00',
    '08:30',
    '08:30',
    '08:00',
    null,
    undefined,
    undefined,
    undefined,
  ])
  expect(momentFrom('2026-12-08', '8h')).toBe('2026-12-08T08:00:00+07:00')
  expect([momentFrom(null, ''), momentFrom('2026-12-08', ''), momentFrom(null, '8h')]).toEqual([
    null,
    undefined,
    undefined,
  ])
  expect(partsOfMoment('2026-12-08T18:30:00Z')).toEqual({ day: '2026-12-09', time: '01:30' })
})
