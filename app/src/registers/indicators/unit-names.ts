// Names of units, in both languages.

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
export function unitName(code: string | null, language: 'vi' | 'en', value = 2): string {
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

/** In what figures may be typed: the unit itself, or so many of it. */
export const factors = [1, 1e3, 1e6, 1e9, 1e12] as const

/** "tỷ"; empty for one, and for a number that has no name. */
export const factorName = (factor: number, language: 'vi' | 'en'): string =>
  factorNames[factor]?.[language] ?? (factor === 1 ? '' : `× ${factor}`)

const factorNames: Record<number, { vi: string; en: string }> = {
  1e3: { vi: 'nghìn', en: 'thousand' },
  1e6: { vi: 'triệu', en: 'million' },
  1e9: { vi: 'tỷ', en: 'billion' },
  1e12: { vi: 'nghìn tỷ', en: 'trillion' },
}
