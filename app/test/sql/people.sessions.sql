-- Functions of app/src/registers/people/sessions.ts.

-- changeOwnPassword
select "password_hash", "name", "address"
  from "account"
  where "province_id" = $1
  and "account_id" = $2;

-- closeSession
delete
  from "session"
  where "province_id" = $1
  and "token_hash" = $2;

-- countAttempt

    insert into login_attempt (province_id, key, failures, last_at)
  values (0, $1, 1, now())
   
  on conflict (province_id, key) do update set
      failures = case when login_attempt.last_at < now() - $2::interval
        then 1 else login_attempt.failures + 1 end,
      last_at = now()
   
  where login_attempt.failures < $3
      or login_attempt.last_at + make_interval(secs => least($4,
        power(2, least(login_attempt.failures - $5, 20) + 1))) <= now()
   
  returning failures;

-- findSession
select "account".*, "csrf_token", "last_seen_at", "expires_at"
  from "session"
  inner join "account" on "account"."province_id" = "session"."province_id"
  and "account"."account_id" = "session"."account_id"
  where "session"."province_id" = $1
  and "token_hash" = $2;

-- forgetAttempts
delete
  from login_attempt
  where province_id = 0
  and key = any($1)
   
  and key not like 'from:%';

update login_attempt
  set failures = greatest(failures - 1, 0)
   
  where province_id = 0
  and key = any($1);

-- openSession
insert into "session" ("province_id", "token_hash", "account_id", "csrf_token", "expires_at")
  values ($1, $2, $3, $4, $5);

-- signIn
select *
  from "account"
  where "province_id" in ($1)
  and "address" = $2
  and "disabled_at" is null
  order by "province_id";

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
