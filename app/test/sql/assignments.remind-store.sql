-- Functions of app/src/registers/assignments/remind-store.ts.

-- remindTasks

    select assignment_id, state, due, reopened
  from (
      select s.*, assignment_id in (select about_id
  from notification
         
  where province_id = $1
  and kind = 'taskDeadlineMoved'
           
  and created_at >= $2::timestamptz - make_interval(days => $3::integer))
        or exists (select 1
  from assignment_step step
         
  where step.province_id = $4
  and step.assignment_id = s.assignment_id
           
  and step.kind in ('resumed', 'restored', 'sentBack')
           
  and step.at >= $5::timestamptz - make_interval(days => $6::integer))
        as reopened
     
  from (select d.*, (case
  when revoked_on is not null then 'revoked'
  when done_on is not null then
    case when due is null then 'done' when done_on <= due then 'doneOnTime' else 'doneLate' end
  when paused_on is not null then 'paused'
  when reported_on is not null then 'awaiting'
  when due is null then 'noDate'
  when due < $7::date then 'overdue'
  when due - $8::date <= $9::integer then 'dueSoon'
  else 'inTerm' end) as state
  from (
    select t.*, coalesce(($10::jsonb ->> (t.standing)::text)::date,
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
           
  and one.day::date <> all($11::date[]) end), e.day) end
   
  from (select e.province_id, case when ec.cancelled_at is null then
  coalesce((ec.starts_at at time zone 'Asia/Ho_Chi_Minh')::date, ec.held_on, e.on_date) end - assignment.event_days as day
     
  from deadline_event e
  left join conference ec on ec.province_id = e.province_id
       
  and ec.conference_id = e.conference_id
     
  where e.province_id = assignment.province_id
  and e.event_id = assignment.event_id) e) end) as standing
     
  from assignment
  where assignment.province_id = $12
       
  and assignment.withdrawn_at is null
  and true
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $13
     
  and status = 'quarantined')) offset 0) t
    offset 0) d offset 0) s
     
  where state in ('inTerm', 'dueSoon', 'overdue')
  and due - $14::date <= $15::integer) n
   
  where reopened or $16::date - due <= $17::integer;

-- tellWeek
select assignment_id, state
   
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
   
  where state = any($8::text[]);
