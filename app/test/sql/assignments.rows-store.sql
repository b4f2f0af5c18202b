-- Functions of app/src/registers/assignments/rows-store.ts.

-- lockTask
select "assignment".*, (case when assignment.event_id is null
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
           
  and one.day::date <> all($1::date[]) end), e.day) end
   
  from (select e.province_id, case when ec.cancelled_at is null then
  coalesce((ec.starts_at at time zone 'Asia/Ho_Chi_Minh')::date, ec.held_on, e.on_date) end - assignment.event_days as day
     
  from deadline_event e
  left join conference ec on ec.province_id = e.province_id
       
  and ec.conference_id = e.conference_id
     
  where e.province_id = assignment.province_id
  and e.event_id = assignment.event_id) e) end) as "standing", case when assignment.session_item_id is null
        then (select document.organisation_id
  from document
         
  where document.province_id = assignment.province_id
           
  and document.document_id = assignment.document_id)
        else (select conference.organisation_id
  from session_item
          join conference on conference.province_id = session_item.province_id
           
  and conference.conference_id = session_item.conference_id
         
  where session_item.province_id = assignment.province_id
           
  and session_item.session_item_id = assignment.session_item_id) end as "owner_id"
  from "assignment"
  where "assignment"."province_id" = $2
  and "assignment"."withdrawn_at" is null
  and "assignment"."assignment_id" = $3
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $4
     
  and status = 'quarantined'))
  for update of "assignment";

-- taskRows
select "assignment".*, (case when assignment.event_id is null
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
           
  and one.day::date <> all($1::date[]) end), e.day) end
   
  from (select e.province_id, case when ec.cancelled_at is null then
  coalesce((ec.starts_at at time zone 'Asia/Ho_Chi_Minh')::date, ec.held_on, e.on_date) end - assignment.event_days as day
     
  from deadline_event e
  left join conference ec on ec.province_id = e.province_id
       
  and ec.conference_id = e.conference_id
     
  where e.province_id = assignment.province_id
  and e.event_id = assignment.event_id) e) end) as "standing", case when assignment.session_item_id is null
        then (select document.organisation_id
  from document
         
  where document.province_id = assignment.province_id
           
  and document.document_id = assignment.document_id)
        else (select conference.organisation_id
  from session_item
          join conference on conference.province_id = session_item.province_id
           
  and conference.conference_id = session_item.conference_id
         
  where session_item.province_id = assignment.province_id
           
  and session_item.session_item_id = assignment.session_item_id) end as "owner_id"
  from "assignment"
  where "assignment"."province_id" = $2
  and "assignment"."withdrawn_at" is null
  and assignment.assignment_id = any($3::uuid[])
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $4
     
  and status = 'quarantined')) /* each request */;

select "assignment".*, (case when assignment.event_id is null
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
           
  and one.day::date <> all($1::date[]) end), e.day) end
   
  from (select e.province_id, case when ec.cancelled_at is null then
  coalesce((ec.starts_at at time zone 'Asia/Ho_Chi_Minh')::date, ec.held_on, e.on_date) end - assignment.event_days as day
     
  from deadline_event e
  left join conference ec on ec.province_id = e.province_id
       
  and ec.conference_id = e.conference_id
     
  where e.province_id = assignment.province_id
  and e.event_id = assignment.event_id) e) end) as "standing", case when assignment.session_item_id is null
        then (select document.organisation_id
  from document
         
  where document.province_id = assignment.province_id
           
  and document.document_id = assignment.document_id)
        else (select conference.organisation_id
  from session_item
          join conference on conference.province_id = session_item.province_id
           
  and conference.conference_id = session_item.conference_id
         
  where session_item.province_id = assignment.province_id
           
  and session_item.session_item_id = assignment.session_item_id) end as "owner_id"
  from "assignment"
  where "assignment"."province_id" = $2
  and "assignment"."withdrawn_at" is null
  and assignment.assignment_id = any($3::uuid[])
  and (case when assignment.session_item_id is null
    then (assignment.document_id is null or coalesce((select true
  from document
         
  where document.province_id = assignment.province_id
           
  and document.document_id = assignment.document_id
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
       
  and (named.account_id = $15 or named.organisation_id = any($16::uuid[])))) end))), false)) or ((assignment.lead_id = any($17::uuid[])
    or assignment.cooperating_ids ?| $18::text[] or assignment.follower_id = $19)
  and not exists (select 1
  from document
     
  where document.province_id = assignment.province_id
       
  and document.document_id = assignment.document_id
  and document.status = 'quarantined'))
    else (assignment.lead_id = any($20::uuid[])
    or assignment.cooperating_ids ?| $21::text[] or assignment.follower_id = $22) or exists (
      select 1
  from session_item
  where session_item.province_id = assignment.province_id
       
  and session_item.session_item_id = assignment.session_item_id
  and (session_item.submitter_id = any($23::uuid[]) or exists (
    select 1
  from conference
  where conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
     
  and ((conference.organisation_id = any($24::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($25::uuid[])))
        or ((case when conference.organisation_id is null then ("conference"."document_id" is null or "conference"."document_id" in (
    select document_id
  from document
  where province_id = $26
     
  and (document.status <> 'quarantined'
  and (document.organisation_id = any($27::uuid[])
    or case when document.matter_id is not null then exists (select 1
  from item_paper
    join session_item on session_item.province_id = item_paper.province_id
     
  and session_item.session_item_id = item_paper.session_item_id
    join conference on conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
   
  where item_paper.province_id = document.province_id
     
  and item_paper.document_id = document.document_id
     
  and ((conference.organisation_id = any($28::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($29::uuid[])))
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
   
  and (invitation.account_id = $30
    or invitation.substitute_account_id = $31
    or invitation.organisation_id = any($32::uuid[])))
     
  and (invitation.capacity <> 'forItems' or exists (select 1
  from invitation_item
       
  where invitation_item.province_id = invitation.province_id
         
  and invitation_item.invitation_id = invitation.invitation_id
         
  and invitation_item.session_item_id = "session_item"."session_item_id")))
            when 'organisation' in (document.level, session_item.level, conference.level) then ($33::boolean
              or conference.organisation_id is null or (conference.organisation_id = any($34::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($35::uuid[]))))
            else true end)))
    else document.level in ('internal', 'public')
    or (document.level = 'organisation'
  and ($36::boolean
      or document.organisation_id is null or document.organisation_id = any($37::uuid[])))
    or (document.level = 'participants'
  and exists (
      select 1
  from document_participant named
     
  where named.province_id = document.province_id
  and named.document_id = document.document_id
       
  and (named.account_id = $38 or named.organisation_id = any($39::uuid[])))) end))))
    else (conference.organisation_id = any($40::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($41::uuid[])))
      or conference.level in ('internal', 'public')
      or (conference.level = 'organisation'
  and ($42::boolean or (conference.organisation_id = any($43::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($44::uuid[])))))
      or (conference.level = 'participants'
  and exists (select 1
  from invitation
       
  where invitation.province_id = conference.province_id
         
  and invitation.conference_id = conference.conference_id
  and (invitation.withdrawn_at is null
  and invitation.sent_at is not null
   
  and (invitation.account_id = $45
    or invitation.substitute_account_id = $46
    or invitation.organisation_id = any($47::uuid[])))))
    end)
  and (session_item.level in ('internal', 'public')
          or (session_item.level = 'organisation'
  and ($48::boolean or (conference.organisation_id = any($49::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($50::uuid[])))))
          or (session_item.level = 'participants'
  and exists (select 1
  from invitation
   
  where invitation.province_id = "session_item"."province_id"
     
  and invitation.conference_id = "session_item"."conference_id"
  and (invitation.withdrawn_at is null
  and invitation.sent_at is not null
   
  and (invitation.account_id = $51
    or invitation.substitute_account_id = $52
    or invitation.organisation_id = any($53::uuid[])))
     
  and (invitation.capacity <> 'forItems' or exists (select 1
  from invitation_item
       
  where invitation_item.province_id = invitation.province_id
         
  and invitation_item.invitation_id = invitation.invitation_id
         
  and invitation_item.session_item_id = "session_item"."session_item_id")))))))))) end) /* each request */;

select "assignment".*, (case when assignment.event_id is null
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
           
  and one.day::date <> all($1::date[]) end), e.day) end
   
  from (select e.province_id, case when ec.cancelled_at is null then
  coalesce((ec.starts_at at time zone 'Asia/Ho_Chi_Minh')::date, ec.held_on, e.on_date) end - assignment.event_days as day
     
  from deadline_event e
  left join conference ec on ec.province_id = e.province_id
       
  and ec.conference_id = e.conference_id
     
  where e.province_id = assignment.province_id
  and e.event_id = assignment.event_id) e) end) as "standing", case when assignment.session_item_id is null
        then (select document.organisation_id
  from document
         
  where document.province_id = assignment.province_id
           
  and document.document_id = assignment.document_id)
        else (select conference.organisation_id
  from session_item
          join conference on conference.province_id = session_item.province_id
           
  and conference.conference_id = session_item.conference_id
         
  where session_item.province_id = assignment.province_id
           
  and session_item.session_item_id = assignment.session_item_id) end as "owner_id"
  from "assignment"
  where "assignment"."province_id" = $2
  and assignment.assignment_id = any($3::uuid[])
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $4
     
  and status = 'quarantined')) /* each request */;
