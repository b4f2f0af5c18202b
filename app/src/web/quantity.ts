// Figures as people write them: amounts of money in tỷ and triệu, units by their names.
import { formatNumber } from './format.ts'
import type { Language } from './language.tsx'

/** Names of the reader's unit codes. English: one, many. */
const unitNames: Record<string, { vi: string; en: [string, string] }> = {
  VND: { vi: 'đồng', en: ['VND', 'VND'] },
  USD: { vi: 'USD', en: ['USD', 'USD'] },
  EUR: { vi: 'EUR', en: ['EUR', 'EUR'] },
  '%': { vi: '%', en: ['%', '%'] },
  point: { vi: 'điểm %', en: ['point', 'points'] },
  person: { vi: 'người', en: ['person', 'people'] },
  household: { vi: 'hộ', en: ['household', 'households'] },
  partyMember: { vi: 'đảng viên', en: ['Party member', 'Party members'] },
  delegate: { vi: 'đại biểu', en: ['delegate', 'delegates'] },
  commune: { vi: 'xã', en: ['commune', 'communes'] },
  ward: { vi: 'phường', en: ['ward', 'wards'] },
  district: { vi: 'huyện', en: ['district', 'districts'] },
  province: { vi: 'tỉnh', en: ['province', 'provinces'] },
  unit: { vi: 'đơn vị', en: ['unit', 'units'] },
  enterprise: { vi: 'doanh nghiệp', en: ['enterprise', 'enterprises'] },
  cooperative: { vi: 'hợp tác xã', en: ['cooperative', 'cooperatives'] },
  project: { vi: 'dự án', en: ['project', 'projects'] },
  case: { vi: 'vụ việc', en: ['case', 'cases'] },
  document: { vi: 'văn bản', en: ['document', 'documents'] },
  opinion: { vi: 'ý kiến', en: ['opinion', 'opinions'] },
  product: { vi: 'sản phẩm', en: ['product', 'products'] },
  school: { vi: 'trường', en: ['school', 'schools'] },
  house: { vi: 'nhà', en: ['house', 'houses'] },
  bed: { vi: 'giường', en: ['bed', 'beds'] },
  visit: { vi: 'lượt', en: ['visit', 'visits'] },
  ha: { vi: 'ha', en: ['ha', 'ha'] },
  m2: { vi: 'm²', en: ['m²', 'm²'] },
  m3: { vi: 'm³', en: ['m³', 'm³'] },
  km: { vi: 'km', en: ['km', 'km'] },
  km2: { vi: 'km²', en: ['km²', 'km²'] },
  m: { vi: 'm', en: ['m', 'm'] },
  tonne: { vi: 'tấn', en: ['tonne', 'tonnes'] },
  kg: { vi: 'kg', en: ['kg', 'kg'] },
  g: { vi: 'g', en: ['g', 'g'] },
  quintal: { vi: 'tạ', en: ['quintal', 'quintals'] },
  kWh: { vi: 'kWh', en: ['kWh', 'kWh'] },
  times: { vi: 'lần', en: ['times', 'times'] },
  item: { vi: '', en: ['', ''] },
  year: { vi: 'năm', en: ['year', 'years'] },
  month: { vi: 'tháng', en: ['month', 'months'] },
}

/** Codes to choose from in a form, the frequent ones first. */
export const unitCodes: readonly string[] = Object.keys(unitNames).filter(
  (code) => !['item', 'year', 'month'].includes(code),
)

/** Name of a unit code, compounds (`VND/person`) included; unknown codes are shown as they are. */
export function unitName(code: string | null, language: Language, value = 2): string {
  if (!code) return ''
  return code
    .split('/')
    .map((part, index) => {
      const name = unitNames[part]
      if (!name) return part
      if (language === 'vi') return name.vi
      return name.en[value === 1 || index > 0 ? 0 : 1]
    })
    .join('/')
}

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

/** A figure as understood: "gần 390.000 tỷ đồng", "110/128 xã", "6,5–7 %". Empty without a value. */
export function formatQuantity(quantity: QuantityLike, language: Language): string {
  const { value, max, of, unit } = quantity
  if (value === null) return ''
  const scale = scaleOf(max ?? value, unit)
  const number = (one: number) => formatNumber(one / scale, language)
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
