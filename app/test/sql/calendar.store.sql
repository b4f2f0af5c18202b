-- Functions of app/src/registers/calendar/store.ts.

-- actorOfFeed
select "a".*
  from "calendar_feed" as "f"
  inner join "account" as "a" on "a"."province_id" = "f"."province_id"
  and "a"."account_id" = "f"."account_id"
  where "f"."province_id" = $1
  and "f"."token_hash" = $2
  and "a"."disabled_at" is null;

select "province_id"
  from "province"
  where "slug" = $1;

-- calendarFeed
select "created_at"
  from "calendar_feed"
  where "province_id" = $1
  and "account_id" = $2;

-- changesOf
select "subject_id", max("at") as "at"
  from "audit_record"
  where "province_id" = $1
  and "subject_kind" = $2
  and "subject_id" in ($3)
  and "action" in ($4)
  group by "subject_id";

-- ownEvents
select *
  from "conference"
  where "province_id" = $1
  and "withdrawn_at" is null
  and "starts_at" >= $2
  and ("conference"."document_id" is null or "conference"."document_id" not in (
    select document_id
  from document
  where province_id = $3
     
  and status = 'quarantined'))
  and exists (select 1
  from invitation
     
  where invitation.province_id = conference.province_id
       
  and invitation.conference_id = conference.conference_id
  and (invitation.withdrawn_at is null
  and invitation.sent_at is not null
   
  and (invitation.account_id = $4
    or invitation.substitute_account_id = $5
    or invitation.organisation_id = any($6::uuid[]))))
  order by "starts_at", "conference_id"
  limit $7;

-- renewFeed
insert into "calendar_feed" ("province_id", "account_id", "token_hash", "created_at")
  values ($1, $2, $3, $4)
  on conflict ("province_id", "account_id") do update
  set "token_hash" = $5, "created_at" = $6;

select "slug"
  from "province"
  where "province_id" = $1;

-- revokeFeed
delete
  from "calendar_feed"
  where "province_id" = $1
  and "account_id" = $2;
