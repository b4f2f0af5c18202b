import { expect, test } from 'vitest'
import type { Actor } from '../../http/access.ts'
import { answersOf, holdingOf, presenceOf, uncontested } from './invitation.ts'

const one = {
  votes: true,
  sentAt: '2026-12-01T00:00:00Z',
  withdrawnAt: null,
  answer: null,
  attendance: null,
} as const
const there = { ...one, attendance: 'present' } as const

test.each([
  // 2/3 of 4 are 2.67: three are needed.
  [[there, there, one, one], { part: 2, of: 3 }, { present: 2, needed: 3, reached: false }],
  [[there, there, there, one], { part: 2, of: 3 }, { present: 3, needed: 3, reached: true }],
  // Whose seat a substitute takes is not there.
  [
    [there, there, { ...there, answer: 'substitute' as const }],
    { part: 1, of: 1 },
    { present: 2, presentInAll: 3, reached: false },
  ],
  // Guests and invitations taken back count for nothing.
  [
    [there, { ...there, votes: false }, { ...one, withdrawnAt: 'x' }],
    { part: 1, of: 1 },
    { members: 1, everybody: 2, reached: true },
  ],
  // Nobody said what is needed; nobody can be there where nobody has a vote.
  [[there], null, { present: 1, needed: null, reached: null }],
  [[{ ...there, votes: false }], { part: 1, of: 2 }, { needed: 0, reached: null }],
])('who is there, and whether they are enough', (invitations, quorum, expected) => {
  expect(presenceOf(invitations, quorum)).toMatchObject(expected)
})

test('several bodies: each needs enough of its own; who sits for two counts for both', () => {
  const bodies = ['a', 'b'].map((id) => ({ id, name: id.toUpperCase() }))
  const counted = (attendances: [string, boolean][]) =>
    presenceOf(
      attendances.map(([seats, here]) => ({ ...(here ? there : one), seats: [...seats] })),
      { part: 1, of: 2 },
      bodies,
    )
  // Of six in all, four are there; of the second body one of three.
  const some: [string, boolean][] = [
    ...[['a', true] as const, ['a', true] as const, ['ab', true] as const],
    ...[['b', false] as const, ['b', false] as const, ['', true] as const],
  ].map(([seats, here]) => [seats, here])
  expect(counted(some)).toMatchObject({
    ...{ members: 6, present: 4, needed: null, reached: false, seatless: 1 },
    bodies: [
      { id: 'a', members: 3, present: 3, needed: 2, reached: true },
      { id: 'b', members: 3, present: 1, needed: 2, reached: false },
    ],
  })
  expect(counted([...some.slice(0, 4), ['b', true], ['', true]]).reached).toBe(true)
  // Of one no member is invited: not said to be enough.
  expect(counted([['a', true]])).toMatchObject({
    ...{ needed: null, reached: null },
    bodies: [{ reached: true }, { members: 0, reached: null }],
  })
  expect(counted([['a', false]]).reached).toBe(false)
  // Nobody is known to sit for any: counted together.
  expect(
    counted([
      ['', true],
      ['', false],
    ]),
  ).toMatchObject({ needed: 1, reached: true, bodies: [] })
})

test('an invitation that was not sent is not one that nobody answered', () => {
  const coming = { ...one, answer: 'coming' } as const
  expect(answersOf([one, coming, { ...one, sentAt: null }])).toMatchObject({
    unsent: 1,
    coming: 1,
    unanswered: 1,
  })
})

test('silence is no consent', () => {
  expect(uncontested(2, ['noObjection', 'noObjection'])).toBe(true)
  expect(uncontested(2, ['noObjection'])).toBe(false)
  expect(uncontested(2, ['noObjection', 'haveOpinion'])).toBe(false)
  expect(uncontested(0, [])).toBe(false)
})

test('an invitation is one’s own by name, through the body, or in another’s place; never unsent or taken back', () => {
  const grants = [{ organisationId: 'body', standsFor: new Set(['body']) }]
  const actor = { accountId: 'me', grants } as unknown as Actor
  const row = { sent_at: 'x', withdrawn_at: null, account_id: null, organisation_id: null }
  const own = (values: object) => holdingOf(actor, { ...row, ...values } as never)
  expect(own({ account_id: 'me' })).toBe('invited')
  expect(own({ organisation_id: 'body' })).toBe('body')
  expect(own({ substitute_account_id: 'me' })).toBe('substitute')
  expect(own({ account_id: 'other' })).toBe(null)
  expect(own({ account_id: 'me', sent_at: null })).toBe(null)
  expect(own({ account_id: 'me', withdrawn_at: 'x' })).toBe(null)
})
