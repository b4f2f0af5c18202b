-- Functions of app/src/registers/assignments/event-store.ts.

-- addEvent
insert into "deadline_event" ("province_id", "event_id", "name", "conference_id", "on_date", "made_by", "withdrawn_at")
  values ($1, $2, $3, $4, $5, $6, $7);

select "conference_id"
  from "conference"
  where "province_id" = $1
  and "conference_id" = $2
  and "withdrawn_at" is null
  and ("conference"."document_id" is null or "conference"."document_id" not in (
    select document_id
  from document
  where province_id = $3
     
  and status = 'quarantined'));

-- changeEvent
select *
  from "deadline_event"
  where "province_id" = $1
  and "event_id" = $2
  and "withdrawn_at" is null
  for update;

update "deadline_event"
  set "name" = $1, "on_date" = $2, "withdrawn_at" = $3, "version" = $4
  where "province_id" = $5
  and "event_id" = $6;

-- countedEvents

    select e.event_id as id, e.name, case when ec.cancelled_at is null then
  coalesce((ec.starts_at at time zone 'Asia/Ho_Chi_Minh')::date, ec.held_on, e.on_date) end as day,
  (select conference_id
  from conference
  where conference.province_id = e.province_id
   
  and conference.conference_id = e.conference_id
  and ("conference"."document_id" is null or "conference"."document_id" not in (
    select document_id
  from document
  where province_id = $1
     
  and status = 'quarantined'))) as "conferenceId", e.version,
      (select count(*)::integer
  from assignment
  where assignment.province_id = e.province_id
       
  and assignment.event_id = e.event_id
  and assignment.withdrawn_at is null
       
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $2
     
  and status = 'quarantined'))) as tasks
   
  from deadline_event e
 
  left join conference ec on ec.province_id = e.province_id
  and ec.conference_id = e.conference_id
 
  where e.province_id = $3
  and e.event_id = $4
   
  order by day nulls first, e.name, e.event_id;


    select e.event_id as id, e.name, case when ec.cancelled_at is null then
  coalesce((ec.starts_at at time zone 'Asia/Ho_Chi_Minh')::date, ec.held_on, e.on_date) end as day,
  (select conference_id
  from conference
  where conference.province_id = e.province_id
   
  and conference.conference_id = e.conference_id
  and ("conference"."document_id" is null or "conference"."document_id" not in (
    select document_id
  from document
  where province_id = $1
     
  and status = 'quarantined'))) as "conferenceId", e.version,
      (select count(*)::integer
  from assignment
  where assignment.province_id = e.province_id
       
  and assignment.event_id = e.event_id
  and assignment.withdrawn_at is null
       
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $2
     
  and status = 'quarantined'))) as tasks
   
  from deadline_event e
 
  left join conference ec on ec.province_id = e.province_id
  and ec.conference_id = e.conference_id
 
  where e.province_id = $3
  and e.withdrawn_at is null
  and true
   
  order by day nulls first, e.name, e.event_id;

-- eventsById

    select e.event_id as id, e.name, case when ec.cancelled_at is null then
  coalesce((ec.starts_at at time zone 'Asia/Ho_Chi_Minh')::date, ec.held_on, e.on_date) end as day,
  (select conference_id
  from conference
  where conference.province_id = e.province_id
   
  and conference.conference_id = e.conference_id
  and ("conference"."document_id" is null or "conference"."document_id" not in (
    select document_id
  from document
  where province_id = $1
     
  and status = 'quarantined'))) as "conferenceId"
  from deadline_event e
 
  left join conference ec on ec.province_id = e.province_id
  and ec.conference_id = e.conference_id
 
  where e.province_id = $2
  and e.event_id = any($3::uuid[])
    /* each request */;

-- mustBeFree
select "assignment_id"
  from "assignment"
  where "province_id" = $1
  and "event_id" = $2
  and "withdrawn_at" is null;
