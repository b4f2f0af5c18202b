-- Functions of app/src/registers/indicators/store.ts.

-- addIndicator
insert into "indicator" ("province_id", "indicator_id", "code", "name_vi", "name_en", "unit", "direction", "kind", "frequency", "price_basis", "synonyms", "national")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
  returning *;

-- allIndicators
select *
  from "indicator"
  where "province_id" = $1
  and "quarantined" = $2
  order by "national" desc, "indicator_id" /* each request */;

-- changeIndicator
update "indicator"
  set "name_vi" = $1, "name_en" = $2, "unit" = $3, "direction" = $4, "kind" = $5, "synonyms" = $6, "version" = $7
  where "province_id" = $8
  and "indicator_id" = $9
  returning *;

-- enterObservation
insert into "observation" ("province_id", "document_id", "text_version", "start_at", "end_at", "as_written", "finding_id", "confirmed_by", "withdrawn_at", "observation_id", "indicator_id", "period_label", "period_from", "period_to", "value", "value_max", "value_of", "unit", "unit_text", "quantity_text", "bound", "modality", "place", "comparisons")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24)
  returning *;

-- indicatorById
select *
  from "indicator"
  where "province_id" = $1
  and "quarantined" = $2
  and "indicator_id" = $3;

select *
  from "indicator"
  where "province_id" = $1
  and "quarantined" = $2
  and "indicator_id" = $3
  for update;

-- listObservations
select *
  from "observation"
  where "province_id" = $1
  and ("document_id" is null or "document_id" not in (
    select document_id
  from document
  where province_id = $2
     
  and status = 'quarantined'))
  and "confirmed_at" <= $3
  and ("withdrawn_at" is null or "withdrawn_at" > $4)
  and "indicator_id" = $5 /* each request */;

select *
  from "observation"
  where "province_id" = $1
  and ("document_id" is null or "document_id" not in (
    select document_id
  from document
  where province_id = $2
     
  and status = 'quarantined'))
  and "withdrawn_at" is null
  and "document_id" in ($3) /* each request */;

select *
  from "observation"
  where "province_id" = $1
  and ("document_id" is null or "document_id" not in (
    select document_id
  from document
  where province_id = $2
     
  and status = 'quarantined'))
  and "withdrawn_at" is null
  and "indicator_id" = $3 /* each request */;

select *
  from "observation"
  where "province_id" = $1
  and ("document_id" is null or "document_id" not in (
    select document_id
  from document
  where province_id = $2
     
  and status = 'quarantined'))
  and "withdrawn_at" is null
  and indicator_id = any($3::uuid[]) /* each request */;

select *
  from "observation"
  where "province_id" = $1
  and ("document_id" is null or "document_id" not in (
    select document_id
  from document
  where province_id = $2
     
  and status = 'quarantined'))
  and "withdrawn_at" is null /* each request */;

-- mustHaveNoNumbers
select "target"."target_id"
  from "target_version"
  inner join "target" on "target"."province_id" = "target_version"."province_id"
  and "target"."target_id" = "target_version"."target_id"
  where "target"."province_id" = $1
  and "target"."indicator_id" = $2
  and "target_version"."low" is not null
  limit $3;

-- showIndicator
update "indicator"
  set "quarantined" = $1
  where "province_id" = $2
  and "indicator_id" = $3;

-- withdrawObservation
update "observation"
  set "withdrawn_at" = $1, "version" = "version" + $2
  where "province_id" = $3
  and "observation_id" = $4;
