// The findings in the order of the text.
import type { Finding } from './findings.ts'

/**
 * Sorts by start, then end, then kind; what is alike stays as it was. The starts are sorted as plain
 * numbers, each with its place below it: comparing objects of fourteen shapes costs many times more.
 */
export function inOrder(findings: readonly Finding[]): Finding[] {
  const places = 2 ** Math.ceil(Math.log2(findings.length + 1))
  const keys = new Float64Array(findings.length)
  for (let at = 0; at < findings.length; at++) keys[at] = (findings[at]?.start ?? 0) * places + at
  keys.sort()
  const sorted: Finding[] = []
  for (const key of keys) {
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

/** Of two that start at the same place or in order: whether the first belongs behind the second. */
function isBehind(first: Finding, second: Finding): boolean {
  if (first.start !== second.start) return false
  return first.end > second.end || (first.end === second.end && first.kind > second.kind)
}
