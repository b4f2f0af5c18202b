-- Functions of app/src/registers/organisations/store.ts.

-- below
select "o"."organisation_id" as "id", "o"."kind", "p"."tree"
  from "organisation_parent" as "p"
  inner join "organisation" as "o" on "o"."province_id" = "p"."province_id"
  and "o"."organisation_id" = "p"."organisation_id"
  where "p"."province_id" = $1
  and "p"."parent_id" = $2
  and (coalesce("p"."valid_from", $3::date) <= $4::date
   
  and coalesce("p"."valid_to", $5::date) >= $6::date)
  and (coalesce("o"."valid_from", $7::date) <= $8::date
   
  and coalesce("o"."valid_to", $9::date) >= $10::date);

-- changesBetween
select *
  from "organisation_change"
  where "province_id" = $1
  and "effective_on" > $2
  and "effective_on" <= $3;

-- changesOf
select *
  from "organisation_change"
  where "province_id" = $1
  and "change_id" in (select "change_id"
  from "organisation_lineage"
  where "province_id" = $2
  and ("predecessor_id" = $3 or "successor_id" = $4));

-- getBody
select "name_id" as "id", "name", "role", "valid_from" as "from", "valid_to" as "to"
  from "organisation_name"
  where "province_id" = $1
  and "organisation_id" = $2
  order by "valid_from" desc nulls last, "name_id";

select *
  from "organisation"
  where "province_id" = $1
  and "organisation_id" = $2;

-- getChange
select *
  from "organisation_change"
  where "province_id" = $1
  and "change_id" = $2;

-- listBodies
select *
  from "organisation"
  where "province_id" = $1
  and (coalesce("valid_from", $2::date) <= $3::date
   
  and coalesce("valid_to", $4::date) >= $5::date);

-- otherNames
select "organisation_id", "name"
  from "organisation_name"
  where "province_id" = $1
  and "role" <> $2
  and "organisation_id" = $3
  and (coalesce("valid_from", $4::date) <= $5::date
   
  and coalesce("valid_to", $6::date) >= $7::date)
  order by "role", "name_id";

select "organisation_id", "name"
  from "organisation_name"
  where "province_id" = $1
  and "role" <> $2
  and (coalesce("valid_from", $3::date) <= $4::date
   
  and coalesce("valid_to", $5::date) >= $6::date)
  order by "role", "name_id";

-- parentsOn
select "organisation_id", "parent_id", "tree"
  from "organisation_parent"
  where "province_id" = $1
  and "organisation_id" = $2
  and (coalesce("valid_from", $3::date) <= $4::date
   
  and coalesce("valid_to", $5::date) >= $6::date)
  order by "link_id";

select "organisation_id", "parent_id", "tree"
  from "organisation_parent"
  where "province_id" = $1
  and (coalesce("valid_from", $2::date) <= $3::date
   
  and coalesce("valid_to", $4::date) >= $5::date)
  order by "link_id";

-- placesOf
select "parent_id", "tree", "valid_from" as "from", "valid_to" as "to"
  from "organisation_parent"
  where "province_id" = $1
  and "organisation_id" = $2
  order by "valid_from" desc nulls last, "link_id";

-- withLines
select *
  from "organisation_lineage"
  where "province_id" = $1
  and "change_id" in ($2);
