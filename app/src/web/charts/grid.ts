// A table as a picture: names at the left, a cell for each column with its sign, its text and its ground. Options in,
// SVG text out; for a copied picture, which has to stand on white paper by itself.
import { element, escapeText, paperPalette } from './svg.ts'
import { signs, type Tone, tonePaper } from './tone.ts'

export interface GridCell {
  text: string
  tone: Tone | null
  word: string
}

export interface GridOptions {
  title: string
  note: string
  heads: readonly { text: string }[]
  rows: readonly { name: string; cells: readonly GridCell[]; whole?: boolean }[]
  legend: readonly { tone: Tone; word: string }[]
}

const letter = 6.4
const line = 14
const pad = 8
/** A heading is never cut before its unit. */
const headLinesMost = 7

/** Draws it; rows are as high as their longest name needs. */
export function gridSvg({ title, note, heads, rows, legend }: GridOptions): string {
  const palette = paperPalette
  const nameWidth = Math.min(230, Math.max(120, ...rows.map(({ name }) => name.length * letter)))
  const cellWidth = Math.max(
    84,
    ...rows.flatMap(({ cells }) => cells.map(({ text }) => (text.length + 3) * letter + pad)),
  )
  const columns = Math.max(0, heads.length - 1)
  const width = nameWidth + columns * cellWidth + 2 * pad
  const headLines = heads.map(({ text }, at) =>
    wrapped(text, (at === 0 ? nameWidth : cellWidth) - pad, headLinesMost),
  )
  const top = 44
  const headHeight = Math.max(...headLines.map(({ length }) => length)) * line + pad
  const parts = [
    element('title', {}, escapeText(title)),
    element('rect', { x: 0, y: 0, width: '100%', height: '100%', fill: palette.ground }),
    words(pad, 16, [title], { 'font-weight': '600', fill: palette.text }),
    words(pad, 32, [note], { fill: palette.muted }),
    ...headLines.map((lines, at) => {
      const x = at === 0 ? pad : pad + nameWidth + (at - 0.5) * cellWidth
      const anchor = at === 0 ? 'start' : 'middle'
      return words(x, top + line, lines, { 'text-anchor': anchor, fill: palette.muted })
    }),
  ]
  let y = top + headHeight
  for (const { name, cells, whole } of rows) {
    const lines = wrapped(name, nameWidth - pad)
    const height = Math.max(lines.length, 1) * line + pad
    parts.push(
      element('line', { x1: pad, x2: width - pad, y1: y, y2: y, stroke: palette.rule }),
      words(pad, y + line, lines, {
        fill: palette.text,
        ...(whole ? { 'font-weight': '600' } : {}),
      }),
      ...cells.map((cell, at) =>
        drawn(cell, { x: pad + nameWidth + at * cellWidth, y, width: cellWidth, height }),
      ),
    )
    y += height
  }
  let x = pad
  for (const { tone, word } of legend) {
    const text = `${signs[tone]} ${word}`
    if (x > pad && x + text.length * letter > width - pad) {
      x = pad
      y += line
    }
    parts.push(words(x, y + 20, [text], { fill: tonePaper[tone].ink }))
    x += (text.length + 3) * letter
  }
  const height = y + 30
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${Math.round(width)} ${Math.round(height)}`,
      width,
      height,
      role: 'img',
      'aria-label': title,
      'font-family': "'Be Vietnam Pro', 'Liberation Sans', sans-serif",
      'font-size': 11,
    },
    parts.join(''),
  )
}

interface Box {
  x: number
  y: number
  width: number
  height: number
}

function drawn({ text, tone, word }: GridCell, box: Box): string {
  const colours = tone === null ? null : tonePaper[tone]
  const said = [text, word].filter(Boolean).join(', ')
  const shown = tone === null ? text : `${signs[tone]} ${text}`.trim()
  const ground = colours
    ? element('rect', {
        ...{ x: box.x + 1, y: box.y + 1, width: box.width - 2, height: box.height - 2 },
        fill: colours.ground,
      })
    : ''
  const ink = colours?.ink ?? paperPalette.text
  const at = words(box.x + box.width - 6, box.y + box.height / 2 + 4, [shown], {
    'text-anchor': 'end',
    fill: ink,
  })
  return element('g', {}, `${element('title', {}, escapeText(said))}${ground}${at}`)
}

function words(
  x: number,
  y: number,
  lines: readonly string[],
  attributes: Record<string, string>,
): string {
  return lines
    .map((text, at) => element('text', { x, y: y + at * line, ...attributes }, escapeText(text)))
    .join('')
}

/** Words in lines of a width, three at most; what does not fit ends in "…". */
export function wrapped(text: string, width: number, most = 3): string[] {
  const room = Math.max(4, Math.floor(width / letter))
  const lines: string[] = []
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= room) {
      lines[lines.length - 1] = `${last} ${word}`
    } else lines.push(word)
  }
  const kept = lines.slice(0, most)
  if (lines.length > most) kept[most - 1] = `${kept[most - 1]} …`
  return kept.map((one) => (one.length > room + 2 ? `${one.slice(0, room)}…` : one))
}
