// E9: no regular expression of ours can be kept busy by a text from outside. What the rule of thumb cannot
// judge (repetitions in repetitions, looking ahead and behind) was looked at one by one; the figures of all on
// long texts: bench/patterns.ts.
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cannotExplode, patternsIn } from '../../reader/test/patterns.ts'
import { decodeHtml } from '../src/office/decode.ts'

/** Each repetition begins with what the one before it cannot end with, so a text is read in one way. */
const looked = new Set([
  String.raw`^127(\.\d{1,3}){3}$`,
  String.raw`(?<=')[^']+(?=')`,
  String.raw`[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}`,
  String.raw`^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$`,
  String.raw`^\uFEFF?\s*(<\?xml[^>]*>\s*)?(<!--(?:(?!-->)[\s\S]){0,2000}-->\s*)*<(!doctype\s+html|html|head|body|meta|title|article|main|section|div|table|p|h1)\b`,
  String.raw`^\s{0,3}(>\s?)+`,
  String.raw`^\s{0,3}([-*_]\s*){3,}$`,
  String.raw`(?<!\\)\|`,
  String.raw`<\/?[a-z][a-z0-9]{0,10}(\s[^>]{0,500})?\/?>`,
  String.raw`(\*\*|__)(?=\S)([^*_]{1,2000}?)(?<=\S)\1`,
  String.raw`(?<![\p{L}\p{N}*])\*(?=\S)([^*]{1,2000}?)(?<=\S)\*(?![\p{L}\p{N}*])`,
  String.raw`(?<![\p{L}\p{N}_])_(?=\S)([^_]{1,2000}?)(?<=\S)_(?![\p{L}\p{N}_])`,
  String.raw`^([-–•*+]|\d{1,3}(\.\d{1,3})*[.)]?|[a-zđ][.)]|[IVXLC]+\.)$`,
  String.raw`^[-–\s]*(?:trang\s*|page\s*)?(\d{1,4})(?:\s*(?:\/|of)\s*\d{1,4})?[-–\s]*$`,
  String.raw`^([-–•*+]\s|\d{1,3}(\.\d{1,3})*[.)]\s|[a-zđ][.)]\s|[IVXLC]+\.\s|Điều\s\d)`,
  String.raw`^(\d{1,2})(?:\s*[:hg.]\s*(\d{2})?|(\d{2}))?$`,
  String.raw`[mМｍ][^\p{L}\n]{0,4}[aậâаａëä][^\p{L}\n]{0,4}(?:[äậâ][^\p{L}\n]{0,4})?[tТｔ]|BÓC BÌ`,
  String.raw`(?<=[.;:])\s`,
  String.raw`^[^\p{L}]*\p{L}(?:[ ._-]+\p{L})+[^\p{L}]*$`,
  String.raw`\s+|\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}]+|[^\s\p{L}\p{M}\p{N}]`,
  String.raw`^(toàn bộ|một phần|phần còn lại|phần)\s+(diện tích[^,]*?của\s+|của\s+|lớn\s+)?`,
  String.raw`^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$`,
  String.raw`\s*(?:(\d+(?:\.\d+)?|[a-z][a-z0-9_.]*|[-+*/()]))`,
  String.raw`^(\d{4})(?:-(M|Q|S|YTD)(\d{1,2}))?$`,
  String.raw`^(\d{4}-\d{2}-\d{2})(?:\/(\d{4}-\d{2}-\d{2}))?$`,
])

test('no pattern can backtrack without end', () => {
  const all = patternsIn(join(import.meta.dirname, '../src'))
  expect(all.length).toBeGreaterThan(200)
  expect(all.filter((one) => !looked.has(one.pattern) && !cannotExplode(one))).toEqual([])
})

test('a page that begins with a row of comments is known at once', () => {
  // With one way more to read each of them this would not end.
  const row = '<!---->'.repeat(400)
  expect(decodeHtml(Buffer.from(`${row}x`))).toBeNull()
  expect(decodeHtml(Buffer.from(`${row}<html>Có</html>`))).toContain('Có')
})
