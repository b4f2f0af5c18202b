import { expect, test } from 'vitest'
import { completeness, findAll, type KeptConference, readableUntil, timeOf } from './set.ts'

const day = 86_400_000
const start = Date.parse('2026-12-01T00:00:00.000Z')
const kept = (endsAt: string | null): KeptConference =>
  ({ conference: { endsAt, startsAt: null }, papers: [] }) as unknown as KeptConference

test('readable for 14 days after the last contact, at most two after the end', () => {
  expect(readableUntil(kept(null), start)).toBe(start + 14 * day)
  expect(readableUntil(kept('2026-12-03T00:00:00.000Z'), start)).toBe(start + 4 * day)
  expect(readableUntil(kept('2027-12-03T00:00:00.000Z'), start)).toBe(start + 14 * day)
})

test.each([
  [
    'goes with the server’s clock',
    { skew: -3_600_000, seen: start },
    start + 2 * 3_600_000,
    start + 3_600_000,
  ],
  ['stands still over a little drift', { skew: 0, seen: start }, start - 60_000, start],
  ['is not known once the clock went back', { skew: 0, seen: start }, start - 600_000, null],
])('the time %s', (_, head, clock, expected) => {
  expect(timeOf(head, clock)).toBe(expected)
})

test('a paper counts when all that has to be there of it is', () => {
  const paper = (documentId: string, byteSize: number) => ({
    documentId,
    byteSize,
    textVersion: 1,
    sha256: 'x',
  })
  const papers = [paper('a', 10), paper('b', 10), paper('c', 11 * 1024 * 1024)]
  const conferences = [{ papers } as unknown as KeptConference]
  const names = new Set(['text:a:1', 'original:a:x', 'text:b:1', 'text:c:1'])
  expect(completeness(conferences, names)).toEqual({ there: 2, total: 3 })
})

test.each([
  ['von', 'Nguồn vốn. VỐN!', ['vốn', 'VỐN']],
  ['vốn', 'von vốn', ['vốn']],
  ['dau tu', 'Đầu tư, đầu tự', ['Đầu tư', 'đầu tự']],
  [' ', 'x', []],
])('%s is found in %s', (words, text, expected) => {
  expect(findAll(text, words).map(({ start: from, end }) => text.slice(from, end))).toEqual(
    expected,
  )
})
