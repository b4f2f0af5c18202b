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
      select assignment.assignment_id, assignment.lead_id as lead_id,
        assignment.original_deadline as original_deadline, assignment.done_on as done_on,
        assignment.reported_on as reported_on, assignment.paused_on as paused_on,
        assignment.revoked_on as revoked_on, (case when assignment.event_id is null
  then assignment.deadline else (
    select case when exists (select 1
  from assignment_setting
  where province_id = e.province_id
       
  and roll = 'asWritten') then e.day
      else coalesce((select max(one.day)::date
  from generate_series(e.day - 60, e.day, '1 day') one (day)
       
  left join day_off own on own.province_id = e.province_id
  and own.day = one.day::date
       
  where case when own.kind is not null then own.kind = 'working'
          else extract(isodow
  from one.day) < 6
           
  and one.day::date <> all($2::date[]) end), e.day) end
   
  from (select e.province_id, case when ec.cancelled_at is null then
  coalesce((ec.starts_at at time zone 'Asia/Ho_Chi_Minh')::date, ec.held_on, e.on_date) end - assignment.event_days as day
     
  from deadline_event e
  left join conference ec on ec.province_id = e.province_id
       
  and ec.conference_id = e.conference_id
     
  where e.province_id = assignment.province_id
  and e.event_id = assignment.event_id) e) end) as standing,
        coalesce(assignment.assigned_on, case when assignment.session_item_id is null
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
  where assignment.province_id = $3
  and true
       
  and assignment.withdrawn_at is null
  and (assignment.session_item_id in (select session_item_id
  from session_item
     
  where province_id = $4
  and conference_id = $5)
    or assignment.document_id in (select document_id
  from document
     
  where province_id = $6
  and conference_id = $7))
   
  and exists (select 1
  from conference
  where province_id = $8
     
  and conference_id = $9
  and ("conference"."document_id" is null or "conference"."document_id" not in (
    select document_id
  from document
  where province_id = $10
     
  and status = 'quarantined')))
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $11
     
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
      select assignment.assignment_id, assignment.lead_id as lead_id,
        assignment.original_deadline as original_deadline, assignment.done_on as done_on,
        assignment.reported_on as reported_on, assignment.paused_on as paused_on,
        assignment.revoked_on as revoked_on, (case when assignment.event_id is null
  then assignment.deadline else (
    select case when exists (select 1
  from assignment_setting
  where province_id = e.province_id
       
  and roll = 'asWritten') then e.day
      else coalesce((select max(one.day)::date
  from generate_series(e.day - 60, e.day, '1 day') one (day)
       
  left join day_off own on own.province_id = e.province_id
  and own.day = one.day::date
       
  where case when own.kind is not null then own.kind = 'working'
          else extract(isodow
  from one.day) < 6
           
  and one.day::date <> all($2::date[]) end), e.day) end
   
  from (select e.province_id, case when ec.cancelled_at is null then
  coalesce((ec.starts_at at time zone 'Asia/Ho_Chi_Minh')::date, ec.held_on, e.on_date) end - assignment.event_days as day
     
  from deadline_event e
  left join conference ec on ec.province_id = e.province_id
       
  and ec.conference_id = e.conference_id
     
  where e.province_id = assignment.province_id
  and e.event_id = assignment.event_id) e) end) as standing,
        coalesce(assignment.assigned_on, case when assignment.session_item_id is null
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
  where assignment.province_id = $3
  and true
       
  and assignment.withdrawn_at is null
  and true
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $4
     
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
      select assignment.assignment_id, assignment.lead_id as lead_id,
        assignment.original_deadline as original_deadline, assignment.done_on as done_on,
        assignment.reported_on as reported_on, assignment.paused_on as paused_on,
        assignment.revoked_on as revoked_on, (case when assignment.event_id is null
  then assignment.deadline else (
    select case when exists (select 1
  from assignment_setting
  where province_id = e.province_id
       
  and roll = 'asWritten') then e.day
      else coalesce((select max(one.day)::date
  from generate_series(e.day - 60, e.day, '1 day') one (day)
       
  left join day_off own on own.province_id = e.province_id
  and own.day = one.day::date
       
  where case when own.kind is not null then own.kind = 'working'
          else extract(isodow
  from one.day) < 6
           
  and one.day::date <> all($2::date[]) end), e.day) end
   
  from (select e.province_id, case when ec.cancelled_at is null then
  coalesce((ec.starts_at at time zone 'Asia/Ho_Chi_Minh')::date, ec.held_on, e.on_date) end - assignment.event_days as day
     
  from deadline_event e
  left join conference ec on ec.province_id = e.province_id
       
  and ec.conference_id = e.conference_id
     
  where e.province_id = assignment.province_id
  and e.event_id = assignment.event_id) e) end) as standing,
        coalesce(assignment.assigned_on, case when assignment.session_item_id is null
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
  where assignment.province_id = $3
  and true
       
  and assignment.withdrawn_at is null
  and true
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $4
     
  and status = 'quarantined'))) t) d
   
  where true) t
   
  group by 1, 2, 3, 4, 5, 6, 7, 8;


    select lead_id as "leadId", standing as deadline, original_deadline as "originalDeadline",
      done_on as "doneOn", reported_on as "reportedOn", paused_on as "pausedOn",
      revoked_on as "revokedOn", given_on as "assignedOn", count(*)::integer as count
   
  from (select d.*
  from (select t.*, coalesce(($1::jsonb ->> (coalesce(t.original_deadline, t.standing))::text)::date,
    coalesce(t.original_deadline, t.standing) + case extract(isodow
  from coalesce(t.original_deadline, t.standing)) when 6 then 2 when 7 then 1 else 0 end) as counted_due
  from (
      select assignment.assignment_id, coalesce((select step.from_id
  from assignment_step step
   
  where step.province_id = assignment.province_id
     
  and step.assignment_id = assignment.assignment_id
  and step.kind = any($2::text[])
  and step.at >= (($3::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
  and step.from_id is not null
     
  order by step.at, step.step_id
  limit 1), assignment.lead_id) as lead_id,
        coalesce((select step.former_date
  from assignment_step step
   
  where step.province_id = assignment.province_id
     
  and step.assignment_id = assignment.assignment_id
  and step.kind = any($4::text[])
  and step.at >= (($5::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
  and step.former_date is not null
     
  order by step.at, step.step_id
  limit 1), assignment.original_deadline) as original_deadline, case when exists (select 1
  from assignment_step step
   
  where step.province_id = assignment.province_id
     
  and step.assignment_id = assignment.assignment_id
  and step.kind = any($6::text[])
  and step.at >= (($7::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')) then null else assignment.done_on end as done_on,
        case when exists (select 1
  from assignment_step step
   
  where step.province_id = assignment.province_id
     
  and step.assignment_id = assignment.assignment_id
  and step.kind = any($8::text[]))
      then (select case when step.kind = $9 then step.on_date end
  from assignment_step step
   
  where step.province_id = assignment.province_id
     
  and step.assignment_id = assignment.assignment_id
  and step.kind = any($10::text[])
       
  and step.at < (($11::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
  order by step.at desc, step.step_id desc
  limit 1) else assignment.reported_on end as reported_on, case when exists (select 1
  from assignment_step step
   
  where step.province_id = assignment.province_id
     
  and step.assignment_id = assignment.assignment_id
  and step.kind = any($12::text[]))
      then (select case when step.kind = $13 then step.on_date end
  from assignment_step step
   
  where step.province_id = assignment.province_id
     
  and step.assignment_id = assignment.assignment_id
  and step.kind = any($14::text[])
       
  and step.at < (($15::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
  order by step.at desc, step.step_id desc
  limit 1) else assignment.paused_on end as paused_on,
        case when exists (select 1
  from assignment_step step
   
  where step.province_id = assignment.province_id
     
  and step.assignment_id = assignment.assignment_id
  and step.kind = any($16::text[]))
      then (select case when step.kind = $17 then step.on_date end
  from assignment_step step
   
  where step.province_id = assignment.province_id
     
  and step.assignment_id = assignment.assignment_id
  and step.kind = any($18::text[])
       
  and step.at < (($19::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
  order by step.at desc, step.step_id desc
  limit 1) else assignment.revoked_on end as revoked_on, coalesce((select step.former_date
  from assignment_step step
   
  where step.province_id = assignment.province_id
     
  and step.assignment_id = assignment.assignment_id
  and step.kind = any($20::text[])
  and step.at >= (($21::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
  and step.former_date is not null
     
  order by step.at, step.step_id
  limit 1), (case when assignment.event_id is null
  then assignment.deadline else (
    select case when exists (select 1
  from assignment_setting
  where province_id = e.province_id
       
  and roll = 'asWritten') then e.day
      else coalesce((select max(one.day)::date
  from generate_series(e.day - 60, e.day, '1 day') one (day)
       
  left join day_off own on own.province_id = e.province_id
  and own.day = one.day::date
       
  where case when own.kind is not null then own.kind = 'working'
          else extract(isodow
  from one.day) < 6
           
  and one.day::date <> all($22::date[]) end), e.day) end
   
  from (select e.province_id, case when ec.cancelled_at is null then
  coalesce((ec.starts_at at time zone 'Asia/Ho_Chi_Minh')::date, ec.held_on, e.on_date) end - assignment.event_days as day
     
  from deadline_event e
  left join conference ec on ec.province_id = e.province_id
       
  and ec.conference_id = e.conference_id
     
  where e.province_id = assignment.province_id
  and e.event_id = assignment.event_id) e) end)) as standing,
        coalesce(assignment.assigned_on, case when assignment.session_item_id is null
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
  where assignment.province_id = $23
  and assignment.confirmed_at < (($24::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
       
  and assignment.withdrawn_at is null
  and true
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $25
     
  and status = 'quarantined'))) t) d
   
  where true) t
   
  group by 1, 2, 3, 4, 5, 6, 7, 8;


    select lead_id as "leadId", standing as deadline, original_deadline as "originalDeadline",
      done_on as "doneOn", reported_on as "reportedOn", paused_on as "pausedOn",
      revoked_on as "revokedOn", given_on as "assignedOn", count(*)::integer as count
   
  from (select d.*
  from (select t.*, coalesce(t.original_deadline, t.standing) as counted_due
  from (
      select assignment.assignment_id, assignment.lead_id as lead_id,
        assignment.original_deadline as original_deadline, assignment.done_on as done_on,
        assignment.reported_on as reported_on, assignment.paused_on as paused_on,
        assignment.revoked_on as revoked_on, (case when assignment.event_id is null
  then assignment.deadline else (
    select case when exists (select 1
  from assignment_setting
  where province_id = e.province_id
       
  and roll = 'asWritten') then e.day
      else coalesce((select max(one.day)::date
  from generate_series(e.day - 60, e.day, '1 day') one (day)
       
  left join day_off own on own.province_id = e.province_id
  and own.day = one.day::date
       
  where case when own.kind is not null then own.kind = 'working'
          else extract(isodow
  from one.day) < 6
           
  and one.day::date <> all($1::date[]) end), e.day) end
   
  from (select e.province_id, case when ec.cancelled_at is null then
  coalesce((ec.starts_at at time zone 'Asia/Ho_Chi_Minh')::date, ec.held_on, e.on_date) end - assignment.event_days as day
     
  from deadline_event e
  left join conference ec on ec.province_id = e.province_id
       
  and ec.conference_id = e.conference_id
     
  where e.province_id = assignment.province_id
  and e.event_id = assignment.event_id) e) end) as standing,
        coalesce(assignment.assigned_on, case when assignment.session_item_id is null
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
  and true
       
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
