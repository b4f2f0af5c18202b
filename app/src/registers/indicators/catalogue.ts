// A province's catalogue: the national list of the reader and what is counted of its reports, copied at its creation,
// then its own.
import { indicatorCatalogue } from '@giaoban/reader'
import { uuidv7 } from 'uuidv7'
import type { Tx } from '../../database/tables.ts'
import { houseIndicators } from './counted.ts'

/**
 * Brings the national list into a province. What is there stays as the province has it; only codes
 * that are new are added, so a later release may bring more.
 */
export async function fillCatalogue(tx: Tx, provinceId: number): Promise<void> {
  const rows = indicatorCatalogue.map((indicator) => ({
    province_id: provinceId,
    indicator_id: uuidv7(),
    code: indicator.code,
    name_vi: indicator.vi,
    name_en: indicator.en,
    unit: indicator.unit,
    direction: indicator.direction,
    kind: indicator.kind,
    frequency: indicator.frequency,
    price_basis: indicator.priceBasis,
    synonyms: JSON.stringify(indicator.synonyms),
    national: true,
  }))
  const house = houseIndicators.map(({ code, vi, en, unit, direction, kind, frequency }) => ({
    ...{ province_id: provinceId, indicator_id: uuidv7(), code, name_vi: vi, name_en: en, unit },
    ...{ direction, kind, frequency, price_basis: '', synonyms: '[]', national: true },
  }))
  await tx
    .insertInto('indicator')
    .values([...rows, ...house])
    .onConflict((conflict) => conflict.columns(['province_id', 'code']).doNothing())
    .execute()
}
