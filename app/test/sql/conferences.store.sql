-- Functions of app/src/registers/conferences/store.ts.

-- changeConference
select *
  from "conference"
  where "province_id" = $1
  and "conference_id" = $2
  and ("conference"."document_id" is null or "conference"."document_id" not in (
    select document_id
  from document
  where province_id = $3
     
  and status = 'quarantined'))
  and "withdrawn_at" is null
  for update;

update "conference"
  set "title" = $1, "held_on" = $2, "place" = $3, "body" = $4, "version" = $5
  where "province_id" = $6
  and "conference_id" = $7
  returning *;

-- countEntries

      select document.conference_id, count(*)::integer as count
     
  from "assignment" as entry
      join document on document.province_id = entry.province_id
       
  and document.document_id = entry.document_id
     
  where entry.province_id = $1
  and entry.withdrawn_at is null
       
  and document.status <> 'quarantined'
  and document.conference_id is not null
     
  group by document.conference_id;


      select document.conference_id, count(*)::integer as count
     
  from "decision" as entry
      join document on document.province_id = entry.province_id
       
  and document.document_id = entry.document_id
     
  where entry.province_id = $1
  and entry.withdrawn_at is null
       
  and document.status <> 'quarantined'
  and document.conference_id is not null
     
  group by document.conference_id;


      select document.conference_id, count(*)::integer as count
     
  from "observation" as entry
      join document on document.province_id = entry.province_id
       
  and document.document_id = entry.document_id
     
  where entry.province_id = $1
  and entry.withdrawn_at is null
       
  and document.status <> 'quarantined'
  and document.conference_id is not null
     
  group by document.conference_id;


      select document.conference_id, count(*)::integer as count
     
  from "shortcoming" as entry
      join document on document.province_id = entry.province_id
       
  and document.document_id = entry.document_id
     
  where entry.province_id = $1
  and entry.withdrawn_at is null
       
  and document.status <> 'quarantined'
  and document.conference_id is not null
     
  group by document.conference_id;


    select session_item.conference_id, count(*)::integer as count
   
  from assignment join session_item on session_item.province_id = assignment.province_id
     
  and session_item.session_item_id = assignment.session_item_id
   
  where assignment.province_id = $1
  and assignment.withdrawn_at is null
     
  and true
   
  group by session_item.conference_id;

-- enterConference
insert into "conference" ("province_id", "conference_id", "title", "body", "type", "number", "term", "held_on", "held_text", "place", "chair", "concluded_by", "item_count", "reviews", "plans", "document_id", "text_version", "start_at", "end_at", "as_written", "finding_id", "confirmed_by", "withdrawn_at")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)
  returning *;

select "conference_id"
  from "document"
  where "province_id" = $1
  and "document_id" = $2 for no key update;

-- getConference
select "document_id", "title", "file_name"
  from "document"
  where "province_id" = $1
  and "conference_id" = $2
  and document.status <> 'quarantined'
  order by "added_at";

-- listConferences
select *
  from "conference"
  where "province_id" = $1
  and ("conference"."document_id" is null or "conference"."document_id" not in (
    select document_id
  from document
  where province_id = $2
     
  and status = 'quarantined'))
  and "withdrawn_at" is null
  order by "held_on" desc nulls last, "conference_id" desc;

-- oneConference
select *
  from "conference"
  where "province_id" = $1
  and "conference_id" = $2
  and ("conference"."document_id" is null or "conference"."document_id" not in (
    select document_id
  from document
  where province_id = $3
     
  and status = 'quarantined'))
  and "withdrawn_at" is null;

-- withdrawConference
select "document_id"
  from "document"
  where "province_id" = $1
  and "conference_id" = $2;

update "conference"
  set "withdrawn_at" = $1, "version" = "version" + $2
  where "province_id" = $3
  and "conference_id" = $4
  and "finding_id" = $5
  returning "conference_id";
