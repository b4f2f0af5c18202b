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
  and "paper_id" = $2;

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

-- releasedPapers
select distinct on ("session_item"."position", "session_item"."session_item_id", "paper"."position", "paper"."paper_id") "paper"."paper_id" as "paperId", "one"."number" as "version", "document"."document_id" as "documentId", "paper"."kind", "paper"."title", "session_item"."session_item_id" as "itemId", "session_item"."number" as "itemNumber", "session_item"."position" as "itemPosition", "session_item"."title" as "itemTitle", "document"."file_name" as "fileName", "document"."format", "document"."byte_size" as "byteSize", "document"."sha256", "text"."text_version" as "textVersion", octet_length(text.text) as "textBytes"
  from "session_item"
  inner join "dossier_paper" as "paper" on "paper"."province_id" = "session_item"."province_id"
  and "paper"."matter_id" = "session_item"."matter_id"
  inner join "dossier_paper_version" as "one" on "one"."province_id" = "paper"."province_id"
  and "one"."paper_id" = "paper"."paper_id"
  inner join "document" on "document"."province_id" = "one"."province_id"
  and "document"."document_id" = "one"."document_id"
  inner join "item_paper" on "item_paper"."province_id" = "session_item"."province_id"
  and "item_paper"."session_item_id" = "session_item"."session_item_id"
  and "item_paper"."document_id" = "document"."document_id"
  inner join "document_text" as "text" on "text"."province_id" = "document"."province_id"
  and "text"."document_id" = "document"."document_id"
  where "session_item"."province_id" = $1
  and "session_item"."conference_id" = $2
  and "session_item"."status" = $3
  and "item_paper"."given_out_at" is not null
  and "paper"."withdrawn_at" is null
  and "document"."status" = $4
  and "document"."level" <> $5
  and true
  and document.status <> 'quarantined'
  order by "session_item"."position", "session_item"."session_item_id", "paper"."position", "paper"."paper_id", "one"."number" desc, "text"."text_version" desc;

-- submissionsOf
select *
  from "dossier_submission"
  where "province_id" = $1
  and "session_item_id" in ($2)
  order by "submitted_at" desc, "submission_id" desc;
