-- Functions of app/src/registers/projects/work-store.ts.

-- addClearance
insert into "project_clearance" ("province_id", "section_id", "number", "on_day", "need_ha", "handed_ha", "households", "paid", "moved", "obstacle", "reason", "recorded_by")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12);

-- addMilestone
insert into "project_milestone" ("province_id", "milestone_id", "project_id", "name", "note", "first_due_on", "due_on", "done_on", "made_by")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9);

-- addProgress
insert into "project_progress" ("province_id", "project_id", "on_day", "number", "percent", "note", "reason", "recorded_by")
  values ($1, $2, $3, $4, $5, $6, $7, $8);

-- addSection
insert into "project_section" ("province_id", "section_id", "project_id", "name", "first_due_on", "due_on", "made_by")
  values ($1, $2, $3, $4, $5, $6, $7);

-- changeMilestone
update "project_milestone"
  set "name" = $1, "due_on" = $2, "done_on" = $3, "note" = $4, "withdrawn_at" = $5, "version" = $6
  where "province_id" = $7
  and "milestone_id" = $8;

-- changeSection
update "project_section"
  set "name" = $1, "due_on" = $2, "first_due_on" = $3, "withdrawn_at" = $4, "version" = $5
  where "province_id" = $6
  and "section_id" = $7;

-- lockPart
select *
  from "project_milestone"
  where "province_id" = $1
  and "milestone_id" = $2
  and "withdrawn_at" is null;

select *
  from "project_obstacle"
  where "province_id" = $1
  and "obstacle_id" = $2
  and "withdrawn_at" is null;

select *
  from "project_section"
  where "province_id" = $1
  and "section_id" = $2
  and "withdrawn_at" is null;
