// Rules of an agenda: what number and what time each item has, where it goes in one step, whether it may be
// approved.

/** What the rules look at in an item. */
export interface Placed {
  id: string
  number: string | null
  groupTitle: string | null
  minutes: number | null
  /** As the server counts it over all items; left out where all of them are here. */
  runs?: Run | null | undefined
}

/** Number and time of an item among all that are on, also those that the reader does not know of. */
export interface Run {
  number: string
  /** When it begins if all before it keep to their minutes, an instant; null where that is not known. */
  startsAt: string | null
}

export interface Laid<T> {
  item: T
  /** Its own number, else the running one. */
  number: string
  /** When it begins if all before it keep to their minutes; null where that is not known. */
  startsAt: string | null
}

export interface Layout<T> {
  groups: { title: string | null; items: Laid<T>[] }[]
  /** Minutes of those items that have any. */
  minutes: number
  /** How many items have none. */
  open: number
}

/** Items in their order under their groups, numbered and timed from `startsAt`, an instant or null. */
export function laidOut<T extends Placed>(items: readonly T[], startsAt: string | null): Layout<T> {
  const groups: Layout<T>['groups'] = []
  let minutes = 0
  let open = 0
  for (const [index, item] of items.entries()) {
    if (groups.at(-1)?.title !== item.groupTitle || groups.length === 0) {
      groups.push({ title: item.groupTitle, items: [] })
    }
    groups.at(-1)?.items.push({
      item,
      number: item.runs?.number ?? item.number ?? String(index + 1),
      startsAt: item.runs
        ? item.runs.startsAt
        : startsAt === null || open > 0
          ? null
          : later(startsAt, minutes),
    })
    if (item.minutes === null) open++
    else minutes += item.minutes
  }
  return { groups, minutes, open }
}

const later = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString()

/** When the last of these items ends; null where its time or its minutes are not known, or there is none. */
export function endOf(layout: Layout<Placed>): string | null {
  const last = layout.groups.at(-1)?.items.at(-1)
  return last?.startsAt && last.item.minutes !== null
    ? later(last.startsAt, last.item.minutes)
    : null
}

/** What is told of each of all the items that are on, by id. */
export function runsIn(items: readonly Placed[], startsAt: string | null): Map<string, Run> {
  const laid = laidOut(items, startsAt).groups.flatMap((group) => group.items)
  return new Map(laid.map((one) => [one.item.id, { number: one.number, startsAt: one.startsAt }]))
}

/** Where an item goes: before another item (null: to the end), and into which group. */
export interface Move {
  before: string | null
  groupTitle: string | null
}

/**
 * One step up or down. At the edge of its group the first step joins the neighbouring group where the item
 * stands, the next one goes on in there. Null where it cannot go further.
 */
export function stepOf(
  items: readonly Placed[],
  id: string,
  direction: 'up' | 'down',
): Move | null {
  const at = items.findIndex((one) => one.id === id)
  const item = items[at]
  const other = items[direction === 'up' ? at - 1 : at + 1]
  if (!item || !other) return null
  const stays = { before: items[at + 1]?.id ?? null, groupTitle: other.groupTitle }
  if (other.groupTitle !== item.groupTitle) return stays
  const before = direction === 'up' ? other.id : (items[at + 2]?.id ?? null)
  return { before, groupTitle: item.groupTitle }
}

/** The label after the newest one: A, B, …, Z, AA, AB, … */
export function labelAfter(label: string | null): string {
  if (label === null) return 'A'
  const letters = [...label]
  for (let at = letters.length - 1; at >= 0; at--) {
    const letter = letters[at] ?? 'A'
    if (letter !== 'Z') {
      letters[at] = String.fromCharCode(letter.charCodeAt(0) + 1)
      return letters.join('')
    }
    letters[at] = 'A'
  }
  return `A${letters.join('')}`
}
