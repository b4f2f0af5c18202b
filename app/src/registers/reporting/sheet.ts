// A report as a sheet to fill in, and a filled-in sheet as figures with what is wrong in which cell. Pure.
import type { FileTaken, GivenValue, SlotCell, SlotView } from './contract.ts'
import { type Missing, missingReasons } from './regime.ts'
import { en, vi } from './texts.ts'
import { formatPlain, readTyped } from './typed.ts'
import { unitInWords } from './unit-words.ts'

export const sheetColumns = [
  'line',
  'indicator',
  'measure',
  'unit',
  'last',
  'same',
  'value',
  'missing',
  'explanation',
  'report',
] as const
export type SheetColumn = (typeof sheetColumns)[number]

export const sheetWidths: Record<SheetColumn, number> = {
  line: 14,
  indicator: 40,
  measure: 16,
  unit: 14,
  last: 14,
  same: 14,
  value: 16,
  missing: 26,
  explanation: 40,
  report: 12,
}

type Cell = string | { number: number } | { text: string } | null

/** What a row of the sheet is known by, whatever its order. */
export const lineKey = ({ code, measure }: Pick<SlotCell, 'code' | 'measure'>): string =>
  `${code}/${measure}`

const figure = (value: number | null): Cell => (value === null ? null : { number: value })

/** A share is a cell of text: where a cell of numbers takes "12,5%", what is kept is 0.125. */
function asked({ value, unit }: SlotCell, locale: 'vi' | 'en'): Cell {
  if (unit !== '%') return figure(value)
  const text = value === null ? '' : formatPlain(value, locale)
  // A further nought, so that three decimals are not read as thousands.
  return { text: readTyped(text).is === 'either' ? `${text}0` : text }
}

/** The rows of a report, as it stands. */
export function rowsOf(slot: SlotView, locale: 'vi' | 'en'): Cell[][] {
  const t = locale === 'en' ? en : vi
  return slot.cells.map((cell) => [
    lineKey(cell),
    locale === 'en' ? cell.nameEn : cell.nameVi,
    t.measures[cell.measure],
    unitInWords(cell, locale),
    figure(cell.last),
    figure(cell.same),
    asked(cell, locale),
    cell.missingReason && t.missingReasons[cell.missingReason],
    cell.explanation,
    slot.id,
  ])
}

type Fault = FileTaken['problems'][number]

/**
 * The figures of a filled-in sheet. Headings are known in both languages and in any order. A row without figure,
 * reason and explanation says nothing and leaves what is there.
 */
export function valuesOf(
  table: readonly (readonly (string | number)[])[],
  slot: SlotView,
  locale: 'vi' | 'en',
): { values: GivenValue[]; problems: Fault[] } {
  const t = locale === 'en' ? en : vi
  const head = (table[0] ?? []).map(plain)
  const place = (column: SheetColumn) => head.findIndex((title) => titles(column).includes(title))
  const problems: Fault[] = []
  const fault = (row: number, column: SheetColumn, code: Fault['code'], given: string | number) => {
    problems.push({ row, column: t.sheet[column], code, given: String(given) })
    return null
  }
  for (const column of ['line', 'value', 'missing', 'explanation', 'report'] as const) {
    if (place(column) === -1) fault(1, column, 'noHeading', '')
  }
  if (problems.length > 0) return { values: [], problems }
  const lines = new Map(slot.cells.map((cell) => [lineKey(cell), cell]))
  const partly = slot.cells.some((cell) => cell.returnedReason !== null)
  const seen = new Set<string>()
  const values = table.slice(1).flatMap((cells, index): GivenValue[] => {
    const row = index + 2
    const at = (column: SheetColumn) => cells[place(column)] ?? ''
    const text = (column: SheetColumn) => String(at(column)).trim()
    if (cells.every((cell) => String(cell).trim() === '')) return []
    if (text('report') !== slot.id) fault(row, 'report', 'otherReport', text('report'))
    const key = text('line')
    const cell = lines.get(key)
    if (!cell) {
      fault(row, 'line', 'unknownLine', key)
      return []
    }
    if (seen.has(key)) fault(row, 'line', 'twice', key)
    seen.add(key)
    const value = numberIn(at('value'), cell.unit, (code) => fault(row, 'value', code, at('value')))
    const missing = text('missing')
    const explanation = text('explanation')
    if (value !== null && missing !== '') fault(row, 'missing', 'both', missing)
    const reason = reasonOf(missing)
    if (missing !== '' && reason === null) fault(row, 'missing', 'unknownReason', missing)
    if (explanation.length > 2000) fault(row, 'explanation', 'tooLong', explanation)
    if (value === null && missing === '' && explanation === '') return []
    // An explanation alone belongs to the figure that is there, and the other way round.
    const alone = value === null && missing === ''
    const said = {
      value: alone ? cell.value : value,
      missingReason: alone ? cell.missingReason : reason,
    }
    const stands = said.value === cell.value && said.missingReason === cell.missingReason
    // A figure that a sentence says keeps it, also where the file explains it anew.
    const sentence = stands && cell.findingId
    const given = {
      ...{ indicatorId: cell.indicatorId, measure: cell.measure },
      ...(sentence
        ? { method: 'document' as const, findingId: sentence }
        : { method: 'file' as const }),
      ...said,
      explanation: explanation || (stands ? cell.explanation : null),
    }
    if (partly && cell.returnedReason === null && !sameFigure(cell, given)) {
      fault(row, 'value', 'notReturned', at('value'))
    }
    return [given]
  })
  return { values, problems }
}

/** Whether a figure stands in the report as it is given. */
export const sameFigure = (
  cell: Pick<SlotCell, 'value' | 'missingReason' | 'explanation'>,
  given: Pick<GivenValue, 'value' | 'missingReason' | 'explanation'>,
): boolean =>
  cell.value === given.value &&
  cell.missingReason === (given.missingReason ?? null) &&
  cell.explanation === (given.explanation ?? null)

/** What a cell says; a cell of numbers without the noise of its binary form. */
function numberIn(
  cell: string | number,
  unit: string,
  fault: (code: 'notANumber' | 'ambiguous') => null,
): number | null {
  if (typeof cell === 'number') return Number(cell.toPrecision(15))
  const typed = readTyped(unit === '%' ? cell.replace(/\s*%\s*$/, '') : cell)
  if (typed.is === 'number') return typed.value
  if (typed.is === 'empty') return null
  return fault(typed.is === 'either' ? 'ambiguous' : 'notANumber')
}

/** The reason that a cell names, in one of both languages; null for none and for other words. */
const reasonOf = (text: string): Missing | null =>
  missingReasons.find((one) =>
    [one, vi.missingReasons[one], en.missingReasons[one]].some(
      (word) => plain(word) === plain(text),
    ),
  ) ?? null

const titles = (column: SheetColumn): string[] => [vi.sheet[column], en.sheet[column]].map(plain)

const plain = (text: string | number): string =>
  String(text).normalize('NFC').trim().toLocaleLowerCase('vi').replace(/\s+/g, ' ')
