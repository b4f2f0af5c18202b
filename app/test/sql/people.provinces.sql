-- Functions of app/src/registers/people/provinces.ts.

-- addProvince
insert into "province" ("province_id", "slug", "name")
  values ($1, $2, $3);

lock table province in share row exclusive mode;

select "province_id"
  from "province"
  where "slug" = $1;

select max("province_id") as "id"
  from "province";

-- addRoot
insert into "organisation" ("province_id", "organisation_id", "kind", "code", "valid_from", "valid_to")
  values ($1, $2, $3, $4, $5, $6);

insert into "organisation_name" ("province_id", "organisation_id", "name_id", "name", "role", "valid_from", "valid_to")
  values ($1, $2, $3, $4, $5, $6, $7);

-- createSetupToken
insert into "server_setting" ("key", "value")
  values ($1, $2)
  on conflict ("key") do update
  set "value" = $3;

-- listProvinces
select "province_id", "slug", "name"
  from "province"
  order by "name";

-- provinceById
select "province_id", "slug", "name"
  from "province"
  where "province_id" = $1;

-- setUpNeeded
select "province_id"
  from "province"
  limit $1;

-- takeSetupToken
delete
  from "server_setting"
  where "key" = $1;

select "value"
  from "server_setting"
  where "key" = $1
  for update;
