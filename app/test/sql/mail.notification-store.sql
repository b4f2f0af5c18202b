-- Functions of app/src/registers/mail/notification-store.ts.

-- tellAll
insert into "mail" ("province_id", "mail_id", "key", "kind", "account_id", "notification_id", "created_at", "due_at")
  values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict ("province_id", "account_id", "key") do nothing;

insert into "notification" ("province_id", "notification_id", "account_id", "key", "kind", "about_kind", "about_id", "facts", "created_at", "read_at")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
  on conflict ("province_id", "account_id", "key") do nothing
  returning "notification_id", "account_id";

select "a"."account_id", "a"."address", "a"."mail_wish", "p"."email"
  from "account" as "a"
  left join "person" as "p" on "p"."province_id" = "a"."province_id"
  and "p"."person_id" = "a"."person_id"
  where "a"."province_id" = $1
  and "a"."account_id" in ($2)
  and "a"."disabled_at" is null
  order by "a"."account_id";
