// One indicator over its periods: a line with points. Options in, SVG text out; no DOM, so that the
// screen, a printed page and a copied picture are the same drawing.
import { element, escapeText, linearScale, niceTicks, type Palette, screenPalette } from './svg.ts'

export type Modality = 'actual' | 'estimate' | 'target' | 'forecast'

/** One observation to draw. `value: null` is a period that was named without a figure: it shows as a gap. */
export interface TrendPoint {
  /** Last day of the period, `YYYY-MM-DD`: the place on the time axis. */
  at: string
  label: string
  value: number | null
  modality: Modality
}

export interface TrendOptions {
  width: number
  height: number
  /** Read out by screen readers; say what the figure is. */
  title: string
  /** A figure as people write it, unit included. */
  formatValue: (value: number) => string
  /** Figures that count from 1 January: the line breaks at the turn of a year. */
  cumulative?: boolean
  /** Without axes and labels, for a cell of a table. */
  mini?: boolean
  palette?: Palette
}

interface Placed extends TrendPoint {
  x: number
  y: number | null
}

/** Draws the trend. With no figure at all it returns an empty but valid picture with its title. */
export function trendSvg(points: readonly TrendPoint[], options: TrendOptions): string {
  const palette = options.palette ?? screenPalette
  const sorted = points.toSorted((a, b) => a.at.localeCompare(b.at))
  const values = sorted.flatMap((point) => (point.value === null ? [] : [point.value]))
  const ticks = niceTicks(Math.min(...values), Math.max(...values), options.mini ? 3 : 4)
  const tickTexts = ticks.map((tick) => options.formatValue(tick))
  const margin = options.mini
    ? { left: 5, right: 5, top: 5, bottom: 5 }
    : { left: 10 + longest(tickTexts) * 6.6, right: 16, top: 14, bottom: 26 }
  const x = linearScale(
    [dayNumber(sorted[0]?.at), dayNumber(sorted.at(-1)?.at)],
    [margin.left, options.width - margin.right],
  )
  const y = linearScale(
    [ticks[0] ?? 0, ticks.at(-1) ?? 1],
    [options.height - margin.bottom, margin.top],
  )
  const placed = sorted.map((point) => ({
    ...point,
    x: x(dayNumber(point.at)),
    y: point.value === null ? null : y(point.value),
  }))
  const parts = [element('title', {}, escapeText(options.title))]
  if (!options.mini && values.length > 0) {
    parts.push(
      ...valueAxis(ticks, tickTexts, y, margin.left, options.width - margin.right, palette),
    )
    parts.push(...timeAxis(placed, options.height - 8, options.width, palette))
  }
  parts.push(...lines(placed, options, palette))
  const bottom = options.height - margin.bottom
  parts.push(...placed.map((point) => mark(point, bottom, options, palette)))
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${options.width} ${options.height}`,
      width: options.width,
      height: options.height,
      role: 'img',
      'aria-label': options.title,
      'font-family': "'Be Vietnam Pro', 'Liberation Sans', sans-serif",
      'font-size': 11,
    },
    parts.join(''),
  )
}

function valueAxis(
  ticks: number[],
  texts: string[],
  y: (value: number) => number,
  left: number,
  right: number,
  palette: Palette,
): string[] {
  return ticks.flatMap((tick, index) => [
    element('line', { x1: left, x2: right, y1: y(tick), y2: y(tick), stroke: palette.rule }),
    element(
      'text',
      { x: left - 6, y: y(tick) + 4, 'text-anchor': 'end', fill: palette.muted },
      escapeText(texts[index] ?? ''),
    ),
  ])
}

/** Period labels under the points; one that would run into its neighbour is left out. */
function timeAxis(placed: Placed[], baseline: number, width: number, palette: Palette): string[] {
  const texts: string[] = []
  let free = 0
  for (const point of placed) {
    const half = point.label.length * 3.1
    const centre = Math.min(Math.max(point.x, half), width - half)
    if (centre - half < free) continue
    free = centre + half + 8
    texts.push(
      element(
        'text',
        { x: centre, y: baseline, 'text-anchor': 'middle', fill: palette.muted },
        escapeText(point.label),
      ),
    )
  }
  return texts
}

const isPlanned = ({ modality }: TrendPoint) => modality === 'target' || modality === 'forecast'

/**
 * The line through what was, broken at gaps and, for figures that count from 1 January, between years. What is planned
 * or foreseen stands beside it: no line leads there.
 */
function lines(placed: Placed[], options: TrendOptions, palette: Palette): string[] {
  const runs: Placed[][] = []
  let run: Placed[] = []
  for (const point of placed) {
    if (isPlanned(point)) continue
    const before = run.at(-1)
    const newYear = options.cumulative && before && before.at.slice(0, 4) !== point.at.slice(0, 4)
    if (point.y === null || newYear) {
      runs.push(run)
      run = []
    }
    if (point.y !== null) run.push(point)
  }
  runs.push(run)
  return runs
    .filter((points) => points.length > 1)
    .map((points) =>
      element('polyline', {
        points: points.map((point) => `${tenth(point.x)},${tenth(point.y ?? 0)}`).join(' '),
        fill: 'none',
        stroke: palette.line,
        'stroke-width': options.mini ? 1.5 : 2,
        'stroke-linejoin': 'round',
      }),
    )
}

/** A full point is a reported figure, a hollow one an estimate, a diamond a plan, "○" below a gap. */
function mark(point: Placed, bottom: number, options: TrendOptions, palette: Palette): string {
  const radius = options.mini ? 2.5 : 4
  const said = `${point.label}: ${point.value === null ? '–' : options.formatValue(point.value)}`
  const title = element('title', {}, escapeText(said))
  const stroke = { stroke: palette.line, 'stroke-width': 1.5 }
  if (point.y === null) {
    return element(
      'circle',
      {
        cx: point.x,
        cy: bottom,
        r: radius,
        fill: 'none',
        stroke: palette.muted,
        'stroke-dasharray': '2 2',
      },
      title,
    )
  }
  if (isPlanned(point)) {
    const r = radius + 1
    const d = `M${tenth(point.x)} ${tenth(point.y - r)}l${r} ${r}l-${r} ${r}l-${r} -${r}z`
    return element('path', { d, fill: palette.ground, ...stroke }, title)
  }
  const fill = point.modality === 'estimate' ? palette.ground : palette.line
  return element('circle', { cx: point.x, cy: point.y, r: radius, fill, ...stroke }, title)
}

function dayNumber(date: string | undefined): number {
  return date ? Date.parse(`${date}T00:00:00Z`) / 86_400_000 : 0
}

function longest(texts: string[]): number {
  return Math.max(0, ...texts.map((text) => text.length))
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10
}
