-- Everybody sees where they are signed in, and ends it.

-- What a session is called from outside; its token is known to the browser alone.
alter table session add column session_id uuid not null default gen_random_uuid()
-- ;;
alter table session alter column session_id drop default
-- ;;
alter table session add constraint session_id_unique unique (province_id, session_id)
-- ;;
-- Browser and system in two words, and the shortened network address, as they were at sign-in.
alter table session add column device text not null default '' check (length(device) <= 60)
-- ;;
alter table session add column network text not null default '' check (length(network) <= 60)
