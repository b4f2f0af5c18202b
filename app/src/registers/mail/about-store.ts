// What notifications are about, as their reader may see it now: the title, and whether it may travel in a mail.
import { sql } from 'kysely'
import type { Reads } from '../../database/tables.ts'
import { type Actor, type Level, may } from '../../http/access.ts'
import {
  visibleConference,
  visibleInstrument,
  visibleItem,
  visibleProgramme,
  visibleRound,
  visibleSlot,
  visibleTask,
} from '../../http/visible.ts'
import { clockOf, deadlineSql, dueSql } from '../assignments/clock-store.ts'
import { periodLabel, periodOf } from '../indicators/period.ts'
import { awaitedDays } from '../instruments/duty.ts'
import { kindNames } from '../instruments/kinds.ts'
import { contextOf, lineOf } from '../reporting/slots-store.ts'
import { type About, type AboutKind, titleTravels } from './notification.ts'
import { en, vi } from './texts.ts'

export interface Seen {
  title: string
  /** Whether the title may stand in a mail (`titleTravels`). */
  travels: boolean
  /** When it begins or is due, where that says more than the title; instant, ISO UTC. */
  at: string | null
  place: string | null
  /** The days that it is still awaited on, `YYYY-MM-DD`; none of a task that is done, reported, paused or revoked. */
  awaited?: readonly string[]
  /** Its page, where that is not found by its kind and id. */
  path?: string
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
  instrumentDuty: duties,
  reportSlot: reports,
  explanation: explanations,
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

/**
 * A task has the level of the document that tells of it and of the item that it was given with; and those of all that
 * the document belongs to: the items before which it lay, those of its dossier with what was asked about it by letter,
 * those that it tells of as a signed notice, and their conferences.
 */
async function tasks(db: Reads, actor: Actor, ids: readonly string[]) {
  const clock = await clockOf(db, actor.provinceId)
  const rows = await db
    .selectFrom('assignment')
    .leftJoin('document as told', (join) =>
      join
        .onRef('told.province_id', '=', 'assignment.province_id')
        .onRef('told.document_id', '=', 'assignment.document_id'),
    )
    .select(['assignment.assignment_id', 'assignment.action', 'told.level'])
    .select([
      sql<Level[]>`array(select item.level from session_item item where ${reached}
        union select held.level from conference held where held.province_id = assignment.province_id
          and (held.conference_id in (select item.conference_id from session_item item where ${reached})
            or held.conference_id in (select signed.conference_id from notice signed where ${signedAs}))
        union select round.level from opinion_round round
          where round.province_id = told.province_id and round.matter_id = told.matter_id)`.as(
        'levels',
      ),
      sql<boolean>`exists (select 1 from session_item item where ${reached} and item.personnel)`.as(
        'personnel',
      ),
      sql<string | null>`(${dueSql(deadlineSql, clock)})::text`.as('due'),
    ])
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
    // One of an item of its own is told by no document.
    const own = row.level === null && row.levels.length > 0 ? [] : [row.level]
    const { action: title, settled, due } = row
    const awaited = settled || due === null ? [] : [due]
    const travels = titleTravels([...own, ...row.levels], row.personnel)
    return [row.assignment_id, { ...plain, title, travels, awaited }]
  })
}

/** Whether the document `told` of a task came back as the signed paper of a `notice` called `signed`. */
const signedAs = sql`signed.province_id = told.province_id
  and signed.signed_document_id = told.document_id`

/** Whether a `session_item` called `item` is one that a task comes from, itself or by the document `told`. */
const reached = sql`item.province_id = assignment.province_id
  and (item.session_item_id = assignment.session_item_id
    or item.matter_id = told.matter_id
    or exists (select 1 from item_paper paper where paper.province_id = told.province_id
      and paper.document_id = told.document_id and paper.session_item_id = item.session_item_id)
    or exists (select 1 from notice signed where ${signedAs}
      and (signed.session_item_id = item.session_item_id
        or signed.content->'items' @> to_jsonb(item.session_item_id::text))))`

/** What a body must study and implement has the level of its instrument. */
async function duties(db: Reads, actor: Actor, ids: readonly string[]) {
  const rows = await db
    .selectFrom('instrument_duty')
    .innerJoin('instrument', (join) =>
      join
        .onRef('instrument.province_id', '=', 'instrument_duty.province_id')
        .onRef('instrument.instrument_id', '=', 'instrument_duty.instrument_id'),
    )
    .select(['instrument_duty.duty_id', 'instrument_duty.study_by', 'instrument_duty.implement_by'])
    .select(['instrument_duty.studied_on', 'instrument_duty.done_on', 'instrument.instrument_id'])
    .select(['instrument.kind', 'instrument.symbol', 'instrument.title', 'instrument.level'])
    .where('instrument_duty.province_id', '=', actor.provinceId)
    .where('instrument_duty.duty_id', 'in', [...ids])
    .where('instrument_duty.withdrawn_at', 'is', null)
    .where('instrument.withdrawn_at', 'is', null)
    .where(visibleInstrument(actor))
    .execute()
  return rows.map((row): [string, Seen] => [
    row.duty_id,
    {
      ...plain,
      title: `${[kindNames[row.kind], row.symbol].filter(Boolean).join(' ')}: ${row.title}`,
      travels: titleTravels([row.level], false),
      awaited: awaitedDays(row).map(({ on }) => on),
      path: `/instruments/${row.instrument_id}`,
    },
  ])
}

/** A report in figures is its regime's, of a unit and a period; it has no level, so its title stays here. */
async function reports(db: Reads, actor: Actor, ids: readonly string[]) {
  const rows = await db
    .selectFrom('report_slot')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('slot_id', 'in', [...ids])
    .where(visibleSlot(actor))
    .execute()
  const context = await contextOf(db, actor, rows)
  return rows.flatMap((row): [string, Seen][] => {
    const line = lineOf(row, context)
    if (!line) return []
    const title = `${line.regime.name}, ${periodLabel(periodOf(line.period), actor.locale)}: ${line.body.name}`
    const open = line.state === 'draft' || line.state === 'returned'
    return [[row.slot_id, { ...plain, title, travels: false, awaited: open ? [line.due] : [] }]]
  })
}

/** A request for explanation is of an indicator, which has no level: its title stays here. */
async function explanations(db: Reads, actor: Actor, ids: readonly string[]) {
  if (!may(actor, 'register.read', actor.provinceId)) return []
  const rows = await db
    .selectFrom('explanation_request')
    .innerJoin('indicator', (join) =>
      join
        .onRef('indicator.province_id', '=', 'explanation_request.province_id')
        .onRef('indicator.indicator_id', '=', 'explanation_request.indicator_id'),
    )
    .select(['request_id', 'due_on', 'answered_at', 'indicator.indicator_id'])
    .select(['indicator.name_vi', 'indicator.name_en'])
    .where('explanation_request.province_id', '=', actor.provinceId)
    .where('request_id', 'in', [...ids])
    .where('indicator.quarantined', '=', false)
    .execute()
  return rows.map((row): [string, Seen] => [
    row.request_id,
    {
      ...plain,
      title: actor.locale === 'en' ? row.name_en : row.name_vi,
      travels: false,
      awaited: row.answered_at === null ? [row.due_on] : [],
      path: `/indicators/${row.indicator_id}`,
    },
  ])
}

/** One's own tasks, by the id of one's account: the list, which has no record to be closed. */
async function ownTasks(_db: Reads, actor: Actor, ids: readonly string[]) {
  const t = actor.locale === 'en' ? en : vi
  const seen: Seen = { ...plain, title: t.ownTasks, travels: true }
  return ids.filter((id) => id === actor.accountId).map((id): [string, Seen] => [id, seen])
}
