// Where a task comes from: the sentence of a document, or the decision of a conference held here.
import { sql } from 'kysely'
import type { Reads, Row } from '../../database/tables.ts'
import type { Actor } from '../../http/access.ts'
import { visibleConference, visibleDocument, visibleItem } from '../../http/visible.ts'
import { accountNames, sourcesOf } from '../documents/source.ts'
import type { AssignmentView } from './contract.ts'

/** The origin of each row of a list. */
export type Origins = (row: Row<'assignment'>) => Pick<
  AssignmentView,
  'conference' | 'source' | 'decision'
> & {
  /** Day of the conference, else of the document, that gave it; null where neither is known. */
  givenOn: string | null
}

/** Looks up the origins of tasks that the actor may know of, in a fixed number of queries. */
export async function originsOf(
  db: Reads,
  actor: Actor,
  rows: readonly Row<'assignment'>[],
): Promise<Origins> {
  const told = rows.filter((row) => row.session_item_id === null)
  const given = rows.filter((row) => row.session_item_id !== null)
  const sources = await sourcesOf(db, actor, told)
  const open = await openDocuments(db, actor, told)
  const items = await itemsOf(db, actor, given)
  const names = await accountNames(
    db,
    actor.provinceId,
    given.map((row) => row.confirmed_by),
  )
  return (row) => {
    const item = items.get(row.session_item_id ?? '')
    if (!item) {
      const readable = open.has(row.document_id ?? '')
      return {
        conference: readable ? sources.conferenceOf(row) : null,
        source: readable ? sources.of(row) : null,
        decision: null,
        givenOn: sources.dateOf(row),
      }
    }
    return {
      conference: item.known
        ? { id: item.conference_id, title: item.conference, date: item.held_on }
        : null,
      source: null,
      givenOn: item.held_on,
      decision: {
        place: item.open
          ? {
              conferenceId: item.conference_id,
              itemId: item.session_item_id,
              itemTitle: item.title,
              start: row.start_at ?? 0,
              end: row.end_at ?? 0,
            }
          : null,
        quote: row.as_written,
        confirmedBy: names.get(row.confirmed_by) ?? '',
        confirmedAt: row.confirmed_at,
      },
    }
  }
}

/** Those of the rows' documents that the actor may read: a body may lead a task whose report is closed to it. */
async function openDocuments(
  db: Reads,
  actor: Actor,
  rows: readonly Row<'assignment'>[],
): Promise<ReadonlySet<string>> {
  const ids = [...new Set(rows.flatMap((row) => row.document_id ?? []))]
  if (ids.length === 0) return new Set()
  const found = await db
    .selectFrom('document')
    .select('document_id')
    .where('province_id', '=', actor.provinceId)
    .where('document_id', 'in', ids)
    .where(visibleDocument(actor))
    .execute()
  return new Set(found.map((row) => row.document_id))
}

async function itemsOf(db: Reads, actor: Actor, rows: readonly Row<'assignment'>[]) {
  const ids = [...new Set(rows.flatMap((row) => row.session_item_id ?? []))]
  if (ids.length === 0) return new Map()
  const items = await db
    .selectFrom('session_item')
    .innerJoin('conference', (join) =>
      join
        .onRef('conference.province_id', '=', 'session_item.province_id')
        .onRef('conference.conference_id', '=', 'session_item.conference_id'),
    )
    .select([
      'session_item.session_item_id',
      'session_item.title',
      'conference.conference_id',
      'conference.title as conference',
      sql<string | null>`coalesce(conference.held_on,
        (conference.starts_at at time zone 'Asia/Ho_Chi_Minh')::date)`.as('held_on'),
      visibleConference(actor).as('known'),
      visibleItem(actor).as('open'),
    ])
    .where('session_item.province_id', '=', actor.provinceId)
    .where('session_item.session_item_id', 'in', ids)
    .execute()
  return new Map(items.map((item) => [item.session_item_id, item]))
}
