import { expect, test } from 'vitest'
import {
  byUrgency,
  type Clock,
  type Counted,
  countOf,
  eventDeadline,
  type Facts,
  lifeOf,
  missingOf,
  monthsBefore,
  onTimeShare,
  stateOf,
  statesOf,
} from './assignment.ts'
import {
  knownYears,
  nextWorkingDay,
  publicHolidays,
  unverifiedHolidays,
  workingDays,
} from './holidays.ts'
import { defaultSetting } from './setting.ts'

const clock: Clock = {
  today: '2024-10-15',
  basis: 'original',
  soonDays: 7,
  dueOn: (deadline) => deadline,
}

const facts = (given: Partial<Facts> = {}): Facts => ({
  deadline: null,
  originalDeadline: given.deadline ?? null,
  doneOn: null,
  reportedOn: null,
  pausedOn: null,
  revokedOn: null,
  ...given,
})

test.each([
  [{}, 'noDate'],
  [{ deadline: '2024-11-30' }, 'inTerm'],
  [{ deadline: '2024-10-23' }, 'inTerm'],
  [{ deadline: '2024-10-22' }, 'dueSoon'],
  [{ deadline: '2024-10-15' }, 'dueSoon'],
  [{ deadline: '2024-10-14' }, 'overdue'],
  [{ deadline: '2024-10-14', doneOn: '2024-10-14' }, 'doneOnTime'],
  [{ deadline: '2024-10-14', doneOn: '2024-10-15' }, 'doneLate'],
  [{ doneOn: '2024-10-01' }, 'done'],
  [{ deadline: '2024-10-14', reportedOn: '2024-10-15' }, 'awaiting'],
  [{ deadline: '2024-10-14', pausedOn: '2024-10-01' }, 'paused'],
  [{ deadline: '2024-10-14', pausedOn: '2024-10-01', revokedOn: '2024-10-02' }, 'revoked'],
] as const)('%j stands as %s', (given, state) => {
  expect(stateOf(facts(given), clock)).toBe(state)
})

test('a deadline on a day off is met on the next working day where the province says so', () => {
  const works = workingDays([])
  const rolling = { ...clock, dueOn: (day: string) => nextWorkingDay(day, works) }
  // Saturday, 12/10/2024; the Monday after is the 14th.
  const task = facts({ deadline: '2024-10-12', doneOn: '2024-10-14' })
  expect(stateOf(task, rolling)).toBe('doneOnTime')
  expect(stateOf(task, clock)).toBe('doneLate')
})

test.each([
  // Tết of 2026: 17/2 is its first day, 16 to 20/2 are off, then a weekend.
  ['2026-02-16', '2026-02-23'],
  ['2026-02-13', '2026-02-13'],
  ['2026-02-14', '2026-02-23'],
  // 10/3 of the lunar year 2026 is Sunday, 26/4: made up for on Monday.
  ['2026-04-25', '2026-04-28'],
  ['2026-04-30', '2026-05-04'],
  ['2026-09-01', '2026-09-03'],
  ['2026-11-26', '2026-11-26'],
])('a deadline on %s falls on %s', (deadline, due) => {
  expect(nextWorkingDay(deadline, workingDays([]))).toBe(due)
})

test('what the province says of a day goes before what is shipped', () => {
  const works = workingDays([
    { day: '2026-02-14', kind: 'working', name: 'Làm bù' },
    { day: '2026-11-26', kind: 'off', name: 'Nghỉ của tỉnh' },
  ])
  expect(nextWorkingDay('2026-02-14', works)).toBe('2026-02-14')
  expect(nextWorkingDay('2026-11-26', works)).toBe('2026-11-27')
})

test('a day that no law in force was found for counts as worked until the province adds it', () => {
  const [day] = unverifiedHolidays(2026)
  expect(unverifiedHolidays(2025)).toEqual([])
  expect(nextWorkingDay('2026-11-24', workingDays([]))).toBe('2026-11-24')
  expect(nextWorkingDay('2026-11-24', workingDays(day ? [day] : []))).toBe('2026-11-25')
})

test('the lunar feasts agree with the calendar that the runtime knows', () => {
  const chinese = new Intl.DateTimeFormat('en-u-ca-chinese', {
    timeZone: 'Asia/Ho_Chi_Minh',
    month: 'numeric',
    day: 'numeric',
  })
  // The new moon of 6/2/2027 is at 22:56 in Vietnam; the runtime's approximation puts it behind midnight.
  for (const year of knownYears.filter((one) => one !== 2027)) {
    const feasts = publicHolidays(year)
    const tet = feasts.filter(({ name }) => name === 'Tết Nguyên đán')[1]?.day ?? ''
    const kings = feasts.find(({ name }) => name === 'Giỗ Tổ Hùng Vương')?.day ?? ''
    expect([year, chinese.format(new Date(`${tet}T05:00:00Z`))]).toEqual([year, '1/1'])
    expect([year, chinese.format(new Date(`${kings}T05:00:00Z`))]).toEqual([year, '3/10'])
  }
})

test('how far a task is', () => {
  const life = { ...facts(), receivedAt: null, percent: null }
  expect(lifeOf(life)).toBe('assigned')
  expect(lifeOf({ ...life, receivedAt: 'x' })).toBe('received')
  expect(lifeOf({ ...life, receivedAt: 'x', percent: 10 })).toBe('inProgress')
  expect(lifeOf({ ...life, reportedOn: '2024-10-01' })).toBe('reported')
  expect(lifeOf({ ...life, reportedOn: '2024-10-01', doneOn: '2024-10-01' })).toBe('confirmed')
})

test('the queue asks for what nobody said, and stops asking when it is done', () => {
  const task = { ...facts(), leadId: null, leadText: null, eventId: null }
  expect(missingOf(task)).toEqual(['owner', 'date'])
  expect(missingOf({ ...task, leadText: ' ', deadline: '2024-10-14' })).toEqual(['owner'])
  expect(missingOf({ ...task, leadText: 'Sở X' })).toEqual(['date'])
  expect(missingOf({ ...task, leadId: 'x', eventId: 'y' })).toEqual([])
  expect(missingOf({ ...task, doneOn: '2024-10-01' })).toEqual([])
  expect(missingOf({ ...task, revokedOn: '2024-10-01' })).toEqual([])
})

test('lists hold what their name says', () => {
  expect(statesOf('open')).toContain('awaiting')
  expect(statesOf('open')).not.toContain('doneLate')
  expect(statesOf('done')).toContain('doneLate')
  expect(statesOf('overdue')).toEqual(['overdue'])
  expect(statesOf('queue')).toBeNull()
})

test('the most urgent comes first', () => {
  const tasks = [
    { id: 'a', state: 'inTerm', dueOn: '2024-12-01' },
    { id: 'b', state: 'noDate', dueOn: null },
    { id: 'c', state: 'overdue', dueOn: '2024-10-01' },
    { id: 'd', state: 'overdue', dueOn: '2024-09-01' },
    { id: 'e', state: 'done', dueOn: null },
  ] as const
  expect(tasks.toSorted(byUrgency).map((task) => task.id)).toEqual(['d', 'c', 'a', 'b', 'e'])
})

// Bình Định on 30/5/2022 (research/domain.md, source S12): 1,387 tasks, 756 with and 631 without a deadline; 1,160
// done, 1,014 on time and 146 late; 227 open, 211 in term (123 without deadline), 16 overdue (7 by more
// than 30 days); 21 without a deadline for more than three months.
test('the official count of a province comes out as it was reported', () => {
  const some = (count: number, given: Partial<Facts>, assignedOn = '2022-05-01'): Counted => ({
    ...facts(given),
    assignedOn,
    count,
  })
  const tasks = [
    some(508, { doneOn: '2022-05-20' }),
    some(506, { deadline: '2022-05-20', doneOn: '2022-05-20' }),
    some(146, { deadline: '2022-05-20', doneOn: '2022-05-21' }),
    some(88, { deadline: '2022-05-30' }),
    some(102, {}),
    some(21, {}, '2022-02-27'),
    some(9, { deadline: '2022-04-30' }),
    some(7, { deadline: '2022-04-29' }),
  ]
  const count = countOf(tasks, { ...clock, today: '2022-05-30', staleMonths: 3 })
  expect(count).toEqual({
    total: 1387,
    withDeadline: 756,
    withoutDeadline: 631,
    done: 1160,
    doneOnTime: 1014,
    doneByDeadline: 506,
    doneLate: 146,
    doneWithoutDeadline: 508,
    open: 227,
    openInTerm: 211,
    openOverdue: 16,
    openOverdue30: 7,
    openWithoutDeadline: 123,
    stale: 21,
    awaiting: 0,
    paused: 0,
    revoked: 0,
  })
  expect(((count.doneOnTime / count.done) * 100).toFixed(1)).toBe('87.4')
  expect(((count.doneLate / count.done) * 100).toFixed(1)).toBe('12.6')
  expect(onTimeShare(count)).toBeCloseTo(506 / (506 + 146 + 16))
})

test('a granted deadline counts only where the setting says so', () => {
  const task = {
    ...facts({ deadline: '2024-12-31', originalDeadline: '2024-09-30', doneOn: '2024-10-10' }),
    ...{ assignedOn: null, count: 1 },
  }
  const by = (basis: Clock['basis']) => countOf([task], { ...clock, basis, staleMonths: 3 })
  expect(by('original').doneLate).toBe(1)
  expect(by('current').doneOnTime).toBe(1)
  expect(defaultSetting.basis).toBe('original')
})

test('what waits for its confirmation is open, and overdue only where it was reported late', () => {
  const task = (reportedOn: string): Counted => ({
    ...facts({ deadline: '2024-10-10', reportedOn }),
    ...{ assignedOn: null, count: 1 },
  })
  const count = countOf([task('2024-10-10'), task('2024-10-11')], { ...clock, staleMonths: 3 })
  expect([count.open, count.openInTerm, count.openOverdue, count.awaiting]).toEqual([2, 1, 1, 2])
})

test('paused and revoked tasks stand apart, and few tasks say nothing of a body', () => {
  const count = countOf(
    [
      { ...facts({ deadline: '2024-10-10', pausedOn: '2024-10-01' }), assignedOn: null, count: 2 },
      { ...facts({ deadline: '2024-10-10', revokedOn: '2024-10-01' }), assignedOn: null, count: 3 },
      { ...facts({ deadline: '2024-10-10' }), assignedOn: null, count: 4 },
    ],
    { ...clock, staleMonths: 3 },
  )
  expect([count.total, count.paused, count.revoked, count.openOverdue]).toEqual([4, 2, 3, 4])
  expect(onTimeShare(count)).toBeNull()
})

test.each([
  ['2022-05-30', 3, '2022-02-28'],
  ['2024-03-31', 1, '2024-02-29'],
  ['2024-01-15', 2, '2023-11-15'],
])('%s less %i months is %s', (day, months, before) => {
  expect(monthsBefore(day, months)).toBe(before)
})

test('a deadline before an event moves with it, and waits while the event has no day', () => {
  expect(eventDeadline('2026-12-10', 1)).toBe('2026-12-09')
  expect(eventDeadline(null, 1)).toBeNull()
})
