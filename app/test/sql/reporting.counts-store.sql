-- Functions of app/src/registers/reporting/counts-store.ts.

-- reportCounts

    select regime_id, null::uuid as organisation_id, period_from, period_to, due_on, sent_on, count(*)::int as count
   
  from report_slot
  where province_id = $1
  and not (excused
  and sent_on is null)
     
  and true
  and true
   
  group by 1, 2, 3, 4, 5, 6;


    select regime_id, organisation_id as organisation_id, period_from, period_to, due_on, sent_on, count(*)::int as count
   
  from report_slot
  where province_id = $1
  and not (excused
  and sent_on is null)
     
  and true
  and organisation_id = any($2::uuid[])
   
  group by 1, 2, 3, 4, 5, 6;


    select regime_id, organisation_id as organisation_id, period_from, period_to, due_on, sent_on, count(*)::int as count
   
  from report_slot
  where province_id = $1
  and not (excused
  and sent_on is null)
     
  and true
  and true
   
  group by 1, 2, 3, 4, 5, 6;

-- timingsOf
select "regime_id", "number", "valid_from", "frequency", "cutoff_day", "due_days", "grace_days"
  from "report_regime_version"
  where "province_id" = $1;
