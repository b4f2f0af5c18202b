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

-- workersOf

    select distinct g.account_id
  from role_grant g 
    join organisation o on o.province_id = g.province_id
  and o.organisation_id = g.organisation_id
   
  left join membership m on m.province_id = g.province_id
  and m.membership_id = g.membership_id
   
  left join role_grant s on s.province_id = g.province_id
  and s.grant_id = g.delegated_from
   
  left join account a on a.province_id = s.province_id
  and a.account_id = s.account_id
   
  left join membership n on n.province_id = s.province_id
  and n.membership_id = s.membership_id
   
  where g.province_id = $1
  and (g.ended_at is null
  and (coalesce("g"."valid_from", $2::date) <= $3::date
   
  and coalesce("g"."valid_to", $4::date) >= $5::date)
  and (coalesce("o"."valid_from", $6::date) <= $7::date
   
  and coalesce("o"."valid_to", $8::date) >= $9::date)
     
  and (g.membership_id is null or (coalesce("m"."valid_from", $10::date) <= $11::date
   
  and coalesce("m"."valid_to", $12::date) >= $13::date))
     
  and (g.delegated_from is null
        or (s.ended_at is null
  and (coalesce("s"."valid_from", $14::date) <= $15::date
   
  and coalesce("s"."valid_to", $16::date) >= $17::date)
  and a.disabled_at is null
         
  and (s.membership_id is null or (coalesce("n"."valid_from", $18::date) <= $19::date
   
  and coalesce("n"."valid_to", $20::date) >= $21::date)))))
     
  and g.organisation_id = any($22::uuid[])
     
  and g.role = any($23::text[])
   
  order by g.account_id;
