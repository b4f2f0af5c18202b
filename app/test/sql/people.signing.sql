-- Functions of app/src/registers/people/signing.ts.

-- signIn
select *
  from "account"
  where "province_id" in ($1)
  and "address" = $2
  and "disabled_at" is null
  order by "province_id";

-- upToDate
update "account"
  set "password_hash" = $1
  where "province_id" = $2
  and "account_id" = $3
  and "password_hash" = $4;
