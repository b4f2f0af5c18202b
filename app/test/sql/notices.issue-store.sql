-- Functions of app/src/registers/notices/issue-store.ts.

-- getSigned
select "document"."file_name", "document"."status", "document_original"."bytes"
  from "document"
  left join "document_original" on "document_original"."province_id" = "document"."province_id"
  and "document_original"."document_id" = "document"."document_id"
  where "document"."province_id" = $1
  and "document"."document_id" = $2;
