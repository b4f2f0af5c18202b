// Rules of who must study and implement an instrument: how far each body is, and what is covered in all.

export const dutyStates = [
  'confirmed',
  'reported',
  'underWay',
  'studied',
  'late',
  'toStudy',
  'notBegun',
] as const

export type DutyState = (typeof dutyStates)[number]

/** What the state of a body follows from; dates `YYYY-MM-DD`. */
export interface DutyFacts {
  studyBy: string | null
  implementBy: string | null
  studiedOn: string | null
  planSymbol: string | null
  progress: string | null
  doneOn: string | null
  confirmed: boolean
}

/**
 * How far a body is on a day: confirmed by the office, reported done, late with studying or implementing, on its way,
 * studied, still to study by a day, or nothing asked by a day and nothing reported.
 */
export function dutyState(duty: DutyFacts, today: string): DutyState {
  if (duty.confirmed) return 'confirmed'
  if (duty.doneOn !== null) return 'reported'
  const past = (day: string | null) => day !== null && today > day
  if (past(duty.implementBy) || (duty.studiedOn === null && past(duty.studyBy))) return 'late'
  if (duty.planSymbol !== null || duty.progress !== null) return 'underWay'
  if (duty.studiedOn !== null) return 'studied'
  return duty.studyBy === null ? 'notBegun' : 'toStudy'
}

/** The days that a body is still awaited on, the graver first: implementing, then studying. */
export function awaitedDays(row: {
  study_by: string | null
  implement_by: string | null
  studied_on: string | null
  done_on: string | null
}): { what: 'implement' | 'study'; on: string }[] {
  if (row.done_on !== null) return []
  return [
    ...(row.implement_by === null ? [] : [{ what: 'implement' as const, on: row.implement_by }]),
    ...(row.study_by === null || row.studied_on !== null
      ? []
      : [{ what: 'study' as const, on: row.study_by }]),
  ]
}

export interface Coverage {
  /** Bodies that must. */
  all: number
  studied: number
  /** Those with a plan of their own. */
  planned: number
  /** Those that reported it done, confirmed or not. */
  done: number
  confirmed: number
  late: number
}

/** How much of an instrument is covered by the bodies that must implement it. */
export function coverageOf(duties: readonly DutyFacts[], today: string): Coverage {
  const count = (fits: (duty: DutyFacts) => boolean) => duties.filter(fits).length
  return {
    all: duties.length,
    studied: count((duty) => duty.studiedOn !== null),
    planned: count((duty) => duty.planSymbol !== null),
    done: count((duty) => duty.doneOn !== null),
    confirmed: count((duty) => duty.confirmed),
    late: count((duty) => dutyState(duty, today) === 'late'),
  }
}
