// Rules of the inspection and supervision programme: where a subject of it stands.
import { lastDayOf } from '../programme/programme.ts'

/** Kiểm tra, giám sát. */
export const inspectionForms = ['inspection', 'supervision'] as const

export type InspectionForm = (typeof inspectionForms)[number]

export const inspectionStates = ['planned', 'underWay', 'done', 'late', 'dropped'] as const

export type InspectionState = (typeof inspectionStates)[number]

/** What the state follows from; dates `YYYY-MM-DD`. */
export interface InspectionFacts {
  year: number
  quarter: number | null
  startedOn: string | null
  endedOn: string | null
  dropped: boolean
}

/** Where a subject stands on a day; late is what is not done when its quarter, or its year, is over. */
export function inspectionState(facts: InspectionFacts, today: string): InspectionState {
  if (facts.dropped) return 'dropped'
  if (facts.endedOn !== null && facts.endedOn <= today) return 'done'
  if (today > lastDayOf({ ...facts, month: null })) return 'late'
  return facts.startedOn !== null && facts.startedOn <= today ? 'underWay' : 'planned'
}

/** Whether the body that is inspected knows of it: from the day it is told. */
export const isTold = (toldOn: string | null, today: string): boolean =>
  toldOn !== null && toldOn <= today

/** Where the words stand in a text; null where it does not have them. Spaces and line ends count as one. */
export function placeOfWords(text: string, words: string): { start: number; end: number } | null {
  const pieces = words
    .normalize('NFC')
    .trim()
    .split(/\s+/)
    .map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  if (pieces.join('') === '') return null
  const match = new RegExp(pieces.join('\\s+'), 'u').exec(text)
  return match ? { start: match.index, end: match.index + match[0].length } : null
}
