-- Functions of app/src/registers/rounds/opinions-store.ts.

-- answerOpinion
update "item_opinion"
  set "answer" = $1, "answer_reason" = $2, "answered_by" = $3, "answered_at" = $4, "version" = $5
  where "province_id" = $6
  and "item_opinion_id" = $7;

-- lockPlace
select "conference_id"
  from "conference"
  where "province_id" = $1
  and "conference_id" = $2 for no key update;

select "i"."conference_id", "a"."round_id"
  from "item_opinion"
  left join "session_item" as "i" on "i"."province_id" = "item_opinion"."province_id"
  and "i"."session_item_id" = "item_opinion"."session_item_id"
  left join "round_addressee" as "a" on "a"."province_id" = "item_opinion"."province_id"
  and "a"."addressee_id" = "item_opinion"."addressee_id"
  where "item_opinion"."province_id" = $1
  and "item_opinion"."item_opinion_id" = $2
  and "item_opinion"."withdrawn_at" is null
  and true;

select "round_id"
  from "opinion_round"
  where "province_id" = $1
  and "round_id" = $2 for no key update;
