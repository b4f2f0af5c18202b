-- Functions of app/src/registers/programme/store.ts.

-- carriedOf
select "entry_id", "carried_from", "year", "quarter", "month"
  from "programme_entry"
  where "province_id" = $1
  and "carried_from" in ($2);

select "entry_id", "carried_from", "year", "quarter", "month"
  from "programme_entry"
  where "province_id" = $1
  and ("carried_from" in ($2) or "entry_id" in ($3));

-- getEntry
select *
  from "programme_entry"
  where "province_id" = $1
  and "entry_id" = $2
  and true;

-- insertEntry
insert into "programme_entry" ("province_id", "entry_id", "organisation_id", "year", "quarter", "month", "title", "asked", "preparing_id", "due_on", "note", "conference_id", "session_item_id", "carried_from", "dropped_at", "dropped_reason")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16);

-- itemsOf
select "session_item"."session_item_id" as "id", "session_item"."status", "held"."conference_id" as "conferenceId", "held"."title", "held"."closed_at", "held"."cancelled_at", "decided"."outcome", true as "seen"
  from "session_item"
  inner join "conference" as "held" on "held"."province_id" = "session_item"."province_id"
  and "held"."conference_id" = "session_item"."conference_id"
  left join "item_decision" as "decided" on "decided"."province_id" = "session_item"."province_id"
  and "decided"."session_item_id" = "session_item"."session_item_id"
  where "session_item"."province_id" = $1
  and "session_item"."session_item_id" in ($2);

-- listEntries
select *
  from "programme_entry"
  where "province_id" = $1
  and "year" = $2
  and true
  order by "year", "quarter" asc nulls last, "month" asc nulls last, "due_on" asc nulls last, "entry_id";

select *
  from "programme_entry"
  where "province_id" = $1
  and true
  order by "year", "quarter" asc nulls last, "month" asc nulls last, "due_on" asc nulls last, "entry_id";

-- lockEntry
select *
  from "programme_entry"
  where "province_id" = $1
  and "entry_id" = $2
  and true for no key update;

-- setEntry
update "programme_entry"
  set "conference_id" = $1, "session_item_id" = $2, "version" = $3
  where "province_id" = $4
  and "entry_id" = $5;

update "programme_entry"
  set "dropped_at" = $1, "dropped_reason" = $2, "version" = $3
  where "province_id" = $4
  and "entry_id" = $5;

update "programme_entry"
  set "version" = $1
  where "province_id" = $2
  and "entry_id" = $3;

update "programme_entry"
  set "year" = $1, "quarter" = $2, "month" = $3, "title" = $4, "asked" = $5, "preparing_id" = $6, "due_on" = $7, "note" = $8, "version" = $9
  where "province_id" = $10
  and "entry_id" = $11;
