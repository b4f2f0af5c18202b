-- Functions of app/src/registers/assignments/store.ts.

-- changeAssignment
select *
  from "assignment"
  where "province_id" = $1
  and "assignment_id" = $2
  and (case when assignment.session_item_id is null
    then ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $3
     
  and status = 'quarantined'))
    else assignment.lead_id = any($4::uuid[]) or exists (
      select 1
  from session_item
  where session_item.province_id = assignment.province_id
       
  and session_item.session_item_id = assignment.session_item_id
  and true) end)
  and "withdrawn_at" is null
  for update;

update "assignment"
  set "lead_text" = $1, "deadline" = $2, "done_on" = $3, "note" = $4, "version" = $5
  where "province_id" = $6
  and "assignment_id" = $7;

-- enterAssignment
insert into "assignment" ("province_id", "document_id", "text_version", "start_at", "end_at", "as_written", "finding_id", "confirmed_by", "withdrawn_at", "assignment_id", "action", "lead_text", "cooperating", "deadline", "deadline_text", "deadline_fuzzy", "deliverable", "specific", "ordered_by", "done_on", "note")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21);

-- getAssignment
select *
  from "assignment"
  where "province_id" = $1
  and "assignment_id" = $2
  and (case when assignment.session_item_id is null
    then ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $3
     
  and status = 'quarantined'))
    else assignment.lead_id = any($4::uuid[]) or exists (
      select 1
  from session_item
  where session_item.province_id = assignment.province_id
       
  and session_item.session_item_id = assignment.session_item_id
  and true) end)
  and "withdrawn_at" is null;

-- listAssignments
select *
  from "assignment"
  where "province_id" = $1
  and (case when assignment.session_item_id is null
    then ("assignment"."document_id" is null or "assignment"."document_id" in (
    select document_id
  from document
  where province_id = $2
     
  and (document.status <> 'quarantined'
  and (document.organisation_id = any($3::uuid[])
    or case when document.matter_id is not null then exists (select 1
  from session_item
    join conference on conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
   
  where session_item.province_id = document.province_id
     
  and session_item.matter_id = document.matter_id
     
  and (conference.organisation_id = any($4::uuid[])
        or (session_item.status = 'on'
  and session_item.papers_released_at is not null
         
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
              or conference.organisation_id is null or conference.organisation_id = any($9::uuid[]))
            else true end)))
    else document.level in ('internal', 'public')
    or (document.level = 'organisation'
  and ($10::boolean
      or document.organisation_id is null or document.organisation_id = any($11::uuid[])))
    or (document.level = 'participants'
  and exists (
      select 1
  from document_participant named
     
  where named.province_id = document.province_id
  and named.document_id = document.document_id
       
  and (named.account_id = $12 or named.organisation_id = any($13::uuid[])))) end))))
    else assignment.lead_id = any($14::uuid[]) or exists (
      select 1
  from session_item
  where session_item.province_id = assignment.province_id
       
  and session_item.session_item_id = assignment.session_item_id
  and (session_item.submitter_id = any($15::uuid[]) or exists (
    select 1
  from conference
  where conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
     
  and (conference.organisation_id = any($16::uuid[])
        or ((case when conference.organisation_id is null then ("conference"."document_id" is null or "conference"."document_id" in (
    select document_id
  from document
  where province_id = $17
     
  and (document.status <> 'quarantined'
  and (document.organisation_id = any($18::uuid[])
    or case when document.matter_id is not null then exists (select 1
  from session_item
    join conference on conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
   
  where session_item.province_id = document.province_id
     
  and session_item.matter_id = document.matter_id
     
  and (conference.organisation_id = any($19::uuid[])
        or (session_item.status = 'on'
  and session_item.papers_released_at is not null
         
  and conference.cancelled_at is null
         
  and case when 'office' in (document.level, session_item.level, conference.level) then false
            when 'participants' in (document.level, session_item.level, conference.level) then exists (select 1
  from invitation
   
  where invitation.province_id = "session_item"."province_id"
     
  and invitation.conference_id = "session_item"."conference_id"
  and (invitation.withdrawn_at is null
  and invitation.sent_at is not null
   
  and (invitation.account_id = $20
    or invitation.substitute_account_id = $21
    or invitation.organisation_id = any($22::uuid[])))
     
  and (invitation.capacity <> 'forItems' or exists (select 1
  from invitation_item
       
  where invitation_item.province_id = invitation.province_id
         
  and invitation_item.invitation_id = invitation.invitation_id
         
  and invitation_item.session_item_id = "session_item"."session_item_id")))
            when 'organisation' in (document.level, session_item.level, conference.level) then ($23::boolean
              or conference.organisation_id is null or conference.organisation_id = any($24::uuid[]))
            else true end)))
    else document.level in ('internal', 'public')
    or (document.level = 'organisation'
  and ($25::boolean
      or document.organisation_id is null or document.organisation_id = any($26::uuid[])))
    or (document.level = 'participants'
  and exists (
      select 1
  from document_participant named
     
  where named.province_id = document.province_id
  and named.document_id = document.document_id
       
  and (named.account_id = $27 or named.organisation_id = any($28::uuid[])))) end))))
    else conference.organisation_id = any($29::uuid[])
      or conference.level in ('internal', 'public')
      or (conference.level = 'organisation'
  and ($30::boolean
        or conference.organisation_id = any($31::uuid[])))
      or (conference.level = 'participants'
  and exists (select 1
  from invitation
       
  where invitation.province_id = conference.province_id
         
  and invitation.conference_id = conference.conference_id
  and (invitation.withdrawn_at is null
  and invitation.sent_at is not null
   
  and (invitation.account_id = $32
    or invitation.substitute_account_id = $33
    or invitation.organisation_id = any($34::uuid[])))))
    end)
  and (session_item.level in ('internal', 'public')
          or (session_item.level = 'organisation'
  and ($35::boolean
            or conference.organisation_id = any($36::uuid[])))
          or (session_item.level = 'participants'
  and exists (select 1
  from invitation
   
  where invitation.province_id = "session_item"."province_id"
     
  and invitation.conference_id = "session_item"."conference_id"
  and (invitation.withdrawn_at is null
  and invitation.sent_at is not null
   
  and (invitation.account_id = $37
    or invitation.substitute_account_id = $38
    or invitation.organisation_id = any($39::uuid[])))
     
  and (invitation.capacity <> 'forItems' or exists (select 1
  from invitation_item
       
  where invitation_item.province_id = invitation.province_id
         
  and invitation_item.invitation_id = invitation.invitation_id
         
  and invitation_item.session_item_id = "session_item"."session_item_id")))))))))) end)
  and "withdrawn_at" is null;

select *
  from "assignment"
  where "province_id" = $1
  and (case when assignment.session_item_id is null
    then ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $2
     
  and status = 'quarantined'))
    else assignment.lead_id = any($3::uuid[]) or exists (
      select 1
  from session_item
  where session_item.province_id = assignment.province_id
       
  and session_item.session_item_id = assignment.session_item_id
  and true) end)
  and "withdrawn_at" is null;

select *
  from "assignment"
  where "province_id" = $1
  and (case when assignment.session_item_id is null
    then ("assignment"."document_id" is null or "assignment"."document_id" not in (
    select document_id
  from document
  where province_id = $2
     
  and status = 'quarantined'))
    else assignment.lead_id = any($3::uuid[]) or exists (
      select 1
  from session_item
  where session_item.province_id = assignment.province_id
       
  and session_item.session_item_id = assignment.session_item_id
  and true) end)
  and "withdrawn_at" is null
  and ("document_id" = any($4) or "session_item_id" in (select "session_item_id"
  from "session_item"
  where "province_id" = $5
  and "conference_id" = $6));

-- withdrawAssignment
update "assignment"
  set "withdrawn_at" = $1, "version" = "version" + $2
  where "province_id" = $3
  and "assignment_id" = $4
  returning "done_on";
