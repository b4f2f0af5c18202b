-- Functions of app/src/registers/assignments/origins-store.ts.

-- itemsOf
select "session_item"."session_item_id", "session_item"."title", "conference"."conference_id", "conference"."title" as "conference", coalesce(conference.held_on,
        (conference.starts_at at time zone 'Asia/Ho_Chi_Minh')::date) as "held_on", ("conference"."document_id" is null or "conference"."document_id" not in (
    select document_id
  from document
  where province_id = $1
     
  and status = 'quarantined')) as "known", true as "open"
  from "session_item"
  inner join "conference" on "conference"."province_id" = "session_item"."province_id"
  and "conference"."conference_id" = "session_item"."conference_id"
  where "session_item"."province_id" = $2
  and "session_item"."session_item_id" in ($3);

-- openDocuments
select "document_id"
  from "document"
  where "province_id" = $1
  and "document_id" in ($2)
  and (document.status <> 'quarantined'
  and (document.organisation_id = any($3::uuid[])
    or case when document.matter_id is not null then exists (select 1
  from item_paper
    join session_item on session_item.province_id = item_paper.province_id
     
  and session_item.session_item_id = item_paper.session_item_id
    join conference on conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
   
  where item_paper.province_id = document.province_id
     
  and item_paper.document_id = document.document_id
     
  and ((conference.organisation_id = any($4::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($5::uuid[])))
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
   
  and (invitation.account_id = $6
    or invitation.substitute_account_id = $7
    or invitation.organisation_id = any($8::uuid[])))
     
  and (invitation.capacity <> 'forItems' or exists (select 1
  from invitation_item
       
  where invitation_item.province_id = invitation.province_id
         
  and invitation_item.invitation_id = invitation.invitation_id
         
  and invitation_item.session_item_id = "session_item"."session_item_id")))
            when 'organisation' in (document.level, session_item.level, conference.level) then ($9::boolean
              or conference.organisation_id is null or (conference.organisation_id = any($10::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($11::uuid[]))))
            else true end)))
    else document.level in ('internal', 'public')
    or (document.level = 'organisation'
  and ($12::boolean
      or document.organisation_id is null or document.organisation_id = any($13::uuid[])))
    or (document.level = 'participants'
  and exists (
      select 1
  from document_participant named
     
  where named.province_id = document.province_id
  and named.document_id = document.document_id
       
  and (named.account_id = $14 or named.organisation_id = any($15::uuid[])))) end));

select "document_id"
  from "document"
  where "province_id" = $1
  and "document_id" in ($2)
  and document.status <> 'quarantined';
