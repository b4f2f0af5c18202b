-- Functions of app/src/registers/notices/excerpt-store.ts.

-- excerptsOf
select *
  from "notice"
  where "province_id" = $1
  and "session_item_id" in ($2)
  and "kind" = $3
  and "issued_at" is not null
  and "withdrawn_at" is null
  and true
  order by "notice_id";
