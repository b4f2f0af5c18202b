-- Functions of app/src/registers/assignments/change-store.ts.

-- deadlineOf
select "extension_id"
  from "assignment_extension"
  where "province_id" = $1
  and "assignment_id" = $2
  and ("outcome" is null or "outcome" = $3)
  limit $4;

-- mustBeEvent
select "event_id"
  from "deadline_event"
  where "province_id" = $1
  and "event_id" = $2
  and "withdrawn_at" is null for share;
