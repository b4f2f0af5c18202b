import { expect, test } from 'vitest'
import { movementOf, tellingComparisons, toneOf } from './movement.ts'

type Comparison = Parameters<typeof movementOf>[0]

const comparison = (part: Partial<Comparison>): Comparison => ({
  quote: '',
  direction: 'ratio',
  amount: null,
  unit: null,
  versus: null,
  base: null,
  ...part,
})

test.each([
  [{ direction: 'down', amount: 2, unit: '%' }, 'down'],
  [{ amount: 1.52, unit: 'times' }, 'up'],
  [{ amount: 0.8, unit: 'times' }, 'down'],
  [{ amount: 98.6, unit: '%', versus: 'samePeriod' }, 'down'],
  [{ amount: 100, unit: '%', versus: 'previousPeriod' }, 'level'],
  [{ amount: 104, unit: '%', versus: 'plan' }, 'share'],
  [{ amount: 1.2, unit: 'times', versus: 'plan' }, 'share'],
  [{ amount: 39, unit: '%' }, 'share'],
] satisfies [Partial<Comparison>, string][])('%j moves %s', (part, movement) => {
  expect(movementOf(comparison(part))).toBe(movement)
})

test('more accidents are bad, fewer are good, imports are neither', () => {
  expect(toneOf('up', 'down')).toBe('bad')
  expect(toneOf('down', 'down')).toBe('good')
  expect(toneOf('up', 'up')).toBe('good')
  expect(toneOf('up', 'band')).toBe('')
  expect(toneOf('down', 'none')).toBe('')
  expect(toneOf('share', 'up')).toBe('')
})

test('what repeats a rate of growth is left out, what names its base or way is not', () => {
  const up = comparison({ direction: 'up', amount: 3.4, unit: '%' })
  const shown = (one: Comparison, kind: 'C' | 'P' | 'R' = 'R') =>
    tellingComparisons({ value: 3.4, unit: '%', comparisons: [one] }, kind).length
  expect(shown(up)).toBe(0)
  expect(shown({ ...up, versus: 'samePeriod' })).toBe(1)
  expect(shown({ ...up, direction: 'down' })).toBe(1)
  expect(shown({ ...up, amount: 5 })).toBe(1)
  expect(shown(up, 'P')).toBe(1)
})
