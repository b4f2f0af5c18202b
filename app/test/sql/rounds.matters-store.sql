-- Functions of app/src/registers/rounds/matters-store.ts.

-- draftsOf
select distinct on ("p"."position", "p"."paper_id") "p"."paper_id" as "id", "p"."title", "v"."document_id" as "documentId"
  from "dossier_paper" as "p"
  inner join "dossier_paper_version" as "v" on "v"."province_id" = "p"."province_id"
  and "v"."paper_id" = "p"."paper_id"
  inner join "document" on "document"."province_id" = "v"."province_id"
  and "document"."document_id" = "v"."document_id"
  where "p"."province_id" = $1
  and "p"."matter_id" = $2
  and "p"."withdrawn_at" is null
  and document.status <> 'quarantined'
  order by "p"."position", "p"."paper_id", "v"."number" desc;

-- matterOfRound
insert into "matter" ("province_id", "matter_id", "title", "submitter_id")
  values ($1, $2, $3, $4);

-- matterRow
select *
  from "matter"
  where "province_id" = $1
  and "matter_id" = $2
  and true;

-- mustBePaper
select "paper_id"
  from "dossier_paper"
  where "province_id" = $1
  and "matter_id" = $2
  and "paper_id" = $3
  and "withdrawn_at" is null;

-- paperTitles
select "paper_id", "title"
  from "dossier_paper"
  where "province_id" = $1
  and "paper_id" in ($2);
