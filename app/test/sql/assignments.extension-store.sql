-- Functions of app/src/registers/assignments/extension-store.ts.

-- askExtension
insert into "assignment_extension" ("province_id", "extension_id", "assignment_id", "asked_date", "former_date", "reason", "asked_by", "outcome", "granted_date", "answer", "decided_by", "decided_at")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12);

select "extension_id"
  from "assignment_extension"
  where "province_id" = $1
  and "assignment_id" = $2
  and "outcome" is null;

-- decideExtension
select "assignment"."assignment_id"
  from "assignment_extension"
  inner join "assignment" on "assignment"."province_id" = "assignment_extension"."province_id"
  and "assignment"."assignment_id" = "assignment_extension"."assignment_id"
  where "assignment_extension"."province_id" = $1
  and "assignment_extension"."extension_id" = $2
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $3
     
  and status = 'quarantined'));

select *
  from "assignment_extension"
  where "province_id" = $1
  and "extension_id" = $2
  for update;

update "assignment_extension"
  set "outcome" = $1, "granted_date" = $2, "answer" = $3, "decided_by" = $4, "decided_at" = $5, "version" = $6
  where "province_id" = $7
  and "extension_id" = $8;
