-- Functions of app/src/registers/mail/digest-store.ts.

-- makeDigests
insert into "mail" ("province_id", "mail_id", "key", "kind", "account_id", "facts", "created_at", "due_at")
  values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict ("province_id", "account_id", "key") do nothing;

select "a"."account_id", "a"."address", "p"."email"
  from "account" as "a"
  left join "person" as "p" on "p"."province_id" = "a"."province_id"
  and "p"."person_id" = "a"."person_id"
  where "a"."province_id" = $1
  and "a"."mail_wish" = $2
  and "a"."disabled_at" is null
  and exists (select "n"."notification_id"
  from "notification" as "n"
  where "n"."province_id" = $3
  and "n"."account_id" = "a"."account_id"
  and "n"."read_at" is null
  and "n"."created_at" > $4
  and "n"."created_at" <= $5)
  order by "a"."account_id";
