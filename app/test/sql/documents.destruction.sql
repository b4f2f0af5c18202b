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
  from figure_source
  where province_id = $1
   
  and observation_id in (select observation_id
  from observation
  where province_id = $2
  and document_id = $3);

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

update instrument
  set title = '—', issuer = null, quarantined = false,
      version = version + 1
  where province_id = $1
  and instrument_id = $2;

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

delete
  from project_task
  where province_id = $1
   
  and assignment_id in (select assignment_id
  from assignment
  where province_id = $2
  and document_id = $3);

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

update project_obstacle
  set assignment_id = null, version = version + 1
   
  where province_id = $1
     
  and assignment_id in (select assignment_id
  from assignment
  where province_id = $2
  and document_id = $3);

update project_obstacle
  set document_id = null, version = version + 1
  where province_id = $1
  and document_id = $2;

update report_value
  set finding_id = null
  where province_id = $1
   
  and finding_id in (select finding_id
  from finding
  where province_id = $2
  and document_id = $3);

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

-- ownInstruments

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
), sourced as (
      select instrument_id, document_id
  from citation
     
  where province_id = $6
  and instrument_id is not null
  and withdrawn_at is null
      union all select instrument_id, document_id
  from instrument
     
  where province_id = $7
  and document_id is not null
    )
    select instrument_id, title, (exists (select 1
  from citation
       
  where province_id = $8
  and citation.document_id = $9
         
  and citation.instrument_id in (select instrument_id
  from near)
         
  and (citation.instrument_id = i.instrument_id or i.merged_into is not null)
         
  and citation.confirmed_at <= i.made_at)
      or exists (select 1
  from document
  where province_id = $10
       
  and document.document_id = $11
  and i.document_id = $12
       
  and document.added_at <= i.made_at)) as typed
   
  from instrument i
  where province_id = $13
     
  and instrument_id in (select instrument_id
  from near)
     
  and (instrument_id in (select instrument_id
  from near
  where given_up)
        or instrument_id not in (select sourced.instrument_id
  from sourced join document
          on document.province_id = $14
  and document.document_id = sourced.document_id
           
  and document.document_id <> $15
  and document.status <> 'destroyed'));


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
), sourced as (
      select instrument_id, document_id
  from citation
     
  where province_id = $6
  and instrument_id is not null
  and withdrawn_at is null
      union all select instrument_id, document_id
  from instrument
     
  where province_id = $7
  and document_id is not null
    )
    select instrument_id, title, (exists (select 1
  from citation
       
  where province_id = $8
  and citation.document_id = $9
         
  and citation.instrument_id in (select instrument_id
  from near)
         
  and (citation.instrument_id = i.instrument_id or i.merged_into is not null)
         
  and citation.confirmed_at <= i.made_at)
      or exists (select 1
  from document
  where province_id = $10
       
  and document.document_id = $11
  and i.document_id = $12
       
  and document.added_at <= i.made_at)) as typed
   
  from instrument i
  where province_id = $13
     
  and instrument_id in (select instrument_id
  from near)
     
  and (instrument_id in (select instrument_id
  from near
  where given_up)
        or instrument_id not in (select sourced.instrument_id
  from sourced join document
          on document.province_id = $14
  and document.document_id = sourced.document_id
           
  and document.document_id <> $15
  and document.status = 'read'));

-- withStatements

    select indicator_id
  from target
  where province_id = $1
   
  and indicator_id = any($2::uuid[])
    union select indicator_id
  from figure
  where province_id = $3
   
  and indicator_id = any($4::uuid[])
    union select indicator_id
  from indicator_definition
  where province_id = $5
   
  and indicator_id = any($6::uuid[])
    union select indicator_id
  from indicator_break
  where province_id = $7
   
  and indicator_id = any($8::uuid[])
    union select indicator_id
  from reference_figure
  where province_id = $9
   
  and indicator_id = any($10::uuid[])
    union select weight_indicator_id
  from indicator_definition
  where province_id = $11
     
  and weight_indicator_id = any($12::uuid[])
    union select indicator_id
  from explanation_request
  where province_id = $13
   
  and indicator_id = any($14::uuid[])
    union select indicator_id
  from report_line
  where province_id = $15
   
  and indicator_id = any($16::uuid[]);

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
