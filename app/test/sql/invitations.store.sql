-- Functions of app/src/registers/invitations/store.ts.

-- changeInvitation
update "invitation"
  set "capacity" = $1, "votes" = $2, "title" = $3, "version" = $4
  where "province_id" = $5
  and "invitation_id" = $6;

-- changed
select *
  from "invitation"
  where "province_id" = $1
  and "invitation_id" = $2;

-- insert
insert into "invitation" ("name", "title", "person_id", "account_id", "organisation_id", "capacity", "votes", "province_id", "invitation_id", "conference_id", "sent_at", "answer", "answer_reason", "substitute_name", "substitute_account_id", "answered_at", "attendance", "arrived_at", "withdrawn_at")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19);

insert into "invitation" ("person_id", "account_id", "organisation_id", "name", "title", "capacity", "votes", "province_id", "invitation_id", "conference_id", "sent_at", "answer", "answer_reason", "substitute_name", "substitute_account_id", "answered_at", "attendance", "arrived_at", "withdrawn_at")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19);

-- itemsFor
select "session_item_id"
  from "session_item"
  where "province_id" = $1
  and "conference_id" = $2
  and "session_item_id" in ($3);

-- putItems
delete
  from "invitation_item"
  where "province_id" = $1
  and "invitation_id" = $2;

insert into "invitation_item" ("province_id", "invitation_id", "session_item_id")
  values ($1, $2, $3);

-- sendInvitations
update "invitation"
  set "sent_at" = $1, "version" = "version" + $2
  where "province_id" = $3
  and "conference_id" = $4
  and "sent_at" is null
  and "withdrawn_at" is null
  returning "invitation_id", "account_id", "organisation_id";

-- withdrawInvitation
update "invitation"
  set "withdrawn_at" = $1, "version" = $2
  where "province_id" = $3
  and "invitation_id" = $4;
