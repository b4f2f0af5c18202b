-- Functions of app/src/registers/notices/assessment-store.ts.

-- assessmentRow
select *
  from "conference_assessment"
  where "province_id" = $1
  and "conference_id" = $2;

-- issuedConclusion
select "notice_id"
  from "notice"
  where "province_id" = $1
  and "conference_id" = $2
  and "kind" = $3
  and "issued_at" is not null
  limit $4;

-- writeAssessment
insert into "conference_assessment" ("province_id", "conference_id", "body", "written_by", "written_at", "version")
  values ($1, $2, $3, $4, $5, $6)
  on conflict ("province_id", "conference_id") do update
  set "body" = $7, "written_by" = $8, "written_at" = $9, "version" = $10
  returning *;
