-- Functions of app/src/registers/mail/about-store.ts.

-- conferences
select "conference_id", "title", "level", "starts_at", "place"
  from "conference"
  where "province_id" = $1
  and "conference_id" in ($2)
  and ("conference"."document_id" is null or "conference"."document_id" not in (
    select document_id
  from document
  where province_id = $3
     
  and status = 'quarantined'));

select "conference_id", "title", "level", "starts_at", "place"
  from "conference"
  where "province_id" = $1
  and "conference_id" in ($2)
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

-- dossiers
select "session_item"."session_item_id", "session_item"."title", "session_item"."level", "session_item"."personnel", "held"."level" as "within"
  from "session_item"
  inner join "conference" as "held" on "held"."province_id" = "session_item"."province_id"
  and "held"."conference_id" = "session_item"."conference_id"
  where "session_item"."province_id" = $1
  and "session_item"."session_item_id" in ($2)
  and (session_item.submitter_id = any($3::uuid[]) or exists (
    select 1
  from conference
  where conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
     
  and ((conference.organisation_id = any($4::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($5::uuid[])))
        or ((case when conference.organisation_id is null then ("conference"."document_id" is null or "conference"."document_id" in (
    select document_id
  from document
  where province_id = $6
     
  and (document.status <> 'quarantined'
  and (document.organisation_id = any($7::uuid[])
    or case when document.matter_id is not null then exists (select 1
  from item_paper
    join session_item on session_item.province_id = item_paper.province_id
     
  and session_item.session_item_id = item_paper.session_item_id
    join conference on conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
   
  where item_paper.province_id = document.province_id
     
  and item_paper.document_id = document.document_id
     
  and ((conference.organisation_id = any($8::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($9::uuid[])))
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
   
  and (invitation.account_id = $10
    or invitation.substitute_account_id = $11
    or invitation.organisation_id = any($12::uuid[])))
     
  and (invitation.capacity <> 'forItems' or exists (select 1
  from invitation_item
       
  where invitation_item.province_id = invitation.province_id
         
  and invitation_item.invitation_id = invitation.invitation_id
         
  and invitation_item.session_item_id = "session_item"."session_item_id")))
            when 'organisation' in (document.level, session_item.level, conference.level) then ($13::boolean
              or conference.organisation_id is null or (conference.organisation_id = any($14::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($15::uuid[]))))
            else true end)))
    else document.level in ('internal', 'public')
    or (document.level = 'organisation'
  and ($16::boolean
      or document.organisation_id is null or document.organisation_id = any($17::uuid[])))
    or (document.level = 'participants'
  and exists (
      select 1
  from document_participant named
     
  where named.province_id = document.province_id
  and named.document_id = document.document_id
       
  and (named.account_id = $18 or named.organisation_id = any($19::uuid[])))) end))))
    else (conference.organisation_id = any($20::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($21::uuid[])))
      or conference.level in ('internal', 'public')
      or (conference.level = 'organisation'
  and ($22::boolean or (conference.organisation_id = any($23::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($24::uuid[])))))
      or (conference.level = 'participants'
  and exists (select 1
  from invitation
       
  where invitation.province_id = conference.province_id
         
  and invitation.conference_id = conference.conference_id
  and (invitation.withdrawn_at is null
  and invitation.sent_at is not null
   
  and (invitation.account_id = $25
    or invitation.substitute_account_id = $26
    or invitation.organisation_id = any($27::uuid[])))))
    end)
  and (session_item.level in ('internal', 'public')
          or (session_item.level = 'organisation'
  and ($28::boolean or (conference.organisation_id = any($29::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($30::uuid[])))))
          or (session_item.level = 'participants'
  and exists (select 1
  from invitation
   
  where invitation.province_id = "session_item"."province_id"
     
  and invitation.conference_id = "session_item"."conference_id"
  and (invitation.withdrawn_at is null
  and invitation.sent_at is not null
   
  and (invitation.account_id = $31
    or invitation.substitute_account_id = $32
    or invitation.organisation_id = any($33::uuid[])))
     
  and (invitation.capacity <> 'forItems' or exists (select 1
  from invitation_item
       
  where invitation_item.province_id = invitation.province_id
         
  and invitation_item.invitation_id = invitation.invitation_id
         
  and invitation_item.session_item_id = "session_item"."session_item_id")))))))));

select "session_item"."session_item_id", "session_item"."title", "session_item"."level", "session_item"."personnel", "held"."level" as "within"
  from "session_item"
  inner join "conference" as "held" on "held"."province_id" = "session_item"."province_id"
  and "held"."conference_id" = "session_item"."conference_id"
  where "session_item"."province_id" = $1
  and "session_item"."session_item_id" in ($2)
  and true;

-- duties
select "instrument_duty"."duty_id", "instrument_duty"."study_by", "instrument_duty"."implement_by", "instrument_duty"."studied_on", "instrument_duty"."done_on", "instrument"."instrument_id", "instrument"."kind", "instrument"."symbol", "instrument"."title", "instrument"."level"
  from "instrument_duty"
  inner join "instrument" on "instrument"."province_id" = "instrument_duty"."province_id"
  and "instrument"."instrument_id" = "instrument_duty"."instrument_id"
  where "instrument_duty"."province_id" = $1
  and "instrument_duty"."duty_id" in ($2)
  and "instrument_duty"."withdrawn_at" is null
  and "instrument"."withdrawn_at" is null
  and not instrument.quarantined;

-- entries
select "entry_id", "title"
  from "programme_entry"
  where "province_id" = $1
  and "entry_id" in ($2)
  and (programme_entry.organisation_id = any($3::uuid[])
    or programme_entry.preparing_id = any($4::uuid[]));

select "entry_id", "title"
  from "programme_entry"
  where "province_id" = $1
  and "entry_id" in ($2)
  and true;

-- explanations
select "request_id", "due_on", "answered_at", "indicator"."indicator_id", "indicator"."name_vi", "indicator"."name_en"
  from "explanation_request"
  inner join "indicator" on "indicator"."province_id" = "explanation_request"."province_id"
  and "indicator"."indicator_id" = "explanation_request"."indicator_id"
  where "explanation_request"."province_id" = $1
  and "request_id" in ($2)
  and "indicator"."quarantined" = $3;

-- reports
select *
  from "report_slot"
  where "province_id" = $1
  and "slot_id" in ($2)
  and report_slot.organisation_id = any($3::uuid[]);

-- rounds
select "round_id", "title", "level", "due_at", exists (select 1
  from session_item
       
  where session_item.province_id = opinion_round.province_id
         
  and session_item.matter_id = opinion_round.matter_id
  and session_item.personnel) as "personnel"
  from "opinion_round"
  where "province_id" = $1
  and "round_id" in ($2)
  and ((opinion_round.organisation_id = any($3::uuid[]) or exists (
    select 1
  from matter
  where matter.province_id = opinion_round.province_id
     
  and matter.matter_id = opinion_round.matter_id
  and matter.submitter_id = any($4::uuid[]))) or opinion_round.level in ('internal', 'public')
    or (opinion_round.level = 'organisation'
  and ($5::boolean
      or opinion_round.organisation_id = any($6::uuid[])))
    or exists (select 1
  from round_addressee
     
  where round_addressee.province_id = opinion_round.province_id
       
  and round_addressee.round_id = opinion_round.round_id
  and (round_addressee.account_id = $7
    or round_addressee.organisation_id = any($8::uuid[]))));

select "round_id", "title", "level", "due_at", exists (select 1
  from session_item
       
  where session_item.province_id = opinion_round.province_id
         
  and session_item.matter_id = opinion_round.matter_id
  and session_item.personnel) as "personnel"
  from "opinion_round"
  where "province_id" = $1
  and "round_id" in ($2)
  and true;

-- tasks
select "assignment"."assignment_id", "assignment"."action", "told"."level", array(select item.level
  from session_item item
  where item.province_id = assignment.province_id
 
  and (item.session_item_id = assignment.session_item_id
    or item.matter_id = told.matter_id
    or exists (select 1
  from item_paper paper
  where paper.province_id = told.province_id
     
  and paper.document_id = told.document_id
  and paper.session_item_id = item.session_item_id)
    or exists (select 1
  from notice signed
  where signed.province_id = told.province_id
 
  and signed.signed_document_id = told.document_id
     
  and (signed.session_item_id = item.session_item_id
        or signed.content->'items' @> to_jsonb(item.session_item_id::text))))
        union select held.level
  from conference held
  where held.province_id = assignment.province_id
         
  and (held.conference_id in (select item.conference_id
  from session_item item
  where item.province_id = assignment.province_id
 
  and (item.session_item_id = assignment.session_item_id
    or item.matter_id = told.matter_id
    or exists (select 1
  from item_paper paper
  where paper.province_id = told.province_id
     
  and paper.document_id = told.document_id
  and paper.session_item_id = item.session_item_id)
    or exists (select 1
  from notice signed
  where signed.province_id = told.province_id
 
  and signed.signed_document_id = told.document_id
     
  and (signed.session_item_id = item.session_item_id
        or signed.content->'items' @> to_jsonb(item.session_item_id::text)))))
            or held.conference_id in (select signed.conference_id
  from notice signed
  where signed.province_id = told.province_id
 
  and signed.signed_document_id = told.document_id))
        union select round.level
  from opinion_round round
         
  where round.province_id = told.province_id
  and round.matter_id = told.matter_id) as "levels", exists (select 1
  from session_item item
  where item.province_id = assignment.province_id
 
  and (item.session_item_id = assignment.session_item_id
    or item.matter_id = told.matter_id
    or exists (select 1
  from item_paper paper
  where paper.province_id = told.province_id
     
  and paper.document_id = told.document_id
  and paper.session_item_id = item.session_item_id)
    or exists (select 1
  from notice signed
  where signed.province_id = told.province_id
 
  and signed.signed_document_id = told.document_id
     
  and (signed.session_item_id = item.session_item_id
        or signed.content->'items' @> to_jsonb(item.session_item_id::text))))
  and item.personnel) as "personnel", (coalesce(($1::jsonb ->> ((case when assignment.event_id is null
  then assignment.deadline else (
    select case when exists (select 1
  from assignment_setting
  where province_id = e.province_id
       
  and roll = 'asWritten') then e.day
      else coalesce((select max(one.day)::date
  from generate_series(e.day - 60, e.day, '1 day') one (day)
       
  left join day_off own on own.province_id = e.province_id
  and own.day = one.day::date
       
  where case when own.kind is not null then own.kind = 'working'
          else extract(isodow
  from one.day) < 6
           
  and one.day::date <> all($2::date[]) end), e.day) end
   
  from (select e.province_id, case when ec.cancelled_at is null then
  coalesce((ec.starts_at at time zone 'Asia/Ho_Chi_Minh')::date, ec.held_on, e.on_date) end - assignment.event_days as day
     
  from deadline_event e
  left join conference ec on ec.province_id = e.province_id
       
  and ec.conference_id = e.conference_id
     
  where e.province_id = assignment.province_id
  and e.event_id = assignment.event_id) e) end))::text)::date,
    (case when assignment.event_id is null
  then assignment.deadline else (
    select case when exists (select 1
  from assignment_setting
  where province_id = e.province_id
       
  and roll = 'asWritten') then e.day
      else coalesce((select max(one.day)::date
  from generate_series(e.day - 60, e.day, '1 day') one (day)
       
  left join day_off own on own.province_id = e.province_id
  and own.day = one.day::date
       
  where case when own.kind is not null then own.kind = 'working'
          else extract(isodow
  from one.day) < 6
           
  and one.day::date <> all($3::date[]) end), e.day) end
   
  from (select e.province_id, case when ec.cancelled_at is null then
  coalesce((ec.starts_at at time zone 'Asia/Ho_Chi_Minh')::date, ec.held_on, e.on_date) end - assignment.event_days as day
     
  from deadline_event e
  left join conference ec on ec.province_id = e.province_id
       
  and ec.conference_id = e.conference_id
     
  where e.province_id = assignment.province_id
  and e.event_id = assignment.event_id) e) end) + case extract(isodow
  from (case when assignment.event_id is null
  then assignment.deadline else (
    select case when exists (select 1
  from assignment_setting
  where province_id = e.province_id
       
  and roll = 'asWritten') then e.day
      else coalesce((select max(one.day)::date
  from generate_series(e.day - 60, e.day, '1 day') one (day)
       
  left join day_off own on own.province_id = e.province_id
  and own.day = one.day::date
       
  where case when own.kind is not null then own.kind = 'working'
          else extract(isodow
  from one.day) < 6
           
  and one.day::date <> all($4::date[]) end), e.day) end
   
  from (select e.province_id, case when ec.cancelled_at is null then
  coalesce((ec.starts_at at time zone 'Asia/Ho_Chi_Minh')::date, ec.held_on, e.on_date) end - assignment.event_days as day
     
  from deadline_event e
  left join conference ec on ec.province_id = e.province_id
       
  and ec.conference_id = e.conference_id
     
  where e.province_id = assignment.province_id
  and e.event_id = assignment.event_id) e) end)) when 6 then 2 when 7 then 1 else 0 end))::text as "due", num_nonnulls(assignment.done_on, assignment.reported_on, assignment.paused_on,
        assignment.revoked_on) > 0 as "settled"
  from "assignment"
  left join "document" as "told" on "told"."province_id" = "assignment"."province_id"
  and "told"."document_id" = "assignment"."document_id"
  where "assignment"."province_id" = $5
  and "assignment"."assignment_id" in ($6)
  and "assignment"."withdrawn_at" is null
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $7
     
  and status = 'quarantined'));

select "assignment"."assignment_id", "assignment"."action", "told"."level", array(select item.level
  from session_item item
  where item.province_id = assignment.province_id
 
  and (item.session_item_id = assignment.session_item_id
    or item.matter_id = told.matter_id
    or exists (select 1
  from item_paper paper
  where paper.province_id = told.province_id
     
  and paper.document_id = told.document_id
  and paper.session_item_id = item.session_item_id)
    or exists (select 1
  from notice signed
  where signed.province_id = told.province_id
 
  and signed.signed_document_id = told.document_id
     
  and (signed.session_item_id = item.session_item_id
        or signed.content->'items' @> to_jsonb(item.session_item_id::text))))
        union select held.level
  from conference held
  where held.province_id = assignment.province_id
         
  and (held.conference_id in (select item.conference_id
  from session_item item
  where item.province_id = assignment.province_id
 
  and (item.session_item_id = assignment.session_item_id
    or item.matter_id = told.matter_id
    or exists (select 1
  from item_paper paper
  where paper.province_id = told.province_id
     
  and paper.document_id = told.document_id
  and paper.session_item_id = item.session_item_id)
    or exists (select 1
  from notice signed
  where signed.province_id = told.province_id
 
  and signed.signed_document_id = told.document_id
     
  and (signed.session_item_id = item.session_item_id
        or signed.content->'items' @> to_jsonb(item.session_item_id::text)))))
            or held.conference_id in (select signed.conference_id
  from notice signed
  where signed.province_id = told.province_id
 
  and signed.signed_document_id = told.document_id))
        union select round.level
  from opinion_round round
         
  where round.province_id = told.province_id
  and round.matter_id = told.matter_id) as "levels", exists (select 1
  from session_item item
  where item.province_id = assignment.province_id
 
  and (item.session_item_id = assignment.session_item_id
    or item.matter_id = told.matter_id
    or exists (select 1
  from item_paper paper
  where paper.province_id = told.province_id
     
  and paper.document_id = told.document_id
  and paper.session_item_id = item.session_item_id)
    or exists (select 1
  from notice signed
  where signed.province_id = told.province_id
 
  and signed.signed_document_id = told.document_id
     
  and (signed.session_item_id = item.session_item_id
        or signed.content->'items' @> to_jsonb(item.session_item_id::text))))
  and item.personnel) as "personnel", (coalesce(($1::jsonb ->> ((case when assignment.event_id is null
  then assignment.deadline else (
    select case when exists (select 1
  from assignment_setting
  where province_id = e.province_id
       
  and roll = 'asWritten') then e.day
      else coalesce((select max(one.day)::date
  from generate_series(e.day - 60, e.day, '1 day') one (day)
       
  left join day_off own on own.province_id = e.province_id
  and own.day = one.day::date
       
  where case when own.kind is not null then own.kind = 'working'
          else extract(isodow
  from one.day) < 6
           
  and one.day::date <> all($2::date[]) end), e.day) end
   
  from (select e.province_id, case when ec.cancelled_at is null then
  coalesce((ec.starts_at at time zone 'Asia/Ho_Chi_Minh')::date, ec.held_on, e.on_date) end - assignment.event_days as day
     
  from deadline_event e
  left join conference ec on ec.province_id = e.province_id
       
  and ec.conference_id = e.conference_id
     
  where e.province_id = assignment.province_id
  and e.event_id = assignment.event_id) e) end))::text)::date,
    (case when assignment.event_id is null
  then assignment.deadline else (
    select case when exists (select 1
  from assignment_setting
  where province_id = e.province_id
       
  and roll = 'asWritten') then e.day
      else coalesce((select max(one.day)::date
  from generate_series(e.day - 60, e.day, '1 day') one (day)
       
  left join day_off own on own.province_id = e.province_id
  and own.day = one.day::date
       
  where case when own.kind is not null then own.kind = 'working'
          else extract(isodow
  from one.day) < 6
           
  and one.day::date <> all($3::date[]) end), e.day) end
   
  from (select e.province_id, case when ec.cancelled_at is null then
  coalesce((ec.starts_at at time zone 'Asia/Ho_Chi_Minh')::date, ec.held_on, e.on_date) end - assignment.event_days as day
     
  from deadline_event e
  left join conference ec on ec.province_id = e.province_id
       
  and ec.conference_id = e.conference_id
     
  where e.province_id = assignment.province_id
  and e.event_id = assignment.event_id) e) end) + case extract(isodow
  from (case when assignment.event_id is null
  then assignment.deadline else (
    select case when exists (select 1
  from assignment_setting
  where province_id = e.province_id
       
  and roll = 'asWritten') then e.day
      else coalesce((select max(one.day)::date
  from generate_series(e.day - 60, e.day, '1 day') one (day)
       
  left join day_off own on own.province_id = e.province_id
  and own.day = one.day::date
       
  where case when own.kind is not null then own.kind = 'working'
          else extract(isodow
  from one.day) < 6
           
  and one.day::date <> all($4::date[]) end), e.day) end
   
  from (select e.province_id, case when ec.cancelled_at is null then
  coalesce((ec.starts_at at time zone 'Asia/Ho_Chi_Minh')::date, ec.held_on, e.on_date) end - assignment.event_days as day
     
  from deadline_event e
  left join conference ec on ec.province_id = e.province_id
       
  and ec.conference_id = e.conference_id
     
  where e.province_id = assignment.province_id
  and e.event_id = assignment.event_id) e) end)) when 6 then 2 when 7 then 1 else 0 end))::text as "due", num_nonnulls(assignment.done_on, assignment.reported_on, assignment.paused_on,
        assignment.revoked_on) > 0 as "settled"
  from "assignment"
  left join "document" as "told" on "told"."province_id" = "assignment"."province_id"
  and "told"."document_id" = "assignment"."document_id"
  where "assignment"."province_id" = $5
  and "assignment"."assignment_id" in ($6)
  and "assignment"."withdrawn_at" is null
  and (case when assignment.session_item_id is null
    then ("assignment"."document_id" is null or "assignment"."document_id" in (
    select document_id
  from document
  where province_id = $7
     
  and (document.status <> 'quarantined'
  and (document.organisation_id = any($8::uuid[])
    or case when document.matter_id is not null then exists (select 1
  from item_paper
    join session_item on session_item.province_id = item_paper.province_id
     
  and session_item.session_item_id = item_paper.session_item_id
    join conference on conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
   
  where item_paper.province_id = document.province_id
     
  and item_paper.document_id = document.document_id
     
  and ((conference.organisation_id = any($9::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($10::uuid[])))
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
   
  and (invitation.account_id = $11
    or invitation.substitute_account_id = $12
    or invitation.organisation_id = any($13::uuid[])))
     
  and (invitation.capacity <> 'forItems' or exists (select 1
  from invitation_item
       
  where invitation_item.province_id = invitation.province_id
         
  and invitation_item.invitation_id = invitation.invitation_id
         
  and invitation_item.session_item_id = "session_item"."session_item_id")))
            when 'organisation' in (document.level, session_item.level, conference.level) then ($14::boolean
              or conference.organisation_id is null or (conference.organisation_id = any($15::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($16::uuid[]))))
            else true end)))
    else document.level in ('internal', 'public')
    or (document.level = 'organisation'
  and ($17::boolean
      or document.organisation_id is null or document.organisation_id = any($18::uuid[])))
    or (document.level = 'participants'
  and exists (
      select 1
  from document_participant named
     
  where named.province_id = document.province_id
  and named.document_id = document.document_id
       
  and (named.account_id = $19 or named.organisation_id = any($20::uuid[])))) end)))) or ((assignment.lead_id = any($21::uuid[])
    or assignment.cooperating_ids ?| $22::text[] or assignment.follower_id = $23)
  and not exists (select 1
  from document
     
  where document.province_id = assignment.province_id
       
  and document.document_id = assignment.document_id
  and document.status = 'quarantined'))
    else (assignment.lead_id = any($24::uuid[])
    or assignment.cooperating_ids ?| $25::text[] or assignment.follower_id = $26) or exists (
      select 1
  from session_item
  where session_item.province_id = assignment.province_id
       
  and session_item.session_item_id = assignment.session_item_id
  and (session_item.submitter_id = any($27::uuid[]) or exists (
    select 1
  from conference
  where conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
     
  and ((conference.organisation_id = any($28::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($29::uuid[])))
        or ((case when conference.organisation_id is null then ("conference"."document_id" is null or "conference"."document_id" in (
    select document_id
  from document
  where province_id = $30
     
  and (document.status <> 'quarantined'
  and (document.organisation_id = any($31::uuid[])
    or case when document.matter_id is not null then exists (select 1
  from item_paper
    join session_item on session_item.province_id = item_paper.province_id
     
  and session_item.session_item_id = item_paper.session_item_id
    join conference on conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
   
  where item_paper.province_id = document.province_id
     
  and item_paper.document_id = document.document_id
     
  and ((conference.organisation_id = any($32::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($33::uuid[])))
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
   
  and (invitation.account_id = $34
    or invitation.substitute_account_id = $35
    or invitation.organisation_id = any($36::uuid[])))
     
  and (invitation.capacity <> 'forItems' or exists (select 1
  from invitation_item
       
  where invitation_item.province_id = invitation.province_id
         
  and invitation_item.invitation_id = invitation.invitation_id
         
  and invitation_item.session_item_id = "session_item"."session_item_id")))
            when 'organisation' in (document.level, session_item.level, conference.level) then ($37::boolean
              or conference.organisation_id is null or (conference.organisation_id = any($38::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($39::uuid[]))))
            else true end)))
    else document.level in ('internal', 'public')
    or (document.level = 'organisation'
  and ($40::boolean
      or document.organisation_id is null or document.organisation_id = any($41::uuid[])))
    or (document.level = 'participants'
  and exists (
      select 1
  from document_participant named
     
  where named.province_id = document.province_id
  and named.document_id = document.document_id
       
  and (named.account_id = $42 or named.organisation_id = any($43::uuid[])))) end))))
    else (conference.organisation_id = any($44::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($45::uuid[])))
      or conference.level in ('internal', 'public')
      or (conference.level = 'organisation'
  and ($46::boolean or (conference.organisation_id = any($47::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($48::uuid[])))))
      or (conference.level = 'participants'
  and exists (select 1
  from invitation
       
  where invitation.province_id = conference.province_id
         
  and invitation.conference_id = conference.conference_id
  and (invitation.withdrawn_at is null
  and invitation.sent_at is not null
   
  and (invitation.account_id = $49
    or invitation.substitute_account_id = $50
    or invitation.organisation_id = any($51::uuid[])))))
    end)
  and (session_item.level in ('internal', 'public')
          or (session_item.level = 'organisation'
  and ($52::boolean or (conference.organisation_id = any($53::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($54::uuid[])))))
          or (session_item.level = 'participants'
  and exists (select 1
  from invitation
   
  where invitation.province_id = "session_item"."province_id"
     
  and invitation.conference_id = "session_item"."conference_id"
  and (invitation.withdrawn_at is null
  and invitation.sent_at is not null
   
  and (invitation.account_id = $55
    or invitation.substitute_account_id = $56
    or invitation.organisation_id = any($57::uuid[])))
     
  and (invitation.capacity <> 'forItems' or exists (select 1
  from invitation_item
       
  where invitation_item.province_id = invitation.province_id
         
  and invitation_item.invitation_id = invitation.invitation_id
         
  and invitation_item.session_item_id = "session_item"."session_item_id")))))))))) end);
