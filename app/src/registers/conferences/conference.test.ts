import { expect, test } from 'vitest'
import { conferenceTitle } from './conference.ts'
import { inOrder, isQuorum } from './plan.ts'

const unknown = { body: null, number: null, term: null, heldOn: null }

test.each([
  [
    { type: 'executiveCommittee', body: 'Ban Chấp hành Đảng bộ tỉnh', number: 14, term: 'XVI' },
    'Hội nghị Ban Chấp hành Đảng bộ tỉnh lần thứ 14 khóa XVI',
  ],
  [
    { type: 'standingCommittee', body: 'Ban Thường vụ Tỉnh ủy', heldOn: '2025-07-08' },
    'Hội nghị Ban Thường vụ Tỉnh ủy, 08/7/2025',
  ],
  [{ type: 'standingCommittee', body: 'Tỉnh ủy Sơn Hà' }, 'Hội nghị Ban Thường vụ Tỉnh ủy Sơn Hà'],
  [{ type: 'standingCommittee', body: 'BTV Tỉnh ủy' }, 'Hội nghị BTV Tỉnh ủy'],
  [
    { type: 'peoplesCouncil', body: 'HĐND tỉnh', number: 20, term: 'XV', heldOn: '2024-02-19' },
    'Kỳ họp HĐND tỉnh lần thứ 20 khóa XV, 19/02/2024',
  ],
  [{ type: 'peoplesCommittee', body: 'UBND tỉnh' }, 'Phiên họp UBND tỉnh'],
  [{ type: 'briefing', body: 'Tỉnh ủy Sơn Hà' }, 'Hội nghị giao ban Tỉnh ủy Sơn Hà'],
  [{ type: 'standing' }, 'Cuộc họp Thường trực'],
  [{ type: 'other' }, 'Cuộc họp'],
])('%j is called %s', (known, title) => {
  expect(conferenceTitle({ ...unknown, ...known })).toBe(title)
})

test('a quorum is both numbers, the part no more than the whole, or neither', () => {
  expect([isQuorum(null, null), isQuorum(2, 3), isQuorum(3, 3)]).toEqual([true, true, true])
  expect([isQuorum(3, 2), isQuorum(2, null), isQuorum(null, 3), isQuorum(undefined, 3)]).toEqual([
    false,
    false,
    false,
    false,
  ])
})

test('a conference ends after it begins, as far as both are known', () => {
  const eight = '2026-11-30T08:00:00+07:00'
  expect(inOrder(eight, '2026-11-30T01:30:00Z')).toBe(true)
  expect(inOrder(eight, '2026-11-30T01:00:00Z')).toBe(false)
  expect([inOrder(eight, null), inOrder(undefined, eight)]).toEqual([true, true])
})
