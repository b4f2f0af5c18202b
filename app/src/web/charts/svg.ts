// The few SVG building blocks that our charts share: escaping, elements, scales and ticks.

/** Colours of a chart. On screen they are custom properties, in a copied picture plain values. */
export interface Palette {
  line: string
  ground: string
  text: string
  muted: string
  rule: string
}

/** Follows the theme of the page. */
export const screenPalette: Palette = {
  line: 'var(--chart-line, #0b63b0)',
  ground: 'var(--surface, #ffffff)',
  text: 'var(--text, #1b1f24)',
  muted: 'var(--text-muted, #57606a)',
  rule: 'var(--rule, #d0d7de)',
}

/** For a picture that leaves the page: it has to stand on white paper by itself. */
export const paperPalette: Palette = {
  line: '#0b63b0',
  ground: '#ffffff',
  text: '#1b1f24',
  muted: '#57606a',
  rule: '#d0d7de',
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text made safe for an SVG attribute or text node. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character)
}

/** One element; numbers are rounded to a tenth of a pixel so that snapshots stay readable. */
export function element(
  name: string,
  attributes: Record<string, string | number | undefined>,
  content = '',
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) =>
        ` ${key}="${typeof value === 'number' ? round(value) : escapeText(value ?? '')}"`,
    )
    .join('')
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`
}

/** A linear scale from a domain to a range of pixels; a domain of one point maps to the middle. */
export function linearScale(
  domain: [number, number],
  range: [number, number],
): (value: number) => number {
  const width = domain[1] - domain[0]
  if (width === 0) return () => (range[0] + range[1]) / 2
  return (value) => range[0] + ((value - domain[0]) / width) * (range[1] - range[0])
}

/**
 * Round ticks that enclose `min` and `max`: steps of 1, 2, 2.5 or 5 times a power of ten.
 * Returns at least two values, ascending.
 */
export function niceTicks(min: number, max: number, wanted = 4): number[] {
  if (!Number.isFinite(min) || !Number.isFinite(max)) return [0, 1]
  const size = Math.max(Math.abs(min), Math.abs(max))
  // Differences that only rounding makes, or that no step could divide, count as none.
  if (max - min <= Math.max(size * 1e-9, 1e-300)) {
    // Nothing but noughts: below them is nothing to be seen.
    if (size < 1e-9) return [0, 1]
    return niceTicks(min - size / 2, max + size / 2, wanted)
  }
  const raw = (max - min) / Math.max(1, wanted - 1)
  const power = 10 ** Math.floor(Math.log10(raw))
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= raw * 0.999) ?? 10) * power
  const first = Math.floor(min / step + 1e-9)
  const last = Math.ceil(max / step - 1e-9)
  const ticks: number[] = []
  for (let index = first; index <= last; index++) ticks.push(Number((index * step).toPrecision(12)))
  return ticks
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10)
}
