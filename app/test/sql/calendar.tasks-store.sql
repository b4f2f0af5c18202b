-- Functions of app/src/registers/calendar/tasks-store.ts.

-- changesOf
select "subject_id", max("at") as "at"
  from "audit_record"
  where "province_id" = $1
  and "subject_kind" = $2
  and "action" like $3
  and subject_id = any($4::text[])
  group by "subject_id";
