// How often shortcomings were raised at the last conferences of each body, and what was ordered each time.
import { sql } from 'kysely'
import type { Reads } from '../../database/tables.ts'
import type { Actor } from '../../http/access.ts'
import { visibleConference } from '../../http/visible.ts'
import type { ShortcomingView } from '../shortcomings/contract.ts'
import { withConferences } from './orders-store.ts'
import { cameBack, type Looked, recurrencesOf, windowLength } from './review.ts'
import type { RecurrenceView } from './review-contract.ts'
import { shownRecurrences } from './review-store.ts'

interface OfBody extends Looked {
  body: string
}

/**
 * What came back among these shortcomings, by the body whose conferences raised it. Conferences count that the
 * reader may know of: those held here once they are closed, those that a report tells of by the body it names.
 */
export async function recurrencesByBody(
  db: Reads,
  actor: Actor,
  entries: readonly ShortcomingView[],
): Promise<RecurrenceView[]> {
  if (entries.length === 0) return []
  const told = await withConferences(db, actor.provinceId, entries)
  const raising = [...new Set(told.flatMap((one) => one.conferences))]
  const bodies = Map.groupBy(await conferencesOfBodies(db, actor, raising), (one) => one.body)
  const again = [...bodies].flatMap(([body, conferences]) => {
    const here = new Set(conferences.map(({ id }) => id))
    const own = told.filter((one) => one.conferences.some((id) => here.has(id)))
    return recurrencesOf(conferences, own)
      .filter(cameBack)
      .map((one) => ({ ...one, body }))
  })
  const found = await shownRecurrences(db, actor, again)
  return found.sort((a, b) => b.raised - a.raised || (b.first ?? '').localeCompare(a.first ?? ''))
}

/**
 * Conferences with the body that held them, as it is called, the newest first: the last ones of each body and those
 * in `raising`, however long ago. Without a body they are left out.
 */
async function conferencesOfBodies(
  db: Reads,
  actor: Actor,
  raising: readonly string[],
): Promise<OfBody[]> {
  const { provinceId } = actor
  const { rows } = await sql<OfBody>`select id, title, date, body from (
    select held.*, row_number() over (partition by body order by date desc nulls last, id desc) as nth
    from (select conference.conference_id as id, conference.title,
      coalesce(conference.held_on, (conference.starts_at at time zone 'Asia/Ho_Chi_Minh')::date)::text
        as date,
      coalesce(holder.name, named.name, conference.body) as body
    from conference
    left join lateral (select one.name from organisation_name one
      where one.province_id = ${provinceId} and one.organisation_id = conference.organisation_id
        and one.role = 'official'
      order by one.valid_from desc nulls last limit 1) holder on true
    left join lateral (select one.name from organisation_name one
      join province on province.province_id = ${provinceId}
      where one.province_id = ${provinceId} and one.role = 'official'
        and conference.organisation_id is null
        and lower(one.name) in (lower(conference.body), lower(conference.body || ' '
          || regexp_replace(province.name, '^(tỉnh|thành phố) ', '', 'i')))
      limit 1) named on true
    where conference.province_id = ${provinceId} and conference.withdrawn_at is null
      and conference.cancelled_at is null
      and (conference.organisation_id is null or conference.closed_at is not null)
      and coalesce(holder.name, named.name, conference.body) is not null
      and ${visibleConference(actor)}) held) one
    where nth <= ${windowLength} or id = any(${[...raising]}::uuid[])
    order by date desc nulls last, id desc`.execute(db)
  return rows
}
