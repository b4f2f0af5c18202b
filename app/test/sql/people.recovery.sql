-- Functions of app/src/registers/people/recovery.ts.

-- dropRecoveryCodes
delete
  from "recovery_code"
  where "province_id" = $1
  and "account_id" = $2;

-- putRecoveryCodes
insert into "recovery_code" ("province_id", "account_id", "code_hash", "used_at")
  values ($1, $2, $3, $4);

-- recoveryCodesLeft
select count(*)::int as left
  from recovery_code
   
  where province_id = $1
  and account_id = $2
     
  and used_at is null;

-- takeRecoveryCode
update "recovery_code"
  set "used_at" = $1
  where "province_id" = $2
  and "account_id" = $3
  and "code_hash" = $4
  and "used_at" is null
  returning "account_id";
