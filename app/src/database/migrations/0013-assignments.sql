-- Assignments to their end: what was reported and confirmed, extensions, what a deadline hangs on, working days.
-- Statements stand between lines `-- ;;`.

alter table assignment
  -- Mã: number of the follow-up register within its year.
  add column register_year integer check (register_year between 1945 and 2200),
  add column register_number integer check (register_number >= 1),
  -- Ngày giao; null where neither the conference nor the document says its day.
  add column assigned_on date,
  -- Hạn gốc: the first deadline that it had, kept whatever is granted later.
  add column original_deadline date,
  -- Hạn theo sự kiện: the deadline is so many days before the event, wherever that moves.
  add column event_id uuid,
  add column event_days integer check (event_days between 0 and 365),
  -- Chuyên viên theo dõi.
  add column follower_id uuid,
  -- Văn bản cấp trên giao, văn bản chỉ đạo của cấp ủy, văn bản sản phẩm đầu ra, tóm tắt kết quả.
  add column upstream text check (length(upstream) <= 500),
  add column directive text check (length(directive) <= 500),
  add column product text check (length(product) <= 500),
  add column result text check (length(result) <= 5000),
  -- The present standing, written with each step in one transaction; the steps themselves are never changed.
  add column received_at timestamptz,
  add column percent integer check (percent between 0 and 100),
  add column reported_on date,
  add column reported_by uuid,
  add column paused_on date,
  add column revoked_on date,
  -- Cấp trên công nhận hoàn thành.
  add column recognised_on date,
  add constraint assignment_follower foreign key (province_id, follower_id)
    references account (province_id, account_id),
  add constraint assignment_reporter foreign key (province_id, reported_by)
    references account (province_id, account_id),
  add constraint assignment_event_days check ((event_id is null) = (event_days is null)),
  add constraint assignment_one_deadline check (event_id is null or deadline is null)
-- ;;
update assignment set original_deadline = deadline
-- ;;
create unique index assignment_register on assignment (province_id, register_year, register_number)
-- ;;
create index assignment_of_lead on assignment (province_id, lead_id, deadline) where withdrawn_at is null
-- ;;
create index assignment_of_follower on assignment (province_id, follower_id) where follower_id is not null
-- ;;
create index assignment_cooperating on assignment using gin (cooperating_ids)
-- ;;
-- @province
-- Số thứ tự của sổ theo dõi trong năm.
create table assignment_counter (
  province_id integer not null references province (province_id),
  year integer not null,
  last integer not null check (last >= 1),
  primary key (province_id, year)
)
-- ;;
-- @province
-- Sự kiện mà hạn đi theo ("trước kỳ họp HĐND"): the day of a conference held here, or one that is named.
create table deadline_event (
  province_id integer not null references province (province_id),
  event_id uuid not null,
  name text not null check (length(name) between 1 and 300),
  conference_id uuid,
  on_date date,
  made_by uuid not null,
  withdrawn_at timestamptz,
  version integer not null default 1,
  primary key (province_id, event_id),
  foreign key (province_id, conference_id) references conference (province_id, conference_id),
  foreign key (province_id, made_by) references account (province_id, account_id),
  check (conference_id is null or on_date is null)
)
-- ;;
alter table assignment add constraint assignment_event foreign key (province_id, event_id)
  references deadline_event (province_id, event_id)
-- ;;
-- @province
-- Quá trình thực hiện: every step of a task, never changed.
create table assignment_step (
  province_id integer not null,
  step_id uuid not null,
  assignment_id uuid not null,
  kind text not null check (kind in ('received', 'progress', 'reported', 'confirmed', 'sentBack', 'paused',
    'resumed', 'referred', 'revoked', 'restored', 'recognised', 'corrected', 'extended', 'notExtended')),
  -- Ghi thay: the body that told it, where the office wrote it down.
  on_behalf text check (length(on_behalf) between 1 and 300),
  body text check (length(body) <= 5000),
  percent integer check (percent between 0 and 100),
  -- The day the step speaks of: done on, paused from, the deadline that was granted.
  on_date date,
  former_date date,
  from_id uuid,
  to_id uuid,
  by_account uuid not null,
  at timestamptz not null default now(),
  primary key (province_id, step_id),
  foreign key (province_id, assignment_id) references assignment (province_id, assignment_id),
  foreign key (province_id, from_id) references organisation (province_id, organisation_id),
  foreign key (province_id, to_id) references organisation (province_id, organisation_id),
  foreign key (province_id, by_account) references account (province_id, account_id)
)
-- ;;
create index assignment_step_of on assignment_step (province_id, assignment_id, at)
-- ;;
-- @province
-- Tài liệu kiểm chứng của một bước.
create table assignment_evidence (
  province_id integer not null,
  assignment_id uuid not null,
  document_id uuid not null,
  step_id uuid,
  added_by uuid not null,
  added_at timestamptz not null default now(),
  primary key (province_id, assignment_id, document_id),
  foreign key (province_id, assignment_id) references assignment (province_id, assignment_id),
  foreign key (province_id, document_id) references document (province_id, document_id),
  foreign key (province_id, step_id) references assignment_step (province_id, step_id),
  foreign key (province_id, added_by) references account (province_id, account_id)
)
-- ;;
-- @province
-- Xin gia hạn: asked before the deadline, decided by whoever gave the task.
create table assignment_extension (
  province_id integer not null,
  extension_id uuid not null,
  assignment_id uuid not null,
  asked_date date not null,
  -- The deadline at the time of asking.
  former_date date not null,
  reason text not null check (length(reason) between 1 and 5000),
  asked_by uuid not null,
  asked_at timestamptz not null default now(),
  outcome text check (outcome in ('granted', 'refused', 'takenBack')),
  granted_date date,
  answer text check (length(answer) <= 5000),
  decided_by uuid,
  decided_at timestamptz,
  version integer not null default 1,
  primary key (province_id, extension_id),
  foreign key (province_id, assignment_id) references assignment (province_id, assignment_id),
  foreign key (province_id, asked_by) references account (province_id, account_id),
  foreign key (province_id, decided_by) references account (province_id, account_id),
  check ((outcome is null) = (decided_at is null)),
  check ((outcome is not distinct from 'granted') = (granted_date is not null))
)
-- ;;
create unique index assignment_extension_open on assignment_extension (province_id, assignment_id)
  where outcome is null
-- ;;
create index assignment_extension_of on assignment_extension (province_id, assignment_id)
-- ;;
-- @province
-- Quy tắc tính hạn của tỉnh; a province without a row has the defaults of `setting.ts`.
create table assignment_setting (
  province_id integer primary key references province (province_id),
  -- Tính theo hạn gốc hay hạn đã gia hạn.
  basis text not null check (basis in ('original', 'current')),
  -- Hạn rơi vào ngày nghỉ: as written, or the next working day.
  roll text not null check (roll in ('asWritten', 'nextWorkingDay')),
  soon_days integer not null check (soon_days between 0 and 60),
  stale_months integer not null check (stale_months between 1 and 24),
  remind_days jsonb not null,
  escalate_days integer not null check (escalate_days between 1 and 365),
  version integer not null default 1
)
-- ;;
-- @province
-- Ngày nghỉ, ngày làm bù của tỉnh: over what the program ships (`holidays.ts`) and over weekends.
create table day_off (
  province_id integer not null references province (province_id),
  day date not null,
  kind text not null check (kind in ('off', 'working')),
  name text not null check (length(name) between 1 and 200),
  primary key (province_id, day)
)
