import { expect, test } from 'vitest'
import { endOf, labelAfter, laidOut, runsIn, stepOf } from './agenda.ts'
import { type AgendaLine, differenceOf, sameAgenda } from './difference.ts'
import { type Place, type RouteStep, standingOf, stepAfter } from './standing.ts'

/** `a:1/30` = item a of group 1 with 30 minutes. */
const items = (text: string) =>
  text.split(' ').map((word) => {
    const [, id = '', group, minutes] = /^(\w)(?::(\w))?(?:\/(\d+))?$/.exec(word) ?? []
    return {
      id,
      number: null,
      groupTitle: group ?? null,
      minutes: minutes ? Number(minutes) : null,
    }
  })

test('items are numbered and timed in order, as far as all before them have minutes', () => {
  const layout = laidOut(items('a:1/30 b:1/90 c:2 d:2/5'), '2026-12-08T08:00:00+07:00')
  expect(layout.groups.map(({ title, items: of }) => [title, of.length])).toEqual([
    ['1', 2],
    ['2', 2],
  ])
  const all = layout.groups.flatMap((group) => group.items)
  expect(all.map(({ number }) => number)).toEqual(['1', '2', '3', '4'])
  expect(all.map(({ startsAt }) => startsAt?.slice(11, 16))).toEqual([
    '01:00',
    '01:30',
    '03:00',
    undefined,
  ])
  expect([layout.minutes, layout.open]).toEqual([125, 1])
})

test('who knows of some items only reads the numbers and times of the whole agenda', () => {
  const all = items('a/30 b/90 c/20 d')
  const runs = runsIn(all, '2026-12-08T08:00:00+07:00')
  const some = all.slice(2, 3).map((item) => ({ ...item, runs: runs.get(item.id) }))
  const [only] = laidOut(some, '2026-12-08T08:00:00+07:00').groups[0]?.items ?? []
  expect(only).toMatchObject({ number: '3', startsAt: '2026-12-08T03:00:00.000Z' })
  expect(endOf(laidOut(some, null))).toBe('2026-12-08T03:20:00.000Z')
  expect([endOf(laidOut(all, '2026-12-08T01:00:00Z')), endOf(laidOut([], null))]).toEqual([
    null,
    null,
  ])
})

test.each([
  ['a b c', 'b', 'up', { before: 'a', groupTitle: null }],
  ['a b c', 'b', 'down', { before: null, groupTitle: null }],
  ['a b c', 'a', 'up', null],
  ['a b c', 'c', 'down', null],
  ['a:1 b:2 c:2', 'b', 'up', { before: 'c', groupTitle: '1' }],
  ['a:1 b:2 c:2', 'a', 'down', { before: 'b', groupTitle: '2' }],
  ['a:1 b:1 c:2', 'b', 'down', { before: 'c', groupTitle: '2' }],
] as const)('in %s a step of %s %s', (text, id, direction, move) => {
  expect(stepOf(items(text), id, direction)).toEqual(move)
})

test('versions are A, B, …, Z, AA', () => {
  expect([null, 'A', 'Y', 'Z', 'AZ', 'BZ'].map(labelAfter)).toEqual([
    'A',
    'B',
    'Z',
    'AA',
    'BA',
    'CA',
  ])
})

const line = (id: string, facts: Partial<AgendaLine> = {}): AgendaLine => ({
  id,
  number: null,
  groupTitle: null,
  title: id,
  minutes: null,
  submitter: null,
  asked: 'decide',
  level: 'participants',
  personnel: false,
  ...facts,
})
const lines = (ids: string) => [...ids].map((id) => line(id))
const told = (from: string, to: string) => {
  const { added, removed, moved } = differenceOf(lines(from), lines(to))
  return [added, removed, moved].map((all) => all.map(({ id }) => id).join(''))
}

test.each([
  ['abc', 'abc', ['', '', '']],
  ['', 'ab', ['ab', '', '']],
  ['abc', 'ac', ['', 'b', '']],
  ['abcde', 'eabcd', ['', '', 'e']],
  ['abcde', 'bcdea', ['', '', 'a']],
  ['abcd', 'xdbca', ['x', '', 'da']],
] as const)('from %s to %s: added, removed, moved', (from, to, expected) => {
  expect(told(from, to)).toEqual(expected)
})

test('changed facts are told with both values, a submitter by its name', () => {
  const sender = { id: '1', name: 'Sở Tài chính' }
  const before = [line('a', { minutes: 15, submitter: sender }), line('b')]
  const after = [line('a', { minutes: 20, title: 'A' }), line('b')]
  const difference = differenceOf(before, after)
  expect(difference.changed).toEqual([
    {
      line: after[0],
      facts: [
        { fact: 'title', before: 'a', after: 'A' },
        { fact: 'minutes', before: 15, after: 20 },
        { fact: 'submitter', before: 'Sở Tài chính', after: null },
      ],
    },
  ])
  expect([sameAgenda(difference), sameAgenda(differenceOf(before, before))]).toEqual([false, true])
})

const route: RouteStep[] = ['ubnd', 'btv', 'hdnd'].map((organisationId) => ({
  organisationId,
  asked: 'decide',
}))
const place = (body: string, outcome: Place['outcome'], status: Place['status'] = 'on'): Place => ({
  itemId: `${body} ${outcome}`,
  conferenceId: body,
  bodies: [body],
  status,
  outcome,
})
const states = (places: Place[], on = route) => {
  const { steps, now } = standingOf(on, places)
  return [steps.map(({ state }) => state).join(' '), now]
}

test('where a matter stands follows from what the bodies decided', () => {
  expect(states([])).toEqual(['ahead ahead ahead', 0])
  const passed = place('ubnd', 'agreed')
  expect(states([passed, place('btv', null)])).toEqual(['done placed ahead', 1])
  expect(states([passed, place('btv', 'returned')])).toEqual(['done returned ahead', 1])
  expect(states([passed, place('btv', 'postponed'), place('btv', null)])).toEqual([
    'done placed ahead',
    1,
  ])
  expect(states([passed, place('btv', null, 'withdrawn')])).toEqual(['done withdrawn ahead', 1])
  const all = [passed, place('btv', 'agreedInPrinciple'), place('hdnd', 'adopted')]
  expect(states(all)).toEqual(['done done done', null])
  expect(states([place('khac', 'noted')])).toEqual(['ahead ahead ahead', 0])
  expect(states([passed], [])).toEqual(['', null])
})

test('a body that is asked twice has two steps; a conference of several bodies takes the first open one', () => {
  const twice: RouteStep[] = [...route, { organisationId: 'btv', asked: 'note' }]
  const first = place('btv', 'agreed')
  expect(states([place('ubnd', 'agreed'), first, place('hdnd', 'adopted')], twice)).toEqual([
    'done done done ahead',
    3,
  ])
  const both = { ...place('ubnd', 'agreed'), bodies: ['hdnd', 'ubnd'] }
  expect(states([both])).toEqual(['done ahead ahead', 1])
  const standing = standingOf(route, [place('ubnd', 'agreed'), first])
  expect(stepAfter(standing, first.itemId)).toMatchObject({ organisationId: 'hdnd' })
  expect(stepAfter(standing, 'unknown')).toBeNull()
})
