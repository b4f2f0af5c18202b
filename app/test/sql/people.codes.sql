-- Functions of app/src/registers/people/codes.ts.

-- codeFits
select "code_hash"
  from "account_code"
  where "province_id" = $1
  and "account_id" = $2
  and "expires_at" > $3;

-- codesUntil
select "account_id", "expires_at"
  from "account_code"
  where "province_id" = $1
  and "account_id" in ($2)
  and "expires_at" > $3;

-- dropCode
delete
  from "account_code"
  where "province_id" = $1
  and "account_id" = $2;

-- issueCodes
select "account_id", "name", "address", "password_hash"
  from "account"
  where "province_id" = $1
  and "account_id" in ($2)
  and "disabled_at" is null
  order by "account_id"
  for update;

-- putCode
insert into "account_code" ("province_id", "account_id", "code_hash", "issued_by", "issued_at", "expires_at")
  values ($1, $2, $3, $4, $5, $6)
  on conflict ("province_id", "account_id") do update
  set "code_hash" = $7, "issued_by" = $8, "issued_at" = $9, "expires_at" = $10;

update "account"
  set "password_hash" = $1
  where "province_id" = $2
  and "account_id" = $3;

-- useCodeUp
delete
  from "account_code"
  where "province_id" = $1
  and "account_id" = $2
  and "expires_at" > $3
  returning "account_id";
