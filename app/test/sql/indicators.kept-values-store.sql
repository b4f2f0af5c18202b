-- Functions of app/src/registers/indicators/kept-values-store.ts.

-- allValues

    select h.seq, h.hash, (select coalesce(json_agg(json_build_array(f.figure_id, f.indicator_id, f.period_from, f.period_to, f.accumulation,
  v.value::text, v.missing_reason, v.stage)
       
  order by f.indicator_id, f.period_to, f.period_from, f.accumulation), '[]'::json)
     
  from figure f
      join lateral (select value, stage, missing_reason
  from figure_version
       
  where figure_version.province_id = $1
  and figure_version.figure_id = f.figure_id
       
  order by number desc
  limit 1) v on true
     
  where f.province_id = $2
  and f.organisation_id is null
  and f.kind = 'actual'
       
  and v.missing_reason is distinct
  from 'withdrawn') as lines
   
  from record_head h
  where h.province_id = $3 /* each request */;

-- recordedWith

    select coalesce(json_agg(json_build_array(f.figure_id, f.indicator_id, f.period_from, f.period_to, f.accumulation,
  v.value::text, v.missing_reason, v.stage)
  order by v.record_seq, v.number), '[]'::json) as lines
   
  from figure_version v
    join figure f on f.province_id = $1
  and f.figure_id = v.figure_id
   
  where v.province_id = $2
  and v.entry_id = any($3::uuid[])
     
  and f.organisation_id is null
  and f.kind = 'actual';

-- withSince

    select h.seq, h.hash, (select coalesce(json_agg(json_build_array(e.entry_id, e.versions)), '[]'::json)
     
  from (select entry_id, versions
  from figure_entry
  where province_id = $1
       
  and record_seq > $2::bigint
  limit 5000) e) as entries
   
  from record_head h
  where h.province_id = $3
     
  and ((h.seq = $4::bigint
  and h.hash = $5) or exists (
        select 1
  from audit_record r
  where r.province_id = $6
         
  and r.seq = $7::bigint
  and r.hash = $8)) /* each request */;
