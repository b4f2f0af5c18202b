// What an indicator is: how its figures are reported, added up and compared. Pure.
import type { Tables } from '../../database/tables.ts'
import { houseFormula } from './counted.ts'

type Columns = Tables['indicator_definition']

export const valueKinds = ['flow', 'stock', 'rate', 'index', 'state'] as const
export const reportModes = ['inPeriod', 'yearToDate', 'termToDate', 'point'] as const
export const bodyAxes = ['sum', 'weightedMean', 'none', 'max', 'min'] as const
export const timeAxes = ['sum', 'last', 'weightedMean', 'none'] as const
export const priceBases = ['none', 'current', 'constant2010', 'constant2020'] as const

export interface DefinitionRules {
  valueKind: Columns['value_kind']
  reportMode: Columns['report_mode']
  acrossBodies: Columns['across_bodies']
  acrossTime: Columns['across_time']
  weightIndicatorId: string | null
  formula: string | null
  /** Figures are typed in so many of the indicator's unit: 1e9 for tỷ đồng. */
  entryFactor: number
  decimals: number
  priceBasis: Columns['price_basis']
  least: number | null
  most: number | null
}

/**
 * What is taken to hold of an indicator that nobody has defined yet: by its kind in the catalogue (C counts
 * up over the year, P stands at a day, R is a rate of the period) and its unit. Nothing that could be
 * false is added up: shares and rates are left alone.
 */
export function assumedDefinition(indicator: {
  kind: 'C' | 'P' | 'R'
  unit: string
  priceBasis: string
  code?: string
}): DefinitionRules {
  const { kind, unit, code } = indicator
  const part = unit === '%' || unit === 'point' || unit.includes('/')
  const rate = kind === 'R' || part
  const money = unit === 'VND'
  return {
    valueKind: rate ? 'rate' : kind === 'P' ? 'stock' : 'flow',
    reportMode: kind === 'P' ? 'point' : kind === 'R' ? 'inPeriod' : 'yearToDate',
    acrossBodies: rate ? 'none' : 'sum',
    acrossTime: rate ? 'none' : kind === 'P' ? 'last' : 'sum',
    weightIndicatorId: null,
    formula: houseFormula(code),
    entryFactor: money ? 1e9 : 1,
    decimals: rate ? 2 : money ? 1 : 0,
    priceBasis: 'none',
    least: null,
    most: null,
  }
}

/** What contradicts itself in a definition, as the name of the field; null for nothing. */
export function definitionFault(rules: DefinitionRules): string | null {
  const { valueKind, acrossBodies, acrossTime, weightIndicatorId, least, most } = rules
  // A stock of two months is not the sum of both; a rate of two communes not the sum of theirs.
  if (valueKind !== 'flow' && acrossTime === 'sum') return 'acrossTime'
  if (valueKind !== 'flow' && valueKind !== 'stock' && acrossBodies === 'sum') return 'acrossBodies'
  const weighed = acrossBodies === 'weightedMean' || acrossTime === 'weightedMean'
  if (weighed && weightIndicatorId === null) return 'weightIndicatorId'
  if (least !== null && most !== null && least > most) return 'most'
  return null
}

/** The version that counts on a day: of those valid from then or before the one entered last of the latest day. */
export const definitionOn = <D extends { validFrom: string; number: number }>(
  versions: readonly D[],
  day: string,
): D | null =>
  versions.reduce<D | null>(
    (best, one) =>
      one.validFrom <= day &&
      (!best ||
        one.validFrom > best.validFrom ||
        (one.validFrom === best.validFrom && one.number > best.number))
        ? one
        : best,
    null,
  )

/** Breaks between the two days that forbid comparing across them: the first of them. */
export const breakBetween = <B extends { onDay: string; comparable: boolean }>(
  breaks: readonly B[],
  earlier: string,
  later: string,
): B | null =>
  breaks.find((one) => !one.comparable && one.onDay > earlier && one.onDay <= later) ?? null
