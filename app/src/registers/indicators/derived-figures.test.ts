import { describe, expect, test } from 'vitest'
import { assumedDefinition } from './definition.ts'
import {
  type Catalogue,
  madeOfAll,
  type Placed,
  wholeByFormula,
  withFormulas,
} from './derived-figures.ts'

const flow = assumedDefinition({ kind: 'C', unit: 'item', priceBasis: '' })
const formulas: Record<string, string> = { share: '100 * part / whole', twice: '2 * share' }

const catalogue: Catalogue = {
  idOf: (code) => code,
  rulesOn: (id) => ({ ...flow, formula: formulas[id] ?? null }),
  formulasOf: (id) => (formulas[id] ? [formulas[id]] : []),
}

const figure = (
  indicatorId: string,
  organisationId: string | null,
  month: string,
  value: number,
  more: Partial<Placed> = {},
): Placed => ({
  ...{ indicatorId, organisationId, periodFrom: `2026-${month}-01`, periodTo: `2026-${month}-28` },
  ...{ accumulation: 'period', value, missingReason: null, stage: 'official', ...more },
})

const told = [
  ...[figure('whole', 'a', '02', 4), figure('part', 'a', '02', 3, { stage: 'estimate' })],
  ...[figure('whole', 'b', '02', 16), figure('part', 'b', '02', 4)],
  figure('whole', 'c', '02', 5),
]

const values = (ids: string[], of = told) =>
  withFormulas(of, ids, catalogue).map((one) => [one.organisationId, one.value, one.stage])

describe('what formulas give', () => {
  test('is worked out of each body’s own parts, as settled as the least settled', () => {
    expect(values(['share'])).toEqual([
      ['a', 75, 'estimate'],
      ['b', 25, 'official'],
    ])
    expect(values(['twice'])).toEqual([
      ['a', 150, 'estimate'],
      ['b', 50, 'official'],
    ])
  })

  test('stands in the place of what was reported, which stays where a part is missing', () => {
    const own = [
      ...[figure('share', 'a', '02', 1), figure('share', 'c', '02', 2)],
      // The same days told as a total are the same days.
      figure('share', 'b', '02', 3, { accumulation: 'cumulative' }),
    ]
    expect(values(['share'], [...told, ...own])).toEqual([
      ['c', 2, 'official'],
      ['a', 75, 'estimate'],
      ['b', 25, 'official'],
    ])
  })

  test('is nothing where it would be divided by zero', () => {
    const none = [figure('whole', 'a', '02', 0), figure('part', 'a', '02', 0)]
    expect(values(['share'], none)).toEqual([])
  })

  test('of all together is of their parts together, never the mean of shares', () => {
    const acrossOf = () => 'sum' as const
    expect(
      wholeByFormula('share', ['a', 'b', 'c'], '2026-02-28', told, { ...catalogue, acrossOf }),
    ).toEqual({ value: 35, parts: 2, of: 3 })
    expect(wholeByFormula('share', ['c'], '2026-02-28', told, { ...catalogue, acrossOf })).toEqual({
      value: null,
      parts: 0,
      of: 1,
    })
  })

  test('names all that an indicator is made of, once, also where data comes back to itself', () => {
    expect(madeOfAll(['twice'], catalogue)).toEqual(['twice', 'share', 'part', 'whole'])
    const round = {
      ...catalogue,
      formulasOf: (id: string) => (id === 'part' ? ['twice + 1'] : catalogue.formulasOf(id)),
    }
    expect(madeOfAll(['twice'], round)).toEqual(['twice', 'share', 'part', 'whole'])
    expect(withFormulas(told, ['twice'], round).length).toBeLessThan(3)
  })
})
