-- Functions of app/src/registers/assignments/view-store.ts.

-- extensionsOf
select *
  from "assignment_extension"
  where "province_id" = $1
  and "assignment_id" = $2
  order by "asked_at";

-- openRequests
select "assignment_id"
  from "assignment_extension"
  where "province_id" = $1
  and "assignment_id" in ($2)
  and "outcome" is null;

-- stepsOf
select "assignment_evidence"."step_id", "document"."document_id", "document"."title"
  from "assignment_evidence"
  inner join "document" on "document"."province_id" = "assignment_evidence"."province_id"
  and "document"."document_id" = "assignment_evidence"."document_id"
  where "assignment_evidence"."province_id" = $1
  and "assignment_evidence"."assignment_id" = $2
  and "document"."status" = $3
  and document.status <> 'quarantined'
  order by "assignment_evidence"."added_at";

select *
  from "assignment_step"
  where "province_id" = $1
  and "assignment_id" = $2
  order by "at", "step_id";
