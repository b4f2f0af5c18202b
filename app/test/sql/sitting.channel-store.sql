-- Functions of app/src/registers/sitting/channel-store.ts.

-- audience
select "account_id", "substitute_account_id", "organisation_id"
  from "invitation"
  where "province_id" = $1
  and "conference_id" = $2
  and "withdrawn_at" is null
  and "sent_at" is not null;

select "live", "organisation_id", "level"
  from "conference"
  where "province_id" = $1
  and "conference_id" = $2
  and "withdrawn_at" is null;

-- wallsLit
select encode(screen_hash, 'hex') as "hash"
  from "wall_link"
  where "province_id" = $1
  and "screen_hash" is not null
  and "expires_at" > $2;
