-- Functions of app/src/registers/overview/units-store.ts.

-- figuresFor
select f.indicator_id, f.organisation_id, f.period_from, f.period_to, f.accumulation, v.value,
      v.missing_reason, v.stage
   
  from figure f join lateral (select value, missing_reason, stage
  from figure_version
     
  where figure_version.province_id = $1
  and figure_version.figure_id = f.figure_id
     
  order by number desc
  limit 1) v on true
   
  where f.province_id = $2
  and f.indicator_id = any($3::uuid[])
     
  and f.kind = 'actual'
  and f.organisation_id = $4
  and v.missing_reason is distinct
  from 'withdrawn'
     
  and ((f.period_to >= $5
  and f.period_to <= $6)
        or f.period_to = any($7::date[])
        or (f.accumulation = 'period'
  and f.period_to >= $8
  and f.period_to < $9))
   
  order by f.period_to, f.period_from;

select f.indicator_id, f.organisation_id, f.period_from, f.period_to, f.accumulation, v.value,
      v.missing_reason, v.stage
   
  from figure f join lateral (select value, missing_reason, stage
  from figure_version
     
  where figure_version.province_id = $1
  and figure_version.figure_id = f.figure_id
     
  order by number desc
  limit 1) v on true
   
  where f.province_id = $2
  and f.indicator_id = any($3::uuid[])
     
  and f.kind = 'actual'
  and true
  and v.missing_reason is distinct
  from 'withdrawn'
     
  and ((f.period_to >= $4
  and f.period_to <= $5)
        or f.period_to = any($6::date[])
        or (f.accumulation = 'period'
  and f.period_to >= $7
  and f.period_to < $8))
   
  order by f.period_to, f.period_from;

-- plansFor
select "target"."target_id", "target"."indicator_id", "target"."organisation_id", "target"."authority", "target"."period_from", "target"."period_to", "target_version"."number", "low", "high", "words", "path", "withdrawn", "decided_on"
  from "target"
  inner join "target_version" on "target_version"."province_id" = "target"."province_id"
  and "target_version"."target_id" = "target"."target_id"
  where "target"."province_id" = $1
  and "target"."indicator_id" = any($2::uuid[])
  and "target"."kind" = $3
  and "target"."period_from" <= $4
  and "target"."period_to" >= $5
  and target.organisation_id = $6
  order by "target"."target_id", "target_version"."number";

select "target"."target_id", "target"."indicator_id", "target"."organisation_id", "target"."authority", "target"."period_from", "target"."period_to", "target_version"."number", "low", "high", "words", "path", "withdrawn", "decided_on"
  from "target"
  inner join "target_version" on "target_version"."province_id" = "target"."province_id"
  and "target_version"."target_id" = "target"."target_id"
  where "target"."province_id" = $1
  and "target"."indicator_id" = any($2::uuid[])
  and "target"."kind" = $3
  and "target"."period_from" <= $4
  and "target"."period_to" >= $5
  and target.organisation_id is not null
  order by "target"."target_id", "target_version"."number";

-- unitsAmong
select "organisation_id", (coalesce("valid_from", $1::date) <= $2::date
   
  and coalesce("valid_to", $3::date) >= $4::date) as "stands"
  from "organisation"
  where "province_id" = $5
  and "organisation_id" = any($6::uuid[])
  and "kind" <> $7
  order by "organisation_id";
