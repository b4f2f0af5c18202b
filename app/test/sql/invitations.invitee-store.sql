-- Functions of app/src/registers/invitations/invitee-store.ts.

-- accountAt
select "account_id", "person_id", "name"
  from "account"
  where "province_id" = $1
  and "address" = $2
  and "disabled_at" is null;

-- accountsOf
select "account_id", "person_id"
  from "account"
  where "province_id" = $1
  and "person_id" in ($2)
  and "disabled_at" is null
  order by "created_at" desc;

-- membersOn
select "m"."person_id", "m"."title", "m"."organisation_id", "p"."name"
  from "membership" as "m"
  inner join "person" as "p" on "p"."province_id" = "m"."province_id"
  and "p"."person_id" = "m"."person_id"
  where "m"."province_id" = $1
  and "m"."organisation_id" in ($2)
  and (coalesce("m"."valid_from", $3::date) <= $4::date
   
  and coalesce("m"."valid_to", $5::date) >= $6::date)
  order by "m"."rank", "p"."sort_name", "m"."membership_id";

select "organisation_id"
  from "conference_body"
  where "province_id" = $1
  and "conference_id" = $2;

-- personOn
select "name"
  from "person"
  where "province_id" = $1
  and "person_id" = $2;

select "title"
  from "membership"
  where "province_id" = $1
  and "person_id" = $2
  and (coalesce("valid_from", $3::date) <= $4::date
   
  and coalesce("valid_to", $5::date) >= $6::date)
  order by "rank"
  limit $7;
