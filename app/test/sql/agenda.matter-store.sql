-- Functions of app/src/registers/agenda/matter-store.ts.

-- listMatters
select "matter_id"
  from "session_item"
  where "province_id" = $1
  and "conference_id" = $2
  and true;

-- setRoute
delete
  from "matter_step"
  where "province_id" = $1
  and "matter_id" = $2;

insert into "matter_step" ("province_id", "matter_id", "step", "organisation_id", "asked")
  values ($1, $2, $3, $4, $5);

select "version"
  from "matter"
  where "province_id" = $1
  and "matter_id" = $2 for no key update;

update "matter"
  set "version" = $1
  where "province_id" = $2
  and "matter_id" = $3;
