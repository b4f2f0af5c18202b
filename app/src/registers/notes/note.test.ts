import { expect, test } from 'vitest'
import { anchorIn, settle, type Written } from './note.ts'

const at = (minute: number) => `2026-01-01T00:${String(minute).padStart(2, '0')}:00.000Z`
const written = (version: number, body: string, minute = 0): Written & { deleted: boolean } => ({
  version,
  body,
  mark: 'note',
  at: at(minute),
  deleted: false,
})

test.each([
  ['an edit that knew the text replaces it', written(3, 'cũ'), written(3, 'mới'), 'replace'],
  ['the same twice is once', written(4, 'mới'), written(3, 'mới'), 'same'],
  [
    'a text of another device stays beside the later one',
    written(4, 'A'),
    written(3, 'B', 1),
    { both: 'incoming' },
  ],
  [
    'also where the other device was later',
    written(4, 'A', 2),
    written(3, 'B', 1),
    { both: 'current' },
  ],
  ['a mark without words gives way', written(4, ''), written(3, 'B'), 'replace'],
  ['and never takes words away unseen', written(4, 'A'), written(3, '', 9), 'same'],
  [
    'words come back after a deletion elsewhere',
    { ...written(4, ''), deleted: true },
    written(3, 'B'),
    'replace',
  ],
] as const)('%s', (_, current, incoming, settled) => {
  expect(settle(current, incoming)).toEqual(settled)
})

test.each([
  ['where it was', 'Thu đạt 12 tỷ.', 4, 'đạt 12', '4'],
  ['after words were put before it', 'Năm nay: Thu đạt 12 tỷ.', 4, 'đạt 12', '13'],
  ['across a new line', 'Thu đạt\n12 tỷ.', 2, 'đạt 12', '4'],
  ['at the nearest of several', 'đạt 12, đạt 12, đạt 12', 9, 'đạt 12', '8'],
  ['letters that mean something in a pattern', 'a (b) [c]? d', 0, '(b) [c]?', '2'],
  ['gone', 'Thu đạt 13 tỷ.', 4, 'đạt 12', 'null'],
  ['of no words', 'Thu', 0, ' ', 'null'],
])('a note is found again %s', (_, text, start, quote, expected) => {
  const found = anchorIn(text, { start, end: start + quote.length, quote })
  expect(String(found?.[0] ?? null)).toBe(expected)
  if (found) expect(text.slice(...found).replace(/\s+/g, ' ')).toBe(quote)
})
