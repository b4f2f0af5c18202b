-- Functions of app/src/registers/invitations/position-store.ts.

-- decide
insert into "item_decision" ("province_id", "session_item_id", "outcome", "conditions", "written_by", "written_at")
  values ($1, $2, $3, $4, $5, $6)
  on conflict ("province_id", "session_item_id") do update
  set "outcome" = $7, "written_by" = $8, "written_at" = $9, "version" = "item_decision"."version" + $10;

-- givePosition
insert into "item_position" ("province_id", "session_item_id", "invitation_id", "position", "body", "given_by", "given_at", "version")
  values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict ("province_id", "session_item_id", "invitation_id") do update
  set "position" = $9, "body" = $10, "given_by" = $11, "given_at" = $12, "version" = $13
  returning *;

-- outcomesOf
select "session_item_id", "outcome"
  from "item_decision"
  where "province_id" = $1
  and "session_item_id" in ($2);

-- positionsOf
select *
  from "item_position"
  where "province_id" = $1
  and "session_item_id" in ($2);
