-- Functions of app/src/registers/uploads/store.ts.

-- addPart
insert into "upload_part" ("province_id", "upload_id", "start_at", "bytes")
  values ($1, $2, $3, $4);

update "upload"
  set "received" = $1
  where "province_id" = $2
  and "upload_id" = $3
  returning *;

-- beginUpload
insert into "upload" ("province_id", "upload_id", "account_id", "file_name", "byte_size", "sha256", "expires_at")
  values ($1, $2, $3, $4, $5, $6, $7)
  returning *;

select "account_id"
  from "account"
  where "province_id" = $1
  and "account_id" = $2
  for update;

select *
  from "upload"
  where "province_id" = $1
  and "account_id" = $2
  and "expires_at" > now();

-- drop
delete
  from "upload"
  where "province_id" = $1
  and "upload_id" in ($2);

delete
  from "upload_part"
  where "province_id" = $1
  and "upload_id" in ($2);

-- dropStale
select u.upload_id
  from upload u
    join account h on h.province_id = u.province_id
  and h.account_id = u.account_id
   
  where u.province_id = $1
  and (u.expires_at <= $2::timestamptz
      or h.disabled_at is not null or not exists (
        select 1
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
       
  where g.province_id = $3
  and g.account_id = u.account_id
         
  and g.role = any($4::text[])
  and (g.ended_at is null
  and (coalesce("g"."valid_from", $5::date) <= $6::date
   
  and coalesce("g"."valid_to", $7::date) >= $8::date)
  and (coalesce("o"."valid_from", $9::date) <= $10::date
   
  and coalesce("o"."valid_to", $11::date) >= $12::date)
     
  and (g.membership_id is null or (coalesce("m"."valid_from", $13::date) <= $14::date
   
  and coalesce("m"."valid_to", $15::date) >= $16::date))
     
  and (g.delegated_from is null
        or (s.ended_at is null
  and (coalesce("s"."valid_from", $17::date) <= $18::date
   
  and coalesce("s"."valid_to", $19::date) >= $20::date)
  and a.disabled_at is null
         
  and (s.membership_id is null or (coalesce("n"."valid_from", $21::date) <= $22::date
   
  and coalesce("n"."valid_to", $23::date) >= $24::date)))))))
   
  for update of u;

-- getUpload
select *
  from "upload"
  where "province_id" = $1
  and "account_id" = $2
  and "expires_at" > now()
  and "upload_id" = $3;

-- listUploads
select *
  from "upload"
  where "province_id" = $1
  and "account_id" = $2
  and "expires_at" > now()
  order by "upload_id";

-- takeUpload
select *
  from "upload"
  where "province_id" = $1
  and "account_id" = $2
  and "expires_at" > now()
  and "upload_id" = $3
  for update;

-- wholeOf
select "bytes"
  from "upload_part"
  where "province_id" = $1
  and "upload_id" = $2
  order by "start_at";
