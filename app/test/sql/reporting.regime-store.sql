-- Functions of app/src/registers/reporting/regime-store.ts.

-- addRegime
insert into "report_regime" ("province_id", "regime_id", "name", "made_by")
  values ($1, $2, $3, $4);

-- insertVersion
insert into "report_line" ("province_id", "regime_id", "number", "indicator_id", "measure", "position", "power")
  values ($1, $2, $3, $4, $5, $6, $7);

insert into "report_regime_version" ("province_id", "regime_id", "number", "valid_from", "legal_reference", "frequency", "cutoff_day", "due_days", "grace_days", "stage", "made_by")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);

insert into "report_unit" ("province_id", "regime_id", "number", "organisation_id", "responsible_id")
  values ($1, $2, $3, $4, $5);

-- lockRegime
select *
  from "report_regime"
  where "province_id" = $1
  and "regime_id" = $2
  for update;

-- regimesOf
select *
  from "report_line"
  where "province_id" = $1
  and "regime_id" = $2
  order by "position";

select *
  from "report_line"
  where "province_id" = $1
  order by "position";

select *
  from "report_regime"
  where "province_id" = $1
  and "regime_id" = $2
  order by "name", "regime_id";

select *
  from "report_regime"
  where "province_id" = $1
  order by "name", "regime_id";

select *
  from "report_regime_version"
  where "province_id" = $1
  and "regime_id" = $2
  order by "number";

select *
  from "report_regime_version"
  where "province_id" = $1
  order by "number";

select *
  from "report_unit"
  where "province_id" = $1;

select *
  from "report_unit"
  where "province_id" = $1
  and "regime_id" = $2;

-- reviseRegime
select "number", "valid_from"
  from "report_regime_version"
  where "province_id" = $1
  and "regime_id" = $2
  order by "number" desc
  limit $3;

select "period_to"
  from "report_slot"
  where "province_id" = $1
  and "regime_id" = $2
  and "period_to" >= $3
  and exists (select "report_step"."number"
  from "report_step"
  where "report_step"."province_id" = "report_slot"."province_id"
  and "report_step"."slot_id" = "report_slot"."slot_id"
  and "report_step"."kind" = $4)
  order by "period_to" desc
  limit $5;

-- touchRegime
update "report_regime"
  set "name" = $1, "closed_on" = $2, "version" = $3
  where "province_id" = $4
  and "regime_id" = $5;

update "report_regime"
  set "version" = $1
  where "province_id" = $2
  and "regime_id" = $3;
