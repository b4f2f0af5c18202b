-- Functions of app/src/registers/dossiers/released-store.ts.

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
