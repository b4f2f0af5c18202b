-- Functions of app/src/registers/organisations/names.ts.

-- organisationNames
select "organisation_id", "name", "valid_from", "valid_to"
  from "organisation_name"
  where "province_id" = $1
  and "organisation_id" in ($2)
  and "role" = $3
  order by "valid_from" asc nulls first;
