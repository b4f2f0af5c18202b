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

export type OutlineProblem = 'tooLarge' | 'notJson' | 'notCollection' | 'notDegrees' | 'noPlace'

export interface ReadOutlines {
  outlines: Outlines | null
  problem: OutlineProblem | null
  /** Places of the map that no outline is of. */
  without: string[]
  /** Features that are of no place, by a name of theirs or their number in the file. */
  unknown: string[]
  /** Features of a place whose coordinates are no polygon in degrees, by the same. */
  wrong: string[]
}

type Ring = [number, number][]

/** Width of the drawing, in its own units; to these, points are rounded. */
const wide = 1000
const highest = 1400
/** Bytes of the largest file that is read. */
export const mostBytes = 5_000_000

/** The outlines of a file that somebody chose; one that is too large is not read at all. */
export async function readOutlineFile(file: Blob, names: readonly string[]): Promise<ReadOutlines> {
  return file.size > mostBytes ? none('tooLarge', names) : readOutlines(await file.text(), names)
}

const none = (problem: OutlineProblem, names: readonly string[]): ReadOutlines => ({
  ...{ outlines: null, problem, without: [...names], unknown: [], wrong: [] },
})

/**
 * The outlines of a file for places of these names. `problem` says why there are none at all: no JSON, no
 * FeatureCollection, coordinates that are no degrees of longitude and latitude (as those of VN-2000 are not), or no place
 * found in it.
 */
export function readOutlines(text: string, names: readonly string[]): ReadOutlines {
  const features = featuresIn(text)
  if (typeof features === 'string') return none(features, names)
  const places = placesOf(features, names)
  const found = new Map<string, Ring[]>()
  const unknown: string[] = []
  const wrong: string[] = []
  let outside = false
  features.forEach((feature, at) => {
    const name = places[at]
    const rings = isRecord(feature) ? ringsOf(feature.geometry) : null
    if (rings === 'outside') outside = true
    if (!name) unknown.push(calledOf(feature, at))
    else if (rings === 'outside' || rings === null) wrong.push(calledOf(feature, at))
    else if (found.has(name)) for (const ring of rings) found.get(name)?.push(ring)
    else found.set(name, rings)
  })
  const outlines = found.size > 0 ? drawn(found) : null
  const without = names.filter((name) => !outlines || !Object.hasOwn(outlines.shapes, name))
  if (!outlines || without.length === names.length)
    return { ...none(outside ? 'notDegrees' : 'noPlace', names), unknown, wrong }
  return { outlines, problem: null, without, unknown, wrong }
}

function featuresIn(text: string): unknown[] | 'notJson' | 'notCollection' {
  try {
    const file: unknown = JSON.parse(text)
    return isRecord(file) && Array.isArray(file.features) ? file.features : 'notCollection'
  } catch {
    return 'notJson'
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The properties of a feature that are words. */
const wordsOf = (feature: unknown): [property: string, word: string][] =>
  isRecord(feature) && isRecord(feature.properties)
    ? Object.entries(feature.properties).flatMap(([property, word]) =>
        typeof word === 'string' ? [[property, word] as [string, string]] : [],
      )
    : []

const calledOf = (feature: unknown, at: number): string =>
  wordsOf(feature)[0]?.[1].slice(0, 60) || String(at + 1)

/**
 * The place that each feature is of, by the one property that names the most different places of the file: others may say
 * the former district, and communes are called as districts were. A word without its kind is of a place only where one
 * place alone is called so.
 */
function placesOf(
  features: readonly unknown[],
  names: readonly string[],
): (string | null | undefined)[] {
  const known = new Map<string, string | null>()
  for (const name of names)
    for (const key of keysOf(name)) known.set(key, known.has(key) ? null : name)
  const named = features.map(
    (feature) =>
      new Map(
        wordsOf(feature).map(([property, word]) => [property, known.get(keysOf(word)[0] ?? '')]),
      ),
  )
  const byProperty = new Map<string, Set<string>>()
  for (const one of named)
    for (const [property, place] of one)
      if (place) byProperty.set(property, (byProperty.get(property) ?? new Set()).add(place))
  const [most] = [...byProperty].toSorted(([, a], [, b]) => b.size - a.size)
  return named.map((one) => most && one.get(most[0]))
}

const kind = /^(?:phường|xã|thị trấn|đặc khu)\s+/u

/** A name as it is compared: small letters, one space between words; then without the word for the kind of place. */
function keysOf(name: string): string[] {
  const whole = name.normalize('NFC').toLocaleLowerCase('vi').replace(/\s+/g, ' ').trim()
  const bare = whole.replace(kind, '')
  return bare === whole || bare === '' ? [whole] : [whole, bare]
}

/** The rings of a polygon or of several, holes too; null for anything else. */
function ringsOf(geometry: unknown): Ring[] | 'outside' | null {
  if (!isRecord(geometry) || !Array.isArray(geometry.coordinates)) return null
  const { type, coordinates } = geometry
  const polygons: unknown[] =
    type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : []
  const rings: Ring[] = []
  for (const polygon of polygons)
    for (const given of Array.isArray(polygon) ? polygon : [null]) {
      const ring = pointsOf(given)
      if (ring === 'outside' || ring === null) return ring
      rings.push(ring)
    }
  return rings.length > 0 ? rings : null
}

function pointsOf(given: unknown): Ring | 'outside' | null {
  if (!Array.isArray(given) || given.length < 3) return null
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
  const sizeOf = (box: Box) => (box.right - box.left) * (box.top - box.bottom)
  const { left, right, bottom, top } = rings
    .map((ring) => boxOf([ring]))
    .reduce((most, box) => (sizeOf(box) > sizeOf(most) ? box : most))
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
