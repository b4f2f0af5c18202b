import { expect, test } from 'vitest'
import {
  clockText,
  type GateItem,
  notAnswered,
  secondsOn,
  shareOf,
  shownOnWall,
  stillMissing,
  tooManyVotes,
} from './sitting.ts'

const decided = (
  outcome: NonNullable<GateItem['decision']>['outcome'],
  more: Partial<GateItem['decision']> = {},
): GateItem['decision'] => ({
  ...{ outcome, noTask: true, tasks: [], body: '', conditions: null },
  ...more,
})

const item = (id: string, more: Partial<GateItem> = {}): GateItem => ({
  id,
  status: 'on',
  decision: decided('agreed'),
  opinions: [],
  ...more,
})

test('the gate asks every item that is on for an outcome, and for tasks or the mark that there are none', () => {
  expect(
    stillMissing([
      item('whole'),
      item('nothing', { decision: null }),
      item('undecided', { decision: decided(null) }),
      item('forgotten', { decision: decided('noted', { noTask: false }) }),
      item('given', { decision: decided('agreed', { noTask: false, tasks: [{}] }) }),
      item('mute', { decision: decided('other') }),
      item('back', { decision: decided('returned', { body: ' ' }) }),
      item('said', { decision: decided('returned', { body: 'Làm rõ nguồn vốn.' }) }),
      item('bound', { decision: decided('agreedWithChanges', { conditions: 'đủ vốn' }) }),
      item('later', { status: 'postponed', decision: null }),
      item('gone', { status: 'withdrawn', decision: null }),
    ]),
  ).toEqual([
    { itemId: 'nothing', what: 'outcome' },
    { itemId: 'nothing', what: 'task' },
    { itemId: 'undecided', what: 'outcome' },
    { itemId: 'forgotten', what: 'task' },
    { itemId: 'mute', what: 'text' },
    { itemId: 'back', what: 'text' },
  ])
})

test('unanswered opinions are counted, of items that are on', () => {
  const opinions = [{ answer: null }, { answer: 'accepted' }, { answer: null }]
  expect(
    notAnswered([item('a', { opinions }), item('b', { status: 'withdrawn', opinions })]),
  ).toEqual([{ itemId: 'a', opinions: 2 }])
})

test('a tally is held against its base', () => {
  expect(tooManyVotes({ agree: 8, disagree: 1, abstain: 1 }, 10)).toBe(false)
  expect(tooManyVotes({ agree: 8, disagree: 2, abstain: 1 }, 10)).toBe(true)
  expect(shareOf({ agree: 2, disagree: 0, abstain: 0 }, 3)).toBe(66.7)
  expect(shareOf({ agree: 0, disagree: 0, abstain: 0 }, 0)).toBeNull()
})

test('the wall names nothing about personnel and nothing of the office alone', () => {
  expect(shownOnWall({ level: 'participants', personnel: false })).toBe(true)
  expect(shownOnWall({ level: 'office', personnel: false })).toBe(false)
  expect(shownOnWall({ level: 'participants', personnel: true })).toBe(false)
})

test('the clock counts from the beginning of an item and never backwards', () => {
  const began = '2026-12-08T01:00:00.000Z'
  expect(secondsOn(began, Date.parse('2026-12-08T01:01:05.900Z'))).toBe(65)
  expect(secondsOn(began, Date.parse('2026-12-08T00:59:00.000Z'))).toBe(0)
  expect([65, 600, 3700].map(clockText)).toEqual(['1:05', '10:00', '1:01:40'])
})
