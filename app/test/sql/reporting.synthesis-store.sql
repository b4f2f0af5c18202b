-- Functions of app/src/registers/reporting/synthesis-store.ts.

-- explanationsOf
select "slot_id", "indicator_id", "measure", "explanation"
  from "report_value"
  where "province_id" = $1
  and "slot_id" in ($2)
  and "explanation" is not null;

-- slotsOf
select "slot_id", "organisation_id"
  from "report_slot"
  where "province_id" = $1
  and "regime_id" = $2
  and "period_from" = $3
  and "period_to" = $4;

-- synthesis
select *
  from "report_slot"
  where "province_id" = $1
  and "regime_id" = $2
  and "period_to" = $3;
