// The treasury's file of disbursement: its rows as figures, or what is wrong in which cell. Pure.
import { readTyped } from '../reporting/typed.ts'
import { isMonthEnd, type PlanSource, planSources } from './project.ts'
import { en, vi } from './texts.ts'

export const treasuryColumns = ['code', 'name', 'source', 'year', 'until', 'amount'] as const
export type TreasuryColumn = (typeof treasuryColumns)[number]

export const treasuryWidths: Record<TreasuryColumn, number> = {
  ...{ code: 14, name: 48, source: 30, year: 12, until: 14, amount: 22 },
}

export const treasuryFaults = [
  'noHeading',
  'unknownProject',
  'closed',
  'noMoney',
  'unknownSource',
  'notAYear',
  'notAMonth',
  'toCome',
  'notANumber',
  'ambiguous',
  'twice',
] as const

export interface TreasuryFault {
  row: number
  column: string
  code: (typeof treasuryFaults)[number]
  given: string
}

/** A row of the file: what one source disbursed since the year began, in đồng. */
export interface TreasuryRow {
  /** As the sheet counts, from 1. */
  row: number
  /** "F7". */
  cell: string
  projectId: string
  year: number
  until: string
  source: PlanSource
  amount: number
}

/** What of the projects the file is read against, by code. */
export type Known = ReadonlyMap<
  string,
  { id: string; kind: 'investment' | 'milestones'; closed: boolean }
>

/**
 * The figures of a sheet. Headings are known in both languages and in any order; a row without an amount says nothing.
 */
export function figuresIn(
  table: readonly (readonly (string | number)[])[],
  known: Known,
  locale: 'vi' | 'en',
  today: string,
): { rows: TreasuryRow[]; problems: TreasuryFault[] } {
  const words = (locale === 'en' ? en : vi).treasury.columns
  const head = (table[0] ?? []).map(plain)
  const place = (column: TreasuryColumn) =>
    head.findIndex((title) =>
      [vi.treasury.columns[column], en.treasury.columns[column]].map(plain).includes(title),
    )
  const problems: TreasuryFault[] = []
  const fault = (
    row: number,
    column: TreasuryColumn,
    code: TreasuryFault['code'],
    given: string,
  ) => {
    problems.push({ row, column: words[column], code, given })
    return null
  }
  for (const column of treasuryColumns)
    if (column !== 'name' && place(column) === -1) fault(1, column, 'noHeading', '')
  if (problems.length > 0) return { rows: [], problems }
  const seen = new Set<string>()
  const rows = table.slice(1).flatMap((cells, index): TreasuryRow[] => {
    const row = index + 2
    const at = (column: TreasuryColumn) => cells[place(column)] ?? ''
    const text = (column: TreasuryColumn) => String(at(column)).trim()
    if (text('amount') === '') return []
    const project = known.get(text('code'))
    if (!project) fault(row, 'code', 'unknownProject', text('code'))
    else if (project.closed) fault(row, 'code', 'closed', text('code'))
    else if (project.kind === 'milestones') fault(row, 'code', 'noMoney', text('code'))
    const source = sourceIn(text('source')) ?? fault(row, 'source', 'unknownSource', text('source'))
    const year = isYear(text('year'))
      ? Number(text('year'))
      : fault(row, 'year', 'notAYear', text('year'))
    const day = dayIn(text('until'))
    const until =
      day !== null && (year === null || isMonthEnd(year, day))
        ? day
        : fault(row, 'until', 'notAMonth', text('until'))
    if (until !== null && until > today) fault(row, 'until', 'toCome', text('until'))
    const amount = amountIn(at('amount'), (code) => fault(row, 'amount', code, text('amount')))
    const key = [text('code'), year, until, source].join(' ')
    if (seen.has(key)) fault(row, 'code', 'twice', text('code'))
    seen.add(key)
    if (!project || source === null || year === null || until === null || amount === null) return []
    const cell = `${letters(place('amount'))}${row}`
    return [{ row, cell, projectId: project.id, year, until, source, amount }]
  })
  return { rows, problems }
}

/** The letters of a column, counted from 0: "A", "Z", "AA". */
export const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') +
  String.fromCharCode(65 + (column % 26))

function amountIn(
  cell: string | number,
  fault: (code: 'notANumber' | 'ambiguous') => null,
): number | null {
  const read = typeof cell === 'number' ? { is: 'number' as const, value: cell } : readTyped(cell)
  if (read.is === 'either') return fault('ambiguous')
  if (read.is !== 'number' || read.value < 0 || read.value > 9e15) return fault('notANumber')
  const whole = Math.round(read.value)
  // Parts of a đồng are of another unit; what a formula left behind is none.
  return Math.abs(read.value - whole) > 0.001 ? fault('notANumber') : whole
}

/** As the contract has years. */
const isYear = (text: string): boolean =>
  text.length === 4 && Number(text) >= 1990 && Number(text) <= 2200

/** `2026-10-31`, or `31/10/2026` as it is typed. */
function dayIn(text: string): string | null {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? []
  return year === '' ? null : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

const sourceIn = (text: string): PlanSource | null =>
  planSources.find((one) =>
    [one, vi.sources[one], en.sources[one]].some((word) => plain(word) === plain(text)),
  ) ?? null

const plain = (text: string | number): string =>
  String(text).normalize('NFC').trim().toLocaleLowerCase('vi').replace(/\s+/g, ' ')
