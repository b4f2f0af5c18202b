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
  and (document.level in ('internal', 'public')
    or document.organisation_id = any($3::uuid[])
    or (document.level = 'organisation'
  and ($4::boolean
      or document.organisation_id is null or document.organisation_id = any($5::uuid[])))
    or (document.level = 'participants'
  and exists (
      select 1
  from document_participant named
     
  where named.province_id = document.province_id
  and named.document_id = document.document_id
       
  and (named.account_id = $6 or named.organisation_id = any($7::uuid[]))))))))
    else case search_entry.subject_kind
      when $8 then search_entry.subject_id in (select "conference"."conference_id"
     
  from "conference"
  where "conference"."province_id" = $9
  and (case when conference.organisation_id is null then ("conference"."document_id" is null or "conference"."document_id" in (
    select document_id
  from document
  where province_id = $10
     
  and (document.status <> 'quarantined'
  and (document.level in ('internal', 'public')
    or document.organisation_id = any($11::uuid[])
    or (document.level = 'organisation'
  and ($12::boolean
      or document.organisation_id is null or document.organisation_id = any($13::uuid[])))
    or (document.level = 'participants'
  and exists (
      select 1
  from document_participant named
     
  where named.province_id = document.province_id
  and named.document_id = document.document_id
       
  and (named.account_id = $14 or named.organisation_id = any($15::uuid[]))))))))
    else conference.organisation_id = any($16::uuid[])
      or conference.level in ('internal', 'public')
      or (conference.level = 'organisation'
  and ($17::boolean
        or conference.organisation_id = any($18::uuid[])))
      or (conference.level = 'participants'
  and exists (select 1
  from invitation
       
  where invitation.province_id = conference.province_id
         
  and invitation.conference_id = conference.conference_id
  and (invitation.withdrawn_at is null
  and (invitation.account_id = $19
    or invitation.substitute_account_id = $20
    or invitation.organisation_id = any($21::uuid[])))))
    end))
      when $22 then search_entry.subject_id in (select "session_item"."session_item_id"
     
  from "session_item"
  where "session_item"."province_id" = $23
  and (session_item.submitter_id = any($24::uuid[]) or exists (
    select 1
  from conference
  where conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
     
  and (conference.organisation_id = any($25::uuid[])
        or ((case when conference.organisation_id is null then ("conference"."document_id" is null or "conference"."document_id" in (
    select document_id
  from document
  where province_id = $26
     
  and (document.status <> 'quarantined'
  and (document.level in ('internal', 'public')
    or document.organisation_id = any($27::uuid[])
    or (document.level = 'organisation'
  and ($28::boolean
      or document.organisation_id is null or document.organisation_id = any($29::uuid[])))
    or (document.level = 'participants'
  and exists (
      select 1
  from document_participant named
     
  where named.province_id = document.province_id
  and named.document_id = document.document_id
       
  and (named.account_id = $30 or named.organisation_id = any($31::uuid[]))))))))
    else conference.organisation_id = any($32::uuid[])
      or conference.level in ('internal', 'public')
      or (conference.level = 'organisation'
  and ($33::boolean
        or conference.organisation_id = any($34::uuid[])))
      or (conference.level = 'participants'
  and exists (select 1
  from invitation
       
  where invitation.province_id = conference.province_id
         
  and invitation.conference_id = conference.conference_id
  and (invitation.withdrawn_at is null
  and (invitation.account_id = $35
    or invitation.substitute_account_id = $36
    or invitation.organisation_id = any($37::uuid[])))))
    end)
  and (session_item.level in ('internal', 'public')
          or (session_item.level = 'organisation'
  and ($38::boolean
            or conference.organisation_id = any($39::uuid[])))
          or (session_item.level = 'participants'
  and exists (select 1
  from invitation
   
  where invitation.province_id = "session_item"."province_id"
     
  and invitation.conference_id = "session_item"."conference_id"
  and (invitation.withdrawn_at is null
  and (invitation.account_id = $40
    or invitation.substitute_account_id = $41
    or invitation.organisation_id = any($42::uuid[])))
     
  and (invitation.capacity <> 'forItems' or exists (select 1
  from invitation_item
       
  where invitation_item.province_id = invitation.province_id
         
  and invitation_item.invitation_id = invitation.invitation_id
         
  and invitation_item.session_item_id = "session_item"."session_item_id"))))))))))
      when $43 then search_entry.subject_id in (select "assignment"."assignment_id"
     
  from "assignment"
  where "assignment"."province_id" = $44
  and (case when assignment.session_item_id is null
    then ("assignment"."document_id" is null or "assignment"."document_id" in (
    select document_id
  from document
  where province_id = $45
     
  and (document.status <> 'quarantined'
  and (document.level in ('internal', 'public')
    or document.organisation_id = any($46::uuid[])
    or (document.level = 'organisation'
  and ($47::boolean
      or document.organisation_id is null or document.organisation_id = any($48::uuid[])))
    or (document.level = 'participants'
  and exists (
      select 1
  from document_participant named
     
  where named.province_id = document.province_id
  and named.document_id = document.document_id
       
  and (named.account_id = $49 or named.organisation_id = any($50::uuid[]))))))))
    else exists (select 1
  from session_item
  where session_item.province_id = assignment.province_id
     
  and session_item.session_item_id = assignment.session_item_id
  and (session_item.submitter_id = any($51::uuid[]) or exists (
    select 1
  from conference
  where conference.province_id = session_item.province_id
     
  and conference.conference_id = session_item.conference_id
     
  and (conference.organisation_id = any($52::uuid[])
        or ((case when conference.organisation_id is null then ("conference"."document_id" is null or "conference"."document_id" in (
    select document_id
  from document
  where province_id = $53
     
  and (document.status <> 'quarantined'
  and (document.level in ('internal', 'public')
    or document.organisation_id = any($54::uuid[])
    or (document.level = 'organisation'
  and ($55::boolean
      or document.organisation_id is null or document.organisation_id = any($56::uuid[])))
    or (document.level = 'participants'
  and exists (
      select 1
  from document_participant named
     
  where named.province_id = document.province_id
  and named.document_id = document.document_id
       
  and (named.account_id = $57 or named.organisation_id = any($58::uuid[]))))))))
    else conference.organisation_id = any($59::uuid[])
      or conference.level in ('internal', 'public')
      or (conference.level = 'organisation'
  and ($60::boolean
        or conference.organisation_id = any($61::uuid[])))
      or (conference.level = 'participants'
  and exists (select 1
  from invitation
       
  where invitation.province_id = conference.province_id
         
  and invitation.conference_id = conference.conference_id
  and (invitation.withdrawn_at is null
  and (invitation.account_id = $62
    or invitation.substitute_account_id = $63
    or invitation.organisation_id = any($64::uuid[])))))
    end)
  and (session_item.level in ('internal', 'public')
          or (session_item.level = 'organisation'
  and ($65::boolean
            or conference.organisation_id = any($66::uuid[])))
          or (session_item.level = 'participants'
  and exists (select 1
  from invitation
   
  where invitation.province_id = "session_item"."province_id"
     
  and invitation.conference_id = "session_item"."conference_id"
  and (invitation.withdrawn_at is null
  and (invitation.account_id = $67
    or invitation.substitute_account_id = $68
    or invitation.organisation_id = any($69::uuid[])))
     
  and (invitation.capacity <> 'forItems' or exists (select 1
  from invitation_item
       
  where invitation_item.province_id = invitation.province_id
         
  and invitation_item.invitation_id = invitation.invitation_id
         
  and invitation_item.session_item_id = "session_item"."session_item_id")))))))))) end))
      else true end end)
  and to_tsvector('simple', folded) @@ to_tsquery('simple', $70)
  order by ts_rank(to_tsvector('simple', folded), to_tsquery('simple', $71)) desc, "changed_at" desc
  limit $72;
