-- Functions of app/src/registers/reporting/people-store.ts.

-- actingIn

    select distinct g.organisation_id, h.account_id, h.name
   
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
   
  where g.province_id = $1
  and (g.ended_at is null
  and (coalesce("g"."valid_from", $2::date) <= $3::date
   
  and coalesce("g"."valid_to", $4::date) >= $5::date)
  and (coalesce("o"."valid_from", $6::date) <= $7::date
   
  and coalesce("o"."valid_to", $8::date) >= $9::date)
     
  and (g.membership_id is null or (coalesce("m"."valid_from", $10::date) <= $11::date
   
  and coalesce("m"."valid_to", $12::date) >= $13::date))
     
  and (g.delegated_from is null
        or (s.ended_at is null
  and (coalesce("s"."valid_from", $14::date) <= $15::date
   
  and coalesce("s"."valid_to", $16::date) >= $17::date)
  and a.disabled_at is null
         
  and (s.membership_id is null or (coalesce("n"."valid_from", $18::date) <= $19::date
   
  and coalesce("n"."valid_to", $20::date) >= $21::date)))))
  and h.disabled_at is null
     
  and g.role = any($22::text[])
     
  and ($23 or g.organisation_id = any($24::uuid[]))
   
  order by h.name, h.account_id, g.organisation_id;
