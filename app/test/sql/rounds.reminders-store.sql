-- Functions of app/src/registers/rounds/reminders-store.ts.

-- dueReminders
select "a"."addressee_id", "a"."name", "a"."reminded", "opinion_round"."round_id", "opinion_round"."title", "opinion_round"."due_at", "opinion_round"."remind_days", "opinion_round"."organisation_id", "opinion_round"."closed_at"
  from "opinion_round"
  inner join "round_addressee" as "a" on "a"."province_id" = "opinion_round"."province_id"
  and "a"."round_id" = "opinion_round"."round_id"
  where "opinion_round"."province_id" = $1
  and "opinion_round"."closed_at" is null
  and "opinion_round"."due_at" >= $2
  and "a"."answered_at" is null
  and true
  order by "opinion_round"."due_at", "a"."addressee_id";

-- queueReminders
select "reminded", "answered_at", "account_id", "organisation_id"
  from "round_addressee"
  where "province_id" = $1
  and "addressee_id" = $2
  for update;

update "round_addressee"
  set "reminded" = $1
  where "province_id" = $2
  and "addressee_id" = $3;
