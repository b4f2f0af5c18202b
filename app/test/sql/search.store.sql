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
     
  and (conference.organisation_id = any($4::uuid[])
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
    else case search_entry.subject_kind
      when $14 then search_entry.subject_id in (select "conference"."conference_id"
     
  from "conference"
  where "conference"."province_id" = $15
  and (case when conference.organisation_id is null then ("conference"."document_id" is null or "conference"."document_id" in (
    select document_id
  from document
  where province_id = $16
     
  and (document.status <> 'quarantined'
  and (document.organisation_id = any($17::uuid[])
    or case when document.matter_id is not null then exists (select 1
  from item_paper
    join session_item on session_item.province_id = item_paper.province_id
     
  and session_item.session_item_id = item_paper.session_item_id
    join conference on conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
   
  where item_paper.province_id = document.province_id
     
  and item_paper.document_id = document.document_id
     
  and (conference.organisation_id = any($18::uuid[])
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
   
  and (invitation.account_id = $19
    or invitation.substitute_account_id = $20
    or invitation.organisation_id = any($21::uuid[])))
     
  and (invitation.capacity <> 'forItems' or exists (select 1
  from invitation_item
       
  where invitation_item.province_id = invitation.province_id
         
  and invitation_item.invitation_id = invitation.invitation_id
         
  and invitation_item.session_item_id = "session_item"."session_item_id")))
            when 'organisation' in (document.level, session_item.level, conference.level) then ($22::boolean
              or conference.organisation_id is null or conference.organisation_id = any($23::uuid[]))
            else true end)))
    else document.level in ('internal', 'public')
    or (document.level = 'organisation'
  and ($24::boolean
      or document.organisation_id is null or document.organisation_id = any($25::uuid[])))
    or (document.level = 'participants'
  and exists (
      select 1
  from document_participant named
     
  where named.province_id = document.province_id
  and named.document_id = document.document_id
       
  and (named.account_id = $26 or named.organisation_id = any($27::uuid[])))) end))))
    else conference.organisation_id = any($28::uuid[])
      or conference.level in ('internal', 'public')
      or (conference.level = 'organisation'
  and ($29::boolean
        or conference.organisation_id = any($30::uuid[])))
      or (conference.level = 'participants'
  and exists (select 1
  from invitation
       
  where invitation.province_id = conference.province_id
         
  and invitation.conference_id = conference.conference_id
  and (invitation.withdrawn_at is null
  and invitation.sent_at is not null
   
  and (invitation.account_id = $31
    or invitation.substitute_account_id = $32
    or invitation.organisation_id = any($33::uuid[])))))
    end))
      when $34 then search_entry.subject_id in (select "session_item"."session_item_id"
     
  from "session_item"
  where "session_item"."province_id" = $35
  and (session_item.submitter_id = any($36::uuid[]) or exists (
    select 1
  from conference
  where conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
     
  and (conference.organisation_id = any($37::uuid[])
        or ((case when conference.organisation_id is null then ("conference"."document_id" is null or "conference"."document_id" in (
    select document_id
  from document
  where province_id = $38
     
  and (document.status <> 'quarantined'
  and (document.organisation_id = any($39::uuid[])
    or case when document.matter_id is not null then exists (select 1
  from item_paper
    join session_item on session_item.province_id = item_paper.province_id
     
  and session_item.session_item_id = item_paper.session_item_id
    join conference on conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
   
  where item_paper.province_id = document.province_id
     
  and item_paper.document_id = document.document_id
     
  and (conference.organisation_id = any($40::uuid[])
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
   
  and (invitation.account_id = $41
    or invitation.substitute_account_id = $42
    or invitation.organisation_id = any($43::uuid[])))
     
  and (invitation.capacity <> 'forItems' or exists (select 1
  from invitation_item
       
  where invitation_item.province_id = invitation.province_id
         
  and invitation_item.invitation_id = invitation.invitation_id
         
  and invitation_item.session_item_id = "session_item"."session_item_id")))
            when 'organisation' in (document.level, session_item.level, conference.level) then ($44::boolean
              or conference.organisation_id is null or conference.organisation_id = any($45::uuid[]))
            else true end)))
    else document.level in ('internal', 'public')
    or (document.level = 'organisation'
  and ($46::boolean
      or document.organisation_id is null or document.organisation_id = any($47::uuid[])))
    or (document.level = 'participants'
  and exists (
      select 1
  from document_participant named
     
  where named.province_id = document.province_id
  and named.document_id = document.document_id
       
  and (named.account_id = $48 or named.organisation_id = any($49::uuid[])))) end))))
    else conference.organisation_id = any($50::uuid[])
      or conference.level in ('internal', 'public')
      or (conference.level = 'organisation'
  and ($51::boolean
        or conference.organisation_id = any($52::uuid[])))
      or (conference.level = 'participants'
  and exists (select 1
  from invitation
       
  where invitation.province_id = conference.province_id
         
  and invitation.conference_id = conference.conference_id
  and (invitation.withdrawn_at is null
  and invitation.sent_at is not null
   
  and (invitation.account_id = $53
    or invitation.substitute_account_id = $54
    or invitation.organisation_id = any($55::uuid[])))))
    end)
  and (session_item.level in ('internal', 'public')
          or (session_item.level = 'organisation'
  and ($56::boolean
            or conference.organisation_id = any($57::uuid[])))
          or (session_item.level = 'participants'
  and exists (select 1
  from invitation
   
  where invitation.province_id = "session_item"."province_id"
     
  and invitation.conference_id = "session_item"."conference_id"
  and (invitation.withdrawn_at is null
  and invitation.sent_at is not null
   
  and (invitation.account_id = $58
    or invitation.substitute_account_id = $59
    or invitation.organisation_id = any($60::uuid[])))
     
  and (invitation.capacity <> 'forItems' or exists (select 1
  from invitation_item
       
  where invitation_item.province_id = invitation.province_id
         
  and invitation_item.invitation_id = invitation.invitation_id
         
  and invitation_item.session_item_id = "session_item"."session_item_id"))))))))))
      when $61 then search_entry.subject_id in (select "assignment"."assignment_id"
     
  from "assignment"
  where "assignment"."province_id" = $62
  and (case when assignment.session_item_id is null
    then ("assignment"."document_id" is null or "assignment"."document_id" in (
    select document_id
  from document
  where province_id = $63
     
  and (document.status <> 'quarantined'
  and (document.organisation_id = any($64::uuid[])
    or case when document.matter_id is not null then exists (select 1
  from item_paper
    join session_item on session_item.province_id = item_paper.province_id
     
  and session_item.session_item_id = item_paper.session_item_id
    join conference on conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
   
  where item_paper.province_id = document.province_id
     
  and item_paper.document_id = document.document_id
     
  and (conference.organisation_id = any($65::uuid[])
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
   
  and (invitation.account_id = $66
    or invitation.substitute_account_id = $67
    or invitation.organisation_id = any($68::uuid[])))
     
  and (invitation.capacity <> 'forItems' or exists (select 1
  from invitation_item
       
  where invitation_item.province_id = invitation.province_id
         
  and invitation_item.invitation_id = invitation.invitation_id
         
  and invitation_item.session_item_id = "session_item"."session_item_id")))
            when 'organisation' in (document.level, session_item.level, conference.level) then ($69::boolean
              or conference.organisation_id is null or conference.organisation_id = any($70::uuid[]))
            else true end)))
    else document.level in ('internal', 'public')
    or (document.level = 'organisation'
  and ($71::boolean
      or document.organisation_id is null or document.organisation_id = any($72::uuid[])))
    or (document.level = 'participants'
  and exists (
      select 1
  from document_participant named
     
  where named.province_id = document.province_id
  and named.document_id = document.document_id
       
  and (named.account_id = $73 or named.organisation_id = any($74::uuid[])))) end)))) or ((assignment.lead_id = any($75::uuid[])
    or assignment.cooperating_ids ?| $76::text[] or assignment.follower_id = $77)
  and not exists (select 1
  from document
     
  where document.province_id = assignment.province_id
       
  and document.document_id = assignment.document_id
  and document.status = 'quarantined'))
    else (assignment.lead_id = any($78::uuid[])
    or assignment.cooperating_ids ?| $79::text[] or assignment.follower_id = $80) or exists (
      select 1
  from session_item
  where session_item.province_id = assignment.province_id
       
  and session_item.session_item_id = assignment.session_item_id
  and (session_item.submitter_id = any($81::uuid[]) or exists (
    select 1
  from conference
  where conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
     
  and (conference.organisation_id = any($82::uuid[])
        or ((case when conference.organisation_id is null then ("conference"."document_id" is null or "conference"."document_id" in (
    select document_id
  from document
  where province_id = $83
     
  and (document.status <> 'quarantined'
  and (document.organisation_id = any($84::uuid[])
    or case when document.matter_id is not null then exists (select 1
  from item_paper
    join session_item on session_item.province_id = item_paper.province_id
     
  and session_item.session_item_id = item_paper.session_item_id
    join conference on conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
   
  where item_paper.province_id = document.province_id
     
  and item_paper.document_id = document.document_id
     
  and (conference.organisation_id = any($85::uuid[])
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
   
  and (invitation.account_id = $86
    or invitation.substitute_account_id = $87
    or invitation.organisation_id = any($88::uuid[])))
     
  and (invitation.capacity <> 'forItems' or exists (select 1
  from invitation_item
       
  where invitation_item.province_id = invitation.province_id
         
  and invitation_item.invitation_id = invitation.invitation_id
         
  and invitation_item.session_item_id = "session_item"."session_item_id")))
            when 'organisation' in (document.level, session_item.level, conference.level) then ($89::boolean
              or conference.organisation_id is null or conference.organisation_id = any($90::uuid[]))
            else true end)))
    else document.level in ('internal', 'public')
    or (document.level = 'organisation'
  and ($91::boolean
      or document.organisation_id is null or document.organisation_id = any($92::uuid[])))
    or (document.level = 'participants'
  and exists (
      select 1
  from document_participant named
     
  where named.province_id = document.province_id
  and named.document_id = document.document_id
       
  and (named.account_id = $93 or named.organisation_id = any($94::uuid[])))) end))))
    else conference.organisation_id = any($95::uuid[])
      or conference.level in ('internal', 'public')
      or (conference.level = 'organisation'
  and ($96::boolean
        or conference.organisation_id = any($97::uuid[])))
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
  and ($101::boolean
            or conference.organisation_id = any($102::uuid[])))
          or (session_item.level = 'participants'
  and exists (select 1
  from invitation
   
  where invitation.province_id = "session_item"."province_id"
     
  and invitation.conference_id = "session_item"."conference_id"
  and (invitation.withdrawn_at is null
  and invitation.sent_at is not null
   
  and (invitation.account_id = $103
    or invitation.substitute_account_id = $104
    or invitation.organisation_id = any($105::uuid[])))
     
  and (invitation.capacity <> 'forItems' or exists (select 1
  from invitation_item
       
  where invitation_item.province_id = invitation.province_id
         
  and invitation_item.invitation_id = invitation.invitation_id
         
  and invitation_item.session_item_id = "session_item"."session_item_id")))))))))) end))
      when $106 then search_entry.subject_id in (select "opinion_round"."round_id"
     
  from "opinion_round"
  where "opinion_round"."province_id" = $107
  and ((opinion_round.organisation_id = any($108::uuid[]) or exists (
    select 1
  from matter
  where matter.province_id = opinion_round.province_id
     
  and matter.matter_id = opinion_round.matter_id
  and matter.submitter_id = any($109::uuid[]))) or opinion_round.level in ('internal', 'public')
    or (opinion_round.level = 'organisation'
  and ($110::boolean
      or opinion_round.organisation_id = any($111::uuid[])))
    or exists (select 1
  from round_addressee
     
  where round_addressee.province_id = opinion_round.province_id
       
  and round_addressee.round_id = opinion_round.round_id
  and (round_addressee.account_id = $112
    or round_addressee.organisation_id = any($113::uuid[])))))
      when $114 then search_entry.subject_id in (select "instrument"."instrument_id"
     
  from "instrument"
  where "instrument"."province_id" = $115
  and (not instrument.quarantined
  and (instrument.level in ('internal', 'public') or exists (
    select 1
  from instrument_duty
  where instrument_duty.province_id = instrument.province_id
     
  and instrument_duty.instrument_id = instrument.instrument_id
     
  and instrument_duty.withdrawn_at is null
     
  and instrument_duty.organisation_id = any($116::uuid[])))))
      when $117 then search_entry.subject_id in (select "inspection"."inspection_id"
     
  from "inspection"
  where "inspection"."province_id" = $118
  and ((inspection.organisation_id = any($119::uuid[])
    or inspection.inspecting_id = any($120::uuid[])) or (inspection.told_on <= $121::date
   
  and (inspection.level in ('internal', 'public') or exists (select 1
  from inspected_body named
     
  where named.province_id = inspection.province_id
       
  and named.inspection_id = inspection.inspection_id
       
  and named.organisation_id = any($122::uuid[]))))))
      else true end end)
  and to_tsvector('simple', folded) @@ to_tsquery('simple', $123)
  order by ts_rank(to_tsvector('simple', folded), to_tsquery('simple', $124)) desc, "changed_at" desc
  limit $125;
