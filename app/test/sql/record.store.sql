-- Functions of app/src/record/store.ts.

-- headOf
select "seq", "hash"
  from "record_head"
  where "province_id" = $1;

-- listRecord
select "seq", "at", "actor_name", "action", "subject_kind", "subject_id", "reason", "hash"
  from "audit_record"
  where "province_id" = $1
  and true
  order by "seq" desc
  limit $2;

-- verifyChain
select *
  from "audit_record"
  where "province_id" = $1
  and "seq" > $2
  and "seq" <= $3
  order by "seq"
  limit $4;

select max("seq") as "seq"
  from "audit_record"
  where "province_id" = $1;
