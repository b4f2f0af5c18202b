// One small chart a unit, all to one scale from zero: this year's figures as a line, last year's muted, what is
// expected dashed. Options in, SVG text out.
import { wrapped } from './grid.ts'
import { element, escapeText, linearScale, niceTicks, type Palette, screenPalette } from './svg.ts'
import { signs, type Tone } from './tone.ts'

export interface Multiple {
  name: string
  /** One value a column; null is a gap. */
  values: readonly (number | null)[]
  former: readonly (number | null)[]
  expected: readonly (number | null)[]
  /** How the newest stands. */
  tone: Tone
  word: string
}

export interface MultiplesOptions {
  title: string
  note: string
  /** The words of the columns, one a value. */
  columns: readonly string[]
  formatValue: (value: number) => string
  /** How many stand beside each other. */
  across: number
  palette?: Palette
}

const cell = { width: 168, height: 112 }
const plot = { left: 8, right: 160, top: 40, bottom: 92 }

export function multiplesSvg(units: readonly Multiple[], options: MultiplesOptions): string {
  const palette = options.palette ?? screenPalette
  const all = units.flatMap(({ values, former, expected }) =>
    [...values, ...former, ...expected].filter((value) => value !== null),
  )
  const ticks = niceTicks(Math.min(0, ...all), Math.max(0, ...all), 3)
  const top = 40
  const width = options.across * cell.width
  const height = top + Math.ceil(units.length / options.across) * cell.height + 8
  const scales = {
    x: linearScale([0, Math.max(1, options.columns.length - 1)], [plot.left, plot.right]),
    y: linearScale([ticks[0] ?? 0, ticks.at(-1) ?? 1], [plot.bottom, plot.top]),
  }
  const parts = [
    element('title', {}, escapeText(options.title)),
    text(8, 14, options.title, palette.text, { 'font-weight': '600' }),
    text(8, 29, options.note, palette.muted),
    ...units.map((unit, at) =>
      element(
        'g',
        {
          transform: `translate(${(at % options.across) * cell.width} ${
            top + Math.floor(at / options.across) * cell.height
          })`,
        },
        panel(unit, options, palette, scales),
      ),
    ),
  ]
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'aria-label': options.title,
      'font-family': "'Be Vietnam Pro', 'Liberation Sans', sans-serif",
      'font-size': 10,
    },
    parts.join(''),
  )
}

interface Scales {
  x: (value: number) => number
  y: (value: number) => number
}

function panel(unit: Multiple, options: MultiplesOptions, palette: Palette, scales: Scales) {
  const { values, former, expected } = unit
  const newest = values.findLastIndex((value) => value !== null)
  const last = values[newest] ?? null
  const zero = scales.y(0)
  const said = last === null ? '–' : options.formatValue(last)
  const base = { x1: plot.left, x2: plot.right, y1: zero, y2: zero }
  return [
    element('title', {}, escapeText(`${unit.name}: ${said}, ${unit.word}`)),
    ...wrapped(unit.name, plot.right - plot.left, 1).map((name) =>
      text(plot.left, 11, name, palette.text, { 'font-weight': '600' }),
    ),
    text(plot.left, 25, `${signs[unit.tone]} ${said} · ${unit.word}`, palette.text),
    element('line', { ...base, stroke: palette.rule }),
    ...lines(former, scales, { stroke: palette.muted, 'stroke-width': '1' }),
    ...lines(expected, scales, {
      ...{ stroke: palette.muted, 'stroke-width': '1', 'stroke-dasharray': '3 2' },
    }),
    ...lines(values, scales, { stroke: palette.line, 'stroke-width': '2' }),
    ...values.flatMap((value, at) =>
      value === null ? [] : [dot(scales.x(at), scales.y(value), palette)],
    ),
    text(plot.left, plot.bottom + 12, options.columns[0] ?? '', palette.muted),
    text(plot.right, plot.bottom + 12, options.columns.at(-1) ?? '', palette.muted, {
      'text-anchor': 'end',
    }),
  ].join('')
}

const dot = (cx: number, cy: number, palette: Palette) =>
  element('circle', { cx, cy, r: 2, fill: palette.line })

/** The line, broken at gaps. */
function lines(
  values: readonly (number | null)[],
  { x, y }: Scales,
  stroke: Record<string, string>,
): string[] {
  const runs: string[][] = [[]]
  values.forEach((value, at) => {
    if (value === null) runs.push([])
    else runs.at(-1)?.push(`${x(at).toFixed(1)},${y(value).toFixed(1)}`)
  })
  return runs
    .filter((run) => run.length > 1)
    .map((run) => element('polyline', { points: run.join(' '), fill: 'none', ...stroke }))
}

const text = (
  x: number,
  y: number,
  words: string,
  fill: string,
  more: Record<string, string> = {},
) => element('text', { x, y, fill, ...more }, escapeText(words))
