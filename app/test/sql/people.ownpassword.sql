-- Functions of app/src/registers/people/ownpassword.ts.

-- changeOwnPassword
select "account_id", "password_hash", "name", "address"
  from "account"
  where "province_id" = $1
  and "account_id" = $2;

-- putPassword
update "account"
  set "password_hash" = $1, "version" = "version" + $2
  where "province_id" = $3
  and "account_id" = $4;
