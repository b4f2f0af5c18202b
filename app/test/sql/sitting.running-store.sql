-- Functions of app/src/registers/sitting/running-store.ts.

-- changeRow
update "conference"
  set "closed_at" = $1, "current_item" = $2, "current_speaker" = $3, "item_started_at" = $4, "version" = $5
  where "province_id" = $6
  and "conference_id" = $7;

update "conference"
  set "closed_at" = $1, "version" = $2
  where "province_id" = $3
  and "conference_id" = $4;

update "conference"
  set "opened_at" = $1, "version" = $2
  where "province_id" = $3
  and "conference_id" = $4;

-- setCurrent
update "conference"
  set "current_item" = $1, "current_speaker" = $2, "item_started_at" = $3
  where "province_id" = $4
  and "conference_id" = $5;

-- written
insert into "conference_closing" ("province_id", "conference_id", "closing_id", "kind", "reason", "by_account", "at")
  values ($1, $2, $3, $4, $5, $6, $7);
