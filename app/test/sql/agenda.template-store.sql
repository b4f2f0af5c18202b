-- Functions of app/src/registers/agenda/template-store.ts.

-- listTemplates
select *
  from "conference_template"
  where "province_id" = $1
  and "withdrawn_at" is null
  order by "name", "template_id";

-- saveTemplate
insert into "conference_template" ("province_id", "template_id", "name", "organisation_id", "type", "place", "minutes", "items", "withdrawn_at")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
  returning *;

-- templateRow
select *
  from "conference_template"
  where "province_id" = $1
  and "template_id" = $2
  and "withdrawn_at" is null for no key update;

-- withdrawTemplate
update "conference_template"
  set "withdrawn_at" = $1, "version" = $2
  where "province_id" = $3
  and "template_id" = $4
  returning *;
