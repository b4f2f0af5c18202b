-- Functions of app/src/registers/sitting/decision-store.ts.

-- decisionRow
select *
  from "item_decision"
  where "province_id" = $1
  and "session_item_id" = $2;

-- mustBeNewTasks
select "assignment_id", "session_item_id"
  from "assignment"
  where "province_id" = $1
  and "assignment_id" in ($2);

select "item_decision"."tasks"
  from "item_decision"
  inner join "session_item" on "session_item"."province_id" = "item_decision"."province_id"
  and "session_item"."session_item_id" = "item_decision"."session_item_id"
  where "item_decision"."province_id" = $1
  and "session_item"."conference_id" = $2
  and "item_decision"."session_item_id" <> $3;

-- writeDecision
insert into "item_decision" ("province_id", "session_item_id", "outcome", "conditions", "body", "no_task", "tasks", "written_by", "written_at", "version", "writer")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
  on conflict ("province_id", "session_item_id") do update
  set "outcome" = $12, "conditions" = $13, "body" = $14, "no_task" = $15, "tasks" = $16, "written_by" = $17, "written_at" = $18, "version" = $19, "writer" = $20
  returning *;
