// Reported figures as they are shown, and what differs between two states. Pure.
import { placeKey, sameValue } from './figure.ts'
import type { ReportedFigure } from './figure-contract.ts'
import type { FigureView } from './figure-reads-store.ts'

/** A figure as it is shown, its body by name. */
export function figureTold(
  { organisationId, indicatorId: _, entryId: __, figureId, ...one }: FigureView,
  names: ReadonlyMap<string, string>,
): ReportedFigure {
  const organisation =
    organisationId === null ? null : { id: organisationId, name: names.get(organisationId) ?? '' }
  return { ...one, figureId: figureId || null, organisation }
}

/** What differs between two states: changed, new (no `before`), gone (no `after`). */
export function differences(
  before: readonly FigureView[],
  after: readonly FigureView[],
): { before: FigureView | null; after: FigureView | null }[] {
  const former = new Map(before.map((one) => [placeKey(one), one]))
  const later = new Set(after.map(placeKey))
  return [
    ...after.flatMap((one) => {
      const was = former.get(placeKey(one)) ?? null
      return was && sameValue(was, one) ? [] : [{ before: was, after: one }]
    }),
    ...before.flatMap((one) => (later.has(placeKey(one)) ? [] : [{ before: one, after: null }])),
  ]
}
