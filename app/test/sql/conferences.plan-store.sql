-- Functions of app/src/registers/conferences/plan-store.ts.

-- cancelConference
update "conference"
  set "cancelled_at" = $1, "change_reason" = $2, "calendar_sequence" = $3, "version" = $4
  where "province_id" = $5
  and "conference_id" = $6;

-- changePlan
update "conference"
  set "title" = $1, "number" = $2, "level" = $3, "starts_at" = $4, "ends_at" = $5, "held_on" = $6, "place" = $7, "dossiers_due" = $8, "quorum_of" = $9, "quorum_part" = $10, "change_reason" = $11, "calendar_sequence" = $12, "version" = $13
  where "province_id" = $14
  and "conference_id" = $15;

-- conferenceRow
select *
  from "conference"
  where "province_id" = $1
  and "conference_id" = $2
  and "withdrawn_at" is null
  and ("conference"."document_id" is null or "conference"."document_id" not in (
    select document_id
  from document
  where province_id = $3
     
  and status = 'quarantined'));

select *
  from "conference"
  where "province_id" = $1
  and "conference_id" = $2
  and "withdrawn_at" is null
  and (case when conference.organisation_id is null then ("conference"."document_id" is null or "conference"."document_id" in (
    select document_id
  from document
  where province_id = $3
     
  and (document.status <> 'quarantined'
  and (document.organisation_id = any($4::uuid[])
    or case when document.matter_id is not null then exists (select 1
  from item_paper
    join session_item on session_item.province_id = item_paper.province_id
     
  and session_item.session_item_id = item_paper.session_item_id
    join conference on conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
   
  where item_paper.province_id = document.province_id
     
  and item_paper.document_id = document.document_id
     
  and ((conference.organisation_id = any($5::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($6::uuid[])))
        or (session_item.status = 'on'
  and item_paper.given_out_at is not null
         
  and conference.cancelled_at is null
         
  and case when 'office' in (document.level, session_item.level, conference.level) then false
            when 'participants' in (document.level, session_item.level, conference.level) then exists (select 1
  from invitation
   
  where invitation.province_id = "session_item"."province_id"
     
  and invitation.conference_id = "session_item"."conference_id"
  and (invitation.withdrawn_at is null
  and invitation.sent_at is not null
   
  and (invitation.account_id = $7
    or invitation.substitute_account_id = $8
    or invitation.organisation_id = any($9::uuid[])))
     
  and (invitation.capacity <> 'forItems' or exists (select 1
  from invitation_item
       
  where invitation_item.province_id = invitation.province_id
         
  and invitation_item.invitation_id = invitation.invitation_id
         
  and invitation_item.session_item_id = "session_item"."session_item_id")))
            when 'organisation' in (document.level, session_item.level, conference.level) then ($10::boolean
              or conference.organisation_id is null or (conference.organisation_id = any($11::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($12::uuid[]))))
            else true end)))
    else document.level in ('internal', 'public')
    or (document.level = 'organisation'
  and ($13::boolean
      or document.organisation_id is null or document.organisation_id = any($14::uuid[])))
    or (document.level = 'participants'
  and exists (
      select 1
  from document_participant named
     
  where named.province_id = document.province_id
  and named.document_id = document.document_id
       
  and (named.account_id = $15 or named.organisation_id = any($16::uuid[])))) end))))
    else (conference.organisation_id = any($17::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($18::uuid[])))
      or conference.level in ('internal', 'public')
      or (conference.level = 'organisation'
  and ($19::boolean or (conference.organisation_id = any($20::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($21::uuid[])))))
      or (conference.level = 'participants'
  and exists (select 1
  from invitation
       
  where invitation.province_id = conference.province_id
         
  and invitation.conference_id = conference.conference_id
  and (invitation.withdrawn_at is null
  and invitation.sent_at is not null
   
  and (invitation.account_id = $22
    or invitation.substitute_account_id = $23
    or invitation.organisation_id = any($24::uuid[])))))
    end);

-- createConference
insert into "conference" ("province_id", "conference_id", "organisation_id", "title", "body", "type", "number", "term", "term_id", "held_on", "held_text", "place", "chair", "concluded_by", "item_count", "reviews", "plans", "document_id", "text_version", "start_at", "end_at", "as_written", "finding_id", "confirmed_by", "withdrawn_at", "level", "starts_at", "ends_at", "dossiers_due", "quorum_of", "quorum_part")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31);

-- getPlan
select "organisation_id"
  from "conference_body"
  where "province_id" = $1
  and "conference_id" = $2;

-- invitedAmong
select distinct "conference_id"
  from "invitation"
  where "province_id" = $1
  and "conference_id" in ($2)
  and "sent_at" is not null;

-- lockConference
select *
  from "conference"
  where "province_id" = $1
  and "conference_id" = $2
  and "withdrawn_at" is null
  and ("conference"."document_id" is null or "conference"."document_id" not in (
    select document_id
  from document
  where province_id = $3
     
  and status = 'quarantined')) for no key update;

-- putBodies
delete
  from "conference_body"
  where "province_id" = $1
  and "conference_id" = $2;

insert into "conference_body" ("province_id", "conference_id", "organisation_id")
  values ($1, $2, $3);

-- termOf
select "term_id", "label", "number"
  from "term"
  where "province_id" = $1
  and "term_id" = $2;

-- touchLive
select pg_notify('conference', $1);

update "conference"
  set "live" = live + 1
  where "province_id" = $1
  and "conference_id" = $2;
