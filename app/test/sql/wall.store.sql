-- Functions of app/src/registers/wall/store.ts.

-- addWall
insert into "wall_link" ("province_id", "wall_id", "conference_id", "link_hash", "screen_hash", "made_by", "opened_at", "expires_at")
  values ($1, $2, $3, $4, $5, $6, $7, $8);

-- endWall
select "conference_id"
  from "wall_link"
  where "province_id" = $1
  and "wall_id" = $2;

update "wall_link"
  set "expires_at" = $1
  where "province_id" = $2
  and "wall_id" = $3;

-- getWall
select "attendance"
  from "invitation"
  where "province_id" = $1
  and "conference_id" = $2
  and "withdrawn_at" is null;

select *
  from "conference"
  where "province_id" = $1
  and "conference_id" = $2
  and "withdrawn_at" is null;

-- itemOn
select "number", "position", "title", "level", "personnel", "minutes"
  from "session_item"
  where "province_id" = $1
  and "session_item_id" = $2
  and "status" = $3;

-- openWall
update "wall_link"
  set "opened_at" = $1, "screen_hash" = $2
  where "province_id" = $3
  and "link_hash" = $4
  and "opened_at" is null
  and "expires_at" > $5
  returning "conference_id";

-- wallOf
select "conference_id", "expires_at"
  from "wall_link"
  where "province_id" = $1
  and "screen_hash" = $2
  and "expires_at" > $3;
