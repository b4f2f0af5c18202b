-- Functions of app/src/registers/indicators/figure-staging-store.ts.

-- addStagedPlaces

    insert into figure (province_id, figure_id, indicator_id, organisation_id, period_from, period_to,
      accumulation, kind)
    select province_id, figure_id, indicator_id, organisation_id, period_from, period_to, accumulation, kind
   
  from figure_staged
  where province_id = $1
  and indicator_id = any($2::uuid[])
     
  and number = 1
   
  order by figure_id
  on conflict do nothing;

-- addStagedVersions

    insert into figure_version (province_id, entry_id, record_seq, figure_id, number, value, missing_reason,
      stage, method, cell, reason)
    select province_id, $1::uuid, $2::bigint, figure_id, number, value, missing_reason, stage,
      method, cell, reason
   
  from figure_staged
  where province_id = $3
  and indicator_id = any($4::uuid[])
     
  and number > 0
   
  order by figure_id;

-- dropStaged
delete
  from figure_staged
  where province_id = $1;

-- linesOf

    with staged as (
      select *, coalesce(organisation_id, '00000000-0000-0000-0000-000000000000'::uuid) as body, figure_id as staged_id, value as staged_value, missing_reason as staged_missing,
        stage as staged_stage
     
  from figure_staged
  where province_id = $1
  and indicator_id = $2
    ), stood as (
      select f.*, coalesce(organisation_id, '00000000-0000-0000-0000-000000000000'::uuid) as body, f.figure_id as stood_id, coalesce(v.number, 0) as number, v.value as stood_value,
        v.missing_reason as stood_missing, v.stage as stood_stage
     
  from figure f
  left join lateral (select number, value, missing_reason, stage
  from figure_version
       
  where figure_version.province_id = $3
  and figure_version.figure_id = f.figure_id
       
  order by number desc
  limit 1) v on true
     
  where f.province_id = $4
  and f.indicator_id = $5
    )
    select string_agg(coalesce("body"::text, ''), ',') as "body", string_agg(coalesce("period_from"::text, ''), ',') as "period_from", string_agg(coalesce("period_to"::text, ''), ',') as "period_to", string_agg(coalesce("accumulation"::text, ''), ',') as "accumulation", string_agg(coalesce("kind"::text, ''), ',') as "kind", string_agg(coalesce("row"::text, ''), ',') as "row", string_agg(coalesce("staged_id"::text, ''), ',') as "staged_id", string_agg(coalesce("staged_value"::text, ''), ',') as "staged_value", string_agg(coalesce("staged_missing"::text, ''), ',') as "staged_missing", string_agg(coalesce("staged_stage"::text, ''), ',') as "staged_stage", string_agg(coalesce("method"::text, ''), ',') as "method", string_agg(coalesce("growth"::text, ''), ',') as "growth", string_agg(coalesce("share"::text, ''), ',') as "share", string_agg(coalesce("stood_id"::text, ''), ',') as "stood_id", string_agg(coalesce("number"::text, ''), ',') as "number", string_agg(coalesce("stood_value"::text, ''), ',') as "stood_value", string_agg(coalesce("stood_missing"::text, ''), ',') as "stood_missing", string_agg(coalesce("stood_stage"::text, ''), ',') as "stood_stage", json_agg(cell) as cell, json_agg(reason) as reason
  from (
      select body, period_from, period_to, accumulation, kind, row, staged_id, staged_value, staged_missing,
        staged_stage, method, cell, reason, growth, share, stood_id, o.number, stood_value, stood_missing,
        stood_stage
     
  from staged s full join stood o using (body, period_from, period_to, accumulation, kind)
     
  order by body, accumulation, kind, period_to, period_from, row) line;
