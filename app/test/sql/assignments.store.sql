-- Functions of app/src/registers/assignments/store.ts.

-- changeAssignment
select *
  from "assignment"
  where "province_id" = $1
  and "assignment_id" = $2
  and ("document_id" is null or "document_id" not in (
    select document_id
  from document
  where province_id = $3
     
  and status = 'quarantined'))
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
  and ("document_id" is null or "document_id" not in (
    select document_id
  from document
  where province_id = $3
     
  and status = 'quarantined'))
  and "withdrawn_at" is null;

-- listAssignments
select *
  from "assignment"
  where "province_id" = $1
  and ("document_id" is null or "document_id" in (
    select document_id
  from document
  where province_id = $2
     
  and (document.status <> 'quarantined'
  and (document.level in ('internal', 'public')
    or document.organisation_id = any($3::uuid[])
    or (document.level = 'organisation'
  and ($4::boolean
      or document.organisation_id is null or document.organisation_id = any($5::uuid[])))
    or (document.level = 'participants'
  and exists (
      select 1
  from document_participant named
     
  where named.province_id = document.province_id
  and named.document_id = document.document_id
       
  and (named.account_id = $6 or named.organisation_id = any($7::uuid[]))))))))
  and "withdrawn_at" is null;

select *
  from "assignment"
  where "province_id" = $1
  and ("document_id" is null or "document_id" not in (
    select document_id
  from document
  where province_id = $2
     
  and status = 'quarantined'))
  and "withdrawn_at" is null;

select *
  from "assignment"
  where "province_id" = $1
  and ("document_id" is null or "document_id" not in (
    select document_id
  from document
  where province_id = $2
     
  and status = 'quarantined'))
  and "withdrawn_at" is null
  and "document_id" in ($3);

-- withdrawAssignment
update "assignment"
  set "withdrawn_at" = $1, "version" = "version" + $2
  where "province_id" = $3
  and "assignment_id" = $4
  returning "done_on";
