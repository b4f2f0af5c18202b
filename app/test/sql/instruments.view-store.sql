-- Functions of app/src/registers/instruments/view-store.ts.

-- citedOf
select "instrument_id", count(*) as "n"
  from "citation"
  where "province_id" = $1
  and "instrument_id" in ($2)
  and "withdrawn_at" is null
  and ("document_id" is null or "document_id" in (
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
  group by "instrument_id";

select "instrument_id", count(*) as "n"
  from "citation"
  where "province_id" = $1
  and "instrument_id" in ($2)
  and "withdrawn_at" is null
  and ("document_id" is null or "document_id" not in (
    select document_id
  from document
  where province_id = $3
     
  and status = 'quarantined'))
  group by "instrument_id";

-- documentOf
select "document_id" as "id", "title"
  from "document"
  where "province_id" = $1
  and "document_id" = $2
  and "status" <> $3
  and document.status <> 'quarantined';

-- dutyRows
select *
  from "instrument_duty"
  where "province_id" = $1
  and "instrument_id" in ($2)
  and "withdrawn_at" is null;

-- getInstrument
select *
  from "instrument"
  where "province_id" = $1
  and "instrument_id" = $2
  and "withdrawn_at" is null
  and not instrument.quarantined;

select *
  from "instrument_link"
  where "province_id" = $1
  and "instrument_id" = $2;

-- listInstruments
select *
  from "instrument"
  where "province_id" = $1
  and "withdrawn_at" is null
  and (not instrument.quarantined
  and (instrument.level in ('internal', 'public') or exists (
    select 1
  from instrument_duty
  where instrument_duty.province_id = instrument.province_id
     
  and instrument_duty.instrument_id = instrument.instrument_id
     
  and instrument_duty.withdrawn_at is null
     
  and instrument_duty.organisation_id = any($2::uuid[]))))
  order by "issued_on" desc nulls last, "instrument_id" desc;

select *
  from "instrument"
  where "province_id" = $1
  and "withdrawn_at" is null
  and not instrument.quarantined
  and "side" = $2
  and "kind" = $3
  order by "issued_on" desc nulls last, "instrument_id" desc;

select *
  from "instrument"
  where "province_id" = $1
  and "withdrawn_at" is null
  and not instrument.quarantined
  and extract(year
  from issued_on) = $2
  and "instrument_id" in (select "instrument_id"
  from "instrument_duty"
  where "province_id" = $3
  and "organisation_id" = $4
  and "withdrawn_at" is null)
  order by "issued_on" desc nulls last, "instrument_id" desc;

-- tasksNaming
select "assignment_id", "upstream", "directive"
  from "assignment"
  where "province_id" = $1
  and "withdrawn_at" is null
  and ("upstream" ~ $2 or "directive" ~ $3);

-- tasksOf

    select distinct a.assignment_id as id
  from citation c
    join assignment a on a.province_id = $1
  and a.document_id = c.document_id
     
  and a.text_version = c.text_version
  and a.start_at <= c.start_at
  and a.end_at >= c.end_at
     
  and a.withdrawn_at is null
   
  where c.province_id = $2
  and c.instrument_id = $3
     
  and c.withdrawn_at is null;
