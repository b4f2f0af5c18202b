-- Functions of app/src/registers/organisations/changing.ts.

-- correctRow
update "organisation"
  set "code" = $1, "note" = $2, "legal_reference" = $3, "unverified" = $4
  where "province_id" = $5
  and "organisation_id" = $6;

-- mustNotBeBelow
select "parent_id"
  from "organisation_parent"
  where "province_id" = $1
  and "organisation_id" in ($2)
  and "tree" = $3
  and (coalesce("valid_from", $4::date) <= $5::date
   
  and coalesce("valid_to", $6::date) >= $7::date);

-- renameProvince
update "province"
  set "name" = $1
  where "province_id" = $2;

-- replaceName
insert into "organisation_name" ("province_id", "organisation_id", "name_id", "name", "role", "valid_from", "valid_to")
  values ($1, $2, $3, $4, $5, $6, $7);

select *
  from "organisation_name"
  where "province_id" = $1
  and "organisation_id" = $2
  and "role" = $3;

update "organisation_name"
  set "valid_to" = $1
  where "province_id" = $2
  and "name_id" = $3;

-- replaceOtherNames
delete
  from "organisation_name"
  where "province_id" = $1
  and "organisation_id" = $2
  and "role" <> $3;

insert into "organisation_name" ("province_id", "organisation_id", "name_id", "name", "role", "valid_from", "valid_to")
  values ($1, $2, $3, $4, $5, $6, $7);
