-- Functions of app/src/registers/assignments/remind-store.ts.

-- remindTasks

    select assignment_id, state, due, reopened
  from (
      select s.*, exists (select 1
  from assignment_step step
         
  where step.province_id = $1
  and step.assignment_id = s.assignment_id
           
  and step.kind in ('resumed', 'restored', 'sentBack')
           
  and step.at >= $2::timestamptz - make_interval(days => $3::integer))
        as reopened
     
  from (select d.*, (case
  when revoked_on is not null then 'revoked'
  when done_on is not null then
    case when due is null then 'done' when done_on <= due then 'doneOnTime' else 'doneLate' end
  when paused_on is not null then 'paused'
  when reported_on is not null then 'awaiting'
  when due is null then 'noDate'
  when due < $4::date then 'overdue'
  when due - $5::date <= $6::integer then 'dueSoon'
  else 'inTerm' end) as state
  from (
    select t.*, coalesce(($7::jsonb ->> (t.standing)::text)::date,
    t.standing + case extract(isodow
  from t.standing) when 6 then 2 when 7 then 1 else 0 end) as due
  from (
      select assignment.assignment_id, assignment.lead_id, assignment.lead_text, assignment.done_on,
        assignment.reported_on, assignment.paused_on, assignment.revoked_on, assignment.event_id,
        (case when assignment.event_id is null
  then assignment.deadline else (select case when ec.cancelled_at is null then
  coalesce((ec.starts_at at time zone 'Asia/Ho_Chi_Minh')::date, ec.held_on, e.on_date) end - assignment.event_days
   
  from deadline_event e
  left join conference ec on ec.province_id = e.province_id
     
  and ec.conference_id = e.conference_id
   
  where e.province_id = assignment.province_id
  and e.event_id = assignment.event_id) end) as standing
     
  from assignment
  where assignment.province_id = $8
       
  and assignment.withdrawn_at is null
  and true
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $9
     
  and status = 'quarantined'))) t) d) s
     
  where state in ('inTerm', 'dueSoon', 'overdue')
  and due - $10::date <= $11::integer) n
   
  where reopened or $12::date - due <= $13::integer;

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
  then assignment.deadline else (select case when ec.cancelled_at is null then
  coalesce((ec.starts_at at time zone 'Asia/Ho_Chi_Minh')::date, ec.held_on, e.on_date) end - assignment.event_days
   
  from deadline_event e
  left join conference ec on ec.province_id = e.province_id
     
  and ec.conference_id = e.conference_id
   
  where e.province_id = assignment.province_id
  and e.event_id = assignment.event_id) end) as standing
     
  from assignment
  where assignment.province_id = $5
       
  and assignment.withdrawn_at is null
  and true
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $6
     
  and status = 'quarantined'))) t) d) s
   
  where state = any($7::text[]);
