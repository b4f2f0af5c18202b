-- Functions of app/src/registers/agenda/standing-store.ts.

-- bodiesOf
select "conference_id", "organisation_id"
  from "conference_body"
  where "province_id" = $1
  and "conference_id" in ($2);

-- placesOf
select "session_item"."matter_id", "session_item"."session_item_id", "session_item"."status", "held"."conference_id", "held"."organisation_id", "held"."title", "held"."starts_at", "held"."closed_at", "decided"."outcome"
  from "session_item"
  inner join "conference" as "held" on "held"."province_id" = "session_item"."province_id"
  and "held"."conference_id" = "session_item"."conference_id"
  left join "item_decision" as "decided" on "decided"."province_id" = "session_item"."province_id"
  and "decided"."session_item_id" = "session_item"."session_item_id"
  where "session_item"."province_id" = $1
  and "session_item"."matter_id" in ($2)
  and "held"."cancelled_at" is null
  and true
  order by "held"."starts_at" asc nulls last, "session_item"."session_item_id";

-- standings
select *
  from "matter"
  where "province_id" = $1
  and "matter_id" in ($2);

select *
  from "matter_step"
  where "province_id" = $1
  and "matter_id" in ($2)
  order by "step";
