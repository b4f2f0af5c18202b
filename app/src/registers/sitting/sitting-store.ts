// Everything the pages of a sitting show, in one answer of a fixed number of queries.
import type { Reads, Row } from '../../database/tables.ts'
import { type Actor, authorise, may } from '../../http/access.ts'
import { knownItems, knowsConference, opinionSight } from '../../http/visible.ts'
import { Problem } from '../../problem.ts'
import { runsIn } from '../agenda/agenda.ts'
import { holdersOfOne } from '../conferences/holders-store.ts'
import { stageNow } from '../conferences/plan-store.ts'
import { accountNames } from '../documents/source.ts'
import { presenceOf, quorumOf } from '../invitations/invitation.ts'
import { seatsOf } from '../invitations/seats-store.ts'
import { organisationNames } from '../organisations/names.ts'
import type { SittingItem, SittingView } from './contract.ts'
import { decisionView } from './decision-store.ts'
import {
  type EarlierItem,
  earlierFor,
  earlierItems,
  earlierView,
  invitationsOf,
} from './earlier-store.ts'
import { opinionView, voteView } from './opinion-store.ts'
import { notAnswered, stillMissing } from './sitting.ts'

/**
 * One conference while it sits, as the actor may see it: items as everywhere; decisions that are being
 * written, positions and what is missing only for who runs or presides.
 */
export async function getSitting(db: Reads, actor: Actor, id: string): Promise<SittingView> {
  const read = await readSitting(db, actor.provinceId, id)
  return sittingFor(actor, read, await read.rest())
}

/** The number and the invitations of a sitting; the rest is read when somebody asks for it. */
export interface SittingRead {
  id: string
  /** Null where there is no such conference, or only a report tells of it. */
  row: Row<'conference'> | null
  /** The bodies that hold it. */
  holders: readonly string[]
  invitations: Awaited<ReturnType<typeof invitationsOf>>
  rest(): Promise<Rest>
}

/** Reads a sitting for however many ask: what each may see of it is told by `mustKnow` and `sittingFor`. */
export async function readSitting(db: Reads, provinceId: number, id: string): Promise<SittingRead> {
  const row = await db
    .selectFrom('conference')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('conference_id', '=', id)
    .where('withdrawn_at', 'is', null)
    .where('organisation_id', 'is not', null)
    .executeTakeFirst()
  // Asked for in any case: one that is closed is answered as fast as one that is not there.
  const invitations = await invitationsOf(db, provinceId, [id])
  const held = row ?? { conference_id: id, organisation_id: null }
  const holders = await holdersOfOne(db, provinceId, held)
  let rest: Promise<Rest> | null = null
  return {
    id,
    row: row ?? null,
    holders,
    invitations,
    rest: () => {
      if (!row) throw new Problem('notFound')
      rest ??= restOf(db, row, holders)
      return rest
    },
  }
}

/** The conference's row for who may know of it; `notFound` for others. */
export function mustKnow(
  actor: Actor,
  { row, holders, invitations }: SittingRead,
): Row<'conference'> {
  authorise(actor, 'register.read', actor.provinceId)
  if (!row || !knowsConference(actor, { ...row, holders }, invitations))
    throw new Problem('notFound')
  return row
}

type Rest = Awaited<ReturnType<typeof restOf>>

/** All of a sitting, whoever may see it, in a fixed number of queries. */
async function restOf(db: Reads, row: Row<'conference'>, holders: readonly string[]) {
  const { province_id: provinceId, conference_id: id } = row
  const items = await db
    .selectFrom('session_item')
    .selectAll()
    .where('province_id', '=', provinceId)
    .where('conference_id', '=', id)
    .orderBy('position')
    .orderBy('session_item_id')
    .execute()
  const ids = items.map((item) => item.session_item_id)
  const none = ids.length === 0
  const guests = await guestsOf(db, row)
  return {
    items,
    submitters: await organisationNames(
      db,
      provinceId,
      items.map((item) => item.submitter_id),
    ),
    opinions: none ? new Map() : await opinionsOf(db, provinceId, ids),
    votes: none ? new Map() : await votesOf(db, provinceId, ids),
    decisions: none ? new Map() : await decisionsOf(db, provinceId, ids),
    positions: none ? new Map() : await positionsOf(db, provinceId, ids),
    earlier: await earlierItems(db, provinceId, id, items),
    guests,
    seats: await seatsOf(db, row, holders, guests),
    stage: await stageNow(db, row),
    closings: await closingsOf(db, row),
    walls: await wallsOf(db, row),
    now: new Date().toISOString(),
  }
}

/** What of a sitting's answer differs from reader to reader. */
interface Seen {
  can: { run: boolean; close: boolean }
  items: Row<'session_item'>[]
  /** Items whose opinions are seen whole, and invitations whose words are the reader's own. */
  opinions: ReturnType<typeof opinionSight>
  earlier: EarlierItem[]
}

function seenBy(actor: Actor, read: SittingRead, rest: Rest): Seen {
  const row = mustKnow(actor, read)
  const held = { ...row, holders: read.holders }
  const items = knownItems(actor, held, rest.items, read.invitations)
  return {
    can: {
      run: may(actor, 'conference.run', actor.provinceId, row.organisation_id),
      close: may(actor, 'conference.close', actor.provinceId, row.organisation_id),
    },
    items,
    opinions: opinionSight(actor, held, items, read.invitations),
    earlier: earlierFor(actor, rest.earlier),
  }
}

/** The sitting as the actor may see it. */
export function sittingFor(actor: Actor, read: SittingRead, rest: Rest): SittingView {
  return viewOf(mustKnow(actor, read), rest, seenBy(actor, read, rest))
}

const encoder = new TextEncoder()

/** Answers from one reading as JSON in bytes, each written once however many see the same. */
export function sittingTexts(
  read: SittingRead,
): (actor: Actor) => Promise<Uint8Array<ArrayBuffer>> {
  const written = new Map<string, Uint8Array<ArrayBuffer>>()
  return async (actor) => {
    const row = mustKnow(actor, read)
    const rest = await read.rest()
    const seen = seenBy(actor, read, rest)
    const key = JSON.stringify([
      seen.can,
      seen.items.map((item) => item.session_item_id),
      [...seen.opinions.all],
      [...seen.opinions.own],
      seen.earlier.map((item) => item.session_item_id),
    ])
    const text =
      written.get(key) ?? encoder.encode(JSON.stringify({ sitting: viewOf(row, rest, seen) }))
    written.set(key, text)
    return text
  }
}

function viewOf(
  row: Row<'conference'>,
  rest: Rest,
  { can, items: open, opinions, earlier }: Seen,
): SittingView {
  const inside = can.run || can.close
  const items = itemsOf(row, rest, open, opinions, earlier, inside)
  const seen = row.current_item !== null && items.some((item) => item.id === row.current_item)
  return {
    conference: {
      id: row.conference_id,
      title: row.title,
      stage: rest.stage,
      level: row.level,
      place: row.place,
      startsAt: row.starts_at,
      openedAt: row.opened_at,
      closedAt: row.closed_at,
      version: row.version,
    },
    live: Number(row.live),
    now: rest.now,
    may: can,
    current:
      seen && row.current_item !== null
        ? {
            itemId: row.current_item,
            speaker: row.current_speaker,
            startedAt: row.item_started_at,
          }
        : null,
    present: presentOf(row, rest),
    items,
    people: inside
      ? rest.guests.map(({ invitation_id, name, title }) => ({
          invitationId: invitation_id,
          name,
          title,
        }))
      : [],
    missing: inside ? stillMissing(items) : [],
    unanswered: inside ? notAnswered(items) : [],
    closings: rest.closings,
    walls: inside ? rest.walls : [],
  }
}

function itemsOf(
  conference: Row<'conference'>,
  rest: Rest,
  rows: Row<'session_item'>[],
  sight: Seen['opinions'],
  before: EarlierItem[],
  inside: boolean,
): SittingItem[] {
  const told = inside || conference.closed_at !== null
  const earlier = Map.groupBy(before, (one) => one.matter_id)
  // Counted over all that are on, as on the agenda: what was taken off has no number of its own.
  const on = rest.items.filter(({ status }) => status === 'on')
  const runs = runsIn(
    on.map((row) => ({ ...row, id: row.session_item_id, groupTitle: row.group_title })),
    null,
  )
  return rows.map((row) => ({
    id: row.session_item_id,
    matterId: row.matter_id,
    position: row.position,
    number: runs.get(row.session_item_id)?.number ?? row.number,
    groupTitle: row.group_title,
    title: row.title,
    minutes: row.minutes,
    submitter:
      row.submitter_id === null
        ? null
        : { id: row.submitter_id, name: rest.submitters.get(row.submitter_id) ?? '' },
    asked: row.asked,
    level: row.level,
    personnel: row.personnel,
    kind: row.kind,
    status: row.status,
    opinions: (rest.opinions.get(row.session_item_id) ?? [])
      .filter(
        (one: Row<'item_opinion'>) =>
          sight.all.has(row.session_item_id) || sight.own.has(one.invitation_id ?? ''),
      )
      .map(opinionView),
    votes: (rest.votes.get(row.session_item_id) ?? []).map(voteView),
    decision: told ? (rest.decisions.get(row.session_item_id) ?? null) : null,
    positions: inside ? (rest.positions.get(row.session_item_id) ?? []) : null,
    earlier: (earlier.get(row.matter_id) ?? []).map(earlierView),
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
    .select(['answer', 'sent_at', 'person_id', 'organisation_id'])
    .where('province_id', '=', province_id)
    .where('conference_id', '=', conference_id)
    .where('withdrawn_at', 'is', null)
    .orderBy('invitation_id')
    .execute()
}

/** Who is there, by the one rule of quorum (`presenceOf`): a substitute is there and does not count. */
function presentOf(
  row: Row<'conference'>,
  { guests, seats }: Pick<Rest, 'guests' | 'seats'>,
): SittingView['present'] {
  const quorum = quorumOf(row)
  const counted = guests.map((one) => ({
    votes: one.votes,
    sentAt: one.sent_at,
    withdrawnAt: null,
    answer: one.answer,
    attendance: one.attendance,
    seats: seats.of.get(one.invitation_id) ?? [],
  }))
  const counts = presenceOf(counted, quorum, seats.bodies)
  const { presentInAll, everybody, present, members, reached, bodies, seatless } = counts
  return {
    present: presentInAll,
    invited: everybody,
    votersPresent: present,
    voters: members,
    quorum: quorum && { ...quorum, met: reached },
    bodies,
    seatless,
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
