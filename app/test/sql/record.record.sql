-- Functions of app/src/record/record.ts.

-- keepContent
insert into "record_content" ("province_id", "seq", "subject_kind", "subject_id", "before", "after")
  values ($1, $2, $3, $4, $5, $6);

-- lockedTip
select "seq", "hash"
  from "record_head"
  where "province_id" = $1
  for update;

-- saltOf
insert into "record_salt" ("province_id", "subject_kind", "subject_id", "salt")
  values ($1, $2, $3, $4);

select "salt"
  from "record_salt"
  where "province_id" = $1
  and "subject_kind" = $2
  and "subject_id" = $3;

-- startRecord
insert into "record_head" ("province_id", "seq", "hash")
  values ($1, $2, $3);

-- writeRecord
insert into "audit_record" ("province_id", "seq", "at", "actor_id", "actor_name", "action", "subject_kind", "subject_id", "before_hash", "after_hash", "reason", "previous_hash", "hash")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13);

update "record_head"
  set "seq" = $1, "hash" = $2
  where "province_id" = $3;
