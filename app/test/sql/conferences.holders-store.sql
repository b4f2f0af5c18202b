-- Functions of app/src/registers/conferences/holders-store.ts.

-- holdersOf
select "conference_id", "organisation_id"
  from "conference_body"
  where "province_id" = $1
  and "conference_id" in ($2)
  order by "organisation_id";
