// The conference that is held here. Every part of it (agenda, invitations, sitting, notices) locks its row
// first, so that what happens to one conference happens one after the other.

import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { todayInVietnam } from '../../calendar.ts'
import type { NewRow, Reads, Row, Tx } from '../../database/tables.ts'
import { type Action, type Actor, accountOf, authorise, may } from '../../http/access.ts'
import { visibleConference } from '../../http/visible.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import { putSearchEntry } from '../../search/store.ts'
import { eventDays, tellMoved } from '../assignments/event-move-store.ts'
import { invitedTo, tellNamed } from '../mail/audience-store.ts'
import { lockBody, mustStand } from '../organisations/bodyrows.ts'
import { mustBeBodies, organisationNames } from '../organisations/names.ts'
import { conferenceTitle } from './conference.ts'
import { inOrder, type Stage, stageOf } from './plan.ts'
import type { NewConference, PlanChange, PlanView } from './plan-contract.ts'

/** The row of a conference that the actor may know of; `notFound` for any other. */
export async function conferenceRow(
  db: Reads,
  actor: Actor,
  id: string,
): Promise<Row<'conference'>> {
  authorise(actor, 'register.read', actor.provinceId)
  const row = await db
    .selectFrom('conference')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('conference_id', '=', id)
    .where('withdrawn_at', 'is', null)
    .where(visibleConference(actor))
    .executeTakeFirst()
  if (!row) throw new Problem('notFound')
  return row
}

/**
 * Locks a conference for a change by somebody who may do `action` in its body. `forbidden` before
 * `notFound`, so that a conference that is closed to the actor looks like one that is not there.
 */
export async function lockConference(
  tx: Tx,
  actor: Actor,
  id: string,
  action: Action,
): Promise<Row<'conference'>> {
  const row = await tx
    .selectFrom('conference')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('conference_id', '=', id)
    .where('withdrawn_at', 'is', null)
    .where(visibleConference(actor))
    .forNoKeyUpdate()
    .executeTakeFirst()
  authorise(actor, action, actor.provinceId, row?.organisation_id ?? null)
  if (!row) throw new Problem('notFound')
  return row
}

/** Counts a change of the sitting, for pages that listen, inside the change's transaction. */
export async function touchLive(tx: Tx, provinceId: number, id: string): Promise<void> {
  await tx
    .updateTable('conference')
    .set({ live: sql<string>`live + 1` })
    .where('province_id', '=', provinceId)
    .where('conference_id', '=', id)
    .execute()
  await sql`select pg_notify('conference', ${JSON.stringify({ provinceId, id })})`.execute(tx)
}

/** Where a conference stands, from its moments and whether an invitation went out. */
export async function stageNow(db: Reads, row: Row<'conference'>): Promise<Stage> {
  const sent = await invitedAmong(db, row.province_id, [row.conference_id])
  return stageFrom(row, sent)
}

/** The same for those of the rows that are held here, by their ids. */
export async function stagesOf(
  db: Reads,
  provinceId: number,
  rows: readonly Row<'conference'>[],
): Promise<Map<string, Stage>> {
  const held = rows.filter((row) => row.organisation_id !== null)
  const ids = held.map((row) => row.conference_id)
  const sent = await invitedAmong(db, provinceId, ids)
  return new Map(held.map((row) => [row.conference_id, stageFrom(row, sent)]))
}

const stageFrom = (row: Row<'conference'>, sent: ReadonlySet<string>): Stage =>
  stageOf({
    cancelledAt: row.cancelled_at,
    closedAt: row.closed_at,
    openedAt: row.opened_at,
    invited: sent.has(row.conference_id),
  })

/** Those of the conferences for which an invitation went out. */
async function invitedAmong(
  db: Reads,
  provinceId: number,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectFrom('invitation')
    .select('conference_id')
    .distinct()
    .where('province_id', '=', provinceId)
    .where('conference_id', 'in', ids)
    .where('sent_at', 'is not', null)
    .execute()
  return new Set(rows.map((row) => row.conference_id))
}

/** One conference as it is planned. */
export async function getPlan(db: Reads, actor: Actor, id: string): Promise<PlanView> {
  const row = await conferenceRow(db, actor, id)
  const others = await db
    .selectFrom('conference_body')
    .select('organisation_id')
    .where('province_id', '=', actor.provinceId)
    .where('conference_id', '=', id)
    .execute()
  const ids = [row.organisation_id, ...others.map((one) => one.organisation_id)]
  const names = await organisationNames(db, actor.provinceId, ids)
  const term = row.term_id === null ? null : await termOf(db, actor.provinceId, row.term_id)
  const can = (action: Action) => may(actor, action, actor.provinceId, row.organisation_id)
  return {
    id: row.conference_id,
    title: row.title,
    type: row.type,
    number: row.number,
    bodies: ids.flatMap((one) => (one === null ? [] : [{ id: one, name: names.get(one) ?? '' }])),
    term,
    level: row.level,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    place: row.place,
    dossiersDue: row.dossiers_due,
    quorum:
      row.quorum_of === null || row.quorum_part === null
        ? null
        : { part: row.quorum_part, of: row.quorum_of },
    stage: await stageNow(db, row),
    openedAt: row.opened_at,
    closedAt: row.closed_at,
    cancelledAt: row.cancelled_at,
    changeReason: row.change_reason,
    may: {
      plan: can('conference.plan'),
      run: can('conference.run'),
      close: can('conference.close'),
      approve: can('agenda.approve'),
      issue: can('notice.issue'),
    },
    version: row.version,
  }
}

async function termOf(db: Reads, provinceId: number, id: string) {
  const row = await db
    .selectFrom('term')
    .select(['term_id', 'label', 'number'])
    .where('province_id', '=', provinceId)
    .where('term_id', '=', id)
    .executeTakeFirst()
  if (!row) throw new Problem('notFound')
  return { id: row.term_id, label: row.label, number: row.number }
}

/** Plans a conference of a body; its title follows from kind, body, number and term where none is given. */
export async function createConference(
  tx: Tx,
  actor: Actor,
  given: NewConference,
): Promise<PlanView> {
  authorise(actor, 'conference.plan', actor.provinceId, given.organisationId)
  const holder = await lockBody(tx, actor.provinceId, given.organisationId)
  mustStand(holder, given.startsAt ? dayOf(given.startsAt) : todayInVietnam())
  checkOrder(given.startsAt, given.endsAt)
  const names = await organisationNames(tx, actor.provinceId, [given.organisationId])
  const body = names.get(given.organisationId) ?? null
  const term = given.termId ? await termOf(tx, actor.provinceId, given.termId) : null
  const number = given.number ?? null
  const heldOn = given.startsAt ? dayOf(given.startsAt) : null
  const id = uuidv7()
  const known = { type: given.type, body, number, term: term?.number ?? null, heldOn }
  const values: NewRow<'conference'> = {
    province_id: actor.provinceId,
    conference_id: id,
    organisation_id: given.organisationId,
    title: given.title ?? conferenceTitle(known),
    body,
    type: given.type,
    number,
    term: term?.number ?? null,
    term_id: given.termId ?? null,
    held_on: heldOn,
    held_text: null,
    place: given.place ?? null,
    chair: JSON.stringify([]),
    concluded_by: null,
    item_count: null,
    reviews: null,
    plans: null,
    document_id: null,
    text_version: null,
    start_at: null,
    end_at: null,
    as_written: '',
    finding_id: null,
    confirmed_by: accountOf(actor),
    withdrawn_at: null,
    level: given.level ?? 'participants',
    starts_at: given.startsAt ?? null,
    ends_at: given.endsAt ?? null,
    dossiers_due: given.dossiersDue ?? null,
    quorum_of: given.quorum?.of ?? null,
    quorum_part: given.quorum?.part ?? null,
  }
  await tx.insertInto('conference').values(values).execute()
  await putBodies(tx, actor.provinceId, id, given.withBodies ?? [])
  await putInSearch(tx, actor.provinceId, id, values.title, given.place ?? null)
  const plan = await getPlan(tx, actor, id)
  await recordPlan(tx, actor, 'conference.plan', plan)
  return plan
}

/** Changes times, place, bodies, level. Once invitations went out a change of time or place needs its reason. */
export async function changePlan(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  given: PlanChange,
): Promise<PlanView> {
  const row = await lockConference(tx, actor, id, 'conference.plan')
  const before = await getPlan(tx, actor, id)
  if (row.version !== version) throw new Problem('versionOld', { current: before })
  if (before.stage === 'closed' || before.stage === 'cancelled') throw new Problem('conferenceOver')
  const starts = given.startsAt === undefined ? row.starts_at : given.startsAt
  const ends = given.endsAt === undefined ? row.ends_at : given.endsAt
  checkOrder(starts, ends)
  const place = given.place === undefined ? row.place : given.place
  const moved = place !== row.place || !sameMoment(starts, row.starts_at)
  if (moved && before.stage !== 'planned' && !given.reason) throw new Problem('reasonMissing')
  const term = given.termId ? await termOf(tx, actor.provinceId, given.termId) : null
  const quorum = given.quorum === undefined ? before.quorum : given.quorum
  const days = await eventDays(tx, actor.provinceId, { conference: id })
  await tx
    .updateTable('conference')
    .set({
      title: given.title ?? row.title,
      number: given.number === undefined ? row.number : given.number,
      ...(given.termId === undefined ? {} : { term_id: given.termId, term: term?.number ?? null }),
      level: given.level ?? row.level,
      starts_at: starts,
      ends_at: ends,
      held_on: starts === null ? row.held_on : dayOf(starts),
      place,
      dossiers_due: given.dossiersDue === undefined ? row.dossiers_due : given.dossiersDue,
      quorum_of: quorum?.of ?? null,
      quorum_part: quorum?.part ?? null,
      change_reason: given.reason ?? row.change_reason,
      calendar_sequence: row.calendar_sequence + 1,
      version: row.version + 1,
    })
    .where('province_id', '=', actor.provinceId)
    .where('conference_id', '=', id)
    .execute()
  if (given.withBodies) await putBodies(tx, actor.provinceId, id, given.withBodies)
  await putInSearch(tx, actor.provinceId, id, given.title ?? row.title, place)
  await touchLive(tx, actor.provinceId, id)
  const plan = await getPlan(tx, actor, id)
  await recordPlan(tx, actor, 'conference.replan', plan, before, given.reason)
  if (moved) await tellInvited(tx, row, 'conferenceChanged')
  await tellMoved(tx, actor, { conference: id }, days)
  return plan
}

/** Cancels a conference that has not begun; it stays, with the reason. */
export async function cancelConference(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  reason: string,
): Promise<PlanView> {
  const row = await lockConference(tx, actor, id, 'conference.plan')
  const before = await getPlan(tx, actor, id)
  if (row.version !== version) throw new Problem('versionOld', { current: before })
  if (before.stage !== 'planned' && before.stage !== 'invited') throw new Problem('conferenceOver')
  const days = await eventDays(tx, actor.provinceId, { conference: id })
  await tx
    .updateTable('conference')
    .set({
      cancelled_at: new Date().toISOString(),
      change_reason: reason,
      calendar_sequence: row.calendar_sequence + 1,
      version: row.version + 1,
    })
    .where('province_id', '=', actor.provinceId)
    .where('conference_id', '=', id)
    .execute()
  await touchLive(tx, actor.provinceId, id)
  const plan = await getPlan(tx, actor, id)
  await recordPlan(tx, actor, 'conference.cancel', plan, before, reason)
  await tellInvited(tx, row, 'conferenceCancelled')
  await tellMoved(tx, actor, { conference: id }, days)
  return plan
}

/** Tells whom the conference invited; each change counts by the version that it was made on. */
async function tellInvited(
  tx: Tx,
  { province_id: provinceId, conference_id: id, version }: Row<'conference'>,
  kind: 'conferenceChanged' | 'conferenceCancelled',
): Promise<void> {
  await tellNamed(tx, provinceId, await invitedTo(tx, provinceId, id), {
    key: `conference:${id}:${version}`,
    kind,
    about: { kind: 'conference', id },
  })
}

async function putBodies(tx: Tx, provinceId: number, id: string, bodies: readonly string[]) {
  await tx
    .deleteFrom('conference_body')
    .where('province_id', '=', provinceId)
    .where('conference_id', '=', id)
    .execute()
  const wanted = [...new Set(bodies)]
  await mustBeBodies(tx, provinceId, wanted)
  if (wanted.length === 0) return
  await tx
    .insertInto('conference_body')
    .values(
      wanted.map((organisation_id) => ({
        province_id: provinceId,
        conference_id: id,
        organisation_id,
      })),
    )
    .execute()
}

const putInSearch = (
  tx: Tx,
  provinceId: number,
  id: string,
  title: string,
  place: string | null,
): Promise<void> =>
  putSearchEntry(tx, provinceId, {
    kind: 'conference',
    id,
    documentId: null,
    start: null,
    end: null,
    title,
    body: place ?? '',
  })

const recordPlan = (
  tx: Tx,
  actor: Actor,
  action: string,
  plan: PlanView,
  before?: PlanView,
  reason?: string,
) => {
  const facts = ({ may: _may, ...rest }: PlanView) => rest
  return writeRecord(tx, actor, {
    action,
    subjectKind: 'conference',
    subjectId: plan.id,
    ...(before ? { before: facts(before) } : {}),
    after: facts(plan),
    ...(reason ? { reason } : {}),
  })
}

const inVietnam = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' })

/** The day of a moment in Vietnam, `YYYY-MM-DD`. */
const dayOf = (moment: string): string => inVietnam.format(new Date(moment))

const sameMoment = (a: string | null, b: string | null): boolean =>
  (a === null) === (b === null) && (a === null || b === null || Date.parse(a) === Date.parse(b))

function checkOrder(starts: string | null | undefined, ends: string | null | undefined): void {
  if (!inOrder(starts, ends)) throw new Problem('invalidInput', { where: 'endsAt', issues: [] })
}
