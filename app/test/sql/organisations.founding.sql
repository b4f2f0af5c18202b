-- Functions of app/src/registers/organisations/founding.ts.

-- insertMany
insert into "organisation" ("province_id", "organisation_id", "kind", "code", "valid_from", "valid_to", "legal_reference", "unverified", "note")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9);

insert into "organisation_change" ("province_id", "change_id", "kind", "effective_on", "legal_reference", "note", "unverified")
  values ($1, $2, $3, $4, $5, $6, $7);

insert into "organisation_lineage" ("province_id", "change_id", "predecessor_id", "successor_id", "basis", "weight", "unverified")
  values ($1, $2, $3, $4, $5, $6, $7);

insert into "organisation_name" ("province_id", "name_id", "organisation_id", "name", "role", "valid_from", "valid_to")
  values ($1, $2, $3, $4, $5, $6, $7);

insert into "organisation_parent" ("province_id", "link_id", "organisation_id", "parent_id", "tree", "valid_from", "valid_to")
  values ($1, $2, $3, $4, $5, $6, $7);

-- setUpFromPlan
update "organisation"
  set "code" = $1
  where "province_id" = $2
  and "kind" = $3
  returning "organisation_id";
