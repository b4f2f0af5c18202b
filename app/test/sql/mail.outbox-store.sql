-- Functions of app/src/registers/mail/outbox-store.ts.

-- claim
update "mail"
  set "claimed_at" = $1, "attempts" = "attempts" + $2
  where "province_id" = $3
  and "mail_id" = $4
  and "outcome" is null
  and "claimed_at" is null
  and "version" = $5;

-- doubtRestored
update "mail"
  set "outcome" = $1, "outcome_at" = $2, "reason" = $3, "version" = "version" + $4
  where "province_id" = $5
  and "outcome" is null;

-- drop
update "mail"
  set "outcome" = $1, "outcome_at" = $2, "reason" = $3, "version" = "version" + $4
  where "province_id" = $5
  and "mail_id" = $6
  and "outcome" is null
  and "claimed_at" is null;

-- markInterrupted
update "mail"
  set "outcome" = $1, "outcome_at" = $2, "reason" = $3, "version" = "version" + $4
  where "province_id" = $5
  and "outcome" is null
  and "claimed_at" is not null;

-- nextDue
select *
  from "mail"
  where "province_id" = $1
  and "outcome" is null
  and "claimed_at" is null
  and "due_at" <= $2
  order by "due_at", "mail_id"
  limit $3;

-- settle
update "mail"
  set "outcome" = $1, "outcome_at" = $2, "claimed_at" = $3, "due_at" = $4, "attempts" = $5, "reason" = $6, "version" = "version" + $7
  where "province_id" = $8
  and "mail_id" = $9
  and ("outcome" is null or ("outcome" = $10
  and $11));
