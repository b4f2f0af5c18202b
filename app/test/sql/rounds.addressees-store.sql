-- Functions of app/src/registers/rounds/addressees-store.ts.

-- accountAt
select "account_id", "name", "person_id"
  from "account"
  where "province_id" = $1
  and "address" = $2
  and "disabled_at" is null;

-- addAddressees
insert into "round_addressee" ("province_id", "addressee_id", "round_id", "account_id", "name", "person_id", "organisation_id", "stance", "answered_by", "answered_at")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

insert into "round_addressee" ("province_id", "addressee_id", "round_id", "account_id", "organisation_id", "person_id", "name", "stance", "answered_by", "answered_at")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

select "name", "account_id", "organisation_id", "person_id"
  from "round_addressee"
  where "province_id" = $1
  and "round_id" = $2;

-- membersOf
select "m"."person_id", "p"."name"
  from "membership" as "m"
  inner join "person" as "p" on "p"."province_id" = "m"."province_id"
  and "p"."person_id" = "m"."person_id"
  where "m"."province_id" = $1
  and "m"."organisation_id" = $2
  and (coalesce("m"."valid_from", $3::date) <= $4::date
   
  and coalesce("m"."valid_to", $5::date) >= $6::date)
  order by "m"."rank", "p"."sort_name", "m"."membership_id";

-- openAccounts
select "account_id", "person_id"
  from "account"
  where "province_id" = $1
  and "person_id" in ($2)
  and "disabled_at" is null
  order by "created_at" desc;

-- personAsked
select "name"
  from "person"
  where "province_id" = $1
  and "person_id" = $2;
