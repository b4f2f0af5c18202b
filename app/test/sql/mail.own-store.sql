-- Functions of app/src/registers/mail/own-store.ts.

-- listNotifications
select *
  from "notification"
  where "province_id" = $1
  and "account_id" = $2
  and "notification_id" < $3
  order by "notification_id" desc
  limit $4;

select *
  from "notification"
  where "province_id" = $1
  and "account_id" = $2
  order by "notification_id" desc
  limit $3;

-- markRead
update "notification"
  set "read_at" = $1
  where "province_id" = $2
  and "account_id" = $3
  and "read_at" is null
  and "notification_id" in ($4);

-- mustBeOwn
select "notification_id"
  from "notification"
  where "province_id" = $1
  and "account_id" = $2
  and "notification_id" in ($3);

-- ownWish
select "a"."address", "a"."mail_wish", "p"."email"
  from "account" as "a"
  left join "person" as "p" on "p"."province_id" = "a"."province_id"
  and "p"."person_id" = "a"."person_id"
  where "a"."province_id" = $1
  and "a"."account_id" = $2;

-- setOwnWish
update "account"
  set "mail_wish" = $1
  where "province_id" = $2
  and "account_id" = $3;

-- unreadCount
select count(*) as "count"
  from "notification"
  where "province_id" = $1
  and "account_id" = $2
  and "read_at" is null;
