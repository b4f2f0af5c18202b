-- Functions of app/src/registers/agenda/store.ts.

-- itemFor
select *
  from "session_item"
  where "province_id" = $1
  and "session_item_id" = $2
  and true;

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

-- onAgendas
select "session_item_id" as "id", "number", "group_title" as "groupTitle", "minutes", "conference_id" as "conferenceId"
  from "session_item"
  where "province_id" = $1
  and "conference_id" in ($2)
  and "status" = $3
  order by "position", "session_item_id";

-- placesOf
select "session_item"."session_item_id", "conference"."conference_id", "conference"."title"
  from "session_item"
  inner join "conference" on "conference"."province_id" = "session_item"."province_id"
  and "conference"."conference_id" = "session_item"."conference_id"
  where "session_item"."province_id" = $1
  and "session_item"."session_item_id" in ($2)
  and true;
