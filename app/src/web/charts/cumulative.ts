// Several lines that only grow, over the same months, and levels that they are held against (an S-curve). Options in, SVG
// text out. Lines are told apart by their dashes and marks, not by colour; the figures stand in a table beside it.
import { element, escapeText, linearScale, niceTicks, type Palette, screenPalette } from './svg.ts'

export interface CumulativeLine {
  name: string
  /** One a month; null where none is known: the line goes on to the next one. */
  values: readonly (number | null)[]
  look: 'solid' | 'dashed'
}

export interface CumulativeOptions {
  width: number
  height: number
  title: string
  /** Under the months, in order. */
  labels: readonly string[]
  /** Across the whole width: what was given. */
  levels: readonly { name: string; value: number }[]
  formatValue: (value: number) => string
  palette?: Palette
}

/** Draws them from zero; an empty but valid picture with its title where there is no figure. */
export function cumulativeSvg(
  lines: readonly CumulativeLine[],
  { width, height, title, labels, levels, formatValue, palette = screenPalette }: CumulativeOptions,
): string {
  const values = [
    ...lines.flatMap((line) => line.values.filter((one) => one !== null)),
    ...levels.map(({ value }) => value),
  ]
  const parts = [element('title', {}, escapeText(title))]
  if (values.length > 0) {
    const ticks = niceTicks(0, Math.max(...values))
    const left = 10 + Math.max(...ticks.map((tick) => formatValue(tick).length)) * 6.6
    const right = width - 16
    const x = linearScale([0, Math.max(1, labels.length - 1)], [left + 8, right - 8])
    const y = linearScale([ticks[0] ?? 0, ticks.at(-1) ?? 1], [height - 26, 14])
    for (const tick of ticks) {
      const at = { x1: left, x2: right, y1: y(tick), y2: y(tick), stroke: palette.rule }
      const text = { x: left - 6, y: y(tick) + 4, 'text-anchor': 'end', fill: palette.muted }
      parts.push(element('line', at), element('text', text, escapeText(formatValue(tick))))
    }
    for (const [at, label] of labels.entries()) {
      const text = { x: x(at), y: height - 8, 'text-anchor': 'middle', fill: palette.muted }
      parts.push(element('text', text, escapeText(label)))
    }
    parts.push(...levelLines(levels, { left, right, y, palette }))
    for (const line of lines) parts.push(...drawn(line, x, y, palette, formatValue))
  }
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      ...{ width, height, role: 'img', 'aria-label': title },
      'font-family': "'Be Vietnam Pro', 'Liberation Sans', sans-serif",
      'font-size': 11,
    },
    parts.join(''),
  )
}

interface Frame {
  left: number
  right: number
  y: (value: number) => number
  palette: Palette
}

/** Each level with its name above it; names of levels that lie close together share a line. */
function levelLines(
  levels: CumulativeOptions['levels'],
  { left, right, y, palette }: Frame,
): string[] {
  const named: { at: number; names: string[] }[] = []
  for (const { name, value } of levels.toSorted((a, b) => b.value - a.value)) {
    const near = named.find(({ at }) => Math.abs(at - y(value)) < 14)
    if (near) near.names.push(name)
    else named.push({ at: y(value), names: [name] })
  }
  return [
    ...levels.map(({ value }) =>
      element('line', {
        ...{ x1: left, x2: right, y1: y(value), y2: y(value), stroke: palette.text },
        'stroke-dasharray': '1 3',
      }),
    ),
    ...named.map(({ at, names }) =>
      element(
        'text',
        { x: left + 4, y: at < 24 ? at + 12 : at - 4, fill: palette.text },
        escapeText(names.join(', ')),
      ),
    ),
  ]
}

function drawn(
  { name, values, look }: CumulativeLine,
  x: (at: number) => number,
  y: (value: number) => number,
  palette: Palette,
  formatValue: (value: number) => string,
): string[] {
  const placed = values.flatMap((value, at) => (value === null ? [] : [{ value, at }]))
  const stroke = { stroke: palette.line, 'stroke-width': 2 }
  const line = element('polyline', {
    points: placed.map(({ value, at }) => `${tenth(x(at))},${tenth(y(value))}`).join(' '),
    ...{ fill: 'none', ...stroke, 'stroke-linejoin': 'round' },
    ...(look === 'dashed' ? { 'stroke-dasharray': '6 4' } : {}),
  })
  const marks = placed.map(({ value, at }) =>
    element(
      'circle',
      {
        ...{ cx: x(at), cy: y(value), r: 3.5, ...stroke, 'stroke-width': 1.5 },
        fill: look === 'solid' ? palette.line : palette.ground,
      },
      element('title', {}, escapeText(`${name}: ${formatValue(value)}`)),
    ),
  )
  return placed.length > 1 ? [line, ...marks] : marks
}

const tenth = (value: number) => Math.round(value * 10) / 10
