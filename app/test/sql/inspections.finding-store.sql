-- Functions of app/src/registers/inspections/finding-store.ts.

-- addInspectionFinding
insert into "inspection_finding" ("province_id", "inspection_finding_id", "inspection_id", "body", "about_id", "document_id", "text_version", "start_at", "end_at", "made_by")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- lockInspectionFinding
select "inspection_finding".*, "inspection"."organisation_id"
  from "inspection_finding"
  inner join "inspection" on "inspection"."province_id" = "inspection_finding"."province_id"
  and "inspection"."inspection_id" = "inspection_finding"."inspection_id"
  where "inspection_finding"."province_id" = $1
  and "inspection_finding"."inspection_finding_id" = $2
  and "inspection_finding"."withdrawn_at" is null
  and true
  for update of "inspection_finding";

-- mustNotTell
select "lead_id"
  from "assignment"
  where "province_id" = $1
  and "assignment_id" = $2;

-- ownInspection
select *
  from "inspection"
  where "province_id" = $1
  and "inspection_id" = $2;

-- setFinding
update "inspection_finding"
  set "assignment_id" = $1, "version" = $2
  where "province_id" = $3
  and "inspection_finding_id" = $4;

update "inspection_finding"
  set "body" = $1, "about_id" = $2, "assignment_id" = $3, "withdrawn_at" = $4, "version" = $5
  where "province_id" = $6
  and "inspection_finding_id" = $7;
