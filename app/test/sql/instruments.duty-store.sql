-- Functions of app/src/registers/instruments/duty-store.ts.

-- addDuties
insert into "instrument_duty" ("province_id", "duty_id", "instrument_id", "organisation_id", "study_by", "implement_by", "note", "made_by")
  values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict ("province_id", "instrument_id", "organisation_id")
  where "withdrawn_at" is null do nothing
  returning "duty_id", "organisation_id";

-- lockDuty
select "instrument_duty".*
  from "instrument_duty"
  inner join "instrument" on "instrument"."province_id" = "instrument_duty"."province_id"
  and "instrument"."instrument_id" = "instrument_duty"."instrument_id"
  where "instrument_duty"."province_id" = $1
  and "instrument_duty"."duty_id" = $2
  and "instrument_duty"."withdrawn_at" is null
  and "instrument"."withdrawn_at" is null
  and not instrument.quarantined
  for update of "instrument_duty";

-- setDuty
update "instrument_duty"
  set "done_on" = $1, "sent_back" = $2, "version" = $3
  where "province_id" = $4
  and "duty_id" = $5;

update "instrument_duty"
  set "studied_on" = $1, "plan_symbol" = $2, "progress" = $3, "done_on" = $4, "on_behalf" = $5, "reported_by" = $6, "reported_at" = $7, "confirmed_by" = $8, "confirmed_at" = $9, "sent_back" = $10, "version" = $11
  where "province_id" = $12
  and "duty_id" = $13;

update "instrument_duty"
  set "study_by" = $1, "implement_by" = $2, "note" = $3, "withdrawn_at" = $4, "version" = $5
  where "province_id" = $6
  and "duty_id" = $7;

-- setLinks
delete
  from "instrument_link"
  where "province_id" = $1
  and "instrument_id" = $2
  and "shortcoming_id" in ($3);

insert into "instrument_link" ("province_id", "link_id", "instrument_id", "assignment_id", "indicator_id", "shortcoming_id")
  values ($1, $2, $3, $4, $5, $6);
