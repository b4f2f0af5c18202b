-- Functions of app/src/registers/agenda/changing-store.ts.

-- addMatter
insert into "matter" ("province_id", "matter_id", "title", "submitter_id")
  values ($1, $2, $3, $4);

-- insertItem
insert into "session_item" ("province_id", "session_item_id", "conference_id", "matter_id", "position", "number", "group_title", "title", "minutes", "submitter_id", "asked", "level", "personnel", "kind", "checked", "check_note", "status_reason", "moved_to")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18);

select max("position") as "position"
  from "session_item"
  where "province_id" = $1
  and "conference_id" = $2;

-- mustBeFree
select "matter_id"
  from "matter"
  where "province_id" = $1
  and "matter_id" = $2
  and true;

select "session_item_id"
  from "session_item"
  where "province_id" = $1
  and "matter_id" = $2
  and "kind" = $3
  limit $4;

-- mustBeOff
select "session_item_id"
  from "session_item"
  where "province_id" = $1
  and "conference_id" = $2
  and "matter_id" = $3
  and "status" = $4;

-- setItem
update "session_item"
  set "checked" = $1, "check_note" = $2, "version" = $3
  where "province_id" = $4
  and "session_item_id" = $5;

update "session_item"
  set "group_title" = $1, "version" = $2
  where "province_id" = $3
  and "session_item_id" = $4;

update "session_item"
  set "status" = $1, "status_reason" = $2, "moved_to" = $3, "version" = $4
  where "province_id" = $5
  and "session_item_id" = $6;

update "session_item"
  set "status" = $1, "status_reason" = $2, "version" = $3
  where "province_id" = $4
  and "session_item_id" = $5;

update "session_item"
  set "title" = $1, "asked" = $2, "number" = $3, "group_title" = $4, "minutes" = $5, "submitter_id" = $6, "level" = $7, "personnel" = $8, "version" = $9
  where "province_id" = $10
  and "session_item_id" = $11;
