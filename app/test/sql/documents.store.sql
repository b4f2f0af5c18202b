-- Functions of app/src/registers/documents/store.ts.

-- addDocument
insert into "document" ("province_id", "document_id", "title", "file_name", "format", "byte_size", "sha256", "document_date", "status", "conference_id", "organisation_id", "matter_id", "added_by")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
  on conflict do nothing
  returning *;

insert into "document" ("province_id", "document_id", "title", "file_name", "format", "byte_size", "sha256", "document_date", "status", "conference_id", "organisation_id", "matter_id", "level", "added_by")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
  on conflict do nothing
  returning *;

insert into "document_original" ("province_id", "document_id", "storage_name", "bytes")
  values ($1, $2, $3, $4);

insert into "document_text" ("province_id", "document_id", "text_version", "text", "blocks", "warnings")
  values ($1, $2, $3, $4, $5, $6);

-- changeDocument
update "document"
  set "title" = $1, "document_date" = $2, "conference_id" = $3, "level" = $4, "organisation_id" = $5, "personnel" = $6, "version" = $7
  where "province_id" = $8
  and "document_id" = $9
  returning *;

-- conferenceMustExist
select "conference_id"
  from "conference"
  where "province_id" = $1
  and "conference_id" = $2
  and "withdrawn_at" is null;

-- conferenceTitles
select "conference_id", "title"
  from "conference"
  where "province_id" = $1
  and ("document_id" is null or "document_id" in (
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
       
  and (named.account_id = $14 or named.organisation_id = any($15::uuid[])))) end))));

select "conference_id", "title"
  from "conference"
  where "province_id" = $1
  and ("document_id" is null or "document_id" not in (
    select document_id
  from document
  where province_id = $2
     
  and status = 'quarantined'));

-- countFindings
select "document_id", "state", count(*) as "all", count(*) filter(where "certainty" = $1) as "certain"
  from "finding"
  where "province_id" = $2
  and "kind" not in ($3)
  and "document_id" = $4
  group by "document_id", "state";

select "document_id", "state", count(*) as "all", count(*) filter(where "certainty" = $1) as "certain"
  from "finding"
  where "province_id" = $2
  and "kind" not in ($3)
  group by "document_id", "state";

-- findSameBytes
select "document_id"
  from "document"
  where "province_id" = $1
  and "sha256" = $2
  and "status" = $3
  and "organisation_id" = $4
  and "matter_id" = $5;

select "document_id"
  from "document"
  where "province_id" = $1
  and "sha256" = $2
  and "status" = $3
  and "organisation_id" = $4
  and "matter_id" is null;

select "document_id"
  from "document"
  where "province_id" = $1
  and "sha256" = $2
  and "status" = $3
  and "organisation_id" is null
  and "matter_id" is null;

-- getDocumentText
select "text", "text_version", "blocks", "warnings"
  from "document_text"
  where "province_id" = $1
  and "document_id" = $2
  order by "text_version" desc
  limit $3;

-- getOriginal
select "bytes"
  from "document_original"
  where "province_id" = $1
  and "document_id" = $2;

-- holdDocument
select "status"
  from "document"
  where "province_id" = $1
  and "document_id" = $2
  and document.status <> 'quarantined' for key share;

-- isQuarantined
select "document_id"
  from "document"
  where "province_id" = $1
  and "sha256" = $2
  and "status" = $3;

-- keptHidden
select "document_id"
  from "document"
  where "province_id" = $1
  and "document_id" = $2
  and document.status <> 'quarantined';

-- linkConference
update "document"
  set "conference_id" = $1, "version" = "version" + $2
  where "province_id" = $3
  and "document_id" = $4;

-- listDocuments
select *
  from "document"
  where "province_id" = $1
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
       
  and (named.account_id = $13 or named.organisation_id = any($14::uuid[])))) end))
  and "document_id" = $15
  order by "added_at" desc, "document_id" desc;

select *
  from "document"
  where "province_id" = $1
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
       
  and (named.account_id = $13 or named.organisation_id = any($14::uuid[])))) end))
  order by "added_at" desc, "document_id" desc;

select *
  from "document"
  where "province_id" = $1
  and document.status <> 'quarantined'
  and "document_id" = $2
  order by "added_at" desc, "document_id" desc;

select *
  from "document"
  where "province_id" = $1
  and document.status <> 'quarantined'
  order by "added_at" desc, "document_id" desc;

-- lockDocument
select *
  from "document"
  where "province_id" = $1
  and "document_id" = $2
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
       
  and (named.account_id = $14 or named.organisation_id = any($15::uuid[])))) end))
  for update;

select *
  from "document"
  where "province_id" = $1
  and "document_id" = $2
  and document.status <> 'quarantined'
  for update;

-- readerVersions
select "document_id", "reader_version"
  from "reading"
  where "province_id" = $1
  and "document_id" = $2
  order by "created_at";

select "document_id", "reader_version"
  from "reading"
  where "province_id" = $1
  order by "created_at";
