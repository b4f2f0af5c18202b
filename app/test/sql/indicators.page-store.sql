-- Functions of app/src/registers/indicators/page-store.ts.

-- firstBodies

    select organisation_id as body, count(*)::integer as n
  from figure
   
  where province_id = $1
  and indicator_id = $2
   
  group by organisation_id
  order by organisation_id nulls first /* each request */;
