// Rules of the chair's page: since when an indicator is late, what comes first. Pure.
import type { TargetState } from '../indicators/target.ts'

/** How a figure stood to its plan; `to` is the last day that it covers. */
export interface Judged {
  to: string
  state: TargetState
}

/**
 * Since which figure an indicator has been late without a break, up to its newest; null where the newest is not
 * late. What was not judged breaks the row: nobody says of it that it was late.
 */
export function lateSince(judged: readonly Judged[]): Judged | null {
  const inOrder = judged.toSorted((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : 0))
  const other = inOrder.findLastIndex((one) => one.state !== 'late')
  return inOrder[other + 1] ?? null
}

interface Behind {
  /** The part of what is expected that is reached; null where it has none. */
  share: number | null
  since: string | null
}

/** What is furthest behind first; what has no share (reached or not) before all, then what is late for longest. */
export const byNeed = (a: Behind, b: Behind): number =>
  (a.share ?? -1) - (b.share ?? -1) || (a.since ?? '').localeCompare(b.since ?? '')
