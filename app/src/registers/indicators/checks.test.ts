import { expect, test } from 'vitest'
import { askedIn, en, vi } from './check-texts.ts'
import {
  checkCodes,
  growthDiffers,
  lateWithoutReason,
  outlier,
  outsideLimits,
  type Question,
  shareDiffers,
  stageFalls,
  sumDiffers,
  totalFalls,
  unchangedThrice,
  unitMismatch,
} from './checks.ts'

const history = [100, 104, 98, 101, 97, 103]
const money = { written: null, own: 'VND' }
const limits = { least: 0, most: 100 }
const sum = (value: number | null, parts = 3) => ({ value, parts, of: 3 })

/** Each check once where it asks, and where it does not. */
const cases: [string, Question | null, Partial<Question> | null][] = [
  ['far from its history', outlier(140, history), { code: 'V1', found: 140, against: 100.5 }],
  ['near its history', outlier(107, history), null],
  ['no history to speak of', outlier(140, history.slice(2)), null],
  ['always the same so far', outlier(140, [5, 5, 5, 5, 5]), null],
  ['a total that falls', totalFalls(90, 100), { code: 'V2', found: 90, against: 100 }],
  ['a total that stays', totalFalls(100, 100), null],
  // "Tổng thu đạt 5.738,9%": a report really said so.
  [
    'percent for money',
    unitMismatch(5738.9, 5.3e12, { written: '%', own: 'VND' }),
    { about: 'unit' },
  ],
  ['tỷ for triệu', unitMismatch(5.3e12, 5.1e9, money), { code: 'V3', about: 'thousand' }],
  ['triệu for tỷ', unitMismatch(5.3e9, 5.1e12, money), { about: 'thousand' }],
  ['ten times', unitMismatch(5.3e10, 5.1e9, money), null],
  ['from nothing', unitMismatch(5.3e12, 0, money), null],
  ['bodies do not add up', sumDiffers(sum(980), 1000), { code: 'V4', found: 980, against: 1000 }],
  ['bodies add up but for rounding', sumDiffers(sum(995), 1000), null],
  ['not all bodies are there', sumDiffers(sum(500, 2), 1000), null],
  ['over a hundred percent', outsideLimits(101, limits), { code: 'V5', against: 100 }],
  ['below zero', outsideLimits(-1, limits), { code: 'V5', against: 0 }],
  ['within', outsideLimits(98.35, limits), null],
  ['no limits', outsideLimits(5738.9, { least: null, most: null }), null],
  ['growth typed wrongly', growthDiffers(29.3, 28.9), { code: 'V6', found: 29.3, against: 28.9 }],
  ['growth rounded', growthDiffers(29.3, 29.34), null],
  ['growth of nothing', growthDiffers(29.3, null), null],
  ['share typed wrongly', shareDiffers(98.35, 107.4), { code: 'V7', against: 107.4 }],
  ['share rounded', shareDiffers(49.5, 49.546), null],
  ['official becomes an estimate', stageFalls('official', 'estimate'), { code: 'V8' }],
  ['an estimate becomes official', stageFalls('estimate', 'official'), null],
  ['the third time the same', unchangedThrice(7, [3, 7, 7]), { code: 'V9', found: 7 }],
  ['the second time the same', unchangedThrice(7, [3, 7]), null],
  ['three times nothing', unchangedThrice(0, [0, 0]), null],
  [
    'after publication, no reason',
    lateWithoutReason('2026-10-07', '2026-10-06', ' '),
    { code: 'V10' },
  ],
  ['after publication, a reason', lateWithoutReason('2026-10-07', '2026-10-06', 'x'), null],
  ['before publication', lateWithoutReason('2026-10-05', '2026-10-06', null), null],
]

test.each(cases)('%s', (_, found, expected) => {
  if (expected === null) expect(found).toBeNull()
  else expect(found).toMatchObject(expected)
})

test('every check asks here, and is told in both languages with its numbers', () => {
  const questions = cases.flatMap(([, found]) => found ?? [])
  expect(new Set(questions.map((one) => one.code))).toEqual(new Set(checkCodes))
  for (const question of questions) {
    for (const words of [vi, en]) {
      const said = askedIn(words, question, (value) => `«${value}»`)
      if (question.found !== null) expect(said).toContain(`«${question.found}»`)
      expect(said).not.toMatch(/undefined|null/)
    }
  }
})
