// What those invited answer, who was there, and the page of one's own conferences.
import { sql } from 'kysely'
import type { Reads, Row, Tx } from '../../database/tables.ts'
import {
  type Actor,
  addressedBodies,
  asWorker,
  authorise,
  may,
  workers,
} from '../../http/access.ts'
import { invited, visibleConference } from '../../http/visible.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import { listItems } from '../agenda/store.ts'
import { getPlan, lockConference, touchLive } from '../conferences/plan-store.ts'
import { grantsOfAccounts } from '../people/grants.ts'
import type {
  InvitationListView,
  InvitationView,
  OwnConference,
  OwnItem,
  ReplyGiven,
  RollCall,
} from './contract.ts'
import { holdingOf, takesPosition } from './invitation.ts'
import { accountAt } from './invitee-store.ts'
import { changed, mustBe, mustGoOn } from './store.ts'
import { getInvitation, listOf, lockInvitation, ownInvitations, shown } from './view-store.ts'

/**
 * Answers an invitation: the invited person, somebody of the invited body, or the office that writes down
 * what it was told. Who declines says why; who sends somebody says whom. A substitute answers nothing.
 */
export async function answerInvitation(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  given: ReplyGiven,
): Promise<InvitationView> {
  const { conference, row } = await lockInvitation(tx, actor, id, 'conference.attend')
  const own = holdingOf(asWorker(actor), row)
  const office = may(actor, 'conference.run', actor.provinceId, conference.organisation_id)
  if (own !== 'invited' && own !== 'body' && !office) throw new Problem('notFound')
  const before = await mustBe(tx, actor, row, version)
  await mustGoOn(tx, conference)
  if (given.answer === 'notComing' && !given.reason) throw new Problem('reasonMissing')
  const substitute = await substituteOf(tx, row, given, office)
  await tx
    .updateTable('invitation')
    .set({
      answer: given.answer,
      answer_reason: given.reason ?? null,
      substitute_name: substitute?.name ?? null,
      substitute_account_id: substitute?.account_id ?? null,
      answered_at: new Date().toISOString(),
      version: row.version + 1,
    })
    .where('province_id', '=', actor.provinceId)
    .where('invitation_id', '=', id)
    .execute()
  return changed(tx, actor, 'invitation.answer', id, before, given.reason)
}

/** `substituteElsewhere` for the account of somebody of another body, unless the office itself writes it down. */
async function substituteOf(
  tx: Tx,
  row: Row<'invitation'>,
  { answer, substitute }: ReplyGiven,
  office: boolean,
) {
  if (answer !== 'substitute') return null
  if (!substitute) throw new Problem('invalidInput', { where: 'substitute' })
  if ('name' in substitute) return { name: substitute.name, account_id: null }
  const account = await accountAt(tx, row.province_id, substitute.address)
  if (account.account_id === row.account_id) throw new Problem('invalidInput', { where: 'address' })
  if (!office && !(await workTogether(tx, row, account.account_id))) {
    throw new Problem('substituteElsewhere')
  }
  return account
}

/** Whether an account acts for the invited body, or for one that the invited account acts for. */
async function workTogether(tx: Tx, row: Row<'invitation'>, accountId: string): Promise<boolean> {
  const invitee = row.account_id === null ? [] : [row.account_id]
  const grants = await grantsOfAccounts(tx, row.province_id, [accountId, ...invitee])
  const bodiesOf = (id: string | null) =>
    addressedBodies(grants.filter((one) => one.accountId === id && workers.has(one.role)))
  const bodies = row.organisation_id === null ? bodiesOf(row.account_id) : [row.organisation_id]
  return bodiesOf(accountId).some((body) => bodies.includes(body))
}

/**
 * Marks who is there, several at a time. Marks of invitations that somebody changed meanwhile are refused
 * with the list as it is (`versionOld`), and then none is written.
 */
export async function callRoll(
  tx: Tx,
  actor: Actor,
  conferenceId: string,
  { marks }: RollCall,
): Promise<InvitationListView> {
  const conference = await lockConference(tx, actor, conferenceId, 'conference.run')
  await mustGoOn(tx, conference)
  const current = await listOf(tx, actor, conference)
  const known = new Map(current.invitations.map((one) => [one.id, one]))
  const now = new Date().toISOString()
  for (const mark of marks) {
    const one = known.get(mark.id)
    if (!one || one.withdrawnAt !== null) throw new Problem('notFound')
    if (one.version !== mark.version) throw new Problem('versionOld', { current })
    const arrived = mark.arrivedAt === undefined ? (one.arrivedAt ?? now) : mark.arrivedAt
    await tx
      .updateTable('invitation')
      .set({
        attendance: mark.attendance,
        arrived_at: mark.attendance === 'present' ? arrived : null,
        version: one.version + 1,
      })
      .where('province_id', '=', actor.provinceId)
      .where('invitation_id', '=', mark.id)
      .execute()
  }
  await writeRecord(tx, actor, {
    action: 'invitation.rollCall',
    subjectKind: 'invitations',
    subjectId: conferenceId,
    before: marks.map(({ id }) => ({ id, attendance: known.get(id)?.attendance ?? null })),
    after: marks.map(({ id, attendance }) => ({ id, attendance })),
  })
  await touchLive(tx, actor.provinceId, conferenceId)
  return listOf(tx, actor, conference)
}

/** How long a conference that was held stays on one's own page, in days. */
const staysFor = 14

/** The conferences one is invited to that are ahead, running, or just over; soonest first. */
export async function ownConferences(db: Reads, actor: Actor): Promise<OwnConference[]> {
  authorise(actor, 'conference.attend', actor.provinceId)
  const since = new Date(Date.now() - staysFor * 86_400_000).toISOString()
  const rows = await db
    .selectFrom('conference')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('withdrawn_at', 'is', null)
    .where('starts_at', 'is not', null)
    .where(sql<boolean>`greatest(starts_at, ends_at, closed_at) >= ${since}`)
    .where(visibleConference(actor))
    .where(sql<boolean>`exists (select 1 from invitation
      where invitation.province_id = conference.province_id
        and invitation.conference_id = conference.conference_id and ${invited(actor)})`)
    .orderBy('starts_at')
    .orderBy('conference_id')
    .limit(50)
    .execute()
  const all = await ownInvitations(
    db,
    actor,
    rows.map((row) => row.conference_id),
  )
  const found: OwnConference[] = []
  for (const row of rows) {
    const own = all.filter((one) => one.conference_id === row.conference_id)
    found.push(await ownConference(db, actor, row, own))
  }
  return found
}

/** One conference as somebody invited sees it; `own`: their invitations to it. */
async function ownConference(
  db: Reads,
  actor: Actor,
  row: Row<'conference'>,
  own: readonly Row<'invitation'>[],
): Promise<OwnConference> {
  const id = row.conference_id
  const plan = await getPlan(db, actor, id)
  const by = own.find(
    (one) => takesPosition(one.capacity) && holdingOf(actor, one) !== 'substitute',
  )
  const items = (await listItems(db, actor, id)).filter((item) => item.status === 'on')
  const given = by ? await positionsBy(db, actor.provinceId, by.invitation_id) : []
  const position = (item: string): OwnItem['position'] => {
    const one = given.find((each) => each.session_item_id === item)
    return one ? { stand: one.position, body: one.body, version: one.version } : null
  }
  return {
    id,
    title: plan.title,
    type: plan.type,
    bodies: plan.bodies,
    startsAt: plan.startsAt,
    endsAt: plan.endsAt,
    place: plan.place,
    stage: plan.stage,
    changeReason: plan.changeReason,
    invitations: await shown(db, actor, own, 'own'),
    items: items.map(({ id: item, number, title, asked, minutes, submitter, kind, runs }) => ({
      ...{ id: item, number: runs?.number ?? number, title, asked, minutes, submitter, kind },
      startsAt: runs?.startsAt ?? null,
      position: position(item),
    })),
    positionBy: by?.invitation_id ?? null,
  }
}

function positionsBy(db: Reads, provinceId: number, invitationId: string) {
  return db
    .selectFrom('item_position')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('invitation_id', '=', invitationId)
    .execute()
}

/**
 * An invitation as its letter: with the conference and, for who is called in for single items, these alone,
 * whoever prints it.
 */
export async function getLetter(
  db: Reads,
  actor: Actor,
  id: string,
): Promise<{ invitation: InvitationView; conference: OwnConference }> {
  const { invitation, conference } = await getInvitation(db, actor, id)
  const whole = await ownConference(db, actor, conference, [])
  const items = whole.items.filter(
    (item) => invitation.capacity !== 'forItems' || invitation.itemIds.includes(item.id),
  )
  return { invitation, conference: { ...whole, items } }
}
