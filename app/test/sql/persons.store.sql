-- Functions of app/src/registers/persons/store.ts.

-- addPerson
insert into "person" ("province_id", "person_id", "name", "sort_name", "phone", "email", "note")
  values ($1, $2, $3, $4, $5, $6, $7)
  returning *;

-- changePerson
update "person"
  set "name" = $1, "sort_name" = $2, "phone" = $3, "email" = $4, "note" = $5, "version" = $6
  where "province_id" = $7
  and "person_id" = $8;

-- endPost
select *
  from "membership"
  where "province_id" = $1
  and "membership_id" = $2
  for update;

update "membership"
  set "valid_to" = $1, "version" = $2
  where "province_id" = $3
  and "membership_id" = $4;

-- getPerson
select *
  from "person"
  where "province_id" = $1
  and "person_id" = $2;

-- insertPost
insert into "membership" ("province_id", "membership_id", "person_id", "organisation_id", "title", "rank", "term_id", "valid_from", "valid_to")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9);

-- listPersons
select *
  from "person"
  where "province_id" = $1;

-- lockPerson
select *
  from "person"
  where "province_id" = $1
  and "person_id" = $2
  for update;

-- mustBeTermOf
select "term_id"
  from "term"
  where "province_id" = $1
  and "term_id" = $2
  and "organisation_id" = $3;

-- postsOf
select "m".*, "t"."label"
  from "membership" as "m"
  left join "term" as "t" on "t"."province_id" = "m"."province_id"
  and "t"."term_id" = "m"."term_id"
  where "m"."province_id" = $1
  and (coalesce("m"."valid_from", $2::date) <= $3::date
   
  and coalesce("m"."valid_to", $4::date) >= $5::date)
  order by "m"."valid_from" desc nulls last, "m"."rank", "m"."membership_id";

select "m".*, "t"."label"
  from "membership" as "m"
  left join "term" as "t" on "t"."province_id" = "m"."province_id"
  and "t"."term_id" = "m"."term_id"
  where "m"."province_id" = $1
  and m.person_id = $2
  order by "m"."valid_from" desc nulls last, "m"."rank", "m"."membership_id";
