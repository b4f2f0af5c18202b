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

-- setTask
update "assignment"
  set "deadline" = $1, "event_id" = $2, "event_days" = $3, "original_deadline" = $4, "version" = $5
  where "province_id" = $6
  and "assignment_id" = $7;

update "assignment"
  set "deadline" = $1, "original_deadline" = $2, "event_id" = $3, "event_days" = $4, "assigned_on" = $5, "follower_id" = $6, "deliverable" = $7, "upstream" = $8, "directive" = $9, "product" = $10, "result" = $11, "note" = $12, "version" = $13
  where "province_id" = $14
  and "assignment_id" = $15;

update "assignment"
  set "done_on" = $1, "version" = $2
  where "province_id" = $3
  and "assignment_id" = $4;

update "assignment"
  set "lead_id" = $1, "lead_text" = $2, "assigned_on" = $3, "follower_id" = $4, "deliverable" = $5, "upstream" = $6, "directive" = $7, "product" = $8, "result" = $9, "note" = $10, "version" = $11
  where "province_id" = $12
  and "assignment_id" = $13;

update "assignment"
  set "lead_id" = $1, "lead_text" = $2, "deadline" = $3, "original_deadline" = $4, "event_id" = $5, "event_days" = $6, "cooperating" = $7, "cooperating_ids" = $8, "assigned_on" = $9, "follower_id" = $10, "deliverable" = $11, "upstream" = $12, "directive" = $13, "product" = $14, "result" = $15, "note" = $16, "version" = $17
  where "province_id" = $18
  and "assignment_id" = $19;

update "assignment"
  set "paused_on" = $1, "version" = $2
  where "province_id" = $3
  and "assignment_id" = $4;

update "assignment"
  set "received_at" = $1, "percent" = $2, "reported_on" = $3, "reported_by" = $4, "result" = $5, "product" = $6, "version" = $7
  where "province_id" = $8
  and "assignment_id" = $9;

update "assignment"
  set "received_at" = $1, "version" = $2
  where "province_id" = $3
  and "assignment_id" = $4;

update "assignment"
  set "revoked_on" = $1, "paused_on" = $2, "version" = $3
  where "province_id" = $4
  and "assignment_id" = $5;

update "assignment"
  set "version" = $1
  where "province_id" = $2
  and "assignment_id" = $3;

-- writeStep
insert into "assignment_step" ("province_id", "step_id", "assignment_id", "kind", "on_behalf", "body", "percent", "on_date", "former_date", "from_id", "to_id", "by_account")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12);
