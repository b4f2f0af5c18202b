-- Functions of app/src/registers/assignments/report-store.ts.

-- askedNow

    select count(*)::integer as count
   
  from assignment_extension e join assignment on assignment.province_id = e.province_id
     
  and assignment.assignment_id = e.assignment_id
   
  where e.province_id = $1
  and assignment.withdrawn_at is null
     
  and assignment.done_on is null
  and assignment.revoked_on is null
     
  and e.outcome is null
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $2
     
  and status = 'quarantined'));

-- confirmedIn

    select assignment.assignment_id as id, max(s.at) as at
   
  from assignment_step s join assignment on assignment.province_id = s.province_id
     
  and assignment.assignment_id = s.assignment_id
   
  where s.province_id = $1
  and assignment.withdrawn_at is null
     
  and s.kind = 'confirmed'
  and (s.at at time zone 'Asia/Ho_Chi_Minh')::date between $2::date
  and $3::date
     
  and assignment.done_on is not null
  and assignment.revoked_on is null
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $4
     
  and status = 'quarantined'))
   
  group by 1
  order by 2, 1;

-- extendedIn

    select assignment.assignment_id as id, e.former_date as former, e.granted_date as granted,
      e.reason
   
  from assignment_extension e join assignment on assignment.province_id = e.province_id
     
  and assignment.assignment_id = e.assignment_id
   
  where e.province_id = $1
  and assignment.withdrawn_at is null
     
  and e.outcome = 'granted'
  and (e.decided_at at time zone 'Asia/Ho_Chi_Minh')::date between $2::date
  and $3::date
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $4
     
  and status = 'quarantined'))
   
  order by e.decided_at, e.extension_id;

-- openTasksAbout

    select distinct assignment.assignment_id as id
   
  from chain_link l join assignment on assignment.province_id = l.province_id
     
  and assignment.assignment_id = l.assignment_id
   
  where l.province_id = $1
  and l.verdict = 'confirmed'
     
  and l.indicator_id = any($2::uuid[])
     
  and assignment.withdrawn_at is null
  and assignment.done_on is null
     
  and assignment.revoked_on is null
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $3
     
  and status = 'quarantined'));

-- progressReport
select "name"
  from "province"
  where "province_id" = $1;

-- shortName
select "name"
  from "organisation_name"
  where "province_id" = $1
  and "organisation_id" = $2
  and "role" = $3
  and (coalesce("organisation_name"."valid_from", $4::date) <= $5::date
   
  and coalesce("organisation_name"."valid_to", $6::date) >= $7::date)
  order by "name";
