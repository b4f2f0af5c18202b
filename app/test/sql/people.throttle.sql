-- Functions of app/src/registers/people/throttle.ts.

-- countAttempt

    insert into login_attempt (province_id, key, failures, last_at)
  values (0, $1, 1, now())
   
  on conflict (province_id, key) do update set
      failures = case when login_attempt.last_at < now() - $2::interval
        then 1 else login_attempt.failures + 1 end,
      last_at = now()
   
  where login_attempt.failures < $3
      or login_attempt.last_at + make_interval(secs => least($4,
        $5 * power(2, least(login_attempt.failures - $6, 20)))) <= now()
   
  returning failures;

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
