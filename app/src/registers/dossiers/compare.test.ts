// What two drafts differ in, in a small notation: `= ` same, `+ ` added, `- ` removed, `~ ` changed with
// [-…-] and {+…+} inside.
import { expect, test } from 'vitest'
import { type Block, compareTexts, longest, mostEdits } from './compare.ts'
import { completeness, isLate, placed, stateOf } from './dossier.ts'

const signs = { same: '=', added: '+', removed: '-' } as const

const written = (block: Block): string => {
  if (block.kind !== 'changed') return `${signs[block.kind]} ${block.text}`
  const inside = block.pieces.map(({ kind, text }) =>
    kind === 'same' ? text : kind === 'added' ? `{+${text}+}` : `[-${text}-]`,
  )
  return `~ ${inside.join('')}`
}

function compared(before: string, after: string): string[] {
  const result = compareTexts(before, after)
  if ('refused' in result) throw new Error(result.refused)
  return result.blocks.map(written)
}

test.each([
  ['the same', 'a\nb', 'a\nb', ['= a', '= b']],
  ['spaces and empty lines', 'a  b \n\n c', 'a b\nc', ['= a b', '= c']],
  [
    'two ways to write one letter',
    'h\u1ed3 s\u01a1',
    'h\u006f\u0302\u0300 s\u006f\u031b',
    ['= hồ sơ'],
  ],
  ['a paragraph more', 'Một\nBa', 'Một\nHai\nBa', ['= Một', '+ Hai', '= Ba']],
  ['a paragraph less', 'Một\nHai\nBa', 'Một\nBa', ['= Một', '- Hai', '= Ba']],
  [
    'a figure',
    'Thu ngân sách đạt 8.250 tỷ đồng.',
    'Thu ngân sách đạt 8.520 tỷ đồng.',
    ['~ Thu ngân sách đạt [-8.250-]{+8.520+} tỷ đồng.'],
  ],
  [
    'several words in a row are one change',
    'Giao Sở Tài chính chủ trì thực hiện Đề án.',
    'Giao Sở Xây dựng chủ trì thực hiện Đề án.',
    ['~ Giao Sở [-Tài chính-]{+Xây dựng+} chủ trì thực hiện Đề án.'],
  ],
  [
    'a rewritten paragraph among new ones',
    'Điều 1. Phê duyệt Đề án nhà ở.',
    'Căn cứ Luật Nhà ở;\nĐiều 1. Phê duyệt Đề án phát triển nhà ở.',
    ['+ Căn cứ Luật Nhà ở;', '~ Điều 1. Phê duyệt Đề án {+phát triển +}nhà ở.'],
  ],
  ['nothing in common', 'Một hai ba', 'Bốn năm sáu', ['- Một hai ba', '+ Bốn năm sáu']],
  ['from nothing', '', 'Một', ['+ Một']],
])('%s', (_, before, after, expected) => {
  expect(compared(before, after)).toEqual(expected)
})

test('either side is read back from the comparison, whatever was changed', () => {
  const before =
    'Mục tiêu\nĐến năm 2030 có 5.000 căn.\nKinh phí: 120 tỷ.\nTổ chức thực hiện\nKết thúc'
  const after =
    'Mục tiêu chung\nĐến năm 2030 có 7.000 căn hộ.\nPhụ lục\nTổ chức thực hiện\nKết thúc!'
  const result = compareTexts(before, after)
  if ('refused' in result) throw new Error(result.refused)
  const side = (without: 'added' | 'removed') =>
    result.blocks
      .filter((block) => block.kind !== without)
      .map((block) =>
        block.kind === 'changed'
          ? block.pieces
              .filter((piece) => piece.kind !== without)
              .map((piece) => piece.text)
              .join('')
          : block.text,
      )
      .join('\n')
  expect(side('added')).toBe(before)
  expect(side('removed')).toBe(after)
})

test('what is too long, or has too little in common, is refused and not guessed', () => {
  expect(compareTexts('a'.repeat(longest + 1), 'a')).toEqual({ refused: 'tooLong' })
  const lines = (word: string) =>
    Array.from({ length: mostEdits }, (_, at) => `${word} ${at}`).join('\n')
  expect(compareTexts(lines('trước'), lines('sau'))).toEqual({ refused: 'tooDifferent' })
})

test('where a dossier stands, late or not', () => {
  const due = '2026-12-01T10:00:00Z'
  const before = new Date('2026-12-01T09:59:59Z')
  const after = new Date('2026-12-01T10:00:01Z')
  expect(isLate(before, due)).toBe(false)
  expect(isLate(after, due)).toBe(true)
  expect(isLate(after, null)).toBe(false)
  expect(stateOf(undefined, due, before)).toBe('preparing')
  expect(stateOf(undefined, due, after)).toBe('overdue')
  expect(stateOf({ outcome: null }, due, after)).toBe('submitted')
  expect(stateOf({ outcome: 'sentBack' }, due, after)).toBe('sentBack')
})

test('what kinds of papers are there, and where a paper goes in the order', () => {
  expect(completeness(['draft', 'annex', 'annex']).map(({ kind, count }) => [kind, count])).toEqual(
    [
      ['submission', 0],
      ['draft', 1],
      ['appraisal', 0],
      ['opinions', 0],
      ['annex', 2],
      ['reference', 0],
    ],
  )
  expect(placed(['a', 'b', 'c'], 'c', 1)).toEqual(['c', 'a', 'b'])
  expect(placed(['a', 'b', 'c'], 'a', 9)).toEqual(['b', 'c', 'a'])
})
