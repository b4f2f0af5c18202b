import { expect, test } from 'vitest'
import { formatQuantity } from './quantity.ts'

test.each([
  [
    { value: 390e12, unit: 'VND', bound: 'almost' },
    'gần 390.000 tỷ đồng',
    'almost 390,000 billion VND',
  ],
  [{ value: 9e6, unit: 'VND/person' }, '9 triệu đồng/người', '9 million VND/person'],
  [{ value: 110, of: 128, unit: 'commune' }, '110/128 xã', '110/128 communes'],
  [{ value: 6.5, max: 7, unit: '%' }, '6,5–7%', '6.5–7%'],
  [{ value: 1, unit: 'case' }, '1 vụ việc', '1 case'],
  [
    { value: 50, unit: 'item', unitText: 'giải pháp', bound: 'over' },
    'trên 50 giải pháp',
    'over 50 giải pháp',
  ],
  [{ value: null, unit: '%' }, '', ''],
])('%o is written as people write it', (quantity, vi, en) => {
  expect(formatQuantity(quantity, 'vi')).toBe(vi)
  expect(formatQuantity(quantity, 'en')).toBe(en)
})
