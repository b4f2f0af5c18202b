-- Notifications, mail that goes out, and the jobs of a day.

-- Nhận thư: at once, once a week, not at all. In the application everybody is told, always.
alter table account add column mail_wish text not null default 'atOnce'
  check (mail_wish in ('atOnce', 'digest', 'none'))
-- ;;
-- @province
-- Thông báo: that something happened to a record. It holds no word of the record: titles are looked up when
-- it is shown, so that what is closed or destroyed is so here as well.
create table notification (
  province_id integer not null,
  notification_id uuid not null,
  account_id uuid not null,
  -- What happened to what: the same is told to an account once.
  key text not null check (length(key) between 1 and 200),
  kind text not null check (length(kind) between 1 and 60),
  about_kind text not null check (length(about_kind) between 1 and 60),
  about_id uuid not null,
  facts jsonb not null default '{}',
  created_at timestamptz not null default now(),
  read_at timestamptz,
  primary key (province_id, notification_id),
  constraint notification_once unique (province_id, account_id, key),
  foreign key (province_id, account_id) references account (province_id, account_id)
)
-- ;;
create index notification_newest on notification (province_id, account_id, created_at desc)
-- ;;
create index notification_unread on notification (province_id, account_id) where read_at is null
-- ;;
-- @province
-- Thư đi. Written with its cause, in one transaction; its words are made when it is sent, by what its reader may
-- see then. Its Message-ID follows from mail_id, so that a mail sent again is known as the same.
create table mail (
  province_id integer not null references province (province_id),
  mail_id uuid not null,
  -- What it is sent for: once to the same account, or to the same address of somebody without one.
  key text not null check (length(key) between 1 and 200),
  kind text not null check (kind in ('notification', 'digest', 'head')),
  account_id uuid,
  address text check (length(address) between 3 and 254),
  notification_id uuid,
  facts jsonb not null default '{}',
  created_at timestamptz not null default now(),
  -- Not tried before.
  due_at timestamptz not null default now(),
  attempts integer not null default 0,
  -- While it is being handed over: kept before the server hears of it.
  claimed_at timestamptz,
  -- Null while it waits. Doubtful: it may have been accepted, nobody knows; only a person sends it again.
  outcome text check (outcome in ('sent', 'refused', 'doubtful', 'dropped')),
  outcome_at timestamptz,
  reason text,
  version integer not null default 1,
  primary key (province_id, mail_id),
  constraint mail_once unique (province_id, account_id, key),
  constraint mail_address_once unique (province_id, address, key),
  foreign key (province_id, account_id) references account (province_id, account_id),
  foreign key (province_id, notification_id) references notification (province_id, notification_id),
  check ((account_id is null) <> (address is null)),
  check ((outcome is null) = (outcome_at is null))
)
-- ;;
create index mail_waiting on mail (province_id, due_at) where outcome is null
-- ;;
create index mail_newest on mail (province_id, created_at desc)
-- ;;
-- @province
-- Nơi nhận chữ ký đầu sổ hằng ngày: addresses of people who do not depend on this server.
create table mail_subscriber (
  province_id integer not null references province (province_id),
  address text not null check (address = lower(address) and length(address) between 3 and 254),
  added_by uuid not null,
  added_at timestamptz not null default now(),
  primary key (province_id, address),
  foreign key (province_id, added_by) references account (province_id, account_id)
)
-- ;;
-- @province
-- Việc định kỳ đã làm: once for its day, whichever server did it.
create table job_run (
  province_id integer not null references province (province_id),
  job text not null check (length(job) between 1 and 60),
  day date not null,
  done_at timestamptz not null,
  primary key (province_id, job, day)
)
