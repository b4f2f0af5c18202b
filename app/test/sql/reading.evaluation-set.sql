-- Functions of app/src/reading/evaluation-set.ts.

-- judgedDocuments
select *
  from "finding"
  where "province_id" = $1
  and "document_id" = $2
  and "text_version" = $3
  order by "start_at", "finding_id";
