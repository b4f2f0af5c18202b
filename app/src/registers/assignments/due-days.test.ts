// Which deadlines fall on a day, against every deadline around it.
import { expect, test } from 'vitest'
import { dayFrom } from '../../calendar.ts'
import { rolling } from './clock-store.ts'
import { deadlinesDueOn, firstDueOn, lastWorkedDay } from './due-days.ts'

const { dueOn } = rolling([
  { day: '2026-11-30', kind: 'off', name: 'nghỉ' },
  { day: '2026-12-12', kind: 'working', name: 'làm bù' },
])
const days = Array.from({ length: 420 }, (_, at) => dayFrom('2026-01-01', at))

test('a day has the deadlines that fall on it, the first of them found without looking at all', () => {
  for (const day of days.slice(20, -20)) {
    expect([day, deadlinesDueOn(day, dueOn)]).toEqual([
      day,
      days.filter((one) => dueOn(one) === day),
    ])
    expect([day, firstDueOn(day, dueOn)]).toEqual([day, days.find((one) => dueOn(one) >= day)])
  }
})

test('the last worked day is the day itself, or the nearest before that is its own next one', () => {
  for (const day of days.slice(70)) {
    const worked = days.findLast((one) => one <= day && dueOn(one) === one)
    expect([day, lastWorkedDay(day, dueOn)]).toEqual([day, worked])
  }
  expect(lastWorkedDay('2026-06-03', () => '2027-01-01')).toBe('2026-06-03')
})
