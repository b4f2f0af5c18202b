// Rules of a dossier: what papers it has, what is missing, whether it came in time.

/** Tờ trình, dự thảo, thẩm định, tổng hợp ý kiến, phụ lục, tham khảo. */
export const paperKinds = [
  'submission',
  'draft',
  'appraisal',
  'opinions',
  'annex',
  'reference',
] as const

export type PaperKind = (typeof paperKinds)[number]

/** Kinds that the formal check looks for; the others come where there is need. */
export const neededKinds: ReadonlySet<PaperKind> = new Set([
  'submission',
  'draft',
  'appraisal',
  'opinions',
])

export interface KindCount {
  kind: PaperKind
  needed: boolean
  count: number
}

/** How many papers of each kind there are, in the order that they are read in. */
export const completeness = (kinds: readonly PaperKind[]): KindCount[] =>
  paperKinds.map((kind) => ({
    kind,
    needed: neededKinds.has(kind),
    count: kinds.filter((one) => one === kind).length,
  }))

export const dossierStates = ['preparing', 'overdue', 'submitted', 'taken', 'sentBack'] as const

export type DossierState = (typeof dossierStates)[number]

/** Whether something came after the deadline; never where there is none. */
export const isLate = (at: string | Date, due: string | null): boolean =>
  due !== null && new Date(at).getTime() > new Date(due).getTime()

/** Where a dossier stands: as its last submission, else as the deadline. */
export function stateOf(
  last: { outcome: 'taken' | 'sentBack' | null } | undefined,
  due: string | null,
  now: Date,
): DossierState {
  if (last) return last.outcome ?? 'submitted'
  return isLate(now, due) ? 'overdue' : 'preparing'
}

/** The ids in a new order: this one at the place asked for (1 is the first), the others as they were. */
export function placed(ids: readonly string[], id: string, position: number): string[] {
  const others = ids.filter((one) => one !== id)
  return others.toSpliced(Math.min(position, ids.length) - 1, 0, id)
}
