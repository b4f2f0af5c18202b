-- Reporting regimes, the slots made from them, the figures that units send, and what became of each.

-- @province
-- Chế độ báo cáo: who reports which indicators, how often. What it asks stands in its versions.
create table report_regime (
  province_id integer not null,
  regime_id uuid not null,
  name text not null check (length(name) between 1 and 300),
  -- No period that ends after this day is asked for.
  closed_on date,
  made_by uuid not null,
  made_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (province_id, regime_id),
  foreign key (province_id, made_by) references account (province_id, account_id)
)
-- ;;
-- @province
-- A version counts for the periods that end on its first day or later, until the next one does.
create table report_regime_version (
  province_id integer not null,
  regime_id uuid not null,
  number integer not null,
  valid_from date not null,
  legal_reference text not null check (length(legal_reference) between 1 and 500),
  frequency text not null check (frequency in ('month', 'quarter', 'half', 'nineMonths', 'year')),
  -- Ngày chốt số liệu, in the last month of the period; 31 is its last day.
  cutoff_day integer not null check (cutoff_day between 1 and 31),
  -- Thời hạn gửi: working days after the cut-off. Days of grace: working days after that, still on time.
  due_days integer not null check (due_days between 0 and 60),
  grace_days integer not null check (grace_days between 0 and 30),
  -- What the figures are when they come in: ước tính, sơ bộ, chính thức.
  stage text not null check (stage in ('estimate', 'preliminary', 'official')),
  made_by uuid not null,
  made_at timestamptz not null default now(),
  primary key (province_id, regime_id, number),
  foreign key (province_id, regime_id) references report_regime (province_id, regime_id),
  foreign key (province_id, made_by) references account (province_id, account_id)
)
-- ;;
-- @province
-- Chỉ tiêu phải báo cáo: an indicator and how it is counted.
create table report_line (
  province_id integer not null,
  regime_id uuid not null,
  number integer not null,
  indicator_id uuid not null,
  measure text not null check (measure in ('period', 'cumulative', 'yearEstimate')),
  position integer not null,
  -- The figure is typed in tens to this power of the indicator's unit: 9 for tỷ đồng.
  power integer not null check (power in (0, 3, 6, 9)),
  primary key (province_id, regime_id, number, indicator_id, measure),
  foreign key (province_id, regime_id, number)
    references report_regime_version (province_id, regime_id, number),
  foreign key (province_id, indicator_id) references indicator (province_id, indicator_id)
)
-- ;;
-- @province
-- Đơn vị phải báo cáo, each with the person who answers for its reports.
create table report_unit (
  province_id integer not null,
  regime_id uuid not null,
  number integer not null,
  organisation_id uuid not null,
  responsible_id uuid not null,
  primary key (province_id, regime_id, number, organisation_id),
  foreign key (province_id, regime_id, number)
    references report_regime_version (province_id, regime_id, number),
  foreign key (province_id, organisation_id) references organisation (province_id, organisation_id),
  foreign key (province_id, responsible_id) references account (province_id, account_id)
)
-- ;;
-- @province
-- Kỳ báo cáo của một đơn vị. Where it stands is derived from what happened to it, when it is due from the version.
create table report_slot (
  province_id integer not null,
  slot_id uuid not null,
  regime_id uuid not null,
  organisation_id uuid not null,
  period_from date not null,
  period_to date not null,
  responsible_id uuid not null,
  -- An exception of this unit and period: excused, or another day.
  excused boolean not null default false,
  due_on date,
  exception_reason text check (length(exception_reason) between 1 and 1000),
  -- The day of the first sending that was not returned as a whole: it says whether it came on time.
  sent_on date,
  submitted_by uuid,
  submitted_at timestamptz,
  -- Who told the office, where the office wrote it down.
  on_behalf text check (length(on_behalf) between 1 and 200),
  returned_at timestamptz,
  return_reason text check (length(return_reason) between 1 and 1000),
  accepted_by uuid,
  accepted_at timestamptz,
  locked_at timestamptz,
  version integer not null default 1,
  primary key (province_id, slot_id),
  constraint report_slot_once unique (province_id, regime_id, organisation_id, period_from, period_to),
  check (period_from <= period_to),
  check ((exception_reason is not null) = (excused or due_on is not null)),
  check (locked_at is null or accepted_at is not null),
  foreign key (province_id, regime_id) references report_regime (province_id, regime_id),
  foreign key (province_id, organisation_id) references organisation (province_id, organisation_id),
  foreign key (province_id, responsible_id) references account (province_id, account_id),
  foreign key (province_id, submitted_by) references account (province_id, account_id),
  foreign key (province_id, accepted_by) references account (province_id, account_id)
)
-- ;;
create index report_slot_by_period on report_slot (province_id, period_to, regime_id)
-- ;;
create index report_slot_of_body on report_slot (province_id, organisation_id, period_to)
-- ;;
-- @province
-- Số liệu của một kỳ báo cáo, in the indicator's own unit: a draft until it is accepted, then figures.
create table report_value (
  province_id integer not null,
  slot_id uuid not null,
  indicator_id uuid not null,
  measure text not null check (measure in ('period', 'cumulative', 'yearEstimate')),
  value numeric,
  missing_reason text check (missing_reason in ('notYet', 'notCollected', 'notApplicable')),
  explanation text check (length(explanation) between 1 and 2000),
  -- Why the office gave this one back; gone once it is sent again.
  returned_reason text check (length(returned_reason) between 1 and 1000),
  method text not null check (method in ('typed', 'pasted', 'file')),
  entered_by uuid not null,
  entered_at timestamptz not null default now(),
  primary key (province_id, slot_id, indicator_id, measure),
  check (value is null or missing_reason is null),
  foreign key (province_id, slot_id) references report_slot (province_id, slot_id),
  foreign key (province_id, indicator_id) references indicator (province_id, indicator_id),
  foreign key (province_id, entered_by) references account (province_id, account_id)
)
-- ;;
create index report_value_of_indicator on report_value (province_id, indicator_id)
-- ;;
-- @province
-- What was done to a slot, each once, with the figures as they stood then.
create table report_step (
  province_id integer not null,
  slot_id uuid not null,
  number integer not null,
  kind text not null check (kind in ('submitted', 'returned', 'accepted', 'locked', 'excepted', 'handedOver')),
  reason text check (length(reason) between 1 and 1000),
  figures jsonb not null default '[]',
  done_by uuid not null,
  done_at timestamptz not null default now(),
  primary key (province_id, slot_id, number),
  foreign key (province_id, slot_id) references report_slot (province_id, slot_id),
  foreign key (province_id, done_by) references account (province_id, account_id)
)
