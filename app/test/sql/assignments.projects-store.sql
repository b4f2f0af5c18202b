-- Functions of app/src/registers/assignments/projects-store.ts.

-- projectsOfTask
select "project"."project_id" as "id", "project"."name"
  from "project_task"
  inner join "project" on "project"."province_id" = "project_task"."province_id"
  and "project"."project_id" = "project_task"."project_id"
  where "project_task"."province_id" = $1
  and "project_task"."assignment_id" = $2
  order by "project"."name";
