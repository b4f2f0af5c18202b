-- Functions of app/src/registers/reporting/slot-making-store.ts.

-- askedOf
select "regime_id", "closed_on"
  from "report_regime"
  where "province_id" = $1;

select "regime_id", "closed_on"
  from "report_regime"
  where "province_id" = $1
  and "regime_id" = $2;

select "regime_id", "number", "valid_from", "frequency"
  from "report_regime_version"
  where "province_id" = $1
  and "regime_id" = $2
  order by "number";

select "regime_id", "number", "valid_from", "frequency"
  from "report_regime_version"
  where "province_id" = $1
  order by "number";

select "report_unit"."regime_id", "report_unit"."number", "report_unit"."organisation_id", "report_unit"."responsible_id", "organisation"."valid_from", "organisation"."valid_to"
  from "report_unit"
  inner join "organisation" on "organisation"."province_id" = "report_unit"."province_id"
  and "organisation"."organisation_id" = "report_unit"."organisation_id"
  where "report_unit"."province_id" = $1;

select "report_unit"."regime_id", "report_unit"."number", "report_unit"."organisation_id", "report_unit"."responsible_id", "organisation"."valid_from", "organisation"."valid_to"
  from "report_unit"
  inner join "organisation" on "organisation"."province_id" = "report_unit"."province_id"
  and "organisation"."organisation_id" = "report_unit"."organisation_id"
  where "report_unit"."province_id" = $1
  and "report_unit"."regime_id" = $2;

-- dropStale
delete
  from "report_slot"
  where province_id = $1
     
  and slot_id = any($2::uuid[]);

delete
  from "report_step"
  where province_id = $1
     
  and slot_id = any($2::uuid[]);

delete
  from "report_value"
  where province_id = $1
     
  and slot_id = any($2::uuid[]);

select "slot_id", "organisation_id", "period_from", "period_to"
  from "report_slot"
  where "province_id" = $1
  and "regime_id" = $2
  and not exists (select "report_step"."number"
  from "report_step"
  where "report_step"."province_id" = "report_slot"."province_id"
  and "report_step"."slot_id" = "report_slot"."slot_id"
  and "report_step"."kind" = $3);

-- followVersion
update report_slot
  set responsible_id = unit.responsible_id
   
  from report_unit unit
    join report_regime_version asked on asked.province_id = unit.province_id
     
  and asked.regime_id = unit.regime_id
  and asked.number = unit.number
   
  where unit.province_id = $1
  and unit.regime_id = $2
     
  and unit.number = (select max(number)
  from report_regime_version
       
  where province_id = $3
  and regime_id = $4)
     
  and report_slot.province_id = unit.province_id
  and report_slot.regime_id = unit.regime_id
     
  and report_slot.organisation_id = unit.organisation_id
     
  and report_slot.period_to >= asked.valid_from
     
  and report_slot.submitted_at is null
  and report_slot.accepted_at is null;

-- makeSlots
insert into "report_slot" ("province_id", "slot_id", "regime_id", "organisation_id", "period_from", "period_to", "responsible_id")
  values ($1, $2, $3, $4, $5, $6, $7)
  on conflict on constraint "report_slot_once" do nothing;
