// What notifications are about, as their reader may see it now: the title, and whether it may travel in a mail.
import { sql } from 'kysely'
import type { Reads } from '../../database/tables.ts'
import type { Actor, Level } from '../../http/access.ts'
import {
  visibleConference,
  visibleItem,
  visibleProgramme,
  visibleRound,
  visibleTask,
} from '../../http/visible.ts'
import { type About, type AboutKind, titleTravels } from './notification.ts'
import { en, vi } from './texts.ts'

export interface Seen {
  title: string
  /** Whether the title may stand in a mail (`titleTravels`). */
  travels: boolean
  /** When it begins or is due, where that says more than the title; instant, ISO UTC. */
  at: string | null
  place: string | null
  /** Nothing is to be done about it any more, or not now: of a task that is done, reported, paused or revoked. */
  settled?: boolean
}

export const keyOf = ({ kind, id }: About): string => `${kind} ${id}`

/** By `keyOf`, those that the actor may see; what is closed, gone, or in quarantine is not among them. */
export async function lookUp(
  db: Reads,
  actor: Actor,
  abouts: readonly About[],
): Promise<Map<string, Seen>> {
  const found = new Map<string, Seen>()
  for (const [kind, some] of Map.groupBy(abouts, (one) => one.kind)) {
    const ids = [...new Set(some.map((one) => one.id))]
    const look = lookUps[kind]
    for (const [id, seen] of await look(db, actor, ids)) found.set(keyOf({ kind, id }), seen)
  }
  return found
}

type LookUp = (db: Reads, actor: Actor, ids: readonly string[]) => Promise<[string, Seen][]>

const lookUps: Record<AboutKind, LookUp> = {
  conference: conferences,
  dossier: dossiers,
  opinionRound: rounds,
  programmeEntry: entries,
  assignment: tasks,
  ownTasks,
}

const plain = { at: null, place: null }

async function conferences(db: Reads, actor: Actor, ids: readonly string[]) {
  const rows = await db
    .selectFrom('conference')
    .select(['conference_id', 'title', 'level', 'starts_at', 'place'])
    .where('province_id', '=', actor.provinceId)
    .where('conference_id', 'in', [...ids])
    .where(visibleConference(actor))
    .execute()
  return rows.map((row): [string, Seen] => [
    row.conference_id,
    {
      title: row.title,
      travels: titleTravels([row.level], false),
      at: row.starts_at,
      place: row.place,
    },
  ])
}

async function dossiers(db: Reads, actor: Actor, ids: readonly string[]) {
  const rows = await db
    .selectFrom('session_item')
    .innerJoin('conference as held', (join) =>
      join
        .onRef('held.province_id', '=', 'session_item.province_id')
        .onRef('held.conference_id', '=', 'session_item.conference_id'),
    )
    .select(['session_item.session_item_id', 'session_item.title', 'session_item.level'])
    .select(['session_item.personnel', 'held.level as within'])
    .where('session_item.province_id', '=', actor.provinceId)
    .where('session_item.session_item_id', 'in', [...ids])
    .where(visibleItem(actor))
    .execute()
  return rows.map((row): [string, Seen] => [
    row.session_item_id,
    { ...plain, title: row.title, travels: titleTravels([row.level, row.within], row.personnel) },
  ])
}

async function rounds(db: Reads, actor: Actor, ids: readonly string[]) {
  const rows = await db
    .selectFrom('opinion_round')
    .select(['round_id', 'title', 'level', 'due_at'])
    .select(
      sql<boolean>`exists (select 1 from session_item
        where session_item.province_id = opinion_round.province_id
          and session_item.matter_id = opinion_round.matter_id and session_item.personnel)`.as(
        'personnel',
      ),
    )
    .where('province_id', '=', actor.provinceId)
    .where('round_id', 'in', [...ids])
    .where(visibleRound(actor))
    .execute()
  return rows.map((row): [string, Seen] => [
    row.round_id,
    {
      title: row.title,
      travels: titleTravels([row.level], row.personnel),
      at: row.due_at,
      place: null,
    },
  ])
}

/** A line of the programme has no level of its own, so its title stays here. */
async function entries(db: Reads, actor: Actor, ids: readonly string[]) {
  const rows = await db
    .selectFrom('programme_entry')
    .select(['entry_id', 'title'])
    .where('province_id', '=', actor.provinceId)
    .where('entry_id', 'in', [...ids])
    .where(visibleProgramme(actor))
    .execute()
  return rows.map((row): [string, Seen] => [
    row.entry_id,
    { ...plain, title: row.title, travels: titleTravels([null], false) },
  ])
}

/** A task has the level of the document that tells of it, or of the item that it was given with. */
async function tasks(db: Reads, actor: Actor, ids: readonly string[]) {
  const rows = await db
    .selectFrom('assignment')
    .leftJoin('document as told', (join) =>
      join
        .onRef('told.province_id', '=', 'assignment.province_id')
        .onRef('told.document_id', '=', 'assignment.document_id'),
    )
    .leftJoin('session_item as item', (join) =>
      join
        .onRef('item.province_id', '=', 'assignment.province_id')
        .onRef('item.session_item_id', '=', 'assignment.session_item_id'),
    )
    .leftJoin('conference as held', (join) =>
      join
        .onRef('held.province_id', '=', 'item.province_id')
        .onRef('held.conference_id', '=', 'item.conference_id'),
    )
    .select(['assignment.assignment_id', 'assignment.action', 'told.level'])
    .select(['item.session_item_id', 'item.level as item_level', 'item.personnel'])
    .select('held.level as held_level')
    .select(
      sql<boolean>`num_nonnulls(assignment.done_on, assignment.reported_on, assignment.paused_on,
        assignment.revoked_on) > 0`.as('settled'),
    )
    .where('assignment.province_id', '=', actor.provinceId)
    .where('assignment.assignment_id', 'in', [...ids])
    .where('assignment.withdrawn_at', 'is', null)
    .where(visibleTask(actor))
    .execute()
  return rows.map((row): [string, Seen] => {
    const levels: (Level | null)[] =
      row.session_item_id === null ? [row.level] : [row.item_level, row.held_level]
    const travels = titleTravels(levels, row.personnel === true)
    return [row.assignment_id, { ...plain, title: row.action, travels, settled: row.settled }]
  })
}

/** One's own tasks, by the id of one's account: the list, which has no record to be closed. */
async function ownTasks(_db: Reads, actor: Actor, ids: readonly string[]) {
  const t = actor.locale === 'en' ? en : vi
  const seen: Seen = { ...plain, title: t.ownTasks, travels: true }
  return ids.filter((id) => id === actor.accountId).map((id): [string, Seen] => [id, seen])
}
