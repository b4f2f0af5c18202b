-- Functions of app/src/registers/projects/store.ts.

-- addMonth
insert into "project_month" ("province_id", "project_id", "kind", "plan_year", "until", "source", "number", "amount", "method", "file_id", "cell", "reason", "recorded_by")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13);

-- addPlan
insert into "project_plan" ("province_id", "project_id", "from_year", "to_year", "source", "authority", "number", "amount", "legal_reference", "decided_on", "reason", "recorded_by")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12);

-- addProject
insert into "project" ("province_id", "project_id", "kind", "name", "code", "category", "owner_id", "place", "starts_on", "ends_on", "total", "spent_before", "note", "made_by")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14);

-- changeProject
update "project"
  set "starts_on" = $1, "ends_on" = $2, "name" = $3, "code" = $4, "category" = $5, "owner_id" = $6, "place" = $7, "total" = $8, "spent_before" = $9, "note" = $10, "version" = $11
  where "province_id" = $12
  and "project_id" = $13;

-- lockProject
select *
  from "project"
  where "province_id" = $1
  and "project_id" = $2 for no key update;

-- setTasks
update "project"
  set "version" = $1
  where "province_id" = $2
  and "project_id" = $3;
