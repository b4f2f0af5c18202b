-- Functions of app/src/registers/documents/destruction.ts.

-- applyDestructions
insert into "document_destruction" ("province_id", "document_id", "sha256", "reason", "destroyed_by", "destroyed_at")
  values ($1, $2, $3, $4, $5, $6)
  on conflict ("province_id", "document_id") do nothing
  returning "document_id";

select "seq"
  from "record_head"
  where "province_id" = $1;

-- destroyContent
insert into "document_destruction" ("province_id", "document_id", "sha256", "reason", "destroyed_by")
  values ($1, $2, $3, $4, $5);

-- eraseConferences
delete
  from conference
   
  where province_id = $1
  and document_id = $2;

delete
  from item_review_conference
   
  where province_id = $1
  and conference_id in (select conference_id
  from conference
   
  where province_id = $2
  and document_id = $3);

update deadline_event
  set conference_id = null, version = version + 1
   
  where province_id = $1
  and conference_id in (select conference_id
  from conference
   
  where province_id = $2
  and document_id = $3);

update document
  set conference_id = null
   
  where province_id = $1
  and document_id = $2;

update document
  set conference_id = null, version = version + 1
   
  where province_id = $1
  and conference_id in (select conference_id
  from conference
   
  where province_id = $2
  and document_id = $3)
  and document_id <> $4;

update finding
  set state = 'proposed', entry_kind = null, entry_id = null,
    decided_by = null, decided_at = null, version = version + 1
   
  where province_id = $1
  and entry_kind = 'conference'
  and document_id <> $2
     
  and entry_id in (select conference_id
  from conference
   
  where province_id = $3
  and document_id = $4);

-- eraseContent

    select 1
  from document
  where province_id = $1
  and document_id = $2
  and status <> 'destroyed'
  for update;

delete
  from "agenda_item"
  where province_id = $1
  and document_id = $2;

delete
  from "assignment"
  where province_id = $1
  and document_id = $2;

delete
  from "assignment_evidence"
  where province_id = $1
       
  and "assignment_id" in (select "assignment_id"
  from "assignment"
  where province_id = $2
  and document_id = $3);

delete
  from "assignment_extension"
  where province_id = $1
       
  and "assignment_id" in (select "assignment_id"
  from "assignment"
  where province_id = $2
  and document_id = $3);

delete
  from "assignment_step"
  where province_id = $1
       
  and "assignment_id" in (select "assignment_id"
  from "assignment"
  where province_id = $2
  and document_id = $3);

delete
  from "chain_link"
  where province_id = $1
       
  and "assignment_id" in (select "assignment_id"
  from "assignment"
  where province_id = $2
  and document_id = $3);

delete
  from "chain_link"
  where province_id = $1
       
  and "shortcoming_id" in (select "shortcoming_id"
  from "shortcoming"
  where province_id = $2
  and document_id = $3);

delete
  from "citation"
  where province_id = $1
  and document_id = $2;

delete
  from "decision"
  where province_id = $1
  and document_id = $2;

delete
  from "document_original"
  where province_id = $1
  and document_id = $2;

delete
  from "document_text"
  where province_id = $1
  and document_id = $2;

delete
  from "finding"
  where province_id = $1
  and document_id = $2;

delete
  from "item_review_shortcoming"
  where province_id = $1
       
  and "shortcoming_id" in (select "shortcoming_id"
  from "shortcoming"
  where province_id = $2
  and document_id = $3);

delete
  from "item_review_task"
  where province_id = $1
       
  and "assignment_id" in (select "assignment_id"
  from "assignment"
  where province_id = $2
  and document_id = $3);

delete
  from "observation"
  where province_id = $1
  and document_id = $2;

delete
  from "opinion"
  where province_id = $1
  and document_id = $2;

delete
  from "reading"
  where province_id = $1
  and document_id = $2;

delete
  from "shortcoming"
  where province_id = $1
  and document_id = $2;

delete
  from chain_link
     
  where province_id = $1
  and indicator_id = $2;

delete
  from idempotency
  where province_id = $1;

delete
  from indicator
     
  where province_id = $1
  and indicator_id = $2;

delete
  from search_entry
  where province_id = $1
  and document_id = $2;

update document
  set status = 'destroyed', title = '—', file_name = '—',
    document_date = null, conference_id = null, version = version + 1
  where province_id = $1
  and document_id = $2;

update target_version
  set observation_id = null
  where province_id = $1
   
  and observation_id in (select observation_id
  from observation
  where province_id = $2
  and document_id = $3);

-- eraseLinks
delete
  from instrument_link
  where province_id = $1
   
  and (assignment_id in (select assignment_id
  from assignment
  where province_id = $2
  and document_id = $3)
      or shortcoming_id in (select shortcoming_id
  from shortcoming
  where province_id = $4
  and document_id = $5)
      or indicator_id = any($6::uuid[]));

update inspection_finding
  set assignment_id = null, version = version + 1
   
  where province_id = $1
     
  and assignment_id in (select assignment_id
  from assignment
  where province_id = $2
  and document_id = $3);

update inspection_finding
  set document_id = null, text_version = null, start_at = null,
    end_at = null, version = version + 1
  where province_id = $1
  and document_id = $2;

-- erasePaper
delete
  from paper_note
   
  where province_id = $1
  and document_id = $2;

update dossier_paper
  set version = version + 1, title = coalesce((
      select document.title
  from dossier_paper_version one
      join document on document.province_id = one.province_id
       
  and document.document_id = one.document_id
     
  where one.province_id = dossier_paper.province_id
  and one.paper_id = dossier_paper.paper_id
       
  and document.status <> 'destroyed'
  and document.document_id <> $1
     
  order by one.number desc
  limit 1), '—')
   
  where province_id = $2
  and paper_id in (select paper_id
  from dossier_paper_version
     
  where province_id = $3
  and document_id = $4);

update dossier_paper_version
  set note = null
   
  where province_id = $1
  and document_id = $2;

-- eraseSalts
delete
  from "record_content"
  where "province_id" = $1
  and subject_id = any($2);

delete
  from "record_salt"
  where "province_id" = $1
  and subject_id = any($2);

select "agenda_item_id" as id
     
  from "agenda_item"
  where province_id = $1
  and document_id = $2;

select "assignment_id" as id
     
  from "assignment"
  where province_id = $1
  and document_id = $2;

select "citation_id" as id
     
  from "citation"
  where province_id = $1
  and document_id = $2;

select "conference_id" as id
     
  from "conference"
  where province_id = $1
  and document_id = $2;

select "decision_id" as id
     
  from "decision"
  where province_id = $1
  and document_id = $2;

select "finding_id" as id
     
  from "finding"
  where province_id = $1
  and document_id = $2;

select "observation_id" as id
     
  from "observation"
  where province_id = $1
  and document_id = $2;

select "opinion_id" as id
     
  from "opinion"
  where province_id = $1
  and document_id = $2;

select "paper_id" as id
     
  from "dossier_paper_version"
  where province_id = $1
  and document_id = $2;

select "shortcoming_id" as id
     
  from "shortcoming"
  where province_id = $1
  and document_id = $2;

-- instrumentsInWords

    select instrument_id, title
  from instrument
  where province_id = $1
     
  and instrument_id in (select instrument_id
  from citation
       
  where province_id = $2
  and document_id = $3)
     
  and instrument_id not in (select instrument_id
  from citation
       
  where province_id = $4
  and document_id <> $5
  and instrument_id is not null);

-- listDestructions
select *
  from "document_destruction"
  order by "destroyed_at";

-- ownIndicators

    select indicator_id, name_vi, exists (
      select 1
  from finding
  where province_id = $1
  and document_id = $2
       
  and lower(edited -> 'newIndicator' ->> 'name') = lower(name_vi)) as typed
   
  from indicator
   
  where province_id = $3
  and not national
     
  and indicator_id in (select indicator_id
  from observation
       
  where province_id = $4
  and document_id = $5)
     
  and indicator_id not in (select indicator_id
  from observation
       
  where province_id = $6
  and document_id <> $7);

-- withTargets

    select distinct indicator_id
  from target
  where province_id = $1
   
  and indicator_id = any($2::uuid[]);

select 1
  from indicator
  where province_id = $1
   
  and indicator_id = any($2::uuid[])
  order by indicator_id
  for update;

-- wordsOf
select "text"
  from "document_text"
  where "province_id" = $1
  and "document_id" = $2;
