-- Functions of app/src/registers/reporting/step-store.ts.

-- enterValues
insert into "report_value" ("province_id", "slot_id", "indicator_id", "measure", "value", "missing_reason", "explanation", "method", "finding_id", "entered_by", "entered_at")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
  on conflict ("province_id", "slot_id", "indicator_id", "measure") do update
  set "value" = "excluded"."value", "missing_reason" = "excluded"."missing_reason", "explanation" = "excluded"."explanation", "method" = "excluded"."method", "finding_id" = "excluded"."finding_id", "entered_by" = "excluded"."entered_by", "entered_at" = "excluded"."entered_at";

-- handOver
update "report_slot"
  set "responsible_id" = $1
  where "province_id" = $2
  and "regime_id" = $3
  and "organisation_id" = $4
  and "period_to" > $5
  and "submitted_at" is null
  and "accepted_at" is null;

update "report_unit"
  set "responsible_id" = $1
  where "province_id" = $2
  and "regime_id" = $3
  and "organisation_id" = $4
  and "number" = (select max("report_regime_version"."number") as "newest"
  from "report_regime_version"
  where "report_regime_version"."province_id" = $5
  and "report_regime_version"."regime_id" = $6);

-- lockForOther
select "entered_by"
  from "report_value"
  where "province_id" = $1
  and "slot_id" = $2;

-- lockSlot
select *
  from "report_slot"
  where "province_id" = $1
  and "slot_id" = $2
  and report_slot.organisation_id = any($3::uuid[])
  for update;

select *
  from "report_slot"
  where "province_id" = $1
  and "slot_id" = $2
  and true
  for update;

-- setReturned
update "report_value"
  set "returned_reason" = $1
  where "province_id" = $2
  and "slot_id" = $3;

update "report_value"
  set "returned_reason" = $1
  where "province_id" = $2
  and "slot_id" = $3
  and "indicator_id" = $4
  and "measure" = $5;

-- setSlot
update "report_slot"
  set "accepted_by" = $1, "accepted_at" = $2, "version" = $3
  where "province_id" = $4
  and "slot_id" = $5;

update "report_slot"
  set "excused" = $1, "due_on" = $2, "exception_reason" = $3, "version" = $4
  where "province_id" = $5
  and "slot_id" = $6;

update "report_slot"
  set "locked_at" = $1, "version" = $2
  where "province_id" = $3
  and "slot_id" = $4;

update "report_slot"
  set "responsible_id" = $1, "version" = $2
  where "province_id" = $3
  and "slot_id" = $4;

update "report_slot"
  set "sent_on" = $1, "submitted_at" = $2, "accepted_at" = $3, "accepted_by" = $4, "returned_at" = $5, "return_reason" = $6, "version" = $7
  where "province_id" = $8
  and "slot_id" = $9;

update "report_slot"
  set "sent_on" = $1, "submitted_by" = $2, "submitted_at" = $3, "on_behalf" = $4, "returned_at" = $5, "return_reason" = $6, "version" = $7
  where "province_id" = $8
  and "slot_id" = $9;

update "report_slot"
  set "version" = $1
  where "province_id" = $2
  and "slot_id" = $3;

-- takeStep
insert into "report_step" ("province_id", "slot_id", "number", "kind", "reason", "figures", "done_by")
  values ($1, $2, $3, $4, $5, $6, $7);
