-- Functions of app/src/registers/mail/setting-store.ts.

-- keep
insert into "server_setting" ("key", "value")
  values ($1, $2)
  on conflict ("key") do update
  set "value" = $3, "changed_at" = $4;

-- mailSetting
select "value"
  from "server_setting"
  where "key" = $1;

-- setMail
delete
  from "server_setting"
  where "key" = $1;
