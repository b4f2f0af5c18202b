// Places of a map as a picture for other documents, on white paper: as tiles under their headings, or by their
// outlines. Options in, SVG text out.
import { wrapped } from './grid.ts'
import type { Shape } from './outlines.ts'
import { element, escapeText, paperPalette } from './svg.ts'
import { signs, type Tone, tonePaper } from './tone.ts'

export interface Place {
  /** Its name as the map says it. */
  short: string
  text: string
  tone: Tone | null
  word: string
  /** The class of its figure, where nothing is judged. */
  level: number | null
}

export interface PlacesOptions {
  title: string
  note: string
  legend: readonly string[]
}

/** Grounds of the five classes, light to dark, apart in grey too; each with the ink that is read on it. */
export const levelPaper = [
  { ground: '#eef4fb', ink: '#17212b' },
  { ground: '#cfe0f3', ink: '#17212b' },
  { ground: '#9cc0e6', ink: '#17212b' },
  { ground: '#4f8fcd', ink: '#ffffff' },
  { ground: '#0b4f94', ink: '#ffffff' },
] as const

const tile = { width: 104, height: 62, gap: 4 }
const across = 8
const pad = 8

/** What a place says: its sign or the number of its class, and its figure. */
export const saidOf = ({ tone, level, text }: Place): string =>
  [level === null ? tone && signs[tone] : `[${level}]`, text].filter(Boolean).join(' ')

/** The same, and why there is no figure where that has room in so many letters. */
export function reasonOf(place: Place, letters: number): string {
  const said = saidOf(place)
  const whole = place.text === '' ? `${said} ${place.word}`.trim() : said
  return whole.length <= letters ? whole : said
}

const colours = ({ tone, level }: Place) =>
  (level === null ? null : levelPaper[level - 1]) ?? tonePaper[tone ?? 'none']

export function tilesSvg(
  groups: readonly { kind: string; tiles: readonly Place[] }[],
  options: PlacesOptions,
): string {
  const parts: string[] = []
  let y = 44
  for (const { kind, tiles } of groups) {
    parts.push(words(pad, y + 14, kind, paperPalette.text, { 'font-weight': '600' }))
    y += 22
    tiles.forEach((one, at) => {
      const x = pad + (at % across) * (tile.width + tile.gap)
      parts.push(drawnTile(one, x, y + Math.floor(at / across) * (tile.height + tile.gap)))
    })
    y += Math.ceil(tiles.length / across) * (tile.height + tile.gap) + 6
  }
  return sheetOf(parts, { width: across * (tile.width + tile.gap) + 2 * pad, height: y }, options)
}

function drawnTile(one: Place, x: number, y: number): string {
  const { ground, ink } = colours(one)
  const lines = wrapped(one.short, tile.width - 8, 2)
  const said = wrapped(reasonOf(one, Number.POSITIVE_INFINITY), tile.width - 8, 2)
  return element(
    'g',
    {},
    [
      element('title', {}, escapeText(`${one.short}: ${one.text} ${one.word}`)),
      element('rect', {
        ...{ x, y, width: tile.width, height: tile.height, fill: ground },
        stroke: paperPalette.rule,
      }),
      ...lines.map((line, at) => words(x + 5, y + 15 + at * 13, line, ink)),
      ...said.map((line, at) =>
        words(x + 5, y + tile.height - 8 - (said.length - 1 - at) * 12, line, ink, {
          'font-weight': '600',
        }),
      ),
    ].join(''),
  )
}

/** Each place within its outline; its name stands there where it has the room. */
export function outlinesSvg(
  places: readonly (Place & { shape: Shape })[],
  size: { width: number; height: number },
  options: PlacesOptions,
): string {
  const shapes = places.map((one) => {
    const { ground, ink } = colours(one)
    const { shape } = one
    const letters = Math.floor(shape.width / 6.2)
    const roomy = one.short.length < letters && shape.height > 26
    return element(
      'g',
      {},
      [
        element('title', {}, escapeText(`${one.short}: ${one.text} ${one.word}`)),
        element('path', {
          ...{ d: shape.path, fill: ground, 'fill-rule': 'evenodd' },
          ...{ stroke: '#57606a', 'stroke-width': '0.8' },
        }),
        ...(roomy
          ? [
              words(shape.x, shape.y - 2, one.short, ink, { 'text-anchor': 'middle' }),
              words(shape.x, shape.y + 11, reasonOf(one, letters), ink, {
                'text-anchor': 'middle',
              }),
            ]
          : []),
      ].join(''),
    )
  })
  const drawing = element('g', { transform: 'translate(8 44)' }, shapes.join(''))
  return sheetOf([drawing], { width: size.width + 2 * pad, height: size.height + 52 }, options)
}

/** The sheet with title, note and legend around what is drawn. */
function sheetOf(
  parts: readonly string[],
  { width, height }: { width: number; height: number },
  { title, note, legend }: PlacesOptions,
): string {
  const whole = height + 14 * legend.length + 10
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${whole}`,
      ...{ width, height: whole },
      ...{ role: 'img', 'aria-label': title },
      'font-family': "'Be Vietnam Pro', 'Liberation Sans', sans-serif",
      'font-size': 11,
    },
    [
      element('title', {}, escapeText(title)),
      element('rect', { x: 0, y: 0, width: '100%', height: '100%', fill: paperPalette.ground }),
      words(pad, 16, title, paperPalette.text, { 'font-weight': '600' }),
      words(pad, 32, note, paperPalette.muted),
      ...parts,
      ...legend.map((line, at) => words(pad, height + 14 * (at + 1), line, paperPalette.muted)),
    ].join(''),
  )
}

const words = (
  x: number,
  y: number,
  text: string,
  fill: string,
  more: Record<string, string> = {},
) => element('text', { x, y, fill, ...more }, escapeText(text))
