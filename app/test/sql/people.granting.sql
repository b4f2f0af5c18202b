-- Functions of app/src/registers/people/granting.ts.

-- bodiesToGrantIn

    select o.organisation_id as id, min(n.name) as name, o.kind = 'province' as everywhere
   
  from organisation o join organisation_name n
      on n.province_id = o.province_id
  and n.organisation_id = o.organisation_id
   
  where o.province_id = $1
  and n.role = 'official'
     
  and (coalesce("o"."valid_from", $2::date) <= $3::date
   
  and coalesce("o"."valid_to", $4::date) >= $5::date)
  and (coalesce("n"."valid_from", $6::date) <= $7::date
   
  and coalesce("n"."valid_to", $8::date) >= $9::date)
   
  group by o.organisation_id, o.kind
   
  order by 3 desc, 2;

-- delegateGrant
select "account_id"
  from "account"
  where "province_id" = $1
  and "address" = $2
  and "disabled_at" is null;

-- endGrant
update "role_grant"
  set "ended_at" = $1, "version" = $2
  where "province_id" = $3
  and "grant_id" = $4
  and "ended_at" is null;

-- insertGrant
insert into "role_grant" ("province_id", "grant_id", "granted_by", "ended_at", "account_id", "role", "organisation_id", "valid_from", "valid_to", "membership_id", "delegated_from", "reason")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12);

-- keepOneAdministrator

    select g.account_id, g.grant_id
  from role_grant g
    join account a on a.province_id = g.province_id
  and a.account_id = g.account_id
    join organisation o on o.province_id = g.province_id
  and o.organisation_id = g.organisation_id
   
  where g.province_id = $1
  and g.role = 'administrator'
  and o.kind = 'province'
     
  and g.ended_at is null
  and g.valid_to is null
  and g.membership_id is null
     
  and g.valid_from <= $2
  and a.disabled_at is null;

select "account_id"
  from "account"
  where "province_id" = $1
  and "disabled_at" is null
  and "account_id" in (select "account_id"
  from "role_grant"
  where "province_id" = $2
  and "role" = $3)
  order by "account_id"
  for update;

-- listGrants
select g.*, o.kind = 'province' as everywhere, a.name as behalf, c.name as by, h.name as holder,
      (g.ended_at is null
  and (coalesce("g"."valid_from", $1::date) <= $2::date
   
  and coalesce("g"."valid_to", $3::date) >= $4::date)
  and (coalesce("o"."valid_from", $5::date) <= $6::date
   
  and coalesce("o"."valid_to", $7::date) >= $8::date)
     
  and (g.membership_id is null or (coalesce("m"."valid_from", $9::date) <= $10::date
   
  and coalesce("m"."valid_to", $11::date) >= $12::date))
     
  and (g.delegated_from is null
        or (s.ended_at is null
  and (coalesce("s"."valid_from", $13::date) <= $14::date
   
  and coalesce("s"."valid_to", $15::date) >= $16::date)
  and a.disabled_at is null
         
  and (s.membership_id is null or (coalesce("n"."valid_from", $17::date) <= $18::date
   
  and coalesce("n"."valid_to", $19::date) >= $20::date))))) as in_force
   
  from role_grant g 
    join organisation o on o.province_id = g.province_id
  and o.organisation_id = g.organisation_id
   
  left join membership m on m.province_id = g.province_id
  and m.membership_id = g.membership_id
   
  left join role_grant s on s.province_id = g.province_id
  and s.grant_id = g.delegated_from
   
  left join account a on a.province_id = s.province_id
  and a.account_id = s.account_id
   
  left join membership n on n.province_id = s.province_id
  and n.membership_id = s.membership_id
    join account h on h.province_id = g.province_id
  and h.account_id = g.account_id
   
  left join account c on c.province_id = g.province_id
  and c.account_id = g.granted_by
   
  where g.province_id = $21
  and g.account_id = any($22::uuid[])
   
  order by g.granted_at, g.grant_id;

select g.*, o.kind = 'province' as everywhere, a.name as behalf, c.name as by, h.name as holder,
      (g.ended_at is null
  and (coalesce("g"."valid_from", $1::date) <= $2::date
   
  and coalesce("g"."valid_to", $3::date) >= $4::date)
  and (coalesce("o"."valid_from", $5::date) <= $6::date
   
  and coalesce("o"."valid_to", $7::date) >= $8::date)
     
  and (g.membership_id is null or (coalesce("m"."valid_from", $9::date) <= $10::date
   
  and coalesce("m"."valid_to", $11::date) >= $12::date))
     
  and (g.delegated_from is null
        or (s.ended_at is null
  and (coalesce("s"."valid_from", $13::date) <= $14::date
   
  and coalesce("s"."valid_to", $15::date) >= $16::date)
  and a.disabled_at is null
         
  and (s.membership_id is null or (coalesce("n"."valid_from", $17::date) <= $18::date
   
  and coalesce("n"."valid_to", $19::date) >= $20::date))))) as in_force
   
  from role_grant g 
    join organisation o on o.province_id = g.province_id
  and o.organisation_id = g.organisation_id
   
  left join membership m on m.province_id = g.province_id
  and m.membership_id = g.membership_id
   
  left join role_grant s on s.province_id = g.province_id
  and s.grant_id = g.delegated_from
   
  left join account a on a.province_id = s.province_id
  and a.account_id = s.account_id
   
  left join membership n on n.province_id = s.province_id
  and n.membership_id = s.membership_id
    join account h on h.province_id = g.province_id
  and h.account_id = g.account_id
   
  left join account c on c.province_id = g.province_id
  and c.account_id = g.granted_by
   
  where g.province_id = $21
  and g.grant_id = any($22::uuid[])
   
  order by g.granted_at, g.grant_id;

select g.*, o.kind = 'province' as everywhere, a.name as behalf, c.name as by, h.name as holder,
      (g.ended_at is null
  and (coalesce("g"."valid_from", $1::date) <= $2::date
   
  and coalesce("g"."valid_to", $3::date) >= $4::date)
  and (coalesce("o"."valid_from", $5::date) <= $6::date
   
  and coalesce("o"."valid_to", $7::date) >= $8::date)
     
  and (g.membership_id is null or (coalesce("m"."valid_from", $9::date) <= $10::date
   
  and coalesce("m"."valid_to", $11::date) >= $12::date))
     
  and (g.delegated_from is null
        or (s.ended_at is null
  and (coalesce("s"."valid_from", $13::date) <= $14::date
   
  and coalesce("s"."valid_to", $15::date) >= $16::date)
  and a.disabled_at is null
         
  and (s.membership_id is null or (coalesce("n"."valid_from", $17::date) <= $18::date
   
  and coalesce("n"."valid_to", $19::date) >= $20::date))))) as in_force
   
  from role_grant g 
    join organisation o on o.province_id = g.province_id
  and o.organisation_id = g.organisation_id
   
  left join membership m on m.province_id = g.province_id
  and m.membership_id = g.membership_id
   
  left join role_grant s on s.province_id = g.province_id
  and s.grant_id = g.delegated_from
   
  left join account a on a.province_id = s.province_id
  and a.account_id = s.account_id
   
  left join membership n on n.province_id = s.province_id
  and n.membership_id = s.membership_id
    join account h on h.province_id = g.province_id
  and h.account_id = g.account_id
   
  left join account c on c.province_id = g.province_id
  and c.account_id = g.granted_by
   
  where g.province_id = $21
  and s.account_id = $22
   
  order by g.granted_at, g.grant_id;

-- lockGrant
select *
  from "role_grant"
  where "province_id" = $1
  and "grant_id" = $2
  for update;

-- mustExist
select 1
  from "account"
   
  where province_id = $1
  and "account_id" = $2;

select 1
  from "organisation"
   
  where province_id = $1
  and "organisation_id" = $2;

-- rootOrganisation
select "organisation_id"
  from "organisation"
  where "province_id" = $1
  and "kind" = $2;
