-- Functions of app/src/registers/people/grants.ts.

-- holdings
select g.grant_id, g.account_id, h.name as holder, g.role, g.organisation_id,
      o.kind = 'province' as everywhere, a.name as behalf,
      least(g.valid_to, o.valid_to, m.valid_to, s.valid_to, n.valid_to) as until
   
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
  and g.account_id = $2
  and (g.ended_at is null
  and (coalesce("g"."valid_from", $3::date) <= $4::date
   
  and coalesce("g"."valid_to", $5::date) >= $6::date)
  and (coalesce("o"."valid_from", $7::date) <= $8::date
   
  and coalesce("o"."valid_to", $9::date) >= $10::date)
     
  and (g.membership_id is null or (coalesce("m"."valid_from", $11::date) <= $12::date
   
  and coalesce("m"."valid_to", $13::date) >= $14::date))
     
  and (g.delegated_from is null
        or (s.ended_at is null
  and (coalesce("s"."valid_from", $15::date) <= $16::date
   
  and coalesce("s"."valid_to", $17::date) >= $18::date)
  and a.disabled_at is null
         
  and (s.membership_id is null or (coalesce("n"."valid_from", $19::date) <= $20::date
   
  and coalesce("n"."valid_to", $21::date) >= $22::date)))))
   
  order by o.kind <> 'province', h.name, g.granted_at, g.grant_id
    /* each request */;

select g.grant_id, g.account_id, h.name as holder, g.role, g.organisation_id,
      o.kind = 'province' as everywhere, a.name as behalf,
      least(g.valid_to, o.valid_to, m.valid_to, s.valid_to, n.valid_to) as until
   
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
  and g.account_id = any($2::uuid[])
  and (g.ended_at is null
  and (coalesce("g"."valid_from", $3::date) <= $4::date
   
  and coalesce("g"."valid_to", $5::date) >= $6::date)
  and (coalesce("o"."valid_from", $7::date) <= $8::date
   
  and coalesce("o"."valid_to", $9::date) >= $10::date)
     
  and (g.membership_id is null or (coalesce("m"."valid_from", $11::date) <= $12::date
   
  and coalesce("m"."valid_to", $13::date) >= $14::date))
     
  and (g.delegated_from is null
        or (s.ended_at is null
  and (coalesce("s"."valid_from", $15::date) <= $16::date
   
  and coalesce("s"."valid_to", $17::date) >= $18::date)
  and a.disabled_at is null
         
  and (s.membership_id is null or (coalesce("n"."valid_from", $19::date) <= $20::date
   
  and coalesce("n"."valid_to", $21::date) >= $22::date)))))
   
  order by o.kind <> 'province', h.name, g.granted_at, g.grant_id
    /* each request */;

select g.grant_id, g.account_id, h.name as holder, g.role, g.organisation_id,
      o.kind = 'province' as everywhere, a.name as behalf,
      least(g.valid_to, o.valid_to, m.valid_to, s.valid_to, n.valid_to) as until
   
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
  and h.disabled_at is null
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
   
  order by o.kind <> 'province', h.name, g.granted_at, g.grant_id
    /* each request */;

-- inheritedBy

    with recursive keeper (id, gone) as (
      select l.successor_id, l.predecessor_id
  from organisation_lineage l
      join organisation_change c on c.province_id = l.province_id
  and c.change_id = l.change_id
      join organisation o
        on o.province_id = l.province_id
  and o.organisation_id = l.predecessor_id
     
  where l.province_id = $1
  and l.basis = 'full'
  and c.kind in ('merge', 'takeOver')
       
  and l.successor_id <> l.predecessor_id
  and o.valid_to < $2
      union all select p.parent_id, p.organisation_id
  from organisation_parent p
      join organisation o on o.province_id = p.province_id
  and o.organisation_id = p.organisation_id
     
  where p.province_id = $3
  and p.tree in ('administrative', 'party')
       
  and o.valid_to < $4
  and p.valid_to = o.valid_to
       
  and not exists (select 1
  from organisation_lineage l
         
  where l.province_id = p.province_id
  and l.predecessor_id = p.organisation_id
           
  and l.successor_id <> l.predecessor_id)
    ), walk (start, heir, id, gone) as (
      select start, id, id, false
     
  from unnest($5::uuid[], $6::uuid[])
        as given (start, id)
      union
      select walk.start, walk.heir, keeper.gone, true
  from walk join keeper on keeper.id = walk.id
    ) select start, heir, id
  from walk
  where gone /* each request */;

-- reach

    with recursive walk (start, id) as (
      select one, one
  from unnest($1::uuid[]) as one
      union
      select walk.start, "p"."organisation_id"
  from walk join organisation_parent p
        on p.province_id = $2
  and "p"."parent_id" = walk.id
     
  where p.tree in ('administrative', 'party')
       
  and (coalesce("p"."valid_from", $3::date) <= $4::date
   
  and coalesce("p"."valid_to", $5::date) >= $6::date)
    ) select start, id
  from walk /* each request */;


    with recursive walk (start, id) as (
      select one, one
  from unnest($1::uuid[]) as one
      union
      select walk.start, "p"."parent_id"
  from walk join organisation_parent p
        on p.province_id = $2
  and "p"."organisation_id" = walk.id
     
  where p.tree in ('administrative', 'party')
       
  and (coalesce("p"."valid_from", $3::date) <= $4::date
   
  and coalesce("p"."valid_to", $5::date) >= $6::date)
    ) select start, id
  from walk /* each request */;
