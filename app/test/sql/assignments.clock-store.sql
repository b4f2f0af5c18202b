-- Functions of app/src/registers/assignments/clock-store.ts.

-- clockOf
select (select coalesce(json_agg(one), '[]'::json)
  from (select *
  from assignment_setting
   
  where province_id = $1) one) as "setting", (select coalesce(json_agg(one), '[]'::json)
  from (select day, kind, name
  from day_off
  where province_id = $2
   
  order by day) one) as "daysOff" /* each request */;
