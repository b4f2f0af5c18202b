import { expect, test } from 'vitest'
import { comparePeople, overlaps, sortName } from './person.ts'

test.each([
  ['Nguyễn Văn An', 'An, Nguyễn Văn'],
  ['  Lê   Thị Thu Hà ', 'Hà, Lê Thị Thu'],
  ['Thông', 'Thông'],
])('%s is sorted as %s', (name, expected) => {
  expect(sortName(name)).toBe(expected)
})

test('people are listed by given name, tones before family names', () => {
  const wanted = [
    'Nguyễn Văn An',
    'Trần Văn An',
    'Lê Thị Ân',
    'Đỗ Bình',
    'Trần Thu Hà',
    'Lê Văn Hạ',
    'Nguyễn An Yên',
  ]
  expect(wanted.toReversed().sort(comparePeople)).toEqual(wanted)
})

test.each([
  ['2020-01-01', '2024-12-31', '2025-01-01', null, false],
  ['2020-01-01', '2025-01-01', '2025-01-01', null, true],
  ['2020-01-01', null, '2025-01-01', '2026-01-01', true],
  ['2025-01-01', null, '2020-01-01', '2024-12-31', false],
])('%s–%s and %s–%s: %s', (from, to, otherFrom, otherTo, expected) => {
  expect(overlaps({ from, to }, { from: otherFrom, to: otherTo })).toBe(expected)
})
