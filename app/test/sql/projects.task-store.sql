-- Functions of app/src/registers/projects/task-store.ts.

-- putTasks
delete
  from "project_task"
  where "province_id" = $1
  and "project_id" = $2
  and "assignment_id" in ($3);

insert into "project_task" ("province_id", "project_id", "assignment_id", "linked_by")
  values ($1, $2, $3, $4);

-- tasksOf
select "assignment_id"
  from "project_task"
  where "province_id" = $1
  and "project_id" = $2
  order by "linked_at", "assignment_id";
