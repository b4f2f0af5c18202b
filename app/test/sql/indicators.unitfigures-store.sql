-- Functions of app/src/registers/indicators/unitfigures-store.ts.

-- bodiesOf

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
  and not s.excused /* each request */;

select l.predecessor_id, l.successor_id, c.effective_on, l.weight
   
  from organisation_lineage l
    join organisation_change c on c.province_id = $1
  and c.change_id = l.change_id
   
  where l.province_id = $2
  and c.effective_on <= $3::date /* each request */;

select organisation_id, valid_to, (coalesce("valid_from", $1::date) <= $2::date
   
  and coalesce("valid_to", $3::date) >= $4::date) as stood, kind
  from organisation
   
  where province_id = $5 /* each request */;

-- periodsOf

    select distinct period_to, period_from
  from figure
   
  where province_id = $1
  and indicator_id = any($2::uuid[])
     
  and organisation_id is not null
  and kind = 'actual'
   
  order by period_to desc, period_from
  limit $3 /* each request */;
