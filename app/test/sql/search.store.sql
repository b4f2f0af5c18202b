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
  and to_tsvector('simple', folded) @@ to_tsquery('simple', $2)
  order by ts_rank(to_tsvector('simple', folded), to_tsquery('simple', $3)) desc, "changed_at" desc
  limit $4;
