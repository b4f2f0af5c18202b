-- Functions of app/src/record/heads.ts.

-- firstLostHead
select "head"."count"
  from "record_publication" as "head"
  left join "audit_record" as "link" on "link"."province_id" = "head"."province_id"
  and "link"."seq" = "head"."count"
  and "link"."hash" = "head"."hash"
  where "head"."province_id" = $1
  and "head"."count" > $2
  and "link"."seq" is null
  order by "head"."number"
  limit $3;

-- lastHead
select *
  from "record_publication"
  where "province_id" = $1
  order by "number" desc
  limit $2;

-- listHeads
select *
  from "record_publication"
  where "province_id" = $1
  and "number" > $2
  order by "number";

select *
  from "record_publication"
  where "province_id" = $1
  and "number" > $2
  order by "number"
  limit $3;

-- provinceOf
select "province_id", "slug", "name"
  from "province"
  where "province_id" = $1;

select "province_id", "slug", "name"
  from "province"
  where "slug" = $1;

-- recordProvinces
select "province_id", "slug", "name"
  from "province"
  order by "slug";

-- signNext
insert into "record_publication" ("province_id", "number", "day", "at", "count", "hash", "signature", "public_key", "previous", "key")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- stands
select "hash"
  from "audit_record"
  where "province_id" = $1
  and "seq" = $2;
