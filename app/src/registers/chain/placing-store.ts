// Puts the review of earlier conclusions at the head of an agenda: by default, and where somebody wants it there.
import { sql } from 'kysely'
import type { Row, Tx } from '../../database/tables.ts'
import { type Actor, systemActor } from '../../http/access.ts'
import { insertItem, mustBeOpen, setItem } from '../agenda/changing-store.ts'
import type { SessionItemView } from '../agenda/contract.ts'
import { getItem } from '../agenda/store.ts'
import { lockConference } from '../conferences/plan-store.ts'
import { earlierConferences } from './earlier-store.ts'
import { reviewTitle } from './review.ts'

/** A new conference begins with the review, unless no conference of its bodies came before it. */
export async function placeByDefault(tx: Tx, actor: Actor, conferenceId: string): Promise<void> {
  const conference = await lockConference(tx, actor, conferenceId, 'conference.plan')
  await placeWhereDue(tx, actor, conference)
}

/**
 * The next conference of the body that closed one gets a review, where it was planned before there was anything to
 * look back on. One whose review was taken off keeps it off, and an agenda that was approved stays as it is.
 */
export async function carryOver(tx: Tx, closed: Row<'conference'>): Promise<void> {
  const { organisation_id } = closed
  if (organisation_id === null) return
  let next = await nextOf(tx, closed, organisation_id)
  // It may have been approved while the statement waited for the lock: then it is asked anew, and passed over.
  while (next && (await hasApproved(tx, next))) next = await nextOf(tx, closed, organisation_id)
  if (next) await placeWhereDue(tx, systemActor(closed.province_id), next)
}

/** The next conference of a body without an approved agenda, as this statement sees it, locked. */
async function nextOf(
  tx: Tx,
  closed: Row<'conference'>,
  organisationId: string,
): Promise<Row<'conference'> | undefined> {
  const { province_id, conference_id } = closed
  return tx
    .selectFrom('conference')
    .selectAll()
    .where('province_id', '=', province_id)
    .where('organisation_id', '=', organisationId)
    .where('conference_id', '<>', conference_id)
    .where('withdrawn_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .where('opened_at', 'is', null)
    .where((build) =>
      build.or([
        build('starts_at', '>=', closed.starts_at ?? closed.opened_at ?? new Date().toISOString()),
        build('starts_at', 'is', null),
      ]),
    )
    .where((build) =>
      build.not(
        build.exists(
          build
            .selectFrom('agenda_version')
            .select('agenda_version_id')
            .where('agenda_version.province_id', '=', province_id)
            .whereRef('agenda_version.conference_id', '=', 'conference.conference_id'),
        ),
      ),
    )
    .orderBy('starts_at', (order) => order.asc().nullsLast())
    .orderBy('conference_id')
    .limit(1)
    .forNoKeyUpdate()
    .executeTakeFirst()
}

async function hasApproved(tx: Tx, conference: Row<'conference'>): Promise<boolean> {
  const row = await tx
    .selectFrom('agenda_version')
    .select('agenda_version_id')
    .where('province_id', '=', conference.province_id)
    .where('conference_id', '=', conference.conference_id)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

async function placeWhereDue(tx: Tx, actor: Actor, conference: Row<'conference'>): Promise<void> {
  if (await reviewOf(tx, conference)) return
  const before = await earlierConferences(tx, actor, conference)
  if (before.length > 0) await placed(tx, actor, conference)
}

/** Puts the review at the head of an agenda, also one that was taken off or that never had one. */
export async function placeReview(
  tx: Tx,
  actor: Actor,
  conferenceId: string,
): Promise<SessionItemView> {
  const conference = await lockConference(tx, actor, conferenceId, 'conference.plan')
  await mustBeOpen(tx, conference)
  return placed(tx, actor, conference)
}

async function placed(
  tx: Tx,
  actor: Actor,
  conference: Row<'conference'>,
): Promise<SessionItemView> {
  const there = await reviewOf(tx, conference)
  const given = { title: reviewTitle, asked: 'note' as const }
  const item = there
    ? await getItem(tx, actor, there)
    : await insertItem(tx, actor, conference, given, 'review')
  await sql`update session_item
    set position = case when session_item_id = ${item.id} then 1 else position + 1 end
    where province_id = ${conference.province_id}
      and conference_id = ${conference.conference_id}`.execute(tx)
  if (item.status === 'on') return { ...item, position: 1 }
  const on = { status: 'on' as const, status_reason: null }
  return setItem(tx, actor, item, 'sessionItem.putBack', on)
}

async function reviewOf(tx: Tx, conference: Row<'conference'>): Promise<string | null> {
  const row = await tx
    .selectFrom('session_item')
    .select('session_item_id')
    .where('province_id', '=', conference.province_id)
    .where('conference_id', '=', conference.conference_id)
    .where('kind', '=', 'review')
    .executeTakeFirst()
  return row?.session_item_id ?? null
}
