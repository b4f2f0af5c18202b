-- Functions of app/src/registers/sitting/earlier-store.ts.

-- earlierOf
select "session_item"."session_item_id", "session_item"."matter_id", "conference"."conference_id", "conference"."title", "conference"."held_on", "item_decision"."outcome", "item_decision"."body"
  from "session_item"
  inner join "conference" on "conference"."province_id" = "session_item"."province_id"
  and "conference"."conference_id" = "session_item"."conference_id"
  left join "item_decision" on "item_decision"."province_id" = "session_item"."province_id"
  and "item_decision"."session_item_id" = "session_item"."session_item_id"
  where "session_item"."province_id" = $1
  and "session_item"."matter_id" in ($2)
  and "session_item"."conference_id" <> $3
  and "conference"."closed_at" is not null
  and "conference"."withdrawn_at" is null
  and ("conference"."document_id" is null or "conference"."document_id" not in (
    select document_id
  from document
  where province_id = $4
     
  and status = 'quarantined'))
  and true
  order by "conference"."closed_at" desc;

-- tasksOf
select "assignment_id", "session_item_id", "action", "lead_text", "deadline", "done_on"
  from "assignment"
  where "province_id" = $1
  and "session_item_id" in ($2)
  and "withdrawn_at" is null
  order by "start_at";
