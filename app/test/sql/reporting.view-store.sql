-- Functions of app/src/registers/reporting/view-store.ts.

-- estimatesOf
select "regime_id", "organisation_id", "period_from", "period_to", "indicator_id", "value"
  from "report_slot"
  inner join "report_value" on "report_value"."province_id" = "report_slot"."province_id"
  and "report_value"."slot_id" = "report_slot"."slot_id"
  where "report_slot"."province_id" = $1
  and "regime_id" in ($2)
  and "organisation_id" in ($3)
  and "accepted_at" is not null
  and "measure" = $4
  and "indicator_id" in ($5);

-- getGrid
select *
  from "report_slot"
  where "province_id" = $1
  and "regime_id" = $2
  and "period_to" = $3;

-- getSlot
select *
  from "report_slot"
  where "province_id" = $1
  and "slot_id" = $2
  and report_slot.organisation_id = any($3::uuid[]);

select *
  from "report_slot"
  where "province_id" = $1
  and "slot_id" = $2
  and true;

-- viewsOf
select "slot_id", "kind", "reason", "done_by", "done_at"
  from "report_step"
  where "province_id" = $1
  and "slot_id" in ($2)
  order by "number";

select *
  from "report_value"
  where "province_id" = $1
  and "slot_id" in ($2);
