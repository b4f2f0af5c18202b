-- Functions of app/src/registers/sitting/locking-store.ts.

-- lockSitting
select "organisation_id"
  from "conference"
  where "province_id" = $1
  and "conference_id" = $2;

-- lockSittingItem
select "conference_id"
  from "session_item"
  where "province_id" = $1
  and "session_item_id" = $2
  and true;
