-- Functions of app/src/registers/dossiers/store.ts.

-- conferenceDossiers
select *
  from "session_item"
  where "province_id" = $1
  and true
  and "conference_id" = $2
  order by "position", "session_item_id";

-- conferencesOf
select *
  from "conference"
  where "province_id" = $1
  and "conference_id" in ($2);

-- conferencesWith
select *
  from "session_item"
  where "province_id" = $1
  and true
  and "matter_id" = $2
  order by "position", "session_item_id";

-- getDossier
select *
  from "session_item"
  where "province_id" = $1
  and true
  and "session_item_id" = $2
  order by "position", "session_item_id";

-- getPaper
select *
  from "dossier_paper"
  where "province_id" = $1
  and "paper_id" = $2
  and exists (select 1
  from dossier_paper_version one join document
        on document.province_id = one.province_id
  and document.document_id = one.document_id
       
  where one.province_id = dossier_paper.province_id
  and one.paper_id = dossier_paper.paper_id
         
  and document.status <> 'quarantined');

-- ownDossiers
select *
  from "session_item"
  where "province_id" = $1
  and true
  and "submitter_id" is not null
  and "status" <> $2
  and exists (select 1
  from conference
  where conference.province_id = session_item.province_id
       
  and conference.conference_id = session_item.conference_id
  and conference.withdrawn_at is null
       
  and conference.cancelled_at is null
  and (conference.closed_at is null
          or exists (select 1
  from notice
  where notice.province_id = session_item.province_id
           
  and notice.session_item_id = session_item.session_item_id
  and notice.kind = 'excerpt'
           
  and notice.issued_at is not null
  and notice.withdrawn_at is null)))
  order by "position", "session_item_id";

-- papersOf
select *
  from "dossier_paper"
  where "province_id" = $1
  and "matter_id" in ($2)
  order by "position", "paper_id";

-- papersShown
select "one"."paper_id", "one"."number", "one"."document_id", "one"."note", "one"."added_by", "one"."added_at", "document"."file_name", "document"."format", "document"."byte_size", "document"."sha256", "document"."level", "document"."status"
  from "dossier_paper_version" as "one"
  inner join "document" on "document"."province_id" = "one"."province_id"
  and "document"."document_id" = "one"."document_id"
  where "one"."province_id" = $1
  and "one"."paper_id" in ($2)
  and document.status <> 'quarantined'
  order by "one"."number";

-- submissionsOf
select *
  from "dossier_submission"
  where "province_id" = $1
  and "session_item_id" in ($2)
  order by "submitted_at" desc, "submission_id" desc;
