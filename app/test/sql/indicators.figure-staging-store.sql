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
      select *, coalesce(organisation_id, '00000000-0000-0000-0000-000000000000'::uuid) as body
  from figure_staged
     
  where province_id = $1
  and indicator_id = $2
    ), stood as (
      select f.*, coalesce(f.organisation_id, '00000000-0000-0000-0000-000000000000'::uuid) as body, v.number, v.value, v.missing_reason, v.stage
     
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
    select coalesce(json_agg(json_build_array(nullif(body, '00000000-0000-0000-0000-000000000000'::uuid), period_from, period_to, accumulation, kind,
      case when s.row is not null then json_build_array(s.row, s.figure_id, s.value, s.missing_reason, s.stage,
        s.method, s.cell, s.reason, s.growth, s.share) end,
      case when o.figure_id is not null then json_build_array(o.figure_id, coalesce(o.number, 0), o.value,
        o.missing_reason, o.stage) end)
     
  order by body, accumulation, kind, period_to, period_from, s.row), '[]'::json) as lines
   
  from staged s full join stood o using (body, period_from, period_to, accumulation, kind);
