-- Functions of app/src/registers/organisations/heirs-store.ts.

-- heirsOf

    with recursive walk (start, id) as (
      select organisation_id, organisation_id
  from organisation
     
  where province_id = $1
  and organisation_id = any($2::uuid[])
       
  and valid_to < $3::date
      union
      select walk.start, l.successor_id
  from walk
      join organisation_lineage l on l.province_id = $4
  and l.predecessor_id = walk.id
       
  and l.basis = 'full'
  and l.successor_id <> l.predecessor_id
      join organisation_change c on c.province_id = l.province_id
  and c.change_id = l.change_id
       
  and c.kind in ('merge', 'takeOver')
    ) select walk.start, walk.id as heir
  from walk
      join organisation o on o.province_id = $5
  and o.organisation_id = walk.id
     
  where o.valid_to is null or o.valid_to >= $6::date;
