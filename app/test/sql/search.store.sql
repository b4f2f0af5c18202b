-- Functions of app/src/search/store.ts.

-- dropSearchEntry
delete
  from "search_entry"
  where "province_id" = $1
  and "subject_kind" = $2
  and "subject_id" = $3;

-- putSearchEntry
insert into "search_entry" ("province_id", "subject_kind", "subject_id", "part", "document_id", "start_at", "end_at", "title", "body", "folded")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- search
select "subject_kind", "subject_id", "document_id", "start_at", "end_at", "title", "body"
  from "search_entry"
  where "province_id" = $1
  and ("search_entry"."document_id" is null or "search_entry"."document_id" not in (
    select document_id
  from document
  where province_id = $2
     
  and status = 'quarantined'))
  and to_tsvector('simple', folded) @@ to_tsquery('simple', $3)
  order by ts_rank(to_tsvector('simple', folded), to_tsquery('simple', $4)) desc, "changed_at" desc
  limit $5;

select "subject_kind", "subject_id", "document_id", "start_at", "end_at", "title", "body"
  from "search_entry"
  where "province_id" = $1
  and (case when search_entry.document_id is not null then ("search_entry"."document_id" is null or "search_entry"."document_id" in (
    select document_id
  from document
  where province_id = $2
     
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
       
  and (named.account_id = $14 or named.organisation_id = any($15::uuid[])))) end))))
    else case search_entry.subject_kind
      when $16 then search_entry.subject_id in (select "conference"."conference_id"
     
  from "conference"
  where "conference"."province_id" = $17
  and (case when conference.organisation_id is null then ("conference"."document_id" is null or "conference"."document_id" in (
    select document_id
  from document
  where province_id = $18
     
  and (document.status <> 'quarantined'
  and (document.organisation_id = any($19::uuid[])
    or case when document.matter_id is not null then exists (select 1
  from item_paper
    join session_item on session_item.province_id = item_paper.province_id
     
  and session_item.session_item_id = item_paper.session_item_id
    join conference on conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
   
  where item_paper.province_id = document.province_id
     
  and item_paper.document_id = document.document_id
     
  and ((conference.organisation_id = any($20::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($21::uuid[])))
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
   
  and (invitation.account_id = $22
    or invitation.substitute_account_id = $23
    or invitation.organisation_id = any($24::uuid[])))
     
  and (invitation.capacity <> 'forItems' or exists (select 1
  from invitation_item
       
  where invitation_item.province_id = invitation.province_id
         
  and invitation_item.invitation_id = invitation.invitation_id
         
  and invitation_item.session_item_id = "session_item"."session_item_id")))
            when 'organisation' in (document.level, session_item.level, conference.level) then ($25::boolean
              or conference.organisation_id is null or (conference.organisation_id = any($26::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($27::uuid[]))))
            else true end)))
    else document.level in ('internal', 'public')
    or (document.level = 'organisation'
  and ($28::boolean
      or document.organisation_id is null or document.organisation_id = any($29::uuid[])))
    or (document.level = 'participants'
  and exists (
      select 1
  from document_participant named
     
  where named.province_id = document.province_id
  and named.document_id = document.document_id
       
  and (named.account_id = $30 or named.organisation_id = any($31::uuid[])))) end))))
    else (conference.organisation_id = any($32::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($33::uuid[])))
      or conference.level in ('internal', 'public')
      or (conference.level = 'organisation'
  and ($34::boolean or (conference.organisation_id = any($35::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($36::uuid[])))))
      or (conference.level = 'participants'
  and exists (select 1
  from invitation
       
  where invitation.province_id = conference.province_id
         
  and invitation.conference_id = conference.conference_id
  and (invitation.withdrawn_at is null
  and invitation.sent_at is not null
   
  and (invitation.account_id = $37
    or invitation.substitute_account_id = $38
    or invitation.organisation_id = any($39::uuid[])))))
    end))
      when $40 then search_entry.subject_id in (select "session_item"."session_item_id"
     
  from "session_item"
  where "session_item"."province_id" = $41
  and (session_item.submitter_id = any($42::uuid[]) or exists (
    select 1
  from conference
  where conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
     
  and ((conference.organisation_id = any($43::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($44::uuid[])))
        or ((case when conference.organisation_id is null then ("conference"."document_id" is null or "conference"."document_id" in (
    select document_id
  from document
  where province_id = $45
     
  and (document.status <> 'quarantined'
  and (document.organisation_id = any($46::uuid[])
    or case when document.matter_id is not null then exists (select 1
  from item_paper
    join session_item on session_item.province_id = item_paper.province_id
     
  and session_item.session_item_id = item_paper.session_item_id
    join conference on conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
   
  where item_paper.province_id = document.province_id
     
  and item_paper.document_id = document.document_id
     
  and ((conference.organisation_id = any($47::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($48::uuid[])))
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
   
  and (invitation.account_id = $49
    or invitation.substitute_account_id = $50
    or invitation.organisation_id = any($51::uuid[])))
     
  and (invitation.capacity <> 'forItems' or exists (select 1
  from invitation_item
       
  where invitation_item.province_id = invitation.province_id
         
  and invitation_item.invitation_id = invitation.invitation_id
         
  and invitation_item.session_item_id = "session_item"."session_item_id")))
            when 'organisation' in (document.level, session_item.level, conference.level) then ($52::boolean
              or conference.organisation_id is null or (conference.organisation_id = any($53::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($54::uuid[]))))
            else true end)))
    else document.level in ('internal', 'public')
    or (document.level = 'organisation'
  and ($55::boolean
      or document.organisation_id is null or document.organisation_id = any($56::uuid[])))
    or (document.level = 'participants'
  and exists (
      select 1
  from document_participant named
     
  where named.province_id = document.province_id
  and named.document_id = document.document_id
       
  and (named.account_id = $57 or named.organisation_id = any($58::uuid[])))) end))))
    else (conference.organisation_id = any($59::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($60::uuid[])))
      or conference.level in ('internal', 'public')
      or (conference.level = 'organisation'
  and ($61::boolean or (conference.organisation_id = any($62::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($63::uuid[])))))
      or (conference.level = 'participants'
  and exists (select 1
  from invitation
       
  where invitation.province_id = conference.province_id
         
  and invitation.conference_id = conference.conference_id
  and (invitation.withdrawn_at is null
  and invitation.sent_at is not null
   
  and (invitation.account_id = $64
    or invitation.substitute_account_id = $65
    or invitation.organisation_id = any($66::uuid[])))))
    end)
  and (session_item.level in ('internal', 'public')
          or (session_item.level = 'organisation'
  and ($67::boolean or (conference.organisation_id = any($68::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($69::uuid[])))))
          or (session_item.level = 'participants'
  and exists (select 1
  from invitation
   
  where invitation.province_id = "session_item"."province_id"
     
  and invitation.conference_id = "session_item"."conference_id"
  and (invitation.withdrawn_at is null
  and invitation.sent_at is not null
   
  and (invitation.account_id = $70
    or invitation.substitute_account_id = $71
    or invitation.organisation_id = any($72::uuid[])))
     
  and (invitation.capacity <> 'forItems' or exists (select 1
  from invitation_item
       
  where invitation_item.province_id = invitation.province_id
         
  and invitation_item.invitation_id = invitation.invitation_id
         
  and invitation_item.session_item_id = "session_item"."session_item_id"))))))))))
      when $73 then search_entry.subject_id in (select "assignment"."assignment_id"
     
  from "assignment"
  where "assignment"."province_id" = $74
  and (case when assignment.session_item_id is null
    then ("assignment"."document_id" is null or "assignment"."document_id" in (
    select document_id
  from document
  where province_id = $75
     
  and (document.status <> 'quarantined'
  and (document.organisation_id = any($76::uuid[])
    or case when document.matter_id is not null then exists (select 1
  from item_paper
    join session_item on session_item.province_id = item_paper.province_id
     
  and session_item.session_item_id = item_paper.session_item_id
    join conference on conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
   
  where item_paper.province_id = document.province_id
     
  and item_paper.document_id = document.document_id
     
  and ((conference.organisation_id = any($77::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($78::uuid[])))
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
   
  and (invitation.account_id = $79
    or invitation.substitute_account_id = $80
    or invitation.organisation_id = any($81::uuid[])))
     
  and (invitation.capacity <> 'forItems' or exists (select 1
  from invitation_item
       
  where invitation_item.province_id = invitation.province_id
         
  and invitation_item.invitation_id = invitation.invitation_id
         
  and invitation_item.session_item_id = "session_item"."session_item_id")))
            when 'organisation' in (document.level, session_item.level, conference.level) then ($82::boolean
              or conference.organisation_id is null or (conference.organisation_id = any($83::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($84::uuid[]))))
            else true end)))
    else document.level in ('internal', 'public')
    or (document.level = 'organisation'
  and ($85::boolean
      or document.organisation_id is null or document.organisation_id = any($86::uuid[])))
    or (document.level = 'participants'
  and exists (
      select 1
  from document_participant named
     
  where named.province_id = document.province_id
  and named.document_id = document.document_id
       
  and (named.account_id = $87 or named.organisation_id = any($88::uuid[])))) end)))) or ((assignment.lead_id = any($89::uuid[])
    or assignment.cooperating_ids ?| $90::text[] or assignment.follower_id = $91)
  and not exists (select 1
  from document
     
  where document.province_id = assignment.province_id
       
  and document.document_id = assignment.document_id
  and document.status = 'quarantined'))
    else (assignment.lead_id = any($92::uuid[])
    or assignment.cooperating_ids ?| $93::text[] or assignment.follower_id = $94) or exists (
      select 1
  from session_item
  where session_item.province_id = assignment.province_id
       
  and session_item.session_item_id = assignment.session_item_id
  and (session_item.submitter_id = any($95::uuid[]) or exists (
    select 1
  from conference
  where conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
     
  and ((conference.organisation_id = any($96::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($97::uuid[])))
        or ((case when conference.organisation_id is null then ("conference"."document_id" is null or "conference"."document_id" in (
    select document_id
  from document
  where province_id = $98
     
  and (document.status <> 'quarantined'
  and (document.organisation_id = any($99::uuid[])
    or case when document.matter_id is not null then exists (select 1
  from item_paper
    join session_item on session_item.province_id = item_paper.province_id
     
  and session_item.session_item_id = item_paper.session_item_id
    join conference on conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
   
  where item_paper.province_id = document.province_id
     
  and item_paper.document_id = document.document_id
     
  and ((conference.organisation_id = any($100::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($101::uuid[])))
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
   
  and (invitation.account_id = $102
    or invitation.substitute_account_id = $103
    or invitation.organisation_id = any($104::uuid[])))
     
  and (invitation.capacity <> 'forItems' or exists (select 1
  from invitation_item
       
  where invitation_item.province_id = invitation.province_id
         
  and invitation_item.invitation_id = invitation.invitation_id
         
  and invitation_item.session_item_id = "session_item"."session_item_id")))
            when 'organisation' in (document.level, session_item.level, conference.level) then ($105::boolean
              or conference.organisation_id is null or (conference.organisation_id = any($106::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($107::uuid[]))))
            else true end)))
    else document.level in ('internal', 'public')
    or (document.level = 'organisation'
  and ($108::boolean
      or document.organisation_id is null or document.organisation_id = any($109::uuid[])))
    or (document.level = 'participants'
  and exists (
      select 1
  from document_participant named
     
  where named.province_id = document.province_id
  and named.document_id = document.document_id
       
  and (named.account_id = $110 or named.organisation_id = any($111::uuid[])))) end))))
    else (conference.organisation_id = any($112::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($113::uuid[])))
      or conference.level in ('internal', 'public')
      or (conference.level = 'organisation'
  and ($114::boolean or (conference.organisation_id = any($115::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($116::uuid[])))))
      or (conference.level = 'participants'
  and exists (select 1
  from invitation
       
  where invitation.province_id = conference.province_id
         
  and invitation.conference_id = conference.conference_id
  and (invitation.withdrawn_at is null
  and invitation.sent_at is not null
   
  and (invitation.account_id = $117
    or invitation.substitute_account_id = $118
    or invitation.organisation_id = any($119::uuid[])))))
    end)
  and (session_item.level in ('internal', 'public')
          or (session_item.level = 'organisation'
  and ($120::boolean or (conference.organisation_id = any($121::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($122::uuid[])))))
          or (session_item.level = 'participants'
  and exists (select 1
  from invitation
   
  where invitation.province_id = "session_item"."province_id"
     
  and invitation.conference_id = "session_item"."conference_id"
  and (invitation.withdrawn_at is null
  and invitation.sent_at is not null
   
  and (invitation.account_id = $123
    or invitation.substitute_account_id = $124
    or invitation.organisation_id = any($125::uuid[])))
     
  and (invitation.capacity <> 'forItems' or exists (select 1
  from invitation_item
       
  where invitation_item.province_id = invitation.province_id
         
  and invitation_item.invitation_id = invitation.invitation_id
         
  and invitation_item.session_item_id = "session_item"."session_item_id")))))))))) end))
      when $126 then search_entry.subject_id in (select "opinion_round"."round_id"
     
  from "opinion_round"
  where "opinion_round"."province_id" = $127
  and ((opinion_round.organisation_id = any($128::uuid[]) or exists (
    select 1
  from matter
  where matter.province_id = opinion_round.province_id
     
  and matter.matter_id = opinion_round.matter_id
  and matter.submitter_id = any($129::uuid[]))) or opinion_round.level in ('internal', 'public')
    or (opinion_round.level = 'organisation'
  and ($130::boolean
      or opinion_round.organisation_id = any($131::uuid[])))
    or exists (select 1
  from round_addressee
     
  where round_addressee.province_id = opinion_round.province_id
       
  and round_addressee.round_id = opinion_round.round_id
  and (round_addressee.account_id = $132
    or round_addressee.organisation_id = any($133::uuid[])))))
      when $134 then search_entry.subject_id in (select "instrument"."instrument_id"
     
  from "instrument"
  where "instrument"."province_id" = $135
  and (not instrument.quarantined
  and (instrument.level in ('internal', 'public') or exists (
    select 1
  from instrument_duty
  where instrument_duty.province_id = instrument.province_id
     
  and instrument_duty.instrument_id = instrument.instrument_id
     
  and instrument_duty.withdrawn_at is null
     
  and instrument_duty.organisation_id = any($136::uuid[])))))
      when $137 then search_entry.subject_id in (select "inspection"."inspection_id"
     
  from "inspection"
  where "inspection"."province_id" = $138
  and ((inspection.organisation_id = any($139::uuid[])
    or inspection.inspecting_id = any($140::uuid[])) or (inspection.told_on <= $141::date
   
  and (inspection.level in ('internal', 'public') or exists (select 1
  from inspected_body named
     
  where named.province_id = inspection.province_id
       
  and named.inspection_id = inspection.inspection_id
       
  and named.organisation_id = any($142::uuid[]))))))
      else true end end)
  and to_tsvector('simple', folded) @@ to_tsquery('simple', $143)
  order by ts_rank(to_tsvector('simple', folded), to_tsquery('simple', $144)) desc, "changed_at" desc
  limit $145;
