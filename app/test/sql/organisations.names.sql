-- Functions of app/src/registers/organisations/names.ts.

-- bodiesByName
select distinct "organisation_id", "name"
  from "organisation_name"
  where "province_id" = $1
  and "role" = $2;

-- bodyNames
select distinct "o"."kind", "n"."name"
  from "organisation_name" as "n"
  inner join "organisation" as "o" on "o"."province_id" = "n"."province_id"
  and "o"."organisation_id" = "n"."organisation_id"
  where "n"."province_id" = $1
  order by "n"."name", "o"."kind";

-- organisationNames
select "organisation_id", "name", "valid_from", "valid_to"
  from "organisation_name"
  where "province_id" = $1
  and organisation_id = any($2::uuid[])
  and "role" = $3
  order by "valid_from" asc nulls first /* each request */;
