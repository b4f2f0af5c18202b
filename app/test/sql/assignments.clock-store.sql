-- Functions of app/src/registers/assignments/clock-store.ts.

-- clockOf
select "day", "kind", "name"
  from "day_off"
  where "province_id" = $1;

select *
  from "assignment_setting"
  where "province_id" = $1;
