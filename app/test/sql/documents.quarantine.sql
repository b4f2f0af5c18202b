-- Functions of app/src/registers/documents/quarantine.ts.

-- applyQuarantines
insert into "document_quarantine" ("province_id", "quarantine_id", "document_id", "reason", "placed_by", "placed_at", "outcome", "ended_by", "ended_at", "end_reason")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
  on conflict do nothing;

select "status"
  from "document"
  where "province_id" = $1
  and "document_id" = $2;

-- countEntries
select count(*)::integer as all
     
  from "agenda_item"
  where province_id = $1
  and document_id = $2;

select count(*)::integer as all
     
  from "assignment"
  where province_id = $1
  and document_id = $2;

select count(*)::integer as all
     
  from "citation"
  where province_id = $1
  and document_id = $2;

select count(*)::integer as all
     
  from "conference"
  where province_id = $1
  and document_id = $2;

select count(*)::integer as all
     
  from "decision"
  where province_id = $1
  and document_id = $2;

select count(*)::integer as all
     
  from "finding"
  where province_id = $1
  and document_id = $2;

select count(*)::integer as all
     
  from "observation"
  where province_id = $1
  and document_id = $2;

select count(*)::integer as all
     
  from "opinion"
  where province_id = $1
  and document_id = $2;

select count(*)::integer as all
     
  from "shortcoming"
  where province_id = $1
  and document_id = $2;

-- endQuarantine
update "document_quarantine"
  set "outcome" = $1, "ended_by" = $2, "ended_at" = $3, "end_reason" = $4
  where "province_id" = $5
  and "document_id" = $6
  and "outcome" is null;

-- hideIndicator
update "indicator"
  set "quarantined" = $1
  where "province_id" = $2
  and "indicator_id" = $3;

-- incidentOf
select "status", "added_at", "added_by", "level"
  from "document"
  where "province_id" = $1
  and "document_id" = $2;

select *
  from "document_quarantine"
  where "province_id" = $1
  and "document_id" = $2
  order by "placed_at" desc
  limit $3;

-- lockAny
select *
  from "document"
  where "province_id" = $1
  and "document_id" = $2
  for update;

-- putAway
delete
  from "idempotency"
  where "province_id" = $1;

update instrument
  set quarantined = true
     
  where province_id = $1
  and instrument_id = $2;

-- putStatus
update "document"
  set "status" = $1, "version" = "version" + $2
  where "province_id" = $3
  and "document_id" = $4;

-- quarantineDocument
insert into "document_quarantine" ("province_id", "quarantine_id", "document_id", "reason", "placed_by", "outcome", "ended_by", "ended_at", "end_reason")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9);

-- readersOf

    select access_entry.account_id as id, account.name, account.address,
      min(at) as first, max(at) as last, count(*)::integer as times,
      bool_or(action = 'download') as downloaded, bool_or(action = 'export') as exported
   
  from access_entry
  left join account on account.province_id = access_entry.province_id
     
  and account.account_id = access_entry.account_id
   
  where access_entry.province_id = $1
  and at >= $2
  and (
      (subject_kind = 'document'
  and (subject_id = $3 or subject_id is null))
      or (subject_kind = 'assignment'
  and subject_id in (select assignment_id::text
  from assignment
       
  where province_id = $4
  and document_id = $5))
      or (subject_kind = 'conference'
  and subject_id in (select conference_id::text
  from conference
       
  where province_id = $6
  and document_id = $7)))
   
  group by access_entry.account_id, account.name, account.address
   
  order by min(at);

-- showInstruments

    with recursive near (instrument_id, given_up) as (
  select instrument_id, false
  from citation
 
  where province_id = $1
  and document_id = $2
  and instrument_id is not null
  union select instrument_id, false
  from instrument
 
  where province_id = $3
  and document_id = $4
  union
  select merged.instrument_id, true
  from near join instrument merged
    on merged.province_id = $5
  and merged.merged_into = near.instrument_id
) update instrument
  set quarantined = false
     
  where province_id = $6
  and quarantined
       
  and instrument_id in (select instrument_id
  from near)
     
  returning instrument_id as id;
