// One line that answers "are we on plan, and against last year?": a bar for what is reached, a darker
// ground up to what is expected by now, a thick tick for the target, a hollow triangle for the same period
// of last year (after Stephen Few's bullet graph). Options in, SVG text out, as in trend.ts.
import { element, escapeText, linearScale, type Palette, screenPalette } from './svg.ts'

export interface BulletOptions {
  width: number
  height: number
  /** Read out by screen readers; says all that the drawing shows. */
  title: string
  palette?: Palette
}

export interface BulletValues {
  actual: number | null
  /** Both ends of a band; the same twice for a point. */
  target: { low: number; high: number }
  expected: number | null
  samePeriod: number | null
}

/** Draws the line. Bars start at zero; a figure or target below zero goes to the left of it. */
export function bulletSvg(values: BulletValues, options: BulletOptions): string {
  const { width, height } = options
  const palette = options.palette ?? screenPalette
  const { actual, target, expected, samePeriod } = values
  const all = [0, target.low, target.high, actual ?? 0, expected ?? 0, samePeriod ?? 0]
  const [least, most] = [Math.min(...all), Math.max(...all)]
  const room = (most - least || 1) * 0.04
  const x = linearScale([least < 0 ? least - room : 0, most + room], [1, width - 1])
  const bar = (from: number, to: number, part: number, fill: string, opacity: number) => {
    const [left, right] = [Math.min(x(from), x(to)), Math.max(x(from), x(to))]
    return element('rect', {
      x: left,
      y: (height * (1 - part)) / 2,
      width: right - left,
      height: height * part,
      fill,
      'fill-opacity': String(opacity),
    })
  }
  const tick = (value: number) =>
    element('rect', { x: x(value) - 1.5, y: 0, width: 3, height, fill: palette.text })
  const parts = [
    element('title', {}, escapeText(options.title)),
    bar(least, most, 0.8, palette.rule, 0.55),
    ...(expected === null ? [] : [bar(0, expected, 0.8, palette.muted, 0.4)]),
    ...(actual === null ? [] : [bar(0, actual, 0.36, palette.line, 1)]),
    tick(target.low),
    ...(target.high === target.low ? [] : [tick(target.high)]),
    ...(samePeriod === null ? [] : [triangle(x(samePeriod), height, palette)]),
  ]
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
    },
    parts.join(''),
  )
}

const triangle = (at: number, height: number, palette: Palette) =>
  element('path', {
    d: `M${at.toFixed(1)} ${(height * 0.55).toFixed(1)}l4 ${(height * 0.42).toFixed(1)}h-8z`,
    fill: palette.ground,
    stroke: palette.text,
    'stroke-width': '1.2',
  })
