-- Functions of app/src/registers/dossiers/sittings-store.ts.

-- invitedToItems
select "invitation"."conference_id", "invitation"."capacity", "invitation"."account_id", "invitation"."substitute_account_id", "invitation"."organisation_id", "called"."session_item_id"
  from "invitation"
  left join "invitation_item" as "called" on "called"."province_id" = "invitation"."province_id"
  and "called"."invitation_id" = "invitation"."invitation_id"
  where "invitation"."province_id" = $1
  and "invitation"."conference_id" in ($2)
  and "invitation"."withdrawn_at" is null
  and "invitation"."sent_at" is not null;

-- sittingsOf
select "item"."session_item_id", "item"."conference_id", "item"."status", "item"."level", "item_paper"."document_id", "item_paper"."given_out_at", "conference"."organisation_id", "conference"."level" as "conference_level", "conference"."cancelled_at"
  from "item_paper"
  inner join "session_item" as "item" on "item"."province_id" = "item_paper"."province_id"
  and "item"."session_item_id" = "item_paper"."session_item_id"
  inner join "conference" on "conference"."province_id" = "item"."province_id"
  and "conference"."conference_id" = "item"."conference_id"
  where "item_paper"."province_id" = $1
  and "item_paper"."document_id" in ($2)
  order by "item"."session_item_id";
