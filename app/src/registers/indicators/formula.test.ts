import { expect, test } from 'vitest'
import { codesIn, evaluateFormula, formulaCycle, parseFormula } from './formula.ts'

const values: Record<string, number> = { thu: 200, chi: 50, khong: 0, 'own_so_ho.2': 4 }

/** What a text comes to; `@n` where it cannot be read. */
function worth(text: string): number | null | string {
  const formula = parseFormula(text)
  if ('faultAt' in formula) return `@${formula.faultAt}`
  return evaluateFormula(formula, (code) => values[code] ?? null)
}

test.each([
  ['100 * chi / thu', 25],
  ['thu - chi - 10', 140],
  ['thu / chi / 2', 2],
  ['2 + 3 * 4', 14],
  ['(2 + 3) * 4', 20],
  ['-thu + --chi', -150],
  ['1.5*own_so_ho.2', 6],
  ['thu / khong', null],
  ['thu + chua_co', null],
  ['', '@0'],
  ['thu +', '@5'],
  ['thu chi', '@4'],
  ['(thu', '@4'],
  ['thu)', '@3'],
  ['thu ^ 2', '@4'],
  ['1,5 * thu', '@1'],
  ['constructor.constructor', null],
  ['thu; process.exit()', '@3'],
  [`${'('.repeat(60)}1${')'.repeat(60)}`, '@51'],
])('%s', (text, expected) => {
  expect(worth(text)).toBe(expected)
})

test('the codes of a formula, and the way of one back to itself', () => {
  const formula = parseFormula('a + b * (a - c) / 2')
  expect('kind' in formula && codesIn(formula)).toEqual(['a', 'b', 'c'])
  const parts: Record<string, string[]> = { a: ['b', 'c'], b: ['c'], c: ['d'], d: ['b'], e: ['a'] }
  const partsOf = (code: string) => parts[code] ?? []
  expect(formulaCycle('b', partsOf)).toEqual(['b', 'c', 'd', 'b'])
  expect(formulaCycle('a', partsOf)).toBeNull()
  expect(formulaCycle('x', () => ['x'])).toEqual(['x', 'x'])
})
