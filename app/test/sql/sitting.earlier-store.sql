-- Functions of app/src/registers/sitting/earlier-store.ts.

-- earlierItems
select "session_item"."session_item_id", "session_item"."matter_id", "session_item"."submitter_id", "session_item"."level", "conference"."conference_id", "conference"."organisation_id", "conference"."level" as "conferenceLevel", "conference"."title", "conference"."held_on", "item_decision"."outcome", "item_decision"."body"
  from "session_item"
  inner join "conference" on "conference"."province_id" = "session_item"."province_id"
  and "conference"."conference_id" = "session_item"."conference_id"
  left join "item_decision" on "item_decision"."province_id" = "session_item"."province_id"
  and "item_decision"."session_item_id" = "session_item"."session_item_id"
  where "session_item"."province_id" = $1
  and "session_item"."matter_id" in ($2)
  and "session_item"."conference_id" <> $3
  and "conference"."closed_at" is not null
  and "conference"."withdrawn_at" is null
  order by "conference"."closed_at" desc;

-- invitationsOf
select "invitation_id", "conference_id", "account_id", "substitute_account_id", "organisation_id", "capacity", (select json_agg(session_item_id)
  from invitation_item
       
  where invitation_item.province_id = invitation.province_id
         
  and invitation_item.invitation_id = invitation.invitation_id
         
  and invitation.capacity = 'forItems') as "items"
  from "invitation"
  where "province_id" = $1
  and "conference_id" in ($2)
  and "withdrawn_at" is null
  and "sent_at" is not null;

-- tasksOf
select "assignment_id", "session_item_id", "action", "lead_text", "deadline", "done_on"
  from "assignment"
  where "province_id" = $1
  and "session_item_id" in ($2)
  and "withdrawn_at" is null
  order by "start_at";
