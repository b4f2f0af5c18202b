-- Functions of app/src/registers/agenda/version-store.ts.

-- approveAgenda
insert into "agenda_version" ("province_id", "agenda_version_id", "conference_id", "label", "items", "note", "approved_by")
  values ($1, $2, $3, $4, $5, $6, $7)
  returning *;

-- listVersions
select "session_item_id"
  from "session_item"
  where "province_id" = $1
  and "conference_id" = $2
  and true;

-- versionRows
select "agenda_version".*, "account"."name" as "approver"
  from "agenda_version"
  inner join "account" on "account"."province_id" = "agenda_version"."province_id"
  and "account"."account_id" = "agenda_version"."approved_by"
  where "agenda_version"."province_id" = $1
  and "agenda_version"."conference_id" = $2
  order by "agenda_version"."approved_at", "agenda_version"."agenda_version_id";
