-- Functions of app/src/record/stories.ts.

-- knownTitles

    select session_item_id as id, title
  from session_item
   
  where province_id = $1
  and conference_id = $2
     
  and true;

-- rowOf

      select invitation_id, (session_item_id is null
  or exists (select 1
  from (select item_opinion.province_id, item_opinion.session_item_id,
    item_opinion.addressee_id, null::uuid as invitation_id) as item_opinion
   
  where (case when item_opinion.session_item_id is not null then exists (
      select 1
  from session_item join conference on conference.province_id = session_item.province_id
       
  and conference.conference_id = session_item.conference_id
     
  where session_item.province_id = item_opinion.province_id
       
  and session_item.session_item_id = item_opinion.session_item_id
  and (session_item.submitter_id = any($1::uuid[]) or exists (
    select 1
  from conference
  where conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
     
  and ((conference.organisation_id = any($2::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($3::uuid[])))
        or ((case when conference.organisation_id is null then ("conference"."document_id" is null or "conference"."document_id" in (
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
    else (conference.organisation_id = any($18::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($19::uuid[])))
      or conference.level in ('internal', 'public')
      or (conference.level = 'organisation'
  and ($20::boolean or (conference.organisation_id = any($21::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($22::uuid[])))))
      or (conference.level = 'participants'
  and exists (select 1
  from invitation
       
  where invitation.province_id = conference.province_id
         
  and invitation.conference_id = conference.conference_id
  and (invitation.withdrawn_at is null
  and invitation.sent_at is not null
   
  and (invitation.account_id = $23
    or invitation.substitute_account_id = $24
    or invitation.organisation_id = any($25::uuid[])))))
    end)
  and (session_item.level in ('internal', 'public')
          or (session_item.level = 'organisation'
  and ($26::boolean or (conference.organisation_id = any($27::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($28::uuid[])))))
          or (session_item.level = 'participants'
  and exists (select 1
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
         
  and invitation_item.session_item_id = "session_item"."session_item_id")))))))))
       
  and ((conference.organisation_id = any($32::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($33::uuid[])))
          or (conference.closed_at is not null
  and session_item.submitter_id = any($34::uuid[]))
          or exists (select 1
  from invitation
  where invitation.province_id = conference.province_id
           
  and invitation.conference_id = conference.conference_id
  and (invitation.withdrawn_at is null
  and invitation.sent_at is not null
   
  and (invitation.account_id = $35
    or invitation.substitute_account_id = $36
    or invitation.organisation_id = any($37::uuid[])))
           
  and (invitation.capacity in ('chair', 'member')
              or invitation.invitation_id = item_opinion.invitation_id))))
    else exists (select 1
  from round_addressee
      join opinion_round on opinion_round.province_id = round_addressee.province_id
       
  and opinion_round.round_id = round_addressee.round_id
     
  where round_addressee.province_id = item_opinion.province_id
       
  and round_addressee.addressee_id = item_opinion.addressee_id
       
  and ((round_addressee.account_id = $38
    or round_addressee.organisation_id = any($39::uuid[])) or (opinion_round.organisation_id = any($40::uuid[]) or exists (
    select 1
  from matter
  where matter.province_id = opinion_round.province_id
     
  and matter.matter_id = opinion_round.matter_id
  and matter.submitter_id = any($41::uuid[]))))) end))) as every
  from item_opinion
     
  where province_id = $42
  and item_opinion_id = $43
       
  and (case when item_opinion.session_item_id is not null then exists (
      select 1
  from session_item join conference on conference.province_id = session_item.province_id
       
  and conference.conference_id = session_item.conference_id
     
  where session_item.province_id = item_opinion.province_id
       
  and session_item.session_item_id = item_opinion.session_item_id
  and (session_item.submitter_id = any($44::uuid[]) or exists (
    select 1
  from conference
  where conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
     
  and ((conference.organisation_id = any($45::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($46::uuid[])))
        or ((case when conference.organisation_id is null then ("conference"."document_id" is null or "conference"."document_id" in (
    select document_id
  from document
  where province_id = $47
     
  and (document.status <> 'quarantined'
  and (document.organisation_id = any($48::uuid[])
    or case when document.matter_id is not null then exists (select 1
  from item_paper
    join session_item on session_item.province_id = item_paper.province_id
     
  and session_item.session_item_id = item_paper.session_item_id
    join conference on conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
   
  where item_paper.province_id = document.province_id
     
  and item_paper.document_id = document.document_id
     
  and ((conference.organisation_id = any($49::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($50::uuid[])))
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
   
  and (invitation.account_id = $51
    or invitation.substitute_account_id = $52
    or invitation.organisation_id = any($53::uuid[])))
     
  and (invitation.capacity <> 'forItems' or exists (select 1
  from invitation_item
       
  where invitation_item.province_id = invitation.province_id
         
  and invitation_item.invitation_id = invitation.invitation_id
         
  and invitation_item.session_item_id = "session_item"."session_item_id")))
            when 'organisation' in (document.level, session_item.level, conference.level) then ($54::boolean
              or conference.organisation_id is null or (conference.organisation_id = any($55::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($56::uuid[]))))
            else true end)))
    else document.level in ('internal', 'public')
    or (document.level = 'organisation'
  and ($57::boolean
      or document.organisation_id is null or document.organisation_id = any($58::uuid[])))
    or (document.level = 'participants'
  and exists (
      select 1
  from document_participant named
     
  where named.province_id = document.province_id
  and named.document_id = document.document_id
       
  and (named.account_id = $59 or named.organisation_id = any($60::uuid[])))) end))))
    else (conference.organisation_id = any($61::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($62::uuid[])))
      or conference.level in ('internal', 'public')
      or (conference.level = 'organisation'
  and ($63::boolean or (conference.organisation_id = any($64::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($65::uuid[])))))
      or (conference.level = 'participants'
  and exists (select 1
  from invitation
       
  where invitation.province_id = conference.province_id
         
  and invitation.conference_id = conference.conference_id
  and (invitation.withdrawn_at is null
  and invitation.sent_at is not null
   
  and (invitation.account_id = $66
    or invitation.substitute_account_id = $67
    or invitation.organisation_id = any($68::uuid[])))))
    end)
  and (session_item.level in ('internal', 'public')
          or (session_item.level = 'organisation'
  and ($69::boolean or (conference.organisation_id = any($70::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($71::uuid[])))))
          or (session_item.level = 'participants'
  and exists (select 1
  from invitation
   
  where invitation.province_id = "session_item"."province_id"
     
  and invitation.conference_id = "session_item"."conference_id"
  and (invitation.withdrawn_at is null
  and invitation.sent_at is not null
   
  and (invitation.account_id = $72
    or invitation.substitute_account_id = $73
    or invitation.organisation_id = any($74::uuid[])))
     
  and (invitation.capacity <> 'forItems' or exists (select 1
  from invitation_item
       
  where invitation_item.province_id = invitation.province_id
         
  and invitation_item.invitation_id = invitation.invitation_id
         
  and invitation_item.session_item_id = "session_item"."session_item_id")))))))))
       
  and ((conference.organisation_id = any($75::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($76::uuid[])))
          or (conference.closed_at is not null
  and session_item.submitter_id = any($77::uuid[]))
          or exists (select 1
  from invitation
  where invitation.province_id = conference.province_id
           
  and invitation.conference_id = conference.conference_id
  and (invitation.withdrawn_at is null
  and invitation.sent_at is not null
   
  and (invitation.account_id = $78
    or invitation.substitute_account_id = $79
    or invitation.organisation_id = any($80::uuid[])))
           
  and (invitation.capacity in ('chair', 'member')
              or invitation.invitation_id = item_opinion.invitation_id))))
    else exists (select 1
  from round_addressee
      join opinion_round on opinion_round.province_id = round_addressee.province_id
       
  and opinion_round.round_id = round_addressee.round_id
     
  where round_addressee.province_id = item_opinion.province_id
       
  and round_addressee.addressee_id = item_opinion.addressee_id
       
  and ((round_addressee.account_id = $81
    or round_addressee.organisation_id = any($82::uuid[])) or (opinion_round.organisation_id = any($83::uuid[]) or exists (
    select 1
  from matter
  where matter.province_id = opinion_round.province_id
     
  and matter.matter_id = opinion_round.matter_id
  and matter.submitter_id = any($84::uuid[]))))) end);


      select invitation_id, (session_item_id is null
  or exists (select 1
  from (select item_opinion.province_id, item_opinion.session_item_id,
    item_opinion.addressee_id, null::uuid as invitation_id) as item_opinion
   
  where true)) as every
  from item_opinion
     
  where province_id = $1
  and item_opinion_id = $2
       
  and true;

select (conference.organisation_id = any($1::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($2::uuid[]))) as inside
  from notice
      join conference on conference.province_id = notice.province_id
       
  and conference.conference_id = notice.conference_id
     
  where notice.province_id = $3
  and notice_id = $4
  and exists (select 1
  from conference
   
  where conference.province_id = notice.province_id
     
  and conference.conference_id = notice.conference_id
     
  and ((conference.organisation_id = any($5::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($6::uuid[])))
        or (notice.issued_at is not null
  and notice.kind <> 'minutes'
         
  and (notice.kind = 'excerpt' or (case when conference.organisation_id is null then ("conference"."document_id" is null or "conference"."document_id" in (
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
       
  and (named.account_id = $19 or named.organisation_id = any($20::uuid[])))) end))))
    else (conference.organisation_id = any($21::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($22::uuid[])))
      or conference.level in ('internal', 'public')
      or (conference.level = 'organisation'
  and ($23::boolean or (conference.organisation_id = any($24::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($25::uuid[])))))
      or (conference.level = 'participants'
  and exists (select 1
  from invitation
       
  where invitation.province_id = conference.province_id
         
  and invitation.conference_id = conference.conference_id
  and (invitation.withdrawn_at is null
  and invitation.sent_at is not null
   
  and (invitation.account_id = $26
    or invitation.substitute_account_id = $27
    or invitation.organisation_id = any($28::uuid[])))))
    end))
         
  and not exists (select 1
  from session_item
           
  where session_item.province_id = notice.province_id
             
  and session_item.conference_id = notice.conference_id
             
  and notice.content->'items' @> to_jsonb(session_item.session_item_id::text)
             
  and not (session_item.submitter_id = any($29::uuid[]) or exists (
    select 1
  from conference
  where conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
     
  and ((conference.organisation_id = any($30::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($31::uuid[])))
        or ((case when conference.organisation_id is null then ("conference"."document_id" is null or "conference"."document_id" in (
    select document_id
  from document
  where province_id = $32
     
  and (document.status <> 'quarantined'
  and (document.organisation_id = any($33::uuid[])
    or case when document.matter_id is not null then exists (select 1
  from item_paper
    join session_item on session_item.province_id = item_paper.province_id
     
  and session_item.session_item_id = item_paper.session_item_id
    join conference on conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
   
  where item_paper.province_id = document.province_id
     
  and item_paper.document_id = document.document_id
     
  and ((conference.organisation_id = any($34::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($35::uuid[])))
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
   
  and (invitation.account_id = $36
    or invitation.substitute_account_id = $37
    or invitation.organisation_id = any($38::uuid[])))
     
  and (invitation.capacity <> 'forItems' or exists (select 1
  from invitation_item
       
  where invitation_item.province_id = invitation.province_id
         
  and invitation_item.invitation_id = invitation.invitation_id
         
  and invitation_item.session_item_id = "session_item"."session_item_id")))
            when 'organisation' in (document.level, session_item.level, conference.level) then ($39::boolean
              or conference.organisation_id is null or (conference.organisation_id = any($40::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($41::uuid[]))))
            else true end)))
    else document.level in ('internal', 'public')
    or (document.level = 'organisation'
  and ($42::boolean
      or document.organisation_id is null or document.organisation_id = any($43::uuid[])))
    or (document.level = 'participants'
  and exists (
      select 1
  from document_participant named
     
  where named.province_id = document.province_id
  and named.document_id = document.document_id
       
  and (named.account_id = $44 or named.organisation_id = any($45::uuid[])))) end))))
    else (conference.organisation_id = any($46::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($47::uuid[])))
      or conference.level in ('internal', 'public')
      or (conference.level = 'organisation'
  and ($48::boolean or (conference.organisation_id = any($49::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($50::uuid[])))))
      or (conference.level = 'participants'
  and exists (select 1
  from invitation
       
  where invitation.province_id = conference.province_id
         
  and invitation.conference_id = conference.conference_id
  and (invitation.withdrawn_at is null
  and invitation.sent_at is not null
   
  and (invitation.account_id = $51
    or invitation.substitute_account_id = $52
    or invitation.organisation_id = any($53::uuid[])))))
    end)
  and (session_item.level in ('internal', 'public')
          or (session_item.level = 'organisation'
  and ($54::boolean or (conference.organisation_id = any($55::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($56::uuid[])))))
          or (session_item.level = 'participants'
  and exists (select 1
  from invitation
   
  where invitation.province_id = "session_item"."province_id"
     
  and invitation.conference_id = "session_item"."conference_id"
  and (invitation.withdrawn_at is null
  and invitation.sent_at is not null
   
  and (invitation.account_id = $57
    or invitation.substitute_account_id = $58
    or invitation.organisation_id = any($59::uuid[])))
     
  and (invitation.capacity <> 'forItems' or exists (select 1
  from invitation_item
       
  where invitation_item.province_id = invitation.province_id
         
  and invitation_item.invitation_id = invitation.invitation_id
         
  and invitation_item.session_item_id = "session_item"."session_item_id")))))))))))));

select 1
  from item_vote
      join session_item on session_item.province_id = item_vote.province_id
       
  and session_item.session_item_id = item_vote.session_item_id
     
  where item_vote.province_id = $1
  and vote_id = $2
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

select 1
  from item_vote
      join session_item on session_item.province_id = item_vote.province_id
       
  and session_item.session_item_id = item_vote.session_item_id
     
  where item_vote.province_id = $1
  and vote_id = $2
  and true;

select 1
  from opinion_round
     
  where province_id = $1
  and round_id = $2
  and (opinion_round.organisation_id = any($3::uuid[]) or exists (
    select 1
  from matter
  where matter.province_id = opinion_round.province_id
     
  and matter.matter_id = opinion_round.matter_id
  and matter.submitter_id = any($4::uuid[])));

select 1
  from opinion_round
     
  where province_id = $1
  and round_id = $2
  and true;

select conference.organisation_id
     
  from conference_assessment join conference
        on conference.province_id = conference_assessment.province_id
       
  and conference.conference_id = conference_assessment.conference_id
     
  where conference_assessment.province_id = $1
       
  and conference_assessment.conference_id = $2;

select true as inside
  from notice
      join conference on conference.province_id = notice.province_id
       
  and conference.conference_id = notice.conference_id
     
  where notice.province_id = $1
  and notice_id = $2
  and true;
