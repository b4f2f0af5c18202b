// The findings in the order of the text.
import type { Finding } from './findings.ts'

/**
 * Sorts by start, then end, then kind; what is alike stays as it was. The starts are merged as plain
 * numbers, each with its place below it: comparing objects of fourteen shapes costs many times more, and
 * each pass has left its own findings nearly in order.
 */
export function inOrder(findings: readonly Finding[]): Finding[] {
  const { length } = findings
  const places = 2 ** Math.ceil(Math.log2(length + 1))
  const keys: number[] = []
  for (let at = 0; at < length; at++) keys.push((findings[at]?.start ?? 0) * places + at)
  const sorted: Finding[] = []
  for (const key of merged(keys)) {
    const finding = findings[key % places]
    if (!finding) continue
    let at = sorted.length
    for (let other = sorted[at - 1]; other && isBehind(other, finding); other = sorted[at - 1]) {
      sorted[at] = other
      at--
    }
    sorted[at] = finding
  }
  return sorted
}

/** The numbers in order: the runs that are in order already are merged two by two. */
function merged(numbers: number[]): number[] {
  let from = numbers
  let runs = runsOf(from)
  while (runs.length > 2) {
    const to: number[] = []
    const ends: number[] = [0]
    for (let run = 0; run + 1 < runs.length; run += 2) {
      const middle = runs[run + 1] ?? 0
      const end = runs[run + 2] ?? middle
      let left = runs[run] ?? 0
      let right = middle
      while (left < middle && right < end) {
        const first = from[left] ?? 0
        const second = from[right] ?? 0
        if (first <= second) left++
        else right++
        to.push(first <= second ? first : second)
      }
      while (left < middle) to.push(from[left++] ?? 0)
      while (right < end) to.push(from[right++] ?? 0)
      ends.push(end)
    }
    from = to
    runs = ends
  }
  return from
}

/** Where runs in order begin, and the length at the end. */
function runsOf(numbers: readonly number[]): number[] {
  const starts = [0]
  for (let at = 1; at < numbers.length; at++)
    if ((numbers[at - 1] ?? 0) > (numbers[at] ?? 0)) starts.push(at)
  if (numbers.length > 0) starts.push(numbers.length)
  return starts
}

/** Of two that start at the same place or in order: whether the first belongs behind the second. */
function isBehind(first: Finding, second: Finding): boolean {
  if (first.start !== second.start) return false
  return first.end > second.end || (first.end === second.end && first.kind > second.kind)
}
