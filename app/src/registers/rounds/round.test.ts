import { expect, test } from 'vitest'
import {
  answerState,
  countAnswers,
  countOpinions,
  daysLeft,
  lacksReason,
  refusedAnswer,
  reminderDue,
  roundState,
} from './round.ts'

const dueAt = '2026-12-10T17:00:00+07:00'
const open = { dueAt, closedAt: null, remindDays: [3, 1, 0] }
const closed = { ...open, closedAt: '2026-12-12T08:00:00+07:00' }
const at = (moment: string) => new Date(`${moment}+07:00`)
const before = at('2026-12-10T16:59:00')
const past = at('2026-12-10T17:01:00')

test('a round is open until its deadline, then due until somebody closes it', () => {
  expect([
    roundState(open, before),
    roundState(open, past),
    roundState(closed, past),
    roundState(closed, before),
  ]).toEqual(['open', 'due', 'closed', 'closed'])
})

test.each([
  ['not yet', open, null, before, 'waiting'],
  ['not yet, the deadline over', open, null, past, 'overdue'],
  ['never: silence is no agreement', closed, null, past, 'silent'],
  ['in time', open, '2026-12-10T10:00:00Z', past, 'answered'],
  ['a second late', open, '2026-12-10T10:00:01Z', past, 'answeredLate'],
  ['late in a closed round', closed, '2026-12-11T10:00:00Z', past, 'answeredLate'],
] as const)('answered %s', (_words, round, answeredAt, now, state) => {
  expect(answerState(round, answeredAt, now)).toBe(state)
})

test.each([
  ['the first answer in time', open, null, before, null],
  ['a change in time', open, '2026-12-01T00:00:00Z', before, null],
  ['a late first answer', open, null, past, null],
  ['a change of what came in time, late', open, '2026-12-01T00:00:00Z', past, 'answerFrozen'],
  ['a change of what came late', open, '2026-12-10T10:00:30Z', past, null],
  ['anything in a closed round', closed, null, before, 'roundClosed'],
] as const)('%s', (_words, round, answeredAt, now, refused) => {
  expect(refusedAnswer(round, answeredAt, now)).toBe(refused)
})

test('days are counted in Vietnam: late in the evening there it is another day than in UTC', () => {
  expect(daysLeft(dueAt, at('2026-12-09T23:59:00'))).toBe(1)
  expect(daysLeft(dueAt, at('2026-12-10T00:01:00'))).toBe(0)
  expect(daysLeft(dueAt, at('2026-12-11T06:00:00'))).toBe(-1)
})

test.each([
  ['2026-12-06T08:00:00', [], null],
  ['2026-12-07T08:00:00', [], 3],
  ['2026-12-08T08:00:00', [3], null],
  ['2026-12-08T08:00:00', [], 3],
  ['2026-12-09T08:00:00', [3], 1],
  ['2026-12-09T08:00:00', [], 1],
  ['2026-12-09T09:00:00', [1], null],
  ['2026-12-10T08:00:00', [3, 1], 0],
  ['2026-12-10T17:01:00', [3, 1], null],
])('on %s, reminded of %j: %s', (now, reminded, due) => {
  expect(reminderDue(open, reminded, at(now))).toBe(due)
})

test('nobody is reminded of a closed round, nor where no days were chosen', () => {
  expect(reminderDue(closed, [], at('2026-12-09T08:00:00'))).toBeNull()
  expect(reminderDue({ ...open, remindDays: [] }, [], at('2026-12-09T08:00:00'))).toBeNull()
})

test('counts: late ones are among the answered, the silent are counted apart', () => {
  const states = ['waiting', 'overdue', 'silent', 'answered', 'answeredLate'] as const
  expect(countAnswers(states)).toEqual({ all: 5, answered: 2, late: 1, silent: 3 })
  const answers = ['accepted', 'partly', null, 'accepted', 'notAccepted'] as const
  expect(countOpinions(answers.map((answer) => ({ answer })))).toEqual({
    ...{ all: 5, unanswered: 1, accepted: 2, partly: 1, notAccepted: 1 },
  })
})

test('only what is accepted as it was said needs no reason', () => {
  expect(lacksReason('accepted', null)).toBe(false)
  expect(lacksReason(null, null)).toBe(false)
  expect(lacksReason('partly', '  ')).toBe(true)
  expect(lacksReason('notAccepted', null)).toBe(true)
  expect(lacksReason('notAccepted', 'Luật không cho phép.')).toBe(false)
})
