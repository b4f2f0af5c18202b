-- Functions of app/src/registers/notices/facts-store.ts.

-- givenTo
select *
  from "item_decision"
  where "province_id" = $1
  and "session_item_id" in ($2);

select *
  from "item_opinion"
  where "province_id" = $1
  and "session_item_id" in ($2)
  and "withdrawn_at" is null
  order by "given_at", "item_opinion_id";

select *
  from "item_vote"
  where "province_id" = $1
  and "session_item_id" in ($2)
  and "withdrawn_at" is null
  order by "taken_at", "vote_id";

-- issuerOf
select "kind", "code"
  from "organisation"
  where "province_id" = $1
  and "organisation_id" = $2;

-- itemsOf
select *
  from "session_item"
  where "province_id" = $1
  and "conference_id" = $2
  and "status" = $3
  and "personnel" = $4
  order by "position", "session_item_id";

select *
  from "session_item"
  where "province_id" = $1
  and "conference_id" = $2
  and "status" = $3
  and "session_item_id" = $4
  order by "position", "session_item_id";

select *
  from "session_item"
  where "province_id" = $1
  and "conference_id" = $2
  and "status" = $3
  order by "position", "session_item_id";

-- othersOf
select "organisation_id"
  from "conference_body"
  where "province_id" = $1
  and "conference_id" = $2;

-- parentOf
select "parent_id", "valid_from", "valid_to"
  from "organisation_parent"
  where "province_id" = $1
  and "organisation_id" = $2
  and "tree" = $3;

-- peopleOf
select *
  from "invitation"
  where "province_id" = $1
  and "conference_id" = $2
  and "withdrawn_at" is null
  order by array_position(array['chair', 'member', 'invited', 'forItems'], capacity), "invitation_id";

-- placeName
select "name"
  from "province"
  where "province_id" = $1;
