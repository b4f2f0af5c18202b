-- Functions of app/src/registers/access/subject-store.ts.

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

-- documentGuard
select "document_id", "organisation_id", "level", "matter_id"
  from "document"
  where "province_id" = $1
  and "document_id" = $2;

-- itemOfTask
select *
  from "session_item"
  where "province_id" = $1
  and "session_item_id" = $2;
