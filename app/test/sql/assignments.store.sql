-- Functions of app/src/registers/assignments/store.ts.

-- changeAssignment
select *
  from "assignment"
  where "province_id" = $1
  and "assignment_id" = $2
  and "withdrawn_at" is null
  for update;

update "assignment"
  set "lead_text" = $1, "deadline" = $2, "done_on" = $3, "note" = $4, "version" = $5
  where "province_id" = $6
  and "assignment_id" = $7;

-- enterAssignment
insert into "assignment" ("province_id", "document_id", "text_version", "start_at", "end_at", "as_written", "finding_id", "confirmed_by", "withdrawn_at", "assignment_id", "action", "lead_text", "cooperating", "deadline", "deadline_text", "deadline_fuzzy", "deliverable", "specific", "ordered_by", "done_on", "note")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21);

-- getAssignment
select *
  from "assignment"
  where "province_id" = $1
  and "assignment_id" = $2
  and "withdrawn_at" is null;

-- listAssignments
select *
  from "assignment"
  where "province_id" = $1
  and "withdrawn_at" is null;

select *
  from "assignment"
  where "province_id" = $1
  and "withdrawn_at" is null
  and "document_id" in ($2);

-- withdrawAssignment
update "assignment"
  set "withdrawn_at" = $1, "version" = "version" + $2
  where "province_id" = $3
  and "assignment_id" = $4
  returning "done_on";
