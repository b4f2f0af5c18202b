-- Functions of app/src/registers/sitting/tasks-store.ts.

-- decisionsOf
select "item_decision"."session_item_id", "item_decision"."body", "item_decision"."tasks", "item_decision"."version"
  from "item_decision"
  inner join "session_item" on "session_item"."province_id" = "item_decision"."province_id"
  and "session_item"."session_item_id" = "item_decision"."session_item_id"
  where "item_decision"."province_id" = $1
  and "session_item"."conference_id" = $2
  and "session_item"."status" = $3
  order by "session_item"."position";

-- enter
insert into "assignment" ("province_id", "assignment_id", "action", "start_at", "end_at", "as_written", "decided", "lead_id", "lead_text", "cooperating", "cooperating_ids", "deadline", "deadline_text", "deadline_fuzzy", "deliverable", "register_year", "register_number", "original_deadline", "session_item_id", "document_id", "text_version", "finding_id", "specific", "ordered_by", "done_on", "note", "confirmed_by", "withdrawn_at")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28)
  on conflict ("province_id", "assignment_id") do nothing
  returning "assignment_id";

update "assignment"
  set "action" = $1, "start_at" = $2, "end_at" = $3, "as_written" = $4, "decided" = $5, "deadline" = $6, "deadline_text" = $7, "deadline_fuzzy" = $8, "original_deadline" = $9, "event_id" = $10, "event_days" = $11, "revoked_on" = $12, "withdrawn_at" = $13, "version" = $14
  where "province_id" = $15
  and "assignment_id" = $16;

update "assignment"
  set "action" = $1, "start_at" = $2, "end_at" = $3, "as_written" = $4, "decided" = $5, "deadline" = $6, "deadline_text" = $7, "deadline_fuzzy" = $8, "original_deadline" = $9, "event_id" = $10, "event_days" = $11, "withdrawn_at" = $12, "version" = $13
  where "province_id" = $14
  and "assignment_id" = $15;

update "assignment"
  set "action" = $1, "start_at" = $2, "end_at" = $3, "as_written" = $4, "decided" = $5, "withdrawn_at" = $6, "version" = $7
  where "province_id" = $8
  and "assignment_id" = $9;

-- formerTasks
select "assignment".*
  from "assignment"
  inner join "session_item" on "session_item"."province_id" = "assignment"."province_id"
  and "session_item"."session_item_id" = "assignment"."session_item_id"
  where "assignment"."province_id" = $1
  and "session_item"."conference_id" = $2;

-- keepIds
update "item_decision"
  set "tasks" = $1, "version" = $2
  where "province_id" = $3
  and "session_item_id" = $4;

-- mustBeOpen
select "extension_id"
  from "assignment_extension"
  where "province_id" = $1
  and "assignment_id" = $2
  and "outcome" is null
  limit $3;

-- reopeningsOf
select "reason"
  from "conference_closing"
  where "province_id" = $1
  and "conference_id" = $2
  and "kind" = $3
  order by "at" desc;

-- revokedBy
select "body"
  from "assignment_step"
  where "province_id" = $1
  and "assignment_id" = $2
  and "kind" = $3
  order by "at" desc
  limit $4;

-- takeBack
update "assignment"
  set "withdrawn_at" = $1, "version" = $2
  where "province_id" = $3
  and "assignment_id" = $4;
