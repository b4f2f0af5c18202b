-- Functions of app/src/record/chain.ts.

-- tipOf
select "seq", "hash"
  from "record_head"
  where "province_id" = $1;

-- walk
select *
  from "audit_record"
  where "province_id" = $1
  and "seq" > $2
  and "seq" <= $3
  order by "seq"
  limit $4;
