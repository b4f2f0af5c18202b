-- Functions of app/src/registers/sitting/sitting-store.ts.

-- closingsOf
select "kind", "reason", "by_account", "at"
  from "conference_closing"
  where "province_id" = $1
  and "conference_id" = $2
  order by "at", "closing_id";

-- decisionsOf
select *
  from "item_decision"
  where "province_id" = $1
  and "session_item_id" in ($2);

-- guestsOf
select "invitation_id", "name", "title", "votes", "capacity", "attendance", "answer", "sent_at", "person_id", "organisation_id"
  from "invitation"
  where "province_id" = $1
  and "conference_id" = $2
  and "withdrawn_at" is null
  order by "invitation_id";

-- opinionsOf
select *
  from "item_opinion"
  where "province_id" = $1
  and "session_item_id" in ($2)
  and "withdrawn_at" is null
  order by "given_at", "item_opinion_id";

-- positionsOf
select "item_position"."session_item_id", "item_position"."position", "item_position"."body", "invitation"."name", "invitation"."title"
  from "item_position"
  inner join "invitation" on "invitation"."province_id" = "item_position"."province_id"
  and "invitation"."invitation_id" = "item_position"."invitation_id"
  where "item_position"."province_id" = $1
  and "item_position"."session_item_id" in ($2)
  and "invitation"."withdrawn_at" is null
  order by "invitation"."name";

-- readSitting
select *
  from "conference"
  where "province_id" = $1
  and "conference_id" = $2
  and "withdrawn_at" is null
  and "organisation_id" is not null;

-- restOf
select *
  from "session_item"
  where "province_id" = $1
  and "conference_id" = $2
  order by "position", "session_item_id";

-- votesOf
select *
  from "item_vote"
  where "province_id" = $1
  and "session_item_id" in ($2)
  and "withdrawn_at" is null
  order by "taken_at", "vote_id";

-- wallsOf
select "wall_id", "opened_at", "expires_at"
  from "wall_link"
  where "province_id" = $1
  and "conference_id" = $2
  and "expires_at" > $3
  order by "made_at";
