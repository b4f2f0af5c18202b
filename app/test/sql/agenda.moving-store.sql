-- Functions of app/src/registers/agenda/moving-store.ts.

-- endCurrent
update "conference"
  set "current_item" = $1, "current_speaker" = $2, "item_started_at" = $3
  where "province_id" = $4
  and "conference_id" = $5
  and "current_item" = $6;

-- moveEntries
update "programme_entry"
  set "session_item_id" = $1, "conference_id" = $2
  where "province_id" = $3
  and "session_item_id" = $4;

-- moveItem
select "session_item_id" as "id"
  from "session_item"
  where "province_id" = $1
  and "conference_id" = $2
  and "session_item_id" <> $3
  order by "position", "session_item_id";

update session_item
  set position = placed.position
   
  from unnest($1::uuid[], $2::integer[])
      as placed (id, position)
   
  where session_item.province_id = $3
     
  and session_item.conference_id = $4
     
  and session_item.session_item_id = placed.id;
