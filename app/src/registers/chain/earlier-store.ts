// The conferences that one looks back on: those before it, of the bodies that hold it.
import { sql } from 'kysely'
import { todayInVietnam } from '../../calendar.ts'
import type { Reads, Row } from '../../database/tables.ts'
import type { Actor } from '../../http/access.ts'
import { visibleConference } from '../../http/visible.ts'
import type { Looked } from './review.ts'

/** One of them; `known` says whether the reader may know of it. */
export interface EarlierConference extends Looked {
  known: boolean
}

/**
 * Conferences before this one, the newest first: held here, closed, by one of its bodies or by one that such a body
 * took over from, alone or with others; and those that a report tells of, where the report belongs to such a body
 * or names it by one of its names, with or without the province's own (reports leave it out). One without a day comes last, and one after this one's day is not before it.
 */
export async function earlierConferences(
  db: Reads,
  actor: Actor,
  conference: Row<'conference'>,
): Promise<EarlierConference[]> {
  const { provinceId } = actor
  const { conference_id: id } = conference
  const until =
    conference.held_on ?? (conference.starts_at && todayInVietnam(new Date(conference.starts_at)))
  const { rows } = await sql<EarlierConference>`
    with recursive own (id) as (
      select organisation_id from conference
      where province_id = ${provinceId} and conference_id = ${id} and organisation_id is not null
      union select organisation_id from conference_body
      where province_id = ${provinceId} and conference_id = ${id}
      union select line.predecessor_id from own
      join organisation_lineage line on line.province_id = ${provinceId}
        and line.successor_id = own.id and line.basis = 'full' and line.predecessor_id <> own.id
      join organisation_change change on change.province_id = ${provinceId}
        and change.change_id = line.change_id and change.kind in ('merge', 'takeOver')
    ) select * from (
      select conference.conference_id as id, conference.title,
        coalesce(conference.held_on, (conference.starts_at at time zone 'Asia/Ho_Chi_Minh')::date,
          (conference.closed_at at time zone 'Asia/Ho_Chi_Minh')::date)::text as date,
        ${visibleConference(actor)} as known
      from conference
      where conference.province_id = ${provinceId} and conference.conference_id <> ${id}
        and conference.withdrawn_at is null and conference.cancelled_at is null
        and case when conference.organisation_id is not null then conference.closed_at is not null
          and (conference.organisation_id in (select id from own) or exists (
            select 1 from conference_body with_it where with_it.province_id = ${provinceId}
              and with_it.conference_id = conference.conference_id
              and with_it.organisation_id in (select id from own)))
        else exists (select 1 from document report where report.province_id = ${provinceId}
            and report.document_id = conference.document_id
            and report.organisation_id in (select id from own))
          or exists (select 1 from organisation_name named
            join province on province.province_id = ${provinceId}
            where named.province_id = ${provinceId} and named.organisation_id in (select id from own)
              and lower(named.name) in (lower(conference.body), lower(conference.body || ' '
                || regexp_replace(province.name, '^(tỉnh|thành phố) ', '', 'i'))))
        end) before
    where ${until}::date is null or date is null or date::date <= ${until}::date
    order by date desc nulls last, id desc`.execute(db)
  return rows
}
