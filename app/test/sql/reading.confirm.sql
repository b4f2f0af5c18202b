-- Functions of app/src/reading/confirm.ts.

-- decide
update "finding"
  set "state" = $1, "edited" = $2, "entry_kind" = $3, "entry_id" = $4, "reason" = $5, "decided_by" = $6, "decided_at" = $7, "version" = $8
  where "province_id" = $9
  and "finding_id" = $10
  returning *;

update "finding"
  set "state" = $1, "entry_kind" = $2, "entry_id" = $3, "reason" = $4, "decided_by" = $5, "decided_at" = $6, "version" = $7
  where "province_id" = $8
  and "finding_id" = $9
  returning *;

update "finding"
  set "state" = $1, "reason" = $2, "decided_by" = $3, "decided_at" = $4, "version" = $5
  where "province_id" = $6
  and "finding_id" = $7
  returning *;

-- textAt
select "text"
  from "document_text"
  where "province_id" = $1
  and "document_id" = $2
  and "text_version" = $3;
