-- Functions of app/src/registers/indicators/unitfigures-store.ts.

-- bodiesOf
select (select coalesce(json_agg(one), '[]'::json)
  from (
    select distinct s.organisation_id
  from report_slot s
    join lateral (select number
  from report_regime_version
     
  where report_regime_version.province_id = $1
       
  and report_regime_version.regime_id = s.regime_id
       
  and report_regime_version.valid_from <= s.period_to
     
  order by valid_from desc, number desc
  limit 1) v on true
    join report_line l on l.province_id = $2
  and l.regime_id = s.regime_id
     
  and l.number = v.number
  and l.indicator_id = any($3::uuid[])
   
  where s.province_id = $4
  and s.period_to = $5
  and not s.excused) one) as "asked", (select coalesce(json_agg(one), '[]'::json)
  from (select organisation_id, valid_to, (coalesce("valid_from", $6::date) <= $7::date
   
  and coalesce("valid_to", $8::date) >= $9::date) as stood, kind
  from organisation
   
  where province_id = $10) one) as "standing", (select coalesce(json_agg(one), '[]'::json)
  from (select l.predecessor_id, l.successor_id, c.effective_on, l.weight
   
  from organisation_lineage l
    join organisation_change c on c.province_id = $11
  and c.change_id = l.change_id
   
  where l.province_id = $12
  and c.effective_on <= $13::date) one) as "lines" /* each request */;

-- periodsOf

    select distinct period_to, period_from
  from figure
   
  where province_id = $1
  and indicator_id = any($2::uuid[])
     
  and organisation_id is not null
  and kind = 'actual'
   
  order by period_to desc, period_from
  limit $3 /* each request */;
