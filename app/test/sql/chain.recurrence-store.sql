-- Functions of app/src/registers/chain/recurrence-store.ts.

-- conferencesOfBodies
select id, title, date, body
  from (
    select held.*, row_number() over (partition by body
  order by date desc nulls last, id desc) as nth
   
  from (select conference.conference_id as id, conference.title,
      coalesce(conference.held_on, (conference.starts_at at time zone 'Asia/Ho_Chi_Minh')::date)::text
        as date,
      coalesce(holder.name, named.name, conference.body) as body
   
  from conference
   
  left join lateral (select one.name
  from organisation_name one
     
  where one.province_id = $1
  and one.organisation_id = conference.organisation_id
       
  and one.role = 'official'
     
  order by one.valid_from desc nulls last
  limit 1) holder on true
   
  left join lateral (select one.name
  from organisation_name one
      join province on province.province_id = $2
     
  where one.province_id = $3
  and one.role = 'official'
       
  and conference.organisation_id is null
       
  and lower(one.name) in (lower(conference.body), lower(conference.body || ' '
          || regexp_replace(province.name, '^(tỉnh|thành phố) ', '', 'i')))
     
  limit 1) named on true
   
  where conference.province_id = $4
  and conference.withdrawn_at is null
     
  and conference.cancelled_at is null
     
  and (conference.organisation_id is null or conference.closed_at is not null)
     
  and coalesce(holder.name, named.name, conference.body) is not null
     
  and ("conference"."document_id" is null or "conference"."document_id" not in (
    select document_id
  from document
  where province_id = $5
     
  and status = 'quarantined'))) held) one
   
  where nth <= $6 or id = any($7::uuid[])
   
  order by date desc nulls last, id desc;
