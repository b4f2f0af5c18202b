-- Functions of app/src/registers/projects/obstacle-store.ts.

-- addObstacle
insert into "project_obstacle" ("province_id", "obstacle_id", "project_id", "kind", "body", "since", "level", "owner_id", "due_on", "assignment_id", "document_id", "resolved_on", "resolution", "first_due_on", "made_by")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15);

-- changeObstacle
update "project_obstacle"
  set "kind" = $1, "body" = $2, "since" = $3, "level" = $4, "owner_id" = $5, "due_on" = $6, "assignment_id" = $7, "document_id" = $8, "resolved_on" = $9, "resolution" = $10, "first_due_on" = $11, "withdrawn_at" = $12, "version" = $13
  where "province_id" = $14
  and "obstacle_id" = $15;
