-- Functions of app/src/registers/reporting/remind-store.ts.

-- remindReports
select *
  from "report_slot"
  where "province_id" = $1
  and "excused" = $2
  and "sent_on" is null
  and "period_to" >= $3
  and "period_to" <= $4;
