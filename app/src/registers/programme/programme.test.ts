import { expect, test } from 'vitest'
import { type EntryFacts, entryState, lastDayOf, reminderOf } from './programme.ts'

const facts: EntryFacts = {
  year: 2026,
  quarter: 4,
  month: null,
  dropped: false,
  carried: false,
  dueOn: '2026-11-20',
  item: null,
}
const on = (closed: boolean, outcome: 'agreed' | 'returned' | null = null) => ({
  item: { status: 'on' as const, outcome, closed },
})

test.each([
  ['planned', {}, '2026-11-20'],
  ['late', {}, '2026-11-21'],
  ['planned', { dueOn: null }, '2026-12-31'],
  ['late', { dueOn: null }, '2027-01-01'],
  ['placed', on(false), '2027-01-01'],
  ['done', on(true, 'agreed'), '2026-11-21'],
  ['late', on(true, 'returned'), '2026-11-21'],
  ['planned', { item: { status: 'withdrawn', outcome: null, closed: false } }, '2026-11-01'],
  ['dropped', { dropped: true, ...on(true, 'agreed') }, '2026-11-21'],
  ['carried', { carried: true }, '2027-01-01'],
] as const)('%s', (state, given, today) => {
  expect(entryState({ ...facts, ...given }, today)).toBe(state)
})

test('a period ends with its month, its quarter, its year', () => {
  const year = { year: 2028, quarter: null, month: null }
  expect([
    lastDayOf({ ...year, quarter: 1, month: 2 }),
    lastDayOf({ ...year, quarter: 2 }),
    lastDayOf(year),
  ]).toEqual(['2028-02-29', '2028-06-30', '2028-12-31'])
})

test('a reminder falls due at the chosen distances, and stays until the next', () => {
  const due = (today: string) => reminderOf('2026-11-20', [14, 3], today)
  expect(due('2026-11-05')).toBeNull()
  expect(due('2026-11-06')).toEqual({ left: 14, distance: 14, next: ['2026-11-17'] })
  expect(due('2026-11-16')).toMatchObject({ left: 4, distance: 14 })
  expect(due('2026-11-17')).toEqual({ left: 3, distance: 3, next: [] })
  expect(due('2026-11-22')).toEqual({ left: -2, distance: 0, next: [] })
  expect(reminderOf('2026-11-20', [], '2026-11-19')).toBeNull()
})
