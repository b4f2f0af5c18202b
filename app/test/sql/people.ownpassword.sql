-- Functions of app/src/registers/people/ownpassword.ts.

-- changeOwnPassword
select "password_hash", "name", "address"
  from "account"
  where "province_id" = $1
  and "account_id" = $2;
