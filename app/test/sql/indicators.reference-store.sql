-- Functions of app/src/registers/indicators/reference-store.ts.

-- addReference
insert into "reference_figure" ("province_id", "reference_id", "indicator_id", "place", "period_from", "period_to", "value", "source", "recorded_by", "withdrawn_at")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- referencesOf
select *
  from "reference_figure"
  where "province_id" = $1
  and "indicator_id" = $2
  and "withdrawn_at" is null
  order by "period_to" desc, "period_from", "reference_id";
