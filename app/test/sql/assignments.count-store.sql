-- Functions of app/src/registers/assignments/count-store.ts.

-- countAssignments

    select lead_id as "leadId", standing as deadline, original_deadline as "originalDeadline",
      done_on as "doneOn", reported_on as "reportedOn", paused_on as "pausedOn",
      revoked_on as "revokedOn", given_on as "assignedOn", count(*)::integer as count
   
  from (select d.*
  from (select t.*, coalesce(($1::jsonb ->> (coalesce(t.original_deadline, t.standing))::text)::date,
    coalesce(t.original_deadline, t.standing) + case extract(isodow
  from coalesce(t.original_deadline, t.standing)) when 6 then 2 when 7 then 1 else 0 end) as counted_due
  from (
      select assignment.assignment_id, assignment.lead_id, assignment.original_deadline,
        assignment.done_on, assignment.reported_on, assignment.paused_on, assignment.revoked_on,
        (case when assignment.event_id is null
  then assignment.deadline else (select case when ec.cancelled_at is null then
  coalesce((ec.starts_at at time zone 'Asia/Ho_Chi_Minh')::date, ec.held_on, e.on_date) end - assignment.event_days
   
  from deadline_event e
  left join conference ec on ec.province_id = e.province_id
     
  and ec.conference_id = e.conference_id
   
  where e.province_id = assignment.province_id
  and e.event_id = assignment.event_id) end) as standing, coalesce(assignment.assigned_on, case when assignment.session_item_id is null
  then (select coalesce(conference.held_on, document.document_date)
  from document
   
  left join conference on conference.province_id = document.province_id
     
  and conference.conference_id = document.conference_id
  and conference.withdrawn_at is null
   
  where document.province_id = assignment.province_id
     
  and document.document_id = assignment.document_id)
  else (select coalesce(conference.held_on,
      (conference.starts_at at time zone 'Asia/Ho_Chi_Minh')::date)
  from session_item
    join conference on conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
   
  where session_item.province_id = assignment.province_id
     
  and session_item.session_item_id = assignment.session_item_id) end) as given_on
     
  from assignment
  where assignment.province_id = $2
       
  and assignment.withdrawn_at is null
  and (assignment.session_item_id in (select session_item_id
  from session_item
     
  where province_id = $3
  and conference_id = $4)
    or assignment.document_id in (select document_id
  from document
     
  where province_id = $5
  and conference_id = $6))
   
  and exists (select 1
  from conference
  where province_id = $7
     
  and conference_id = $8
  and ("conference"."document_id" is null or "conference"."document_id" not in (
    select document_id
  from document
  where province_id = $9
     
  and status = 'quarantined')))
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $10
     
  and status = 'quarantined'))) t) d
   
  where (true
  and true
  and true)) t
   
  group by 1, 2, 3, 4, 5, 6, 7, 8;


    select lead_id as "leadId", standing as deadline, original_deadline as "originalDeadline",
      done_on as "doneOn", reported_on as "reportedOn", paused_on as "pausedOn",
      revoked_on as "revokedOn", given_on as "assignedOn", count(*)::integer as count
   
  from (select d.*
  from (select t.*, coalesce(($1::jsonb ->> (coalesce(t.original_deadline, t.standing))::text)::date,
    coalesce(t.original_deadline, t.standing) + case extract(isodow
  from coalesce(t.original_deadline, t.standing)) when 6 then 2 when 7 then 1 else 0 end) as counted_due
  from (
      select assignment.assignment_id, assignment.lead_id, assignment.original_deadline,
        assignment.done_on, assignment.reported_on, assignment.paused_on, assignment.revoked_on,
        (case when assignment.event_id is null
  then assignment.deadline else (select case when ec.cancelled_at is null then
  coalesce((ec.starts_at at time zone 'Asia/Ho_Chi_Minh')::date, ec.held_on, e.on_date) end - assignment.event_days
   
  from deadline_event e
  left join conference ec on ec.province_id = e.province_id
     
  and ec.conference_id = e.conference_id
   
  where e.province_id = assignment.province_id
  and e.event_id = assignment.event_id) end) as standing, coalesce(assignment.assigned_on, case when assignment.session_item_id is null
  then (select coalesce(conference.held_on, document.document_date)
  from document
   
  left join conference on conference.province_id = document.province_id
     
  and conference.conference_id = document.conference_id
  and conference.withdrawn_at is null
   
  where document.province_id = assignment.province_id
     
  and document.document_id = assignment.document_id)
  else (select coalesce(conference.held_on,
      (conference.starts_at at time zone 'Asia/Ho_Chi_Minh')::date)
  from session_item
    join conference on conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
   
  where session_item.province_id = assignment.province_id
     
  and session_item.session_item_id = assignment.session_item_id) end) as given_on
     
  from assignment
  where assignment.province_id = $2
       
  and assignment.withdrawn_at is null
  and true
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $3
     
  and status = 'quarantined'))) t) d
   
  where (true
  and true
  and true)) t
   
  group by 1, 2, 3, 4, 5, 6, 7, 8;


    select lead_id as "leadId", standing as deadline, original_deadline as "originalDeadline",
      done_on as "doneOn", reported_on as "reportedOn", paused_on as "pausedOn",
      revoked_on as "revokedOn", given_on as "assignedOn", count(*)::integer as count
   
  from (select d.*
  from (select t.*, coalesce(t.original_deadline, t.standing) as counted_due
  from (
      select assignment.assignment_id, assignment.lead_id, assignment.original_deadline,
        assignment.done_on, assignment.reported_on, assignment.paused_on, assignment.revoked_on,
        (case when assignment.event_id is null
  then assignment.deadline else (select case when ec.cancelled_at is null then
  coalesce((ec.starts_at at time zone 'Asia/Ho_Chi_Minh')::date, ec.held_on, e.on_date) end - assignment.event_days
   
  from deadline_event e
  left join conference ec on ec.province_id = e.province_id
     
  and ec.conference_id = e.conference_id
   
  where e.province_id = assignment.province_id
  and e.event_id = assignment.event_id) end) as standing, coalesce(assignment.assigned_on, case when assignment.session_item_id is null
  then (select coalesce(conference.held_on, document.document_date)
  from document
   
  left join conference on conference.province_id = document.province_id
     
  and conference.conference_id = document.conference_id
  and conference.withdrawn_at is null
   
  where document.province_id = assignment.province_id
     
  and document.document_id = assignment.document_id)
  else (select coalesce(conference.held_on,
      (conference.starts_at at time zone 'Asia/Ho_Chi_Minh')::date)
  from session_item
    join conference on conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
   
  where session_item.province_id = assignment.province_id
     
  and session_item.session_item_id = assignment.session_item_id) end) as given_on
     
  from assignment
  where assignment.province_id = $1
       
  and assignment.withdrawn_at is null
  and true
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $2
     
  and status = 'quarantined'))) t) d
   
  where (true
  and true
  and true)) t
   
  group by 1, 2, 3, 4, 5, 6, 7, 8;
