import { expect, it } from 'vitest'
import { classesOf, groupTiles } from './tiles.ts'

it('puts places under what they are, by the names behind that word; other bodies are on no map', () => {
  const units = ['Xã Đồng Vịnh', 'Sở Tài chính', 'Phường Sơn Trung', 'Xã Ân Hòa', 'Xã Bằng Lũng']
  expect(
    groupTiles(units.map((name) => ({ name }))).map(({ kind, tiles }) => [
      kind,
      tiles.map(({ short }) => short),
    ]),
  ).toEqual([
    ['Phường', ['Sơn Trung']],
    ['Xã', ['Ân Hòa', 'Bằng Lũng', 'Đồng Vịnh']],
  ])
})

it.each<[string, (number | null)[], (number | null)[]]>([
  ['five figures', [50, 10, 40, 20, 30], [5, 1, 4, 2, 3]],
  ['equal ones are in one class', [1, 1, 1, 1, 9], [1, 1, 1, 1, 5]],
  ['all equal', [7, 7, 7], [1, 1, 1]],
  ['one', [3], [1]],
  ['below zero', [-5, 0, 5], [1, 2, 4]],
  ['none is there', [null, null], [null, null]],
  ['some are missing', [null, 2, null, 1], [null, 3, null, 1]],
])('parts figures into classes: %s', (_, values, expected) => {
  expect(classesOf(values)).toEqual(expected)
})

it('fills five classes evenly for 130 communes', () => {
  const found = classesOf(Array.from({ length: 130 }, (_, at) => at))
  for (let level = 1; level <= 5; level++)
    expect(found.filter((one) => one === level)).toHaveLength(26)
})
