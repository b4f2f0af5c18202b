-- Functions of app/src/registers/people/sso.ts.

-- assigned
select *
  from "account"
  where "province_id" in ($1)
  and "disabled_at" is null
  and (("sso_subject" = $2
  and "sso_name" is not null) or ("sso_subject" is null
  and "sso_name" in ($3)))
  order by "province_id";

-- bind
update "account"
  set "sso_subject" = $1
  where "province_id" = $2
  and "account_id" = $3
  and "sso_subject" is null
  returning *;
