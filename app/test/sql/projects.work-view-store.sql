-- Functions of app/src/registers/projects/work-view-store.ts.

-- clearanceRows
select "project_clearance".*
  from "project_clearance"
  inner join "project_section" on "project_section"."province_id" = "project_clearance"."province_id"
  and "project_section"."section_id" = "project_clearance"."section_id"
  where "project_clearance"."province_id" = $1
  and "project_section"."project_id" in ($2)
  and "project_section"."withdrawn_at" is null
  order by "project_clearance"."on_day" desc, "project_clearance"."number" desc;

-- milestoneRows
select *
  from "project_milestone"
  where "province_id" = $1
  and "project_id" in ($2)
  and "withdrawn_at" is null
  order by "due_on", "milestone_id";

-- obstacleRows
select *
  from "project_obstacle"
  where "province_id" = $1
  and "project_id" in ($2)
  and "withdrawn_at" is null
  order by "since", "obstacle_id";

-- progressOf
select *
  from "project_progress"
  where "province_id" = $1
  and "project_id" in ($2)
  order by "on_day" desc, "number" desc;

-- sectionRows
select *
  from "project_section"
  where "province_id" = $1
  and "project_id" in ($2)
  and "withdrawn_at" is null
  order by "made_at", "section_id";
