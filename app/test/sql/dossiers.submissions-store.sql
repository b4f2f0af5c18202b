-- Functions of app/src/registers/dossiers/submissions-store.ts.

-- decideSubmission
select "session_item"."session_item_id", "session_item"."matter_id", "sent"."submitted_by" as "account_id", "session_item"."submitter_id" as "organisation_id"
  from "dossier_submission" as "sent"
  inner join "session_item" on "session_item"."province_id" = "sent"."province_id"
  and "session_item"."session_item_id" = "sent"."session_item_id"
  where "sent"."province_id" = $1
  and "sent"."submission_id" = $2
  and true;

update "dossier_submission"
  set "outcome" = $1, "reason" = $2, "decided_by" = $3, "decided_at" = $4, "version" = $5
  where "province_id" = $6
  and "submission_id" = $7;

-- submitDossier
insert into "dossier_submission" ("province_id", "submission_id", "session_item_id", "submitted_by", "note", "outcome", "reason", "decided_by", "decided_at")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9);
