-- Functions of app/src/record/chain.ts.

-- linksAfter
select *
  from "audit_record"
  where "province_id" = $1
  and "seq" > $2
  and "seq" <= $3
  order by "seq"
  limit $4;

-- tipOf
select "seq", "hash"
  from "record_head"
  where "province_id" = $1;
