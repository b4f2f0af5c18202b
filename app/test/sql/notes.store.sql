-- Functions of app/src/registers/notes/store.ts.

-- insertNote
insert into "paper_note" ("province_id", "note_id", "account_id", "paper_id", "document_id", "start_at", "end_at", "quote", "body", "mark", "changed_at", "deleted_at")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
  returning *;

-- listNotes
select *
  from "paper_note"
  where "province_id" = $1
  and "account_id" = $2
  and "deleted_at" is null
  and exists (
  select 1
  from dossier_paper_version as one
    join dossier_paper as paper on paper.province_id = one.province_id
     
  and paper.paper_id = one.paper_id
  and paper.withdrawn_at is null
    join document on document.province_id = one.province_id
     
  and document.document_id = one.document_id
 
  where one.province_id = $3
  and one.paper_id = paper_note.paper_id
   
  and document.status <> 'quarantined')
  order by "note_id"
  limit $4;

-- lockNotes
select "account_id"
  from "account"
  where "province_id" = $1
  and "account_id" = $2 for no key update;

-- putBeside
select *
  from "paper_note"
  where "province_id" = $1
  and "account_id" = $2
  and "document_id" = $3
  and "start_at" = $4
  and "end_at" = $5
  and "body" = $6
  and "deleted_at" is null
  and "note_id" <> $7;

-- refuseClosed
select "one"."number"
  from "dossier_paper_version" as "one"
  inner join "dossier_paper" as "paper" on "paper"."province_id" = "one"."province_id"
  and "paper"."paper_id" = "one"."paper_id"
  inner join "document" on "document"."province_id" = "one"."province_id"
  and "document"."document_id" = "one"."document_id"
  where "one"."province_id" = $1
  and "one"."paper_id" = $2
  and "one"."document_id" = $3
  and "paper"."withdrawn_at" is null
  and document.status <> 'quarantined';

-- removeNote
update "paper_note"
  set "body" = $1, "quote" = $2, "deleted_at" = $3, "version" = $4
  where "province_id" = $5
  and "note_id" = $6
  and "account_id" = $7;

-- rowOf
select *
  from "paper_note"
  where "province_id" = $1
  and "note_id" = $2;

-- writeNote
update "paper_note"
  set "body" = $1, "mark" = $2, "changed_at" = $3, "quote" = $4, "deleted_at" = $5, "version" = $6
  where "province_id" = $7
  and "note_id" = $8
  and "account_id" = $9
  returning *;
