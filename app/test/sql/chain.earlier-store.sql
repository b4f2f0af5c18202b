-- Functions of app/src/registers/chain/earlier-store.ts.

-- earlierConferences

    with recursive own (id) as (
      select organisation_id
  from conference
     
  where province_id = $1
  and conference_id = $2
  and organisation_id is not null
      union select organisation_id
  from conference_body
     
  where province_id = $3
  and conference_id = $4
      union select line.predecessor_id
  from own
      join organisation_lineage line on line.province_id = $5
       
  and line.successor_id = own.id
  and line.basis = 'full'
  and line.predecessor_id <> own.id
      join organisation_change change on change.province_id = $6
       
  and change.change_id = line.change_id
  and change.kind in ('merge', 'takeOver')
    ) select *
  from (
      select conference.conference_id as id, conference.title,
        coalesce(conference.held_on, (conference.starts_at at time zone 'Asia/Ho_Chi_Minh')::date,
          (conference.closed_at at time zone 'Asia/Ho_Chi_Minh')::date)::text as date,
        ("conference"."document_id" is null or "conference"."document_id" not in (
    select document_id
  from document
  where province_id = $7
     
  and status = 'quarantined')) as known
     
  from conference
     
  where conference.province_id = $8
  and conference.conference_id <> $9
       
  and conference.withdrawn_at is null
  and conference.cancelled_at is null
       
  and case when conference.organisation_id is not null then conference.closed_at is not null
         
  and (conference.organisation_id in (select id
  from own) or exists (
            select 1
  from conference_body with_it
  where with_it.province_id = $10
             
  and with_it.conference_id = conference.conference_id
             
  and with_it.organisation_id in (select id
  from own)))
        else exists (select 1
  from document report
  where report.province_id = $11
           
  and report.document_id = conference.document_id
           
  and report.organisation_id in (select id
  from own))
          or exists (select 1
  from organisation_name named
            join province on province.province_id = $12
           
  where named.province_id = $13
  and named.organisation_id in (select id
  from own)
             
  and lower(named.name) in (lower(conference.body), lower(conference.body || ' '
                || regexp_replace(province.name, '^(tỉnh|thành phố) ', '', 'i'))))
        end) before
   
  where $14::date is null or date is null or date::date <= $15::date
   
  order by date desc nulls last, id desc;
