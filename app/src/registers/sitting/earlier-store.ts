// What was decided and ordered about a matter before: its items in conferences that are closed.
import type { Reads, Row } from '../../database/tables.ts'
import type { Actor } from '../../http/access.ts'
import { visibleConference, visibleItem } from '../../http/visible.ts'
import type { SittingItem } from './contract.ts'

type Earlier = SittingItem['earlier'][number]

/** By matter, the newest conference first, as far as the actor may know of it. */
export async function earlierOf(
  db: Reads,
  actor: Actor,
  conferenceId: string,
  items: readonly Row<'session_item'>[],
): Promise<Map<string, Earlier[]>> {
  const matters = [...new Set(items.map((item) => item.matter_id))]
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
      'conference.conference_id',
      'conference.title',
      'conference.held_on',
      'item_decision.outcome',
      'item_decision.body',
    ])
    .where('session_item.province_id', '=', actor.provinceId)
    .where('session_item.matter_id', 'in', matters)
    .where('session_item.conference_id', '<>', conferenceId)
    .where('conference.closed_at', 'is not', null)
    .where('conference.withdrawn_at', 'is', null)
    .where(visibleConference(actor))
    .where(visibleItem(actor))
    .orderBy('conference.closed_at', 'desc')
    .execute()
  if (rows.length === 0) return new Map()
  const tasks = await tasksOf(
    db,
    actor.provinceId,
    rows.map((row) => row.session_item_id),
  )
  const shown = rows.map((row): Earlier & { matterId: string } => ({
    matterId: row.matter_id,
    conferenceId: row.conference_id,
    conference: row.title,
    heldOn: row.held_on,
    itemId: row.session_item_id,
    outcome: row.outcome,
    body: row.body ?? '',
    tasks: tasks.get(row.session_item_id) ?? [],
  }))
  const found = new Map<string, Earlier[]>()
  for (const { matterId, ...one } of shown) {
    found.set(matterId, [...(found.get(matterId) ?? []), one])
  }
  return found
}

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
