// Cells of tables as text: lines, what parts them, figures that stand alone.

/** A line, or a part of one, without the white space around it. */
export interface Cell {
  start: number
  end: number
  text: string
}

/** What parts cells in one line: a tab, a bar, or spaces that align them. */
const gap = /\t| {0,12}\| {0,12}| {2,40}/g

/** The lines of a text. */
export function linesOf(text: string): Cell[] {
  const lines: Cell[] = []
  let start = 0
  for (let end = text.indexOf('\n'); ; end = text.indexOf('\n', start)) {
    const stop = end < 0 ? text.length : end
    lines.push(cell(start, text.slice(start, stop)))
    if (end < 0) return lines
    start = end + 1
  }
}

/** A tab, two spaces, or a bar between two of them. */
export function isParted(text: string, from: number, to: number): boolean {
  let before = 0
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at)
    if (unit === TAB || (unit === SPACE && before === SPACE)) return true
    if (unit === BAR && before === SPACE && at + 1 < to && text.charCodeAt(at + 1) === SPACE)
      return true
    before = unit
  }
  return false
}

const TAB = 0x09
const SPACE = 0x20
const BAR = 0x7c

/** A cell without the white space around it. */
function cell(start: number, written: string): Cell {
  if (isSolid(written.charCodeAt(0)) && isSolid(written.charCodeAt(written.length - 1)))
    return { start, end: start + written.length, text: written }
  const text = written.trim()
  const from = start + written.length - written.trimStart().length
  return { start: from, end: from + text.length, text }
}

/** No white space for sure; false for NaN, of an empty line. */
const isSolid = (code: number): boolean =>
  (code > 0x20 && code < 0xa0) || (code > 0xa0 && code < 0x1680) || (code > 0x1dff && code < 0x2000)

/** The cells of a line; none where nothing parts it. */
export function cellsOf(whole: string, line: Cell | undefined): Cell[] {
  if (!line || !isParted(whole, line.start, line.end)) return []
  const { text } = line
  const cells: Cell[] = []
  let from = 0
  for (const { index, 0: parted } of text.matchAll(gap)) {
    cells.push(cell(line.start + from, text.slice(from, index)))
    from = index + parted.length
  }
  cells.push(cell(line.start + from, text.slice(from)))
  return cells
}

/** A sign or none, digits, and four groups behind a dot or a comma at most, each of one to twelve digits. */
export function isFigureText(text: string): boolean {
  const first = text.charCodeAt(0)
  let groups = 0
  let digits = 0
  for (let at = first === PLUS || first === MINUS ? 1 : 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit >= 0x30 && unit <= 0x39) digits++
    else if ((unit === DOT || unit === COMMA) && digits > 0 && groups < 4) {
      groups++
      digits = 0
    } else return false
    if (digits > 12) return false
  }
  return digits > 0
}

const PLUS = 0x2b
const MINUS = 0x2d
const DOT = 0x2e
const COMMA = 0x2c
