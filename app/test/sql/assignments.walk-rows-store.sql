-- Functions of app/src/registers/assignments/walk-rows-store.ts.

-- tasksAlong

    select assignment_id as id, deadline, false as of_days
  from (select *
  from ((select assignment.assignment_id, assignment.deadline
  from assignment
   
  where assignment.province_id = $1
  and assignment.event_id is null
  and assignment.withdrawn_at is null
  and assignment.done_on is null
  and assignment.revoked_on is null
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = 'awaiting'
     
  and assignment.lead_id = $2::uuid
  and assignment.deadline > $3::date
  and assignment.deadline <= $4::date
  and (assignment.lead_id is null
 
  and coalesce(btrim(assignment.lead_text), '') = '')
  and true
   
  order by deadline, assignment_id
  limit 51) union (select assignment.assignment_id, assignment.deadline
  from (select *
  from assignment
  where assignment.province_id = $5
       
  and assignment.withdrawn_at is null
  and assignment.done_on is null
  and assignment.revoked_on is null
  and (assignment.cooperating_ids ?| $6::text[] or false) offset 0) assignment
   
  where assignment.province_id = $7
  and assignment.event_id is null
  and assignment.withdrawn_at is null
  and assignment.done_on is null
  and assignment.revoked_on is null
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = 'awaiting'
     
  and true
  and assignment.deadline > $8::date
  and assignment.deadline <= $9::date
  and (assignment.lead_id is null
 
  and coalesce(btrim(assignment.lead_text), '') = '')
  and true
   
  order by deadline, assignment_id
  limit 51)) branch
  order by deadline, assignment_id
  limit 51) further
     /* each request */;


    select assignment_id as id, deadline, false as of_days
  from (select *
  from ((select assignment.assignment_id, assignment.deadline
  from assignment
   
  where assignment.province_id = $1
  and assignment.event_id is null
  and assignment.withdrawn_at is null
  and assignment.done_on is null
  and assignment.revoked_on is null
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = 'awaiting'
     
  and assignment.lead_id = $2::uuid
  and assignment.deadline > $3::date
  and assignment.deadline <= $4::date
  and true
   
  order by deadline, assignment_id
  limit 1001) union (select assignment.assignment_id, assignment.deadline
  from (select *
  from assignment
  where assignment.province_id = $5
       
  and assignment.withdrawn_at is null
  and assignment.done_on is null
  and assignment.revoked_on is null
  and (assignment.cooperating_ids ?| $6::text[] or assignment.follower_id = $7 or false) offset 0) assignment
   
  where assignment.province_id = $8
  and assignment.event_id is null
  and assignment.withdrawn_at is null
  and assignment.done_on is null
  and assignment.revoked_on is null
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = 'awaiting'
     
  and true
  and assignment.deadline > $9::date
  and assignment.deadline <= $10::date
  and true
   
  order by deadline, assignment_id
  limit 1001)) branch
  order by deadline, assignment_id
  limit 1001) further
     /* each request */;


    select assignment_id as id, deadline, false as of_days
  from (select *
  from ((select assignment.assignment_id, assignment.deadline
  from assignment
   
  where assignment.province_id = $1
  and assignment.event_id is null
  and assignment.withdrawn_at is null
  and assignment.done_on is null
  and assignment.revoked_on is null
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = 'awaiting'
     
  and assignment.lead_id is null
  and assignment.deadline > $2::date
  and assignment.deadline <= $3::date
  and (assignment.lead_id is null
 
  and coalesce(btrim(assignment.lead_text), '') = '')
  and true
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $4
     
  and status = 'quarantined'))
   
  order by deadline, assignment_id
  limit 51)) branch
  order by deadline, assignment_id
  limit 51) further
     /* each request */;


    select assignment_id as id, deadline, false as of_days
  from (select *
  from ((select assignment.assignment_id, assignment.deadline
  from assignment
   
  where assignment.province_id = $1
  and assignment.event_id is null
  and assignment.withdrawn_at is null
  and assignment.done_on is null
  and assignment.revoked_on is null
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = 'awaiting'
     
  and true
  and assignment.deadline > $2::date
  and assignment.deadline <= $3::date
  and true
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $4
     
  and status = 'quarantined'))
   
  order by deadline, assignment_id
  limit 2)) branch
  order by deadline, assignment_id
  limit 2) further
     /* each request */;


    select assignment_id as id, deadline, false as of_days
  from (select *
  from ((select assignment.assignment_id, assignment.deadline
  from assignment
   
  where assignment.province_id = $1
  and assignment.event_id is null
  and assignment.withdrawn_at is null
  and assignment.done_on is null
  and assignment.revoked_on is null
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = 'awaiting'
     
  and true
  and assignment.deadline > $2::date
  and assignment.deadline <= $3::date
  and true
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $4
     
  and status = 'quarantined'))
   
  order by deadline, assignment_id
  limit 51)) branch
  order by deadline, assignment_id
  limit 51) further
     /* each request */;


    select assignment_id as id, deadline, false as of_days
  from (select *
  from ((select assignment.assignment_id, assignment.deadline
  from assignment
   
  where assignment.province_id = $1
  and assignment.event_id is null
  and assignment.withdrawn_at is null
  and assignment.done_on is null
  and assignment.revoked_on is null
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = 'awaiting'
     
  and true
  and assignment.deadline > $2::date
  and assignment.deadline <= $3::date
  and true
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
         
  and invitation_item.session_item_id = "session_item"."session_item_id")))))))))) end)
   
  order by deadline, assignment_id
  limit 51)) branch
  order by deadline, assignment_id
  limit 51) further
     /* each request */;


    select assignment_id as id, deadline, false as of_days
  from (select *
  from ((select assignment.assignment_id, assignment.deadline
  from assignment
   
  where assignment.province_id = $1
  and assignment.event_id is null
  and assignment.withdrawn_at is null
  and assignment.done_on is null
  and assignment.revoked_on is null
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = 'paused'
     
  and assignment.lead_id = $2::uuid
  and assignment.deadline > $3::date
  and assignment.deadline <= $4::date
  and (assignment.lead_id is null
 
  and coalesce(btrim(assignment.lead_text), '') = '')
  and true
   
  order by deadline, assignment_id
  limit 51) union (select assignment.assignment_id, assignment.deadline
  from (select *
  from assignment
  where assignment.province_id = $5
       
  and assignment.withdrawn_at is null
  and assignment.done_on is null
  and assignment.revoked_on is null
  and (assignment.cooperating_ids ?| $6::text[] or false) offset 0) assignment
   
  where assignment.province_id = $7
  and assignment.event_id is null
  and assignment.withdrawn_at is null
  and assignment.done_on is null
  and assignment.revoked_on is null
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = 'paused'
     
  and true
  and assignment.deadline > $8::date
  and assignment.deadline <= $9::date
  and (assignment.lead_id is null
 
  and coalesce(btrim(assignment.lead_text), '') = '')
  and true
   
  order by deadline, assignment_id
  limit 51)) branch
  order by deadline, assignment_id
  limit 51) further
     /* each request */;


    select assignment_id as id, deadline, false as of_days
  from (select *
  from ((select assignment.assignment_id, assignment.deadline
  from assignment
   
  where assignment.province_id = $1
  and assignment.event_id is null
  and assignment.withdrawn_at is null
  and assignment.done_on is null
  and assignment.revoked_on is null
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = 'paused'
     
  and assignment.lead_id = $2::uuid
  and assignment.deadline > $3::date
  and assignment.deadline <= $4::date
  and true
   
  order by deadline, assignment_id
  limit 1001) union (select assignment.assignment_id, assignment.deadline
  from (select *
  from assignment
  where assignment.province_id = $5
       
  and assignment.withdrawn_at is null
  and assignment.done_on is null
  and assignment.revoked_on is null
  and (assignment.cooperating_ids ?| $6::text[] or assignment.follower_id = $7 or false) offset 0) assignment
   
  where assignment.province_id = $8
  and assignment.event_id is null
  and assignment.withdrawn_at is null
  and assignment.done_on is null
  and assignment.revoked_on is null
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = 'paused'
     
  and true
  and assignment.deadline > $9::date
  and assignment.deadline <= $10::date
  and true
   
  order by deadline, assignment_id
  limit 1001)) branch
  order by deadline, assignment_id
  limit 1001) further
     /* each request */;


    select assignment_id as id, deadline, false as of_days
  from (select *
  from ((select assignment.assignment_id, assignment.deadline
  from assignment
   
  where assignment.province_id = $1
  and assignment.event_id is null
  and assignment.withdrawn_at is null
  and assignment.done_on is null
  and assignment.revoked_on is null
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = 'paused'
     
  and assignment.lead_id is null
  and assignment.deadline > $2::date
  and assignment.deadline <= $3::date
  and (assignment.lead_id is null
 
  and coalesce(btrim(assignment.lead_text), '') = '')
  and true
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $4
     
  and status = 'quarantined'))
   
  order by deadline, assignment_id
  limit 51)) branch
  order by deadline, assignment_id
  limit 51) further
     /* each request */;


    select assignment_id as id, deadline, false as of_days
  from (select *
  from ((select assignment.assignment_id, assignment.deadline
  from assignment
   
  where assignment.province_id = $1
  and assignment.event_id is null
  and assignment.withdrawn_at is null
  and assignment.done_on is null
  and assignment.revoked_on is null
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = 'paused'
     
  and true
  and assignment.deadline > $2::date
  and assignment.deadline <= $3::date
  and true
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $4
     
  and status = 'quarantined'))
   
  order by deadline, assignment_id
  limit 51)) branch
  order by deadline, assignment_id
  limit 51) further
     /* each request */;


    select assignment_id as id, deadline, false as of_days
  from (select *
  from ((select assignment.assignment_id, assignment.deadline
  from assignment
   
  where assignment.province_id = $1
  and assignment.event_id is null
  and assignment.withdrawn_at is null
  and assignment.done_on is null
  and assignment.revoked_on is null
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = 'paused'
     
  and true
  and assignment.deadline > $2::date
  and assignment.deadline <= $3::date
  and true
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
         
  and invitation_item.session_item_id = "session_item"."session_item_id")))))))))) end)
   
  order by deadline, assignment_id
  limit 51)) branch
  order by deadline, assignment_id
  limit 51) further
     /* each request */;


    select assignment_id as id, deadline, false as of_days
  from (select *
  from ((select assignment.assignment_id, assignment.deadline
  from assignment
   
  where assignment.province_id = $1
  and assignment.event_id is null
  and assignment.withdrawn_at is null
  and assignment.done_on is null
  and assignment.revoked_on is null
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = 'running'
     
  and assignment.lead_id = $2::uuid
  and assignment.deadline > $3::date
  and assignment.deadline <= $4::date
  and (assignment.lead_id is null
 
  and coalesce(btrim(assignment.lead_text), '') = '')
  and true
   
  order by deadline, assignment_id
  limit 51) union (select assignment.assignment_id, assignment.deadline
  from (select *
  from assignment
  where assignment.province_id = $5
       
  and assignment.withdrawn_at is null
  and assignment.done_on is null
  and assignment.revoked_on is null
  and (assignment.cooperating_ids ?| $6::text[] or false) offset 0) assignment
   
  where assignment.province_id = $7
  and assignment.event_id is null
  and assignment.withdrawn_at is null
  and assignment.done_on is null
  and assignment.revoked_on is null
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = 'running'
     
  and true
  and assignment.deadline > $8::date
  and assignment.deadline <= $9::date
  and (assignment.lead_id is null
 
  and coalesce(btrim(assignment.lead_text), '') = '')
  and true
   
  order by deadline, assignment_id
  limit 51)) branch
  order by deadline, assignment_id
  limit 51) further
     /* each request */;


    select assignment_id as id, deadline, false as of_days
  from (select *
  from ((select assignment.assignment_id, assignment.deadline
  from assignment
   
  where assignment.province_id = $1
  and assignment.event_id is null
  and assignment.withdrawn_at is null
  and assignment.done_on is null
  and assignment.revoked_on is null
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = 'running'
     
  and assignment.lead_id = $2::uuid
  and assignment.deadline > $3::date
  and assignment.deadline <= $4::date
  and true
   
  order by deadline, assignment_id
  limit 1001) union (select assignment.assignment_id, assignment.deadline
  from (select *
  from assignment
  where assignment.province_id = $5
       
  and assignment.withdrawn_at is null
  and assignment.done_on is null
  and assignment.revoked_on is null
  and (assignment.cooperating_ids ?| $6::text[] or assignment.follower_id = $7 or false) offset 0) assignment
   
  where assignment.province_id = $8
  and assignment.event_id is null
  and assignment.withdrawn_at is null
  and assignment.done_on is null
  and assignment.revoked_on is null
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = 'running'
     
  and true
  and assignment.deadline > $9::date
  and assignment.deadline <= $10::date
  and true
   
  order by deadline, assignment_id
  limit 1001)) branch
  order by deadline, assignment_id
  limit 1001) further
     /* each request */;


    select assignment_id as id, deadline, false as of_days
  from (select *
  from ((select assignment.assignment_id, assignment.deadline
  from assignment
   
  where assignment.province_id = $1
  and assignment.event_id is null
  and assignment.withdrawn_at is null
  and assignment.done_on is null
  and assignment.revoked_on is null
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = 'running'
     
  and assignment.lead_id is null
  and assignment.deadline > $2::date
  and assignment.deadline <= $3::date
  and (assignment.lead_id is null
 
  and coalesce(btrim(assignment.lead_text), '') = '')
  and true
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $4
     
  and status = 'quarantined'))
   
  order by deadline, assignment_id
  limit 51)) branch
  order by deadline, assignment_id
  limit 51) further
     /* each request */;


    select assignment_id as id, deadline, false as of_days
  from (select *
  from ((select assignment.assignment_id, assignment.deadline
  from assignment
   
  where assignment.province_id = $1
  and assignment.event_id is null
  and assignment.withdrawn_at is null
  and assignment.done_on is null
  and assignment.revoked_on is null
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = 'running'
     
  and true
  and assignment.deadline > $2::date
  and assignment.deadline <= $3::date
  and true
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $4
     
  and status = 'quarantined'))
   
  order by deadline, assignment_id
  limit 2)) branch
  order by deadline, assignment_id
  limit 2) further
     /* each request */;


    select assignment_id as id, deadline, false as of_days
  from (select *
  from ((select assignment.assignment_id, assignment.deadline
  from assignment
   
  where assignment.province_id = $1
  and assignment.event_id is null
  and assignment.withdrawn_at is null
  and assignment.done_on is null
  and assignment.revoked_on is null
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = 'running'
     
  and true
  and assignment.deadline > $2::date
  and assignment.deadline <= $3::date
  and true
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $4
     
  and status = 'quarantined'))
   
  order by deadline, assignment_id
  limit 51)) branch
  order by deadline, assignment_id
  limit 51) further
     /* each request */;


    select assignment_id as id, deadline, false as of_days
  from (select *
  from ((select assignment.assignment_id, assignment.deadline
  from assignment
   
  where assignment.province_id = $1
  and assignment.event_id is null
  and assignment.withdrawn_at is null
  and assignment.done_on is null
  and assignment.revoked_on is null
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = 'running'
     
  and true
  and assignment.deadline > $2::date
  and assignment.deadline <= $3::date
  and true
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
         
  and invitation_item.session_item_id = "session_item"."session_item_id")))))))))) end)
   
  order by deadline, assignment_id
  limit 51)) branch
  order by deadline, assignment_id
  limit 51) further
     /* each request */;

-- tasksWithoutDay

    select assignment_id as id
  from (select *
  from ((select assignment.assignment_id, assignment.deadline
  from assignment
   
  where assignment.province_id = $1
  and assignment.event_id is null
  and assignment.withdrawn_at is null
  and assignment.done_on is null
  and assignment.revoked_on is null
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = 'awaiting'
     
  and assignment.lead_id = $2::uuid
  and assignment.deadline is null
  and assignment.assignment_id > $3::uuid
  and true
   
  order by assignment_id
  limit 1001) union (select assignment.assignment_id, assignment.deadline
  from (select *
  from assignment
  where assignment.province_id = $4
       
  and assignment.withdrawn_at is null
  and assignment.done_on is null
  and assignment.revoked_on is null
  and (assignment.cooperating_ids ?| $5::text[] or assignment.follower_id = $6 or false) offset 0) assignment
   
  where assignment.province_id = $7
  and assignment.event_id is null
  and assignment.withdrawn_at is null
  and assignment.done_on is null
  and assignment.revoked_on is null
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = 'awaiting'
     
  and true
  and assignment.deadline is null
  and assignment.assignment_id > $8::uuid
  and true
   
  order by assignment_id
  limit 1001)) branch
  order by assignment_id
  limit 1001) one
    /* each request */;


    select assignment_id as id
  from (select *
  from ((select assignment.assignment_id, assignment.deadline
  from assignment
   
  where assignment.province_id = $1
  and assignment.event_id is null
  and assignment.withdrawn_at is null
  and assignment.done_on is null
  and assignment.revoked_on is null
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = 'awaiting'
     
  and assignment.lead_id = $2::uuid
  and assignment.deadline is null
  and assignment.assignment_id > $3::uuid
  and true
   
  order by assignment_id
  limit 51) union (select assignment.assignment_id, assignment.deadline
  from (select *
  from assignment
  where assignment.province_id = $4
       
  and assignment.withdrawn_at is null
  and assignment.done_on is null
  and assignment.revoked_on is null
  and (assignment.cooperating_ids ?| $5::text[] or false) offset 0) assignment
   
  where assignment.province_id = $6
  and assignment.event_id is null
  and assignment.withdrawn_at is null
  and assignment.done_on is null
  and assignment.revoked_on is null
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = 'awaiting'
     
  and true
  and assignment.deadline is null
  and assignment.assignment_id > $7::uuid
  and true
   
  order by assignment_id
  limit 51)) branch
  order by assignment_id
  limit 51) one
    /* each request */;


    select assignment_id as id
  from (select *
  from ((select assignment.assignment_id, assignment.deadline
  from assignment
   
  where assignment.province_id = $1
  and assignment.event_id is null
  and assignment.withdrawn_at is null
  and assignment.done_on is null
  and assignment.revoked_on is null
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = 'awaiting'
     
  and assignment.lead_id is null
  and assignment.deadline is null
  and assignment.assignment_id > $2::uuid
  and (assignment.lead_id is null
 
  and coalesce(btrim(assignment.lead_text), '') = '')
  and true
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $3
     
  and status = 'quarantined'))
   
  order by assignment_id
  limit 51)) branch
  order by assignment_id
  limit 51) one
    /* each request */;


    select assignment_id as id
  from (select *
  from ((select assignment.assignment_id, assignment.deadline
  from assignment
   
  where assignment.province_id = $1
  and assignment.event_id is null
  and assignment.withdrawn_at is null
  and assignment.done_on is null
  and assignment.revoked_on is null
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = 'awaiting'
     
  and true
  and assignment.deadline is null
  and assignment.assignment_id > $2::uuid
  and true
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $3
     
  and status = 'quarantined'))
   
  order by assignment_id
  limit 2)) branch
  order by assignment_id
  limit 2) one
    /* each request */;


    select assignment_id as id
  from (select *
  from ((select assignment.assignment_id, assignment.deadline
  from assignment
   
  where assignment.province_id = $1
  and assignment.event_id is null
  and assignment.withdrawn_at is null
  and assignment.done_on is null
  and assignment.revoked_on is null
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = 'awaiting'
     
  and true
  and assignment.deadline is null
  and assignment.assignment_id > $2::uuid
  and true
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $3
     
  and status = 'quarantined'))
   
  order by assignment_id
  limit 51)) branch
  order by assignment_id
  limit 51) one
    /* each request */;


    select assignment_id as id
  from (select *
  from ((select assignment.assignment_id, assignment.deadline
  from assignment
   
  where assignment.province_id = $1
  and assignment.event_id is null
  and assignment.withdrawn_at is null
  and assignment.done_on is null
  and assignment.revoked_on is null
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = 'awaiting'
     
  and true
  and assignment.deadline is null
  and assignment.assignment_id > $2::uuid
  and true
  and (case when assignment.session_item_id is null
    then (assignment.document_id is null or coalesce((select true
  from document
         
  where document.province_id = assignment.province_id
           
  and document.document_id = assignment.document_id
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
       
  and (named.account_id = $14 or named.organisation_id = any($15::uuid[])))) end))), false)) or ((assignment.lead_id = any($16::uuid[])
    or assignment.cooperating_ids ?| $17::text[] or assignment.follower_id = $18)
  and not exists (select 1
  from document
     
  where document.province_id = assignment.province_id
       
  and document.document_id = assignment.document_id
  and document.status = 'quarantined'))
    else (assignment.lead_id = any($19::uuid[])
    or assignment.cooperating_ids ?| $20::text[] or assignment.follower_id = $21) or exists (
      select 1
  from session_item
  where session_item.province_id = assignment.province_id
       
  and session_item.session_item_id = assignment.session_item_id
  and (session_item.submitter_id = any($22::uuid[]) or exists (
    select 1
  from conference
  where conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
     
  and ((conference.organisation_id = any($23::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($24::uuid[])))
        or ((case when conference.organisation_id is null then ("conference"."document_id" is null or "conference"."document_id" in (
    select document_id
  from document
  where province_id = $25
     
  and (document.status <> 'quarantined'
  and (document.organisation_id = any($26::uuid[])
    or case when document.matter_id is not null then exists (select 1
  from item_paper
    join session_item on session_item.province_id = item_paper.province_id
     
  and session_item.session_item_id = item_paper.session_item_id
    join conference on conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
   
  where item_paper.province_id = document.province_id
     
  and item_paper.document_id = document.document_id
     
  and ((conference.organisation_id = any($27::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($28::uuid[])))
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
   
  and (invitation.account_id = $29
    or invitation.substitute_account_id = $30
    or invitation.organisation_id = any($31::uuid[])))
     
  and (invitation.capacity <> 'forItems' or exists (select 1
  from invitation_item
       
  where invitation_item.province_id = invitation.province_id
         
  and invitation_item.invitation_id = invitation.invitation_id
         
  and invitation_item.session_item_id = "session_item"."session_item_id")))
            when 'organisation' in (document.level, session_item.level, conference.level) then ($32::boolean
              or conference.organisation_id is null or (conference.organisation_id = any($33::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($34::uuid[]))))
            else true end)))
    else document.level in ('internal', 'public')
    or (document.level = 'organisation'
  and ($35::boolean
      or document.organisation_id is null or document.organisation_id = any($36::uuid[])))
    or (document.level = 'participants'
  and exists (
      select 1
  from document_participant named
     
  where named.province_id = document.province_id
  and named.document_id = document.document_id
       
  and (named.account_id = $37 or named.organisation_id = any($38::uuid[])))) end))))
    else (conference.organisation_id = any($39::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($40::uuid[])))
      or conference.level in ('internal', 'public')
      or (conference.level = 'organisation'
  and ($41::boolean or (conference.organisation_id = any($42::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($43::uuid[])))))
      or (conference.level = 'participants'
  and exists (select 1
  from invitation
       
  where invitation.province_id = conference.province_id
         
  and invitation.conference_id = conference.conference_id
  and (invitation.withdrawn_at is null
  and invitation.sent_at is not null
   
  and (invitation.account_id = $44
    or invitation.substitute_account_id = $45
    or invitation.organisation_id = any($46::uuid[])))))
    end)
  and (session_item.level in ('internal', 'public')
          or (session_item.level = 'organisation'
  and ($47::boolean or (conference.organisation_id = any($48::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($49::uuid[])))))
          or (session_item.level = 'participants'
  and exists (select 1
  from invitation
   
  where invitation.province_id = "session_item"."province_id"
     
  and invitation.conference_id = "session_item"."conference_id"
  and (invitation.withdrawn_at is null
  and invitation.sent_at is not null
   
  and (invitation.account_id = $50
    or invitation.substitute_account_id = $51
    or invitation.organisation_id = any($52::uuid[])))
     
  and (invitation.capacity <> 'forItems' or exists (select 1
  from invitation_item
       
  where invitation_item.province_id = invitation.province_id
         
  and invitation_item.invitation_id = invitation.invitation_id
         
  and invitation_item.session_item_id = "session_item"."session_item_id")))))))))) end)
   
  order by assignment_id
  limit 51)) branch
  order by assignment_id
  limit 51) one
    /* each request */;


    select assignment_id as id
  from (select *
  from ((select assignment.assignment_id, assignment.deadline
  from assignment
   
  where assignment.province_id = $1
  and assignment.event_id is null
  and assignment.withdrawn_at is null
  and assignment.done_on is null
  and assignment.revoked_on is null
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = 'paused'
     
  and assignment.lead_id = $2::uuid
  and assignment.deadline is null
  and assignment.assignment_id > $3::uuid
  and true
   
  order by assignment_id
  limit 1001) union (select assignment.assignment_id, assignment.deadline
  from (select *
  from assignment
  where assignment.province_id = $4
       
  and assignment.withdrawn_at is null
  and assignment.done_on is null
  and assignment.revoked_on is null
  and (assignment.cooperating_ids ?| $5::text[] or assignment.follower_id = $6 or false) offset 0) assignment
   
  where assignment.province_id = $7
  and assignment.event_id is null
  and assignment.withdrawn_at is null
  and assignment.done_on is null
  and assignment.revoked_on is null
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = 'paused'
     
  and true
  and assignment.deadline is null
  and assignment.assignment_id > $8::uuid
  and true
   
  order by assignment_id
  limit 1001)) branch
  order by assignment_id
  limit 1001) one
    /* each request */;


    select assignment_id as id
  from (select *
  from ((select assignment.assignment_id, assignment.deadline
  from assignment
   
  where assignment.province_id = $1
  and assignment.event_id is null
  and assignment.withdrawn_at is null
  and assignment.done_on is null
  and assignment.revoked_on is null
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = 'paused'
     
  and assignment.lead_id = $2::uuid
  and assignment.deadline is null
  and assignment.assignment_id > $3::uuid
  and true
   
  order by assignment_id
  limit 51) union (select assignment.assignment_id, assignment.deadline
  from (select *
  from assignment
  where assignment.province_id = $4
       
  and assignment.withdrawn_at is null
  and assignment.done_on is null
  and assignment.revoked_on is null
  and (assignment.cooperating_ids ?| $5::text[] or false) offset 0) assignment
   
  where assignment.province_id = $6
  and assignment.event_id is null
  and assignment.withdrawn_at is null
  and assignment.done_on is null
  and assignment.revoked_on is null
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = 'paused'
     
  and true
  and assignment.deadline is null
  and assignment.assignment_id > $7::uuid
  and true
   
  order by assignment_id
  limit 51)) branch
  order by assignment_id
  limit 51) one
    /* each request */;


    select assignment_id as id
  from (select *
  from ((select assignment.assignment_id, assignment.deadline
  from assignment
   
  where assignment.province_id = $1
  and assignment.event_id is null
  and assignment.withdrawn_at is null
  and assignment.done_on is null
  and assignment.revoked_on is null
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = 'paused'
     
  and assignment.lead_id is null
  and assignment.deadline is null
  and assignment.assignment_id > $2::uuid
  and (assignment.lead_id is null
 
  and coalesce(btrim(assignment.lead_text), '') = '')
  and true
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $3
     
  and status = 'quarantined'))
   
  order by assignment_id
  limit 51)) branch
  order by assignment_id
  limit 51) one
    /* each request */;


    select assignment_id as id
  from (select *
  from ((select assignment.assignment_id, assignment.deadline
  from assignment
   
  where assignment.province_id = $1
  and assignment.event_id is null
  and assignment.withdrawn_at is null
  and assignment.done_on is null
  and assignment.revoked_on is null
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = 'paused'
     
  and true
  and assignment.deadline is null
  and assignment.assignment_id > $2::uuid
  and true
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $3
     
  and status = 'quarantined'))
   
  order by assignment_id
  limit 51)) branch
  order by assignment_id
  limit 51) one
    /* each request */;


    select assignment_id as id
  from (select *
  from ((select assignment.assignment_id, assignment.deadline
  from assignment
   
  where assignment.province_id = $1
  and assignment.event_id is null
  and assignment.withdrawn_at is null
  and assignment.done_on is null
  and assignment.revoked_on is null
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = 'paused'
     
  and true
  and assignment.deadline is null
  and assignment.assignment_id > $2::uuid
  and true
  and (case when assignment.session_item_id is null
    then (assignment.document_id is null or coalesce((select true
  from document
         
  where document.province_id = assignment.province_id
           
  and document.document_id = assignment.document_id
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
       
  and (named.account_id = $14 or named.organisation_id = any($15::uuid[])))) end))), false)) or ((assignment.lead_id = any($16::uuid[])
    or assignment.cooperating_ids ?| $17::text[] or assignment.follower_id = $18)
  and not exists (select 1
  from document
     
  where document.province_id = assignment.province_id
       
  and document.document_id = assignment.document_id
  and document.status = 'quarantined'))
    else (assignment.lead_id = any($19::uuid[])
    or assignment.cooperating_ids ?| $20::text[] or assignment.follower_id = $21) or exists (
      select 1
  from session_item
  where session_item.province_id = assignment.province_id
       
  and session_item.session_item_id = assignment.session_item_id
  and (session_item.submitter_id = any($22::uuid[]) or exists (
    select 1
  from conference
  where conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
     
  and ((conference.organisation_id = any($23::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($24::uuid[])))
        or ((case when conference.organisation_id is null then ("conference"."document_id" is null or "conference"."document_id" in (
    select document_id
  from document
  where province_id = $25
     
  and (document.status <> 'quarantined'
  and (document.organisation_id = any($26::uuid[])
    or case when document.matter_id is not null then exists (select 1
  from item_paper
    join session_item on session_item.province_id = item_paper.province_id
     
  and session_item.session_item_id = item_paper.session_item_id
    join conference on conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
   
  where item_paper.province_id = document.province_id
     
  and item_paper.document_id = document.document_id
     
  and ((conference.organisation_id = any($27::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($28::uuid[])))
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
   
  and (invitation.account_id = $29
    or invitation.substitute_account_id = $30
    or invitation.organisation_id = any($31::uuid[])))
     
  and (invitation.capacity <> 'forItems' or exists (select 1
  from invitation_item
       
  where invitation_item.province_id = invitation.province_id
         
  and invitation_item.invitation_id = invitation.invitation_id
         
  and invitation_item.session_item_id = "session_item"."session_item_id")))
            when 'organisation' in (document.level, session_item.level, conference.level) then ($32::boolean
              or conference.organisation_id is null or (conference.organisation_id = any($33::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($34::uuid[]))))
            else true end)))
    else document.level in ('internal', 'public')
    or (document.level = 'organisation'
  and ($35::boolean
      or document.organisation_id is null or document.organisation_id = any($36::uuid[])))
    or (document.level = 'participants'
  and exists (
      select 1
  from document_participant named
     
  where named.province_id = document.province_id
  and named.document_id = document.document_id
       
  and (named.account_id = $37 or named.organisation_id = any($38::uuid[])))) end))))
    else (conference.organisation_id = any($39::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($40::uuid[])))
      or conference.level in ('internal', 'public')
      or (conference.level = 'organisation'
  and ($41::boolean or (conference.organisation_id = any($42::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($43::uuid[])))))
      or (conference.level = 'participants'
  and exists (select 1
  from invitation
       
  where invitation.province_id = conference.province_id
         
  and invitation.conference_id = conference.conference_id
  and (invitation.withdrawn_at is null
  and invitation.sent_at is not null
   
  and (invitation.account_id = $44
    or invitation.substitute_account_id = $45
    or invitation.organisation_id = any($46::uuid[])))))
    end)
  and (session_item.level in ('internal', 'public')
          or (session_item.level = 'organisation'
  and ($47::boolean or (conference.organisation_id = any($48::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($49::uuid[])))))
          or (session_item.level = 'participants'
  and exists (select 1
  from invitation
   
  where invitation.province_id = "session_item"."province_id"
     
  and invitation.conference_id = "session_item"."conference_id"
  and (invitation.withdrawn_at is null
  and invitation.sent_at is not null
   
  and (invitation.account_id = $50
    or invitation.substitute_account_id = $51
    or invitation.organisation_id = any($52::uuid[])))
     
  and (invitation.capacity <> 'forItems' or exists (select 1
  from invitation_item
       
  where invitation_item.province_id = invitation.province_id
         
  and invitation_item.invitation_id = invitation.invitation_id
         
  and invitation_item.session_item_id = "session_item"."session_item_id")))))))))) end)
   
  order by assignment_id
  limit 51)) branch
  order by assignment_id
  limit 51) one
    /* each request */;


    select assignment_id as id
  from (select *
  from ((select assignment.assignment_id, assignment.deadline
  from assignment
   
  where assignment.province_id = $1
  and assignment.event_id is null
  and assignment.withdrawn_at is null
  and assignment.done_on is null
  and assignment.revoked_on is null
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = 'running'
     
  and assignment.lead_id = $2::uuid
  and assignment.deadline is null
  and assignment.assignment_id > $3::uuid
  and true
   
  order by assignment_id
  limit 1001) union (select assignment.assignment_id, assignment.deadline
  from (select *
  from assignment
  where assignment.province_id = $4
       
  and assignment.withdrawn_at is null
  and assignment.done_on is null
  and assignment.revoked_on is null
  and (assignment.cooperating_ids ?| $5::text[] or assignment.follower_id = $6 or false) offset 0) assignment
   
  where assignment.province_id = $7
  and assignment.event_id is null
  and assignment.withdrawn_at is null
  and assignment.done_on is null
  and assignment.revoked_on is null
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = 'running'
     
  and true
  and assignment.deadline is null
  and assignment.assignment_id > $8::uuid
  and true
   
  order by assignment_id
  limit 1001)) branch
  order by assignment_id
  limit 1001) one
    /* each request */;


    select assignment_id as id
  from (select *
  from ((select assignment.assignment_id, assignment.deadline
  from assignment
   
  where assignment.province_id = $1
  and assignment.event_id is null
  and assignment.withdrawn_at is null
  and assignment.done_on is null
  and assignment.revoked_on is null
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = 'running'
     
  and assignment.lead_id = $2::uuid
  and assignment.deadline is null
  and assignment.assignment_id > $3::uuid
  and true
   
  order by assignment_id
  limit 51) union (select assignment.assignment_id, assignment.deadline
  from (select *
  from assignment
  where assignment.province_id = $4
       
  and assignment.withdrawn_at is null
  and assignment.done_on is null
  and assignment.revoked_on is null
  and (assignment.cooperating_ids ?| $5::text[] or false) offset 0) assignment
   
  where assignment.province_id = $6
  and assignment.event_id is null
  and assignment.withdrawn_at is null
  and assignment.done_on is null
  and assignment.revoked_on is null
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = 'running'
     
  and true
  and assignment.deadline is null
  and assignment.assignment_id > $7::uuid
  and true
   
  order by assignment_id
  limit 51)) branch
  order by assignment_id
  limit 51) one
    /* each request */;


    select assignment_id as id
  from (select *
  from ((select assignment.assignment_id, assignment.deadline
  from assignment
   
  where assignment.province_id = $1
  and assignment.event_id is null
  and assignment.withdrawn_at is null
  and assignment.done_on is null
  and assignment.revoked_on is null
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = 'running'
     
  and assignment.lead_id is null
  and assignment.deadline is null
  and assignment.assignment_id > $2::uuid
  and (assignment.lead_id is null
 
  and coalesce(btrim(assignment.lead_text), '') = '')
  and true
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $3
     
  and status = 'quarantined'))
   
  order by assignment_id
  limit 51)) branch
  order by assignment_id
  limit 51) one
    /* each request */;


    select assignment_id as id
  from (select *
  from ((select assignment.assignment_id, assignment.deadline
  from assignment
   
  where assignment.province_id = $1
  and assignment.event_id is null
  and assignment.withdrawn_at is null
  and assignment.done_on is null
  and assignment.revoked_on is null
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = 'running'
     
  and true
  and assignment.deadline is null
  and assignment.assignment_id > $2::uuid
  and true
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $3
     
  and status = 'quarantined'))
   
  order by assignment_id
  limit 2)) branch
  order by assignment_id
  limit 2) one
    /* each request */;


    select assignment_id as id
  from (select *
  from ((select assignment.assignment_id, assignment.deadline
  from assignment
   
  where assignment.province_id = $1
  and assignment.event_id is null
  and assignment.withdrawn_at is null
  and assignment.done_on is null
  and assignment.revoked_on is null
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = 'running'
     
  and true
  and assignment.deadline is null
  and assignment.assignment_id > $2::uuid
  and true
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $3
     
  and status = 'quarantined'))
   
  order by assignment_id
  limit 51)) branch
  order by assignment_id
  limit 51) one
    /* each request */;


    select assignment_id as id
  from (select *
  from ((select assignment.assignment_id, assignment.deadline
  from assignment
   
  where assignment.province_id = $1
  and assignment.event_id is null
  and assignment.withdrawn_at is null
  and assignment.done_on is null
  and assignment.revoked_on is null
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = 'running'
     
  and true
  and assignment.deadline is null
  and assignment.assignment_id > $2::uuid
  and true
  and (case when assignment.session_item_id is null
    then (assignment.document_id is null or coalesce((select true
  from document
         
  where document.province_id = assignment.province_id
           
  and document.document_id = assignment.document_id
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
       
  and (named.account_id = $14 or named.organisation_id = any($15::uuid[])))) end))), false)) or ((assignment.lead_id = any($16::uuid[])
    or assignment.cooperating_ids ?| $17::text[] or assignment.follower_id = $18)
  and not exists (select 1
  from document
     
  where document.province_id = assignment.province_id
       
  and document.document_id = assignment.document_id
  and document.status = 'quarantined'))
    else (assignment.lead_id = any($19::uuid[])
    or assignment.cooperating_ids ?| $20::text[] or assignment.follower_id = $21) or exists (
      select 1
  from session_item
  where session_item.province_id = assignment.province_id
       
  and session_item.session_item_id = assignment.session_item_id
  and (session_item.submitter_id = any($22::uuid[]) or exists (
    select 1
  from conference
  where conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
     
  and ((conference.organisation_id = any($23::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($24::uuid[])))
        or ((case when conference.organisation_id is null then ("conference"."document_id" is null or "conference"."document_id" in (
    select document_id
  from document
  where province_id = $25
     
  and (document.status <> 'quarantined'
  and (document.organisation_id = any($26::uuid[])
    or case when document.matter_id is not null then exists (select 1
  from item_paper
    join session_item on session_item.province_id = item_paper.province_id
     
  and session_item.session_item_id = item_paper.session_item_id
    join conference on conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
   
  where item_paper.province_id = document.province_id
     
  and item_paper.document_id = document.document_id
     
  and ((conference.organisation_id = any($27::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($28::uuid[])))
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
   
  and (invitation.account_id = $29
    or invitation.substitute_account_id = $30
    or invitation.organisation_id = any($31::uuid[])))
     
  and (invitation.capacity <> 'forItems' or exists (select 1
  from invitation_item
       
  where invitation_item.province_id = invitation.province_id
         
  and invitation_item.invitation_id = invitation.invitation_id
         
  and invitation_item.session_item_id = "session_item"."session_item_id")))
            when 'organisation' in (document.level, session_item.level, conference.level) then ($32::boolean
              or conference.organisation_id is null or (conference.organisation_id = any($33::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($34::uuid[]))))
            else true end)))
    else document.level in ('internal', 'public')
    or (document.level = 'organisation'
  and ($35::boolean
      or document.organisation_id is null or document.organisation_id = any($36::uuid[])))
    or (document.level = 'participants'
  and exists (
      select 1
  from document_participant named
     
  where named.province_id = document.province_id
  and named.document_id = document.document_id
       
  and (named.account_id = $37 or named.organisation_id = any($38::uuid[])))) end))))
    else (conference.organisation_id = any($39::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($40::uuid[])))
      or conference.level in ('internal', 'public')
      or (conference.level = 'organisation'
  and ($41::boolean or (conference.organisation_id = any($42::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($43::uuid[])))))
      or (conference.level = 'participants'
  and exists (select 1
  from invitation
       
  where invitation.province_id = conference.province_id
         
  and invitation.conference_id = conference.conference_id
  and (invitation.withdrawn_at is null
  and invitation.sent_at is not null
   
  and (invitation.account_id = $44
    or invitation.substitute_account_id = $45
    or invitation.organisation_id = any($46::uuid[])))))
    end)
  and (session_item.level in ('internal', 'public')
          or (session_item.level = 'organisation'
  and ($47::boolean or (conference.organisation_id = any($48::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($49::uuid[])))))
          or (session_item.level = 'participants'
  and exists (select 1
  from invitation
   
  where invitation.province_id = "session_item"."province_id"
     
  and invitation.conference_id = "session_item"."conference_id"
  and (invitation.withdrawn_at is null
  and invitation.sent_at is not null
   
  and (invitation.account_id = $50
    or invitation.substitute_account_id = $51
    or invitation.organisation_id = any($52::uuid[])))
     
  and (invitation.capacity <> 'forItems' or exists (select 1
  from invitation_item
       
  where invitation_item.province_id = invitation.province_id
         
  and invitation_item.invitation_id = invitation.invitation_id
         
  and invitation_item.session_item_id = "session_item"."session_item_id")))))))))) end)
   
  order by assignment_id
  limit 51)) branch
  order by assignment_id
  limit 51) one
    /* each request */;
