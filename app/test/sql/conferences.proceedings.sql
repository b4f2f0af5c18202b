-- Functions of app/src/registers/conferences/proceedings.ts.

-- enterAgendaItem
insert into "agenda_item" ("province_id", "document_id", "text_version", "start_at", "end_at", "as_written", "finding_id", "confirmed_by", "withdrawn_at", "agenda_item_id", "title", "submitter", "body", "next_body", "item_count")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15);

-- enterDecision
insert into "decision" ("province_id", "document_id", "text_version", "start_at", "end_at", "as_written", "finding_id", "confirmed_by", "withdrawn_at", "decision_id", "outcome", "items", "decided_by")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13);

-- enterOpinion
insert into "opinion" ("province_id", "document_id", "text_version", "start_at", "end_at", "as_written", "finding_id", "confirmed_by", "withdrawn_at", "opinion_id", "opinion_count", "about")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12);

-- listAgendaItems
select *
  from "agenda_item"
  where "province_id" = $1
  and "document_id" in ($2)
  and ("document_id" is null or "document_id" not in (
    select document_id
  from document
  where province_id = $3
     
  and status = 'quarantined'))
  and "withdrawn_at" is null
  order by "document_id", "start_at";

-- listDecisions
select *
  from "decision"
  where "province_id" = $1
  and "document_id" in ($2)
  and ("document_id" is null or "document_id" not in (
    select document_id
  from document
  where province_id = $3
     
  and status = 'quarantined'))
  and "withdrawn_at" is null
  order by "document_id", "start_at";

-- listOpinions
select *
  from "opinion"
  where "province_id" = $1
  and "document_id" in ($2)
  and ("document_id" is null or "document_id" not in (
    select document_id
  from document
  where province_id = $3
     
  and status = 'quarantined'))
  and "withdrawn_at" is null
  order by "document_id", "start_at";

-- withdrawProceeding
update "agenda_item"
  set "withdrawn_at" = $1, "version" = "version" + $2
  where "province_id" = $3
  and "agenda_item_id" = $4;

update "decision"
  set "withdrawn_at" = $1, "version" = "version" + $2
  where "province_id" = $3
  and "decision_id" = $4;

update "opinion"
  set "withdrawn_at" = $1, "version" = "version" + $2
  where "province_id" = $3
  and "opinion_id" = $4;
