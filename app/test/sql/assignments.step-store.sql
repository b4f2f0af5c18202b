-- Functions of app/src/registers/assignments/step-store.ts.

-- addEvidence
insert into "assignment_evidence" ("province_id", "assignment_id", "document_id", "step_id", "added_by")
  values ($1, $2, $3, $4, $5)
  on conflict do nothing;

select "document_id"
  from "document"
  where "province_id" = $1
  and "document_id" = $2
  and "status" = $3
  and document.status <> 'quarantined';

-- take
insert into "assignment_step" ("province_id", "step_id", "assignment_id", "kind", "on_behalf", "body", "percent", "on_date", "former_date", "from_id", "to_id", "by_account")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12);

update "assignment"
  set "deadline" = $1, "event_id" = $2, "event_days" = $3, "original_deadline" = $4, "version" = $5
  where "province_id" = $6
  and "assignment_id" = $7;

update "assignment"
  set "done_on" = $1, "version" = $2
  where "province_id" = $3
  and "assignment_id" = $4;

update "assignment"
  set "paused_on" = $1, "version" = $2
  where "province_id" = $3
  and "assignment_id" = $4;

update "assignment"
  set "received_at" = $1, "percent" = $2, "reported_on" = $3, "reported_by" = $4, "result" = $5, "product" = $6, "version" = $7
  where "province_id" = $8
  and "assignment_id" = $9;

update "assignment"
  set "version" = $1
  where "province_id" = $2
  and "assignment_id" = $3;
