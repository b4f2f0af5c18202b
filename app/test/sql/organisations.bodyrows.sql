-- Functions of app/src/registers/organisations/bodyrows.ts.

-- closeRows
update "organisation"
  set "valid_to" = $1, "version" = $2
  where "province_id" = $3
  and "organisation_id" = $4;

update "organisation_name"
  set "valid_to" = $1
  where "province_id" = $2
  and "organisation_id" = $3
  and ("valid_to" is null or "valid_to" > $4)
  returning "valid_from";

update "organisation_parent"
  set "valid_to" = $1
  where "province_id" = $2
  and ("organisation_id" = $3 or "parent_id" = $4)
  and ("valid_to" is null or "valid_to" > $5)
  returning "valid_from";

-- insertBody
insert into "organisation" ("province_id", "organisation_id", "valid_from", "valid_to", "kind", "code", "legal_reference", "note")
  values ($1, $2, $3, $4, $5, $6, $7, $8);

insert into "organisation_name" ("province_id", "organisation_id", "valid_from", "valid_to", "name", "role", "name_id")
  values ($1, $2, $3, $4, $5, $6, $7);

insert into "organisation_parent" ("province_id", "organisation_id", "valid_from", "valid_to", "parent_id", "tree", "link_id")
  values ($1, $2, $3, $4, $5, $6, $7);

-- insertChange
insert into "organisation_change" ("province_id", "change_id", "kind", "effective_on", "legal_reference", "note")
  values ($1, $2, $3, $4, $5, $6);

insert into "organisation_lineage" ("province_id", "change_id", "predecessor_id", "successor_id", "basis", "weight")
  values ($1, $2, $3, $4, $5, $6);

-- lockBody
select *
  from "organisation"
  where "province_id" = $1
  and "organisation_id" = $2
  for update;

-- moveLink
insert into "organisation_parent" ("province_id", "organisation_id", "link_id", "parent_id", "tree", "valid_from", "valid_to")
  values ($1, $2, $3, $4, $5, $6, $7);

select *
  from "organisation_parent"
  where "province_id" = $1
  and "organisation_id" = $2
  and "tree" = $3;

update "organisation_parent"
  set "valid_to" = $1
  where "province_id" = $2
  and "link_id" = $3;

-- partsAfter
select "o".*, "p"."tree"
  from "organisation_parent" as "p"
  inner join "organisation" as "o" on "o"."province_id" = "p"."province_id"
  and "o"."organisation_id" = "p"."organisation_id"
  where "p"."province_id" = $1
  and "p"."parent_id" = $2
  and (("p"."valid_to" is null or "p"."valid_to" > $3)
  and ("o"."valid_to" is null or "o"."valid_to" > $4));

-- touch
update "organisation"
  set "version" = $1
  where "province_id" = $2
  and "organisation_id" = $3;
