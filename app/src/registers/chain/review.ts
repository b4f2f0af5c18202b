// Rules of the review: how a task of an earlier conclusion counts, and what came back how often.
import type { Facts } from '../assignments/assignment.ts'
import { type Clock, countOf } from '../assignments/assignment.ts'
import type { Setting } from '../assignments/setting.ts'
import type { CountedAs, ReviewCounts } from './review-contract.ts'

/** What the part of an agenda is called that looks back; agendas are in Vietnamese. */
export const reviewTitle = 'Việc thực hiện kết luận các hội nghị trước'

/** How many of a body's last conferences a shortcoming is looked for in. */
export const windowLength = 6

/** Where one task stands in the official count (`countOf`), with what is paused or revoked apart. */
export function countedAs(task: Facts, clock: Clock & Pick<Setting, 'staleMonths'>): CountedAs {
  const count = countOf([{ ...task, assignedOn: null, count: 1 }], clock)
  if (count.revoked) return 'revoked'
  if (count.paused) return 'paused'
  if (count.doneOnTime) return 'onTime'
  if (count.doneLate) return 'late'
  return count.openOverdue ? 'overdue' : 'open'
}

export function countsOf(tasks: readonly { counted: CountedAs }[]): ReviewCounts {
  const counts: ReviewCounts = { onTime: 0, late: 0, open: 0, overdue: 0, paused: 0, revoked: 0 }
  for (const { counted } of tasks) counts[counted]++
  return counts
}

/** A conference among those that are looked back on. */
export interface Looked {
  id: string
  title: string
  /** The day it was held. */
  date: string | null
}

/** A sentence that names a shortcoming, and the conferences it was told at. */
export interface Raised {
  id: string
  topic: string
  conferences: readonly string[]
}

export interface Recurrence<E extends Raised> {
  topic: string
  /** At how many of the last conferences, of how many. */
  raised: number
  of: number
  /** The first day it was named at any conference of the body; null where no day is known. */
  first: string | null
  /** Those of the last conferences that named it, the newest first, each with its sentences. */
  times: { conference: Looked; entries: E[] }[]
}

/**
 * What was raised at the last conferences of one body (`conferences`: all of them, the newest first), the most
 * frequent first, then the one raised last. Sentences that fit no topic (`other`) are not one matter and left out.
 */
export function recurrencesOf<E extends Raised>(
  conferences: readonly Looked[],
  entries: readonly E[],
): Recurrence<E>[] {
  const window = conferences.slice(0, windowLength)
  const found = [...Map.groupBy(entries, (one) => one.topic)].flatMap(
    ([topic, own]): Recurrence<E>[] => {
      if (topic === 'other') return []
      const at = (id: string) => own.filter((one) => one.conferences.includes(id))
      const times = window.flatMap((conference) => {
        const there = at(conference.id)
        return there.length > 0 ? [{ conference, entries: there }] : []
      })
      if (times.length === 0) return []
      const days = conferences.flatMap(({ id, date }) => (date && at(id).length > 0 ? [date] : []))
      const first = days.toSorted()[0] ?? null
      return [{ topic, raised: times.length, of: window.length, first, times }]
    },
  )
  const last = ({ times }: Recurrence<E>) => times[0]?.conference.date ?? ''
  return found.sort(
    (a, b) =>
      b.raised - a.raised || last(b).localeCompare(last(a)) || a.topic.localeCompare(b.topic),
  )
}

/** Raised again: at two or more of the last conferences. */
export const cameBack = ({ raised }: { raised: number }): boolean => raised > 1
