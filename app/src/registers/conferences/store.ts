// Conferences: the head of each, and what its documents say about it.
import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import type { PeriodJson, Reads, Row, Tx } from '../../database/tables.ts'
import { type Actor, accountOf, authorise } from '../../http/access.ts'
import { visibleConference, visibleDocument, visibleItem } from '../../http/visible.ts'
import { Problem } from '../../problem.ts'
import { writeRecord } from '../../record/record.ts'
import { dropSearchEntry, putSearchEntry } from '../../search/store.ts'
import { eventDays, tellMoved } from '../assignments/event-move-store.ts'
import { assignmentsOf } from '../assignments/store.ts'
import { type FoundAt, sourcesOf } from '../documents/source.ts'
import { linkConference } from '../documents/store.ts'
import { indicatorsById, listObservations } from '../indicators/store.ts'
import { listCitations } from '../instruments/store.ts'
import { listShortcomings } from '../shortcomings/store.ts'
import { conferenceTitle } from './conference.ts'
import type { ConferenceChange, ConferencePage, ConferenceView } from './contract.ts'
import { stagesOf } from './plan-store.ts'
import { listAgendaItems, listDecisions, listOpinions } from './proceedings.ts'

/** Conferences, newest first; those without a day last. */
export async function listConferences(db: Reads, actor: Actor): Promise<ConferenceView[]> {
  authorise(actor, 'register.read', actor.provinceId)
  const rows = await db
    .selectFrom('conference')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where(visibleConference(actor))
    .where('withdrawn_at', 'is', null)
    .orderBy('held_on', (order) => order.desc().nullsLast())
    .orderBy('conference_id', 'desc')
    .execute()
  return shown(db, actor, rows)
}

/** One conference with everything its documents say. */
export async function getConference(db: Reads, actor: Actor, id: string): Promise<ConferencePage> {
  const conference = await oneConference(db, actor, id)
  const documents = await db
    .selectFrom('document')
    .select(['document_id', 'title', 'file_name'])
    .where('province_id', '=', actor.provinceId)
    .where('conference_id', '=', id)
    .where(visibleDocument(actor))
    .orderBy('added_at')
    .execute()
  const only = { documentIds: documents.map((document) => document.document_id) }
  const indicators = await indicatorsById(db, actor)
  const observations = await listObservations(db, actor, only)
  return {
    conference,
    agendaItems: await listAgendaItems(db, actor, only.documentIds),
    opinions: await listOpinions(db, actor, only.documentIds),
    decisions: await listDecisions(db, actor, only.documentIds),
    assignments: await assignmentsOf(db, actor, { ...only, conferenceId: id }),
    shortcomings: await listShortcomings(db, actor, only),
    figures: observations
      .toSorted((a, b) => a.source.start - b.source.start)
      .flatMap((observation) => {
        const indicator = indicators.get(observation.indicatorId)
        return indicator ? [{ indicator, observation }] : []
      }),
    citations: await listCitations(db, actor, only),
    documents: documents.map((document) => ({
      id: document.document_id,
      title: document.title,
      fileName: document.file_name,
    })),
  }
}

export interface ConfirmedConference {
  title: string | null
  body: string | null
  type: string
  number: number | null
  term: string | null
  heldOn: string | null
  heldText: string | null
  place: string | null
  chair: { name: string; titles: string[] }[]
  concludedBy: string | null
  itemCount: number | null
  reviews: PeriodJson | null
  plans: PeriodJson | null
}

/**
 * Enters the conference a document reports and links the document to it. A document that is linked
 * already keeps its conference: two reports of one conference make one.
 */
export async function enterConference(
  tx: Tx,
  actor: Actor,
  at: FoundAt,
  given: ConfirmedConference,
): Promise<string> {
  authorise(actor, 'finding.decide', actor.provinceId)
  const document = await tx
    .selectFrom('document')
    .select('conference_id')
    .where('province_id', '=', actor.provinceId)
    .where('document_id', '=', at.documentId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow()
  if (document.conference_id !== null) return document.conference_id
  const row = await tx
    .insertInto('conference')
    .values({
      province_id: actor.provinceId,
      conference_id: uuidv7(),
      title: given.title?.trim() || conferenceTitle(given),
      body: given.body,
      type: given.type,
      number: given.number,
      term: given.term,
      held_on: given.heldOn,
      held_text: given.heldText,
      place: given.place,
      chair: JSON.stringify(given.chair),
      concluded_by: given.concludedBy,
      item_count: given.itemCount,
      reviews: given.reviews && JSON.stringify(given.reviews),
      plans: given.plans && JSON.stringify(given.plans),
      document_id: at.documentId,
      text_version: at.textVersion,
      start_at: at.start,
      end_at: at.end,
      as_written: at.quote,
      finding_id: at.findingId,
      confirmed_by: accountOf(actor),
      withdrawn_at: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await linkConference(tx, actor, at.documentId, row.conference_id)
  await putSearchEntry(tx, actor.provinceId, searchable(row))
  await writeRecord(tx, actor, {
    action: 'conference.enter',
    subjectKind: 'conference',
    subjectId: row.conference_id,
    after: { ...given, at },
  })
  return row.conference_id
}

/** Takes a conference back; its documents stay, without one. Only its own finding takes it back. */
export async function withdrawConference(
  tx: Tx,
  actor: Actor,
  id: string,
  findingId: string,
): Promise<void> {
  authorise(actor, 'finding.decide', actor.provinceId)
  const row = await tx
    .updateTable('conference')
    .set((build) => ({
      withdrawn_at: new Date().toISOString(),
      version: build('version', '+', 1),
    }))
    .where('province_id', '=', actor.provinceId)
    .where('conference_id', '=', id)
    .where('finding_id', '=', findingId)
    .returning('conference_id')
    .executeTakeFirst()
  if (!row) return
  const documents = await tx
    .selectFrom('document')
    .select('document_id')
    .where('province_id', '=', actor.provinceId)
    .where('conference_id', '=', id)
    .execute()
  for (const document of documents) await linkConference(tx, actor, document.document_id, null)
  await dropSearchEntry(tx, actor.provinceId, 'conference', id)
  await writeRecord(tx, actor, {
    action: 'conference.withdraw',
    subjectKind: 'conference',
    subjectId: id,
  })
}

/** Corrects title, day, place or body. */
export async function changeConference(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
  given: ConferenceChange,
): Promise<ConferenceView> {
  authorise(actor, 'register.edit', actor.provinceId)
  const before = await tx
    .selectFrom('conference')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('conference_id', '=', id)
    .where(visibleConference(actor))
    .where('withdrawn_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!before) throw new Problem('notFound')
  if (before.version !== version) {
    throw new Problem('versionOld', { current: await oneConference(tx, actor, id) })
  }
  const days = await eventDays(tx, actor.provinceId, { conference: id })
  const after = await tx
    .updateTable('conference')
    .set({
      title: given.title ?? before.title,
      held_on: given.heldOn === undefined ? before.held_on : given.heldOn,
      place: given.place === undefined ? before.place : given.place,
      body: given.body === undefined ? before.body : given.body,
      version: before.version + 1,
    })
    .where('province_id', '=', actor.provinceId)
    .where('conference_id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await putSearchEntry(tx, actor.provinceId, searchable(after))
  const facts = (row: Row<'conference'>) => ({
    title: row.title,
    heldOn: row.held_on,
    place: row.place,
    body: row.body,
  })
  await writeRecord(tx, actor, {
    action: 'conference.change',
    subjectKind: 'conference',
    subjectId: id,
    before: facts(before),
    after: facts(after),
  })
  await tellMoved(tx, actor, { conference: id }, days)
  return oneConference(tx, actor, id)
}

async function oneConference(db: Reads, actor: Actor, id: string): Promise<ConferenceView> {
  authorise(actor, 'register.read', actor.provinceId)
  const rows = await db
    .selectFrom('conference')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('conference_id', '=', id)
    .where(visibleConference(actor))
    .where('withdrawn_at', 'is', null)
    .execute()
  const [one] = await shown(db, actor, rows)
  if (!one) throw new Problem('notFound')
  return one
}

async function shown(
  db: Reads,
  actor: Actor,
  rows: Row<'conference'>[],
): Promise<ConferenceView[]> {
  const sources = await sourcesOf(db, actor, rows)
  const counts = await countEntries(db, actor)
  const stages = await stagesOf(db, actor.provinceId, rows)
  return rows.map((row) => ({
    id: row.conference_id,
    title: row.title,
    body: row.body,
    type: row.type,
    number: row.number,
    term: row.term,
    heldOn: row.held_on,
    heldText: row.held_text,
    place: row.place,
    chair: row.chair,
    concludedBy: row.concluded_by,
    itemCount: row.item_count,
    reviews: row.reviews,
    plans: row.plans,
    stage: stages.get(row.conference_id) ?? null,
    source: row.document_id === null ? null : sources.of(row),
    counts: counts(row.conference_id),
    version: row.version,
  }))
}

const countedTables = {
  assignments: 'assignment',
  shortcomings: 'shortcoming',
  observations: 'observation',
  decisions: 'decision',
} as const

/** Entries of each kind by the conference of their document; tasks also by that of their decision. */
async function countEntries(db: Reads, actor: Actor) {
  const found = new Map<string, ConferenceView['counts']>()
  const none = { assignments: 0, shortcomings: 0, observations: 0, decisions: 0 }
  for (const [name, table] of Object.entries(countedTables)) {
    const { rows } = await sql<{ conference_id: string; count: number }>`
      select document.conference_id, count(*)::integer as count
      from ${sql.table(table)} as entry
      join document on document.province_id = entry.province_id
        and document.document_id = entry.document_id
      where entry.province_id = ${actor.provinceId} and entry.withdrawn_at is null
        and ${visibleDocument(actor)} and document.conference_id is not null
      group by document.conference_id`.execute(db)
    for (const row of rows) {
      const counts = found.get(row.conference_id) ?? { ...none }
      counts[name as keyof typeof countedTables] = row.count
      found.set(row.conference_id, counts)
    }
  }
  const { rows: given } = await sql<{ conference_id: string; count: number }>`
    select session_item.conference_id, count(*)::integer as count
    from assignment join session_item on session_item.province_id = assignment.province_id
      and session_item.session_item_id = assignment.session_item_id
    where assignment.province_id = ${actor.provinceId} and assignment.withdrawn_at is null
      and ${visibleItem(actor)}
    group by session_item.conference_id`.execute(db)
  for (const row of given) {
    const counts = found.get(row.conference_id) ?? { ...none }
    found.set(row.conference_id, { ...counts, assignments: counts.assignments + row.count })
  }
  return (id: string) => found.get(id) ?? none
}

const searchable = (row: Row<'conference'>) => ({
  kind: 'conference',
  id: row.conference_id,
  documentId: row.document_id,
  start: row.start_at,
  end: row.end_at,
  title: row.title,
  body: [row.as_written, row.place, ...row.chair.map((one) => one.name)].filter(Boolean).join('; '),
})
