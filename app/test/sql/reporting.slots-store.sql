-- Functions of app/src/registers/reporting/slots-store.ts.

-- listSlots
select *
  from "report_slot"
  where "province_id" = $1
  and "period_to" >= $2
  and "period_to" <= $3
  and report_slot.organisation_id = any($4::uuid[])
  and "regime_id" = $5
  and "organisation_id" = $6
  order by "period_to", "slot_id";

select *
  from "report_slot"
  where "province_id" = $1
  and "period_to" >= $2
  and "period_to" <= $3
  and report_slot.organisation_id = any($4::uuid[])
  and organisation_id = any($5::uuid[])
  order by "period_to", "slot_id";

select *
  from "report_slot"
  where "province_id" = $1
  and "period_to" >= $2
  and "period_to" <= $3
  and true
  and "organisation_id" = $4
  order by "period_to", "slot_id";

select *
  from "report_slot"
  where "province_id" = $1
  and "period_to" >= $2
  and "period_to" <= $3
  and true
  and "regime_id" = $4
  and "organisation_id" = $5
  order by "period_to", "slot_id";
