-- Functions of app/src/registers/reporting/statements-store.ts.

-- saidOf

    select f.finding_id, i.indicator_id, false as confirmed, d.document_id, d.title,
      d.organisation_id as of, f.start_at, f.end_at, f.quote,
      (f.payload->'period'->>'from')::date as period_from,
      (f.payload->'period'->>'to')::date as period_to, q.payload->>'value' as value,
      q.payload->>'bound' is null
  and q.payload->>'max' is null as exact,
      f.payload->>'modality' = 'estimate' as estimate, f.payload->'place'->>'quote' as place,
      q.payload->>'unit' as unit
   
  from finding f join document d on d.province_id = f.province_id
     
  and d.document_id = f.document_id
  and d.organisation_id = any($1::uuid[])
    join indicator i on i.province_id = f.province_id
  and i.indicator_id = any($2::uuid[])
     
  and i.code = f.payload->'indicator'->>'code'
    join finding q on q.province_id = f.province_id
  and q.document_id = f.document_id
     
  and q.text_version = f.text_version
  and q.reader_key = f.payload->>'quantity'
   
  where f.province_id = $3
  and f.kind = 'statement'
  and f.state = 'proposed'
     
  and f.edited is null
  and f.payload->'period'->>'to' = any($4::text[])
     
  and f.payload->'period'->>'from' is not null
  and q.payload->>'value' is not null
     
  and coalesce(f.payload->>'modality', '') not in ('target', 'forecast')
     
  and ("f"."document_id" is null or "f"."document_id" in (
    select document_id
  from document
  where province_id = $5
     
  and (document.status <> 'quarantined'
  and (document.organisation_id = any($6::uuid[])
    or case when document.matter_id is not null then exists (select 1
  from item_paper
    join session_item on session_item.province_id = item_paper.province_id
     
  and session_item.session_item_id = item_paper.session_item_id
    join conference on conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
   
  where item_paper.province_id = document.province_id
     
  and item_paper.document_id = document.document_id
     
  and ((conference.organisation_id = any($7::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($8::uuid[])))
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
   
  and (invitation.account_id = $9
    or invitation.substitute_account_id = $10
    or invitation.organisation_id = any($11::uuid[])))
     
  and (invitation.capacity <> 'forItems' or exists (select 1
  from invitation_item
       
  where invitation_item.province_id = invitation.province_id
         
  and invitation_item.invitation_id = invitation.invitation_id
         
  and invitation_item.session_item_id = "session_item"."session_item_id")))
            when 'organisation' in (document.level, session_item.level, conference.level) then ($12::boolean
              or conference.organisation_id is null or (conference.organisation_id = any($13::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($14::uuid[]))))
            else true end)))
    else document.level in ('internal', 'public')
    or (document.level = 'organisation'
  and ($15::boolean
      or document.organisation_id is null or document.organisation_id = any($16::uuid[])))
    or (document.level = 'participants'
  and exists (
      select 1
  from document_participant named
     
  where named.province_id = document.province_id
  and named.document_id = document.document_id
       
  and (named.account_id = $17 or named.organisation_id = any($18::uuid[])))) end))))
   
  order by f.document_id, f.start_at;


    select f.finding_id, i.indicator_id, false as confirmed, d.document_id, d.title,
      d.organisation_id as of, f.start_at, f.end_at, f.quote,
      (f.payload->'period'->>'from')::date as period_from,
      (f.payload->'period'->>'to')::date as period_to, q.payload->>'value' as value,
      q.payload->>'bound' is null
  and q.payload->>'max' is null as exact,
      f.payload->>'modality' = 'estimate' as estimate, f.payload->'place'->>'quote' as place,
      q.payload->>'unit' as unit
   
  from finding f join document d on d.province_id = f.province_id
     
  and d.document_id = f.document_id
  and d.organisation_id = any($1::uuid[])
    join indicator i on i.province_id = f.province_id
  and i.indicator_id = any($2::uuid[])
     
  and i.code = f.payload->'indicator'->>'code'
    join finding q on q.province_id = f.province_id
  and q.document_id = f.document_id
     
  and q.text_version = f.text_version
  and q.reader_key = f.payload->>'quantity'
   
  where f.province_id = $3
  and f.kind = 'statement'
  and f.state = 'proposed'
     
  and f.edited is null
  and f.payload->'period'->>'to' = any($4::text[])
     
  and f.payload->'period'->>'from' is not null
  and q.payload->>'value' is not null
     
  and coalesce(f.payload->>'modality', '') not in ('target', 'forecast')
     
  and ("f"."document_id" is null or "f"."document_id" not in (
    select document_id
  from document
  where province_id = $5
     
  and status = 'quarantined'))
   
  order by f.document_id, f.start_at;


    select o.finding_id, o.indicator_id, true as confirmed, d.document_id, d.title,
      d.organisation_id as of, o.start_at, o.end_at, o.as_written as quote, o.period_from,
      o.period_to, o.value, o.bound is null
  and o.value_max is null as exact,
      o.modality = 'estimate' as estimate, o.place, o.unit
   
  from observation o join document d on d.province_id = o.province_id
     
  and d.document_id = o.document_id
   
  where o.province_id = $1
  and o.indicator_id = any($2::uuid[])
     
  and o.period_to = any($3::date[])
  and o.period_from is not null
  and o.value is not null
     
  and o.modality not in ('target', 'forecast')
  and o.withdrawn_at is null
     
  and o.finding_id is not null
  and ("o"."document_id" is null or "o"."document_id" in (
    select document_id
  from document
  where province_id = $4
     
  and (document.status <> 'quarantined'
  and (document.organisation_id = any($5::uuid[])
    or case when document.matter_id is not null then exists (select 1
  from item_paper
    join session_item on session_item.province_id = item_paper.province_id
     
  and session_item.session_item_id = item_paper.session_item_id
    join conference on conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
   
  where item_paper.province_id = document.province_id
     
  and item_paper.document_id = document.document_id
     
  and ((conference.organisation_id = any($6::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($7::uuid[])))
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
   
  and (invitation.account_id = $8
    or invitation.substitute_account_id = $9
    or invitation.organisation_id = any($10::uuid[])))
     
  and (invitation.capacity <> 'forItems' or exists (select 1
  from invitation_item
       
  where invitation_item.province_id = invitation.province_id
         
  and invitation_item.invitation_id = invitation.invitation_id
         
  and invitation_item.session_item_id = "session_item"."session_item_id")))
            when 'organisation' in (document.level, session_item.level, conference.level) then ($11::boolean
              or conference.organisation_id is null or (conference.organisation_id = any($12::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($13::uuid[]))))
            else true end)))
    else document.level in ('internal', 'public')
    or (document.level = 'organisation'
  and ($14::boolean
      or document.organisation_id is null or document.organisation_id = any($15::uuid[])))
    or (document.level = 'participants'
  and exists (
      select 1
  from document_participant named
     
  where named.province_id = document.province_id
  and named.document_id = document.document_id
       
  and (named.account_id = $16 or named.organisation_id = any($17::uuid[])))) end))))
   
  order by o.confirmed_at, o.observation_id;


    select o.finding_id, o.indicator_id, true as confirmed, d.document_id, d.title,
      d.organisation_id as of, o.start_at, o.end_at, o.as_written as quote, o.period_from,
      o.period_to, o.value, o.bound is null
  and o.value_max is null as exact,
      o.modality = 'estimate' as estimate, o.place, o.unit
   
  from observation o join document d on d.province_id = o.province_id
     
  and d.document_id = o.document_id
   
  where o.province_id = $1
  and o.indicator_id = any($2::uuid[])
     
  and o.period_to = any($3::date[])
  and o.period_from is not null
  and o.value is not null
     
  and o.modality not in ('target', 'forecast')
  and o.withdrawn_at is null
     
  and o.finding_id is not null
  and ("o"."document_id" is null or "o"."document_id" not in (
    select document_id
  from document
  where province_id = $4
     
  and status = 'quarantined'))
   
  order by o.confirmed_at, o.observation_id;
