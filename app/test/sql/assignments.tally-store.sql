-- Functions of app/src/registers/assignments/tally-store.ts.

-- ofTheirOwn

    
  select part.name, (select count(*)::integer
  from (select *
  from ((select assignment.assignment_id, assignment.deadline
  from assignment
   
  where assignment.province_id = $1
  and assignment.event_id is null
  and assignment.withdrawn_at is null 
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = part.life
     
  and assignment.lead_id = $2::uuid
  and assignment.deadline between part.first_day
  and part.last_day
  and true
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $3
     
  and status = 'quarantined'))
   
  order by deadline, assignment_id
  limit 1001) union (select assignment.assignment_id, assignment.deadline
  from (select *
  from assignment
  where assignment.province_id = $4
       
  and assignment.withdrawn_at is null 
  and (assignment.cooperating_ids ?| $5::text[] or false) offset 0) assignment
   
  where assignment.province_id = $6
  and assignment.event_id is null
  and assignment.withdrawn_at is null 
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = part.life
     
  and true
  and assignment.deadline between part.first_day
  and part.last_day
  and true
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $7
     
  and status = 'quarantined'))
   
  order by deadline, assignment_id
  limit 1001)) branch
  order by deadline, assignment_id
  limit 1001) one) as n
 
  from unnest($8::text[], $9::text[],
    $10::date[], $11::date[])
    part (name, life, first_day, last_day) union all 
  select part.name, (select count(*)::integer
  from (select *
  from ((select assignment.assignment_id, assignment.deadline
  from assignment
   
  where assignment.province_id = $12
  and assignment.event_id is null
  and assignment.withdrawn_at is null 
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = part.life
     
  and assignment.lead_id = $13::uuid
  and assignment.deadline is null
  and true
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $14
     
  and status = 'quarantined'))
   
  order by deadline, assignment_id
  limit 1001) union (select assignment.assignment_id, assignment.deadline
  from (select *
  from assignment
  where assignment.province_id = $15
       
  and assignment.withdrawn_at is null 
  and (assignment.cooperating_ids ?| $16::text[] or false) offset 0) assignment
   
  where assignment.province_id = $17
  and assignment.event_id is null
  and assignment.withdrawn_at is null 
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = part.life
     
  and true
  and assignment.deadline is null
  and true
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $18
     
  and status = 'quarantined'))
   
  order by deadline, assignment_id
  limit 1001)) branch
  order by deadline, assignment_id
  limit 1001) one) as n
 
  from unnest($19::text[], $20::text[],
    $21::date[], $22::date[])
    part (name, life, first_day, last_day)
    union all 
  select part.name, (select count(*)::integer
  from (select *
  from ((select assignment.assignment_id, assignment.deadline
  from assignment
   
  where assignment.province_id = $23
  and assignment.event_id is null
  and assignment.withdrawn_at is null 
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = part.life
     
  and assignment.lead_id = $24::uuid
  and assignment.deadline between part.first_day
  and part.last_day
  and (assignment.lead_id is null
 
  and coalesce(btrim(assignment.lead_text), '') = '')
  and true
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $25
     
  and status = 'quarantined'))
   
  order by deadline, assignment_id
  limit 1001) union (select assignment.assignment_id, assignment.deadline
  from (select *
  from assignment
  where assignment.province_id = $26
       
  and assignment.withdrawn_at is null 
  and (assignment.cooperating_ids ?| $27::text[] or false) offset 0) assignment
   
  where assignment.province_id = $28
  and assignment.event_id is null
  and assignment.withdrawn_at is null 
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = part.life
     
  and true
  and assignment.deadline between part.first_day
  and part.last_day
  and (assignment.lead_id is null
 
  and coalesce(btrim(assignment.lead_text), '') = '')
  and true
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $29
     
  and status = 'quarantined'))
   
  order by deadline, assignment_id
  limit 1001)) branch
  order by deadline, assignment_id
  limit 1001) one) as n
 
  from unnest($30::text[], $31::text[],
    $32::date[], $33::date[])
    part (name, life, first_day, last_day)
    union all 
  select part.name, (select count(*)::integer
  from (select *
  from ((select assignment.assignment_id, assignment.deadline
  from assignment
   
  where assignment.province_id = $34
  and assignment.event_id is null
  and assignment.withdrawn_at is null 
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = part.life
     
  and assignment.lead_id = $35::uuid
  and assignment.deadline is null
  and (assignment.lead_id is null
 
  and coalesce(btrim(assignment.lead_text), '') = '')
  and true
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $36
     
  and status = 'quarantined'))
   
  order by deadline, assignment_id
  limit 1001) union (select assignment.assignment_id, assignment.deadline
  from (select *
  from assignment
  where assignment.province_id = $37
       
  and assignment.withdrawn_at is null 
  and (assignment.cooperating_ids ?| $38::text[] or false) offset 0) assignment
   
  where assignment.province_id = $39
  and assignment.event_id is null
  and assignment.withdrawn_at is null 
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = part.life
     
  and true
  and assignment.deadline is null
  and (assignment.lead_id is null
 
  and coalesce(btrim(assignment.lead_text), '') = '')
  and true
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $40
     
  and status = 'quarantined'))
   
  order by deadline, assignment_id
  limit 1001)) branch
  order by deadline, assignment_id
  limit 1001) one) as n
 
  from unnest($41::text[], $42::text[],
    $43::date[], $44::date[])
    part (name, life, first_day, last_day) /* each request */;


    
  select part.name, (select count(*)::integer
  from (select *
  from ((select assignment.assignment_id, assignment.deadline
  from assignment
   
  where assignment.province_id = $1
  and assignment.event_id is null
  and assignment.withdrawn_at is null 
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = part.life
     
  and true
  and assignment.deadline between part.first_day
  and part.last_day
  and true
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $2
     
  and status = 'quarantined'))
   
  order by deadline, assignment_id
  limit 1001)) branch
  order by deadline, assignment_id
  limit 1001) one) as n
 
  from unnest($3::text[], $4::text[],
    $5::date[], $6::date[])
    part (name, life, first_day, last_day) union all 
  select part.name, (select count(*)::integer
  from (select *
  from ((select assignment.assignment_id, assignment.deadline
  from assignment
   
  where assignment.province_id = $7
  and assignment.event_id is null
  and assignment.withdrawn_at is null 
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = part.life
     
  and true
  and assignment.deadline is null
  and true
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $8
     
  and status = 'quarantined'))
   
  order by deadline, assignment_id
  limit 1001)) branch
  order by deadline, assignment_id
  limit 1001) one) as n
 
  from unnest($9::text[], $10::text[],
    $11::date[], $12::date[])
    part (name, life, first_day, last_day)
    union all 
  select part.name, (select count(*)::integer
  from (select *
  from ((select assignment.assignment_id, assignment.deadline
  from assignment
   
  where assignment.province_id = $13
  and assignment.event_id is null
  and assignment.withdrawn_at is null 
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = part.life
     
  and assignment.lead_id is null
  and assignment.deadline between part.first_day
  and part.last_day
  and (assignment.lead_id is null
 
  and coalesce(btrim(assignment.lead_text), '') = '')
  and true
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $14
     
  and status = 'quarantined'))
   
  order by deadline, assignment_id
  limit 1001)) branch
  order by deadline, assignment_id
  limit 1001) one) as n
 
  from unnest($15::text[], $16::text[],
    $17::date[], $18::date[])
    part (name, life, first_day, last_day)
    union all 
  select part.name, (select count(*)::integer
  from (select *
  from ((select assignment.assignment_id, assignment.deadline
  from assignment
   
  where assignment.province_id = $19
  and assignment.event_id is null
  and assignment.withdrawn_at is null 
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = part.life
     
  and assignment.lead_id is null
  and assignment.deadline is null
  and (assignment.lead_id is null
 
  and coalesce(btrim(assignment.lead_text), '') = '')
  and true
  and ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $20
     
  and status = 'quarantined'))
   
  order by deadline, assignment_id
  limit 1001)) branch
  order by deadline, assignment_id
  limit 1001) one) as n
 
  from unnest($21::text[], $22::text[],
    $23::date[], $24::date[])
    part (name, life, first_day, last_day) /* each request */;


    
  select part.name, (select count(*)::integer
  from (select *
  from ((select assignment.assignment_id, assignment.deadline
  from assignment
   
  where assignment.province_id = $1
  and assignment.event_id is null
  and assignment.withdrawn_at is null 
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = part.life
     
  and true
  and assignment.deadline between part.first_day
  and part.last_day
  and true
  and (case when assignment.session_item_id is null
    then (assignment.document_id is null or coalesce((select true
  from document
         
  where document.province_id = assignment.province_id
           
  and document.document_id = assignment.document_id
  and (document.status <> 'quarantined'
  and (document.organisation_id = any($2::uuid[])
    or case when document.matter_id is not null then exists (select 1
  from item_paper
    join session_item on session_item.province_id = item_paper.province_id
     
  and session_item.session_item_id = item_paper.session_item_id
    join conference on conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
   
  where item_paper.province_id = document.province_id
     
  and item_paper.document_id = document.document_id
     
  and ((conference.organisation_id = any($3::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($4::uuid[])))
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
   
  and (invitation.account_id = $5
    or invitation.substitute_account_id = $6
    or invitation.organisation_id = any($7::uuid[])))
     
  and (invitation.capacity <> 'forItems' or exists (select 1
  from invitation_item
       
  where invitation_item.province_id = invitation.province_id
         
  and invitation_item.invitation_id = invitation.invitation_id
         
  and invitation_item.session_item_id = "session_item"."session_item_id")))
            when 'organisation' in (document.level, session_item.level, conference.level) then ($8::boolean
              or conference.organisation_id is null or (conference.organisation_id = any($9::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($10::uuid[]))))
            else true end)))
    else document.level in ('internal', 'public')
    or (document.level = 'organisation'
  and ($11::boolean
      or document.organisation_id is null or document.organisation_id = any($12::uuid[])))
    or (document.level = 'participants'
  and exists (
      select 1
  from document_participant named
     
  where named.province_id = document.province_id
  and named.document_id = document.document_id
       
  and (named.account_id = $13 or named.organisation_id = any($14::uuid[])))) end))), false)) or ((assignment.lead_id = any($15::uuid[])
    or assignment.cooperating_ids ?| $16::text[] or assignment.follower_id = $17)
  and not exists (select 1
  from document
     
  where document.province_id = assignment.province_id
       
  and document.document_id = assignment.document_id
  and document.status = 'quarantined'))
    else (assignment.lead_id = any($18::uuid[])
    or assignment.cooperating_ids ?| $19::text[] or assignment.follower_id = $20) or exists (
      select 1
  from session_item
  where session_item.province_id = assignment.province_id
       
  and session_item.session_item_id = assignment.session_item_id
  and (session_item.submitter_id = any($21::uuid[]) or exists (
    select 1
  from conference
  where conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
     
  and ((conference.organisation_id = any($22::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($23::uuid[])))
        or ((case when conference.organisation_id is null then ("conference"."document_id" is null or "conference"."document_id" in (
    select document_id
  from document
  where province_id = $24
     
  and (document.status <> 'quarantined'
  and (document.organisation_id = any($25::uuid[])
    or case when document.matter_id is not null then exists (select 1
  from item_paper
    join session_item on session_item.province_id = item_paper.province_id
     
  and session_item.session_item_id = item_paper.session_item_id
    join conference on conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
   
  where item_paper.province_id = document.province_id
     
  and item_paper.document_id = document.document_id
     
  and ((conference.organisation_id = any($26::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($27::uuid[])))
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
   
  and (invitation.account_id = $28
    or invitation.substitute_account_id = $29
    or invitation.organisation_id = any($30::uuid[])))
     
  and (invitation.capacity <> 'forItems' or exists (select 1
  from invitation_item
       
  where invitation_item.province_id = invitation.province_id
         
  and invitation_item.invitation_id = invitation.invitation_id
         
  and invitation_item.session_item_id = "session_item"."session_item_id")))
            when 'organisation' in (document.level, session_item.level, conference.level) then ($31::boolean
              or conference.organisation_id is null or (conference.organisation_id = any($32::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($33::uuid[]))))
            else true end)))
    else document.level in ('internal', 'public')
    or (document.level = 'organisation'
  and ($34::boolean
      or document.organisation_id is null or document.organisation_id = any($35::uuid[])))
    or (document.level = 'participants'
  and exists (
      select 1
  from document_participant named
     
  where named.province_id = document.province_id
  and named.document_id = document.document_id
       
  and (named.account_id = $36 or named.organisation_id = any($37::uuid[])))) end))))
    else (conference.organisation_id = any($38::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($39::uuid[])))
      or conference.level in ('internal', 'public')
      or (conference.level = 'organisation'
  and ($40::boolean or (conference.organisation_id = any($41::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($42::uuid[])))))
      or (conference.level = 'participants'
  and exists (select 1
  from invitation
       
  where invitation.province_id = conference.province_id
         
  and invitation.conference_id = conference.conference_id
  and (invitation.withdrawn_at is null
  and invitation.sent_at is not null
   
  and (invitation.account_id = $43
    or invitation.substitute_account_id = $44
    or invitation.organisation_id = any($45::uuid[])))))
    end)
  and (session_item.level in ('internal', 'public')
          or (session_item.level = 'organisation'
  and ($46::boolean or (conference.organisation_id = any($47::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($48::uuid[])))))
          or (session_item.level = 'participants'
  and exists (select 1
  from invitation
   
  where invitation.province_id = "session_item"."province_id"
     
  and invitation.conference_id = "session_item"."conference_id"
  and (invitation.withdrawn_at is null
  and invitation.sent_at is not null
   
  and (invitation.account_id = $49
    or invitation.substitute_account_id = $50
    or invitation.organisation_id = any($51::uuid[])))
     
  and (invitation.capacity <> 'forItems' or exists (select 1
  from invitation_item
       
  where invitation_item.province_id = invitation.province_id
         
  and invitation_item.invitation_id = invitation.invitation_id
         
  and invitation_item.session_item_id = "session_item"."session_item_id")))))))))) end)
   
  order by deadline, assignment_id
  limit 1001)) branch
  order by deadline, assignment_id
  limit 1001) one) as n
 
  from unnest($52::text[], $53::text[],
    $54::date[], $55::date[])
    part (name, life, first_day, last_day) union all 
  select part.name, (select count(*)::integer
  from (select *
  from ((select assignment.assignment_id, assignment.deadline
  from assignment
   
  where assignment.province_id = $56
  and assignment.event_id is null
  and assignment.withdrawn_at is null 
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = part.life
     
  and true
  and assignment.deadline is null
  and true
  and (case when assignment.session_item_id is null
    then (assignment.document_id is null or coalesce((select true
  from document
         
  where document.province_id = assignment.province_id
           
  and document.document_id = assignment.document_id
  and (document.status <> 'quarantined'
  and (document.organisation_id = any($57::uuid[])
    or case when document.matter_id is not null then exists (select 1
  from item_paper
    join session_item on session_item.province_id = item_paper.province_id
     
  and session_item.session_item_id = item_paper.session_item_id
    join conference on conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
   
  where item_paper.province_id = document.province_id
     
  and item_paper.document_id = document.document_id
     
  and ((conference.organisation_id = any($58::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($59::uuid[])))
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
   
  and (invitation.account_id = $60
    or invitation.substitute_account_id = $61
    or invitation.organisation_id = any($62::uuid[])))
     
  and (invitation.capacity <> 'forItems' or exists (select 1
  from invitation_item
       
  where invitation_item.province_id = invitation.province_id
         
  and invitation_item.invitation_id = invitation.invitation_id
         
  and invitation_item.session_item_id = "session_item"."session_item_id")))
            when 'organisation' in (document.level, session_item.level, conference.level) then ($63::boolean
              or conference.organisation_id is null or (conference.organisation_id = any($64::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($65::uuid[]))))
            else true end)))
    else document.level in ('internal', 'public')
    or (document.level = 'organisation'
  and ($66::boolean
      or document.organisation_id is null or document.organisation_id = any($67::uuid[])))
    or (document.level = 'participants'
  and exists (
      select 1
  from document_participant named
     
  where named.province_id = document.province_id
  and named.document_id = document.document_id
       
  and (named.account_id = $68 or named.organisation_id = any($69::uuid[])))) end))), false)) or ((assignment.lead_id = any($70::uuid[])
    or assignment.cooperating_ids ?| $71::text[] or assignment.follower_id = $72)
  and not exists (select 1
  from document
     
  where document.province_id = assignment.province_id
       
  and document.document_id = assignment.document_id
  and document.status = 'quarantined'))
    else (assignment.lead_id = any($73::uuid[])
    or assignment.cooperating_ids ?| $74::text[] or assignment.follower_id = $75) or exists (
      select 1
  from session_item
  where session_item.province_id = assignment.province_id
       
  and session_item.session_item_id = assignment.session_item_id
  and (session_item.submitter_id = any($76::uuid[]) or exists (
    select 1
  from conference
  where conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
     
  and ((conference.organisation_id = any($77::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($78::uuid[])))
        or ((case when conference.organisation_id is null then ("conference"."document_id" is null or "conference"."document_id" in (
    select document_id
  from document
  where province_id = $79
     
  and (document.status <> 'quarantined'
  and (document.organisation_id = any($80::uuid[])
    or case when document.matter_id is not null then exists (select 1
  from item_paper
    join session_item on session_item.province_id = item_paper.province_id
     
  and session_item.session_item_id = item_paper.session_item_id
    join conference on conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
   
  where item_paper.province_id = document.province_id
     
  and item_paper.document_id = document.document_id
     
  and ((conference.organisation_id = any($81::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($82::uuid[])))
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
   
  and (invitation.account_id = $83
    or invitation.substitute_account_id = $84
    or invitation.organisation_id = any($85::uuid[])))
     
  and (invitation.capacity <> 'forItems' or exists (select 1
  from invitation_item
       
  where invitation_item.province_id = invitation.province_id
         
  and invitation_item.invitation_id = invitation.invitation_id
         
  and invitation_item.session_item_id = "session_item"."session_item_id")))
            when 'organisation' in (document.level, session_item.level, conference.level) then ($86::boolean
              or conference.organisation_id is null or (conference.organisation_id = any($87::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($88::uuid[]))))
            else true end)))
    else document.level in ('internal', 'public')
    or (document.level = 'organisation'
  and ($89::boolean
      or document.organisation_id is null or document.organisation_id = any($90::uuid[])))
    or (document.level = 'participants'
  and exists (
      select 1
  from document_participant named
     
  where named.province_id = document.province_id
  and named.document_id = document.document_id
       
  and (named.account_id = $91 or named.organisation_id = any($92::uuid[])))) end))))
    else (conference.organisation_id = any($93::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($94::uuid[])))
      or conference.level in ('internal', 'public')
      or (conference.level = 'organisation'
  and ($95::boolean or (conference.organisation_id = any($96::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($97::uuid[])))))
      or (conference.level = 'participants'
  and exists (select 1
  from invitation
       
  where invitation.province_id = conference.province_id
         
  and invitation.conference_id = conference.conference_id
  and (invitation.withdrawn_at is null
  and invitation.sent_at is not null
   
  and (invitation.account_id = $98
    or invitation.substitute_account_id = $99
    or invitation.organisation_id = any($100::uuid[])))))
    end)
  and (session_item.level in ('internal', 'public')
          or (session_item.level = 'organisation'
  and ($101::boolean or (conference.organisation_id = any($102::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($103::uuid[])))))
          or (session_item.level = 'participants'
  and exists (select 1
  from invitation
   
  where invitation.province_id = "session_item"."province_id"
     
  and invitation.conference_id = "session_item"."conference_id"
  and (invitation.withdrawn_at is null
  and invitation.sent_at is not null
   
  and (invitation.account_id = $104
    or invitation.substitute_account_id = $105
    or invitation.organisation_id = any($106::uuid[])))
     
  and (invitation.capacity <> 'forItems' or exists (select 1
  from invitation_item
       
  where invitation_item.province_id = invitation.province_id
         
  and invitation_item.invitation_id = invitation.invitation_id
         
  and invitation_item.session_item_id = "session_item"."session_item_id")))))))))) end)
   
  order by deadline, assignment_id
  limit 1001)) branch
  order by deadline, assignment_id
  limit 1001) one) as n
 
  from unnest($107::text[], $108::text[],
    $109::date[], $110::date[])
    part (name, life, first_day, last_day)
    union all 
  select part.name, (select count(*)::integer
  from (select *
  from ((select assignment.assignment_id, assignment.deadline
  from assignment
   
  where assignment.province_id = $111
  and assignment.event_id is null
  and assignment.withdrawn_at is null 
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = part.life
     
  and assignment.lead_id is null
  and assignment.deadline between part.first_day
  and part.last_day
  and (assignment.lead_id is null
 
  and coalesce(btrim(assignment.lead_text), '') = '')
  and true
  and (case when assignment.session_item_id is null
    then (assignment.document_id is null or coalesce((select true
  from document
         
  where document.province_id = assignment.province_id
           
  and document.document_id = assignment.document_id
  and (document.status <> 'quarantined'
  and (document.organisation_id = any($112::uuid[])
    or case when document.matter_id is not null then exists (select 1
  from item_paper
    join session_item on session_item.province_id = item_paper.province_id
     
  and session_item.session_item_id = item_paper.session_item_id
    join conference on conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
   
  where item_paper.province_id = document.province_id
     
  and item_paper.document_id = document.document_id
     
  and ((conference.organisation_id = any($113::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($114::uuid[])))
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
   
  and (invitation.account_id = $115
    or invitation.substitute_account_id = $116
    or invitation.organisation_id = any($117::uuid[])))
     
  and (invitation.capacity <> 'forItems' or exists (select 1
  from invitation_item
       
  where invitation_item.province_id = invitation.province_id
         
  and invitation_item.invitation_id = invitation.invitation_id
         
  and invitation_item.session_item_id = "session_item"."session_item_id")))
            when 'organisation' in (document.level, session_item.level, conference.level) then ($118::boolean
              or conference.organisation_id is null or (conference.organisation_id = any($119::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($120::uuid[]))))
            else true end)))
    else document.level in ('internal', 'public')
    or (document.level = 'organisation'
  and ($121::boolean
      or document.organisation_id is null or document.organisation_id = any($122::uuid[])))
    or (document.level = 'participants'
  and exists (
      select 1
  from document_participant named
     
  where named.province_id = document.province_id
  and named.document_id = document.document_id
       
  and (named.account_id = $123 or named.organisation_id = any($124::uuid[])))) end))), false)) or ((assignment.lead_id = any($125::uuid[])
    or assignment.cooperating_ids ?| $126::text[] or assignment.follower_id = $127)
  and not exists (select 1
  from document
     
  where document.province_id = assignment.province_id
       
  and document.document_id = assignment.document_id
  and document.status = 'quarantined'))
    else (assignment.lead_id = any($128::uuid[])
    or assignment.cooperating_ids ?| $129::text[] or assignment.follower_id = $130) or exists (
      select 1
  from session_item
  where session_item.province_id = assignment.province_id
       
  and session_item.session_item_id = assignment.session_item_id
  and (session_item.submitter_id = any($131::uuid[]) or exists (
    select 1
  from conference
  where conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
     
  and ((conference.organisation_id = any($132::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($133::uuid[])))
        or ((case when conference.organisation_id is null then ("conference"."document_id" is null or "conference"."document_id" in (
    select document_id
  from document
  where province_id = $134
     
  and (document.status <> 'quarantined'
  and (document.organisation_id = any($135::uuid[])
    or case when document.matter_id is not null then exists (select 1
  from item_paper
    join session_item on session_item.province_id = item_paper.province_id
     
  and session_item.session_item_id = item_paper.session_item_id
    join conference on conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
   
  where item_paper.province_id = document.province_id
     
  and item_paper.document_id = document.document_id
     
  and ((conference.organisation_id = any($136::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($137::uuid[])))
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
   
  and (invitation.account_id = $138
    or invitation.substitute_account_id = $139
    or invitation.organisation_id = any($140::uuid[])))
     
  and (invitation.capacity <> 'forItems' or exists (select 1
  from invitation_item
       
  where invitation_item.province_id = invitation.province_id
         
  and invitation_item.invitation_id = invitation.invitation_id
         
  and invitation_item.session_item_id = "session_item"."session_item_id")))
            when 'organisation' in (document.level, session_item.level, conference.level) then ($141::boolean
              or conference.organisation_id is null or (conference.organisation_id = any($142::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($143::uuid[]))))
            else true end)))
    else document.level in ('internal', 'public')
    or (document.level = 'organisation'
  and ($144::boolean
      or document.organisation_id is null or document.organisation_id = any($145::uuid[])))
    or (document.level = 'participants'
  and exists (
      select 1
  from document_participant named
     
  where named.province_id = document.province_id
  and named.document_id = document.document_id
       
  and (named.account_id = $146 or named.organisation_id = any($147::uuid[])))) end))))
    else (conference.organisation_id = any($148::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($149::uuid[])))
      or conference.level in ('internal', 'public')
      or (conference.level = 'organisation'
  and ($150::boolean or (conference.organisation_id = any($151::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($152::uuid[])))))
      or (conference.level = 'participants'
  and exists (select 1
  from invitation
       
  where invitation.province_id = conference.province_id
         
  and invitation.conference_id = conference.conference_id
  and (invitation.withdrawn_at is null
  and invitation.sent_at is not null
   
  and (invitation.account_id = $153
    or invitation.substitute_account_id = $154
    or invitation.organisation_id = any($155::uuid[])))))
    end)
  and (session_item.level in ('internal', 'public')
          or (session_item.level = 'organisation'
  and ($156::boolean or (conference.organisation_id = any($157::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($158::uuid[])))))
          or (session_item.level = 'participants'
  and exists (select 1
  from invitation
   
  where invitation.province_id = "session_item"."province_id"
     
  and invitation.conference_id = "session_item"."conference_id"
  and (invitation.withdrawn_at is null
  and invitation.sent_at is not null
   
  and (invitation.account_id = $159
    or invitation.substitute_account_id = $160
    or invitation.organisation_id = any($161::uuid[])))
     
  and (invitation.capacity <> 'forItems' or exists (select 1
  from invitation_item
       
  where invitation_item.province_id = invitation.province_id
         
  and invitation_item.invitation_id = invitation.invitation_id
         
  and invitation_item.session_item_id = "session_item"."session_item_id")))))))))) end)
   
  order by deadline, assignment_id
  limit 1001)) branch
  order by deadline, assignment_id
  limit 1001) one) as n
 
  from unnest($162::text[], $163::text[],
    $164::date[], $165::date[])
    part (name, life, first_day, last_day)
    union all 
  select part.name, (select count(*)::integer
  from (select *
  from ((select assignment.assignment_id, assignment.deadline
  from assignment
   
  where assignment.province_id = $166
  and assignment.event_id is null
  and assignment.withdrawn_at is null 
  and (case when revoked_on is not null then 'revoked' when done_on is not null then 'done'
  when paused_on is not null then 'paused' when reported_on is not null then 'awaiting' else 'running' end) = part.life
     
  and assignment.lead_id is null
  and assignment.deadline is null
  and (assignment.lead_id is null
 
  and coalesce(btrim(assignment.lead_text), '') = '')
  and true
  and (case when assignment.session_item_id is null
    then (assignment.document_id is null or coalesce((select true
  from document
         
  where document.province_id = assignment.province_id
           
  and document.document_id = assignment.document_id
  and (document.status <> 'quarantined'
  and (document.organisation_id = any($167::uuid[])
    or case when document.matter_id is not null then exists (select 1
  from item_paper
    join session_item on session_item.province_id = item_paper.province_id
     
  and session_item.session_item_id = item_paper.session_item_id
    join conference on conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
   
  where item_paper.province_id = document.province_id
     
  and item_paper.document_id = document.document_id
     
  and ((conference.organisation_id = any($168::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($169::uuid[])))
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
   
  and (invitation.account_id = $170
    or invitation.substitute_account_id = $171
    or invitation.organisation_id = any($172::uuid[])))
     
  and (invitation.capacity <> 'forItems' or exists (select 1
  from invitation_item
       
  where invitation_item.province_id = invitation.province_id
         
  and invitation_item.invitation_id = invitation.invitation_id
         
  and invitation_item.session_item_id = "session_item"."session_item_id")))
            when 'organisation' in (document.level, session_item.level, conference.level) then ($173::boolean
              or conference.organisation_id is null or (conference.organisation_id = any($174::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($175::uuid[]))))
            else true end)))
    else document.level in ('internal', 'public')
    or (document.level = 'organisation'
  and ($176::boolean
      or document.organisation_id is null or document.organisation_id = any($177::uuid[])))
    or (document.level = 'participants'
  and exists (
      select 1
  from document_participant named
     
  where named.province_id = document.province_id
  and named.document_id = document.document_id
       
  and (named.account_id = $178 or named.organisation_id = any($179::uuid[])))) end))), false)) or ((assignment.lead_id = any($180::uuid[])
    or assignment.cooperating_ids ?| $181::text[] or assignment.follower_id = $182)
  and not exists (select 1
  from document
     
  where document.province_id = assignment.province_id
       
  and document.document_id = assignment.document_id
  and document.status = 'quarantined'))
    else (assignment.lead_id = any($183::uuid[])
    or assignment.cooperating_ids ?| $184::text[] or assignment.follower_id = $185) or exists (
      select 1
  from session_item
  where session_item.province_id = assignment.province_id
       
  and session_item.session_item_id = assignment.session_item_id
  and (session_item.submitter_id = any($186::uuid[]) or exists (
    select 1
  from conference
  where conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
     
  and ((conference.organisation_id = any($187::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($188::uuid[])))
        or ((case when conference.organisation_id is null then ("conference"."document_id" is null or "conference"."document_id" in (
    select document_id
  from document
  where province_id = $189
     
  and (document.status <> 'quarantined'
  and (document.organisation_id = any($190::uuid[])
    or case when document.matter_id is not null then exists (select 1
  from item_paper
    join session_item on session_item.province_id = item_paper.province_id
     
  and session_item.session_item_id = item_paper.session_item_id
    join conference on conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
   
  where item_paper.province_id = document.province_id
     
  and item_paper.document_id = document.document_id
     
  and ((conference.organisation_id = any($191::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($192::uuid[])))
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
   
  and (invitation.account_id = $193
    or invitation.substitute_account_id = $194
    or invitation.organisation_id = any($195::uuid[])))
     
  and (invitation.capacity <> 'forItems' or exists (select 1
  from invitation_item
       
  where invitation_item.province_id = invitation.province_id
         
  and invitation_item.invitation_id = invitation.invitation_id
         
  and invitation_item.session_item_id = "session_item"."session_item_id")))
            when 'organisation' in (document.level, session_item.level, conference.level) then ($196::boolean
              or conference.organisation_id is null or (conference.organisation_id = any($197::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($198::uuid[]))))
            else true end)))
    else document.level in ('internal', 'public')
    or (document.level = 'organisation'
  and ($199::boolean
      or document.organisation_id is null or document.organisation_id = any($200::uuid[])))
    or (document.level = 'participants'
  and exists (
      select 1
  from document_participant named
     
  where named.province_id = document.province_id
  and named.document_id = document.document_id
       
  and (named.account_id = $201 or named.organisation_id = any($202::uuid[])))) end))))
    else (conference.organisation_id = any($203::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($204::uuid[])))
      or conference.level in ('internal', 'public')
      or (conference.level = 'organisation'
  and ($205::boolean or (conference.organisation_id = any($206::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($207::uuid[])))))
      or (conference.level = 'participants'
  and exists (select 1
  from invitation
       
  where invitation.province_id = conference.province_id
         
  and invitation.conference_id = conference.conference_id
  and (invitation.withdrawn_at is null
  and invitation.sent_at is not null
   
  and (invitation.account_id = $208
    or invitation.substitute_account_id = $209
    or invitation.organisation_id = any($210::uuid[])))))
    end)
  and (session_item.level in ('internal', 'public')
          or (session_item.level = 'organisation'
  and ($211::boolean or (conference.organisation_id = any($212::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($213::uuid[])))))
          or (session_item.level = 'participants'
  and exists (select 1
  from invitation
   
  where invitation.province_id = "session_item"."province_id"
     
  and invitation.conference_id = "session_item"."conference_id"
  and (invitation.withdrawn_at is null
  and invitation.sent_at is not null
   
  and (invitation.account_id = $214
    or invitation.substitute_account_id = $215
    or invitation.organisation_id = any($216::uuid[])))
     
  and (invitation.capacity <> 'forItems' or exists (select 1
  from invitation_item
       
  where invitation_item.province_id = invitation.province_id
         
  and invitation_item.invitation_id = invitation.invitation_id
         
  and invitation_item.session_item_id = "session_item"."session_item_id")))))))))) end)
   
  order by deadline, assignment_id
  limit 1001)) branch
  order by deadline, assignment_id
  limit 1001) one) as n
 
  from unnest($217::text[], $218::text[],
    $219::date[], $220::date[])
    part (name, life, first_day, last_day) /* each request */;
