-- Functions of app/src/registers/people/sessions.ts.

-- closeSession
delete
  from "session"
  where "province_id" = $1
  and "token_hash" = $2;

-- endOwnSession
delete
  from "session"
  where "province_id" = $1
  and "account_id" = $2
  and "session_id" = $3
  returning "session_id";

-- endSessionsOf
delete
  from "session"
  where "province_id" = $1
  and "account_id" = $2;

delete
  from "session"
  where "province_id" = $1
  and "account_id" = $2
  and "token_hash" <> $3;

-- listSessions
select "session_id", "device", "network", "created_at", "last_seen_at"
  from "session"
  where "province_id" = $1
  and "account_id" = $2
  and "pending" = '{}'
  and "expires_at" > $3
  and "last_seen_at" > $4
  order by "last_seen_at" desc, "session_id" desc;

-- liveSessions
select "session_id"
  from "session"
  inner join "account" on "account"."province_id" = "session"."province_id"
  and "account"."account_id" = "session"."account_id"
  where "session"."province_id" = $1
  and "session_id" in ($2)
  and "account"."disabled_at" is null
  and "expires_at" > $3
  and "last_seen_at" > $4;

-- openSession
insert into "session" ("province_id", "session_id", "token_hash", "account_id", "csrf_token", "expires_at", "pending", "device", "network")
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9);

-- sessionsIn
select "account".*, "session_id", "token_hash", "csrf_token", "last_seen_at", "expires_at", "pending"
  from "session"
  inner join "account" on "account"."province_id" = "session"."province_id"
  and "account"."account_id" = "session"."account_id"
  where "session"."province_id" = $1
  and "token_hash" in ($2)
  and "account"."disabled_at" is null /* each request */;

-- stepOn
select *
  from "account"
  where "province_id" = $1
  and "account_id" = $2;

-- tidy
delete
  from idempotency
  where province_id = $1
  and account_id = $2
  and created_at < now() - interval '7 days';

delete
  from session
  where province_id = $1
  and account_id = $2
  and (expires_at < now()
    or last_seen_at < now() - $3::interval);
