-- Functions of app/src/registers/indicators/target-reads-store.ts.

-- plansOf
select "target"."target_id", "organisation_id", "authority", "period_from", "period_to", "number", "decided_on", "withdrawn", "low"
  from "target"
  inner join "target_version" on "target_version"."province_id" = "target"."province_id"
  and "target_version"."target_id" = "target"."target_id"
  where "target"."province_id" = $1
  and "target"."indicator_id" = $2
  and "target"."kind" = $3;

-- sourcesOfVersions
select *
  from "observation"
  where "province_id" = $1
  and "observation_id" in ($2)
  and ("document_id" is null or "document_id" not in (
    select document_id
  from document
  where province_id = $3
     
  and status = 'quarantined'));

-- targetsOf
select *
  from target
   
  where province_id = $1
  and indicator_id = any($2::uuid[])
     
  and organisation_id is null
   
  order by period_to desc, period_from desc, organisation_id nulls first, target_id
    /* each request */;

select *
  from target
   
  where province_id = $1
  and indicator_id = any($2::uuid[])
      
   
  order by period_to desc, period_from desc, organisation_id nulls first, target_id
    /* each request */;

select *
  from target_judgement
   
  where province_id = $1
  and target_id = any($2::uuid[])
     
  and judged_at <= coalesce($3::timestamptz, 'infinity')
  order by number
    /* each request */;

select *
  from target_version
   
  where province_id = $1
  and target_id = any($2::uuid[])
  order by number
    /* each request */;
