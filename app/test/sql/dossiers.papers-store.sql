-- Functions of app/src/registers/dossiers/papers-store.ts.

-- addPaper
insert into "dossier_paper" ("province_id", "paper_id", "matter_id", "kind", "title", "position", "withdrawn_at")
  values ($1, $2, $3, $4, $5, $6, $7);

-- addVersion
select max("number") as "number"
  from "dossier_paper_version"
  where "province_id" = $1
  and "paper_id" = $2;

-- homeOfItem
select "organisation_id"
  from "conference"
  where "province_id" = $1
  and "conference_id" = $2;

-- homeOfPaper
select "organisation_id"
  from "document"
  where "province_id" = $1
  and "document_id" = $2
  and document.status <> 'quarantined';

-- idsInOrder
select "paper_id"
  from "dossier_paper"
  where "province_id" = $1
  and "matter_id" = $2
  order by "position", "paper_id";

-- lockPaper
select *
  from "dossier_paper"
  where "province_id" = $1
  and "paper_id" = $2;

-- newDocument
select "paper"."title", "one"."number"
  from "dossier_paper_version" as "one"
  inner join "dossier_paper" as "paper" on "paper"."province_id" = "one"."province_id"
  and "paper"."paper_id" = "one"."paper_id"
  where "one"."province_id" = $1
  and "one"."document_id" = $2;

-- putLevelWhere
update "document"
  set "level" = $1, "version" = "version" + $2
  where "province_id" = $3
  and "document_id" in ($4)
  and "personnel" = $5
  and "level" <> $6
  and "status" = $7;

-- putOrder
update "dossier_paper"
  set "position" = $1
  where "province_id" = $2
  and "paper_id" = $3
  and "position" <> $4;

-- putPaper
update "dossier_paper"
  set "kind" = $1, "title" = $2, "version" = $3
  where "province_id" = $4
  and "paper_id" = $5;

update "dossier_paper"
  set "version" = $1
  where "province_id" = $2
  and "paper_id" = $3;

update "dossier_paper"
  set "withdrawn_at" = $1, "version" = $2
  where "province_id" = $3
  and "paper_id" = $4;

-- putVersion
insert into "dossier_paper_version" ("province_id", "paper_id", "number", "document_id", "note", "added_by")
  values ($1, $2, $3, $4, $5, $6);

-- releasePapers
update "session_item"
  set "papers_released_at" = $1, "version" = $2
  where "province_id" = $3
  and "session_item_id" = $4;

-- titleOf
select "title"
  from "document"
  where "province_id" = $1
  and "document_id" = $2;
