-- Functions of app/src/registers/mail/job-store.ts.

-- beginJob
insert into "job_run" ("province_id", "job", "day", "done_at")
  values ($1, $2, $3, $4)
  on conflict ("province_id", "job", "day") do nothing;

-- isDone
select "job"
  from "job_run"
  where "province_id" = $1
  and "job" = $2
  and "day" = $3;

-- lastRun
select "done_at"
  from "job_run"
  where "province_id" = $1
  and "job" = $2
  and "day" < $3
  order by "day" desc
  limit $4;
