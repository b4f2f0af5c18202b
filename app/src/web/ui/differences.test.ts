import { expect, test } from 'vitest'
import { differencesOf } from './differences.ts'

test('what one sends beside what stands there, as far as both say it', () => {
  const current = {
    name: 'Đường A',
    note: null,
    total: 5,
    tags: ['a'],
    owner: { id: 'x' },
    version: 3,
  }
  expect(
    differencesOf(current, { name: 'Đường B', note: null, total: 6, tags: ['b'], ownerId: 'y' }),
  ).toEqual([
    { field: 'name', before: 'Đường A', after: 'Đường B' },
    { field: 'total', before: 5, after: 6 },
    { field: 'tags', before: ['a'], after: ['b'] },
  ])
})

test('parts of a part are told by both names', () => {
  const current = { setting: { basis: 'x', remindDays: 3 }, days: [{ day: '2026-01-01' }] }
  expect(
    differencesOf(current, {
      setting: { basis: 'x', remindDays: 5 },
      days: [{ day: '2026-01-02' }],
    }),
  ).toEqual([{ field: 'setting.remindDays', before: 3, after: 5 }])
})

test('nothing where nothing was sent, or all of it stands there already', () => {
  expect(differencesOf({ name: 'A' }, undefined)).toEqual([])
  expect(differencesOf({ name: 'A', version: 2 }, { name: 'A' })).toEqual([])
})
