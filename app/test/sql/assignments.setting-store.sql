-- Functions of app/src/registers/assignments/setting-store.ts.

-- setSetting
delete
  from "day_off"
  where "province_id" = $1;

insert into "assignment_setting" ("province_id", "basis", "roll", "soon_days", "stale_months", "remind_days", "escalate_days", "version")
  values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict ("province_id") do update
  set "basis" = $9, "roll" = $10, "soon_days" = $11, "stale_months" = $12, "remind_days" = $13, "escalate_days" = $14, "version" = $15;

insert into "day_off" ("province_id", "day", "kind", "name")
  values ($1, $2, $3, $4);

select 1
  from province
  where province_id = $1
  for update;

-- settingOf
select "day", "kind", "name"
  from "day_off"
  where "province_id" = $1
  order by "day";
