-- Functions of app/src/registers/inspections/store.ts.

-- addInspection
insert into "inspection" ("province_id", "inspection_id", "organisation_id", "year", "quarter", "form", "subject_id", "content", "inspecting_id", "level", "note", "made_by")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12);

-- addInspectionFinding
insert into "inspection_finding" ("province_id", "inspection_finding_id", "inspection_id", "body", "document_id", "text_version", "start_at", "end_at", "made_by")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9);

-- countsOf
select "inspection_id", count(*) as "n"
  from "inspection_finding"
  where "province_id" = $1
  and "inspection_id" in ($2)
  and "withdrawn_at" is null
  group by "inspection_id";

-- findingsOf
select *
  from "inspection_finding"
  where "province_id" = $1
  and "inspection_id" = $2
  and "withdrawn_at" is null
  order by "made_at", "inspection_finding_id";

-- getInspection
select *, true as "inside"
  from "inspection"
  where "province_id" = $1
  and true
  and "inspection_id" = $2;

-- listInspections
select *, (inspection.organisation_id = any($1::uuid[])
    or inspection.inspecting_id = any($2::uuid[])) as "inside"
  from "inspection"
  where "province_id" = $3
  and ((inspection.organisation_id = any($4::uuid[])
    or inspection.inspecting_id = any($5::uuid[])) or (inspection.told_on <= $6::date
   
  and (inspection.level in ('internal', 'public') or inspection.subject_id = any($7::uuid[]))))
  and "year" = $8
  order by "year", "quarter" asc nulls last, "inspection_id";

select *, true as "inside"
  from "inspection"
  where "province_id" = $1
  and true
  and "year" = $2
  order by "year", "quarter" asc nulls last, "inspection_id";

select *, true as "inside"
  from "inspection"
  where "province_id" = $1
  and true
  order by "year", "quarter" asc nulls last, "inspection_id";

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

-- openInspection
select *
  from "inspection"
  where "province_id" = $1
  and "inspection_id" = $2
  and true for no key update;

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
  set "body" = $1, "assignment_id" = $2, "withdrawn_at" = $3, "version" = $4
  where "province_id" = $5
  and "inspection_finding_id" = $6;

-- setInspection
update "inspection"
  set "dropped_at" = $1, "dropped_reason" = $2, "version" = $3
  where "province_id" = $4
  and "inspection_id" = $5;

update "inspection"
  set "started_on" = $1, "ended_on" = $2, "year" = $3, "quarter" = $4, "form" = $5, "subject_id" = $6, "content" = $7, "inspecting_id" = $8, "level" = $9, "note" = $10, "told_on" = $11, "team_lead" = $12, "conclusion_id" = $13, "version" = $14
  where "province_id" = $15
  and "inspection_id" = $16;

-- textsOf
select "document_id", "text_version", "text"
  from "document_text"
  where "province_id" = $1
  and ("document_id" = $2
  and "text_version" = $3);

-- titlesOf
select "document_id" as "id", "title"
  from "document"
  where "province_id" = $1
  and "document_id" in ($2)
  and "status" <> $3
  and document.status <> 'quarantined';
