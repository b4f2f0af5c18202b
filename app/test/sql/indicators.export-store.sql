-- Functions of app/src/registers/indicators/export-store.ts.

-- sourcesNamed
select "entry_id", "file_name"
  from "figure_entry"
  where "province_id" = $1
  and "entry_id" in ($2)
  and "file_name" is not null;

select "observation".*, "figure_id", "number"
  from "figure_source"
  inner join "observation" on "observation"."province_id" = "figure_source"."province_id"
  and "observation"."observation_id" = "figure_source"."observation_id"
  where "figure_source"."province_id" = $1
  and "figure_id" in ($2)
  and ("document_id" is null or "document_id" not in (
    select document_id
  from document
  where province_id = $3
     
  and status = 'quarantined'));
