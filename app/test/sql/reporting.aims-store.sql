-- Functions of app/src/registers/reporting/aims-store.ts.

-- aimsOf
select "target_version".*, "target"."indicator_id", "target"."organisation_id", "target"."authority", "target"."period_from", "target"."period_to"
  from "target"
  inner join "target_version" on "target_version"."province_id" = "target"."province_id"
  and "target_version"."target_id" = "target"."target_id"
  where "target"."province_id" = $1
  and "target"."kind" = $2
  and "target"."organisation_id" = any($3::uuid[])
  and "target"."indicator_id" in ($4)
  order by "target"."target_id";

select "target_version".*, "target"."indicator_id", "target"."organisation_id", "target"."authority", "target"."period_from", "target"."period_to"
  from "target"
  inner join "target_version" on "target_version"."province_id" = "target"."province_id"
  and "target_version"."target_id" = "target"."target_id"
  where "target"."province_id" = $1
  and "target"."kind" = $2
  and ("target"."organisation_id" = any($3::uuid[]) or "target"."organisation_id" is null)
  and "target"."indicator_id" in ($4)
  order by "target"."target_id";
