-- Functions of app/src/registers/mail/compose-store.ts.

-- compose
select *
  from "account"
  where "province_id" = $1
  and "account_id" = $2;

-- notificationsOf
select "kind", "about_kind", "about_id", "facts"
  from "notification"
  where "province_id" = $1
  and "account_id" = $2
  and "notification_id" = $3
  order by "created_at", "notification_id";

select "kind", "about_kind", "about_id", "facts"
  from "notification"
  where "province_id" = $1
  and "account_id" = $2
  and "read_at" is null
  and "created_at" > $3
  and "created_at" <= $4
  order by "created_at", "notification_id"
  limit $5;

-- personAddress
select "email"
  from "person"
  where "province_id" = $1
  and "person_id" = $2;
