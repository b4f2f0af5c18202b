-- Functions of app/src/search/store.ts.

-- dropSearchEntry
delete
  from "search_entry"
  where "province_id" = $1
  and "subject_kind" = $2
  and "subject_id" = $3;

-- putSearchEntry
insert into "search_entry" ("province_id", "subject_kind", "subject_id", "part", "document_id", "start_at", "end_at", "title", "body", "folded")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- search
select "subject_kind", "subject_id", "document_id", "start_at", "end_at", "title", "body"
  from "search_entry"
  where "province_id" = $1
  and ("document_id" is null or "document_id" in (
    select document_id
  from document
  where province_id = $2
     
  and (document.status <> 'quarantined'
  and (document.level in ('internal', 'public')
    or document.organisation_id = any($3::uuid[])
    or (document.level = 'organisation'
  and ($4::boolean
      or document.organisation_id is null or document.organisation_id = any($5::uuid[])))
    or (document.level = 'participants'
  and exists (
      select 1
  from document_participant named
     
  where named.province_id = document.province_id
  and named.document_id = document.document_id
       
  and (named.account_id = $6 or named.organisation_id = any($7::uuid[]))))))))
  and to_tsvector('simple', folded) @@ to_tsquery('simple', $8)
  order by ts_rank(to_tsvector('simple', folded), to_tsquery('simple', $9)) desc, "changed_at" desc
  limit $10;

select "subject_kind", "subject_id", "document_id", "start_at", "end_at", "title", "body"
  from "search_entry"
  where "province_id" = $1
  and ("document_id" is null or "document_id" not in (
    select document_id
  from document
  where province_id = $2
     
  and status = 'quarantined'))
  and to_tsvector('simple', folded) @@ to_tsquery('simple', $3)
  order by ts_rank(to_tsvector('simple', folded), to_tsquery('simple', $4)) desc, "changed_at" desc
  limit $5;
