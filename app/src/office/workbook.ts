// Excel workbooks (.xlsx): the first sheet as rows of text, and rows as a workbook.
import { CannotRead, storable } from './extracted.ts'
import { checkBounds } from './zip.ts'

const mostRows = 10_000

// Loaded where a workbook is read or written: a start of the server or a command waits for neither.
const reading = () => import('read-excel-file/node')
const writing = () => import('write-excel-file/node')

/**
 * The first sheet, row by row, each cell as text: a day as `YYYY-MM-DD`, nothing as ''. Throws
 * `CannotRead` for what is no workbook (`broken`), unpacks too large (`zipBomb`) or has more than 10,000
 * rows (`tooLarge`).
 */
export async function readRows(bytes: Uint8Array): Promise<string[][]> {
  checkBounds(bytes)
  const { readSheet } = await reading()
  const rows = await readSheet(Buffer.from(bytes)).catch(() => {
    throw new CannotRead('broken', { what: 'xlsx' })
  })
  if (rows.length > mostRows) throw new CannotRead('tooLarge')
  return rows.map((row) => row.map(cellText))
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
