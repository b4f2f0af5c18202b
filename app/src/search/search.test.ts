import { expect, test } from 'vitest'
import { excerptOf, foldText, highlightsIn, score, tsQuery } from './search.ts'

test('folding keeps every offset', () => {
  const text = 'Đẩy nhanh TIẾN ĐỘ giải phóng mặt bằng – 45,6%'
  expect(foldText(text)).toBe('day nhanh tien do giai phong mat bang – 45,6%')
  expect(foldText(text)).toHaveLength(text.length)
})

test.each([
  ['giai phong', [[8, 18]]],
  ['GIẢI PHÓNG', [[8, 18]]],
  [
    'phong giai',
    [
      [8, 12],
      [13, 18],
    ],
  ],
  ['hong', []],
  ['Tiến', [[0, 4]]],
])('%s is highlighted where it stands', (query, expected) => {
  expect(highlightsIn('Tiến độ giải phóng', query)).toEqual(expected)
})

test('decomposed and composed queries find the same', () => {
  const text = 'đường cao tốc'
  expect(highlightsIn(text, 'đường'.normalize('NFD'))).toEqual(highlightsIn(text, 'đường'))
  expect(highlightsIn(text, 'duong')).toEqual([[0, 5]])
})

test('a query is words only, whatever is typed', () => {
  expect(tsQuery(`giải & !phóng | ' ; --`)).toBe('giai:* & phong:*')
  expect(tsQuery('  & | ')).toBeNull()
})

test('a title beats a body, diacritics beat none', () => {
  expect(score('Giải ngân', '', 'giải ngân')).toBeGreaterThan(score('Giai ngan', '', 'giải ngân'))
  expect(score('Giải ngân', '', 'giải ngân')).toBeGreaterThan(score('', 'Giải ngân', 'giải ngân'))
})

test('an excerpt is cut at spaces and its highlights lie on the words', () => {
  const text = `${'Mở đầu dài dòng. '.repeat(30)}Công tác giải ngân còn chậm.${' Kết thúc.'.repeat(50)}`
  const { excerpt, highlights, at } = excerptOf(text, 'giai ngan')
  const [start = 0, end = 0] = highlights[0] ?? []
  expect(excerpt.slice(start, end)).toBe('giải ngân')
  expect(text.slice(at, at + 9)).toBe('giải ngân')
  expect(excerpt.startsWith('… ')).toBe(true)
  expect(excerpt.endsWith(' …')).toBe(true)
})
