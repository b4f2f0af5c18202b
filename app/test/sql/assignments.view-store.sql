-- Functions of app/src/registers/assignments/view-store.ts.

-- extensionsOf
select *
  from "assignment_extension"
  where "province_id" = $1
  and "assignment_id" = $2
  order by "asked_at";

-- shownTasks
select (select coalesce(json_agg(one), '[]'::json)
  from (select document.document_id as id, document.title,
      document.document_date as day, (document.status <> 'quarantined'
  and (document.organisation_id = any($1::uuid[])
    or case when document.matter_id is not null then exists (select 1
  from item_paper
    join session_item on session_item.province_id = item_paper.province_id
     
  and session_item.session_item_id = item_paper.session_item_id
    join conference on conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
   
  where item_paper.province_id = document.province_id
     
  and item_paper.document_id = document.document_id
     
  and ((conference.organisation_id = any($2::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($3::uuid[])))
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
   
  and (invitation.account_id = $4
    or invitation.substitute_account_id = $5
    or invitation.organisation_id = any($6::uuid[])))
     
  and (invitation.capacity <> 'forItems' or exists (select 1
  from invitation_item
       
  where invitation_item.province_id = invitation.province_id
         
  and invitation_item.invitation_id = invitation.invitation_id
         
  and invitation_item.session_item_id = "session_item"."session_item_id")))
            when 'organisation' in (document.level, session_item.level, conference.level) then ($7::boolean
              or conference.organisation_id is null or (conference.organisation_id = any($8::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($9::uuid[]))))
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
       
  and (named.account_id = $12 or named.organisation_id = any($13::uuid[])))) end)) as open,
      conference.conference_id, conference.title as conference, conference.held_on
   
  from document
  left join conference on conference.province_id = document.province_id
     
  and conference.conference_id = document.conference_id
  and conference.withdrawn_at is null
     
  and (case when conference.organisation_id is null then ("conference"."document_id" is null or "conference"."document_id" in (
    select document_id
  from document
  where province_id = $14
     
  and (document.status <> 'quarantined'
  and (document.organisation_id = any($15::uuid[])
    or case when document.matter_id is not null then exists (select 1
  from item_paper
    join session_item on session_item.province_id = item_paper.province_id
     
  and session_item.session_item_id = item_paper.session_item_id
    join conference on conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
   
  where item_paper.province_id = document.province_id
     
  and item_paper.document_id = document.document_id
     
  and ((conference.organisation_id = any($16::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($17::uuid[])))
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
   
  and (invitation.account_id = $18
    or invitation.substitute_account_id = $19
    or invitation.organisation_id = any($20::uuid[])))
     
  and (invitation.capacity <> 'forItems' or exists (select 1
  from invitation_item
       
  where invitation_item.province_id = invitation.province_id
         
  and invitation_item.invitation_id = invitation.invitation_id
         
  and invitation_item.session_item_id = "session_item"."session_item_id")))
            when 'organisation' in (document.level, session_item.level, conference.level) then ($21::boolean
              or conference.organisation_id is null or (conference.organisation_id = any($22::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($23::uuid[]))))
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
    else (conference.organisation_id = any($28::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($29::uuid[])))
      or conference.level in ('internal', 'public')
      or (conference.level = 'organisation'
  and ($30::boolean or (conference.organisation_id = any($31::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($32::uuid[])))))
      or (conference.level = 'participants'
  and exists (select 1
  from invitation
       
  where invitation.province_id = conference.province_id
         
  and invitation.conference_id = conference.conference_id
  and (invitation.withdrawn_at is null
  and invitation.sent_at is not null
   
  and (invitation.account_id = $33
    or invitation.substitute_account_id = $34
    or invitation.organisation_id = any($35::uuid[])))))
    end)
   
  where document.province_id = $36
     
  and document.document_id = any($37::uuid[])) one) as "documents", (select coalesce(json_agg(one), '[]'::json)
  from (select account_id as id, name
  from account
   
  where province_id = $38
  and account_id = any($39::uuid[])) one) as "people", (select coalesce(json_agg(one), '[]'::json)
  from (select session_item.session_item_id, session_item.title,
      conference.conference_id, conference.title as conference, coalesce(conference.held_on,
        (conference.starts_at at time zone 'Asia/Ho_Chi_Minh')::date) as held_on,
      (case when conference.organisation_id is null then ("conference"."document_id" is null or "conference"."document_id" in (
    select document_id
  from document
  where province_id = $40
     
  and (document.status <> 'quarantined'
  and (document.organisation_id = any($41::uuid[])
    or case when document.matter_id is not null then exists (select 1
  from item_paper
    join session_item on session_item.province_id = item_paper.province_id
     
  and session_item.session_item_id = item_paper.session_item_id
    join conference on conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
   
  where item_paper.province_id = document.province_id
     
  and item_paper.document_id = document.document_id
     
  and ((conference.organisation_id = any($42::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($43::uuid[])))
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
   
  and (invitation.account_id = $44
    or invitation.substitute_account_id = $45
    or invitation.organisation_id = any($46::uuid[])))
     
  and (invitation.capacity <> 'forItems' or exists (select 1
  from invitation_item
       
  where invitation_item.province_id = invitation.province_id
         
  and invitation_item.invitation_id = invitation.invitation_id
         
  and invitation_item.session_item_id = "session_item"."session_item_id")))
            when 'organisation' in (document.level, session_item.level, conference.level) then ($47::boolean
              or conference.organisation_id is null or (conference.organisation_id = any($48::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($49::uuid[]))))
            else true end)))
    else document.level in ('internal', 'public')
    or (document.level = 'organisation'
  and ($50::boolean
      or document.organisation_id is null or document.organisation_id = any($51::uuid[])))
    or (document.level = 'participants'
  and exists (
      select 1
  from document_participant named
     
  where named.province_id = document.province_id
  and named.document_id = document.document_id
       
  and (named.account_id = $52 or named.organisation_id = any($53::uuid[])))) end))))
    else (conference.organisation_id = any($54::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($55::uuid[])))
      or conference.level in ('internal', 'public')
      or (conference.level = 'organisation'
  and ($56::boolean or (conference.organisation_id = any($57::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($58::uuid[])))))
      or (conference.level = 'participants'
  and exists (select 1
  from invitation
       
  where invitation.province_id = conference.province_id
         
  and invitation.conference_id = conference.conference_id
  and (invitation.withdrawn_at is null
  and invitation.sent_at is not null
   
  and (invitation.account_id = $59
    or invitation.substitute_account_id = $60
    or invitation.organisation_id = any($61::uuid[])))))
    end) as known, (session_item.submitter_id = any($62::uuid[]) or exists (
    select 1
  from conference
  where conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
     
  and ((conference.organisation_id = any($63::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($64::uuid[])))
        or ((case when conference.organisation_id is null then ("conference"."document_id" is null or "conference"."document_id" in (
    select document_id
  from document
  where province_id = $65
     
  and (document.status <> 'quarantined'
  and (document.organisation_id = any($66::uuid[])
    or case when document.matter_id is not null then exists (select 1
  from item_paper
    join session_item on session_item.province_id = item_paper.province_id
     
  and session_item.session_item_id = item_paper.session_item_id
    join conference on conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
   
  where item_paper.province_id = document.province_id
     
  and item_paper.document_id = document.document_id
     
  and ((conference.organisation_id = any($67::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($68::uuid[])))
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
   
  and (invitation.account_id = $69
    or invitation.substitute_account_id = $70
    or invitation.organisation_id = any($71::uuid[])))
     
  and (invitation.capacity <> 'forItems' or exists (select 1
  from invitation_item
       
  where invitation_item.province_id = invitation.province_id
         
  and invitation_item.invitation_id = invitation.invitation_id
         
  and invitation_item.session_item_id = "session_item"."session_item_id")))
            when 'organisation' in (document.level, session_item.level, conference.level) then ($72::boolean
              or conference.organisation_id is null or (conference.organisation_id = any($73::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($74::uuid[]))))
            else true end)))
    else document.level in ('internal', 'public')
    or (document.level = 'organisation'
  and ($75::boolean
      or document.organisation_id is null or document.organisation_id = any($76::uuid[])))
    or (document.level = 'participants'
  and exists (
      select 1
  from document_participant named
     
  where named.province_id = document.province_id
  and named.document_id = document.document_id
       
  and (named.account_id = $77 or named.organisation_id = any($78::uuid[])))) end))))
    else (conference.organisation_id = any($79::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($80::uuid[])))
      or conference.level in ('internal', 'public')
      or (conference.level = 'organisation'
  and ($81::boolean or (conference.organisation_id = any($82::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($83::uuid[])))))
      or (conference.level = 'participants'
  and exists (select 1
  from invitation
       
  where invitation.province_id = conference.province_id
         
  and invitation.conference_id = conference.conference_id
  and (invitation.withdrawn_at is null
  and invitation.sent_at is not null
   
  and (invitation.account_id = $84
    or invitation.substitute_account_id = $85
    or invitation.organisation_id = any($86::uuid[])))))
    end)
  and (session_item.level in ('internal', 'public')
          or (session_item.level = 'organisation'
  and ($87::boolean or (conference.organisation_id = any($88::uuid[]) or exists (select 1
  from conference_body held
   
  where held.province_id = conference.province_id
  and held.conference_id = conference.conference_id
     
  and held.organisation_id = any($89::uuid[])))))
          or (session_item.level = 'participants'
  and exists (select 1
  from invitation
   
  where invitation.province_id = "session_item"."province_id"
     
  and invitation.conference_id = "session_item"."conference_id"
  and (invitation.withdrawn_at is null
  and invitation.sent_at is not null
   
  and (invitation.account_id = $90
    or invitation.substitute_account_id = $91
    or invitation.organisation_id = any($92::uuid[])))
     
  and (invitation.capacity <> 'forItems' or exists (select 1
  from invitation_item
       
  where invitation_item.province_id = invitation.province_id
         
  and invitation_item.invitation_id = invitation.invitation_id
         
  and invitation_item.session_item_id = "session_item"."session_item_id"))))))))) as open
   
  from session_item join conference on conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
   
  where session_item.province_id = $93
  and session_item.session_item_id = any($94::uuid[])) one) as "items", (select coalesce(json_agg(one), '[]'::json)
  from (
    with recursive walk (start, id) as (
      select organisation_id, organisation_id
  from organisation
     
  where province_id = $95
  and organisation_id = any($96::uuid[])
       
  and valid_to < $97::date
      union
      select walk.start, l.successor_id
  from walk
      join organisation_lineage l on l.province_id = $98
  and l.predecessor_id = walk.id
       
  and l.basis = 'full'
  and l.successor_id <> l.predecessor_id
      join organisation_change c on c.province_id = l.province_id
  and c.change_id = l.change_id
       
  and c.kind in ('merge', 'takeOver')
    ) select walk.start, walk.id as heir
  from walk
      join organisation o on o.province_id = $99
  and o.organisation_id = walk.id
     
  where o.valid_to is null or o.valid_to >= $100::date) one) as "heirs", (select coalesce(json_agg(one), '[]'::json)
  from (select assignment_id
  from assignment_extension
   
  where province_id = $101
  and outcome is null
     
  and assignment_id = any($102::uuid[])) one) as "asked" /* each request */;

select (select coalesce(json_agg(one), '[]'::json)
  from (select document.document_id as id, document.title,
      document.document_date as day, document.status <> 'quarantined' as open,
      conference.conference_id, conference.title as conference, conference.held_on
   
  from document
  left join conference on conference.province_id = document.province_id
     
  and conference.conference_id = document.conference_id
  and conference.withdrawn_at is null
     
  and ("conference"."document_id" is null or "conference"."document_id" not in (
    select document_id
  from document
  where province_id = $1
     
  and status = 'quarantined'))
   
  where document.province_id = $2
     
  and document.document_id = any($3::uuid[])) one) as "documents", (select coalesce(json_agg(one), '[]'::json)
  from (select account_id as id, name
  from account
   
  where province_id = $4
  and account_id = any($5::uuid[])) one) as "people", (select coalesce(json_agg(one), '[]'::json)
  from (select session_item.session_item_id, session_item.title,
      conference.conference_id, conference.title as conference, coalesce(conference.held_on,
        (conference.starts_at at time zone 'Asia/Ho_Chi_Minh')::date) as held_on,
      ("conference"."document_id" is null or "conference"."document_id" not in (
    select document_id
  from document
  where province_id = $6
     
  and status = 'quarantined')) as known, true as open
   
  from session_item join conference on conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
   
  where session_item.province_id = $7
  and session_item.session_item_id = any($8::uuid[])) one) as "items", (select coalesce(json_agg(one), '[]'::json)
  from (
    with recursive walk (start, id) as (
      select organisation_id, organisation_id
  from organisation
     
  where province_id = $9
  and organisation_id = any($10::uuid[])
       
  and valid_to < $11::date
      union
      select walk.start, l.successor_id
  from walk
      join organisation_lineage l on l.province_id = $12
  and l.predecessor_id = walk.id
       
  and l.basis = 'full'
  and l.successor_id <> l.predecessor_id
      join organisation_change c on c.province_id = l.province_id
  and c.change_id = l.change_id
       
  and c.kind in ('merge', 'takeOver')
    ) select walk.start, walk.id as heir
  from walk
      join organisation o on o.province_id = $13
  and o.organisation_id = walk.id
     
  where o.valid_to is null or o.valid_to >= $14::date) one) as "heirs", (select coalesce(json_agg(one), '[]'::json)
  from (select assignment_id
  from assignment_extension
   
  where province_id = $15
  and outcome is null
     
  and assignment_id = any($16::uuid[])) one) as "asked" /* each request */;

-- stepsOf
select "assignment_evidence"."step_id", "document"."document_id", "document"."title"
  from "assignment_evidence"
  inner join "document" on "document"."province_id" = "assignment_evidence"."province_id"
  and "document"."document_id" = "assignment_evidence"."document_id"
  where "assignment_evidence"."province_id" = $1
  and "assignment_evidence"."assignment_id" = $2
  and "document"."status" = $3
  and document.status <> 'quarantined'
  order by "assignment_evidence"."added_at";

select *
  from "assignment_step"
  where "province_id" = $1
  and "assignment_id" = $2
  order by "at", "step_id";
