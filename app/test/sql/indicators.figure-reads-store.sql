-- Functions of app/src/registers/indicators/figure-reads-store.ts.

-- figuresOf

    select f.figure_id, f.indicator_id, f.organisation_id, f.period_from, f.period_to,
  f.accumulation, f.kind, v.number, v.entry_id, v.value, v.missing_reason, v.stage, v.method, v.cell,
  v.reason, a.name as recorded_by, e.recorded_at
  from figure f 
  join lateral (select *
  from figure_version
  where figure_version.province_id = $1
   
  and figure_version.figure_id = f.figure_id
   
  and figure_version.record_seq <= $2::bigint
   
  order by number desc
  limit 1) v on true 
  join figure_entry e on e.province_id = $3
  and e.entry_id = v.entry_id
  join account a on a.province_id = $4
  and a.account_id = e.recorded_by
  join indicator i on i.province_id = $5
  and i.indicator_id = f.indicator_id
   
  and not i.quarantined
   
  where f.province_id = $6
  and (f.organisation_id is null or f.organisation_id = any($7::uuid[]))
  and f.kind = $8
  and v.missing_reason is distinct
  from 'withdrawn'
  order by f.indicator_id, f.organisation_id nulls first, f.period_to,
  f.period_from, f.accumulation, f.kind /* each request */;


    select f.figure_id, f.indicator_id, f.organisation_id, f.period_from, f.period_to,
  f.accumulation, f.kind, v.number, v.entry_id, v.value, v.missing_reason, v.stage, v.method, v.cell,
  v.reason, a.name as recorded_by, e.recorded_at
  from figure f 
  join lateral (select *
  from figure_version
  where figure_version.province_id = $1
   
  and figure_version.figure_id = f.figure_id
   
  and figure_version.record_seq <= $2::bigint
   
  order by number desc
  limit 1) v on true 
  join figure_entry e on e.province_id = $3
  and e.entry_id = v.entry_id
  join account a on a.province_id = $4
  and a.account_id = e.recorded_by
  join indicator i on i.province_id = $5
  and i.indicator_id = f.indicator_id
   
  and not i.quarantined
   
  where f.province_id = $6
  and f.indicator_id = any($7::uuid[])
  and f.kind = $8
  and v.missing_reason is distinct
  from 'withdrawn'
  order by f.indicator_id, f.organisation_id nulls first, f.period_to,
  f.period_from, f.accumulation, f.kind /* each request */;


    select f.figure_id, f.indicator_id, f.organisation_id, f.period_from, f.period_to,
  f.accumulation, f.kind, v.number, v.entry_id, v.value, v.missing_reason, v.stage, v.method, v.cell,
  v.reason, a.name as recorded_by, e.recorded_at
  from figure f 
  join lateral (select *
  from figure_version
  where figure_version.province_id = $1
   
  and figure_version.figure_id = f.figure_id
   
  and figure_version.record_seq <= $2::bigint
   
  order by number desc
  limit 1) v on true 
  join figure_entry e on e.province_id = $3
  and e.entry_id = v.entry_id
  join account a on a.province_id = $4
  and a.account_id = e.recorded_by
  join indicator i on i.province_id = $5
  and i.indicator_id = f.indicator_id
   
  and not i.quarantined
   
  where f.province_id = $6
  and f.indicator_id = any($7::uuid[])
  and v.missing_reason is distinct
  from 'withdrawn'
  order by f.indicator_id, f.organisation_id nulls first, f.period_to,
  f.period_from, f.accumulation, f.kind /* each request */;


    select f.figure_id, f.indicator_id, f.organisation_id, f.period_from, f.period_to,
  f.accumulation, f.kind, v.number, v.entry_id, v.value, v.missing_reason, v.stage, v.method, v.cell,
  v.reason, a.name as recorded_by, e.recorded_at
  from figure f 
  join lateral (select *
  from figure_version
  where figure_version.province_id = $1
   
  and figure_version.figure_id = f.figure_id
    
   
  order by number desc
  limit 1) v on true 
  join figure_entry e on e.province_id = $2
  and e.entry_id = v.entry_id
  join account a on a.province_id = $3
  and a.account_id = e.recorded_by
  join indicator i on i.province_id = $4
  and i.indicator_id = f.indicator_id
   
  and not i.quarantined
   
  where f.province_id = $5
  and (f.organisation_id is null or f.organisation_id = any($6::uuid[]))
  and f.kind = $7
  and v.missing_reason is distinct
  from 'withdrawn'
  order by f.indicator_id, f.organisation_id nulls first, f.period_to,
  f.period_from, f.accumulation, f.kind /* each request */;


    select f.figure_id, f.indicator_id, f.organisation_id, f.period_from, f.period_to,
  f.accumulation, f.kind, v.number, v.entry_id, v.value, v.missing_reason, v.stage, v.method, v.cell,
  v.reason, a.name as recorded_by, e.recorded_at
  from figure f 
  join lateral (select *
  from figure_version
  where figure_version.province_id = $1
   
  and figure_version.figure_id = f.figure_id
    
   
  order by number desc
  limit 1) v on true 
  join figure_entry e on e.province_id = $2
  and e.entry_id = v.entry_id
  join account a on a.province_id = $3
  and a.account_id = e.recorded_by
  join indicator i on i.province_id = $4
  and i.indicator_id = f.indicator_id
   
  and not i.quarantined
   
  where f.province_id = $5
  and (f.organisation_id is null or f.organisation_id = any($6::uuid[]))
  and f.period_to >= $7::date
  and f.period_to <= $8::date
  and f.accumulation = $9
  and f.kind = $10
  and v.missing_reason is distinct
  from 'withdrawn'
  order by f.indicator_id, f.organisation_id nulls first, f.period_to,
  f.period_from, f.accumulation, f.kind /* each request */;


    select f.figure_id, f.indicator_id, f.organisation_id, f.period_from, f.period_to,
  f.accumulation, f.kind, v.number, v.entry_id, v.value, v.missing_reason, v.stage, v.method, v.cell,
  v.reason, a.name as recorded_by, e.recorded_at
  from figure f 
  join lateral (select *
  from figure_version
  where figure_version.province_id = $1
   
  and figure_version.figure_id = f.figure_id
    
   
  order by number desc
  limit 1) v on true 
  join figure_entry e on e.province_id = $2
  and e.entry_id = v.entry_id
  join account a on a.province_id = $3
  and a.account_id = e.recorded_by
  join indicator i on i.province_id = $4
  and i.indicator_id = f.indicator_id
   
  and not i.quarantined
   
  where f.province_id = $5
  and f.indicator_id = any($6::uuid[])
  and (f.organisation_id is null or f.organisation_id = any($7::uuid[]))
  and f.kind = $8
  and v.missing_reason is distinct
  from 'withdrawn'
  order by f.indicator_id, f.organisation_id nulls first, f.period_to,
  f.period_from, f.accumulation, f.kind /* each request */;


    select f.figure_id, f.indicator_id, f.organisation_id, f.period_from, f.period_to,
  f.accumulation, f.kind, v.number, v.entry_id, v.value, v.missing_reason, v.stage, v.method, v.cell,
  v.reason, a.name as recorded_by, e.recorded_at
  from figure f 
  join lateral (select *
  from figure_version
  where figure_version.province_id = $1
   
  and figure_version.figure_id = f.figure_id
    
   
  order by number desc
  limit 1) v on true 
  join figure_entry e on e.province_id = $2
  and e.entry_id = v.entry_id
  join account a on a.province_id = $3
  and a.account_id = e.recorded_by
  join indicator i on i.province_id = $4
  and i.indicator_id = f.indicator_id
   
  and not i.quarantined
   
  where f.province_id = $5
  and f.indicator_id = any($6::uuid[])
  and (f.organisation_id is null or f.organisation_id = any($7::uuid[]))
  and f.period_to >= $8::date
  and f.period_to <= $9::date
  and v.missing_reason is distinct
  from 'withdrawn'
  order by f.indicator_id, f.organisation_id nulls first, f.period_to,
  f.period_from, f.accumulation, f.kind /* each request */;


    select f.figure_id, f.indicator_id, f.organisation_id, f.period_from, f.period_to,
  f.accumulation, f.kind, v.number, v.entry_id, v.value, v.missing_reason, v.stage, v.method, v.cell,
  v.reason, a.name as recorded_by, e.recorded_at
  from figure f 
  join lateral (select *
  from figure_version
  where figure_version.province_id = $1
   
  and figure_version.figure_id = f.figure_id
    
   
  order by number desc
  limit 1) v on true 
  join figure_entry e on e.province_id = $2
  and e.entry_id = v.entry_id
  join account a on a.province_id = $3
  and a.account_id = e.recorded_by
  join indicator i on i.province_id = $4
  and i.indicator_id = f.indicator_id
   
  and not i.quarantined
   
  where f.province_id = $5
  and f.indicator_id = any($6::uuid[])
  and (f.organisation_id is null or f.organisation_id = any($7::uuid[]))
  and v.missing_reason is distinct
  from 'withdrawn'
  order by f.indicator_id, f.organisation_id nulls first, f.period_to,
  f.period_from, f.accumulation, f.kind /* each request */;


    select f.figure_id, f.indicator_id, f.organisation_id, f.period_from, f.period_to,
  f.accumulation, f.kind, v.number, v.entry_id, v.value, v.missing_reason, v.stage, v.method, v.cell,
  v.reason, a.name as recorded_by, e.recorded_at
  from figure f 
  join lateral (select *
  from figure_version
  where figure_version.province_id = $1
   
  and figure_version.figure_id = f.figure_id
    
   
  order by number desc
  limit 1) v on true 
  join figure_entry e on e.province_id = $2
  and e.entry_id = v.entry_id
  join account a on a.province_id = $3
  and a.account_id = e.recorded_by
  join indicator i on i.province_id = $4
  and i.indicator_id = f.indicator_id
   
  and not i.quarantined
   
  where f.province_id = $5
  and f.indicator_id = any($6::uuid[])
  and f.kind = $7
  and v.missing_reason is distinct
  from 'withdrawn'
  order by f.indicator_id, f.organisation_id nulls first, f.period_to,
  f.period_from, f.accumulation, f.kind /* each request */;


    select f.figure_id, f.indicator_id, f.organisation_id, f.period_from, f.period_to,
  f.accumulation, f.kind, v.number, v.entry_id, v.value, v.missing_reason, v.stage, v.method, v.cell,
  v.reason, a.name as recorded_by, e.recorded_at
  from figure f 
  join lateral (select *
  from figure_version
  where figure_version.province_id = $1
   
  and figure_version.figure_id = f.figure_id
    
   
  order by number desc
  limit 1) v on true 
  join figure_entry e on e.province_id = $2
  and e.entry_id = v.entry_id
  join account a on a.province_id = $3
  and a.account_id = e.recorded_by
  join indicator i on i.province_id = $4
  and i.indicator_id = f.indicator_id
   
  and not i.quarantined
   
  where f.province_id = $5
  and f.indicator_id = any($6::uuid[])
  and f.organisation_id = any($7::uuid[])
  and v.missing_reason is distinct
  from 'withdrawn'
  order by f.indicator_id, f.organisation_id nulls first, f.period_to,
  f.period_from, f.accumulation, f.kind /* each request */;


    select f.figure_id, f.indicator_id, f.organisation_id, f.period_from, f.period_to,
  f.accumulation, f.kind, v.number, v.entry_id, v.value, v.missing_reason, v.stage, v.method, v.cell,
  v.reason, a.name as recorded_by, e.recorded_at
  from figure f 
  join lateral (select *
  from figure_version
  where figure_version.province_id = $1
   
  and figure_version.figure_id = f.figure_id
    
   
  order by number desc
  limit 1) v on true 
  join figure_entry e on e.province_id = $2
  and e.entry_id = v.entry_id
  join account a on a.province_id = $3
  and a.account_id = e.recorded_by
  join indicator i on i.province_id = $4
  and i.indicator_id = f.indicator_id
   
  and not i.quarantined
   
  where f.province_id = $5
  and f.indicator_id = any($6::uuid[])
  and f.period_to >= $7::date
  and f.period_to <= $8::date
  and f.kind = $9
  and v.missing_reason is distinct
  from 'withdrawn'
  order by f.indicator_id, f.organisation_id nulls first, f.period_to,
  f.period_from, f.accumulation, f.kind /* each request */;


    select f.figure_id, f.indicator_id, f.organisation_id, f.period_from, f.period_to,
  f.accumulation, f.kind, v.number, v.entry_id, v.value, v.missing_reason, v.stage, v.method, v.cell,
  v.reason, a.name as recorded_by, e.recorded_at
  from figure f 
  join lateral (select *
  from figure_version
  where figure_version.province_id = $1
   
  and figure_version.figure_id = f.figure_id
    
   
  order by number desc
  limit 1) v on true 
  join figure_entry e on e.province_id = $2
  and e.entry_id = v.entry_id
  join account a on a.province_id = $3
  and a.account_id = e.recorded_by
  join indicator i on i.province_id = $4
  and i.indicator_id = f.indicator_id
   
  and not i.quarantined
   
  where f.province_id = $5
  and f.indicator_id = any($6::uuid[])
  and v.missing_reason is distinct
  from 'withdrawn'
  order by f.indicator_id, f.organisation_id nulls first, f.period_to,
  f.period_from, f.accumulation, f.kind /* each request */;


    select f.figure_id, f.indicator_id, f.organisation_id, f.period_from, f.period_to,
  f.accumulation, f.kind, v.number, v.entry_id, v.value, v.missing_reason, v.stage, v.method, v.cell,
  v.reason, a.name as recorded_by, e.recorded_at
  from figure f 
  join lateral (select *
  from figure_version
  where figure_version.province_id = $1
   
  and figure_version.figure_id = f.figure_id
    
   
  order by number desc
  limit 1) v on true 
  join figure_entry e on e.province_id = $2
  and e.entry_id = v.entry_id
  join account a on a.province_id = $3
  and a.account_id = e.recorded_by
  join indicator i on i.province_id = $4
  and i.indicator_id = f.indicator_id
   
  and not i.quarantined
   
  where f.province_id = $5
  and f.organisation_id = any($6::uuid[])
  and v.missing_reason is distinct
  from 'withdrawn'
  order by f.indicator_id, f.organisation_id nulls first, f.period_to,
  f.period_from, f.accumulation, f.kind /* each request */;


    select f.figure_id, f.indicator_id, f.organisation_id, f.period_from, f.period_to,
  f.accumulation, f.kind, v.number, v.entry_id, v.value, v.missing_reason, v.stage, v.method, v.cell,
  v.reason, a.name as recorded_by, e.recorded_at
  from figure f 
  join lateral (select *
  from figure_version
  where figure_version.province_id = $1
   
  and figure_version.figure_id = f.figure_id
    
   
  order by number desc
  limit 1) v on true 
  join figure_entry e on e.province_id = $2
  and e.entry_id = v.entry_id
  join account a on a.province_id = $3
  and a.account_id = e.recorded_by
  join indicator i on i.province_id = $4
  and i.indicator_id = f.indicator_id
   
  and not i.quarantined
   
  where f.province_id = $5
  and f.period_to >= $6::date
  and f.period_to <= $7::date
  and v.missing_reason is distinct
  from 'withdrawn'
  order by f.indicator_id, f.organisation_id nulls first, f.period_to,
  f.period_from, f.accumulation, f.kind /* each request */;

-- recordAt
select "seq"
  from "audit_record"
  where "province_id" = $1
  and "at" <= $2
  order by "seq" desc
  limit $3;

-- valuesOf

    select coalesce(json_agg(json_build_array(f.indicator_id, f.organisation_id, f.period_from, f.period_to,
      f.accumulation, v.value::text, v.missing_reason, v.stage)
  order by f.indicator_id, f.organisation_id nulls first, f.period_to,
  f.period_from, f.accumulation, f.kind), '[]'::json) as lines
   
  from figure f 
  join lateral (select *
  from figure_version
  where figure_version.province_id = $1
   
  and figure_version.figure_id = f.figure_id
   
  and figure_version.record_seq <= $2::bigint
   
  order by number desc
  limit 1) v on true
   
  where f.province_id = $3
  and f.indicator_id = any($4::uuid[])
  and f.period_to >= $5::date
  and f.period_to <= $6::date
  and f.kind = $7
  and v.missing_reason is distinct
  from 'withdrawn' /* each request */;


    select coalesce(json_agg(json_build_array(f.indicator_id, f.organisation_id, f.period_from, f.period_to,
      f.accumulation, v.value::text, v.missing_reason, v.stage)
  order by f.indicator_id, f.organisation_id nulls first, f.period_to,
  f.period_from, f.accumulation, f.kind), '[]'::json) as lines
   
  from figure f 
  join lateral (select *
  from figure_version
  where figure_version.province_id = $1
   
  and figure_version.figure_id = f.figure_id
    
   
  order by number desc
  limit 1) v on true
   
  where f.province_id = $2
  and f.indicator_id = any($3::uuid[])
  and f.period_to >= $4::date
  and f.period_to <= $5::date
  and f.kind = $6
  and v.missing_reason is distinct
  from 'withdrawn' /* each request */;

-- versionsOf

    select f.figure_id, f.indicator_id, f.organisation_id, f.period_from, f.period_to,
  f.accumulation, f.kind, v.number, v.entry_id, v.value, v.missing_reason, v.stage, v.method, v.cell,
  v.reason, a.name as recorded_by, e.recorded_at
  from figure f
    join figure_version v on v.province_id = $1
  and v.figure_id = f.figure_id
    
  join figure_entry e on e.province_id = $2
  and e.entry_id = v.entry_id
  join account a on a.province_id = $3
  and a.account_id = e.recorded_by
  join indicator i on i.province_id = $4
  and i.indicator_id = f.indicator_id
   
  and not i.quarantined
   
  where f.province_id = $5
  and f.figure_id = $6
   
  order by v.number;
