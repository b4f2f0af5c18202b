-- Functions of app/src/registers/mail/audience-store.ts.

-- invitedTo
select "account_id", "substitute_account_id", "organisation_id"
  from "invitation"
  where "province_id" = $1
  and "conference_id" = $2
  and "sent_at" is not null
  and "withdrawn_at" is null;
