-- Functions of app/src/registers/assignments/list-store.ts.

-- listAssignments
select (select coalesce(json_agg(one), '[]'::json)
  from (select *
  from assignment_setting
   
  where province_id = $1) one) as "setting", (select coalesce(json_agg(one), '[]'::json)
  from (select day, kind, name
  from day_off
  where province_id = $2
   
  order by day) one) as "daysOff", (select coalesce(json_agg(one), '[]'::json)
  from (
    with recursive pair as ((select t.event_id, t.event_days
  from assignment t
   
  where t.province_id = $3
  and t.withdrawn_at is null
  and t.event_id is not null
     
  and true
  order by t.event_id, t.event_days
  limit 1) union all select next.*
  from pair cross join lateral (select t.event_id, t.event_days
  from assignment t
   
  where t.province_id = $4
  and t.withdrawn_at is null
  and t.event_id is not null
     
  and (t.event_id, t.event_days) > (pair.event_id, pair.event_days)
  order by t.event_id, t.event_days
  limit 1) next)
    select e.event_id as "eventId", pair.event_days as days, case when ec.cancelled_at is null then
  coalesce((ec.starts_at at time zone 'Asia/Ho_Chi_Minh')::date, ec.held_on, e.on_date) end as "eventDay"
  from pair
    join deadline_event e on e.province_id = $5
  and e.event_id = pair.event_id
   
  left join conference ec on ec.province_id = e.province_id
  and ec.conference_id = e.conference_id) one) as "pairs" /* each request */;

-- tasksByNumber

    select s.assignment_id
  from (select d.*, (case
  when revoked_on is not null then 'revoked'
  when done_on is not null then
    case when due is null then 'done' when done_on <= due then 'doneOnTime' else 'doneLate' end
  when paused_on is not null then 'paused'
  when reported_on is not null then 'awaiting'
  when due is null then 'noDate'
  when due < $1::date then 'overdue'
  when due - $2::date <= $3::integer then 'dueSoon'
  else 'inTerm' end) as state
  from (
    select t.*, coalesce(($4::jsonb ->> (t.standing)::text)::date,
    t.standing + case extract(isodow
  from t.standing) when 6 then 2 when 7 then 1 else 0 end) as due
  from (
      select assignment.assignment_id, assignment.lead_id, assignment.lead_text, assignment.done_on,
        assignment.reported_on, assignment.paused_on, assignment.revoked_on, assignment.event_id,
        (case when assignment.event_id is null
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
           
  and one.day::date <> all($5::date[]) end), e.day) end
   
  from (select e.province_id, case when ec.cancelled_at is null then
  coalesce((ec.starts_at at time zone 'Asia/Ho_Chi_Minh')::date, ec.held_on, e.on_date) end - assignment.event_days as day
     
  from deadline_event e
  left join conference ec on ec.province_id = e.province_id
       
  and ec.conference_id = e.conference_id
     
  where e.province_id = assignment.province_id
  and e.event_id = assignment.event_id) e) end) as standing
     
  from assignment
  where assignment.province_id = $6
       
  and assignment.withdrawn_at is null
  and true
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $7
     
  and status = 'quarantined')) offset 0) t
    offset 0) d offset 0) s
    join assignment a on a.province_id = $8
  and a.assignment_id = s.assignment_id
   
  where state = any($9::text[])
   
  order by a.register_year nulls first, a.register_number, s.assignment_id;


    select s.assignment_id
  from (select d.*, (case
  when revoked_on is not null then 'revoked'
  when done_on is not null then
    case when due is null then 'done' when done_on <= due then 'doneOnTime' else 'doneLate' end
  when paused_on is not null then 'paused'
  when reported_on is not null then 'awaiting'
  when due is null then 'noDate'
  when due < $1::date then 'overdue'
  when due - $2::date <= $3::integer then 'dueSoon'
  else 'inTerm' end) as state
  from (
    select t.*, coalesce(($4::jsonb ->> (t.standing)::text)::date,
    t.standing + case extract(isodow
  from t.standing) when 6 then 2 when 7 then 1 else 0 end) as due
  from (
      select assignment.assignment_id, assignment.lead_id, assignment.lead_text, assignment.done_on,
        assignment.reported_on, assignment.paused_on, assignment.revoked_on, assignment.event_id,
        (case when assignment.event_id is null
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
           
  and one.day::date <> all($5::date[]) end), e.day) end
   
  from (select e.province_id, case when ec.cancelled_at is null then
  coalesce((ec.starts_at at time zone 'Asia/Ho_Chi_Minh')::date, ec.held_on, e.on_date) end - assignment.event_days as day
     
  from deadline_event e
  left join conference ec on ec.province_id = e.province_id
       
  and ec.conference_id = e.conference_id
     
  where e.province_id = assignment.province_id
  and e.event_id = assignment.event_id) e) end) as standing
     
  from assignment
  where assignment.province_id = $6
       
  and assignment.withdrawn_at is null
  and true
  and assignment.assignment_id in (select assignment_id
             
  from (select d.*
  from (select t.*, coalesce(($7::jsonb ->> (coalesce(t.original_deadline, t.standing))::text)::date,
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
           
  and one.day::date <> all($8::date[]) end), e.day) end
   
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
  where assignment.province_id = $9
  and true
       
  and assignment.withdrawn_at is null
  and true
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $10
     
  and status = 'quarantined'))) t) d
   
  where (true
  and true
  and true)) c
             
  where (((revoked_on is null
  and not (done_on is null
  and paused_on is not null))
  and done_on is null)
  and coalesce(reported_on, $11::date) > counted_due))
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $12
     
  and status = 'quarantined')) offset 0) t
    offset 0) d offset 0) s
    join assignment a on a.province_id = $13
  and a.assignment_id = s.assignment_id
   
  where state = any($14::text[])
   
  order by a.register_year nulls first, a.register_number, s.assignment_id;


    select s.assignment_id
  from (select d.*, (case
  when revoked_on is not null then 'revoked'
  when done_on is not null then
    case when due is null then 'done' when done_on <= due then 'doneOnTime' else 'doneLate' end
  when paused_on is not null then 'paused'
  when reported_on is not null then 'awaiting'
  when due is null then 'noDate'
  when due < $1::date then 'overdue'
  when due - $2::date <= $3::integer then 'dueSoon'
  else 'inTerm' end) as state
  from (
    select t.*, coalesce(($4::jsonb ->> (t.standing)::text)::date,
    t.standing + case extract(isodow
  from t.standing) when 6 then 2 when 7 then 1 else 0 end) as due
  from (
      select assignment.assignment_id, assignment.lead_id, assignment.lead_text, assignment.done_on,
        assignment.reported_on, assignment.paused_on, assignment.revoked_on, assignment.event_id,
        (case when assignment.event_id is null
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
           
  and one.day::date <> all($5::date[]) end), e.day) end
   
  from (select e.province_id, case when ec.cancelled_at is null then
  coalesce((ec.starts_at at time zone 'Asia/Ho_Chi_Minh')::date, ec.held_on, e.on_date) end - assignment.event_days as day
     
  from deadline_event e
  left join conference ec on ec.province_id = e.province_id
       
  and ec.conference_id = e.conference_id
     
  where e.province_id = assignment.province_id
  and e.event_id = assignment.event_id) e) end) as standing
     
  from assignment
  where assignment.province_id = $6
       
  and assignment.withdrawn_at is null
  and true
  and assignment.assignment_id in (select assignment_id
             
  from (select d.*
  from (select t.*, coalesce(($7::jsonb ->> (coalesce(t.original_deadline, t.standing))::text)::date,
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
           
  and one.day::date <> all($8::date[]) end), e.day) end
   
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
  where assignment.province_id = $9
  and true
       
  and assignment.withdrawn_at is null
  and true
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $10
     
  and status = 'quarantined'))) t) d
   
  where (true
  and true
  and true)) c
             
  where (((revoked_on is null
  and not (done_on is null
  and paused_on is not null))
  and done_on is null)
  and counted_due is null
  and given_on < $11::date))
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $12
     
  and status = 'quarantined')) offset 0) t
    offset 0) d offset 0) s
    join assignment a on a.province_id = $13
  and a.assignment_id = s.assignment_id
   
  where state = any($14::text[])
   
  order by a.register_year nulls first, a.register_number, s.assignment_id;


    select s.assignment_id
  from (select d.*, (case
  when revoked_on is not null then 'revoked'
  when done_on is not null then
    case when due is null then 'done' when done_on <= due then 'doneOnTime' else 'doneLate' end
  when paused_on is not null then 'paused'
  when reported_on is not null then 'awaiting'
  when due is null then 'noDate'
  when due < $1::date then 'overdue'
  when due - $2::date <= $3::integer then 'dueSoon'
  else 'inTerm' end) as state
  from (
    select t.*, coalesce(($4::jsonb ->> (t.standing)::text)::date,
    t.standing + case extract(isodow
  from t.standing) when 6 then 2 when 7 then 1 else 0 end) as due
  from (
      select assignment.assignment_id, assignment.lead_id, assignment.lead_text, assignment.done_on,
        assignment.reported_on, assignment.paused_on, assignment.revoked_on, assignment.event_id,
        (case when assignment.event_id is null
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
           
  and one.day::date <> all($5::date[]) end), e.day) end
   
  from (select e.province_id, case when ec.cancelled_at is null then
  coalesce((ec.starts_at at time zone 'Asia/Ho_Chi_Minh')::date, ec.held_on, e.on_date) end - assignment.event_days as day
     
  from deadline_event e
  left join conference ec on ec.province_id = e.province_id
       
  and ec.conference_id = e.conference_id
     
  where e.province_id = assignment.province_id
  and e.event_id = assignment.event_id) e) end) as standing
     
  from assignment
  where assignment.province_id = $6
       
  and assignment.withdrawn_at is null
  and true
  and assignment.assignment_id in (select assignment_id
             
  from (select d.*
  from (select t.*, coalesce(($7::jsonb ->> (coalesce(t.original_deadline, t.standing))::text)::date,
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
           
  and one.day::date <> all($8::date[]) end), e.day) end
   
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
  where assignment.province_id = $9
  and true
       
  and assignment.withdrawn_at is null
  and true
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $10
     
  and status = 'quarantined'))) t) d
   
  where true) c
             
  where true)
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $11
     
  and status = 'quarantined')) offset 0) t
    offset 0) d offset 0) s
    join assignment a on a.province_id = $12
  and a.assignment_id = s.assignment_id
   
  where state = any($13::text[])
   
  order by a.register_year nulls first, a.register_number, s.assignment_id;

-- urgentTasks

    with s as materialized (select d.*, (case
  when revoked_on is not null then 'revoked'
  when done_on is not null then
    case when due is null then 'done' when done_on <= due then 'doneOnTime' else 'doneLate' end
  when paused_on is not null then 'paused'
  when reported_on is not null then 'awaiting'
  when due is null then 'noDate'
  when due < $1::date then 'overdue'
  when due - $2::date <= $3::integer then 'dueSoon'
  else 'inTerm' end) as state
  from (
    select t.*, coalesce(($4::jsonb ->> (t.standing)::text)::date,
    t.standing + case extract(isodow
  from t.standing) when 6 then 2 when 7 then 1 else 0 end) as due
  from (
      select assignment.assignment_id, assignment.lead_id, assignment.lead_text, assignment.done_on,
        assignment.reported_on, assignment.paused_on, assignment.revoked_on, assignment.event_id,
        (case when assignment.event_id is null
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
           
  and one.day::date <> all($5::date[]) end), e.day) end
   
  from (select e.province_id, case when ec.cancelled_at is null then
  coalesce((ec.starts_at at time zone 'Asia/Ho_Chi_Minh')::date, ec.held_on, e.on_date) end - assignment.event_days as day
     
  from deadline_event e
  left join conference ec on ec.province_id = e.province_id
       
  and ec.conference_id = e.conference_id
     
  where e.province_id = assignment.province_id
  and e.event_id = assignment.event_id) e) end) as standing
     
  from assignment
  where assignment.province_id = $6
       
  and assignment.withdrawn_at is null
  and true
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $7
     
  and status = 'quarantined')) offset 0) t
    offset 0) d offset 0),
    page as (select assignment_id, rank, sort_day::text
  from (select s.*, array_position($8::text[], state) as rank,
        case when state in ('doneLate', 'doneOnTime', 'done')
          then date '9999-12-31' - (done_on - date '1900-01-01')
          else coalesce(due, date '9999-12-31') end as sort_day
  from s) t
     
  where state = any($9::text[])
  and true
     
  order by rank, sort_day, assignment_id
  limit $10),
    sums as (select coalesce(jsonb_agg(to_jsonb(c)), '[]'::jsonb) as counted
  from (
      select state, (done_on is null
  and revoked_on is null)
  and (lead_id is null
  and coalesce(btrim(lead_text), '') = '') as "noOwner", (done_on is null
  and revoked_on is null)
  and (standing is null
  and event_id is null) as "noDate",
        count(*)::integer as n
  from s
  group by 1, 2, 3) c)
    select page.*, counted
  from sums
  left join page on true
   
  order by rank, sort_day, assignment_id;


    with s as materialized (select d.*, (case
  when revoked_on is not null then 'revoked'
  when done_on is not null then
    case when due is null then 'done' when done_on <= due then 'doneOnTime' else 'doneLate' end
  when paused_on is not null then 'paused'
  when reported_on is not null then 'awaiting'
  when due is null then 'noDate'
  when due < $1::date then 'overdue'
  when due - $2::date <= $3::integer then 'dueSoon'
  else 'inTerm' end) as state
  from (
    select t.*, coalesce(($4::jsonb ->> (t.standing)::text)::date,
    t.standing + case extract(isodow
  from t.standing) when 6 then 2 when 7 then 1 else 0 end) as due
  from (
      select assignment.assignment_id, assignment.lead_id, assignment.lead_text, assignment.done_on,
        assignment.reported_on, assignment.paused_on, assignment.revoked_on, assignment.event_id,
        (case when assignment.event_id is null
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
           
  and one.day::date <> all($5::date[]) end), e.day) end
   
  from (select e.province_id, case when ec.cancelled_at is null then
  coalesce((ec.starts_at at time zone 'Asia/Ho_Chi_Minh')::date, ec.held_on, e.on_date) end - assignment.event_days as day
     
  from deadline_event e
  left join conference ec on ec.province_id = e.province_id
       
  and ec.conference_id = e.conference_id
     
  where e.province_id = assignment.province_id
  and e.event_id = assignment.event_id) e) end) as standing
     
  from assignment
  where assignment.province_id = $6
       
  and assignment.withdrawn_at is null
  and true
  and (assignment.lead_id = any($7::uuid[]) or assignment.cooperating_ids ?| $8::text[] or assignment.follower_id = $9)
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $10
     
  and status = 'quarantined')) offset 0) t
    offset 0) d offset 0),
    page as (select assignment_id, rank, sort_day::text
  from (select s.*, array_position($11::text[], state) as rank,
        case when state in ('doneLate', 'doneOnTime', 'done')
          then date '9999-12-31' - (done_on - date '1900-01-01')
          else coalesce(due, date '9999-12-31') end as sort_day
  from s) t
     
  where state = any($12::text[])
  and true
     
  order by rank, sort_day, assignment_id
  limit $13),
    sums as (select coalesce(jsonb_agg(to_jsonb(c)), '[]'::jsonb) as counted
  from (
      select state, (done_on is null
  and revoked_on is null)
  and (lead_id is null
  and coalesce(btrim(lead_text), '') = '') as "noOwner", (done_on is null
  and revoked_on is null)
  and (standing is null
  and event_id is null) as "noDate",
        count(*)::integer as n
  from s
  group by 1, 2, 3) c)
    select page.*, counted
  from sums
  left join page on true
   
  order by rank, sort_day, assignment_id;


    with s as materialized (select d.*, (case
  when revoked_on is not null then 'revoked'
  when done_on is not null then
    case when due is null then 'done' when done_on <= due then 'doneOnTime' else 'doneLate' end
  when paused_on is not null then 'paused'
  when reported_on is not null then 'awaiting'
  when due is null then 'noDate'
  when due < $1::date then 'overdue'
  when due - $2::date <= $3::integer then 'dueSoon'
  else 'inTerm' end) as state
  from (
    select t.*, coalesce(($4::jsonb ->> (t.standing)::text)::date,
    t.standing + case extract(isodow
  from t.standing) when 6 then 2 when 7 then 1 else 0 end) as due
  from (
      select assignment.assignment_id, assignment.lead_id, assignment.lead_text, assignment.done_on,
        assignment.reported_on, assignment.paused_on, assignment.revoked_on, assignment.event_id,
        (case when assignment.event_id is null
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
           
  and one.day::date <> all($5::date[]) end), e.day) end
   
  from (select e.province_id, case when ec.cancelled_at is null then
  coalesce((ec.starts_at at time zone 'Asia/Ho_Chi_Minh')::date, ec.held_on, e.on_date) end - assignment.event_days as day
     
  from deadline_event e
  left join conference ec on ec.province_id = e.province_id
       
  and ec.conference_id = e.conference_id
     
  where e.province_id = assignment.province_id
  and e.event_id = assignment.event_id) e) end) as standing
     
  from assignment
  where assignment.province_id = $6
       
  and assignment.withdrawn_at is null
  and true
  and (assignment.session_item_id in (select session_item_id
  from session_item
     
  where province_id = $7
  and conference_id = $8)
    or assignment.document_id in (select document_id
  from document
     
  where province_id = $9
  and conference_id = $10))
   
  and exists (select 1
  from conference
  where province_id = $11
     
  and conference_id = $12
  and ("conference"."document_id" is null or "conference"."document_id" not in (
    select document_id
  from document
  where province_id = $13
     
  and status = 'quarantined')))
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $14
     
  and status = 'quarantined')) offset 0) t
    offset 0) d offset 0),
    page as (select assignment_id, rank, sort_day::text
  from (select s.*, array_position($15::text[], state) as rank,
        case when state in ('doneLate', 'doneOnTime', 'done')
          then date '9999-12-31' - (done_on - date '1900-01-01')
          else coalesce(due, date '9999-12-31') end as sort_day
  from s) t
     
  where state = any($16::text[])
  and true
     
  order by rank, sort_day, assignment_id
  limit $17),
    sums as (select coalesce(jsonb_agg(to_jsonb(c)), '[]'::jsonb) as counted
  from (
      select state, (done_on is null
  and revoked_on is null)
  and (lead_id is null
  and coalesce(btrim(lead_text), '') = '') as "noOwner", (done_on is null
  and revoked_on is null)
  and (standing is null
  and event_id is null) as "noDate",
        count(*)::integer as n
  from s
  group by 1, 2, 3) c)
    select page.*, counted
  from sums
  left join page on true
   
  order by rank, sort_day, assignment_id;


    with s as materialized (select d.*, (case
  when revoked_on is not null then 'revoked'
  when done_on is not null then
    case when due is null then 'done' when done_on <= due then 'doneOnTime' else 'doneLate' end
  when paused_on is not null then 'paused'
  when reported_on is not null then 'awaiting'
  when due is null then 'noDate'
  when due < $1::date then 'overdue'
  when due - $2::date <= $3::integer then 'dueSoon'
  else 'inTerm' end) as state
  from (
    select t.*, coalesce(($4::jsonb ->> (t.standing)::text)::date,
    t.standing + case extract(isodow
  from t.standing) when 6 then 2 when 7 then 1 else 0 end) as due
  from (
      select assignment.assignment_id, assignment.lead_id, assignment.lead_text, assignment.done_on,
        assignment.reported_on, assignment.paused_on, assignment.revoked_on, assignment.event_id,
        (case when assignment.event_id is null
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
           
  and one.day::date <> all($5::date[]) end), e.day) end
   
  from (select e.province_id, case when ec.cancelled_at is null then
  coalesce((ec.starts_at at time zone 'Asia/Ho_Chi_Minh')::date, ec.held_on, e.on_date) end - assignment.event_days as day
     
  from deadline_event e
  left join conference ec on ec.province_id = e.province_id
       
  and ec.conference_id = e.conference_id
     
  where e.province_id = assignment.province_id
  and e.event_id = assignment.event_id) e) end) as standing
     
  from assignment
  where assignment.province_id = $6
       
  and assignment.withdrawn_at is null
  and true
  and (case when assignment.session_item_id is null
    then ("assignment"."document_id" is null or "assignment"."document_id" in (
    select document_id
  from document
  where province_id = $7
     
  and (document.status <> 'quarantined'
  and (document.organisation_id = any($8::uuid[])
    or case when document.matter_id is not null then exists (select 1
  from item_paper
    join session_item on session_item.province_id = item_paper.province_id
     
  and session_item.session_item_id = item_paper.session_item_id
    join conference on conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
   
  where item_paper.province_id = document.province_id
     
  and item_paper.document_id = document.document_id
     
  and ((conference.organisation_id = any($9::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($10::uuid[])))
        or (session_item.status = 'on'
  and item_paper.given_out_at is not null
         
  and conference.cancelled_at is null
         
  and case when 'office' in (document.level, session_item.level, conference.level) then false
            when 'participants' in (document.level, session_item.level, conference.level) then exists (select 1
  from invitation
   
  where invitation.province_id = "session_item"."province_id"
     
  and invitation.conference_id = "session_item"."conference_id"
  and (invitation.withdrawn_at is null
  and invitation.sent_at is not null
   
  and (invitation.account_id = $11
    or invitation.substitute_account_id = $12
    or invitation.organisation_id = any($13::uuid[])))
     
  and (invitation.capacity <> 'forItems' or exists (select 1
  from invitation_item
       
  where invitation_item.province_id = invitation.province_id
         
  and invitation_item.invitation_id = invitation.invitation_id
         
  and invitation_item.session_item_id = "session_item"."session_item_id")))
            when 'organisation' in (document.level, session_item.level, conference.level) then ($14::boolean
              or conference.organisation_id is null or (conference.organisation_id = any($15::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($16::uuid[]))))
            else true end)))
    else document.level in ('internal', 'public')
    or (document.level = 'organisation'
  and ($17::boolean
      or document.organisation_id is null or document.organisation_id = any($18::uuid[])))
    or (document.level = 'participants'
  and exists (
      select 1
  from document_participant named
     
  where named.province_id = document.province_id
  and named.document_id = document.document_id
       
  and (named.account_id = $19 or named.organisation_id = any($20::uuid[])))) end)))) or ((assignment.lead_id = any($21::uuid[])
    or assignment.cooperating_ids ?| $22::text[] or assignment.follower_id = $23)
  and not exists (select 1
  from document
     
  where document.province_id = assignment.province_id
       
  and document.document_id = assignment.document_id
  and document.status = 'quarantined'))
    else (assignment.lead_id = any($24::uuid[])
    or assignment.cooperating_ids ?| $25::text[] or assignment.follower_id = $26) or exists (
      select 1
  from session_item
  where session_item.province_id = assignment.province_id
       
  and session_item.session_item_id = assignment.session_item_id
  and (session_item.submitter_id = any($27::uuid[]) or exists (
    select 1
  from conference
  where conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
     
  and ((conference.organisation_id = any($28::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($29::uuid[])))
        or ((case when conference.organisation_id is null then ("conference"."document_id" is null or "conference"."document_id" in (
    select document_id
  from document
  where province_id = $30
     
  and (document.status <> 'quarantined'
  and (document.organisation_id = any($31::uuid[])
    or case when document.matter_id is not null then exists (select 1
  from item_paper
    join session_item on session_item.province_id = item_paper.province_id
     
  and session_item.session_item_id = item_paper.session_item_id
    join conference on conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
   
  where item_paper.province_id = document.province_id
     
  and item_paper.document_id = document.document_id
     
  and ((conference.organisation_id = any($32::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($33::uuid[])))
        or (session_item.status = 'on'
  and item_paper.given_out_at is not null
         
  and conference.cancelled_at is null
         
  and case when 'office' in (document.level, session_item.level, conference.level) then false
            when 'participants' in (document.level, session_item.level, conference.level) then exists (select 1
  from invitation
   
  where invitation.province_id = "session_item"."province_id"
     
  and invitation.conference_id = "session_item"."conference_id"
  and (invitation.withdrawn_at is null
  and invitation.sent_at is not null
   
  and (invitation.account_id = $34
    or invitation.substitute_account_id = $35
    or invitation.organisation_id = any($36::uuid[])))
     
  and (invitation.capacity <> 'forItems' or exists (select 1
  from invitation_item
       
  where invitation_item.province_id = invitation.province_id
         
  and invitation_item.invitation_id = invitation.invitation_id
         
  and invitation_item.session_item_id = "session_item"."session_item_id")))
            when 'organisation' in (document.level, session_item.level, conference.level) then ($37::boolean
              or conference.organisation_id is null or (conference.organisation_id = any($38::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($39::uuid[]))))
            else true end)))
    else document.level in ('internal', 'public')
    or (document.level = 'organisation'
  and ($40::boolean
      or document.organisation_id is null or document.organisation_id = any($41::uuid[])))
    or (document.level = 'participants'
  and exists (
      select 1
  from document_participant named
     
  where named.province_id = document.province_id
  and named.document_id = document.document_id
       
  and (named.account_id = $42 or named.organisation_id = any($43::uuid[])))) end))))
    else (conference.organisation_id = any($44::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($45::uuid[])))
      or conference.level in ('internal', 'public')
      or (conference.level = 'organisation'
  and ($46::boolean or (conference.organisation_id = any($47::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($48::uuid[])))))
      or (conference.level = 'participants'
  and exists (select 1
  from invitation
       
  where invitation.province_id = conference.province_id
         
  and invitation.conference_id = conference.conference_id
  and (invitation.withdrawn_at is null
  and invitation.sent_at is not null
   
  and (invitation.account_id = $49
    or invitation.substitute_account_id = $50
    or invitation.organisation_id = any($51::uuid[])))))
    end)
  and (session_item.level in ('internal', 'public')
          or (session_item.level = 'organisation'
  and ($52::boolean or (conference.organisation_id = any($53::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($54::uuid[])))))
          or (session_item.level = 'participants'
  and exists (select 1
  from invitation
   
  where invitation.province_id = "session_item"."province_id"
     
  and invitation.conference_id = "session_item"."conference_id"
  and (invitation.withdrawn_at is null
  and invitation.sent_at is not null
   
  and (invitation.account_id = $55
    or invitation.substitute_account_id = $56
    or invitation.organisation_id = any($57::uuid[])))
     
  and (invitation.capacity <> 'forItems' or exists (select 1
  from invitation_item
       
  where invitation_item.province_id = invitation.province_id
         
  and invitation_item.invitation_id = invitation.invitation_id
         
  and invitation_item.session_item_id = "session_item"."session_item_id")))))))))) end) offset 0) t
    offset 0) d offset 0),
    page as (select assignment_id, rank, sort_day::text
  from (select s.*, array_position($58::text[], state) as rank,
        case when state in ('doneLate', 'doneOnTime', 'done')
          then date '9999-12-31' - (done_on - date '1900-01-01')
          else coalesce(due, date '9999-12-31') end as sort_day
  from s) t
     
  where state = any($59::text[])
  and true
     
  order by rank, sort_day, assignment_id
  limit $60),
    sums as (select coalesce(jsonb_agg(to_jsonb(c)), '[]'::jsonb) as counted
  from (
      select state, (done_on is null
  and revoked_on is null)
  and (lead_id is null
  and coalesce(btrim(lead_text), '') = '') as "noOwner", (done_on is null
  and revoked_on is null)
  and (standing is null
  and event_id is null) as "noDate",
        count(*)::integer as n
  from s
  group by 1, 2, 3) c)
    select page.*, counted
  from sums
  left join page on true
   
  order by rank, sort_day, assignment_id;


    with s as materialized (select d.*, (case
  when revoked_on is not null then 'revoked'
  when done_on is not null then
    case when due is null then 'done' when done_on <= due then 'doneOnTime' else 'doneLate' end
  when paused_on is not null then 'paused'
  when reported_on is not null then 'awaiting'
  when due is null then 'noDate'
  when due < $1::date then 'overdue'
  when due - $2::date <= $3::integer then 'dueSoon'
  else 'inTerm' end) as state
  from (
    select t.*, coalesce(($4::jsonb ->> (t.standing)::text)::date,
    t.standing + case extract(isodow
  from t.standing) when 6 then 2 when 7 then 1 else 0 end) as due
  from (
      select assignment.assignment_id, assignment.lead_id, assignment.lead_text, assignment.done_on,
        assignment.reported_on, assignment.paused_on, assignment.revoked_on, assignment.event_id,
        (case when assignment.event_id is null
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
           
  and one.day::date <> all($5::date[]) end), e.day) end
   
  from (select e.province_id, case when ec.cancelled_at is null then
  coalesce((ec.starts_at at time zone 'Asia/Ho_Chi_Minh')::date, ec.held_on, e.on_date) end - assignment.event_days as day
     
  from deadline_event e
  left join conference ec on ec.province_id = e.province_id
       
  and ec.conference_id = e.conference_id
     
  where e.province_id = assignment.province_id
  and e.event_id = assignment.event_id) e) end) as standing
     
  from assignment
  where assignment.province_id = $6
       
  and assignment.withdrawn_at is null
  and true
  and assignment.assignment_id in (select assignment_id
             
  from (select d.*
  from (select t.*, coalesce(($7::jsonb ->> (coalesce(t.original_deadline, t.standing))::text)::date,
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
           
  and one.day::date <> all($8::date[]) end), e.day) end
   
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
  where assignment.province_id = $9
  and true
       
  and assignment.withdrawn_at is null
  and true
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $10
     
  and status = 'quarantined'))) t) d
   
  where (d.counted_due >= $11::date
  and d.counted_due <= $12::date
  and d.counted_due is not null)) c
             
  where (((revoked_on is null
  and not (done_on is null
  and paused_on is not null))
  and done_on is null)
  and coalesce(reported_on, $13::date) > counted_due))
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $14
     
  and status = 'quarantined')) offset 0) t
    offset 0) d offset 0),
    page as (select assignment_id, rank, sort_day::text
  from (select s.*, array_position($15::text[], state) as rank,
        case when state in ('doneLate', 'doneOnTime', 'done')
          then date '9999-12-31' - (done_on - date '1900-01-01')
          else coalesce(due, date '9999-12-31') end as sort_day
  from s) t
     
  where state = any($16::text[])
  and true
     
  order by rank, sort_day, assignment_id
  limit $17),
    sums as (select coalesce(jsonb_agg(to_jsonb(c)), '[]'::jsonb) as counted
  from (
      select state, (done_on is null
  and revoked_on is null)
  and (lead_id is null
  and coalesce(btrim(lead_text), '') = '') as "noOwner", (done_on is null
  and revoked_on is null)
  and (standing is null
  and event_id is null) as "noDate",
        count(*)::integer as n
  from s
  group by 1, 2, 3) c)
    select page.*, counted
  from sums
  left join page on true
   
  order by rank, sort_day, assignment_id;


    with s as materialized (select d.*, (case
  when revoked_on is not null then 'revoked'
  when done_on is not null then
    case when due is null then 'done' when done_on <= due then 'doneOnTime' else 'doneLate' end
  when paused_on is not null then 'paused'
  when reported_on is not null then 'awaiting'
  when due is null then 'noDate'
  when due < $1::date then 'overdue'
  when due - $2::date <= $3::integer then 'dueSoon'
  else 'inTerm' end) as state
  from (
    select t.*, coalesce(($4::jsonb ->> (t.standing)::text)::date,
    t.standing + case extract(isodow
  from t.standing) when 6 then 2 when 7 then 1 else 0 end) as due
  from (
      select assignment.assignment_id, assignment.lead_id, assignment.lead_text, assignment.done_on,
        assignment.reported_on, assignment.paused_on, assignment.revoked_on, assignment.event_id,
        (case when assignment.event_id is null
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
           
  and one.day::date <> all($5::date[]) end), e.day) end
   
  from (select e.province_id, case when ec.cancelled_at is null then
  coalesce((ec.starts_at at time zone 'Asia/Ho_Chi_Minh')::date, ec.held_on, e.on_date) end - assignment.event_days as day
     
  from deadline_event e
  left join conference ec on ec.province_id = e.province_id
       
  and ec.conference_id = e.conference_id
     
  where e.province_id = assignment.province_id
  and e.event_id = assignment.event_id) e) end) as standing
     
  from assignment
  where assignment.province_id = $6
       
  and assignment.withdrawn_at is null
  and true
  and assignment.assignment_id in (select assignment_id
             
  from (select d.*
  from (select t.*, coalesce(($7::jsonb ->> (coalesce(t.original_deadline, t.standing))::text)::date,
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
           
  and one.day::date <> all($8::date[]) end), e.day) end
   
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
  where assignment.province_id = $9
  and true
       
  and assignment.withdrawn_at is null
  and true
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $10
     
  and status = 'quarantined'))) t) d
   
  where (d.counted_due >= $11::date
  and d.counted_due <= $12::date
  and d.counted_due is not null)) c
             
  where (((revoked_on is null
  and not (done_on is null
  and paused_on is not null))
  and done_on is null)
  and counted_due is null
  and given_on < $13::date))
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $14
     
  and status = 'quarantined')) offset 0) t
    offset 0) d offset 0),
    page as (select assignment_id, rank, sort_day::text
  from (select s.*, array_position($15::text[], state) as rank,
        case when state in ('doneLate', 'doneOnTime', 'done')
          then date '9999-12-31' - (done_on - date '1900-01-01')
          else coalesce(due, date '9999-12-31') end as sort_day
  from s) t
     
  where state = any($16::text[])
  and true
     
  order by rank, sort_day, assignment_id
  limit $17),
    sums as (select coalesce(jsonb_agg(to_jsonb(c)), '[]'::jsonb) as counted
  from (
      select state, (done_on is null
  and revoked_on is null)
  and (lead_id is null
  and coalesce(btrim(lead_text), '') = '') as "noOwner", (done_on is null
  and revoked_on is null)
  and (standing is null
  and event_id is null) as "noDate",
        count(*)::integer as n
  from s
  group by 1, 2, 3) c)
    select page.*, counted
  from sums
  left join page on true
   
  order by rank, sort_day, assignment_id;


    with s as materialized (select d.*, (case
  when revoked_on is not null then 'revoked'
  when done_on is not null then
    case when due is null then 'done' when done_on <= due then 'doneOnTime' else 'doneLate' end
  when paused_on is not null then 'paused'
  when reported_on is not null then 'awaiting'
  when due is null then 'noDate'
  when due < $1::date then 'overdue'
  when due - $2::date <= $3::integer then 'dueSoon'
  else 'inTerm' end) as state
  from (
    select t.*, coalesce(($4::jsonb ->> (t.standing)::text)::date,
    t.standing + case extract(isodow
  from t.standing) when 6 then 2 when 7 then 1 else 0 end) as due
  from (
      select assignment.assignment_id, assignment.lead_id, assignment.lead_text, assignment.done_on,
        assignment.reported_on, assignment.paused_on, assignment.revoked_on, assignment.event_id,
        (case when assignment.event_id is null
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
           
  and one.day::date <> all($5::date[]) end), e.day) end
   
  from (select e.province_id, case when ec.cancelled_at is null then
  coalesce((ec.starts_at at time zone 'Asia/Ho_Chi_Minh')::date, ec.held_on, e.on_date) end - assignment.event_days as day
     
  from deadline_event e
  left join conference ec on ec.province_id = e.province_id
       
  and ec.conference_id = e.conference_id
     
  where e.province_id = assignment.province_id
  and e.event_id = assignment.event_id) e) end) as standing
     
  from assignment
  where assignment.province_id = $6
       
  and assignment.withdrawn_at is null
  and true
  and assignment.assignment_id in (select assignment_id
             
  from (select d.*
  from (select t.*, coalesce(($7::jsonb ->> (coalesce(t.original_deadline, t.standing))::text)::date,
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
           
  and one.day::date <> all($8::date[]) end), e.day) end
   
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
  where assignment.province_id = $9
  and true
       
  and assignment.withdrawn_at is null
  and true
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $10
     
  and status = 'quarantined'))) t) d
   
  where (d.counted_due >= $11::date
  and d.counted_due <= $12::date
  and d.counted_due is not null)) c
             
  where ((revoked_on is null
  and not (done_on is null
  and paused_on is not null))
  and done_on is not null
  and (counted_due is null or done_on <= counted_due)))
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $13
     
  and status = 'quarantined')) offset 0) t
    offset 0) d offset 0),
    page as (select assignment_id, rank, sort_day::text
  from (select s.*, array_position($14::text[], state) as rank,
        case when state in ('doneLate', 'doneOnTime', 'done')
          then date '9999-12-31' - (done_on - date '1900-01-01')
          else coalesce(due, date '9999-12-31') end as sort_day
  from s) t
     
  where state = any($15::text[])
  and true
     
  order by rank, sort_day, assignment_id
  limit $16),
    sums as (select coalesce(jsonb_agg(to_jsonb(c)), '[]'::jsonb) as counted
  from (
      select state, (done_on is null
  and revoked_on is null)
  and (lead_id is null
  and coalesce(btrim(lead_text), '') = '') as "noOwner", (done_on is null
  and revoked_on is null)
  and (standing is null
  and event_id is null) as "noDate",
        count(*)::integer as n
  from s
  group by 1, 2, 3) c)
    select page.*, counted
  from sums
  left join page on true
   
  order by rank, sort_day, assignment_id;


    with s as materialized (select d.*, (case
  when revoked_on is not null then 'revoked'
  when done_on is not null then
    case when due is null then 'done' when done_on <= due then 'doneOnTime' else 'doneLate' end
  when paused_on is not null then 'paused'
  when reported_on is not null then 'awaiting'
  when due is null then 'noDate'
  when due < $1::date then 'overdue'
  when due - $2::date <= $3::integer then 'dueSoon'
  else 'inTerm' end) as state
  from (
    select t.*, coalesce(($4::jsonb ->> (t.standing)::text)::date,
    t.standing + case extract(isodow
  from t.standing) when 6 then 2 when 7 then 1 else 0 end) as due
  from (
      select assignment.assignment_id, assignment.lead_id, assignment.lead_text, assignment.done_on,
        assignment.reported_on, assignment.paused_on, assignment.revoked_on, assignment.event_id,
        (case when assignment.event_id is null
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
           
  and one.day::date <> all($5::date[]) end), e.day) end
   
  from (select e.province_id, case when ec.cancelled_at is null then
  coalesce((ec.starts_at at time zone 'Asia/Ho_Chi_Minh')::date, ec.held_on, e.on_date) end - assignment.event_days as day
     
  from deadline_event e
  left join conference ec on ec.province_id = e.province_id
       
  and ec.conference_id = e.conference_id
     
  where e.province_id = assignment.province_id
  and e.event_id = assignment.event_id) e) end) as standing
     
  from assignment
  where assignment.province_id = $6
       
  and assignment.withdrawn_at is null
  and true
  and assignment.assignment_id in (select subject_id
  from search_entry
   
  where province_id = $7
  and subject_kind = 'assignment'
     
  and position($8 in folded) > 0)
  and (assignment.lead_id = any($9::uuid[]) or assignment.cooperating_ids ?| $10::text[] or assignment.follower_id = $11)
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $12
     
  and status = 'quarantined')) offset 0) t
    offset 0) d offset 0),
    page as (select assignment_id, rank, sort_day::text
  from (select s.*, array_position($13::text[], state) as rank,
        case when state in ('doneLate', 'doneOnTime', 'done')
          then date '9999-12-31' - (done_on - date '1900-01-01')
          else coalesce(due, date '9999-12-31') end as sort_day
  from s) t
     
  where state = any($14::text[])
  and true
     
  order by rank, sort_day, assignment_id
  limit $15),
    sums as (select coalesce(jsonb_agg(to_jsonb(c)), '[]'::jsonb) as counted
  from (
      select state, (done_on is null
  and revoked_on is null)
  and (lead_id is null
  and coalesce(btrim(lead_text), '') = '') as "noOwner", (done_on is null
  and revoked_on is null)
  and (standing is null
  and event_id is null) as "noDate",
        count(*)::integer as n
  from s
  group by 1, 2, 3) c)
    select page.*, counted
  from sums
  left join page on true
   
  order by rank, sort_day, assignment_id;


    with s as materialized (select d.*, (case
  when revoked_on is not null then 'revoked'
  when done_on is not null then
    case when due is null then 'done' when done_on <= due then 'doneOnTime' else 'doneLate' end
  when paused_on is not null then 'paused'
  when reported_on is not null then 'awaiting'
  when due is null then 'noDate'
  when due < $1::date then 'overdue'
  when due - $2::date <= $3::integer then 'dueSoon'
  else 'inTerm' end) as state
  from (
    select t.*, coalesce(($4::jsonb ->> (t.standing)::text)::date,
    t.standing + case extract(isodow
  from t.standing) when 6 then 2 when 7 then 1 else 0 end) as due
  from (
      select assignment.assignment_id, assignment.lead_id, assignment.lead_text, assignment.done_on,
        assignment.reported_on, assignment.paused_on, assignment.revoked_on, assignment.event_id,
        (case when assignment.event_id is null
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
           
  and one.day::date <> all($5::date[]) end), e.day) end
   
  from (select e.province_id, case when ec.cancelled_at is null then
  coalesce((ec.starts_at at time zone 'Asia/Ho_Chi_Minh')::date, ec.held_on, e.on_date) end - assignment.event_days as day
     
  from deadline_event e
  left join conference ec on ec.province_id = e.province_id
       
  and ec.conference_id = e.conference_id
     
  where e.province_id = assignment.province_id
  and e.event_id = assignment.event_id) e) end) as standing
     
  from assignment
  where assignment.province_id = $6
       
  and assignment.withdrawn_at is null
  and true
  and assignment.lead_id is null
  and assignment.event_id = $7
  and assignment.assignment_id in (select assignment_id
             
  from (select d.*
  from (select t.*, coalesce(($8::jsonb ->> (coalesce(t.original_deadline, t.standing))::text)::date,
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
           
  and one.day::date <> all($9::date[]) end), e.day) end
   
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
  where assignment.province_id = $10
  and true
       
  and assignment.withdrawn_at is null
  and true
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $11
     
  and status = 'quarantined'))) t) d
   
  where (d.given_on >= $12::date
  and true
  and true)) c
             
  where true)
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $13
     
  and status = 'quarantined')) offset 0) t
    offset 0) d offset 0),
    page as (select assignment_id, rank, sort_day::text
  from (select s.*, array_position($14::text[], state) as rank,
        case when state in ('doneLate', 'doneOnTime', 'done')
          then date '9999-12-31' - (done_on - date '1900-01-01')
          else coalesce(due, date '9999-12-31') end as sort_day
  from s) t
     
  where state = any($15::text[])
  and true
     
  order by rank, sort_day, assignment_id
  limit $16),
    sums as (select coalesce(jsonb_agg(to_jsonb(c)), '[]'::jsonb) as counted
  from (
      select state, (done_on is null
  and revoked_on is null)
  and (lead_id is null
  and coalesce(btrim(lead_text), '') = '') as "noOwner", (done_on is null
  and revoked_on is null)
  and (standing is null
  and event_id is null) as "noDate",
        count(*)::integer as n
  from s
  group by 1, 2, 3) c)
    select page.*, counted
  from sums
  left join page on true
   
  order by rank, sort_day, assignment_id;


    with s as materialized (select d.*, (case
  when revoked_on is not null then 'revoked'
  when done_on is not null then
    case when due is null then 'done' when done_on <= due then 'doneOnTime' else 'doneLate' end
  when paused_on is not null then 'paused'
  when reported_on is not null then 'awaiting'
  when due is null then 'noDate'
  when due < $1::date then 'overdue'
  when due - $2::date <= $3::integer then 'dueSoon'
  else 'inTerm' end) as state
  from (
    select t.*, coalesce(($4::jsonb ->> (t.standing)::text)::date,
    t.standing + case extract(isodow
  from t.standing) when 6 then 2 when 7 then 1 else 0 end) as due
  from (
      select assignment.assignment_id, assignment.lead_id, assignment.lead_text, assignment.done_on,
        assignment.reported_on, assignment.paused_on, assignment.revoked_on, assignment.event_id,
        (case when assignment.event_id is null
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
           
  and one.day::date <> all($5::date[]) end), e.day) end
   
  from (select e.province_id, case when ec.cancelled_at is null then
  coalesce((ec.starts_at at time zone 'Asia/Ho_Chi_Minh')::date, ec.held_on, e.on_date) end - assignment.event_days as day
     
  from deadline_event e
  left join conference ec on ec.province_id = e.province_id
       
  and ec.conference_id = e.conference_id
     
  where e.province_id = assignment.province_id
  and e.event_id = assignment.event_id) e) end) as standing
     
  from assignment
  where assignment.province_id = $6
       
  and assignment.withdrawn_at is null
  and true
  and coalesce((select step.from_id
  from assignment_step step
   
  where step.province_id = assignment.province_id
     
  and step.assignment_id = assignment.assignment_id
  and step.kind = any($7::text[])
  and step.at >= (($8::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
  and step.from_id is not null
     
  order by step.at, step.step_id
  limit 1), assignment.lead_id) is null
  and assignment.assignment_id in (select assignment_id
             
  from (select d.*
  from (select t.*, coalesce(($9::jsonb ->> (coalesce(t.original_deadline, t.standing))::text)::date,
    coalesce(t.original_deadline, t.standing) + case extract(isodow
  from coalesce(t.original_deadline, t.standing)) when 6 then 2 when 7 then 1 else 0 end) as counted_due
  from (
      select assignment.assignment_id, coalesce((select step.from_id
  from assignment_step step
   
  where step.province_id = assignment.province_id
     
  and step.assignment_id = assignment.assignment_id
  and step.kind = any($10::text[])
  and step.at >= (($11::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
  and step.from_id is not null
     
  order by step.at, step.step_id
  limit 1), assignment.lead_id) as lead_id,
        coalesce((select step.former_date
  from assignment_step step
   
  where step.province_id = assignment.province_id
     
  and step.assignment_id = assignment.assignment_id
  and step.kind = any($12::text[])
  and step.at >= (($13::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
  and step.former_date is not null
     
  order by step.at, step.step_id
  limit 1), assignment.original_deadline) as original_deadline, case when exists (select 1
  from assignment_step step
   
  where step.province_id = assignment.province_id
     
  and step.assignment_id = assignment.assignment_id
  and step.kind = any($14::text[])
  and step.at >= (($15::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')) then null else assignment.done_on end as done_on,
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
  limit 1) else assignment.reported_on end as reported_on, case when exists (select 1
  from assignment_step step
   
  where step.province_id = assignment.province_id
     
  and step.assignment_id = assignment.assignment_id
  and step.kind = any($20::text[]))
      then (select case when step.kind = $21 then step.on_date end
  from assignment_step step
   
  where step.province_id = assignment.province_id
     
  and step.assignment_id = assignment.assignment_id
  and step.kind = any($22::text[])
       
  and step.at < (($23::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
  order by step.at desc, step.step_id desc
  limit 1) else assignment.paused_on end as paused_on,
        case when exists (select 1
  from assignment_step step
   
  where step.province_id = assignment.province_id
     
  and step.assignment_id = assignment.assignment_id
  and step.kind = any($24::text[]))
      then (select case when step.kind = $25 then step.on_date end
  from assignment_step step
   
  where step.province_id = assignment.province_id
     
  and step.assignment_id = assignment.assignment_id
  and step.kind = any($26::text[])
       
  and step.at < (($27::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
  order by step.at desc, step.step_id desc
  limit 1) else assignment.revoked_on end as revoked_on, coalesce((select step.former_date
  from assignment_step step
   
  where step.province_id = assignment.province_id
     
  and step.assignment_id = assignment.assignment_id
  and step.kind = any($28::text[])
  and step.at >= (($29::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
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
           
  and one.day::date <> all($30::date[]) end), e.day) end
   
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
  where assignment.province_id = $31
  and assignment.confirmed_at < (($32::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
       
  and assignment.withdrawn_at is null
  and true
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $33
     
  and status = 'quarantined'))) t) d
   
  where true) c
             
  where true)
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $34
     
  and status = 'quarantined')) offset 0) t
    offset 0) d offset 0),
    page as (select assignment_id, rank, sort_day::text
  from (select s.*, array_position($35::text[], state) as rank,
        case when state in ('doneLate', 'doneOnTime', 'done')
          then date '9999-12-31' - (done_on - date '1900-01-01')
          else coalesce(due, date '9999-12-31') end as sort_day
  from s) t
     
  where state = any($36::text[])
  and true
     
  order by rank, sort_day, assignment_id
  limit $37),
    sums as (select coalesce(jsonb_agg(to_jsonb(c)), '[]'::jsonb) as counted
  from (
      select state, (done_on is null
  and revoked_on is null)
  and (lead_id is null
  and coalesce(btrim(lead_text), '') = '') as "noOwner", (done_on is null
  and revoked_on is null)
  and (standing is null
  and event_id is null) as "noDate",
        count(*)::integer as n
  from s
  group by 1, 2, 3) c)
    select page.*, counted
  from sums
  left join page on true
   
  order by rank, sort_day, assignment_id;


    with s as materialized (select d.*, (case
  when revoked_on is not null then 'revoked'
  when done_on is not null then
    case when due is null then 'done' when done_on <= due then 'doneOnTime' else 'doneLate' end
  when paused_on is not null then 'paused'
  when reported_on is not null then 'awaiting'
  when due is null then 'noDate'
  when due < $1::date then 'overdue'
  when due - $2::date <= $3::integer then 'dueSoon'
  else 'inTerm' end) as state
  from (
    select t.*, t.standing as due
  from (
      select assignment.assignment_id, assignment.lead_id, assignment.lead_text, assignment.done_on,
        assignment.reported_on, assignment.paused_on, assignment.revoked_on, assignment.event_id,
        (case when assignment.event_id is null
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
           
  and one.day::date <> all($4::date[]) end), e.day) end
   
  from (select e.province_id, case when ec.cancelled_at is null then
  coalesce((ec.starts_at at time zone 'Asia/Ho_Chi_Minh')::date, ec.held_on, e.on_date) end - assignment.event_days as day
     
  from deadline_event e
  left join conference ec on ec.province_id = e.province_id
       
  and ec.conference_id = e.conference_id
     
  where e.province_id = assignment.province_id
  and e.event_id = assignment.event_id) e) end) as standing
     
  from assignment
  where assignment.province_id = $5
       
  and assignment.withdrawn_at is null
  and true
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $6
     
  and status = 'quarantined')) offset 0) t
    offset 0) d offset 0),
    page as (select assignment_id, rank, sort_day::text
  from (select s.*, array_position($7::text[], state) as rank,
        case when state in ('doneLate', 'doneOnTime', 'done')
          then date '9999-12-31' - (done_on - date '1900-01-01')
          else coalesce(due, date '9999-12-31') end as sort_day
  from s) t
     
  where state = any($8::text[])
  and true
     
  order by rank, sort_day, assignment_id
  limit $9),
    sums as (select coalesce(jsonb_agg(to_jsonb(c)), '[]'::jsonb) as counted
  from (
      select state, (done_on is null
  and revoked_on is null)
  and (lead_id is null
  and coalesce(btrim(lead_text), '') = '') as "noOwner", (done_on is null
  and revoked_on is null)
  and (standing is null
  and event_id is null) as "noDate",
        count(*)::integer as n
  from s
  group by 1, 2, 3) c)
    select page.*, counted
  from sums
  left join page on true
   
  order by rank, sort_day, assignment_id;
