-- Functions of app/src/registers/chain/link-store.ts.

-- knownOf
select "indicator_id"
  from "indicator"
  where "province_id" = $1
  and "indicator_id" in ($2)
  and "quarantined" = $3;

select "matter_id"
  from "matter"
  where "province_id" = $1
  and "matter_id" in ($2)
  and true;

-- linksOf
select *
  from "chain_link"
  where "province_id" = $1
  and "assignment_id" in ($2);

select *
  from "chain_link"
  where "province_id" = $1
  and "indicator_id" in ($2);

select *
  from "chain_link"
  where "province_id" = $1
  and "matter_id" in ($2);

select *
  from "chain_link"
  where "province_id" = $1
  and "shortcoming_id" in ($2);

select *
  from "chain_link"
  where "province_id" = $1
  and ("assignment_id" in ($2) or "matter_id" in ($3) or "indicator_id" in ($4));

select *
  from "chain_link"
  where "province_id" = $1
  and ("assignment_id" in ($2) or "matter_id" in ($3));

select *
  from "chain_link"
  where "province_id" = $1
  and ("shortcoming_id" in ($2) or "assignment_id" in ($3) or "matter_id" in ($4) or "indicator_id" in ($5));

select *
  from "chain_link"
  where "province_id" = $1
  and ("shortcoming_id" in ($2) or "assignment_id" in ($3));

-- setLink
insert into "chain_link" ("province_id", "link_id", "shortcoming_id", "assignment_id", "matter_id", "indicator_id", "verdict", "decided_by")
  values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict ("province_id", "link_id") do update
  set "verdict" = $9, "decided_by" = $10, "decided_at" = $11, "version" = $12
  returning *;

select *
  from "chain_link"
  where "province_id" = $1
  and ("shortcoming_id" is not distinct
  from $2
  and "assignment_id" is not distinct
  from $3
  and "matter_id" is not distinct
  from $4
  and "indicator_id" is not distinct
  from $5)
  for update;
