// Everything the pages of a sitting show, in one answer of a fixed number of queries.
import type { Reads, Row } from '../../database/tables.ts'
import { type Actor, may } from '../../http/access.ts'
import { visibleItem } from '../../http/visible.ts'
import { conferenceRow, stageNow } from '../conferences/plan-store.ts'
import { accountNames } from '../documents/source.ts'
import { organisationNames } from '../organisations/names.ts'
import type { SittingItem, SittingView } from './contract.ts'
import { decisionView } from './decision-store.ts'
import { earlierOf } from './earlier-store.ts'
import { opinionView, voteView } from './opinion-store.ts'
import { notAnswered, quorumMet, stillMissing } from './sitting.ts'

/**
 * One conference while it sits, as the actor may see it: items as everywhere; decisions that are being
 * written, positions, the moderator's notes and what is missing only for who runs or presides.
 */
export async function getSitting(db: Reads, actor: Actor, id: string): Promise<SittingView> {
  const row = await conferenceRow(db, actor, id)
  const can = {
    run: may(actor, 'conference.run', actor.provinceId, row.organisation_id),
    close: may(actor, 'conference.close', actor.provinceId, row.organisation_id),
  }
  const inside = can.run || can.close
  const items = await itemsOf(db, actor, row, inside)
  const guests = await guestsOf(db, row)
  const seen = row.current_item !== null && items.some((item) => item.id === row.current_item)
  return {
    conference: {
      id,
      title: row.title,
      stage: await stageNow(db, row),
      level: row.level,
      place: row.place,
      startsAt: row.starts_at,
      openedAt: row.opened_at,
      closedAt: row.closed_at,
      version: row.version,
    },
    live: Number(row.live),
    now: new Date().toISOString(),
    may: can,
    current:
      seen && row.current_item !== null
        ? {
            itemId: row.current_item,
            speaker: row.current_speaker,
            startedAt: row.item_started_at,
          }
        : null,
    present: presentOf(row, guests),
    items,
    people: inside
      ? guests.map(({ invitation_id, name, title }) => ({
          invitationId: invitation_id,
          name,
          title,
        }))
      : [],
    missing: inside ? stillMissing(items) : [],
    unanswered: inside ? notAnswered(items) : [],
    closings: await closingsOf(db, row),
    walls: inside ? await wallsOf(db, row) : [],
  }
}

async function itemsOf(
  db: Reads,
  actor: Actor,
  conference: Row<'conference'>,
  inside: boolean,
): Promise<SittingItem[]> {
  const { provinceId } = actor
  const rows = await db
    .selectFrom('session_item')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('conference_id', '=', conference.conference_id)
    .where(visibleItem(actor))
    .orderBy('position')
    .orderBy('session_item_id')
    .execute()
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.session_item_id)
  const submitters = await organisationNames(
    db,
    provinceId,
    rows.map((row) => row.submitter_id),
  )
  const opinions = await opinionsOf(db, provinceId, ids)
  const votes = await votesOf(db, provinceId, ids)
  const told = inside || conference.closed_at !== null
  const decisions = told ? await decisionsOf(db, provinceId, ids) : new Map()
  const positions = inside ? await positionsOf(db, provinceId, ids) : null
  const earlier = await earlierOf(db, actor, conference.conference_id, rows)
  return rows.map((row) => ({
    id: row.session_item_id,
    matterId: row.matter_id,
    position: row.position,
    number: row.number,
    groupTitle: row.group_title,
    title: row.title,
    minutes: row.minutes,
    submitter:
      row.submitter_id === null
        ? null
        : { id: row.submitter_id, name: submitters.get(row.submitter_id) ?? '' },
    asked: row.asked,
    level: row.level,
    personnel: row.personnel,
    status: row.status,
    opinions: (opinions.get(row.session_item_id) ?? []).map(opinionView),
    votes: (votes.get(row.session_item_id) ?? []).map(voteView),
    decision: decisions.get(row.session_item_id) ?? null,
    note: inside ? row.moderator_note : null,
    positions: positions && (positions.get(row.session_item_id) ?? []),
    earlier: earlier.get(row.matter_id) ?? [],
  }))
}

async function opinionsOf(db: Reads, provinceId: number, ids: string[]) {
  const rows = await db
    .selectFrom('item_opinion')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('session_item_id', 'in', ids)
    .where('withdrawn_at', 'is', null)
    .orderBy('given_at')
    .orderBy('item_opinion_id')
    .execute()
  return Map.groupBy(rows, (row) => row.session_item_id ?? '')
}

async function votesOf(db: Reads, provinceId: number, ids: string[]) {
  const rows = await db
    .selectFrom('item_vote')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('session_item_id', 'in', ids)
    .where('withdrawn_at', 'is', null)
    .orderBy('taken_at')
    .orderBy('vote_id')
    .execute()
  return Map.groupBy(rows, (row) => row.session_item_id)
}

async function decisionsOf(db: Reads, provinceId: number, ids: string[]) {
  const rows = await db
    .selectFrom('item_decision')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('session_item_id', 'in', ids)
    .execute()
  const names = await accountNames(
    db,
    provinceId,
    rows.map((row) => row.written_by),
  )
  return new Map(rows.map((row) => [row.session_item_id, decisionView(row, names)]))
}

async function positionsOf(db: Reads, provinceId: number, ids: string[]) {
  const rows = await db
    .selectFrom('item_position')
    .innerJoin('invitation', (join) =>
      join
        .onRef('invitation.province_id', '=', 'item_position.province_id')
        .onRef('invitation.invitation_id', '=', 'item_position.invitation_id'),
    )
    .select([
      'item_position.session_item_id',
      'item_position.position',
      'item_position.body',
      'invitation.name',
      'invitation.title',
    ])
    .where('item_position.province_id', '=', provinceId)
    .where('item_position.session_item_id', 'in', ids)
    .where('invitation.withdrawn_at', 'is', null)
    .orderBy('invitation.name')
    .execute()
  return Map.groupBy(rows, (row) => row.session_item_id)
}

async function guestsOf(db: Reads, { province_id, conference_id }: Row<'conference'>) {
  return db
    .selectFrom('invitation')
    .select(['invitation_id', 'name', 'title', 'votes', 'capacity', 'attendance'])
    .where('province_id', '=', province_id)
    .where('conference_id', '=', conference_id)
    .where('withdrawn_at', 'is', null)
    .orderBy('invitation_id')
    .execute()
}

function presentOf(
  row: Row<'conference'>,
  guests: Awaited<ReturnType<typeof guestsOf>>,
): SittingView['present'] {
  const here = guests.filter((one) => one.attendance === 'present')
  const votersPresent = here.filter((one) => one.votes).length
  const voters = guests.filter((one) => one.votes).length
  const quorum =
    row.quorum_of === null || row.quorum_part === null
      ? null
      : { part: row.quorum_part, of: row.quorum_of }
  return {
    present: here.length,
    invited: guests.length,
    votersPresent,
    voters,
    quorum: quorum && { ...quorum, met: quorumMet(quorum, votersPresent, voters) },
  }
}

async function closingsOf(db: Reads, { province_id, conference_id }: Row<'conference'>) {
  const rows = await db
    .selectFrom('conference_closing')
    .select(['kind', 'reason', 'by_account', 'at'])
    .where('province_id', '=', province_id)
    .where('conference_id', '=', conference_id)
    .orderBy('at')
    .orderBy('closing_id')
    .execute()
  const names = await accountNames(
    db,
    province_id,
    rows.map((row) => row.by_account),
  )
  return rows.map(({ kind, reason, by_account, at }) => ({
    kind,
    reason,
    by: names.get(by_account) ?? '',
    at,
  }))
}

async function wallsOf(db: Reads, { province_id, conference_id }: Row<'conference'>) {
  const rows = await db
    .selectFrom('wall_link')
    .select(['wall_id', 'opened_at', 'expires_at'])
    .where('province_id', '=', province_id)
    .where('conference_id', '=', conference_id)
    .where('expires_at', '>', new Date().toISOString())
    .orderBy('made_at')
    .execute()
  return rows.map((row) => ({
    id: row.wall_id,
    openedAt: row.opened_at,
    expiresAt: row.expires_at,
  }))
}
