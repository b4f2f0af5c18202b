-- Functions of app/src/record/store.ts.

-- listRecord
select "seq", "at", "actor_name", "action", "subject_kind", "subject_id", "reason", "hash"
  from "audit_record"
  where "province_id" = $1
  order by "seq" desc
  limit $2;

-- verifyChain
select "seq", "hash"
  from "record_head"
  where "province_id" = $1;

select *
  from "audit_record"
  where "province_id" = $1
  and "seq" > $2
  order by "seq"
  limit $3;
