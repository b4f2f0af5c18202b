-- Functions of app/src/registers/projects/sentences-store.ts.

-- sentencesOf
select d.document_id, d.title, d.document_date, f.text_version,
      d.matter_id is null
  and d.level in ('internal', 'public') as open, f.start_at, f.end_at, t.text
   
  from finding f
    join document d on d.province_id = f.province_id
  and d.document_id = f.document_id
    join document_text t on t.province_id = f.province_id
  and t.document_id = f.document_id
     
  and t.text_version = f.text_version
   
  where f.province_id = $1
  and f.kind = 'project'
  and f.state <> 'rejected'
     
  and lower(f.payload->>'name') = lower($2)
  and ("f"."document_id" is null or "f"."document_id" in (
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
     
  and not exists (select 1
  from document_text newer
  where newer.province_id = f.province_id
       
  and newer.document_id = f.document_id
  and newer.text_version > f.text_version)
   
  order by d.document_date desc nulls last, d.document_id, f.start_at
   
  limit $17;

select d.document_id, d.title, d.document_date, f.text_version,
      d.matter_id is null
  and d.level in ('internal', 'public') as open, f.start_at, f.end_at, t.text
   
  from finding f
    join document d on d.province_id = f.province_id
  and d.document_id = f.document_id
    join document_text t on t.province_id = f.province_id
  and t.document_id = f.document_id
     
  and t.text_version = f.text_version
   
  where f.province_id = $1
  and f.kind = 'project'
  and f.state <> 'rejected'
     
  and lower(f.payload->>'name') = lower($2)
  and ("f"."document_id" is null or "f"."document_id" not in (
    select document_id
  from document
  where province_id = $3
     
  and status = 'quarantined'))
     
  and not exists (select 1
  from document_text newer
  where newer.province_id = f.province_id
       
  and newer.document_id = f.document_id
  and newer.text_version > f.text_version)
   
  order by d.document_date desc nulls last, d.document_id, f.start_at
   
  limit $4;
