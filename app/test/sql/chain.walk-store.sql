-- Functions of app/src/registers/chain/walk-store.ts.

-- fromMatters

    select assignment.assignment_id as id
  from assignment
    join session_item on session_item.province_id = $1
     
  and session_item.session_item_id = assignment.session_item_id
   
  where assignment.province_id = $2
  and assignment.withdrawn_at is null
     
  and session_item.matter_id = any($3::uuid[])
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $4
     
  and status = 'quarantined'));


    select shortcoming.shortcoming_id as id
  from shortcoming
    join document on document.province_id = $1
     
  and document.document_id = shortcoming.document_id
   
  where shortcoming.province_id = $2
  and shortcoming.withdrawn_at is null
     
  and document.matter_id = any($3::uuid[])
     
  and ("shortcoming"."document_id" is null or "shortcoming"."document_id" not in (
    select document_id
  from document
  where province_id = $4
     
  and status = 'quarantined'));

-- fromShortcomings

    select shortcoming.shortcoming_id as id, document.matter_id
  from shortcoming
    join document on document.province_id = $1
     
  and document.document_id = shortcoming.document_id
   
  where shortcoming.province_id = $2
  and shortcoming.withdrawn_at is null
     
  and (shortcoming.shortcoming_id = any($3::uuid[]) or shortcoming.topic = any(
        $4::text[]))
     
  and ("shortcoming"."document_id" is null or "shortcoming"."document_id" not in (
    select document_id
  from document
  where province_id = $5
     
  and status = 'quarantined'))
   
  order by shortcoming.shortcoming_id desc
  limit $6;

-- fromTasks

    select session_item.matter_id, told.shortcoming_id
  from assignment
   
  left join session_item on session_item.province_id = $1
     
  and session_item.session_item_id = assignment.session_item_id
  and true
   
  left join shortcoming told on told.province_id = $2
     
  and told.withdrawn_at is null
  and told.document_id = assignment.document_id
     
  and told.text_version = assignment.text_version
     
  and told.start_at < assignment.end_at
  and told.end_at > assignment.start_at
   
  where assignment.province_id = $3
     
  and assignment.assignment_id = any($4::uuid[]);

-- inSentences
select distinct "assignment"."assignment_id" as id
  from "assignment"
    join unnest($1::uuid[],
        $2::integer[],
        $3::integer[],
        $4::integer[])
      as told (document_id, text_version, start_at, end_at)
      on told.document_id = "assignment"."document_id"
     
  and told.text_version = "assignment"."text_version"
     
  and told.start_at < "assignment"."end_at"
     
  and told.end_at > "assignment"."start_at"
   
  where "assignment"."province_id" = $5
     
  and "assignment"."withdrawn_at" is null;

-- indicatorsNamed

    select indicator_id, code, name_vi
  from indicator
   
  where province_id = $1
  and not quarantined
  and exists (
      select 1
  from observation
  where observation.province_id = $2
       
  and observation.indicator_id = indicator.indicator_id
  and observation.withdrawn_at is null
       
  and ("observation"."document_id" is null or "observation"."document_id" not in (
    select document_id
  from document
  where province_id = $3
     
  and status = 'quarantined')));

-- matterOfItem
select "matter_id"
  from "session_item"
  where "province_id" = $1
  and "session_item_id" = $2
  and true;

-- matterOfOpinion
select "matter_id"
  from "item_opinion"
  where "province_id" = $1
  and "item_opinion_id" = $2
  and "withdrawn_at" is null
  and true;

-- mattersNamed
select "matter_id", "conference_id", "title"
  from "session_item"
  where "province_id" = $1
  and "conference_id" in ($2)
  and "kind" = $3
  and true;

-- sentence
select "document_id", "text_version", "start_at", "end_at"
  from "decision"
  where "province_id" = $1
  and "decision_id" = $2
  and "withdrawn_at" is null
  and ("decision"."document_id" is null or "decision"."document_id" not in (
    select document_id
  from document
  where province_id = $3
     
  and status = 'quarantined'));

-- shortcomingsNear

    with near as (
      select conference_id
  from session_item
  where province_id = $1
       
  and matter_id = any($2::uuid[])
  and true
      union select report.conference_id
  from assignment
      join document report on report.province_id = $3
       
  and report.document_id = assignment.document_id
     
  where assignment.province_id = $4
  and report.conference_id is not null
       
  and assignment.assignment_id = any($5::uuid[])
    ) select document_id
  from document
  where province_id = $6
     
  and conference_id in (select conference_id
  from near);
