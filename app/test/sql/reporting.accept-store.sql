-- Functions of app/src/registers/reporting/accept-store.ts.

-- estimatedLater
select distinct "report_value"."indicator_id"
  from "report_slot"
  inner join "report_value" on "report_value"."province_id" = "report_slot"."province_id"
  and "report_value"."slot_id" = "report_slot"."slot_id"
  inner join "report_step" on "report_step"."province_id" = "report_slot"."province_id"
  and "report_step"."slot_id" = "report_slot"."slot_id"
  where "report_slot"."province_id" = $1
  and "report_slot"."organisation_id" = $2
  and "report_slot"."period_to" > $3
  and "report_slot"."period_to" <= $4
  and "report_value"."measure" = $5
  and "report_step"."kind" = $6;

-- figuresOfSlot
select "indicator_id", "measure", "value", "missing_reason", "method", "finding_id"
  from "report_value"
  where "province_id" = $1
  and "slot_id" = $2;
