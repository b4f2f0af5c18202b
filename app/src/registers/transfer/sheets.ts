// The columns of each sheet, and rows of text as records with what is wrong in them.
import { roles } from '../../http/access.ts'
import { isoDate } from '../../http/parts.ts'
import { en as sharedEn, vi as sharedVi } from '../../web/texts.ts'
import { en as agendaEn, vi as agendaVi } from '../agenda/texts.ts'
import { askedFor } from '../conferences/plan.ts'
import { inspectionForms } from '../inspections/inspection.ts'
import { en as inspectionsEn, vi as inspectionsVi } from '../inspections/texts.ts'
import { organisationKinds, trees } from '../organisations/organisation.ts'
import { en as bodiesEn, vi as bodiesVi } from '../organisations/texts.ts'
import type { RowProblem, SheetName } from './contract.ts'
import { plain } from './matching.ts'
import { en, vi } from './texts.ts'

export type ColumnName = keyof typeof vi.columns

interface Column {
  name: ColumnName
  required?: boolean
  longest: number
  /** A day, a year, or one of a list of words (by what is stored, with its words in both languages). */
  as?: 'day' | 'year' | ReadonlyMap<string, readonly string[]>
}

const wordsOf = <T extends string>(
  values: readonly T[],
  inVi: Record<T, string>,
  inEn: Record<T, string>,
) => new Map(values.map((value) => [value as string, [inVi[value], inEn[value]]]))

const upTo = (last: number) =>
  new Map(Array.from({ length: last }, (_, index) => [String(index + 1), [`0${index + 1}`]]))

const kinds = wordsOf(
  organisationKinds.filter((kind) => kind !== 'province'),
  bodiesVi.kinds,
  bodiesEn.kinds,
)
const treeWords = wordsOf(trees, bodiesVi.trees, bodiesEn.trees)
const roleWords = wordsOf(roles, sharedVi.roles, sharedEn.roles)
const formWords = wordsOf(inspectionForms, inspectionsVi.forms, inspectionsEn.forms)
const askedWords = wordsOf(askedFor, agendaVi.asked, agendaEn.asked)

export const sheets: Record<SheetName, readonly Column[]> = {
  bodies: [
    { name: 'code', longest: 20 },
    { name: 'body', required: true, longest: 300 },
    { name: 'kind', required: true, longest: 40, as: kinds },
    { name: 'also', longest: 1000 },
    { name: 'parent', longest: 300 },
    { name: 'tree', longest: 40, as: treeWords },
    { name: 'from', longest: 10, as: 'day' },
    { name: 'legal', longest: 300 },
  ],
  people: [
    { name: 'person', required: true, longest: 200 },
    { name: 'phone', longest: 40 },
    { name: 'email', longest: 254 },
    { name: 'note', longest: 1000 },
    { name: 'title', longest: 200 },
    { name: 'at', longest: 300 },
    { name: 'from', longest: 10, as: 'day' },
    { name: 'to', longest: 10, as: 'day' },
  ],
  accounts: [
    { name: 'address', required: true, longest: 254 },
    { name: 'person', required: true, longest: 200 },
    { name: 'role', required: true, longest: 40, as: roleWords },
    { name: 'at', longest: 300 },
  ],
  programme: [
    { name: 'holder', required: true, longest: 300 },
    { name: 'year', required: true, longest: 4, as: 'year' },
    { name: 'quarter', longest: 2, as: upTo(4) },
    { name: 'month', longest: 2, as: upTo(12) },
    { name: 'item', required: true, longest: 500 },
    { name: 'asked', required: true, longest: 40, as: askedWords },
    { name: 'preparing', longest: 300 },
    { name: 'due', longest: 10, as: 'day' },
    { name: 'note', longest: 1000 },
  ],
  // The columns behind the plan are told, not taken in: days and findings are entered where they happen.
  inspections: [
    { name: 'programmeOf', required: true, longest: 300 },
    { name: 'year', required: true, longest: 4, as: 'year' },
    { name: 'quarter', longest: 2, as: upTo(4) },
    { name: 'form', required: true, longest: 40, as: formWords },
    { name: 'inspected', required: true, longest: 300 },
    { name: 'content', required: true, longest: 1000 },
    { name: 'inspecting', longest: 300 },
    { name: 'note', longest: 1000 },
    { name: 'started', longest: 10 },
    { name: 'ended', longest: 10 },
    { name: 'lead', longest: 200 },
    { name: 'state', longest: 100 },
    { name: 'findings', longest: 40 },
  ],
}

/** One row of a sheet: cells by column, '' where nothing stands. */
export interface SheetRow {
  row: number
  cells: Partial<Record<ColumnName, string>>
}

/** What a column is called at the head of a sheet. */
export const headingOf = (column: ColumnName, locale: 'vi' | 'en'): string =>
  (locale === 'en' ? en : vi).columns[column]

/**
 * Rows of a table under its heading, with the faults of single cells. Headings are known in both
 * languages and in any order; a column that is not there is empty. Empty rows are left out.
 */
export function recordsOf(
  name: SheetName,
  table: readonly (readonly string[])[],
  locale: 'vi' | 'en',
): { rows: SheetRow[]; problems: RowProblem[] } {
  const columns = sheets[name]
  const head = (table[0] ?? []).map(plain)
  const places = new Map(
    columns.map(({ name: column }) => [
      column,
      head.findIndex(
        (title) => title === plain(vi.columns[column]) || title === plain(en.columns[column]),
      ),
    ]),
  )
  const problems: RowProblem[] = columns
    .filter((column) => column.required && places.get(column.name) === -1)
    .map((column) => ({
      row: 1,
      column: headingOf(column.name, locale),
      code: 'noHeading',
      given: '',
    }))
  if (problems.length > 0) return { rows: [], problems }
  const rows: SheetRow[] = []
  for (const [index, cells] of table.entries()) {
    if (index === 0 || cells.every((cell) => cell === '')) continue
    const record: SheetRow = { row: index + 1, cells: {} }
    for (const column of columns) {
      const given = cells[places.get(column.name) ?? -1] ?? ''
      const read = cellOf(column, given)
      if ('value' in read) record.cells[column.name] = read.value
      else
        problems.push({
          row: index + 1,
          column: headingOf(column.name, locale),
          code: read.code,
          given,
        })
    }
    rows.push(record)
  }
  return { rows, problems }
}

function cellOf(column: Column, given: string): { value: string } | { code: RowProblem['code'] } {
  if (given === '') return column.required ? { code: 'required' } : { value: '' }
  if (given.length > column.longest) return { code: 'tooLong' }
  if (column.as === undefined) return { value: given }
  if (column.as === 'day') {
    const day = dayOf(given)
    return day ? { value: day } : { code: 'notADate' }
  }
  if (column.as === 'year') return isYear(given) ? { value: given } : { code: 'notAYear' }
  for (const [value, words] of column.as) {
    if ([value, ...words].some((word) => plain(word) === plain(given))) return { value }
  }
  return { code: 'unknownWord' }
}

const isYear = (text: string): boolean => /^(19[5-9]\d|2[01]\d\d)$/.test(text)

/** `2025-03-01`, `1/3/2025`, `01-03-2025` → `2025-03-01`; null for no day that exists. */
export function dayOf(text: string): string | null {
  const written = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim())
  const iso = written
    ? `${written[3]}-${written[2]?.padStart(2, '0')}-${written[1]?.padStart(2, '0')}`
    : text.trim()
  return isoDate.safeParse(iso).success ? iso : null
}

/** The headings of a sheet. */
export const headingsOf = (name: SheetName, locale: 'vi' | 'en'): string[] =>
  sheets[name].map((column) => headingOf(column.name, locale))

/** A stored word as people read it. */
export function wordIn(
  name: SheetName,
  column: ColumnName,
  value: string,
  locale: 'vi' | 'en',
): string {
  const as = sheets[name].find((one) => one.name === column)?.as
  const words = as && typeof as !== 'string' ? as.get(value) : undefined
  return words?.[locale === 'en' ? 1 : 0] ?? value
}
