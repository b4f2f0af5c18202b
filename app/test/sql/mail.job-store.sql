-- Functions of app/src/registers/mail/job-store.ts.

-- beginJob
insert into "job_run" ("province_id", "job", "day", "done_at")
  values ($1, $2, $3, $4)
  on conflict ("province_id", "job", "day") do nothing;
