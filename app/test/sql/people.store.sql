-- Functions of app/src/registers/people/store.ts.

-- accountForUpdate
select *
  from "account"
  where "province_id" = $1
  and "account_id" = $2
  for update;

-- actorByAddress
select *
  from "account"
  where "province_id" = $1
  and "address" = $2
  and "disabled_at" is null;

-- addAccount
insert into "account" ("province_id", "account_id", "address", "name", "person_id", "password_hash", "disabled_at")
  values ($1, $2, $3, $4, $5, $6, $7)
  returning *;

select "account_id"
  from "account"
  where "province_id" = $1
  and "address" = $2;

-- changeAccount
update "account"
  set "name" = $1, "person_id" = $2, "disabled_at" = $3, "version" = $4
  where "province_id" = $5
  and "account_id" = $6
  returning *;

update "account"
  set "name" = $1, "sso_name" = $2, "sso_subject" = $3, "person_id" = $4, "disabled_at" = $5, "version" = $6
  where "province_id" = $7
  and "account_id" = $8
  returning *;

-- getAccount
select *
  from "account"
  where "province_id" = $1
  and "account_id" = $2;

-- knownOf
select "name"
  from "province"
  where "province_id" = $1;

-- listAccounts
select *
  from "account"
  where "province_id" = $1
  order by "name";

-- setOwnLocale
update "account"
  set "locale" = $1
  where "province_id" = $2
  and "account_id" = $3;
