// Rules of invitations: whose one is, who is there and whether they are enough, which items nobody objects to.
import type { Row } from '../../database/tables.ts'
import { type Actor, addressedBodies } from '../../http/access.ts'
import type { AskedFor, Outcome } from '../conferences/plan.ts'

/** Chủ trì, thành viên, đại biểu mời, mời dự riêng nội dung. */
export const capacities = ['chair', 'member', 'invited', 'forItems'] as const
export type Capacity = (typeof capacities)[number]

export const replies = ['coming', 'notComing', 'substitute'] as const
export type Reply = (typeof replies)[number]

/** Có mặt, vắng, vắng có lý do. */
export const attendances = ['present', 'absent', 'excused'] as const
export type Attendance = (typeof attendances)[number]

/** Ý kiến trước hội nghị. */
export const stands = ['noObjection', 'haveOpinion', 'object'] as const
export type Stand = (typeof stands)[number]

/** How an invitation is somebody's own: by name, through a body they work for or its forerunner, in another's place. */
export const holdings = ['invited', 'body', 'substitute'] as const
export type Holding = (typeof holdings)[number]

/** How a live, sent invitation is the actor's own; null where it is not. `invited` (visible.ts) says so in SQL. */
export function holdingOf(actor: Actor, row: Row<'invitation'>): Holding | null {
  if (row.withdrawn_at !== null || row.sent_at === null || actor.accountId === null) return null
  if (row.account_id === actor.accountId) return 'invited'
  const body = row.organisation_id
  if (body !== null && addressedBodies(actor.grants).includes(body)) return 'body'
  return row.substitute_account_id === actor.accountId ? 'substitute' : null
}

interface Counted {
  votes: boolean
  sentAt: string | null
  withdrawnAt: string | null
  answer: Reply | null
  attendance: Attendance | null
  /** Of a conference of several bodies: those that a member sits for. */
  seats?: readonly string[]
}

/** Voting members of one body, and those of them who are there. */
export interface BodyPresence {
  id: string
  name: string
  members: number
  present: number
  needed: number | null
  reached: boolean | null
}

export interface Presence {
  /** Voting members, and those of them who are there in person. */
  members: number
  present: number
  /** Everybody, members or not. */
  everybody: number
  presentInAll: number
  notMarked: number
  /** Voting members needed; null where nobody said. */
  needed: number | null
  reached: boolean | null
  /** Body by body, where several hold the conference. */
  bodies: BodyPresence[]
  /** Voting members of such a conference who hold no post in any of its bodies: they count for none. */
  seatless: number
}

type Quorum = { part: number; of: number } | null

/**
 * Who is there. A substitute sits in for a member but does not vote, so it does not count towards the
 * quorum. `quorum`: at least `part` of `of` voting members. Where several `bodies` hold the conference, of each of
 * them; who sits for two counts for both; one of which no member is invited leaves it open. Where nobody is known to
 * sit for any, they are counted together.
 */
export function presenceOf(
  invitations: readonly Counted[],
  quorum: Quorum,
  bodies: readonly { id: string; name: string }[] = [],
): Presence {
  const all = invitations.filter((one) => one.withdrawnAt === null)
  const voting = all.filter((one) => one.votes)
  const whole = enough(voting, quorum)
  const seated = voting.filter(({ seats = [] }) => seats.length > 0)
  const apart =
    bodies.length < 2 || seated.length === 0
      ? []
      : bodies.map(({ id, name }) => {
          const own = seated.filter(({ seats = [] }) => seats.includes(id))
          return { id, name, ...enough(own, quorum) }
        })
  const counted = quorum !== null && apart.length > 0
  return {
    ...whole,
    everybody: all.length,
    presentInAll: all.filter((one) => one.attendance === 'present').length,
    notMarked: all.filter((one) => one.attendance === null).length,
    // How many are needed is said body by body.
    needed: counted ? null : whole.needed,
    reached: counted ? ofAll(apart) : whole.reached,
    bodies: apart,
    seatless: apart.length > 0 ? voting.length - seated.length : 0,
  }
}

/** Not where one of them falls short; unknown where it is of one. */
const ofAll = (bodies: readonly BodyPresence[]): boolean | null =>
  bodies.some((one) => one.reached === false)
    ? false
    : bodies.some((one) => one.reached === null)
      ? null
      : true

function enough(voting: readonly Counted[], quorum: Quorum) {
  const members = voting.length
  const there = voting.filter((one) => one.attendance === 'present' && one.answer !== 'substitute')
  const needed = quorum === null ? null : Math.ceil((members * quorum.part) / quorum.of)
  return {
    members,
    present: there.length,
    needed,
    reached: needed === null || members === 0 ? null : there.length >= needed,
  }
}

/** What was said of the quorum; null for nothing. */
export const quorumOf = (row: Pick<Row<'conference'>, 'quorum_of' | 'quorum_part'>) =>
  row.quorum_of === null || row.quorum_part === null
    ? null
    : { part: row.quorum_part, of: row.quorum_of }

export interface AnswerCount {
  unsent: number
  coming: number
  notComing: number
  substitute: number
  unanswered: number
}

/** What those invited answered so far. */
export function answersOf(invitations: readonly Counted[]): AnswerCount {
  const all = invitations.filter((one) => one.withdrawnAt === null)
  const sent = all.filter((one) => one.sentAt !== null)
  const count = (answer: Reply | null) => sent.filter((one) => one.answer === answer).length
  return {
    unsent: all.length - sent.length,
    coming: count('coming'),
    notComing: count('notComing'),
    substitute: count('substitute'),
    unanswered: count(null),
  }
}

/** Who gives positions: the members; who is invited to listen or for one item is heard at the conference. */
export const takesPosition = (capacity: Capacity): boolean =>
  capacity === 'chair' || capacity === 'member'

/** Whether every member said that they have no objection: silence is none. */
export const uncontested = (members: number, given: readonly Stand[]): boolean =>
  members > 0 && given.length >= members && given.every((one) => one === 'noObjection')

/** What an item that nobody objects to is decided as, by what was asked. */
export const agreedAs: Record<AskedFor, Outcome> = {
  decide: 'adopted',
  agreeInPrinciple: 'agreedInPrinciple',
  giveOpinion: 'agreed',
  note: 'noted',
}
