-- Functions of app/src/registers/notices/layout-store.ts.

-- changeLayout
insert into "format_layout" ("province_id", "regime", "layout", "version")
  values ($1, $2, $3, $4)
  on conflict do nothing
  returning "version";

update "format_layout"
  set "layout" = $1, "version" = $2
  where "province_id" = $3
  and "regime" = $4
  and "version" = $5
  returning "version";

-- layoutNow
select "layout"
  from "format_layout"
  where "province_id" = $1
  and "regime" = $2;

-- listLayouts
select "regime", "layout", "version"
  from "format_layout"
  where "province_id" = $1;
