-- Public-investment projects: capital plans in versions, what is committed and disbursed by month.

-- @province
-- Dự án đầu tư công, quy hoạch, việc khác theo mốc. Where it stands is derived.
create table project (
  province_id integer not null,
  project_id uuid not null,
  -- 'milestones': no capital of its own here, milestones alone (quy hoạch, đề án).
  kind text not null check (kind in ('investment', 'milestones')),
  name text not null check (length(name) between 1 and 500),
  -- Mã dự án, as the treasury knows it.
  code text check (length(code) between 1 and 50),
  -- Nhóm dự án: quan trọng quốc gia, A, B, C.
  category text check (category in ('national', 'a', 'b', 'c')),
  -- Chủ đầu tư, or who draws the plan up.
  owner_id uuid not null,
  place text check (length(place) between 1 and 500),
  starts_on date,
  ends_on date,
  -- Tổng mức đầu tư, in đồng.
  total numeric check (total >= 0),
  -- Disbursed before the first year that is kept here, in đồng.
  spent_before numeric check (spent_before >= 0),
  note text check (length(note) between 1 and 2000),
  closed_on date,
  closed_reason text check (length(closed_reason) between 1 and 1000),
  made_by uuid not null,
  made_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (province_id, project_id),
  constraint project_code_once unique (province_id, code),
  check (starts_on <= ends_on),
  check ((closed_on is null) = (closed_reason is null)),
  foreign key (province_id, owner_id) references organisation (province_id, organisation_id),
  foreign key (province_id, made_by) references account (province_id, account_id)
)
-- ;;
create index project_of_owner on project (province_id, owner_id)
-- ;;
-- @province
-- Kế hoạch vốn: of one year, or of several (trung hạn), by source and by who gave it. Only ever added.
create table project_plan (
  province_id integer not null,
  project_id uuid not null,
  from_year integer not null check (from_year between 1990 and 2200),
  to_year integer not null check (to_year between 1990 and 2200),
  source text not null check (source in ('central', 'foreign', 'local', 'landUse', 'lottery', 'programme', 'other')),
  authority text not null check (authority in ('primeMinister', 'council', 'committee')),
  number integer not null check (number > 0),
  -- In đồng; none: it was taken back.
  amount numeric check (amount >= 0),
  legal_reference text not null check (length(legal_reference) between 1 and 500),
  decided_on date not null,
  reason text check (length(reason) between 1 and 1000),
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  primary key (province_id, project_id, from_year, to_year, source, authority, number),
  check (from_year <= to_year),
  check (number = 1 or reason is not null),
  foreign key (province_id, project_id) references project (province_id, project_id),
  foreign key (province_id, recorded_by) references account (province_id, account_id)
)
-- ;;
-- @province
-- A file of the treasury that figures came from, taken as a whole.
create table project_file (
  province_id integer not null,
  file_id uuid not null,
  file_name text not null check (length(file_name) between 1 and 300),
  sha256 text not null,
  figures integer not null check (figures > 0),
  taken_by uuid not null,
  taken_at timestamptz not null default now(),
  primary key (province_id, file_id),
  foreign key (province_id, taken_by) references account (province_id, account_id)
)
-- ;;
-- @province
-- Lũy kế giải ngân, cam kết giải ngân: since the year of public investment began, to the end of a month. Reported as
-- such, never added up again. The thirteenth month is January of the next year. Only ever added.
create table project_month (
  province_id integer not null,
  project_id uuid not null,
  kind text not null check (kind in ('disbursed', 'committed')),
  plan_year integer not null check (plan_year between 1990 and 2200),
  until date not null,
  -- A commitment is of all sources together.
  source text not null check (source in ('central', 'foreign', 'local', 'landUse', 'lottery', 'programme', 'other', 'all')),
  number integer not null check (number > 0),
  -- In đồng; none: it was entered by mistake.
  amount numeric check (amount >= 0),
  method text not null check (method in ('typed', 'file')),
  file_id uuid,
  -- "B7" of the file.
  cell text check (length(cell) between 1 and 20),
  reason text check (length(reason) between 1 and 1000),
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  primary key (province_id, project_id, kind, plan_year, until, source, number),
  check ((kind = 'committed') = (source = 'all')),
  check (until between make_date(plan_year, 1, 31) and make_date(plan_year + 1, 1, 31)),
  check ((method = 'file') = (file_id is not null)),
  check (number = 1 or reason is not null),
  foreign key (province_id, project_id) references project (province_id, project_id),
  foreign key (province_id, file_id) references project_file (province_id, file_id),
  foreign key (province_id, recorded_by) references account (province_id, account_id)
)
-- ;;
create index project_month_of_file on project_month (province_id, file_id)
