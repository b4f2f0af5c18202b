// What was done at a conference: agenda items, opinions, decisions.
import { uuidv7 } from 'uuidv7'
import type { Reads, Tx } from '../../database/tables.ts'
import { type Actor, authorise } from '../../http/access.ts'
import { visible } from '../../http/visible.ts'
import { writeRecord } from '../../record/record.ts'
import { dropSearchEntry, putSearchEntry } from '../../search/store.ts'
import { type FoundAt, sourceColumns, sourcesOf } from '../documents/source.ts'
import type { AgendaItemView, DecisionView, OpinionView } from './contract.ts'

/** Agenda items of some documents, in reading order. */
export async function listAgendaItems(
  db: Reads,
  actor: Actor,
  documentIds: string[],
): Promise<AgendaItemView[]> {
  authorise(actor, 'register.read', actor.provinceId)
  if (documentIds.length === 0) return []
  const rows = await db
    .selectFrom('agenda_item')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('document_id', 'in', documentIds)
    .where(visible(actor, 'document_id'))
    .where('withdrawn_at', 'is', null)
    .orderBy('document_id')
    .orderBy('start_at')
    .execute()
  const sources = await sourcesOf(db, actor, rows)
  return rows.map((row) => ({
    id: row.agenda_item_id,
    title: row.title,
    submitter: row.submitter,
    body: row.body,
    nextBody: row.next_body,
    count: row.item_count,
    source: sources.of(row),
    version: row.version,
  }))
}

/** Opinions of some documents, in reading order. */
export async function listOpinions(
  db: Reads,
  actor: Actor,
  documentIds: string[],
): Promise<OpinionView[]> {
  authorise(actor, 'register.read', actor.provinceId)
  if (documentIds.length === 0) return []
  const rows = await db
    .selectFrom('opinion')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('document_id', 'in', documentIds)
    .where(visible(actor, 'document_id'))
    .where('withdrawn_at', 'is', null)
    .orderBy('document_id')
    .orderBy('start_at')
    .execute()
  const sources = await sourcesOf(db, actor, rows)
  return rows.map((row) => ({
    id: row.opinion_id,
    count: row.opinion_count,
    about: row.about,
    source: sources.of(row),
    version: row.version,
  }))
}

/** Decisions of some documents, in reading order. */
export async function listDecisions(
  db: Reads,
  actor: Actor,
  documentIds: string[],
): Promise<DecisionView[]> {
  authorise(actor, 'register.read', actor.provinceId)
  if (documentIds.length === 0) return []
  const rows = await db
    .selectFrom('decision')
    .selectAll()
    .where('province_id', '=', actor.provinceId)
    .where('document_id', 'in', documentIds)
    .where(visible(actor, 'document_id'))
    .where('withdrawn_at', 'is', null)
    .orderBy('document_id')
    .orderBy('start_at')
    .execute()
  const sources = await sourcesOf(db, actor, rows)
  return rows.map((row) => ({
    id: row.decision_id,
    outcome: row.outcome,
    items: row.items,
    by: row.decided_by,
    source: sources.of(row),
    version: row.version,
  }))
}

/** Enters an agenda item. */
export async function enterAgendaItem(
  tx: Tx,
  actor: Actor,
  at: FoundAt,
  given: {
    title: string
    submitter: string | null
    body: string | null
    nextBody: string | null
    count: number | null
  },
): Promise<string> {
  const id = uuidv7()
  authorise(actor, 'finding.decide', actor.provinceId)
  await tx
    .insertInto('agenda_item')
    .values({
      ...sourceColumns(actor, at),
      agenda_item_id: id,
      title: given.title,
      submitter: given.submitter,
      body: given.body,
      next_body: given.nextBody,
      item_count: given.count,
    })
    .execute()
  await entered(tx, actor, 'agendaItem', id, at, given.title, given)
  return id
}

/** Enters an opinion. */
export async function enterOpinion(
  tx: Tx,
  actor: Actor,
  at: FoundAt,
  given: { count: number | null; about: string | null },
): Promise<string> {
  const id = uuidv7()
  authorise(actor, 'finding.decide', actor.provinceId)
  await tx
    .insertInto('opinion')
    .values({
      ...sourceColumns(actor, at),
      opinion_id: id,
      opinion_count: given.count,
      about: given.about,
    })
    .execute()
  await entered(tx, actor, 'opinion', id, at, given.about ?? at.quote, given)
  return id
}

/** Enters a decision. */
export async function enterDecision(
  tx: Tx,
  actor: Actor,
  at: FoundAt,
  given: { outcome: string; items: string[]; by: string | null },
): Promise<string> {
  const id = uuidv7()
  authorise(actor, 'finding.decide', actor.provinceId)
  await tx
    .insertInto('decision')
    .values({
      ...sourceColumns(actor, at),
      decision_id: id,
      outcome: given.outcome,
      items: JSON.stringify(given.items),
      decided_by: given.by,
    })
    .execute()
  await entered(tx, actor, 'decision', id, at, given.items[0] ?? at.quote, given)
  return id
}

const tables = {
  agendaItem: ['agenda_item', 'agenda_item_id'],
  opinion: ['opinion', 'opinion_id'],
  decision: ['decision', 'decision_id'],
} as const

export type ProceedingKind = keyof typeof tables

/** Takes an agenda item, opinion or decision back. */
export async function withdrawProceeding(
  tx: Tx,
  actor: Actor,
  kind: ProceedingKind,
  id: string,
): Promise<void> {
  authorise(actor, 'finding.decide', actor.provinceId)
  const withdrawn_at = new Date().toISOString()
  const own = { province_id: actor.provinceId }
  const [table, key] = tables[kind]
  await tx
    .updateTable(table as 'decision')
    .set((build) => ({ withdrawn_at, version: build('version', '+', 1) }))
    .where('province_id', '=', own.province_id)
    .where(key as 'decision_id', '=', id)
    .execute()
  await dropSearchEntry(tx, actor.provinceId, kind, id)
  await writeRecord(tx, actor, { action: `${kind}.withdraw`, subjectKind: kind, subjectId: id })
}

async function entered(
  tx: Tx,
  actor: Actor,
  kind: ProceedingKind,
  id: string,
  at: FoundAt,
  title: string,
  given: object,
): Promise<void> {
  await putSearchEntry(tx, actor.provinceId, {
    kind,
    id,
    documentId: at.documentId,
    start: at.start,
    end: at.end,
    title: title.slice(0, 300),
    body: at.quote,
  })
  await writeRecord(tx, actor, {
    action: `${kind}.enter`,
    subjectKind: kind,
    subjectId: id,
    after: { ...given, at },
  })
}
