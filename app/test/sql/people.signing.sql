-- Functions of app/src/registers/people/signing.ts.

-- signIn
select *
  from "account"
  where "province_id" in ($1)
  and "address" = $2
  and "disabled_at" is null
  order by "province_id";
