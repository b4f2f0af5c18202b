import { indicatorCatalogue } from '@giaoban/reader'
import { expect, test } from 'vitest'
import { houseIndicators } from './counted.ts'
import { fieldOf, groupsOf } from './groups.ts'
import type { TargetState } from './target.ts'

test('every indicator of the national list is of a field', () => {
  const without = indicatorCatalogue.filter(
    ({ code }) => fieldOf({ code, national: true }) === 'own',
  )
  expect(without).toEqual([])
  expect(houseIndicators.map(({ code }) => fieldOf({ code, national: true }))).toEqual(
    houseIndicators.map(() => 'reports'),
  )
  expect(fieldOf({ code: 'grdp_2', national: false })).toBe('own')
})

type Row = Parameters<typeof groupsOf>[0][number]

const row = (code: string, owner: string | null, state: TargetState | null): Row =>
  ({
    indicator: { code, national: true },
    owner,
    target: state && { standing: { state } },
  }) as Row

const rows = [
  row('voter_turnout', 'Ban Tổ chức', null),
  row('grdp_growth', 'Sở Tài chính', 'late'),
  row('grdp_size', null, 'onTrack'),
]

test('groups stand in their order, each with how many of those planned are in a state', () => {
  expect(groupsOf(rows, 'field').map(({ key, planned, states }) => [key, planned, states])).toEqual(
    [
      ['growth', 2, { onTrack: 1, watch: 0, late: 1, notJudged: 0 }],
      ['party', 0, { onTrack: 0, watch: 0, late: 0, notJudged: 0 }],
    ],
  )
  expect(groupsOf(rows, 'owner').map(({ key }) => key)).toEqual([
    'Ban Tổ chức',
    'Sở Tài chính',
    null,
  ])
})
