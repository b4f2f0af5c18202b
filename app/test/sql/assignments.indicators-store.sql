-- Functions of app/src/registers/assignments/indicators-store.ts.

-- indicatorsOfTask
select "indicator_id", "verdict", "version"
  from "chain_link"
  where "province_id" = $1
  and "assignment_id" = $2
  and "indicator_id" is not null;
