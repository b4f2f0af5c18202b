-- Functions of app/src/record/idempotency.ts.

-- once
insert into "idempotency" ("province_id", "account_id", "key", "request_hash", "status", "response")
  values ($1, $2, $3, $4, $5, $6)
  on conflict ("province_id", "account_id", "key") do nothing
  returning "key";

select "request_hash", "status", "response"
  from "idempotency"
  where "province_id" = $1
  and "account_id" = $2
  and "key" = $3;

update "idempotency"
  set "status" = $1, "response" = $2
  where "province_id" = $3
  and "account_id" = $4
  and "key" = $5;
