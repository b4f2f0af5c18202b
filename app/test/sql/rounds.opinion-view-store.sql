-- Functions of app/src/registers/rounds/opinion-view-store.ts.

-- opinionRows
select "item_opinion".*, "m"."submitter_id" as "matter_submitter", "i"."submitter_id" as "item_submitter", "c"."conference_id", "c"."title" as "conference_title", "r"."round_id", "r"."title" as "round_title", "r"."paper_id" as "round_paper", coalesce("c"."organisation_id", "r"."organisation_id") as "holder"
  from "item_opinion"
  inner join "matter" as "m" on "m"."province_id" = "item_opinion"."province_id"
  and "m"."matter_id" = "item_opinion"."matter_id"
  left join "session_item" as "i" on "i"."province_id" = "item_opinion"."province_id"
  and "i"."session_item_id" = "item_opinion"."session_item_id"
  left join "conference" as "c" on "c"."province_id" = "i"."province_id"
  and "c"."conference_id" = "i"."conference_id"
  left join "round_addressee" as "a" on "a"."province_id" = "item_opinion"."province_id"
  and "a"."addressee_id" = "item_opinion"."addressee_id"
  left join "opinion_round" as "r" on "r"."province_id" = "a"."province_id"
  and "r"."round_id" = "a"."round_id"
  where "item_opinion"."province_id" = $1
  and "item_opinion"."withdrawn_at" is null
  and true
  and "item_opinion"."addressee_id" in ($2)
  order by "item_opinion"."given_at", "item_opinion"."item_opinion_id";

select "item_opinion".*, "m"."submitter_id" as "matter_submitter", "i"."submitter_id" as "item_submitter", "c"."conference_id", "c"."title" as "conference_title", "r"."round_id", "r"."title" as "round_title", "r"."paper_id" as "round_paper", coalesce("c"."organisation_id", "r"."organisation_id") as "holder"
  from "item_opinion"
  inner join "matter" as "m" on "m"."province_id" = "item_opinion"."province_id"
  and "m"."matter_id" = "item_opinion"."matter_id"
  left join "session_item" as "i" on "i"."province_id" = "item_opinion"."province_id"
  and "i"."session_item_id" = "item_opinion"."session_item_id"
  left join "conference" as "c" on "c"."province_id" = "i"."province_id"
  and "c"."conference_id" = "i"."conference_id"
  left join "round_addressee" as "a" on "a"."province_id" = "item_opinion"."province_id"
  and "a"."addressee_id" = "item_opinion"."addressee_id"
  left join "opinion_round" as "r" on "r"."province_id" = "a"."province_id"
  and "r"."round_id" = "a"."round_id"
  where "item_opinion"."province_id" = $1
  and "item_opinion"."withdrawn_at" is null
  and true
  and "item_opinion"."item_opinion_id" = $2
  order by "item_opinion"."given_at", "item_opinion"."item_opinion_id";

select "item_opinion".*, "m"."submitter_id" as "matter_submitter", "i"."submitter_id" as "item_submitter", "c"."conference_id", "c"."title" as "conference_title", "r"."round_id", "r"."title" as "round_title", "r"."paper_id" as "round_paper", coalesce("c"."organisation_id", "r"."organisation_id") as "holder"
  from "item_opinion"
  inner join "matter" as "m" on "m"."province_id" = "item_opinion"."province_id"
  and "m"."matter_id" = "item_opinion"."matter_id"
  left join "session_item" as "i" on "i"."province_id" = "item_opinion"."province_id"
  and "i"."session_item_id" = "item_opinion"."session_item_id"
  left join "conference" as "c" on "c"."province_id" = "i"."province_id"
  and "c"."conference_id" = "i"."conference_id"
  left join "round_addressee" as "a" on "a"."province_id" = "item_opinion"."province_id"
  and "a"."addressee_id" = "item_opinion"."addressee_id"
  left join "opinion_round" as "r" on "r"."province_id" = "a"."province_id"
  and "r"."round_id" = "a"."round_id"
  where "item_opinion"."province_id" = $1
  and "item_opinion"."withdrawn_at" is null
  and true
  and "item_opinion"."matter_id" = $2
  order by "item_opinion"."given_at", "item_opinion"."item_opinion_id";

select "item_opinion".*, "m"."submitter_id" as "matter_submitter", "i"."submitter_id" as "item_submitter", "c"."conference_id", "c"."title" as "conference_title", "r"."round_id", "r"."title" as "round_title", "r"."paper_id" as "round_paper", coalesce("c"."organisation_id", "r"."organisation_id") as "holder"
  from "item_opinion"
  inner join "matter" as "m" on "m"."province_id" = "item_opinion"."province_id"
  and "m"."matter_id" = "item_opinion"."matter_id"
  left join "session_item" as "i" on "i"."province_id" = "item_opinion"."province_id"
  and "i"."session_item_id" = "item_opinion"."session_item_id"
  left join "conference" as "c" on "c"."province_id" = "i"."province_id"
  and "c"."conference_id" = "i"."conference_id"
  left join "round_addressee" as "a" on "a"."province_id" = "item_opinion"."province_id"
  and "a"."addressee_id" = "item_opinion"."addressee_id"
  left join "opinion_round" as "r" on "r"."province_id" = "a"."province_id"
  and "r"."round_id" = "a"."round_id"
  where "item_opinion"."province_id" = $1
  and "item_opinion"."withdrawn_at" is null
  and true
  and "item_opinion"."session_item_id" in ($2)
  order by "item_opinion"."given_at", "item_opinion"."item_opinion_id";
