import { describe, expect, test } from 'vitest'
import { notedFrom } from './said.ts'
import { offersOf, type SaidQuantity, sentenceAround } from './sentences.ts'

const text = 'Mở đầu.\nDự án A đạt 45% khối lượng. Dự án B giải ngân 12,5 tỷ đồng! Kết thúc'

test.each([
  ['Dự án A', 'Dự án A đạt 45% khối lượng.'],
  ['Dự án B', 'Dự án B giải ngân 12,5 tỷ đồng!'],
  ['Mở', 'Mở đầu.'],
  ['Kết', 'Kết thúc'],
])('the sentence of %s', (name, sentence) => {
  const at = text.indexOf(name)
  const [from, to] = sentenceAround(text, at, at + name.length)
  expect(text.slice(from, to)).toBe(sentence)
})

const said = (value: number, unit: string, more: Partial<SaidQuantity> = {}): SaidQuantity => ({
  ...{ start: 0, end: 1, value, unit, bound: null, max: null, ...more },
})

describe('a sentence offers', () => {
  test('a share as progress, an amount as disbursed, trouble as an obstacle', () => {
    expect(offersOf('Khối lượng đạt 45%.', [said(45, '%')])).toEqual([
      { offer: 'progress', value: 45 },
    ])
    expect(
      offersOf('Đã giải ngân 12 tỷ đồng, bằng 60% kế hoạch.', [said(12e9, 'VND'), said(60, '%')]),
    ).toEqual([{ offer: 'disbursed', value: 12e9 }])
    expect(offersOf('Còn vướng mắc về mặt bằng.', [])).toEqual([{ offer: 'obstacle', value: null }])
  })

  test('nothing where it says two figures, only a bound, or not what its figure is', () => {
    expect(offersOf('Khối lượng đạt 45%, năm trước 30%.', [said(45, '%'), said(30, '%')])).toEqual(
      [],
    )
    expect(offersOf('Khối lượng đạt gần 45%.', [said(45, '%', { bound: 'almost' })])).toEqual([])
    expect(offersOf('Vốn giao 12 tỷ đồng.', [said(12e9, 'VND')])).toEqual([])
    expect(offersOf('Khối lượng đạt 145%.', [said(145, '%')])).toEqual([])
  })
})

test('a note says nothing of a document that not everybody may read', () => {
  const document = { id: 'd', title: 'Thông báo' }
  const sentence = { document, date: null, start: 0, end: 9, quote: 'Đạt 45%.', offers: [] }
  const noted = (open: boolean) => notedFrom({ sentence: { ...sentence, open }, value: 45 })
  expect(noted(true)).toBe('“Đạt 45%.” (Thông báo)')
  expect(noted(false)).toBe('')
  expect(notedFrom(undefined)).toBe('')
})
