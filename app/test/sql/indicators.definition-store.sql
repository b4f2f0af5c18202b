-- Functions of app/src/registers/indicators/definition-store.ts.

-- breaksOf
select *
  from "indicator_break"
  where "province_id" = $1
  and "indicator_id" = $2
  and "withdrawn_at" is null
  order by "on_day";

-- defineIndicator
insert into "indicator_break" ("province_id", "break_id", "indicator_id", "on_day", "comparable", "reason", "legal_reference", "recorded_by", "withdrawn_at")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9);

insert into "indicator_definition" ("province_id", "indicator_id", "number", "valid_from", "value_kind", "report_mode", "across_bodies", "across_time", "weight_indicator_id", "formula", "entry_factor", "decimals", "price_basis", "least", "most", "owner_id", "content", "legal_reference", "reason", "recorded_by")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20);

-- definedOf
select (select coalesce(json_agg(one), '[]'::json)
  from (select *
  from indicator_definition
     
  where province_id = $1
  and indicator_id = any($2::uuid[])) one) as "rows", (select coalesce(json_agg(one), '[]'::json)
  from (select *
  from indicator_break
     
  where province_id = $3
  and indicator_id = any($4::uuid[])
       
  and withdrawn_at is null
  order by on_day) one) as "broken" /* each request */;

-- definitionsOf
select *
  from "indicator_definition"
  where "province_id" = $1
  and "indicator_id" = $2
  order by "number";

-- formulasOf
select "indicator_id", "formula"
  from "indicator_definition"
  where "province_id" = $1
  order by "number";
