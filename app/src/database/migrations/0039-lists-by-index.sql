-- What lists of tasks walk along, the next deadline first, instead of sorting all tasks that are open. The life of a task is
-- an expression over its columns (`lifeSql` in assignments/walk-rows-store.ts): nothing is kept that a row does not say itself.
-- Statements stand between lines `-- ;;`.

create index assignment_next on assignment (province_id,
  (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
    when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end),
  deadline, assignment_id) where withdrawn_at is null and event_id is null
-- ;;
create index assignment_next_of_lead on assignment (province_id, lead_id,
  (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
    when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end),
  deadline, assignment_id) where withdrawn_at is null and event_id is null
-- ;;
-- Those that follow an event have no deadline of their own.
create index assignment_next_of_event on assignment (province_id, event_id, event_days,
  (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
    when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end),
  assignment_id) where withdrawn_at is null and event_id is not null
-- ;;
create index assignment_open_helped on assignment using gin (cooperating_ids)
  where withdrawn_at is null and done_on is null and revoked_on is null
