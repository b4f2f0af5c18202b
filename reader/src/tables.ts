// Flattened tables: cells behind tabs, or one cell a line. Each figure takes its unit from its column, its
// row or the caption ("đơn vị tính: triệu đồng"), and becomes a statement of its row's indicator.
import { isBase } from './antecedents.ts'
import { type Cell, cellsOf, isFigureText, isParted, linesOf } from './cells.ts'
import { claim, type Doc, find, head, inShortLine, QUANTITY, spanOf } from './doc.ts'
import type { Comparison, Modality, Period, PeriodRef, Quantity, Statement } from './findings.ts'
import { codeOf } from './indicators.ts'
import { digitsValue, readScale } from './numbers.ts'

interface Table {
  header: Cell[]
  rows: Cell[][]
}

interface Unit {
  code: string
  scale: number
  text: string
}

const inColumns =
  /\t|\n[\d.,]{1,16}\s{0,4}\n\s{0,8}[\d.,]{1,16}\s{0,4}\n| {2}[\d.,]{1,16} {2}| \| {0,8}[\d.,]{1,16} {0,8}\|/
const unitHeader = /^(đơn vị|đơn vị tính|đvt|đv)$/i
const ordinalHeader = /^(tt|stt|số tt)$/i
const caption = /(?:đơn vị tính|đơn vị|đvt)\s{0,3}:\s{0,3}([^)\n]{1,40})/i

/** Finds tables, claims their figures and adds quantities and statements. Needs the periods found. */
export function findTables(doc: Doc): void {
  if (!doc.tokens.columns || !inColumns.test(doc.text)) return
  const lines = linesOf(doc.text)
  const tables = isParted(doc.text, 0, doc.text.length)
    ? [...tabbed(doc.text, lines), ...stacked(lines)]
    : stacked(lines)
  if (tables.length === 0) return
  const periods = doc.findings.filter(
    (finding): finding is Period => finding.kind === 'period' && !isBaseAt(doc, finding),
  )
  for (const { table, above } of tables) readTable(doc, table, above, periods)
}

/** "thấp hơn cùng kỳ năm 2020" above a table is no period of its figures. */
function isBaseAt(doc: Doc, { start }: Period): boolean {
  const { count, start: starts } = doc.tokens
  let low = 0
  for (let high = count; low < high; ) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) < start) low = middle + 1
    else high = middle
  }
  return isBase(doc, low)
}

/** Lines of at least three cells with the same header above. */
function tabbed(whole: string, lines: readonly Cell[]): { table: Table; above: Cell | null }[] {
  const found: { table: Table; above: Cell | null }[] = []
  for (let at = 0; at < lines.length; at++) {
    const header = cellsOf(whole, lines[at])
    if (header.length < 3 || header.some(({ text }) => isFigureText(text))) continue
    const rows: Cell[][] = []
    let next = at + 1
    for (; next < lines.length; next++) {
      const cells = cellsOf(whole, lines[next])
      if (cells.length < 3) break
      rows.push(cells)
    }
    if (rows.length > 0) found.push({ table: { header, rows }, above: lines[at - 1] ?? null })
    at = next - 1
  }
  return found
}

const widths = { least: 3, most: 12 }
const headingWords =
  /chỉ tiêu|nội dung|đơn vị|đvt|^s?tt$|kế hoạch|^kh|giải ngân|lũy kế|thực hiện|^th |ước|dự toán|^dt|%|năm|tháng|quý|so với|so sánh|tỷ lệ|tỉ lệ|số lượng|kết quả|mục tiêu/i
const blank = /^[-–…x]?$/
/** Numbering of rows: "I" over "1" over "1.1" are the same column. */
const ordinal = /^(?:[IVX]{1,5}|[A-Za-z]|[\d.]{1,5})$/

/**
 * One cell a line: as many headings as each row has cells, and at least two rows of which the same cells
 * are figures. Empty lines between them do not count.
 */
function stacked(all: readonly Cell[]): { table: Table; above: Cell | null }[] {
  const lines = all.filter(({ text }) => text.length > 0)
  if (!lines.some(isFigure)) return []
  const found: { table: Table; above: Cell | null }[] = []
  for (let at = 0; at + 3 * widths.least <= lines.length; at++) {
    // No line of figures among the first headings.
    if (!isLabel(lines[at]) || !isLabel(lines[at + 1]) || !isLabel(lines[at + 2])) continue
    // "Nguồn vốn" heads the labels and may be any word.
    const heads = isHeading(lines[at]) || (isLabel(lines[at]) && isHeading(lines[at + 1]))
    const read = heads ? longestAt(lines, at) : null
    if (!read) continue
    found.push({ table: read, above: lines[at - 1] ?? null })
    at += read.header.length * (read.rows.length + 1) - 1
  }
  return found
}

const isFigure = (line: Cell | undefined): boolean => line !== undefined && isFigureText(line.text)
const isLabel = (line: Cell | undefined): boolean =>
  line !== undefined && line.text.length <= 120 && !isFigureText(line.text)
const isHeading = (line: Cell | undefined): boolean =>
  isLabel(line) && headingWords.test(line?.text ?? '')

/** The table whose headings begin at this line: of several widths the one that reaches furthest. */
function longestAt(lines: readonly Cell[], at: number): Table | null {
  let best: Table | null = null
  let most = 0
  let headings = 0
  for (let width = 1; width <= widths.most; width++) {
    const line = lines[at + width - 1]
    // "TT" is the first heading: a caption or a title above it is none.
    if (!isLabel(line) || (width > 1 && ordinalHeader.test(line?.text ?? ''))) break
    if (isHeading(line)) headings++
    if (width < widths.least || headings < 2) continue
    const numbered = ordinalHeader.test(lines[at]?.text ?? '')
    const rows = rowsBehind(lines, at + width, width, numbered)
    if (rows.length >= 2 && rows.length * width > most) {
      best = { header: lines.slice(at, at + width), rows }
      most = rows.length * width
    }
  }
  return best
}

/**
 * Rows of `width` lines each, as long as the same ones are figures; at least one column of them. Where they are
 * numbered, the first cell may be a figure in one and a letter in the next.
 */
function rowsBehind(
  lines: readonly Cell[],
  from: number,
  width: number,
  numbered: boolean,
): Cell[][] {
  const rows: Cell[][] = []
  // Whether a column holds figures; null as long as it is empty.
  let numeric: (boolean | null)[] = []
  for (let at = from; at + width <= lines.length; at += width) {
    const row = lines.slice(at, at + width)
    if (rows.length === 0) {
      numeric = row.map((part) => (blank.test(part.text) ? null : isFigure(part)))
      // A numbering before the label may be there; behind the label there are figures.
      const label = numeric.indexOf(false)
      if (label < 0 || label > 1 || !numeric.slice(label + 1).some(Boolean)) return []
      if (!isLabel(row[label])) return []
    }
    const alike = row.every((part, column) => {
      if (blank.test(part.text)) return true
      if (numbered && column === 0) return ordinal.test(part.text)
      numeric[column] ??= isFigure(part)
      return numeric[column] ? isFigure(part) : isLabel(part)
    })
    if (!alike) break
    rows.push(row)
  }
  return rows
}

function readTable(doc: Doc, table: Table, above: Cell | null, periods: readonly Period[]): void {
  const unitColumn = table.header.findIndex(({ text }) => unitHeader.test(text))
  const named = above ? caption.exec(above.text) : null
  const common =
    above && named?.[1] ? unitAt(doc, above.start + named.index + named[0].indexOf(named[1])) : null
  const columns = table.header.map((heading) => columnUnit(doc, heading))
  for (const row of table.rows) {
    const label = row.find(
      ({ text }, column) =>
        /\p{L}{2}/u.test(text) && !ordinalHeader.test(table.header[column]?.text ?? ''),
    )
    if (!label) continue
    const unitCell = unitColumn >= 0 ? row[unitColumn] : undefined
    // "Bán lẻ hàng hóa (tỷ đồng)": the unit of a row beside its label.
    const own = unitCell?.text ? unitAt(doc, unitCell.start) : columnUnit(doc, label)
    const open = label.text.indexOf('(')
    if (own && !unitCell && open > 0 && label.text.endsWith(')'))
      label.end = label.start + label.text.slice(0, open).trimEnd().length
    let last: Statement | null = null
    let target: string | null = null
    for (const [column, part] of row.entries()) {
      const heading = table.header[column]
      const unit = columns[column] ?? own ?? common
      if (!heading || !unit || part.start <= label.start || !isFigureText(part.text)) continue
      const quantity = addQuantity(doc, part, unit, modalityOf(heading.text))
      if (!quantity) continue
      const share = unit.code === '%' && own?.code !== '%' && last !== null
      if (share && last) extend(doc, last, quantity, heading.text, target)
      else
        last = addStatement(doc, label, quantity, periodOf(table, heading, quantity, periods, doc))
      if (quantity.modality === 'target') target = heading.text
    }
  }
}

function columnUnit(doc: Doc, heading: Cell): Unit | null {
  if (/%/.test(heading.text)) return { code: '%', scale: 1, text: '%' }
  const open = heading.text.lastIndexOf('(')
  return open < 0 ? null : unitAt(doc, heading.start + open + 1)
}

/** The unit that starts at an offset: "triệu đồng" is a million of VND. */
function unitAt(doc: Doc, offset: number): Unit | null {
  const at = tokenAt(doc, offset)
  if (doc.text.charAt(doc.tokens.start[at] ?? 0) === '%') return { code: '%', scale: 1, text: '%' }
  const { scale, to } = readScale(doc, at)
  const unit = find(doc, to, 'unit')
  if (!unit) return scale >= 1e6 ? { code: 'VND', scale, text: '' } : null
  const text = doc.text.slice(doc.tokens.start[to], doc.tokens.end[unit.to - 1])
  return { code: unit.payload, scale, text }
}

/** The first token that starts at or behind an offset. */
function tokenAt(doc: Doc, offset: number): number {
  let low = 0
  let high = doc.tokens.count
  while (low < high) {
    const middle = (low + high) >> 1
    if ((doc.tokens.start[middle] ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

const isTarget = /^(kế hoạch|kh |dự toán|mục tiêu|chỉ tiêu giao)/i

function modalityOf(heading: string): Modality {
  if (isTarget.test(heading)) return 'target'
  return /^ước/i.test(heading) ? 'estimate' : 'actual'
}

function addQuantity(doc: Doc, part: Cell, unit: Unit, modality: Modality): Quantity | null {
  const from = tokenAt(doc, part.start)
  const to = tokenAt(doc, part.end)
  const read = digitsValue(part.text)
  if (!read || to <= from || doc.claimed[from] !== 0) return null
  const decimal = unit.code === '%' && read.doubt !== null && read.other < 100
  claim(doc, from, to, QUANTITY)
  const quantity: Quantity = {
    ...head(doc, 'quantity', from, to, 'quantity.table', 'likely'),
    value: Number(((decimal ? read.other : read.value) * unit.scale).toPrecision(15)),
    max: null,
    of: null,
    unit: unit.code,
    unitText: unit.text,
    bound: null,
    boundText: null,
    modality,
  }
  doc.findings.push(quantity)
  doc.quantities.push(quantity)
  return quantity
}

function addStatement(
  doc: Doc,
  label: Cell,
  quantity: Quantity,
  period: PeriodRef | null,
): Statement {
  const from = tokenAt(doc, label.start)
  let code: string | null = null
  for (let at = from; (doc.tokens.start[at] ?? label.end) < label.end && code === null; at++) {
    const known = find(doc, at, 'indicator')
    if (known) code = codeOf(known.payload)
  }
  const statement: Statement = {
    ...head(doc, 'statement', from, tokenAt(doc, quantity.end), 'statement.table', 'likely'),
    indicator: { ...spanOf(doc, from, tokenAt(doc, label.end)), code },
    quantity: quantity.id,
    comparisons: [],
    period,
    place: null,
    modality: quantity.modality,
    partOf: null,
  }
  doc.findings.push(statement)
  doc.statements.push(statement)
  return statement
}

/** A column of percentages behind a figure compares it; what with, its heading or the target's says. */
function extend(
  doc: Doc,
  statement: Statement,
  quantity: Quantity,
  heading: string,
  target: string | null,
): void {
  const { start, end, quote } = quantity
  const said = /cùng kỳ|kế hoạch|dự toán|\b(?:kh|ck|dt)\b/i.test(heading) ? heading : (target ?? '')
  const versus: Comparison['versus'] = /cùng kỳ|\bck\b/i.test(said)
    ? 'samePeriod'
    : /dự toán|\bdt\b/i.test(said)
      ? 'estimate'
      : /kế hoạch|\bkh\b/i.test(said)
        ? 'plan'
        : 'other'
  const direction = 'ratio' as const
  const amount = quantity.value
  statement.comparisons.push({
    start,
    end,
    quote,
    direction,
    amount,
    unit: '%',
    versus,
    base: null,
  })
  statement.end = end
  statement.quote = doc.text.slice(statement.start, end)
  statement.id = `statement:${statement.start}:${end}`
}

/** Letters of a title or a caption at most. */
const longestHeading = 119

/** The period in the heading of the column, else the last one in a heading above the table, else in any line there. */
function periodOf(
  table: Table,
  heading: Cell,
  quantity: Quantity,
  periods: readonly Period[],
  doc: Doc,
): PeriodRef | null {
  const own = periods.find(({ start }) => start >= heading.start && start < heading.end)
  const above = periods.filter(
    ({ grain, start, from, rule }) =>
      start < (table.header[0]?.start ?? 0) &&
      (from === null ? rule.startsWith('period.until') : grain !== 'day' && grain !== 'term'),
  )
  // A month told of in a paragraph above is not what the table reports on where a heading says that.
  const headings = above.filter((period) => inShortLine(doc, period, longestHeading))
  const before = headings.length > 0 ? headings : above
  // Of "kế hoạch năm 2021" and "tính đến 31/10" the second is what has been reached.
  const reached = before.findLast(({ grain }) => grain !== 'year')
  const period = own ?? (quantity.modality === 'target' ? null : reached) ?? before.at(-1)
  if (!period) return null
  const { start, end, label, to } = period
  const from = period.from ?? (to && `${to.slice(0, 4)}-01-01`)
  // A plan is the plan of the year unless its heading says another period.
  if (!own && quantity.modality === 'target' && to)
    return { start, end, label, from: `${to.slice(0, 4)}-01-01`, to: `${to.slice(0, 4)}-12-31` }
  return { start, end, label, from, to }
}
