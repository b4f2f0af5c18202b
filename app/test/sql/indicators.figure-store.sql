-- Functions of app/src/registers/indicators/figure-store.ts.

-- lockIndicators
select "indicator_id", "code"
  from "indicator"
  where "province_id" = $1
  and "indicator_id" in ($2)
  and "quarantined" = $3
  order by "indicator_id" for key share;

-- mustBeSources
select "observation_id", "indicator_id"
  from "observation"
  where "province_id" = $1
  and "observation_id" in ($2)
  and "withdrawn_at" is null
  and ("document_id" is null or "document_id" not in (
    select document_id
  from document
  where province_id = $3
     
  and status = 'quarantined'));
