// Who is invited: members from their posts, bodies, persons, outsiders. Nothing of a conference is open to
// somebody before the invitation is sent, and nothing after it is taken back.

import { uuidv7 } from 'uuidv7'
import type { Reads, Row, Tx } from '../../database/tables.ts'
import type { Actor } from '../../http/access.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import { lockConference, stageNow, touchLive } from '../conferences/plan-store.ts'
import { tellNamed } from '../mail/audience-store.ts'
import type { InvitationChange, InvitationView, NewInvitation } from './contract.ts'
import type { Capacity } from './invitation.ts'
import { type Invitee, inviteeOf, membersOn } from './invitee-store.ts'
import { invitationsOf, lockInvitation, shown } from './view-store.ts'

/** Throws `conferenceOver` where a conference is closed or cancelled. */
export async function mustGoOn(db: Reads, conference: Row<'conference'>): Promise<void> {
  const stage = await stageNow(db, conference)
  if (stage === 'closed' || stage === 'cancelled') throw new Problem('conferenceOver')
}

/**
 * Invites everybody who holds a post in the conference's bodies on its day and is not invited yet, highest
 * post first, as voting members; how many.
 */
export async function inviteMembers(
  tx: Tx,
  actor: Actor,
  conferenceId: string,
): Promise<{ added: number }> {
  const conference = await lockConference(tx, actor, conferenceId, 'conference.plan')
  await mustGoOn(tx, conference)
  const live = await liveOf(tx, conference)
  const known = new Set<string | null | undefined>(live.map((row) => row.person_id))
  const members = await membersOn(tx, conference)
  const fresh = members.filter((one) => !known.has(one.person_id))
  const added: { id: string; name: string; title: string | null | undefined }[] = []
  for (const one of fresh) {
    const id = await insert(tx, conference, one, { capacity: 'member', votes: true })
    added.push({ id, name: one.name, title: one.title })
  }
  await writeRecord(tx, actor, {
    action: 'invitation.addMembers',
    subjectKind: 'invitations',
    subjectId: conferenceId,
    after: added,
  })
  await touchLive(tx, actor.provinceId, conferenceId)
  return { added: added.length }
}

const liveOf = async (db: Reads, conference: Row<'conference'>) =>
  (await invitationsOf(db, conference.province_id, conference.conference_id)).filter(
    (row) => row.withdrawn_at === null,
  )

/** Invites one; `alreadyInvited` where this person, account or body is. Not sent yet. */
export async function addInvitation(
  tx: Tx,
  actor: Actor,
  conferenceId: string,
  given: NewInvitation,
): Promise<InvitationView> {
  const conference = await lockConference(tx, actor, conferenceId, 'conference.plan')
  await mustGoOn(tx, conference)
  const invitee = await inviteeOf(tx, conference, given)
  const live = await liveOf(tx, conference)
  const same = (key: 'person_id' | 'account_id' | 'organisation_id') =>
    invitee[key] !== null && live.some((row) => row[key] === invitee[key])
  if (same('person_id') || same('account_id') || same('organisation_id')) {
    throw new Problem('alreadyInvited', { name: invitee.name })
  }
  const items = await itemsFor(tx, conference, given.capacity, given.itemIds)
  const id = await insert(tx, conference, invitee, {
    capacity: given.capacity,
    votes: given.votes ?? (given.capacity === 'chair' || given.capacity === 'member'),
  })
  await putItems(tx, actor.provinceId, id, items)
  return changed(tx, actor, 'invitation.add', id)
}

async function insert(
  tx: Tx,
  conference: Row<'conference'>,
  invitee: Invitee,
  as: { capacity: Capacity; votes: boolean },
): Promise<string> {
  const id = uuidv7()
  await tx
    .insertInto('invitation')
    .values({
      ...invitee,
      ...as,
      province_id: conference.province_id,
      invitation_id: id,
      conference_id: conference.conference_id,
      sent_at: null,
      answer: null,
      answer_reason: null,
      substitute_name: null,
      substitute_account_id: null,
      answered_at: null,
      attendance: null,
      arrived_at: null,
      withdrawn_at: null,
    })
    .execute()
  return id
}

/** Items of this conference somebody is called in for: some for `forItems`, none for others. */
async function itemsFor(
  tx: Tx,
  conference: Row<'conference'>,
  capacity: Capacity,
  wanted: readonly string[] | undefined,
): Promise<string[]> {
  if (capacity !== 'forItems') {
    if (wanted && wanted.length > 0) throw new Problem('invalidInput', { where: 'itemIds' })
    return []
  }
  const ids = [...new Set(wanted ?? [])]
  if (ids.length === 0) throw new Problem('invalidInput', { where: 'itemIds' })
  const known = await tx
    .selectFrom('session_item')
    .select('session_item_id')
    .where('province_id', '=', conference.province_id)
    .where('conference_id', '=', conference.conference_id)
    .where('session_item_id', 'in', ids)
    .execute()
  if (known.length !== ids.length) throw new Problem('notFound')
  return ids
}

async function putItems(
  tx: Tx,
  provinceId: number,
  id: string,
  items: readonly string[],
): Promise<void> {
  await tx
    .deleteFrom('invitation_item')
    .where('province_id', '=', provinceId)
    .where('invitation_id', '=', id)
    .execute()
  if (items.length === 0) return
  const own = { province_id: provinceId, invitation_id: id }
  await tx
    .insertInto('invitation_item')
    .values(items.map((session_item_id) => ({ ...own, session_item_id })))
    .execute()
}

/** Changes as what somebody is invited. */
export async function changeInvitation(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  given: InvitationChange,
): Promise<InvitationView> {
  const { conference, row } = await lockInvitation(tx, actor, id, 'conference.plan')
  const before = await mustBe(tx, actor, row, version)
  await mustGoOn(tx, conference)
  const capacity = given.capacity ?? row.capacity
  const kept = capacity === 'forItems' ? before.itemIds : undefined
  const items = await itemsFor(tx, conference, capacity, given.itemIds ?? kept)
  await putItems(tx, actor.provinceId, id, items)
  await tx
    .updateTable('invitation')
    .set({
      capacity,
      votes: given.votes ?? row.votes,
      title: given.title === undefined ? row.title : given.title,
      version: row.version + 1,
    })
    .where('province_id', '=', actor.provinceId)
    .where('invitation_id', '=', id)
    .execute()
  return changed(tx, actor, 'invitation.change', id, before)
}

/** Takes an invitation back; it stays in the office's list. */
export async function withdrawInvitation(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  reason: string | undefined,
): Promise<InvitationView> {
  const { conference, row } = await lockInvitation(tx, actor, id, 'conference.plan')
  const before = await mustBe(tx, actor, row, version)
  await mustGoOn(tx, conference)
  await tx
    .updateTable('invitation')
    .set({ withdrawn_at: new Date().toISOString(), version: row.version + 1 })
    .where('province_id', '=', actor.provinceId)
    .where('invitation_id', '=', id)
    .execute()
  if (row.sent_at !== null) {
    await tellNamed(tx, actor.provinceId, [row], {
      key: `invitation:${id}:withdrawn`,
      kind: 'invitationWithdrawn',
      about: { kind: 'conference', id: row.conference_id },
      // Whoever is not invited any more may not see which conference it was.
      facts: conference.held_on === null ? {} : { on: conference.held_on },
    })
  }
  return changed(tx, actor, 'invitation.withdraw', id, before, reason)
}

/** Sends what was not sent yet; `conferenceUntimed` while nobody said when it begins. */
export async function sendInvitations(
  tx: Tx,
  actor: Actor,
  conferenceId: string,
): Promise<{ sent: number }> {
  const conference = await lockConference(tx, actor, conferenceId, 'conference.plan')
  await mustGoOn(tx, conference)
  if (conference.starts_at === null) throw new Problem('conferenceUntimed')
  const rows = await tx
    .updateTable('invitation')
    .set((build) => ({
      sent_at: new Date().toISOString(),
      version: build('version', '+', 1),
    }))
    .where('province_id', '=', actor.provinceId)
    .where('conference_id', '=', conferenceId)
    .where('sent_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .returning(['invitation_id', 'account_id', 'organisation_id'])
    .execute()
  if (rows.length > 0) {
    for (const row of rows) {
      await tellNamed(tx, actor.provinceId, [row], {
        key: `invitation:${row.invitation_id}`,
        kind: 'conferenceInvited',
        about: { kind: 'conference', id: conferenceId },
      })
    }
    await writeRecord(tx, actor, {
      action: 'invitation.send',
      subjectKind: 'invitations',
      subjectId: conferenceId,
      after: rows.map((row) => ({ id: row.invitation_id })).sort((a, b) => (a.id < b.id ? -1 : 1)),
    })
    await touchLive(tx, actor.provinceId, conferenceId)
  }
  return { sent: rows.length }
}

/** The invitation as it is, unless it was taken back or is no longer of that version. */
export async function mustBe(
  tx: Tx,
  actor: Actor,
  row: Row<'invitation'>,
  version: number,
): Promise<InvitationView> {
  const [before] = await shown(tx, actor, [row], 'office')
  if (!before || row.withdrawn_at !== null) throw new Problem('notFound')
  if (row.version !== version) throw new Problem('versionOld', { current: before })
  return before
}

/** Tells the record and the pages that listen of a changed invitation, and reads it anew. */
export async function changed(
  tx: Tx,
  actor: Actor,
  action: string,
  id: string,
  before?: InvitationView,
  reason?: string,
): Promise<InvitationView> {
  const row = await tx
    .selectFrom('invitation')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('invitation_id', '=', id)
    .executeTakeFirstOrThrow()
  const [after] = await shown(tx, actor, [row], 'office')
  if (!after) throw new Problem('notFound')
  await touchLive(tx, actor.provinceId, row.conference_id)
  await writeRecord(tx, actor, {
    action,
    subjectKind: 'invitation',
    subjectId: id,
    ...(before ? { before: factsOf(before) } : {}),
    after: factsOf(after),
    ...(reason ? { reason } : {}),
  })
  return after
}

/** What is put on record of an invitation. Why somebody does not come stands there as the reason alone. */
const factsOf = ({
  own: _own,
  answerReason: _reason,
  version: _version,
  ...facts
}: InvitationView) => facts
