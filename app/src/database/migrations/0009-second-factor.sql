-- The second factor (RFC 6238) and its recovery codes.

-- @province
-- Xác thực hai bước. Secrets are encrypted with a key that lies in the data folder, not here.
create table account_factor (
  province_id integer not null,
  account_id uuid not null,
  -- The one in use; null until the first is confirmed.
  secret bytea,
  -- The one shown while it is being set up, or replaced.
  next_secret bytea,
  -- The newest time step that was accepted: a code serves once.
  last_step bigint not null default 0,
  confirmed_at timestamptz,
  primary key (province_id, account_id),
  foreign key (province_id, account_id) references account (province_id, account_id),
  check (secret is not null or next_secret is not null)
)
-- ;;
-- @province
-- Mã dự phòng: in place of the telephone, each once. Only their SHA-256 is kept.
create table recovery_code (
  province_id integer not null,
  account_id uuid not null,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (province_id, account_id, code_hash),
  foreign key (province_id, account_id) references account (province_id, account_id)
)
