-- Functions of app/src/registers/invitations/seats-store.ts.

-- seatsOf
select distinct "m"."person_id", "m"."organisation_id"
  from "membership" as "m"
  where "m"."province_id" = $1
  and "m"."person_id" in ($2)
  and "m"."organisation_id" in ($3)
  and (coalesce("m"."valid_from", $4::date) <= $5::date
   
  and coalesce("m"."valid_to", $6::date) >= $7::date);
