// What the record knows of a conference, as notices are written from it.
import type { Outcome } from '../conferences/plan.ts'
import type { IssuingBody } from './numbering.ts'

export interface TaskFact {
  action: string
  lead: string | null
  cooperating: string[]
  product: string | null
  /** `YYYY-MM-DD`, or as it was said. */
  deadline: string | null
  deadlineText: string | null
}

export interface OpinionFact {
  speaker: string
  speakerTitle: string | null
  clause: string | null
  body: string
}

export interface VoteFact {
  question: string
  kind: 'open' | 'secret'
  base: 'present' | 'members'
  baseCount: number
  agree: number
  disagree: number
  abstain: number
}

export interface ItemFact {
  id: string
  number: string | null
  title: string
  submitter: string | null
  personnel: boolean
  decision: { outcome: Outcome | null; conditions: string | null; body: string } | null
  tasks: TaskFact[]
  opinions: OpinionFact[]
  votes: VoteFact[]
}

export interface PersonFact {
  name: string
  title: string | null
  capacity: 'chair' | 'member' | 'invited' | 'forItems'
  attendance: 'present' | 'absent' | 'excused' | null
  substitute: string | null
  reason: string | null
}

export interface ConferenceFacts {
  title: string
  place: string | null
  /** The day it was held, `YYYY-MM-DD`; null where not known. */
  day: string | null
  /** `08 giờ 00`, in Vietnam's time; null where not known. */
  from: string | null
  until: string | null
  body: IssuingBody
  /** Names of the bodies that hold it together with that one. */
  others: string[]
  /** Name of the province without its kind: the place before the date. */
  province: string
  /** What the chair says of the whole; null for nothing. */
  assessment: string | null
  people: PersonFact[]
  items: ItemFact[]
}
