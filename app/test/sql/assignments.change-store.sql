-- Functions of app/src/registers/assignments/change-store.ts.

-- changeAssignment
update "assignment"
  set "deadline" = $1, "original_deadline" = $2, "event_id" = $3, "event_days" = $4, "assigned_on" = $5, "follower_id" = $6, "deliverable" = $7, "upstream" = $8, "directive" = $9, "product" = $10, "result" = $11, "note" = $12, "version" = $13
  where "province_id" = $14
  and "assignment_id" = $15;

update "assignment"
  set "lead_id" = $1, "lead_text" = $2, "assigned_on" = $3, "follower_id" = $4, "deliverable" = $5, "upstream" = $6, "directive" = $7, "product" = $8, "result" = $9, "note" = $10, "version" = $11
  where "province_id" = $12
  and "assignment_id" = $13;

update "assignment"
  set "lead_id" = $1, "lead_text" = $2, "deadline" = $3, "original_deadline" = $4, "event_id" = $5, "event_days" = $6, "cooperating" = $7, "cooperating_ids" = $8, "assigned_on" = $9, "follower_id" = $10, "deliverable" = $11, "upstream" = $12, "directive" = $13, "product" = $14, "result" = $15, "note" = $16, "version" = $17
  where "province_id" = $18
  and "assignment_id" = $19;

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
