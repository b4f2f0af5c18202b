-- Functions of app/src/registers/indicators/import-checks-store.ts.

-- linesOf

    select coalesce(json_agg(json_build_array(f.figure_id, f.organisation_id, f.period_from, f.period_to,
      f.accumulation, f.kind, v.value, v.stage, v.record_seq = $1, former.stage,
      v.cell, v.reason)
     
  order by f.organisation_id nulls first, f.accumulation, f.kind, f.period_to, f.period_from), '[]'::json)
      as lines
   
  from figure f
    join lateral (select *
  from figure_version
  where figure_version.province_id = $2
     
  and figure_version.figure_id = f.figure_id
  order by number desc
  limit 1) v on true
   
  left join figure_version former on former.province_id = $3
     
  and former.figure_id = f.figure_id
  and former.number = v.number - 1
   
  where f.province_id = $4
  and f.indicator_id = $5
     
  and v.missing_reason is distinct
  from 'withdrawn';
