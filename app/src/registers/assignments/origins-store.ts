// Where a task comes from: the sentence of a document, or the decision of a conference held here.
import type { Reads, Row } from '../../database/tables.ts'
import type { Actor } from '../../http/access.ts'
import { visibleConference, visibleItem } from '../../http/visible.ts'
import { accountNames, sourcesOf } from '../documents/source.ts'
import type { AssignmentView } from './contract.ts'

/** The origin of each row of a list. */
export type Origins = (
  row: Row<'assignment'>,
) => Pick<AssignmentView, 'conference' | 'source' | 'decision'>

/** Looks up the origins of tasks that the actor may know of, in a fixed number of queries. */
export async function originsOf(
  db: Reads,
  actor: Actor,
  rows: readonly Row<'assignment'>[],
): Promise<Origins> {
  const told = rows.filter((row) => row.session_item_id === null)
  const given = rows.filter((row) => row.session_item_id !== null)
  const sources = await sourcesOf(db, actor, told)
  const items = await itemsOf(db, actor, given)
  const names = await accountNames(
    db,
    actor.provinceId,
    given.map((row) => row.confirmed_by),
  )
  return (row) => {
    const item = items.get(row.session_item_id ?? '')
    if (!item) {
      return { conference: sources.conferenceOf(row), source: sources.of(row), decision: null }
    }
    return {
      conference: item.known
        ? { id: item.conference_id, title: item.conference, date: item.held_on }
        : null,
      source: null,
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
      'conference.held_on',
      visibleConference(actor).as('known'),
      visibleItem(actor).as('open'),
    ])
    .where('session_item.province_id', '=', actor.provinceId)
    .where('session_item.session_item_id', 'in', ids)
    .execute()
  return new Map(items.map((item) => [item.session_item_id, item]))
}
