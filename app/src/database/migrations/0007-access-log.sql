-- The access log.

-- @province
-- Nhật ký truy cập: who opened which document, and read whose personal data. Only ever added to. It is
-- itself personal data (history of activity), so reading it needs a right and is logged here as well.
create table access_entry (
  province_id integer not null,
  access_id uuid not null,
  at timestamptz not null default now(),
  account_id uuid,
  action text not null check (action in ('open', 'read', 'download', 'list', 'export')),
  subject_kind text not null check (length(subject_kind) between 1 and 50),
  subject_id text,
  detail text check (length(detail) <= 1000),
  primary key (province_id, access_id),
  foreign key (province_id, account_id) references account (province_id, account_id)
)
-- ;;
create index access_entry_at on access_entry (province_id, at)
-- ;;
create index access_entry_subject on access_entry (province_id, subject_kind, subject_id, at)
-- ;;
create index access_entry_account on access_entry (province_id, account_id, at)
