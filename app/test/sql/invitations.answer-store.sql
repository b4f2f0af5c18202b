-- Functions of app/src/registers/invitations/answer-store.ts.

-- answerInvitation
update "invitation"
  set "answer" = $1, "answer_reason" = $2, "substitute_name" = $3, "substitute_account_id" = $4, "answered_at" = $5, "version" = $6
  where "province_id" = $7
  and "invitation_id" = $8;

-- callRoll
update "invitation"
  set "attendance" = $1, "arrived_at" = $2, "version" = $3
  where "province_id" = $4
  and "invitation_id" = $5;

-- ownConferences
select *
  from "conference"
  where "province_id" = $1
  and "withdrawn_at" is null
  and "starts_at" is not null
  and greatest(starts_at, ends_at, closed_at) >= $2
  and ("conference"."document_id" is null or "conference"."document_id" not in (
    select document_id
  from document
  where province_id = $3
     
  and status = 'quarantined'))
  and exists (select 1
  from invitation
     
  where invitation.province_id = conference.province_id
       
  and invitation.conference_id = conference.conference_id
  and (invitation.withdrawn_at is null
  and invitation.sent_at is not null
   
  and (invitation.account_id = $4
    or invitation.substitute_account_id = $5
    or invitation.organisation_id = any($6::uuid[]))))
  order by "starts_at", "conference_id"
  limit $7;

-- positionsBy
select *
  from "item_position"
  where "province_id" = $1
  and "invitation_id" = $2;
