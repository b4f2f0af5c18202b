-- Functions of app/src/registers/agenda/claim-store.ts.

-- askedBy
select "organisation_id"
  from "opinion_round"
  where "province_id" = $1
  and "matter_id" = $2;
