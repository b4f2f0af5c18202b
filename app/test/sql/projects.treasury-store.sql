-- Functions of app/src/registers/projects/treasury-store.ts.

-- lockedProjects
select "project_id", "code", "kind", "closed_on", "name"
  from "project"
  where "province_id" = $1
  and "code" is not null
  order by "project_id" for no key update;

-- standingOf
select "project_id", "plan_year", "until", "source", "number", "amount"
  from "project_month"
  where "province_id" = $1
  and "project_id" in ($2)
  and "kind" = $3
  order by "number";

-- takeTreasury
insert into "project_file" ("province_id", "file_id", "file_name", "sha256", "figures", "taken_by")
  values ($1, $2, $3, $4, $5, $6);

insert into "project_month" ("province_id", "project_id", "kind", "plan_year", "until", "source", "number", "amount", "method", "file_id", "cell", "reason", "recorded_by")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13);
