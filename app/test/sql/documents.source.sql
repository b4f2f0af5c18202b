-- Functions of app/src/registers/documents/source.ts.

-- accountNames
select account_id as id, name
  from account
   
  where province_id = $1
  and account_id = any($2::uuid[]);

-- documentTitles
select "document_id" as "id", "title"
  from "document"
  where "province_id" = $1
  and "document_id" in ($2)
  and "status" <> $3
  and document.status <> 'quarantined';

-- sourcesOf
select (select coalesce(json_agg(one), '[]'::json)
  from (select document.document_id as id, document.title,
      document.document_date as day, document.status <> 'quarantined' as open,
      conference.conference_id, conference.title as conference, conference.held_on
   
  from document
  left join conference on conference.province_id = document.province_id
     
  and conference.conference_id = document.conference_id
  and conference.withdrawn_at is null
     
  and ("conference"."document_id" is null or "conference"."document_id" not in (
    select document_id
  from document
  where province_id = $1
     
  and status = 'quarantined'))
   
  where document.province_id = $2
     
  and document.document_id = any($3::uuid[])) one) as "documents", (select coalesce(json_agg(one), '[]'::json)
  from (select account_id as id, name
  from account
   
  where province_id = $4
  and account_id = any($5::uuid[])) one) as "people" /* each request */;
