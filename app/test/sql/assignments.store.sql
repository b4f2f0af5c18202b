-- Functions of app/src/registers/assignments/store.ts.

-- assignmentsOf
select "assignment_id"
  from "assignment"
  where "province_id" = $1
  and ("document_id" = any($2) or "session_item_id" in (select "session_item_id"
  from "session_item"
  where "province_id" = $3
  and "conference_id" = $4));

-- bodyNamed
select "organisation_id", "name"
  from "organisation_name"
  where "province_id" = $1
  and (coalesce("organisation_name"."valid_from", $2::date) <= $3::date
   
  and coalesce("organisation_name"."valid_to", $4::date) >= $5::date);

-- enterAssignment
insert into "assignment" ("province_id", "document_id", "text_version", "start_at", "end_at", "as_written", "finding_id", "confirmed_by", "withdrawn_at", "register_year", "register_number", "assignment_id", "action", "lead_text", "lead_id", "original_deadline", "cooperating", "deadline", "deadline_text", "deadline_fuzzy", "deliverable", "specific", "ordered_by", "done_on", "note")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25);

-- isTouched
select "assignment_id"
  from "assignment"
  where "province_id" = $1
  and "assignment_id" = $2
  for update;

select "assignment_id"
  from "assignment_extension"
  where "province_id" = $1
  and "assignment_id" = $2
  limit $3;

select "assignment_id"
  from "assignment_step"
  where "province_id" = $1
  and "assignment_id" = $2
  limit $3;

-- nextNumber
insert into "assignment_counter" ("province_id", "year", "last")
  values ($1, $2, $3)
  on conflict ("province_id", "year") do update
  set "last" = assignment_counter.last + 1
  returning "last";

-- tellEntered
select "document_date"
  from "document"
  where "province_id" = $1
  and "document_id" = $2;

-- withdrawAssignment
update "assignment"
  set "withdrawn_at" = $1, "version" = "version" + $2
  where "province_id" = $3
  and "assignment_id" = $4;
