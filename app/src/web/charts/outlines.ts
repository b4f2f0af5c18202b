// Outlines of places from a GeoJSON file (RFC 7946): read, matched by their names, drawn to one scale. Nothing in the
// file is trusted; what is no outline is named and left out.

/** An outline in the drawing's own units: its path, the middle and the size of what it fills. */
export interface Shape {
  path: string
  x: number
  y: number
  width: number
  height: number
}

/** Outlines by the names of places, and the size of the drawing that they are of. */
export interface Outlines {
  width: number
  height: number
  shapes: Record<string, Shape>
}

export type OutlineProblem = 'notJson' | 'notCollection' | 'notDegrees' | 'noPlace'

export interface ReadOutlines {
  outlines: Outlines | null
  problem: OutlineProblem | null
  /** Places of the map that no outline is of. */
  without: string[]
  /** Features that are of no place, by a name of theirs or their number in the file. */
  unknown: string[]
}

type Ring = [number, number][]

/** Width of the drawing, in its own units; to these, points are rounded. */
const wide = 1000
const highest = 1400
const mostPoints = 2_000_000

/**
 * The outlines of a file for places of these names. A feature is of the place whose name one of its properties says, with
 * or without the word for its kind. `problem` says why there are none at all: no JSON, no FeatureCollection, coordinates
 * that are no degrees of longitude and latitude (as those of VN-2000 are not), or no place found in it.
 */
export function readOutlines(text: string, names: readonly string[]): ReadOutlines {
  const none = (problem: OutlineProblem, unknown: string[] = []): ReadOutlines => ({
    ...{ outlines: null, problem, without: [...names], unknown },
  })
  let file: unknown
  try {
    file = JSON.parse(text)
  } catch {
    return none('notJson')
  }
  const features = isRecord(file) && Array.isArray(file.features) ? file.features : null
  if (!features) return none('notCollection')
  const known = new Map(names.flatMap((name) => keysOf(name).map((key) => [key, name] as const)))
  const found = new Map<string, Ring[]>()
  const unknown: string[] = []
  let outside = false
  for (const [at, feature] of features.entries()) {
    const said = isRecord(feature) ? wordsOf(feature.properties) : []
    const name = said
      .flatMap(keysOf)
      .map((key) => known.get(key))
      .find(Boolean)
    const rings = isRecord(feature) ? ringsOf(feature.geometry) : null
    if (rings === 'outside') outside = true
    else if (name && rings && rings.length > 0)
      found.set(name, [...(found.get(name) ?? []), ...rings])
    else unknown.push(said[0] ?? String(at + 1))
  }
  if (found.size === 0) return none(outside ? 'notDegrees' : 'noPlace', unknown)
  const without = names.filter((name) => !found.has(name))
  return { outlines: drawn(found), problem: null, without, unknown }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const wordsOf = (properties: unknown): string[] =>
  isRecord(properties) ? Object.values(properties).filter((value) => typeof value === 'string') : []

const kind = /^(?:phường|xã|thị trấn|đặc khu)\s+/u

/** A name as it is compared: small letters, one space between words, with and without the word for the kind of place. */
function keysOf(name: string): string[] {
  const whole = name.normalize('NFC').toLocaleLowerCase('vi').replace(/\s+/g, ' ').trim()
  const bare = whole.replace(kind, '')
  return bare === whole || bare === '' ? [whole] : [whole, bare]
}

/** The outer rings of a polygon or of several; null for anything else. */
function ringsOf(geometry: unknown): Ring[] | 'outside' | null {
  if (!isRecord(geometry) || !Array.isArray(geometry.coordinates)) return null
  const polygons =
    geometry.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry.type === 'MultiPolygon'
        ? geometry.coordinates
        : []
  const rings: Ring[] = []
  for (const polygon of polygons) {
    const ring = Array.isArray(polygon) ? pointsOf(polygon[0]) : null
    if (ring === 'outside') return ring
    if (ring && ring.length >= 3) rings.push(ring)
  }
  return rings
}

function pointsOf(given: unknown): Ring | 'outside' | null {
  if (!Array.isArray(given) || given.length > mostPoints) return null
  const ring: Ring = []
  for (const point of given) {
    const [longitude, latitude]: unknown[] = Array.isArray(point) ? point : []
    if (typeof longitude !== 'number' || typeof latitude !== 'number') return null
    if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 85)) return 'outside'
    ring.push([longitude, latitude])
  }
  return ring
}

/** To one scale, north up; a degree of longitude is as long as it is in the middle of the map. */
function drawn(found: ReadonlyMap<string, readonly Ring[]>): Outlines {
  const box = boxOf([...found.values()].flat())
  const squeeze = Math.cos((((box.bottom + box.top) / 2) * Math.PI) / 180)
  const span = { x: Math.max(1e-9, (box.right - box.left) * squeeze), y: box.top - box.bottom }
  const scale = Math.min(wide / span.x, highest / Math.max(1e-9, span.y))
  const place = ([longitude, latitude]: [number, number]): [number, number] => [
    Math.round((longitude - box.left) * squeeze * scale),
    Math.round((box.top - latitude) * scale),
  ]
  const shapes: Record<string, Shape> = {}
  for (const [name, rings] of found) {
    const placed = rings.map((ring) => thinned(ring.map(place))).filter((ring) => ring.length >= 3)
    if (placed.length > 0) shapes[name] = shapeOf(placed)
  }
  return { width: Math.round(span.x * scale), height: Math.round(span.y * scale), shapes }
}

/** Without points that stand where the one before stands, or on the line between their neighbours. */
function thinned(ring: Ring): Ring {
  const kept: Ring = []
  for (const point of ring) {
    const last = kept.at(-1)
    if (last && last[0] === point[0] && last[1] === point[1]) continue
    const before = kept.at(-2)
    if (last && before && turn(before, last, point) === 0) kept.pop()
    kept.push(point)
  }
  return kept
}

const turn = (a: [number, number], b: [number, number], c: [number, number]): number =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

/** The names stand in the middle of its largest part. */
function shapeOf(rings: readonly Ring[]): Shape {
  const boxes = rings.map((ring) => boxOf([ring]))
  const sizes = boxes.map(({ left, right, bottom, top }) => (right - left) * (top - bottom))
  const { left, right, bottom, top } = boxes[sizes.indexOf(Math.max(...sizes))] ?? boxOf(rings)
  return {
    path: rings.map((ring) => `M${ring.map((point) => point.join(' ')).join('L')}Z`).join(''),
    x: Math.round((left + right) / 2),
    y: Math.round((bottom + top) / 2),
    width: right - left,
    height: top - bottom,
  }
}

interface Box {
  left: number
  right: number
  bottom: number
  top: number
}

function boxOf(rings: readonly Ring[]): Box {
  const box = {
    ...{ left: Number.POSITIVE_INFINITY, right: Number.NEGATIVE_INFINITY },
    ...{ bottom: Number.POSITIVE_INFINITY, top: Number.NEGATIVE_INFINITY },
  }
  for (const ring of rings)
    for (const [x, y] of ring) {
      box.left = Math.min(box.left, x)
      box.right = Math.max(box.right, x)
      box.bottom = Math.min(box.bottom, y)
      box.top = Math.max(box.top, y)
    }
  return box
}
