-- Functions of app/src/reading/confirm-many.ts.

-- confirmMany
select "finding_id", "kind", "state", "version"
  from "finding"
  where "province_id" = $1
  and "document_id" = $2
  and "finding_id" in ($3);
