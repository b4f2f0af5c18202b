-- Functions of app/src/registers/lexicon/corrections.ts.

-- correctionsOf
select "finding"."document_id", "finding"."start_at", "finding"."end_at", "finding"."kind", "finding"."payload", "finding"."edited", "indicator"."code", "indicator"."name_vi", "indicator"."name_en", "indicator"."unit", "indicator"."direction", "indicator"."kind" as "indicator_kind", "indicator"."national"
  from "finding"
  left join "observation" on "observation"."province_id" = "finding"."province_id"
  and "observation"."observation_id" = "finding"."entry_id"
  left join "indicator" on "indicator"."province_id" = "observation"."province_id"
  and "indicator"."indicator_id" = "observation"."indicator_id"
  where "finding"."province_id" = $1
  and true
  and "finding"."state" = $2
  and "finding"."kind" in ($3)
  and "finding"."edited" is not null
  order by "finding"."decided_at";
