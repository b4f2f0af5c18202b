-- Functions of app/src/registers/assignments/setting-store.ts.

-- setSetting
delete
  from "day_off"
  where "province_id" = $1;

insert into "assignment_setting" ("province_id", "basis", "roll", "soon_days", "stale_months", "remind_days", "escalate_days", "escalate_further_days", "version")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
  on conflict ("province_id") do update
  set "basis" = $10, "roll" = $11, "soon_days" = $12, "stale_months" = $13, "remind_days" = $14, "escalate_days" = $15, "escalate_further_days" = $16, "version" = $17;

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
