-- Functions of app/src/registers/invitations/view-store.ts.

-- invitationsOf
select *
  from "invitation"
  where "province_id" = $1
  and "conference_id" = $2
  order by "invitation_id";

-- itemsOf
select "invitation_id", "session_item_id"
  from "invitation_item"
  where "province_id" = $1
  and "invitation_id" in ($2)
  order by "session_item_id";

-- ownInvitations
select *
  from "invitation"
  where "province_id" = $1
  and "conference_id" in ($2)
  and (invitation.withdrawn_at is null
  and invitation.sent_at is not null
   
  and (invitation.account_id = $3
    or invitation.substitute_account_id = $4
    or invitation.organisation_id = any($5::uuid[])))
  order by "invitation_id";

-- rowOf
select *
  from "invitation"
  where "province_id" = $1
  and "invitation_id" = $2;
