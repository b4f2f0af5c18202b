-- Functions of app/src/registers/lexicon/corrections.ts.

-- correctionsOf
select "finding"."document_id", "finding"."start_at", "finding"."end_at", "finding"."kind", "finding"."payload", "finding"."edited", "indicator"."code", "indicator"."name_vi", "indicator"."name_en", "indicator"."unit", "indicator"."direction", "indicator"."kind" as "indicator_kind", "indicator"."national"
  from "finding"
  left join "observation" on "observation"."province_id" = "finding"."province_id"
  and "observation"."observation_id" = "finding"."entry_id"
  left join "indicator" on "indicator"."province_id" = "observation"."province_id"
  and "indicator"."indicator_id" = "observation"."indicator_id"
  where "finding"."province_id" = $1
  and ("finding"."document_id" is null or "finding"."document_id" not in (
    select document_id
  from document
  where province_id = $2
     
  and status = 'quarantined'))
  and "finding"."state" = $3
  and "finding"."kind" in ($4)
  and "finding"."edited" is not null
  order by "finding"."decided_at";
