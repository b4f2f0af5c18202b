import { expect, test } from 'vitest'
import { byUrgency, fits, missingOf, stateOf } from './assignment.ts'

const today = '2024-10-15'

test.each([
  [null, null, 'noDate'],
  ['2024-11-30', null, 'inTerm'],
  ['2024-10-23', null, 'inTerm'],
  ['2024-10-22', null, 'dueSoon'],
  ['2024-10-15', null, 'dueSoon'],
  ['2024-10-14', null, 'overdue'],
  ['2024-10-14', '2024-10-14', 'doneOnTime'],
  ['2024-10-14', '2024-10-15', 'doneLate'],
  [null, '2024-10-01', 'done'],
] as const)('deadline %s, done %s: %s', (deadline, doneOn, state) => {
  expect(stateOf({ deadline, doneOn }, today)).toBe(state)
})

test('the queue asks for what nobody said, and stops asking when it is done', () => {
  expect(missingOf({ leadText: null, deadline: null, doneOn: null })).toEqual(['owner', 'date'])
  expect(missingOf({ leadText: ' ', deadline: '2024-10-14', doneOn: null })).toEqual(['owner'])
  expect(missingOf({ leadText: 'Sở X', deadline: null, doneOn: null })).toEqual(['date'])
  expect(missingOf({ leadText: null, deadline: null, doneOn: '2024-10-01' })).toEqual([])
})

test('lists hold what their name says', () => {
  const task = (state: ReturnType<typeof stateOf>, missing: ('owner' | 'date')[] = []) => ({
    state,
    missing,
  })
  expect(fits(task('overdue'), 'open')).toBe(true)
  expect(fits(task('doneLate'), 'open')).toBe(false)
  expect(fits(task('doneLate'), 'done')).toBe(true)
  expect(fits(task('inTerm', ['owner']), 'queue')).toBe(true)
  expect(fits(task('inTerm', ['owner']), 'noDate')).toBe(false)
  expect(fits(task('dueSoon'), 'overdue')).toBe(false)
})

test('the most urgent comes first', () => {
  const tasks = [
    { id: 'a', state: 'inTerm', deadline: '2024-12-01' },
    { id: 'b', state: 'noDate', deadline: null },
    { id: 'c', state: 'overdue', deadline: '2024-10-01' },
    { id: 'd', state: 'overdue', deadline: '2024-09-01' },
    { id: 'e', state: 'done', deadline: null },
  ] as const
  expect(tasks.toSorted(byUrgency).map((task) => task.id)).toEqual(['d', 'c', 'a', 'b', 'e'])
})
