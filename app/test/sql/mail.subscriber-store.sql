-- Functions of app/src/registers/mail/subscriber-store.ts.

-- addSubscriber
insert into "mail_subscriber" ("province_id", "address", "added_by")
  values ($1, $2, $3)
  on conflict ("province_id", "address") do nothing;

-- listSubscribers
select "address"
  from "mail_subscriber"
  where "province_id" = $1
  order by "address";

-- mailHeads
select "number", "at"
  from "record_publication"
  where "province_id" = $1
  order by "number" desc
  limit $2;

-- removeSubscriber
delete
  from "mail_subscriber"
  where "province_id" = $1
  and "address" = $2;
