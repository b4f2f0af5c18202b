-- Functions of app/src/registers/overview/ends-store.ts.

-- endsOf
select distinct "period_to"
  from "figure"
  where "province_id" = $1
  and "indicator_id" = any($2::uuid[])
  and "organisation_id" is not null
  and "kind" = $3
  and "period_to" >= $4
  and "period_to" <= $5;

-- newestEnds

    select i.indicator_id, n.period_to
  from indicator i
    join lateral (select f.period_to
  from figure f
     
  where f.province_id = $1
  and f.indicator_id = i.indicator_id
       
  and f.organisation_id = $2
  and f.kind = 'actual'
  and f.period_to <= $3
       
  and (select missing_reason
  from figure_version
  where figure_version.province_id = $4
         
  and figure_version.figure_id = f.figure_id
  order by number desc
  limit 1)
          is distinct
  from 'withdrawn'
     
  order by f.period_to desc
  limit 1) n on true
   
  where i.province_id = $5
  and not i.quarantined
  and true;


    select i.indicator_id, n.period_to
  from indicator i
    join lateral (select f.period_to
  from figure f
     
  where f.province_id = $1
  and f.indicator_id = i.indicator_id
       
  and f.organisation_id is not null
  and f.kind = 'actual'
  and f.period_to <= $2
       
  and (select missing_reason
  from figure_version
  where figure_version.province_id = $3
         
  and figure_version.figure_id = f.figure_id
  order by number desc
  limit 1)
          is distinct
  from 'withdrawn'
     
  order by f.period_to desc
  limit 1) n on true
   
  where i.province_id = $4
  and not i.quarantined
  and i.indicator_id = any($5::uuid[]);


    select i.indicator_id, n.period_to
  from indicator i
    join lateral (select f.period_to
  from figure f
     
  where f.province_id = $1
  and f.indicator_id = i.indicator_id
       
  and f.organisation_id is not null
  and f.kind = 'actual'
  and f.period_to <= $2
       
  and (select missing_reason
  from figure_version
  where figure_version.province_id = $3
         
  and figure_version.figure_id = f.figure_id
  order by number desc
  limit 1)
          is distinct
  from 'withdrawn'
     
  order by f.period_to desc
  limit 1) n on true
   
  where i.province_id = $4
  and not i.quarantined
  and true;
