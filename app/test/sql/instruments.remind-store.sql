-- Functions of app/src/registers/instruments/remind-store.ts.

-- openDuties
select "instrument_duty".*
  from "instrument_duty"
  inner join "instrument" on "instrument"."province_id" = "instrument_duty"."province_id"
  and "instrument"."instrument_id" = "instrument_duty"."instrument_id"
  where "instrument_duty"."province_id" = $1
  and "instrument_duty"."withdrawn_at" is null
  and "instrument_duty"."done_on" is null
  and "instrument"."withdrawn_at" is null
  and "instrument"."quarantined" = $2
  order by "instrument_duty"."duty_id";
