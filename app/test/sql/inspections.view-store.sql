-- Functions of app/src/registers/inspections/view-store.ts.

-- countsOf
select "inspection"."inspection_id", count(*) as "n"
  from "inspection_finding"
  inner join "inspection" on "inspection"."province_id" = "inspection_finding"."province_id"
  and "inspection"."inspection_id" = "inspection_finding"."inspection_id"
  where "inspection_finding"."province_id" = $1
  and "inspection_finding"."withdrawn_at" is null
  and true
  and "inspection"."inspection_id" in ($2)
  group by "inspection"."inspection_id";

-- findingsOf
select "inspection_finding".*
  from "inspection_finding"
  inner join "inspection" on "inspection"."province_id" = "inspection_finding"."province_id"
  and "inspection"."inspection_id" = "inspection_finding"."inspection_id"
  where "inspection_finding"."province_id" = $1
  and "inspection_finding"."withdrawn_at" is null
  and true
  and "inspection"."inspection_id" = $2
  order by "inspection_finding"."made_at", "inspection_finding"."inspection_finding_id";

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
   
  and (inspection.level in ('internal', 'public') or exists (select 1
  from inspected_body named
     
  where named.province_id = inspection.province_id
       
  and named.inspection_id = inspection.inspection_id
       
  and named.organisation_id = any($7::uuid[])))))
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

-- subjectsOf
select "inspection_id", "organisation_id"
  from "inspected_body"
  where "province_id" = $1
  and "inspection_id" in ($2)
  order by "position";

-- textsOf
select "document_id", "text_version", "text"
  from "document_text"
  where "province_id" = $1
  and ("document_id" = $2
  and "text_version" = $3);
