-- Functions of app/src/registers/rounds/answer-store.ts.

-- answerRound
update "round_addressee"
  set "stance" = $1, "answered_by" = $2, "answered_at" = $3, "version" = $4
  where "province_id" = $5
  and "addressee_id" = $6;

-- change
update "item_opinion"
  set "stance" = $1, "clause" = $2, "body" = $3, "answer" = $4, "answer_reason" = $5, "answered_by" = $6, "answered_at" = $7, "version" = $8
  where "province_id" = $9
  and "item_opinion_id" = $10
  returning *;

update "item_opinion"
  set "withdrawn_at" = $1, "version" = $2
  where "province_id" = $3
  and "item_opinion_id" = $4
  returning *;

-- lockAsked
select "round_id"
  from "round_addressee"
  where "province_id" = $1
  and "addressee_id" = $2;

select *
  from "opinion_round"
  where "province_id" = $1
  and "round_id" = $2
  and true for no key update;

select *, (round_addressee.account_id = $1
    or round_addressee.organisation_id = any($2::uuid[])) as "own"
  from "round_addressee"
  where "province_id" = $3
  and "addressee_id" = $4;

-- putOpinions
insert into "item_opinion" ("province_id", "item_opinion_id", "matter_id", "session_item_id", "addressee_id", "paper_id", "clause", "speaker", "speaker_title", "invitation_id", "stance", "body", "taken_by", "answer", "answer_reason", "answered_by", "answered_at", "withdrawn_at")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
  returning *;

select *
  from "item_opinion"
  where "province_id" = $1
  and "addressee_id" = $2
  and "withdrawn_at" is null;
