-- Functions of app/src/registers/people/devices.ts.

-- forgetDevices
delete
  from "known_device"
  where "province_id" = $1
  and "account_id" = $2;

-- isKnownDevice
select "account_id"
  from "known_device"
  where "province_id" in ($1)
  and "account_id" in ($2)
  and "token_hash" = $3
  limit $4;

-- rememberDevice
delete
  from known_device
  where province_id = $1
   
  and account_id = $2
  and token_hash not in (select token_hash
  from known_device
     
  where province_id = $3
  and account_id = $4
     
  order by last_used_at desc
  limit $5);

insert into "known_device" ("province_id", "account_id", "token_hash", "last_used_at")
  values ($1, $2, $3, $4)
  on conflict ("province_id", "account_id", "token_hash") do update
  set "last_used_at" = $5;
