// Communes as tiles of a map: which units are places, under which heading, and five classes of figures. Pure.

/** Kinds of places below a province, by the word that their official names begin with (Luật Tổ chức chính quyền địa phương). */
const kinds = ['Phường', 'Xã', 'Thị trấn', 'Đặc khu'] as const

export type PlaceKind = (typeof kinds)[number]

export interface TileGroup<T> {
  /** "Phường", "Xã": what all of them are. */
  kind: PlaceKind
  /** In the order of their names without that word. */
  tiles: (T & { short: string })[]
}

/** The places among units, each kind by itself; departments and other bodies are on no map. */
export function groupTiles<T extends { name: string }>(units: readonly T[]): TileGroup<T>[] {
  return kinds
    .map((kind) => ({
      kind,
      tiles: units
        .filter(({ name }) => name.startsWith(`${kind} `))
        .map((unit) => ({ ...unit, short: unit.name.slice(kind.length + 1) }))
        .toSorted((a, b) => a.short.localeCompare(b.short, 'vi')),
    }))
    .filter(({ tiles }) => tiles.length > 0)
}

/** How many classes figures are parted into. */
export const classes = 5

/**
 * The class of each figure, 1 the lowest: as many in each as can be, equal figures always in one; null where there is
 * no figure. Where all are equal, all are in the first.
 */
export function classesOf(values: readonly (number | null)[]): (number | null)[] {
  const sorted = values.filter((value) => value !== null).toSorted((a, b) => a - b)
  const below = new Map<number, number>()
  sorted.forEach((value, at) => {
    if (!below.has(value)) below.set(value, at)
  })
  return values.map((value) =>
    value === null
      ? null
      : 1 + Math.floor(((below.get(value) ?? 0) * classes) / Math.max(1, sorted.length)),
  )
}
