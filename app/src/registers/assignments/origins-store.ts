// Where a task comes from: the sentence of a document, or the decision of a conference held here.
import { sql } from 'kysely'
import type { Row } from '../../database/tables.ts'
import type { Actor } from '../../http/access.ts'
import { visibleConference, visibleItem } from '../../http/visible.ts'
import { namesAsked, sourcesAsked, sourcesFrom } from '../documents/source.ts'
import type { AssignmentView } from './contract.ts'

/** The origin of each row of a list. */
export type Origins = (row: Row<'assignment'>) => Pick<
  AssignmentView,
  'conference' | 'source' | 'decision'
> & {
  /** Day of the conference, else of the document, that gave it; null where neither is known. */
  givenOn: string | null
}

interface ItemTold {
  session_item_id: string
  title: string
  conference_id: string
  conference: string
  held_on: string | null
  known: boolean
  open: boolean
}

const isTold = (row: Row<'assignment'>): boolean => row.session_item_id === null

/** What the origins of tasks are made from that the actor may know of, with the names of these accounts. */
export const originsAsked = (
  actor: Actor,
  rows: readonly Row<'assignment'>[],
  accounts: readonly (string | null)[],
) => ({
  ...sourcesAsked(actor, rows.filter(isTold)),
  people: namesAsked(actor.provinceId, [...rows.map((row) => row.confirmed_by), ...accounts]),
  items: sql<ItemTold>`select session_item.session_item_id, session_item.title,
      conference.conference_id, conference.title as conference, coalesce(conference.held_on,
        (conference.starts_at at time zone 'Asia/Ho_Chi_Minh')::date) as held_on,
      ${visibleConference(actor)} as known, ${visibleItem(actor)} as open
    from session_item join conference on conference.province_id = session_item.province_id
      and conference.conference_id = session_item.conference_id
    where session_item.province_id = ${actor.provinceId} and session_item.session_item_id = any(${[
      ...new Set(rows.flatMap((row) => row.session_item_id ?? [])),
    ]}::uuid[])`,
})

/** The origin of each row, from the answers to `originsAsked`. */
export function originsFrom(
  told: Parameters<typeof sourcesFrom>[0] & { items: readonly ItemTold[] },
): Origins {
  const sources = sourcesFrom(told)
  const items = new Map(told.items.map((item) => [item.session_item_id, item]))
  const names = new Map(told.people.map(({ id, name }) => [id, name]))
  return (row) => {
    const item = items.get(row.session_item_id ?? '')
    if (!item) {
      const readable = sources.isOpen(row)
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
