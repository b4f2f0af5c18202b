import { expect, test } from 'vitest'
import { columnsOf, pastedBlock } from './bulk.ts'
import type { SlotCell, SlotView } from './contract.ts'
import { begunOn, cellKey, changesOf } from './grid.ts'
import { formatPlain } from './typed.ts'

const cells = (...ids: string[]) =>
  ids.map(
    (indicatorId): SlotCell => ({
      ...{ indicatorId, code: indicatorId, nameVi: '', nameEn: '', unit: 'item', kind: 'C' },
      ...{ measure: 'period', power: 0, direction: 'none', value: null, missingReason: null },
      ...{
        explanation: null,
        returnedReason: null,
        last: null,
        same: null,
        ...{ usual: null, latest: [], limits: { least: null, most: null } },
        expected: null,
      },
      ...{ statements: [], findingId: null },
    }),
  )

const row = (id: string, enter: boolean, ...ids: string[]) => {
  const slot = { id, version: 1, cells: cells(...ids), can: { enter } } as unknown as SlotView
  return { slot, typing: begunOn(slot, (value) => formatPlain(value, 'vi')) }
}

// The second unit has sent its report, the third does not report b.
const rows = [row('1', true, 'a', 'b'), row('2', false, 'a', 'b'), row('3', true, 'a')]
const columns = columnsOf(rows.map(({ slot }) => slot))

const pasted = (at: { row: number; column: number }, text: string) => {
  const found = pastedBlock(rows, columns, at, text)
  const values = [...(found?.typings ?? [])].flatMap(([id, typing]) =>
    changesOf(typing).map((one) => [id, one.indicatorId, one.value, one.method]),
  )
  return [found?.over, values]
}

test('a block goes to its units and lines, over none that is closed or not asked for', () => {
  expect(columns.map(cellKey)).toEqual(['a period', 'b period'])
  expect(pasted({ row: 0, column: 0 }, '1\t2,5\n3\t4\n\t6\n7\t8')).toEqual([
    5,
    [
      ['1', 'a', 1, 'pasted'],
      ['1', 'b', 2.5, 'pasted'],
    ],
  ])
})

test('an empty cell of the block leaves what is there, a single cell is the field’s', () => {
  expect(pasted({ row: 0, column: 0 }, '\t2\n')).toEqual([0, [['1', 'b', 2, 'pasted']]])
  expect(pastedBlock(rows, columns, { row: 0, column: 0 }, '12')).toBeNull()
})
