-- Functions of app/src/registers/documents/source.ts.

-- accountNames
select "account_id", "name"
  from "account"
  where "province_id" = $1
  and "account_id" in ($2);

-- documentTitles
select "document_id" as "id", "title"
  from "document"
  where "province_id" = $1
  and "document_id" in ($2)
  and "status" <> $3
  and document.status <> 'quarantined';

-- sourcesOf
select "conference_id", "title", "held_on"
  from "conference"
  where "province_id" = $1
  and "conference_id" in ($2)
  and ("conference"."document_id" is null or "conference"."document_id" not in (
    select document_id
  from document
  where province_id = $3
     
  and status = 'quarantined'))
  and "withdrawn_at" is null;

select "document_id", "title", "document_date", "conference_id"
  from "document"
  where "province_id" = $1
  and "document_id" in ($2);
