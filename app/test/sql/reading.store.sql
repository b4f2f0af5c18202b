-- Functions of app/src/reading/store.ts.

-- findByReaderKey
select *
  from "finding"
  where "province_id" = $1
  and "document_id" = $2
  and "text_version" = $3
  and "reader_key" = $4;

-- listFindings
select "context"
  from "reading"
  where "province_id" = $1
  and "document_id" = $2
  order by "created_at" desc
  limit $3;

select *
  from "finding"
  where "province_id" = $1
  and "document_id" = $2
  order by "start_at", "end_at", "finding_id";

-- lockFinding
select "document_id"
  from "finding"
  where "province_id" = $1
  and "finding_id" = $2
  and ("document_id" is null or "document_id" not in (
    select document_id
  from document
  where province_id = $3
     
  and status = 'quarantined'));

select *
  from "finding"
  where "province_id" = $1
  and "finding_id" = $2
  for update;
