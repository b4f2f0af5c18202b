-- Functions of app/src/registers/access/store.ts.

-- accountSubject
select "account_id"
  from "account"
  where "province_id" = $1
  and "account_id" = $2;

-- bodySubject
select "kind"
  from "organisation"
  where "province_id" = $1
  and "organisation_id" = $2;

-- guardOf
select "document_id", "organisation_id", "level", "matter_id"
  from "document"
  where "province_id" = $1
  and "document_id" = $2;

-- heldSubject
select "organisation_id", "account_id", "substitute_account_id"
  from "invitation"
  where "province_id" = $1
  and "conference_id" = $2
  and "withdrawn_at" is null;
