-- Figures that units report, beside those that documents say; what indicators are, in versions.

-- @province
-- Số liệu báo cáo: one place where a value can stand. What stands there is in its versions; the place never changes.
create table figure (
  province_id integer not null,
  figure_id uuid not null,
  indicator_id uuid not null,
  -- None: of the province as a whole.
  organisation_id uuid,
  -- Both days included. A value of one day (a stock) has the same day twice.
  period_from date not null,
  period_to date not null,
  -- 'cumulative': reported as what came together since the first day (lũy kế); it is never added up again.
  accumulation text not null check (accumulation in ('period', 'cumulative')),
  -- 'yearEstimate': ước thực hiện cả năm, told before the year is over.
  kind text not null check (kind in ('actual', 'yearEstimate')),
  primary key (province_id, figure_id),
  constraint figure_once unique nulls not distinct
    (province_id, indicator_id, organisation_id, period_from, period_to, accumulation, kind),
  check (period_from <= period_to),
  foreign key (province_id, indicator_id) references indicator (province_id, indicator_id),
  foreign key (province_id, organisation_id) references organisation (province_id, organisation_id)
)
-- ;;
create index figure_period on figure (province_id, indicator_id, period_to)
-- ;;
-- @province
-- What was recorded together, and is one record: a value typed, a report accepted, a file brought in.
create table figure_entry (
  province_id integer not null,
  entry_id uuid not null,
  -- The number of its record: the order of all that was ever recorded, by no clock.
  record_seq bigint not null,
  file_name text check (length(file_name) <= 300),
  file_sha256 text,
  versions integer not null check (versions > 0),
  -- Over all versions in it, as they were written.
  rows_hash text not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (province_id, entry_id),
  foreign key (province_id, recorded_by) references account (province_id, account_id)
)
-- ;;
create index figure_entry_record on figure_entry (province_id, record_seq)
-- ;;
-- @province
-- Only ever added: what was accepted stays, a correction stands after it.
create table figure_version (
  province_id integer not null,
  figure_id uuid not null,
  number integer not null check (number > 0),
  entry_id uuid not null,
  -- Of its entry, here so that what stood at any record is found without asking for entries.
  record_seq bigint not null,
  -- In the indicator's own unit (đồng, not tỷ đồng).
  value numeric,
  -- Why there is none. 'withdrawn': it was entered here by mistake.
  missing_reason text check (missing_reason in ('notYet', 'notCollected', 'notApplicable', 'withdrawn')),
  -- Ước tính, sơ bộ, chính thức.
  stage text not null check (stage in ('estimate', 'preliminary', 'official')),
  method text not null check (method in ('typed', 'pasted', 'file', 'document', 'derived')),
  -- The cell of the entry's file: "Biểu 1!C7".
  cell text check (length(cell) <= 100),
  reason text check (length(reason) <= 1000),
  primary key (province_id, figure_id, number),
  check ((value is null) <> (missing_reason is null)),
  check (number = 1 or reason is not null),
  foreign key (province_id, figure_id) references figure (province_id, figure_id),
  foreign key (province_id, entry_id) references figure_entry (province_id, entry_id)
)
-- ;;
create index figure_version_entry on figure_version (province_id, entry_id)
-- ;;
-- @province
-- The sentence of a document that a version was taken from; it goes when the document goes.
create table figure_source (
  province_id integer not null,
  figure_id uuid not null,
  number integer not null,
  observation_id uuid not null,
  primary key (province_id, figure_id, number),
  foreign key (province_id, figure_id, number) references figure_version (province_id, figure_id, number),
  foreign key (province_id, observation_id) references observation (province_id, observation_id)
)
-- ;;
create index figure_source_observation on figure_source (province_id, observation_id)
-- ;;
-- @province
-- What an indicator is, as decided: from its day on it counts. Only ever added.
create table indicator_definition (
  province_id integer not null,
  indicator_id uuid not null,
  number integer not null check (number > 0),
  valid_from date not null,
  value_kind text not null check (value_kind in ('flow', 'stock', 'rate', 'index', 'state')),
  -- What is reported: of the period, since the year began, since the term began, on a day.
  report_mode text not null check (report_mode in ('inPeriod', 'yearToDate', 'termToDate', 'point')),
  -- Over bodies, and over time: two axes. A stock is added over bodies and never over time.
  across_bodies text not null check (across_bodies in ('sum', 'weightedMean', 'none', 'max', 'min')),
  across_time text not null check (across_time in ('sum', 'last', 'weightedMean', 'none')),
  -- What a mean is weighted by, over both axes.
  weight_indicator_id uuid,
  -- In codes of indicators: "100 * thu_noi_dia / tong_thu".
  formula text check (length(formula) <= 500),
  -- Figures are typed in so many of the indicator's unit: 1000000000 for tỷ đồng.
  entry_factor numeric not null default 1 check (entry_factor > 0),
  decimals integer not null check (decimals between 0 and 6),
  price_basis text not null check (price_basis in ('none', 'current', 'constant2010', 'constant2020')),
  least numeric,
  most numeric,
  -- Who answers for it: always somebody.
  owner_id uuid not null,
  content text check (length(content) <= 4000),
  legal_reference text not null check (length(legal_reference) between 1 and 500),
  reason text check (length(reason) <= 1000),
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  primary key (province_id, indicator_id, number),
  check (least <= most),
  check (weight_indicator_id <> indicator_id),
  check (weight_indicator_id is not null
    or (across_bodies <> 'weightedMean' and across_time <> 'weightedMean')),
  check (value_kind not in ('stock', 'rate', 'index', 'state') or across_time <> 'sum'),
  check (value_kind not in ('rate', 'index', 'state') or across_bodies <> 'sum'),
  foreign key (province_id, indicator_id) references indicator (province_id, indicator_id),
  foreign key (province_id, weight_indicator_id) references indicator (province_id, indicator_id),
  foreign key (province_id, owner_id) references organisation (province_id, organisation_id),
  foreign key (province_id, recorded_by) references account (province_id, account_id)
)
-- ;;
-- @province
-- Đứt chuỗi: from this day on figures are made in another way.
create table indicator_break (
  province_id integer not null,
  break_id uuid not null,
  indicator_id uuid not null,
  on_day date not null,
  -- Whether figures of both sides may still be compared.
  comparable boolean not null,
  reason text not null check (length(reason) between 1 and 1000),
  legal_reference text check (length(legal_reference) <= 500),
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  primary key (province_id, break_id),
  foreign key (province_id, indicator_id) references indicator (province_id, indicator_id),
  foreign key (province_id, recorded_by) references account (province_id, account_id)
)
-- ;;
create index indicator_break_day on indicator_break (province_id, indicator_id, on_day)
-- ;;
-- @province
-- Số liệu hội nghị: the record at which figures were shown; from it they open again exactly.
create table figure_snapshot (
  province_id integer not null,
  snapshot_id uuid not null,
  conference_id uuid,
  title text not null check (length(title) between 1 and 300),
  record_seq bigint not null,
  -- Over all that stood then: shows that what opens again is what was shown.
  values_hash text not null,
  taken_by uuid not null,
  taken_at timestamptz not null,
  primary key (province_id, snapshot_id),
  foreign key (province_id, conference_id) references conference (province_id, conference_id),
  foreign key (province_id, taken_by) references account (province_id, account_id)
)
