-- Functions of app/src/registers/shortcomings/store.ts.

-- enterShortcoming
insert into "shortcoming" ("province_id", "document_id", "text_version", "start_at", "end_at", "as_written", "finding_id", "confirmed_by", "withdrawn_at", "shortcoming_id", "topic", "subject", "predicate", "scope", "since")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15);

-- listShortcomings
select *
  from "shortcoming"
  where "province_id" = $1
  and ("document_id" is null or "document_id" not in (
    select document_id
  from document
  where province_id = $2
     
  and status = 'quarantined'))
  and "withdrawn_at" is null
  and "document_id" in ($3)
  order by "document_id", "start_at";

select *
  from "shortcoming"
  where "province_id" = $1
  and ("document_id" is null or "document_id" not in (
    select document_id
  from document
  where province_id = $2
     
  and status = 'quarantined'))
  and "withdrawn_at" is null
  and "shortcoming_id" in ($3)
  order by "document_id", "start_at";

select *
  from "shortcoming"
  where "province_id" = $1
  and ("document_id" is null or "document_id" not in (
    select document_id
  from document
  where province_id = $2
     
  and status = 'quarantined'))
  and "withdrawn_at" is null
  order by "document_id", "start_at";

-- withdrawShortcoming
update "shortcoming"
  set "withdrawn_at" = $1, "version" = "version" + $2
  where "province_id" = $3
  and "shortcoming_id" = $4;
