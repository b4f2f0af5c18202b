-- Functions of app/src/registers/chain/placing-store.ts.

-- hasApproved
select "agenda_version_id"
  from "agenda_version"
  where "province_id" = $1
  and "conference_id" = $2
  limit $3;

-- nextOf
select *
  from "conference"
  where "province_id" = $1
  and "organisation_id" = $2
  and "conference_id" <> $3
  and "withdrawn_at" is null
  and "cancelled_at" is null
  and "opened_at" is null
  and ("starts_at" >= $4 or "starts_at" is null)
  and not exists (select "agenda_version_id"
  from "agenda_version"
  where "agenda_version"."province_id" = $5
  and "agenda_version"."conference_id" = "conference"."conference_id")
  order by "starts_at" asc nulls last, "conference_id"
  limit $6 for no key update;

-- placed
update session_item
   
  set position = case when session_item_id = $1 then 1 else position + 1 end
   
  where province_id = $2
     
  and conference_id = $3;

-- reviewOf
select "session_item_id"
  from "session_item"
  where "province_id" = $1
  and "conference_id" = $2
  and "kind" = $3;
