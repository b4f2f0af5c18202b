-- Functions of app/src/registers/calendar/tasks-store.ts.

-- changesOf

    with task as (select t.assignment_id as id, e.event_id, e.conference_id
  from assignment t
     
  left join deadline_event e on e.province_id = t.province_id
  and e.event_id = t.event_id
     
  where t.province_id = $1
  and t.assignment_id = any($2::uuid[])),
    subject as (select id, 'assignment' as kind, id::text as subject
  from task
      union all select id, 'deadlineEvent', event_id::text
  from task
  where event_id is not null
      union all select id, 'conference', conference_id::text
  from task
  where conference_id is not null)
    select subject.id, max(r.at) as at
  from subject
    join audit_record r on r.province_id = $3
  and r.subject_kind = subject.kind
     
  and r.subject_id = subject.subject
   
  where r.action like 'assignment.%' or r.action like 'deadlineEvent.%'
      or r.action in ('conference.plan', 'conference.replan', 'conference.cancel', 'conference.change')
   
  group by subject.id;
