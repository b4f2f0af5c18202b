-- Functions of app/src/record/export.ts.

-- linksAfter
select *
  from "audit_record"
  where "province_id" = $1
  and "seq" > $2
  and "seq" <= $3
  order by "seq"
  limit $4;
