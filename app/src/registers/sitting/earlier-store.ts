// What was decided and ordered about a matter before: its items in conferences that are closed.
import { sql } from 'kysely'
import type { Reads, Row } from '../../database/tables.ts'
import type { Actor } from '../../http/access.ts'
import { knownItems, knowsConference } from '../../http/visible.ts'
import { holdersOf } from '../conferences/holders-store.ts'
import type { SittingItem } from './contract.ts'

type Earlier = SittingItem['earlier'][number]

export type EarlierItem = Awaited<ReturnType<typeof earlierItems>>[number]

/** Invitations that were sent and stand, with the items that each is for, by whom they are for. */
export async function invitationsOf(db: Reads, provinceId: number, conferences: string[]) {
  const rows = await db
    .selectFrom('invitation')
    .select([
      'invitation_id',
      'conference_id',
      'account_id',
      'substitute_account_id',
      'organisation_id',
      'capacity',
    ])
    .select(
      sql<string[] | null>`(select json_agg(session_item_id) from invitation_item
        where invitation_item.province_id = invitation.province_id
          and invitation_item.invitation_id = invitation.invitation_id
          and invitation.capacity = 'forItems')`.as('items'),
    )
    .where('province_id', '=', provinceId)
    .where('conference_id', 'in', conferences)
    .where('withdrawn_at', 'is', null)
    .where('sent_at', 'is not', null)
    .execute()
  return rows.map((row) => ({ ...row, items: new Set(row.items ?? []) }))
}

/**
 * Items of the same matters in conferences that are closed, the newest first, whoever may know of them: each
 * with what `earlierFor` asks.
 */
export async function earlierItems(
  db: Reads,
  provinceId: number,
  conferenceId: string,
  items: readonly Row<'session_item'>[],
) {
  const matters = [...new Set(items.map((item) => item.matter_id))]
  if (matters.length === 0) return []
  const rows = await db
    .selectFrom('session_item')
    .innerJoin('conference', (join) =>
      join
        .onRef('conference.province_id', '=', 'session_item.province_id')
        .onRef('conference.conference_id', '=', 'session_item.conference_id'),
    )
    .leftJoin('item_decision', (join) =>
      join
        .onRef('item_decision.province_id', '=', 'session_item.province_id')
        .onRef('item_decision.session_item_id', '=', 'session_item.session_item_id'),
    )
    .select([
      'session_item.session_item_id',
      'session_item.matter_id',
      'session_item.submitter_id',
      'session_item.level',
      'conference.conference_id',
      'conference.organisation_id',
      'conference.level as conferenceLevel',
      'conference.title',
      'conference.held_on',
      'item_decision.outcome',
      'item_decision.body',
    ])
    .where('session_item.province_id', '=', provinceId)
    .where('session_item.matter_id', 'in', matters)
    .where('session_item.conference_id', '<>', conferenceId)
    .where('conference.closed_at', 'is not', null)
    .where('conference.withdrawn_at', 'is', null)
    .orderBy('conference.closed_at', 'desc')
    .execute()
  if (rows.length === 0) return []
  const tasks = await tasksOf(
    db,
    provinceId,
    rows.map((row) => row.session_item_id),
  )
  const conferences = [...new Set(rows.map((row) => row.conference_id))]
  const invitations = Map.groupBy(
    await invitationsOf(db, provinceId, conferences),
    (one) => one.conference_id,
  )
  const holders = await holdersOf(db, provinceId, rows)
  return rows.map((row) => ({
    ...row,
    holders: holders.get(row.conference_id) ?? [],
    tasks: tasks.get(row.session_item_id) ?? [],
    invitations: invitations.get(row.conference_id) ?? [],
  }))
}

/** Those that the actor may know of, as a conference and as an item. */
export const earlierFor = (actor: Actor, items: readonly EarlierItem[]): EarlierItem[] =>
  items.filter((item) => {
    const conference = { holders: item.holders, level: item.conferenceLevel }
    return (
      knowsConference(actor, conference, item.invitations) &&
      knownItems(actor, conference, [item], item.invitations).length > 0
    )
  })

export const earlierView = (row: EarlierItem): Earlier => ({
  conferenceId: row.conference_id,
  conference: row.title,
  heldOn: row.held_on,
  itemId: row.session_item_id,
  outcome: row.outcome,
  body: row.body ?? '',
  tasks: row.tasks,
})

async function tasksOf(
  db: Reads,
  provinceId: number,
  items: string[],
): Promise<Map<string, Earlier['tasks']>> {
  const rows = await db
    .selectFrom('assignment')
    .select(['assignment_id', 'session_item_id', 'action', 'lead_text', 'deadline', 'done_on'])
    .where('province_id', '=', provinceId)
    .where('session_item_id', 'in', items)
    .where('withdrawn_at', 'is', null)
    .orderBy('start_at')
    .execute()
  const found = new Map<string, Earlier['tasks']>()
  for (const row of rows) {
    const item = row.session_item_id ?? ''
    const one = {
      id: row.assignment_id,
      action: row.action,
      lead: row.lead_text,
      deadline: row.deadline,
      doneOn: row.done_on,
    }
    found.set(item, [...(found.get(item) ?? []), one])
  }
  return found
}
