-- Functions of app/src/registers/people/factors.ts.

-- dueOn
select min("granted_at") as "at"
  from "role_grant"
  where "province_id" = $1
  and "grant_id" in ($2);

-- factorOf
select *
  from "account_factor"
  where "province_id" = $1
  and "account_id" = $2;

-- putNextSecret
insert into "account_factor" ("province_id", "account_id", "next_secret", "secret", "confirmed_at")
  values ($1, $2, $3, $4, $5)
  on conflict ("province_id", "account_id") do update
  set "next_secret" = $6;

-- resetFactor
delete
  from "account_factor"
  where "province_id" = $1
  and "account_id" = $2;

-- takeStep
update "account_factor"
  set "last_step" = $1
  where "province_id" = $2
  and "account_id" = $3
  and "last_step" < $4
  returning "last_step";

-- useNextSecret
update "account_factor"
  set "secret" = $1, "next_secret" = $2, "last_step" = $3, "confirmed_at" = $4
  where "province_id" = $5
  and "account_id" = $6;

-- withFactor
select "account_id"
  from "account_factor"
  where "province_id" = $1
  and "account_id" in ($2)
  and "secret" is not null;
