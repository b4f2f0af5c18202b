import { expect, test } from 'vitest'
import { safeFileName, titleOf } from './document.ts'

test.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\x\\báo cáo.docx', 'báo cáo.docx'],
  ['a\u0000b\n.txt', 'ab.txt'],
  ['...', 'van-ban'],
  ['bao-cao\u202Excod.exe', 'bao-caoxcod.exe'],
  ['a\u200bb\u2066\r\n\u0085.docx', 'ab.docx'],
  [`${'ế'.repeat(300)}.docx`, `${'ế'.repeat(195)}.docx`],
  ['a\ud800.txt', 'a\ufffd.txt'],
  ['', 'van-ban'],
])('%j is named %j', (given, name) => {
  expect(safeFileName(given)).toBe(name)
})

test('a title is the first line that is not a day', () => {
  const text = 'Thứ hai, 21/10/2024\n\n 08:30 \nHội nghị giao ban tháng 10\nNội dung'
  expect(titleOf(undefined, undefined, text, 'a.txt')).toBe('Hội nghị giao ban tháng 10')
  expect(titleOf(' Cho trước ', 'Của tệp', text, 'a.txt')).toBe('Cho trước')
  expect(titleOf(undefined, 'Của tệp', text, 'a.txt')).toBe('Của tệp')
  expect(titleOf(undefined, undefined, ' \n', 'a.txt')).toBe('a.txt')
})

test('a long first line is cut at a word', () => {
  const title = titleOf(undefined, undefined, 'từ '.repeat(200), 'a.txt')
  expect(title.length).toBeLessThanOrEqual(200)
  expect(title.endsWith(' từ…')).toBe(true)
})

test('a title holds whole characters and nothing invisible', () => {
  const title = titleOf(undefined, undefined, `${'a'.repeat(198)}😀 b`, 'a.txt')
  expect(title.isWellFormed()).toBe(true)
  expect(titleOf('x\u0000\u202Ey', undefined, '', 'a.txt')).toBe('x y')
})
