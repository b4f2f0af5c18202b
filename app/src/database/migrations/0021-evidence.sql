-- Báo quá hạn lên trên, và tệp minh chứng tải lên từng phần.
alter table assignment_setting add column escalate_further_days integer not null default 30
  check (escalate_further_days between 1 and 365)
-- ;;
-- @province
-- Tệp đang tải lên từng phần. The row and its parts are gone once it is finished, given up or over its day.
create table upload (
  province_id integer not null references province (province_id),
  upload_id uuid not null,
  account_id uuid not null,
  file_name text not null check (length(file_name) between 1 and 300),
  byte_size integer not null check (byte_size between 1 and 20971520),
  -- SHA-256 of the whole as whoever sends it says; null where they do not.
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  -- How many bytes are here, from the first on.
  received integer not null default 0,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  primary key (province_id, upload_id),
  foreign key (province_id, account_id) references account (province_id, account_id),
  check (received between 0 and byte_size)
)
-- ;;
create index upload_of on upload (province_id, account_id)
-- ;;
create index upload_over on upload (province_id, expires_at)
-- ;;
-- @province
-- Từng phần của tệp: where it begins in the whole, and its bytes.
create table upload_part (
  province_id integer not null,
  upload_id uuid not null,
  start_at integer not null check (start_at >= 0),
  bytes bytea not null check (length(bytes) > 0),
  primary key (province_id, upload_id, start_at),
  foreign key (province_id, upload_id) references upload (province_id, upload_id)
)
