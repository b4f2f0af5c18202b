import { expect, test } from 'vitest'
import { dueDay } from './schedule.ts'

test.each([
  ['before its time it is yesterday’s', { at: '07:00' }, '2026-11-26T06:59:00+07:00', '2026-11-25'],
  ['at its time today’s', { at: '07:00' }, '2026-11-26T07:00:00+07:00', '2026-11-26'],
  [
    'by the day in Vietnam, not in Greenwich',
    { at: '07:00' },
    '2026-11-26T23:30:00Z',
    '2026-11-26',
  ],
  [
    'of the week, on its day',
    { at: '07:30', weekday: 1 },
    '2026-11-30T07:30:00+07:00',
    '2026-11-30',
  ],
  [
    'of the week, just before',
    { at: '07:30', weekday: 1 },
    '2026-11-30T07:29:00+07:00',
    '2026-11-23',
  ],
  [
    'of the week, on a Sunday',
    { at: '07:30', weekday: 1 },
    '2026-11-29T12:00:00+07:00',
    '2026-11-23',
  ],
  [
    'over a turn of the year',
    { at: '07:30', weekday: 7 },
    '2027-01-01T08:00:00+07:00',
    '2026-12-27',
  ],
])('a job is due: %s', (_, job, now, day) => {
  expect(dueDay(job, new Date(now))).toBe(day)
})

test('a job without a time has no day', () => {
  expect(dueDay({ at: null }, new Date())).toBeNull()
})
