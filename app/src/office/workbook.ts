// Excel workbooks (.xlsx): the first sheet as rows of text, and rows as a workbook.
import type { SheetData } from 'write-excel-file/node'
import { CannotRead, storable } from './extracted.ts'
import { cellName, percentCells, percentText } from './percent-cells.ts'
import { checkBounds } from './zip.ts'

const mostRows = 10_000

// Loaded where a workbook is read or written: a start of the server or a command waits for neither.
const reading = () => import('read-excel-file/node')
const writing = () => import('write-excel-file/node')

/** The first sheet, row by row, each cell as text: a day as `YYYY-MM-DD`, nothing as ''. Throws as `readCells`. */
export const readRows = async (bytes: Uint8Array): Promise<string[][]> =>
  (await readCells(bytes)).map((row) => row.map(String))

/**
 * The same with numbers as numbers, where the sheet holds them as such, but shares as they are shown (`12.5%`): what is typed as text is read by whoever
 * knows how its writer writes numbers. Throws `CannotRead` for what is no workbook (`broken`), unpacks too large
 * (`zipBomb`) or has more than 10,000 rows (`tooLarge`).
 */
export async function readCells(bytes: Uint8Array): Promise<(string | number)[][]> {
  checkBounds(bytes)
  const { readSheet } = await reading()
  const rows = await readSheet(Buffer.from(bytes)).catch(() => {
    throw new CannotRead('broken', { what: 'xlsx' })
  })
  if (rows.length > mostRows) throw new CannotRead('tooLarge')
  const shares = percentCells(bytes)
  return rows.map((row, down) =>
    row.map((cell, right) => {
      if (typeof cell !== 'number' || !Number.isFinite(cell)) return cellText(cell)
      return shares.has(cellName(down, right)) ? percentText(cell) : cell
    }),
  )
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return storable(String(cell)).replace(/\s+/g, ' ').trim()
}

/** A workbook of one sheet: a bold heading that stays in sight, then the rows, all cells text. */
export async function writeRows(
  sheet: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): Promise<Uint8Array> {
  const widths = head.map((title, column) =>
    Math.min(
      60,
      Math.max(title.length, ...rows.slice(0, 500).map((row) => row[column]?.length ?? 0)) + 2,
    ),
  )
  const data = [
    head.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
    ...rows.map((row) => row.map((value) => (value === '' ? null : { value, type: String }))),
  ]
  const { default: writeXlsxFile } = await writing()
  const written = writeXlsxFile(data, {
    sheet,
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
  })
  return new Uint8Array(await written.toBuffer())
}

/** A column of a table that is printed: its heading and its width in characters. */
export interface SheetColumn {
  title: string
  width: number
  centred?: boolean
}

/**
 * Text, a number, a day `YYYY-MM-DD` as a date, or nothing. `text`: a cell of text also where it is empty, so that
 * what somebody types into it is kept as typed.
 */
export type SheetCell = string | { day: string } | { number: number } | { text: string } | null

/** A size that is said: programs that are told none take different ones, and the heights of rows go by it. */
const frame = { alignVertical: 'top', wrap: true, borderStyle: 'thin', fontSize: 10 } as const

const headLook = { fontWeight: 'bold', align: 'center', backgroundColor: '#E5EAEC' } as const

/**
 * A workbook of one sheet as it goes onto paper: A4 across, as wide as the sheet, the heading in sight and on every
 * page, the title above and the page's number below. Days are dates, numbers are numbers as the reader's own program
 * writes them; all else is text, also what looks like a formula.
 */
export async function writeTable(
  sheet: string,
  title: string,
  columns: readonly SheetColumn[],
  rows: readonly (readonly SheetCell[])[],
): Promise<Uint8Array> {
  const widths = columns.map(({ width }) => width)
  const headHeight = heightOf(
    columns.map(({ title: heading }) => heading),
    widths,
  )
  const head = columns.map((column) => ({
    ...{ ...frame, ...headLook, height: headHeight },
    ...{ value: column.title, type: String, format: '@' },
  }))
  const body = rows.map((row) => {
    const height = heightOf(row, widths)
    return row.map((cell, at) => ({ ...tableCell(cell, columns[at]?.centred), height }))
  })
  const data: SheetData = [head, ...body]
  const { default: writeXlsxFile } = await writing()
  const written = writeXlsxFile(
    data,
    {
      sheet,
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      orientation: 'landscape',
    },
    { features: [printing(sheet, title)] },
  )
  return new Uint8Array(await written.toBuffer())
}

const lineHeight = 13

/** The height of a row, in points, that shows all of its text: not every program fits rows to wrapped text by itself. */
function heightOf(row: readonly SheetCell[], widths: readonly number[]): number {
  const lines = row.map((cell, at) =>
    typeof cell === 'string' ? linesIn(cell, (widths[at] ?? 10) - 1) : 1,
  )
  // No row may be higher in any program.
  return Math.min(409, lineHeight * Math.max(1, ...lines))
}

/** Lines of a text that is wrapped between words at so many characters. */
function linesIn(text: string, width: number): number {
  return text.split('\n').reduce((sum, paragraph) => {
    let lines = 1
    let used = 0
    for (const { length } of paragraph.split(/\s+/)) {
      if (used > 0 && used + 1 + length > width) {
        lines++
        used = 0
      }
      used += (used > 0 ? 1 : 0) + length
      lines += Math.max(0, Math.ceil(used / width) - 1)
      used = used > width ? used % width : used
    }
    return sum + lines
  }, 0)
}

function tableCell(cell: SheetCell, centred = false) {
  const look = { ...frame, ...(centred ? { align: 'center' as const } : {}) }
  if (cell === null || cell === '') return look
  if (typeof cell === 'string') return { ...look, value: cell, type: String, format: '@' }
  if ('text' in cell) return { ...look, value: cell.text, type: String, format: '@' }
  if ('number' in cell)
    return { ...look, value: cell.number, type: Number, format: formatFor(cell.number) }
  const value = new Date(`${cell.day}T00:00:00Z`)
  return { ...look, value, type: Date, format: 'dd/mm/yyyy', align: 'center' as const }
}

/** As many decimals as the number has: an optional one would leave a separator behind whole numbers ("1.234,"). */
function formatFor(value: number): string {
  const decimals = Number(value.toFixed(6)).toString().split('.')[1]?.length ?? 0
  return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`
}

/** What the library has no word for: the page's width, its margins, title and number, the heading on every page. */
function printing(sheet: string, title: string) {
  const margins =
    '<pageMargins left="0.4" right="0.4" top="0.7" bottom="0.6" header="0.3" footer="0.3"/>'
  const setup = '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>'
  const words = `<headerFooter><oddHeader>&amp;C&amp;B${escaped(title.replaceAll('&', '&&'))}</oddHeader><oddFooter>&amp;C&amp;P/&amp;N</oddFooter></headerFooter>`
  const heading = `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">${escaped(`'${sheet.replaceAll("'", "''")}'!$1:$1`)}</definedName></definedNames>`
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml: string) =>
            put(
              put(
                xml,
                /<sheetViews>/,
                '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>',
              ),
              /<pageMargins [^>]*\/><pageSetup [^>]*\/>/,
              margins + setup + words,
            ),
        },
        'xl/workbook.xml': {
          transform: (xml: string) => put(xml, /<definedNames\/>/, heading),
        },
      },
    },
  }
}

function put(xml: string, at: RegExp, what: string): string {
  if (!at.test(xml)) throw new Error(`The workbook has no ${at.source} to put the print set-up at.`)
  return xml.replace(at, () => what)
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
