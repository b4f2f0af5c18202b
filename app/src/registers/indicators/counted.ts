// Indicators that nobody reports: what the list of reports says of itself, counted when asked. Pure.

/** Counted by unit and month; the shares follow from these by their formulas. */
export const countedCodes = ['reports_owed', 'reports_sent', 'reports_on_time'] as const
export type CountedCode = (typeof countedCodes)[number]

/** Shares that the house itself brings, by code. */
const shares: Readonly<Record<string, string>> = {
  report_completeness: '100 * reports_sent / reports_owed',
  report_timeliness: '100 * reports_on_time / reports_owed',
}

export const isCounted = (code: string): code is CountedCode =>
  (countedCodes as readonly string[]).includes(code)

/** Whether figures of it follow from the reports alone: none is typed, and no regime asks for it. */
export const followsFromReports = (code: string): boolean => isCounted(code) || code in shares

/** The formula of a share that the house brings; null of everything else. */
export const houseFormula = (code: string | undefined): string | null =>
  (code !== undefined && shares[code]) || null

const counted = { unit: 'item', direction: 'none', kind: 'C', frequency: 'M' } as const
const share = { unit: '%', direction: 'up', kind: 'R', frequency: 'M' } as const

/** As they stand in every province's catalogue, after the national list. */
export const houseIndicators = [
  { code: 'reports_owed', vi: 'Số báo cáo phải gửi', en: 'Reports owed', ...counted },
  { code: 'reports_sent', vi: 'Số báo cáo đã gửi', en: 'Reports sent', ...counted },
  {
    code: 'reports_on_time',
    ...{ vi: 'Số báo cáo gửi đúng hạn', en: 'Reports sent on time' },
    ...counted,
  },
  {
    code: 'report_completeness',
    ...{ vi: 'Tỷ lệ báo cáo đã gửi trên số phải gửi', en: 'Reports sent of those owed' },
    ...share,
  },
  {
    code: 'report_timeliness',
    ...{ vi: 'Tỷ lệ báo cáo gửi đúng hạn trên số phải gửi', en: 'Reports on time of those owed' },
    ...share,
  },
] as const
