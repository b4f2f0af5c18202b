-- Functions of app/src/reading/propose.ts.

-- addFinding
insert into "finding" ("province_id", "finding_id", "document_id", "reading_id", "text_version", "reader_key", "kind", "start_at", "end_at", "quote", "certainty", "rule", "payload", "edited", "state", "made_by")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
  returning *;

insert into "reading" ("province_id", "reading_id", "document_id", "text_version", "reader_version", "context")
  values ($1, $2, $3, $4, $5, $6);

-- lastContext
select "context"
  from "reading"
  where "province_id" = $1
  and "document_id" = $2
  order by "created_at" desc
  limit $3;

-- propose
insert into "finding" ("province_id", "finding_id", "document_id", "reading_id", "text_version", "reader_key", "kind", "start_at", "end_at", "quote", "certainty", "rule", "payload", "state", "made_by")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
  on conflict on constraint "finding_once" do nothing;

insert into "reading" ("province_id", "reading_id", "document_id", "text_version", "reader_version", "context")
  values ($1, $2, $3, $4, $5, $6);

select "reader_key", "kind", "start_at", "end_at", "state"
  from "finding"
  where "province_id" = $1
  and "document_id" = $2
  and "text_version" = $3;
