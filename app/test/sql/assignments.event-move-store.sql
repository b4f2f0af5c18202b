-- Functions of app/src/registers/assignments/event-move-store.ts.

-- eventDays
select e.event_id, (case when ec.cancelled_at is null then
  coalesce((ec.starts_at at time zone 'Asia/Ho_Chi_Minh')::date, ec.held_on, e.on_date) end)::text as day,
      e.version + coalesce(ec.version, 0) as change
   
  from deadline_event e
   
  left join conference ec on ec.province_id = e.province_id
  and ec.conference_id = e.conference_id
   
  where e.province_id = $1
  and e.conference_id = $2
   
  order by e.event_id;

select e.event_id, (case when ec.cancelled_at is null then
  coalesce((ec.starts_at at time zone 'Asia/Ho_Chi_Minh')::date, ec.held_on, e.on_date) end)::text as day,
      e.version + coalesce(ec.version, 0) as change
   
  from deadline_event e
   
  left join conference ec on ec.province_id = e.province_id
  and ec.conference_id = e.conference_id
   
  where e.province_id = $1
  and e.event_id = $2
   
  order by e.event_id;

-- tellMoved
select "assignment_id"
  from "assignment"
  where "province_id" = $1
  and "event_id" in ($2)
  and "withdrawn_at" is null
  and "done_on" is null
  and "revoked_on" is null
  order by "assignment_id";
