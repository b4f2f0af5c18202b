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

-- guardedItem
select "conference_id", "organisation_id", "level"
  from "conference"
  where "province_id" = $1
  and "conference_id" = $2;

-- itemOfTask
select *
  from "session_item"
  where "province_id" = $1
  and "session_item_id" = $2;

-- roundSubject
select "account_id", "organisation_id"
  from "round_addressee"
  where "province_id" = $1
  and "round_id" = $2;

select "submitter_id"
  from "matter"
  where "province_id" = $1
  and "matter_id" = $2;
