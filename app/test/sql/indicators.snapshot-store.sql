-- Functions of app/src/registers/indicators/snapshot-store.ts.

-- keepFigures
insert into "figure_snapshot" ("province_id", "snapshot_id", "conference_id", "title", "record_seq", "values_hash", "taken_by", "taken_at")
  values ($1, $2, $3, $4, $5, $6, $7, $8)
  returning *;

select "conference_id"
  from "conference"
  where "province_id" = $1
  and "conference_id" = $2
  and ("conference"."document_id" is null or "conference"."document_id" not in (
    select document_id
  from document
  where province_id = $3
     
  and status = 'quarantined'));

-- snapshotsOf
select *
  from "figure_snapshot"
  where "province_id" = $1
  and "conference_id" = $2
  and ("conference_id" is null or exists (select "conference"."conference_id"
  from "conference"
  where "conference"."province_id" = "figure_snapshot"."province_id"
  and "conference"."conference_id" = "figure_snapshot"."conference_id"
  and ("conference"."document_id" is null or "conference"."document_id" not in (
    select document_id
  from document
  where province_id = $3
     
  and status = 'quarantined'))))
  order by "record_seq" desc;

select *
  from "figure_snapshot"
  where "province_id" = $1
  and ("conference_id" is null or exists (select "conference"."conference_id"
  from "conference"
  where "conference"."province_id" = "figure_snapshot"."province_id"
  and "conference"."conference_id" = "figure_snapshot"."conference_id"
  and ("conference"."document_id" is null or "conference"."document_id" not in (
    select document_id
  from document
  where province_id = $2
     
  and status = 'quarantined'))))
  order by "record_seq" desc;
