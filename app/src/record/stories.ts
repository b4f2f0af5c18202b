// What the histories of a conference's entries tell, and to whom: as far as the entry itself is shown. A history never
// opens more than what it is of: not what somebody else was first taken to have said, not a draft to who sees the
// issued paper, not an invitation before it was sent, not why somebody else does not come.
import { type RawBuilder, sql } from 'kysely'
import type { Reads } from '../database/tables.ts'
import { type Actor, may } from '../http/access.ts'
import {
  visibleItem,
  visibleNotice,
  visibleOpinion,
  wholeRound,
  withinConference,
} from '../http/visible.ts'
import { Problem } from '../problem.ts'
import type { getInvitation } from '../registers/invitations/view-store.ts'
import type { NoticeContent } from '../registers/notices/content.ts'

/** The kinds whose histories are told here. */
export const proceedingKinds = [
  'itemOpinion',
  'itemVote',
  'conferenceAssessment',
  'invitation',
  'notice',
  'opinionRound',
] as const

type ProceedingKind = (typeof proceedingKinds)[number]

/** A change as it is on record. */
export interface RecordedChange {
  at: string
  action: string
  reason: string | null
  before: unknown
  after: unknown
}

/** What is told of a change. */
export interface Told {
  reason: string | null
  before?: unknown
  after?: unknown
}

export interface Story {
  /** Whose changes it is made of: ids, by kinds. */
  kinds: readonly string[]
  ids: readonly string[]
  /** What is told of a change; null for nothing. Asked once of each, the oldest first. */
  tell(change: RecordedChange): Told | null
  /** Each change is on record as what it became: what was before stands in the one before. */
  onlyAfter?: boolean
  /** A text that is saved while it is written: changes of one go are told as one. */
  gathered?: boolean
}

/** How the register of invitations shows one: what is told of it is what is shown. */
export type InvitationSight = typeof getInvitation

/** The history of an entry of a conference; `notFound` where the entry is closed to the actor. */
export function storyOf(
  db: Reads,
  actor: Actor,
  kind: ProceedingKind,
  id: string,
  invitationSight: InvitationSight,
): Promise<Story> {
  return kind === 'invitation'
    ? invitationStory(db, actor, id, invitationSight)
    : stories[kind](db, actor, id)
}

const stories: Record<
  Exclude<ProceedingKind, 'invitation'>,
  (db: Reads, actor: Actor, id: string) => Promise<Story>
> = {
  itemOpinion: opinionStory,
  itemVote: voteStory,
  conferenceAssessment: assessmentStory,
  notice: noticeStory,
  opinionRound: roundStory,
}

type Facts = Record<string, unknown>

/** What is kept of a change, field by field; undefined where nothing is. */
const facts = (content: unknown): Facts | undefined =>
  content !== null && typeof content === 'object' ? (content as Facts) : undefined

/** A story that tells every change, its contents put into words by `tell`. */
const whole =
  (tell: (content: Facts) => Facts) =>
  ({ reason, before, after }: RecordedChange): Told => {
    const told = (content: unknown) => {
      const known = facts(content)
      return known && tell(known)
    }
    return { reason, before: told(before), after: told(after) }
  }

/** The first of the rows; `notFound` where there is none. */
async function rowOf<R>(db: Reads, query: RawBuilder<R>): Promise<R> {
  const { rows } = await query.execute(db)
  const [row] = rows
  if (row === undefined) throw new Problem('notFound')
  return row
}

/**
 * Who sees the opinion only because it is theirs is told nothing from when it was taken for somebody else's: words of
 * another one may have stood there.
 */
async function opinionStory(db: Reads, actor: Actor, id: string): Promise<Story> {
  const { invitation_id: invitation, every } = await rowOf(
    db,
    sql<{ invitation_id: string | null; every: boolean }>`
      select invitation_id, ${seesEvery(actor)} as every from item_opinion
      where province_id = ${actor.provinceId} and item_opinion_id = ${id}
        and ${visibleOpinion(actor)}`,
  )
  const tell = whole(opinionWords)
  // An answer does not say whose words it is to: those of whoever was named last.
  let owner: unknown
  const theirs = (content: unknown) => {
    const known = facts(content)
    if (known && 'invitationId' in known) owner = known.invitationId
    return owner === invitation
  }
  return {
    kinds: ['itemOpinion'],
    ids: [id],
    tell: (change) => {
      if (every) return tell(change)
      const [was, is] = [theirs(change.before), theirs(change.after)]
      if (!is) return null
      return was ? tell(change) : tell({ ...change, before: null })
    },
  }
}

/**
 * True for rows of `item_opinion` that the actor sees whoever said them: those of a round, since its words stay with
 * one addressee, and those of an item that another one's words, put to no invitation, would be seen of as well.
 */
const seesEvery = (actor: Actor): RawBuilder<boolean> => sql<boolean>`(session_item_id is null
  or exists (select 1 from (select item_opinion.province_id, item_opinion.session_item_id,
    item_opinion.addressee_id, null::uuid as invitation_id) as item_opinion
    where ${visibleOpinion(actor)}))`

/** Not why it was answered so: that is the reason of the change. */
const opinionWords = ({ speaker, speakerTitle, clause, stance, body, answer }: Facts): Facts => {
  const said = { speaker, post: speakerTitle, clause, stance, said: body }
  return { ...(stance === undefined ? {} : said), opinionAnswer: answer }
}

async function voteStory(db: Reads, actor: Actor, id: string): Promise<Story> {
  await rowOf(
    db,
    sql`select 1 from item_vote
      join session_item on session_item.province_id = item_vote.province_id
        and session_item.session_item_id = item_vote.session_item_id
      where item_vote.province_id = ${actor.provinceId} and vote_id = ${id} and ${visibleItem(actor)}`,
  )
  return {
    kinds: ['itemVote'],
    ids: [id],
    tell: whole(({ kind, ...vote }) => ({ ...vote, voteKind: kind })),
  }
}

/** For who runs or presides, as it is shown. */
async function assessmentStory(db: Reads, actor: Actor, id: string): Promise<Story> {
  const row = await rowOf(
    db,
    sql<{ organisation_id: string | null }>`select conference.organisation_id
      from conference_assessment join conference
        on conference.province_id = conference_assessment.province_id
        and conference.conference_id = conference_assessment.conference_id
      where conference_assessment.province_id = ${actor.provinceId}
        and conference_assessment.conference_id = ${id}`,
  )
  const shown = (['conference.run', 'conference.close'] as const).some((action) =>
    may(actor, action, actor.provinceId, row.organisation_id),
  )
  if (!shown) throw new Problem('notFound')
  return {
    kinds: ['conferenceAssessment'],
    ids: [id],
    tell: whole(({ body }) => ({ said: body })),
    gathered: true,
  }
}

/** Items of a conference that the actor knows, by id, with their titles. */
async function knownTitles(
  db: Reads,
  actor: Actor,
  conferenceId: string,
): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; title: string }>`
    select session_item_id as id, title from session_item
    where province_id = ${actor.provinceId} and conference_id = ${conferenceId}
      and ${visibleItem(actor)}`.execute(db)
  return new Map(rows.map(({ id, title }) => [id, title]))
}

/** A position before the meeting, with the item that it is on. */
function positionTold(
  { before, after }: RecordedChange,
  titles: ReadonlyMap<string, string>,
): Told {
  const [was, is] = [before, after].map((content) => {
    const known = facts(content)
    return known && { stand: known.stand, said: known.body }
  })
  const itemId = facts(after)?.itemId
  return {
    reason: null,
    before: was,
    after: is && { onItem: titles.get(String(itemId)) ?? null, ...is },
  }
}

/**
 * With what was done for all invitations at once, and with the positions before the meeting, which the office and who
 * gave them are told. Others than the office are told what happened since it was sent, and
 * of why somebody does not come only who answered.
 */
async function invitationStory(
  db: Reads,
  actor: Actor,
  id: string,
  sightOf: InvitationSight,
): Promise<Story> {
  const { invitation, sight } = await sightOf(db, actor, id)
  const office = sight === 'office'
  const own = invitation.own !== null
  const titles = office || own ? await knownTitles(db, actor, invitation.conferenceId) : new Map()
  const sent = invitation.sentAt === null ? Number.NaN : Date.parse(invitation.sentAt)
  return {
    kinds: ['invitation', 'invitations', 'position'],
    ids: [id, invitation.conferenceId, ...[...titles.keys()].map((item) => `${item}/${id}`)],
    tell: (change) => {
      if (change.action === 'position.give') return positionTold(change, titles)
      const told = invitationTold(change, id)
      if (!told || office) return told
      if (!(Date.parse(change.at) >= sent)) return null
      const answered = own && change.action === 'invitation.answer'
      return { ...told, reason: answered ? told.reason : null }
    },
  }
}

/** Done for many invitations at once: on record with the list of them, so that each is told its own. */
const forMany: readonly string[] = [
  'invitation.addMembers',
  'invitation.send',
  'invitation.rollCall',
]

function invitationTold(
  { action, reason, before, after }: RecordedChange,
  id: string,
): Told | null {
  const [was, is] = [before, after].map((content) => {
    if (!Array.isArray(content)) return facts(content)
    return content.map(facts).find((one) => one?.id === id)
  })
  if (Array.isArray(after) ? !is : forMany.includes(action)) return null
  return {
    reason,
    before: was && invitationWords(was),
    after: is && invitationWords(is),
  }
}

/** What of these an invitation, or a list of many, has on record. */
const invitationWords = (content: Facts): Facts => {
  const { name, title, capacity, votes, itemIds, answer, substitute, attendance } = content
  const all: Facts = { name, post: title, capacity, votes, reply: answer, substitute, attendance }
  if (Array.isArray(itemIds)) all.itemCount = itemIds.length
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
}

/** Drafts are for the insiders of the bodies that hold the conference; others are told since it was issued. */
async function noticeStory(db: Reads, actor: Actor, id: string): Promise<Story> {
  const { inside } = await rowOf(
    db,
    sql<{ inside: boolean }>`select ${withinConference(actor)} as inside from notice
      join conference on conference.province_id = notice.province_id
        and conference.conference_id = notice.conference_id
      where notice.province_id = ${actor.provinceId} and notice_id = ${id} and ${visibleNotice(actor)}`,
  )
  return {
    kinds: ['notice'],
    ids: [id],
    onlyAfter: true,
    gathered: true,
    tell: ({ action, reason, after }) => {
      if (!inside && !['notice.issue', 'notice.sign'].includes(action)) return null
      const content = facts(after)
      return { reason, after: content && noticeWords(content, inside) }
    },
  }
}

function noticeWords({ cited, issuedOn, signed, content }: Facts, inside: boolean): Facts {
  const issued = { cited, issuedOn, signed: Boolean(signed) }
  if (!inside || !content) return issued
  const paper = content as NoticeContent
  const lines = paper.blocks.flatMap((block) =>
    block.kind === 'table' ? block.table.rows.map((row) => row.join(' | ')) : [block.text],
  )
  const annexes = paper.annexes.flatMap(({ label, title, table }) => [
    [label, title].filter(Boolean).join(' '),
    ...table.rows.map((row) => row.join(' | ')),
  ])
  return {
    ...issued,
    type: paper.title,
    abstract: paper.subject,
    fullText: lines.join('\n'),
    annexes: annexes.join('\n'),
    signers: paper.signatures,
    recipients: paper.recipients,
  }
}

/** For who sees the whole round: who was asked is told to nobody else. */
async function roundStory(db: Reads, actor: Actor, id: string): Promise<Story> {
  await rowOf(
    db,
    sql`select 1 from opinion_round
      where province_id = ${actor.provinceId} and round_id = ${id} and ${wholeRound(actor)}`,
  )
  return {
    kinds: ['opinionRound'],
    ids: [id],
    tell: (change) =>
      change.action === 'opinionRound.remind'
        ? { reason: null, after: { addressees: namesIn(change.after) } }
        : whole(roundWords)(change),
  }
}

const roundWords = ({
  title,
  question,
  dueAt,
  closedAt,
  level,
  remindDays,
  addressees,
}: Facts) => ({
  title,
  question,
  dueAt,
  closedAt,
  level,
  remindDays,
  addressees: namesIn(addressees),
})

const namesIn = (list: unknown): string[] =>
  Array.isArray(list) ? list.map((one) => String(facts(one)?.name ?? '')) : []
