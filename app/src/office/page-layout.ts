// Where things stand on a PDF page: pieces to lines, lines to segments, columns one after the other.

/** A piece of text as the PDF library gives it. */
export interface Item {
  str: string
  transform: number[]
  width: number
  height: number
}

/** A stretch of a line without a gap wider than a letter in it. */
export interface Segment {
  text: string
  x: number
  right: number
}

export interface Line {
  segments: Segment[]
  x: number
  right: number
  /** Of the base line, upwards from the foot of the page. */
  y: number
  height: number
}

const left = (item: Item): number => item.transform[4] ?? 0

/** Pieces at one height make a line. */
export function linesOf(items: Item[]): Line[] {
  const rows: { pieces: Item[]; y: number }[] = []
  for (const item of items) {
    if (item.str.trim() === '') continue
    const y = item.transform[5] ?? 0
    const near = rows
      .slice(-200)
      .findLast((row) => Math.abs(row.y - y) < Math.max(2, item.height * 0.4))
    if (near) near.pieces.push(item)
    else rows.push({ pieces: [item], y })
  }
  return rows.sort((a, b) => b.y - a.y).map(({ pieces, y }) => lineOf(pieces, y))
}

function lineOf(pieces: Item[], y: number): Line {
  const segments: Segment[] = []
  let height = 1
  for (const piece of pieces.toSorted((a, b) => left(a) - left(b))) {
    const size = piece.height || 10
    const last = segments.at(-1)
    const gap = last ? left(piece) - last.right : 0
    if (!last || gap > size * 0.7) {
      segments.push({ text: piece.str.trim(), x: left(piece), right: left(piece) + piece.width })
    } else {
      const space = gap > size * 0.12 && !/\s$/.test(last.text) && !/^\s/.test(piece.str)
      last.text += space ? ` ${piece.str}` : piece.str
      last.right = left(piece) + piece.width
    }
    height = Math.max(height, piece.height)
  }
  for (const segment of segments) segment.text = segment.text.trim()
  return lineFrom(segments, y, height)
}

const label = /^([-–•*+]|\d{1,3}(\.\d{1,3})*[.)]?|[a-zđ][.)]|[IVXLC]+\.)$/u

/** The line as text: a narrow gap and the one after an item's number are spaces, wide ones part cells. */
export function wordsOf(line: Line): string {
  let text = ''
  let right = 0
  for (const { text: own, x, right: end } of line.segments) {
    const gap = x - right
    const space = gap < line.height * 1.8 || (label.test(text) && gap < line.height * 6)
    text += text === '' ? own : `${space ? ' ' : ' | '}${own}`
    right = end
  }
  return text
}

const lineFrom = (segments: Segment[], y: number, height: number): Line => ({
  segments,
  x: segments[0]?.x ?? 0,
  right: segments.at(-1)?.right ?? 0,
  y,
  height,
})

/**
 * The lines of a page in reading order. Where a page is set in two columns, the left column of each
 * stretch comes before the right one; a line across both ends the stretch.
 */
export function flowsOf(lines: Line[]): Line[][] {
  if (lines.length === 0) return []
  const gutter = gutterOf(lines)
  if (gutter === null) return [lines]
  const flows: Line[][] = []
  let columns: [Line[], Line[]] = [[], []]
  let across: Line[] = []
  const flush = (): void => {
    for (const flow of [across, ...columns]) if (flow.length > 0) flows.push(flow)
    columns = [[], []]
    across = []
  }
  for (const line of lines) {
    if (line.segments.some((one) => one.x < gutter && one.right > gutter)) {
      if (columns[0].length + columns[1].length > 0) flush()
      across.push(line)
      continue
    }
    for (const side of [0, 1] as const) {
      const own = line.segments.filter((one) =>
        side === 0 ? one.right <= gutter : one.x >= gutter,
      )
      if (own.length > 0) columns[side].push(lineFrom(own, line.y, line.height))
    }
  }
  flush()
  return flows
}

/**
 * The x of the gap between two columns of running text, or null. Columns are told from tables by
 * their lines: most reach from edge to edge of their column.
 */
function gutterOf(lines: Line[]): number | null {
  const segments = lines.flatMap((line) => line.segments)
  const margin = Math.min(...segments.map((one) => one.x))
  const edge = Math.max(...segments.map((one) => one.right))
  const width = edge - margin
  for (let share = 0.5, step = 0; step < 17; step++) {
    share = 0.5 + (step % 2 === 0 ? 1 : -1) * Math.ceil(step / 2) * 0.02
    const x = margin + width * share
    if (isGutter(segments, x)) return x
  }
  return null
}

function isGutter(segments: Segment[], x: number): boolean {
  const sides = [
    segments.filter((one) => one.right <= x),
    segments.filter((one) => one.x >= x),
  ] as const
  const crossing = segments.length - sides[0].length - sides[1].length
  if (crossing > segments.length * 0.25) return false
  return sides.every((side) => {
    if (side.length < 8) return false
    const from = Math.min(...side.map((one) => one.x))
    const to = Math.max(...side.map((one) => one.right))
    const full = side.filter((one) => one.right - one.x > (to - from) * 0.8 && one.text.length > 15)
    return full.length > side.length * 0.55
  })
}
