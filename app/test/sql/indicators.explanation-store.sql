-- Functions of app/src/registers/indicators/explanation-store.ts.

-- answerExplanation
select *
  from "explanation_request"
  where "province_id" = $1
  and "request_id" = $2
  for update;

update "explanation_request"
  set "answer" = $1, "answered_by" = $2, "answered_at" = $3, "version" = $4
  where "province_id" = $5
  and "request_id" = $6
  returning *;

-- askExplanation
insert into "explanation_request" ("province_id", "request_id", "indicator_id", "organisation_id", "target_id", "question", "due_on", "asked_by")
  values ($1, $2, $3, $4, $5, $6, $7, $8)
  returning *;

-- explanationsOf
select *
  from "explanation_request"
  where "province_id" = $1
  and indicator_id = any($2::uuid[])
  order by "request_id" desc /* each request */;

-- mustBeTarget
select "target_id"
  from "target"
  where "province_id" = $1
  and "target_id" = $2
  and "indicator_id" = $3;

-- remindExplanations
select *
  from "explanation_request"
  where "province_id" = $1
  and "answered_at" is null
  and "due_on" >= $2;
