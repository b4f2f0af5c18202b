-- Functions of app/src/registers/mail/administration-store.ts.

-- decideMail
select "outcome", "version"
  from "mail"
  where "province_id" = $1
  and "mail_id" = $2
  for update;

update "mail"
  set "outcome" = $1, "outcome_at" = $2, "reason" = $3, "version" = $4
  where "province_id" = $5
  and "mail_id" = $6;

-- mailOverview
select "m"."mail_id", "m"."kind", "m"."address", "m"."outcome", "m"."outcome_at", "m"."created_at", "m"."due_at", "m"."attempts", "m"."reason", "m"."version", "a"."name", "n"."kind" as "told"
  from "mail" as "m"
  left join "account" as "a" on "a"."province_id" = "m"."province_id"
  and "a"."account_id" = "m"."account_id"
  left join "notification" as "n" on "n"."province_id" = "m"."province_id"
  and "n"."notification_id" = "m"."notification_id"
  where "m"."province_id" = $1
  order by case when "m"."outcome" in ($2) then 0 when "m"."outcome" is null then 1 else 2 end, "m"."created_at" desc, "m"."mail_id"
  limit $3;

select "outcome", count(*) as "count"
  from "mail"
  where "province_id" = $1
  group by "outcome";

-- mailView
select "m"."mail_id", "m"."kind", "m"."address", "m"."outcome", "m"."outcome_at", "m"."created_at", "m"."due_at", "m"."attempts", "m"."reason", "m"."version", "a"."name", "n"."kind" as "told"
  from "mail" as "m"
  left join "account" as "a" on "a"."province_id" = "m"."province_id"
  and "a"."account_id" = "m"."account_id"
  left join "notification" as "n" on "n"."province_id" = "m"."province_id"
  and "n"."notification_id" = "m"."notification_id"
  where "m"."province_id" = $1
  and "m"."mail_id" = $2;
