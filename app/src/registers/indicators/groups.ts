// The board by groups: what field an indicator is of, who answers for it, and how each group stands. Pure.
import type { BoardRow } from './contract.ts'
import { followsFromReports } from './counted.ts'
import { type TargetState, targetStates } from './target.ts'

export const fields = [
  'growth',
  'agriculture',
  'industryTrade',
  'budget',
  'investment',
  'business',
  'society',
  'environment',
  'administration',
  'order',
  'party',
  'reports',
  'own',
] as const
export type Field = (typeof fields)[number]

/** Codes of the national list by field; one that begins with a word of these is of it. */
const codes: readonly [Field, string][] = [
  ['growth', 'grdp economic_structure labour_productivity consumer_price digital_economy'],
  ['agriculture', 'agricultural_output grain product_value new_forest forest_cover new_rural'],
  ['agriculture', 'advanced_new_rural ocop'],
  ['industryTrade', 'industrial retail exports imports border_trade tourist tourism'],
  ['budget', 'state_budget domestic_revenue customs land_use local_expenditure tax'],
  ['investment', 'total_social public_investment national_programme site_cleared fdi'],
  ['business', 'new_enterprises dissolved new_cooperatives deposits credit bad_debt'],
  ['society', 'poverty near_poor trained certified agricultural_labour jobs urban_unemployment'],
  ['society', 'health social_insurance doctors beds child standard_schools cultural booster'],
  ['environment', 'urbanisation clean_water solid_waste wastewater'],
  ['administration', 'online_public procedures governance'],
  ['order', 'road crimes crime complaints conscription'],
  ['party', 'new_party well_rated inspections disciplined voter'],
]

const byStart = codes.flatMap(([field, words]) =>
  words.split(' ').map((start) => ({ field, start })),
)

/** The field of an indicator of the national list; what a province added is its own. */
export function fieldOf({ code, national }: { code: string; national: boolean }): Field {
  if (followsFromReports(code)) return 'reports'
  if (!national) return 'own'
  return byStart.find(({ start }) => code.startsWith(start))?.field ?? 'own'
}

export const groupings = ['field', 'owner'] as const
export type Grouping = (typeof groupings)[number]

export interface Group<R> {
  /** A field, or an owner's name; null where nobody has said who answers. */
  key: string | null
  rows: R[]
  /** Of those with a plan how many are in each state. */
  states: Record<TargetState, number>
  planned: number
}

/** Groups in the order of the fields, or of the owners' names with those of nobody last; without empty ones. */
export function groupsOf<R extends Pick<BoardRow, 'indicator' | 'owner' | 'target'>>(
  rows: readonly R[],
  by: Grouping,
): Group<R>[] {
  const keyOf = (row: R) => (by === 'field' ? fieldOf(row.indicator) : row.owner)
  const found = [...Map.groupBy(rows, keyOf)].map(([key, those]) => ({
    key,
    rows: those,
    states: statesOf(those),
    planned: those.filter(({ target }) => target !== null).length,
  }))
  return found.toSorted((a, b) =>
    by === 'field'
      ? fields.indexOf(a.key as Field) - fields.indexOf(b.key as Field)
      : Number(a.key === null) - Number(b.key === null) ||
        (a.key ?? '').localeCompare(b.key ?? '', 'vi'),
  )
}

const statesOf = (rows: readonly Pick<BoardRow, 'target'>[]) =>
  Object.fromEntries(
    targetStates.map((state) => [
      state,
      rows.filter(({ target }) => target?.standing.state === state).length,
    ]),
  ) as Record<TargetState, number>
