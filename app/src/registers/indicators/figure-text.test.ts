import { expect, test } from 'vitest'
import { typedFigure } from './figure-text.ts'

test.each([
  ['6.000 tỷ đồng', 'VND', { low: 6e12, high: 6e12 }],
  ['5.738,9 tỷ', 'VND', { low: 5.7389e12, high: 5.7389e12 }],
  ['8,3-8,5%', '%', { low: 8.3, high: 8.5 }],
  ['từ 8,3% đến 8,5%', '%', { low: 8.3, high: 8.5 }],
  ['-5,25%', '%', { low: -5.25, high: -5.25 }],
  ['-8,5-8,3%', '%', 'unread'],
  ['trên 95 %', '%', { low: 95, high: 95 }],
  ['60 triệu đồng/người', 'VND/person', { low: 6e7, high: 6e7 }],
  ['12 xã', 'commune', { low: 12, high: 12 }],
  ['0 vụ', 'case', { low: 0, high: 0 }],
  ['45', 'item', { low: 45, high: 45 }],
  ['1.250', 'item', { low: 1250, high: 1250 }],
  // A bare number says nothing of đồng, triệu or tỷ.
  ['6.000', 'VND', 'unit'],
  ['95 xã', '%', 'unit'],
  ['1,5 điểm %', '%', 'unit'],
  ['6.000 tỷ đồng', 'item', 'unit'],
  ['', 'item', 'unread'],
  ['nhiều', '%', 'unread'],
  ['5 % và 7 %', '%', 'unread'],
  ['95 % nếu trời không mưa', '%', 'unread'],
] as const)('%s in %s', (text, unit, read) => {
  expect(typedFigure(text, unit)).toEqual(read)
})
