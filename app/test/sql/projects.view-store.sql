-- Functions of app/src/registers/projects/view-store.ts.

-- getProject
select *
  from "project"
  where "province_id" = $1
  and "project_id" = $2;

-- listProjects
select *
  from "project"
  where "province_id" = $1
  order by "made_at", "project_id";

-- monthsOf
select "month".*, "file"."file_name"
  from "project_month" as "month"
  left join "project_file" as "file" on "file"."province_id" = "month"."province_id"
  and "file"."file_id" = "month"."file_id"
  where "month"."province_id" = $1
  and "month"."project_id" in ($2)
  order by "month"."plan_year", "month"."until", "month"."kind" desc, "month"."source", "month"."number" desc;

-- plansOf
select *
  from "project_plan"
  where "province_id" = $1
  and "project_id" in ($2)
  order by "from_year", "to_year", "source", "authority", "number" desc;
