-- Functions of app/src/registers/dossiers/item-papers-store.ts.

-- bringBefore
insert into "item_paper" ("province_id", "session_item_id", "document_id")
  values ($1, $2, $3)
  on conflict ("province_id", "session_item_id", "document_id") do nothing;

-- carryPapers
select "item_paper"."document_id", "conference"."organisation_id"
  from "item_paper"
  inner join "session_item" as "item" on "item"."province_id" = "item_paper"."province_id"
  and "item"."session_item_id" = "item_paper"."session_item_id"
  inner join "conference" on "conference"."province_id" = "item"."province_id"
  and "conference"."conference_id" = "item"."conference_id"
  where "item_paper"."province_id" = $1
  and "item"."matter_id" = $2;

-- followPaper
select distinct "item"."session_item_id"
  from "item_paper"
  inner join "dossier_paper_version" as "one" on "one"."province_id" = "item_paper"."province_id"
  and "one"."document_id" = "item_paper"."document_id"
  inner join "session_item" as "item" on "item"."province_id" = "item_paper"."province_id"
  and "item"."session_item_id" = "item_paper"."session_item_id"
  inner join "conference" on "conference"."province_id" = "item"."province_id"
  and "conference"."conference_id" = "item"."conference_id"
  where "item_paper"."province_id" = $1
  and "one"."paper_id" = $2
  and "conference"."closed_at" is null
  and "conference"."cancelled_at" is null;

-- giveOut
update "item_paper"
  set "given_out_at" = $1
  where "province_id" = $2
  and "session_item_id" = $3
  and "document_id" in ($4)
  and "given_out_at" is null;
