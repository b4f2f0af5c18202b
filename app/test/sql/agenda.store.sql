-- Functions of app/src/registers/agenda/store.ts.

-- addItem
insert into "session_item" ("province_id", "session_item_id", "conference_id", "matter_id", "position", "number", "group_title", "title", "minutes", "submitter_id", "asked", "level", "personnel", "check_note", "status_reason", "moved_to", "moderator_note")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17);

select max("position") as "position"
  from "session_item"
  where "province_id" = $1
  and "conference_id" = $2;

-- addMatter
insert into "matter" ("province_id", "matter_id", "title", "submitter_id")
  values ($1, $2, $3, $4);

-- changeItem
update "session_item"
  set "title" = $1, "asked" = $2, "number" = $3, "group_title" = $4, "minutes" = $5, "submitter_id" = $6, "level" = $7, "personnel" = $8, "version" = $9
  where "province_id" = $10
  and "session_item_id" = $11;

-- itemRow
select *
  from "session_item"
  where "province_id" = $1
  and "session_item_id" = $2
  and true;

-- listItems
select *
  from "session_item"
  where "province_id" = $1
  and "conference_id" = $2
  and true
  order by "position", "session_item_id";

-- lockItem
select "conference_id"
  from "session_item"
  where "province_id" = $1
  and "session_item_id" = $2
  and true;
