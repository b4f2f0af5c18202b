-- Functions of app/src/registers/overview/overview-store.ts.

-- owingUnits
select *
  from "report_slot"
  where "province_id" = $1
  and "period_to" >= $2
  and "period_to" <= $3
  and "sent_on" is null
  and "excused" = $4
  and true
  order by "period_to", "slot_id";
