-- Functions of app/src/registers/notices/mark-store.ts.

-- recordedIn
select "conference_id", "body"
  from "conference_assessment"
  where "province_id" = $1
  and "conference_id" in ($2);

select "conference_id", "organisation_id"
  from "conference_body"
  where "province_id" = $1
  and "conference_id" in ($2)
  order by "organisation_id";

select "conference_id", "title", "place", "held_on", "starts_at", "ends_at", "opened_at", "closed_at"
  from "conference"
  where "province_id" = $1
  and "conference_id" in ($2);

select "invitation_id", "conference_id", "name", "title", "capacity", "attendance", "answer", "substitute_name", "answer_reason"
  from "invitation"
  where "province_id" = $1
  and "conference_id" in ($2)
  and "withdrawn_at" is null
  order by "invitation_id";

select "session_item_id", "conference_id", "title", "submitter_id", "personnel"
  from "session_item"
  where "province_id" = $1
  and "conference_id" in ($2)
  and "status" = $3
  order by "position", "session_item_id";

-- saidOn
select "session_item_id", "item_opinion_id", "speaker", "speaker_title", "clause", "body"
  from "item_opinion"
  where "province_id" = $1
  and "session_item_id" in ($2)
  and "withdrawn_at" is null
  order by "item_opinion_id";

select "session_item_id", "outcome", "conditions", "body", "tasks"
  from "item_decision"
  where "province_id" = $1
  and "session_item_id" in ($2);

select "session_item_id", "vote_id", "question", "kind", "base", "base_count", "agree", "disagree", "abstain"
  from "item_vote"
  where "province_id" = $1
  and "session_item_id" in ($2)
  and "withdrawn_at" is null
  order by "vote_id";
