-- Functions of app/src/registers/inspections/store.ts.

-- addInspection
insert into "inspection" ("province_id", "inspection_id", "organisation_id", "year", "quarter", "form", "content", "inspecting_id", "level", "note", "made_by")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);

-- openInspection
select *
  from "inspection"
  where "province_id" = $1
  and "inspection_id" = $2
  and true for no key update;

-- setInspection
update "inspection"
  set "dropped_at" = $1, "dropped_reason" = $2, "version" = $3
  where "province_id" = $4
  and "inspection_id" = $5;

update "inspection"
  set "started_on" = $1, "ended_on" = $2, "year" = $3, "quarter" = $4, "form" = $5, "content" = $6, "inspecting_id" = $7, "level" = $8, "note" = $9, "told_on" = $10, "team_lead" = $11, "conclusion_id" = $12, "version" = $13
  where "province_id" = $14
  and "inspection_id" = $15;

-- setSubjects
delete
  from "inspected_body"
  where "province_id" = $1
  and "inspection_id" = $2
  and "organisation_id" in ($3);

insert into "inspected_body" ("province_id", "inspection_id", "organisation_id", "position")
  values ($1, $2, $3, $4)
  on conflict ("province_id", "inspection_id", "organisation_id") do update
  set "position" = "excluded"."position";

select "about_id"
  from "inspection_finding"
  where "province_id" = $1
  and "inspection_id" = $2
  and "about_id" in ($3)
  and "withdrawn_at" is null
  limit $4;

update "inspection_finding"
  set "about_id" = $1, "version" = "version" + $2
  where "province_id" = $3
  and "inspection_id" = $4
  and "about_id" in ($5);

update "inspection_finding"
  set "about_id" = $1, "version" = "version" + $2
  where "province_id" = $3
  and "inspection_id" = $4
  and "about_id" is null
  and "withdrawn_at" is null;
