import { expect, test } from 'vitest'
import { type Option, rank } from './Combobox.tsx'

const options: Option[] = [
  { value: 'a', label: 'Chi ngân sách địa phương' },
  { value: 'b', label: 'Tổng thu ngân sách nhà nước', also: ['thu ngân sách'] },
  { value: 'c', label: 'Thu nội địa' },
  { value: 'd', label: 'Diện tích đất lúa' },
]

const found = (typed: string) => rank(options, typed).map((option) => option.value)

test('typed without diacritics it finds all the same, the best first', () => {
  expect(found('thu ngan sach')).toEqual(['b'])
  expect(found('thu')).toEqual(['c', 'b'])
  expect(found('dat lua')).toEqual(['d'])
  expect(found('Đất')).toEqual(['d'])
  expect(found('')).toEqual(['a', 'b', 'c', 'd'])
  expect(found('xuất khẩu')).toEqual([])
})
