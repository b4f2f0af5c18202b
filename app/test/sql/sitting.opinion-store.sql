-- Functions of app/src/registers/sitting/opinion-store.ts.

-- addOpinion
insert into "item_opinion" ("province_id", "item_opinion_id", "matter_id", "session_item_id", "addressee_id", "paper_id", "clause", "speaker", "speaker_title", "invitation_id", "stance", "body", "taken_by", "answer", "answer_reason", "answered_by", "answered_at", "withdrawn_at")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
  returning *;

-- addVote
insert into "item_vote" ("province_id", "vote_id", "session_item_id", "question", "kind", "base", "base_count", "agree", "disagree", "abstain", "taken_by", "withdrawn_at")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
  returning *;

-- changeOpinion
select "session_item_id"
  from "item_opinion"
  where "province_id" = $1
  and "item_opinion_id" = $2
  and "withdrawn_at" is null;

select *
  from "item_opinion"
  where "province_id" = $1
  and "item_opinion_id" = $2
  and "withdrawn_at" is null;

update "item_opinion"
  set "clause" = $1, "speaker" = $2, "speaker_title" = $3, "invitation_id" = $4, "stance" = $5, "body" = $6, "answer" = $7, "answer_reason" = $8, "answered_by" = $9, "answered_at" = $10, "withdrawn_at" = $11, "version" = $12
  where "province_id" = $13
  and "item_opinion_id" = $14
  returning *;

-- found
select *
  from "item_vote"
  where "province_id" = $1
  and "vote_id" = $2
  and "withdrawn_at" is null;

-- mustBeInvited
select "invitation_id"
  from "invitation"
  where "province_id" = $1
  and "conference_id" = $2
  and "invitation_id" = $3;

-- withdrawVote
update "item_vote"
  set "withdrawn_at" = $1, "version" = $2
  where "province_id" = $3
  and "vote_id" = $4;
