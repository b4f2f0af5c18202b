// The findings in the order of the text.
import { CHAIN, STARTS } from './doc.ts'
import type { Finding } from './findings.ts'
import type { Room } from './room.ts'

/** Letters a place is wide, as a power of two. */
const wide = 3

/**
 * Sorts by start, then end, then kind; what is alike stays as it was. The findings that start at the same place,
 * some letters wide, are chained, the one found last first, so that few have to be compared: to look into objects
 * of fourteen shapes costs many times more than a walk over the places of a text of `length` code units.
 */
export function inOrder(findings: readonly Finding[], length: number, room: Room): Finding[] {
  if (findings.length < 2) return findings.slice()
  const places = (length >>> wide) + 1
  // By place and by finding, the number of a finding and one more; 0 where there is none.
  const starts = room.int32(STARTS, places).fill(0, 0, places)
  const chain = room.int32(CHAIN, findings.length)
  for (let at = 0; at < findings.length; at++) {
    const place = (findings[at]?.start ?? 0) >>> wide
    chain[at] = starts[place] ?? 0
    starts[place] = at + 1
  }
  // As long as the other from the start: to grow it step by step takes time.
  const sorted = findings.slice()
  let count = 0
  for (let place = 0; place < places; place++)
    if (starts[place] !== 0) count = putChain(findings, chain, starts[place] ?? 0, sorted, count)
  return sorted
}

/** Puts the findings of one place, given by the last one of them, behind the first `from`; returns how many there are then. */
function putChain(
  findings: readonly Finding[],
  chain: Int32Array,
  last: number,
  sorted: Finding[],
  from: number,
): number {
  let count = from
  for (let next = last; next > 0; next = chain[next - 1] ?? 0) {
    const finding = findings[next - 1]
    if (!finding) return count
    let at = count++
    for (; at > from; at--) {
      const other = sorted[at - 1]
      if (!other || isBehind(finding, other)) break
      sorted[at] = other
    }
    sorted[at] = finding
  }
  return count
}

/** Whether the first, which was found before, belongs behind the second all the same. */
function isBehind(first: Finding, second: Finding): boolean {
  if (first.start !== second.start) return first.start > second.start
  return first.end > second.end || (first.end === second.end && first.kind > second.kind)
}
