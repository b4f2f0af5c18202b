-- Functions of app/src/registers/access/meeting-subject-store.ts.

-- conferenceOf
select *
  from "conference"
  where "province_id" = $1
  and "conference_id" = $2;

-- guardedRound
select "account_id", "organisation_id"
  from "round_addressee"
  where "province_id" = $1
  and "round_id" = $2;

-- matterSubject
select "submitter_id"
  from "matter"
  where "province_id" = $1
  and "matter_id" = $2
  and true;

select *
  from "opinion_round"
  where "province_id" = $1
  and "matter_id" = $2;

select *
  from "session_item"
  where "province_id" = $1
  and "matter_id" = $2;

-- noticeSubject
select *
  from "session_item"
  where "province_id" = $1
  and "conference_id" = $2
  and "session_item_id" in ($3);

-- opinionRow
select *
  from "item_opinion"
  where "province_id" = $1
  and "item_opinion_id" = $2
  and true;

-- roundOpinionSubject
select "a"."account_id", "a"."organisation_id", "r"."organisation_id" as "holder"
  from "round_addressee" as "a"
  inner join "opinion_round" as "r" on "r"."province_id" = "a"."province_id"
  and "r"."round_id" = "a"."round_id"
  where "a"."province_id" = $1
  and "r"."province_id" = $2
  and "a"."addressee_id" = $3;

-- saidOpinionSubject
select *
  from "session_item"
  where "province_id" = $1
  and "session_item_id" = $2;

-- submitterOf
select "submitter_id"
  from "matter"
  where "province_id" = $1
  and "matter_id" = $2;

-- voteSubject
select "session_item".*
  from "item_vote"
  inner join "session_item" on "session_item"."province_id" = "item_vote"."province_id"
  and "session_item"."session_item_id" = "item_vote"."session_item_id"
  where "item_vote"."province_id" = $1
  and "item_vote"."vote_id" = $2
  and true;
