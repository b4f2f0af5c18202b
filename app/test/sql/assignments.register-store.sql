-- Functions of app/src/registers/assignments/register-store.ts.

-- aroundOf

    select distinct on (assignment_id) assignment_id as id, body
  from assignment_step
   
  where province_id = $1
  and assignment_id = any($2::uuid[])
     
  and kind = 'progress'
  and body is not null
   
  order by assignment_id, at desc, step_id desc;

select "assignment_evidence"."assignment_id", "document"."title"
  from "assignment_evidence"
  inner join "document" on "document"."province_id" = "assignment_evidence"."province_id"
  and "document"."document_id" = "assignment_evidence"."document_id"
  where "assignment_evidence"."province_id" = $1
  and "assignment_evidence"."assignment_id" in ($2)
  and "document"."status" = $3
  and document.status <> 'quarantined'
  order by "assignment_evidence"."added_at";

select "document_id", "document_date"
  from "document"
  where "province_id" = $1
  and document_id = any($2::uuid[]);
