import { expect, test } from 'vitest'
import type { SlotCell, SlotView } from './contract.ts'
import { rowsOf, sheetColumns, valuesOf } from './sheet.ts'
import { vi } from './texts.ts'

const cell: SlotCell = {
  ...{ indicatorId: 'i', code: 'NGHEO', nameVi: '', nameEn: '', unit: '%', measure: 'period' },
  ...{ power: 0, kind: 'P', direction: 'down', value: 5.125, missingReason: null },
  ...{
    explanation: 'Rà soát lại',
    returnedReason: null,
    last: null,
    same: null,
    ...{ usual: null, latest: [], limits: { least: null, most: null } },
    expected: null,
  },
  ...{ statements: [], findingId: null },
}
const slot = { id: 's', cells: [cell] } as unknown as SlotView
const head = sheetColumns.map((column) => vi.sheet[column])

/** What comes in where the figure and the explanation of the only row are these. */
function taken(figure: string | number, explanation: string) {
  const row = ['NGHEO/period', '', '', '', '', '', figure, '', explanation, 's']
  const { values, problems } = valuesOf([head, row], slot, 'vi')
  return problems[0]?.code ?? [values[0]?.value, values[0]?.explanation]
}

test('a share goes out as text that is read as one number, and comes in with its sign or without', () => {
  const written = rowsOf(slot, 'vi')[0]?.[6]
  expect(written).toEqual({ text: '5,1250' })
  expect(taken('5,1250', 'x')).toEqual([5.125, 'x'])
  expect(taken('12,5%', 'x')).toEqual([12.5, 'x'])
  expect(taken('5,125', 'x')).toBe('ambiguous')
})

test('numbers come in without the noise of their binary form', () => {
  expect(taken(0.1 + 0.2, 'x')).toEqual([0.3, 'x'])
})

test('without an explanation the one of a figure that stands stays, of another it goes', () => {
  expect(taken('5,1250', '')).toEqual([5.125, 'Rà soát lại'])
  expect(taken('6', '')).toEqual([6, null])
})

test('a figure that a sentence says keeps it, also where the file explains it anew', () => {
  const stated = { id: 's', cells: [{ ...cell, findingId: 'f' }] } as unknown as SlotView
  const given = (figure: string) => {
    const row = ['NGHEO/period', '', '', '', '', '', figure, '', 'Lý do mới', 's']
    const [value] = valuesOf([head, row], stated, 'vi').values
    return [value?.method, value?.findingId]
  }
  expect(given('5,1250')).toEqual(['document', 'f'])
  expect(given('6')).toEqual(['file', undefined])
})
