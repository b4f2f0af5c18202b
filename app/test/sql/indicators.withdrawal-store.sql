-- Functions of app/src/registers/indicators/withdrawal-store.ts.

-- withdraw

    update "indicator_break"
  set withdrawn_at = $1
   
  where province_id = $2
  and "break_id" = $3
  and withdrawn_at is null
   
  returning *;


    update "reference_figure"
  set withdrawn_at = $1
   
  where province_id = $2
  and "reference_id" = $3
  and withdrawn_at is null
   
  returning *;
