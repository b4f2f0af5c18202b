-- Functions of app/src/registers/programme/placing-store.ts.

-- matterOf
select "matter_id"
  from "session_item"
  where "province_id" = $1
  and "session_item_id" = $2;
