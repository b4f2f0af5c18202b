-- One-time codes instead of passwords that an administrator knows; sign-in in steps.

-- No password: nobody signs in with one until its owner has chosen it.
alter table account alter column password_hash drop not null
-- ;;
-- What a session still waits for before it gives any right: 'factor', 'password', 'enrol', in this order.
alter table session add column pending text[] not null default '{}'
  check (pending <@ array['factor', 'password', 'enrol'])
-- ;;
-- @province
-- Mã dùng một lần: lets its account choose a password, once. Only its SHA-256 is kept.
create table account_code (
  province_id integer not null,
  account_id uuid not null,
  code_hash bytea not null,
  issued_by uuid,
  issued_at timestamptz not null default now(),
  expires_at timestamptz not null,
  primary key (province_id, account_id),
  foreign key (province_id, account_id) references account (province_id, account_id)
)
