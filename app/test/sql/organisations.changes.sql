-- Functions of app/src/registers/organisations/changes.ts.

-- insertChange
insert into "organisation_change" ("province_id", "change_id", "kind", "effective_on", "legal_reference", "note")
  values ($1, $2, $3, $4, $5, $6);

insert into "organisation_lineage" ("province_id", "change_id", "predecessor_id", "successor_id", "basis", "weight")
  values ($1, $2, $3, $4, $5, $6);

-- touch
update "organisation"
  set "version" = $1
  where "province_id" = $2
  and "organisation_id" = $3;
