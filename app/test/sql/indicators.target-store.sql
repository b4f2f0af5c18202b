-- Functions of app/src/registers/indicators/target-store.ts.

-- addTarget
insert into "target" ("province_id", "target_id", "indicator_id", "organisation_id", "period_from", "period_to", "kind", "authority", "created_by")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
  returning *;

-- addVersion
insert into "target_version" ("province_id", "target_id", "number", "low", "high", "words", "figure_text", "path", "withdrawn", "legal_reference", "decided_on", "note", "observation_id", "recorded_by")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14);

-- judgeTarget
insert into "target_judgement" ("province_id", "target_id", "number", "likelihood", "body", "judged_by")
  values ($1, $2, $3, $4, $5, $6);

select count(*) as "count"
  from "target_judgement"
  where "province_id" = $1
  and "target_id" = $2;

-- mustBeFigure
select "observation_id"
  from "observation"
  where "province_id" = $1
  and "observation_id" = $2
  and "indicator_id" = $3
  and "withdrawn_at" is null
  and ("document_id" is null or "document_id" not in (
    select document_id
  from document
  where province_id = $4
     
  and status = 'quarantined'));

-- openTarget
select *
  from "target"
  where "province_id" = $1
  and "target_id" = $2 for no key update;

update "target"
  set "version" = $1
  where "province_id" = $2
  and "target_id" = $3;
