-- Functions of app/src/record/store.ts.

-- listRecord
select "seq", "at", "actor_name", "action", "subject_kind", "subject_id", "reason", "hash"
  from "audit_record"
  where "province_id" = $1
  and true
  order by "seq" desc
  limit $2;

-- verifyChain
select max("seq") as "seq"
  from "audit_record"
  where "province_id" = $1;
