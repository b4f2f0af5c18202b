// What a conference, a round and their matters consist of, as the policy looks at it.
import type { Reads, Row } from '../../database/tables.ts'
import type { Action, Actor, Guarded, Level } from '../../http/access.ts'
import type { Opened, Opening, Subject } from '../../http/explain.ts'
import { visibleItem, visibleMatter, visibleOpinion } from '../../http/visible.ts'
import { Problem } from '../../problem.ts'
import { originOf } from '../../record/history.ts'
import { itemRow } from '../agenda/store.ts'
import { holdersOfOne } from '../conferences/holders-store.ts'
import { conferenceRow } from '../conferences/plan-store.ts'
import { getInvitation } from '../invitations/view-store.ts'
import { assessmentOf } from '../notices/assessment-store.ts'
import type { NoticeContent } from '../notices/content.ts'
import { noticeRow } from '../notices/store.ts'
import { roundRow } from '../rounds/rows-store.ts'
import { invitationsOf } from '../sitting/earlier-store.ts'
import { insideOf, namedIn, nothing, openedTo } from './openings.ts'

type Invitation = Awaited<ReturnType<typeof invitationsOf>>[number]

/** For who may do one of these to a conference. */
const openedByDoing = (organisationId: string | null, ...doings: Action[]): Opening[] =>
  doings.map((doing) => ({ doing, organisationId }))

/** The row of a conference, whoever may know of it. */
function conferenceOf(db: Reads, provinceId: number, id: string): Promise<Row<'conference'>> {
  return db
    .selectFrom('conference')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('conference_id', '=', id)
    .executeTakeFirstOrThrow()
}

/** A conference that is held here is guarded as a document is, by its invitations. */
export async function heldSubject(db: Reads, actor: Actor, id: string): Promise<Subject> {
  return heldOf(db, actor.provinceId, await conferenceRow(db, actor, id))
}

async function heldOf(
  db: Reads,
  provinceId: number,
  conference: Row<'conference'>,
): Promise<Subject> {
  const invitations = await invitationsOf(db, provinceId, [conference.conference_id])
  const [document, ...also] = await heldGuards(db, provinceId, conference, invitations)
  return {
    ...nothing,
    organisationId: conference.organisation_id,
    document: document ?? null,
    also: also.flatMap(heldWith),
  }
}

/** A conference as each body guards it that holds it, the leading one first. */
async function heldGuards(
  db: Reads,
  provinceId: number,
  conference: Pick<Row<'conference'>, 'conference_id' | 'organisation_id' | 'level'>,
  invitations: readonly Invitation[],
): Promise<Guarded[]> {
  const participants = namedIn(invitations)
  const holders = await holdersOfOne(db, provinceId, conference)
  return holders.map((organisationId) => ({
    level: conference.level,
    organisationId,
    participants,
  }))
}

/** The ways in by a body that meets with the one that leads: for its own people, and for others by the level. */
const heldWith = (guard: Guarded): Opening[] => [
  ...openedTo(guard.organisationId, 'holdingBody'),
  { guard },
]

/** An item is guarded by its own level within its conference; its submitter knows it as well. */
export async function itemSubject(db: Reads, actor: Actor, id: string): Promise<Subject> {
  return guardedItem(db, actor.provinceId, await itemRow(db, actor, id))
}

/** The same of a row that was read already. */
export async function guardedItem(
  db: Reads,
  provinceId: number,
  item: Row<'session_item'>,
): Promise<Subject> {
  const conference = await conferenceOf(db, provinceId, item.conference_id)
  const invitations = await invitationsOf(db, provinceId, [item.conference_id])
  const toItem = invitations.filter(
    (one) => one.capacity !== 'forItems' || one.items.has(item.session_item_id),
  )
  const participants = namedIn(toItem)
  const [document, ...meeting] = (await heldGuards(db, provinceId, conference, invitations)).map(
    (within) => ({ ...within, level: item.level, participants, within }),
  )
  return {
    ...nothing,
    organisationId: conference.organisation_id,
    document: document ?? null,
    also: [...meeting.flatMap(heldWith), ...openedTo(item.submitter_id, 'submittingBody')],
  }
}

/** A round: by its level, whoever is asked, and the submitter of its matter. */
export async function roundSubject(db: Reads, actor: Actor, id: string): Promise<Subject> {
  return guardedRound(db, actor, await roundRow(db, actor, id))
}

async function guardedRound(
  db: Reads,
  actor: Actor,
  { round_id: id, level, organisation_id: organisationId, matter_id }: Row<'opinion_round'>,
): Promise<Subject> {
  const asked = await db
    .selectFrom('round_addressee')
    .select(['account_id', 'organisation_id'])
    .where('province_id', '=', actor.provinceId)
    .where('round_id', '=', id)
    .execute()
  const submitter = await submitterOf(db, actor, matter_id)
  const participants = namedIn(asked)
  const guard = (own: Level): Guarded => ({ level: own, organisationId, participants })
  return {
    ...nothing,
    organisationId,
    document: guard(level),
    also: [
      ...openedTo(submitter, 'submittingBody'),
      { guard: guard('participants'), way: 'asked' },
    ],
    addressed: participants,
  }
}

async function submitterOf(db: Reads, actor: Actor, matterId: string): Promise<string | null> {
  const matter = await db
    .selectFrom('matter')
    .select('submitter_id')
    .where('province_id', '=', actor.provinceId)
    .where('matter_id', '=', matterId)
    .executeTakeFirst()
  return matter?.submitter_id ?? null
}

/** A matter: its submitter's, and wherever a conference or a round with it is known. */
export async function matterSubject(db: Reads, actor: Actor, id: string): Promise<Subject> {
  const matter = await db
    .selectFrom('matter')
    .select('submitter_id')
    .where('province_id', '=', actor.provinceId)
    .where('matter_id', '=', id)
    .where(visibleMatter(actor))
    .executeTakeFirst()
  if (!matter) throw new Problem('notFound')
  const also = openedTo(matter.submitter_id, 'submittingBody')
  const items = await db
    .selectFrom('session_item')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('matter_id', '=', id)
    .execute()
  for (const item of items) {
    also.push({ every: [await guardedItem(db, actor.provinceId, item)] })
  }
  const rounds = await db
    .selectFrom('opinion_round')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('matter_id', '=', id)
    .execute()
  for (const round of rounds) also.push({ every: [await guardedRound(db, actor, round)] })
  const leads = matter.submitter_id === null ? [] : [matter.submitter_id]
  return { ...nothing, organisationId: matter.submitter_id, also, leads }
}

/** A decision on an item: until the conference is closed for who runs or presides, then as the item. */
export async function decisionSubject(db: Reads, actor: Actor, id: string): Promise<Subject> {
  await originOf(db, actor, 'itemDecision', id)
  const item = await itemRow(db, actor, id)
  // Who submitted it need not know the conference.
  const { closed_at } = await conferenceOf(db, actor.provinceId, item.conference_id)
  const told = await guardedItem(db, actor.provinceId, item)
  if (closed_at !== null) return told
  const also = openedByDoing(told.organisationId, 'conference.run', 'conference.close')
  return { ...told, document: null, also }
}

/** A tally is counts alone: as its item. */
export async function voteSubject(db: Reads, actor: Actor, id: string): Promise<Subject> {
  const vote = await db
    .selectFrom('item_vote')
    .innerJoin('session_item', (join) =>
      join
        .onRef('session_item.province_id', '=', 'item_vote.province_id')
        .onRef('session_item.session_item_id', '=', 'item_vote.session_item_id'),
    )
    .selectAll('session_item')
    .where('item_vote.province_id', '=', actor.provinceId)
    .where('item_vote.vote_id', '=', id)
    .where(visibleItem(actor))
    .executeTakeFirst()
  if (!vote) throw new Problem('notFound')
  return guardedItem(db, actor.provinceId, vote)
}

/** What the chair says of the whole: for who runs or presides. */
export async function assessmentSubject(db: Reads, actor: Actor, id: string): Promise<Subject> {
  if ((await assessmentOf(db, actor, id)) === null) throw new Problem('notFound')
  const { organisation_id: organisationId } = await conferenceRow(db, actor, id)
  const also = openedByDoing(organisationId, 'conference.run', 'conference.close')
  return { ...nothing, organisationId, also }
}

/** An opinion that the actor may know of. */
async function opinionRow(db: Reads, actor: Actor, id: string): Promise<Row<'item_opinion'>> {
  const row = await db
    .selectFrom('item_opinion')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('item_opinion_id', '=', id)
    .where(visibleOpinion(actor))
    .executeTakeFirst()
  if (!row) throw new Problem('notFound')
  return row
}

/** What was said at a conference: among those who sat there (`visibleOpinion`). */
export async function saidOpinionSubject(db: Reads, actor: Actor, id: string): Promise<Subject> {
  const { provinceId } = actor
  const opinion = await opinionRow(db, actor, id)
  const item = await db
    .selectFrom('session_item')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('session_item_id', '=', opinion.session_item_id)
    .executeTakeFirst()
  if (!item) throw new Problem('notFound')
  const submitter = await submitterOf(db, actor, opinion.matter_id)
  const conference = await conferenceOf(db, provinceId, item.conference_id)
  const invitations = await invitationsOf(db, provinceId, [item.conference_id])
  const sitting = invitations.filter(({ capacity }) => ['chair', 'member'].includes(capacity))
  const own = invitations.filter((one) => one.invitation_id === opinion.invitation_id)
  const holders = await holdersOfOne(db, provinceId, conference)
  const rule: Opened = {
    document: null,
    also: [
      ...holders.flatMap((body) => openedTo(body, 'holdingBody')),
      { named: namedIn(own), way: 'speaking' },
      { named: namedIn(sitting), way: 'sitting' },
      ...(conference.closed_at === null ? [] : openedTo(item.submitter_id, 'submittingBody')),
    ],
  }
  return {
    ...nothing,
    organisationId: conference.organisation_id,
    also: [{ every: [rule, await guardedItem(db, provinceId, item)] }],
    leads: [submitter, item.submitter_id].filter((body) => body !== null),
  }
}

/** What was answered in a round: for who asked, who submitted the matter, and who said it. */
export async function roundOpinionSubject(db: Reads, actor: Actor, id: string): Promise<Subject> {
  const { provinceId } = actor
  const { addressee_id, matter_id } = await opinionRow(db, actor, id)
  const asked = await db
    .selectFrom('round_addressee as a')
    .innerJoin('opinion_round as r', (join) =>
      join.onRef('r.province_id', '=', 'a.province_id').onRef('r.round_id', '=', 'a.round_id'),
    )
    .select(['a.account_id', 'a.organisation_id', 'r.organisation_id as holder'])
    .where('a.province_id', '=', provinceId)
    .where('r.province_id', '=', provinceId)
    .where('a.addressee_id', '=', addressee_id)
    .executeTakeFirst()
  if (!asked) throw new Problem('notFound')
  const submitter = await submitterOf(db, actor, matter_id)
  return {
    ...nothing,
    organisationId: asked.holder,
    also: [
      { guard: insideOf(asked.holder) },
      ...openedTo(submitter, 'submittingBody'),
      { named: namedIn([asked]), way: 'speaking' },
    ],
    leads: submitter === null ? [] : [submitter],
    addressed: namedIn([asked]),
  }
}

/**
 * An invitation: the office and the chair see all of them, whoever is invited to the whole and the insiders of the
 * bodies that hold it those that were sent, who is called in for items their own.
 */
export async function invitationSubject(db: Reads, actor: Actor, id: string): Promise<Subject> {
  const { conference } = await getInvitation(db, actor, id)
  const { conference_id, organisation_id: organisationId } = conference
  const live = await invitationsOf(db, actor.provinceId, [conference_id])
  const sent = live.find((one) => one.invitation_id === id)
  const whole = live.filter(({ capacity }) => capacity !== 'forItems')
  const chairs = live.filter(({ capacity }) => capacity === 'chair')
  const holders = await holdersOfOne(db, actor.provinceId, conference)
  const rule: Opened = {
    document: null,
    also: [
      ...(sent ? [{ named: namedIn([sent]) }] : []),
      ...openedByDoing(organisationId, 'conference.plan', 'conference.run', 'conference.close'),
      { named: namedIn(chairs), way: 'sitting' },
      ...(sent
        ? [
            ...holders.flatMap((body) => openedTo(body, 'holdingBody')),
            { named: namedIn(whole), way: 'sitting' as const },
          ]
        : []),
    ],
  }
  const held = await heldOf(db, actor.provinceId, conference)
  return {
    ...nothing,
    organisationId,
    also: [{ every: [rule, held] }],
    ...(sent ? { addressed: namedIn([{ ...sent, substitute_account_id: null }]) } : {}),
  }
}

/** A paper of a conference: drafts and minutes from within; what is issued with the conference and all it tells of. */
export async function noticeSubject(db: Reads, actor: Actor, id: string): Promise<Subject> {
  const notice = await noticeRow(db, actor, id)
  const { provinceId } = actor
  const conference = await conferenceOf(db, provinceId, notice.conference_id)
  const holders = await holdersOfOne(db, provinceId, conference)
  const also = holders.flatMap((body) => openedTo(body, 'holdingBody'))
  const { organisation_id: organisationId } = conference
  if (notice.issued_at === null || notice.kind === 'minutes')
    return { ...nothing, organisationId, also }
  const { items: tells } = notice.content as unknown as NoticeContent
  const items =
    tells.length === 0
      ? []
      : await db
          .selectFrom('session_item')
          .selectAll()
          .where('province_id', '=', provinceId)
          .where('conference_id', '=', notice.conference_id)
          .where('session_item_id', 'in', tells)
          .execute()
  const told = await Promise.all(items.map((item) => guardedItem(db, provinceId, item)))
  const within = notice.kind === 'excerpt' ? [] : [await heldOf(db, provinceId, conference)]
  const [first, ...rest] = [...within, ...told]
  return {
    ...nothing,
    organisationId,
    also: first ? [...also, { every: [first, ...rest] }] : also,
  }
}
