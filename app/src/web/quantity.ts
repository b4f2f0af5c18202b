// Figures as people write them: amounts of money in tỷ and triệu, units by their names.
import { unitName } from '../registers/indicators/unit-names.ts'
import { formatNumber } from './format.ts'
import type { Language } from './language.tsx'

/** Money is written in a power of ten that stays readable; everything else as it is. */
export function scaleOf(value: number, unit: string | null): number {
  if (!unit?.startsWith('VND')) return 1
  const size = Math.abs(value)
  return size >= 1e9 ? 1e9 : size >= 1e6 ? 1e6 : 1
}

/** Word of a scale: tỷ, triệu. */
export function scaleName(scale: number, language: Language): string {
  if (scale === 1e9) return language === 'vi' ? 'tỷ' : 'billion'
  if (scale === 1e6) return language === 'vi' ? 'triệu' : 'million'
  return ''
}

const bounds: Record<string, { vi: string; en: string }> = {
  about: { vi: 'khoảng', en: 'about' },
  almost: { vi: 'gần', en: 'almost' },
  over: { vi: 'trên', en: 'over' },
  under: { vi: 'dưới', en: 'under' },
  atLeast: { vi: 'ít nhất', en: 'at least' },
  atMost: { vi: 'nhiều nhất', en: 'at most' },
}

export interface QuantityLike {
  value: number | null
  /** Upper end of a range. */
  max?: number | null
  /** m of "n of m". */
  of?: number | null
  unit: string | null
  unitText?: string | null
  bound?: string | null
}

/**
 * A figure as understood: "gần 390.000 tỷ đồng", "110/128 xã", "6,5–7 %". Empty without a value. To so many
 * decimals at most.
 */
export function formatQuantity(quantity: QuantityLike, language: Language, digits = 3): string {
  const { value, max, of, unit } = quantity
  if (value === null) return ''
  const scale = scaleOf(max ?? value, unit)
  const number = (one: number) => formatNumber(one / scale, language, digits)
  const amount = [number(value), max ? `–${number(max)}` : '', of ? `/${number(of)}` : ''].join('')
  const name =
    unit === 'item' || unit === null
      ? (quantity.unitText ?? '')
      : unitName(unit, language, of ?? value)
  const bound = quantity.bound ? bounds[quantity.bound]?.[language] : ''
  const tight = name === '%'
  return [bound, tight ? `${amount}%` : amount, scaleName(scale, language), tight ? '' : name]
    .filter(Boolean)
    .join(' ')
}
