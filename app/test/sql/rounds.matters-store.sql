-- Functions of app/src/registers/rounds/matters-store.ts.

-- accountNames
select "account_id", "name"
  from "account"
  where "province_id" = $1
  and "account_id" in ($2);

-- matterOfRound
insert into "matter" ("province_id", "matter_id", "title", "submitter_id")
  values ($1, $2, $3, $4);

-- matterRow
select *
  from "matter"
  where "province_id" = $1
  and "matter_id" = $2
  and true;
