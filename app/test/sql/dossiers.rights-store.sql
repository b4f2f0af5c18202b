-- Functions of app/src/registers/dossiers/rights-store.ts.

-- concernedBy
select "meeting"."organisation_id" as "meeting_id", "matter"."matter_id", "matter"."submitter_id", "item"."submitter_id" as "item_submitter", "item"."session_item_id", "conference"."organisation_id"
  from "matter"
  left join "session_item" as "item" on "item"."province_id" = "matter"."province_id"
  and "item"."matter_id" = "matter"."matter_id"
  left join "conference" on "conference"."province_id" = "item"."province_id"
  and "conference"."conference_id" = "item"."conference_id"
  left join "conference_body" as "meeting" on "meeting"."province_id" = "conference"."province_id"
  and "meeting"."conference_id" = "conference"."conference_id"
  where "matter"."province_id" = $1
  and "matter"."matter_id" in ($2);

-- lockDossier
select "conference_id", "closed_at", "cancelled_at"
  from "conference"
  where "province_id" = $1
  and "conference_id" in (select "conference_id"
  from "session_item"
  where "province_id" = $2
  and "matter_id" = $3)
  order by "conference_id" for no key update;

select "matter_id"
  from "matter"
  where "province_id" = $1
  and "matter_id" = $2 for no key update;

-- preparedItem
select *
  from "session_item"
  where "province_id" = $1
  and "session_item_id" = $2
  and true;

-- touchDossier
select distinct "conference_id"
  from "session_item"
  where "province_id" = $1
  and "matter_id" = $2
  order by "conference_id";
