-- Functions of app/src/registers/documents/guards.ts.

-- guardsOf
select "document_id", "organisation_id", "account_id"
  from "document_participant"
  where "province_id" = $1
  and "document_id" in ($2)
  order by "participant_id";

-- placeOf
select "organisation_id", "matter_id"
  from "document"
  where "province_id" = $1
  and "document_id" = $2;

-- putParticipants
delete
  from "document_participant"
  where "province_id" = $1
  and "document_id" = $2;

insert into "document_participant" ("province_id", "document_id", "participant_id", "organisation_id", "account_id")
  values ($1, $2, $3, $4, $5);
