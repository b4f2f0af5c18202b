-- Functions of app/src/registers/access/report-subject-store.ts.

-- explanationSubject
select "indicator_id", "organisation_id"
  from "explanation_request"
  where "province_id" = $1
  and "request_id" = $2;

-- regimeSubject
select distinct "organisation_id"
  from "report_unit"
  where "province_id" = $1
  and "regime_id" = $2;

-- slotSubject
select "organisation_id", "submitted_by"
  from "report_slot"
  where "province_id" = $1
  and "slot_id" = $2
  and true;

select distinct "entered_by"
  from "report_value"
  where "province_id" = $1
  and "slot_id" = $2;

-- targetSubject
select "indicator_id", "organisation_id"
  from "target"
  where "province_id" = $1
  and "target_id" = $2;
