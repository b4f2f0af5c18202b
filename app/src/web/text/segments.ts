// Text cut for showing: into lines, lines into segments that carry the findings on them.

export interface Mark {
  id: string
  start: number
  end: number
  kind: string
  state: string
  /** Which of the underlines below each other; 0 is the nearest to the letters. */
  lane: number
}

export interface Line {
  start: number
  end: number
  /** Kind of the block it stands in: paragraph, heading, listItem, tableRow … */
  kind: string
}

export interface Segment {
  start: number
  end: number
  /** Marks that cover it, outermost first. */
  marks: Mark[]
}

export interface Chunk {
  start: number
  end: number
  lines: Line[]
}

const lanes = 4
/** A line longer than this (a pasted novel without breaks) is cut at a space. */
const longestLine = 6_000
const chunkLength = 12_000

/** The lines of a text that hold anything, with the kind of their block. `blocks` are in order. */
export function linesOf(
  text: string,
  blocks: readonly { kind: string; start: number; end: number }[],
): Line[] {
  const found: Line[] = []
  let block = 0
  let start = 0
  while (start < text.length) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    while (block < blocks.length && (blocks[block]?.end ?? 0) <= start) block += 1
    const at = blocks[block]
    const kind = at && at.start < end ? at.kind : 'paragraph'
    let from = start
    while (end - from > longestLine) {
      const space = text.lastIndexOf(' ', from + longestLine)
      const cut = space > from ? space + 1 : from + longestLine
      found.push({ start: from, end: cut, kind })
      from = cut
    }
    if (text.slice(from, end).trim() !== '') found.push({ start: from, end, kind })
    start = end + 1
  }
  return found
}

/** Lines gathered into stretches that are drawn together. */
export function chunksOf(lines: readonly Line[]): Chunk[] {
  const chunks: Chunk[] = []
  for (const line of lines) {
    const last = chunks.at(-1)
    if (last && line.end - last.start <= chunkLength) {
      last.lines.push(line)
      last.end = line.end
    } else chunks.push({ start: line.start, end: line.end, lines: [line] })
  }
  return chunks
}

/** Marks in reading order, outer before inner, each on a lane that is free over its whole length. */
export function layMarks(marks: readonly Omit<Mark, 'lane'>[]): Mark[] {
  const ends: number[] = []
  return marks
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .map((mark) => {
      let lane = ends.findIndex((end) => end <= mark.start)
      if (lane < 0) lane = ends.length
      ends[lane] = mark.end
      return { ...mark, lane: Math.min(lane, lanes - 1) }
    })
}

/** Of marks in order, those that touch the stretch. */
export function marksWithin(
  marks: readonly Mark[],
  { start, end }: { start: number; end: number },
): Mark[] {
  return marks.filter((mark) => mark.start < end && mark.end > start)
}

/** Cuts a line wherever a mark begins or ends. The segments joined are the line. */
export function segmentsOf(
  line: { start: number; end: number },
  marks: readonly Mark[],
): Segment[] {
  const here = marksWithin(marks, line)
  const cuts = new Set([line.start, line.end])
  for (const mark of here) {
    cuts.add(Math.max(mark.start, line.start))
    cuts.add(Math.min(mark.end, line.end))
  }
  const points = [...cuts].toSorted((a, b) => a - b)
  return points.slice(1).map((end, index) => {
    const start = points[index] ?? line.start
    return { start, end, marks: here.filter((mark) => mark.start < end && mark.end > start) }
  })
}
