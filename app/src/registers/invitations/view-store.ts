// Invitations as each reader may see them, and the lock that changes of them take.
import { type RawBuilder, sql } from 'kysely'
import type { Reads, Row, Tx } from '../../database/tables.ts'
import { type Action, type Actor, authorise, canRead, may } from '../../http/access.ts'
import { invited, visibleConference } from '../../http/visible.ts'
import { Problem } from '../../problem.ts'
import { holdersOfOne } from '../conferences/holders-store.ts'
import { conferenceRow, lockConference } from '../conferences/plan-store.ts'
import { organisationNames } from '../organisations/names.ts'
import type { InvitationListView, InvitationView, Sight } from './contract.ts'
import { answersOf, holdingOf, presenceOf, quorumOf } from './invitation.ts'
import { seatsOf } from './seats-store.ts'

/** The invitations of a conference as far as the actor may see them, in the order they were made. */
export async function listInvitations(
  db: Reads,
  actor: Actor,
  conferenceId: string,
): Promise<InvitationListView> {
  return listOf(db, actor, await conferenceRow(db, actor, conferenceId))
}

/** The same of a conference that was read already. */
export async function listOf(
  db: Reads,
  actor: Actor,
  conference: Row<'conference'>,
): Promise<InvitationListView> {
  const rows = await invitationsOf(db, actor.provinceId, conference.conference_id)
  const holders = await holdersOfOne(db, actor.provinceId, conference)
  const sight = sightOf(actor, conference, holders, rows)
  const all = await shown(db, actor, rows, sight)
  const quorum = quorumOf(conference)
  const seats = await seatsOf(db, conference, holders, rows)
  const counted =
    sight === 'own' ? null : all.map((one) => ({ ...one, seats: seats.of.get(one.id) ?? [] }))
  return {
    sight,
    invitations: all.filter((one) => sees(sight, one)),
    answers: counted && answersOf(counted),
    presence: counted && presenceOf(counted, quorum, seats.bodies),
  }
}

/** All rows of a conference, chair first, then in the order they were made. */
export async function invitationsOf(
  db: Reads,
  provinceId: number,
  conferenceId: string,
): Promise<Row<'invitation'>[]> {
  const rows = await db
    .selectFrom('invitation')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('conference_id', '=', conferenceId)
    .orderBy('invitation_id')
    .execute()
  const rank = { chair: 0, member: 1, invited: 2, forItems: 3 }
  return rows.toSorted((a, b) => rank[a.capacity] - rank[b.capacity])
}

/** Whether somebody sees all that others answered: the office of the body that leads it, and who presides. */
export function seesAsOffice(
  actor: Actor,
  conference: Row<'conference'>,
  rows: readonly Row<'invitation'>[],
): boolean {
  const can = (action: Action) => may(actor, action, actor.provinceId, conference.organisation_id)
  if (can('conference.plan') || can('conference.run') || can('conference.close')) return true
  return rows.some((row) => row.capacity === 'chair' && holdingOf(actor, row) !== null)
}

/** How much of the list somebody sees. */
function sightOf(
  actor: Actor,
  conference: Row<'conference'>,
  holders: readonly string[],
  rows: readonly Row<'invitation'>[],
): Sight {
  if (seesAsOffice(actor, conference, rows)) return 'office'
  const own = rows.filter((row) => holdingOf(actor, row) !== null)
  if (own.some((row) => row.capacity !== 'forItems')) return 'whole'
  const participants = { organisations: [], accounts: [] }
  const isInside = (organisationId: string) =>
    canRead(actor, { level: 'office', organisationId, participants })
  return holders.some(isInside) ? 'whole' : 'own'
}

/** Drafts and what was taken back are the office's. */
const sees = (sight: Sight, one: InvitationView): boolean =>
  sight === 'office' ||
  (one.sentAt !== null && one.withdrawnAt === null && (sight === 'whole' || one.own !== null))

/** Rows as the actor sees them; reasons of others are for `office` sight. */
export async function shown(
  db: Reads,
  actor: Actor,
  rows: readonly Row<'invitation'>[],
  sight: Sight,
): Promise<InvitationView[]> {
  const items = await itemsOf(db, actor.provinceId, rows)
  const bodies = rows.map((row) => row.organisation_id)
  const names = await organisationNames(db, actor.provinceId, bodies)
  return rows.map((row) => {
    const own = holdingOf(actor, row)
    const body = row.organisation_id
    return {
      id: row.invitation_id,
      conferenceId: row.conference_id,
      name: row.name,
      title: row.title,
      personId: row.person_id,
      organisation: body === null ? null : { id: body, name: names.get(body) ?? '' },
      hasAccount: row.account_id !== null || body !== null,
      capacity: row.capacity,
      votes: row.votes,
      itemIds: items.get(row.invitation_id) ?? [],
      sentAt: row.sent_at,
      answer: row.answer,
      answerReason: sight === 'office' || own !== null ? row.answer_reason : null,
      substitute: row.substitute_name,
      answeredAt: row.answered_at,
      attendance: row.attendance,
      arrivedAt: row.arrived_at,
      withdrawnAt: row.withdrawn_at,
      own,
      version: row.version,
    }
  })
}

async function itemsOf(db: Reads, provinceId: number, rows: readonly Row<'invitation'>[]) {
  const found = new Map<string, string[]>()
  const limited = rows.filter((row) => row.capacity === 'forItems')
  if (limited.length === 0) return found
  const items = await db
    .selectFrom('invitation_item')
    .select(['invitation_id', 'session_item_id'])
    .where('province_id', '=', provinceId)
    .where(
      'invitation_id',
      'in',
      limited.map((row) => row.invitation_id),
    )
    .orderBy('session_item_id')
    .execute()
  for (const one of items) {
    const list = found.get(one.invitation_id) ?? []
    found.set(one.invitation_id, [...list, one.session_item_id])
  }
  return found
}

/** One invitation, and how much of the list the actor sees; `notFound` where they do not see it. */
export async function getInvitation(
  db: Reads,
  actor: Actor,
  id: string,
): Promise<{ invitation: InvitationView; conference: Row<'conference'>; sight: Sight }> {
  authorise(actor, 'register.read', actor.provinceId)
  // With its conference: one that is closed is answered as fast as one that is not there.
  const known = sql<boolean>`exists (select 1 from conference
    where conference.province_id = invitation.province_id
      and conference.conference_id = invitation.conference_id and ${visibleConference(actor)})`
  const row = await rowOf(db, actor.provinceId, id, known)
  if (!row) throw new Problem('notFound')
  const conference = await conferenceRow(db, actor, row.conference_id)
  const { invitations, sight } = await listOf(db, actor, conference)
  const invitation = invitations.find((one) => one.id === id)
  if (!invitation) throw new Problem('notFound')
  return { invitation, conference, sight }
}

/**
 * Locks the conference of an invitation for a change by somebody who may do `action` there, and reads the
 * invitation behind the lock. `forbidden` before `notFound`, as in `lockConference`.
 */
export async function lockInvitation(
  tx: Tx,
  actor: Actor,
  id: string,
  action: Action,
): Promise<{ conference: Row<'conference'>; row: Row<'invitation'> }> {
  const found = await rowOf(tx, actor.provinceId, id)
  if (!found) {
    authorise(actor, action, actor.provinceId)
    throw new Problem('notFound')
  }
  const conference = await lockConference(tx, actor, found.conference_id, action)
  const row = await rowOf(tx, actor.provinceId, id)
  if (!row) throw new Problem('notFound')
  return { conference, row }
}

/** The row; with `open` only where that holds of it. */
function rowOf(db: Reads, provinceId: number, id: string, open?: RawBuilder<boolean>) {
  const row = db
    .selectFrom('invitation')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('invitation_id', '=', id)
  return (open ? row.where(open) : row).executeTakeFirst()
}

/** The invitations of a conference that are the actor's own, chair first. */
export async function ownInvitations(
  db: Reads,
  actor: Actor,
  conferenceIds: readonly string[],
): Promise<Row<'invitation'>[]> {
  if (conferenceIds.length === 0) return []
  return db
    .selectFrom('invitation')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('conference_id', 'in', [...conferenceIds])
    .where(invited(actor))
    .orderBy('invitation_id')
    .execute()
}
